use aluvm::aluasm;

fn main() {
    let code = aluasm! {
        ADD.uc a8[1], a8[2];
        add.UC a8[1], a8[2];
        inc A8[1];
    };
    assert!(!code.is_empty());
}
