use aluvm::aluasm;

fn main() {
    let code = aluasm! {
        inc a8[1]
        inc a8[2];
        add.uc a8[1] a8[2];
        inc a8[3]; ;
        fail fail;
    };
    assert!(!code.is_empty());
}
