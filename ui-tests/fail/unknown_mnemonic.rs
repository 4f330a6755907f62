use aluvm::aluasm;

fn main() {
    let code = aluasm! {
        ad.uc a8[1], a8[2];
        jump 0x10;
        ret;
    };
    assert!(!code.is_empty());
}
