use aluvm::aluasm;

fn main() {
    let code = aluasm! {
        add.uc a8[1];
        inc a8[1], a8[2], a8[3];
        ret a8[1];
    };
    assert!(!code.is_empty());
}
