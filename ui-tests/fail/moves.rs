use aluvm::aluasm;

fn main() {
    let code = aluasm! {
        swp r128[0], r128[1];
        cpy a8[0], r128[1];
        cnv r128[0], a8[1];
        clr s16[0];
    };
    assert!(!code.is_empty());
}
