use aluvm::aluasm;

fn main() {
    let code = aluasm! {
        add.uc a8[1], 5;
        sha2 a8[1], r256[0];
        gt.u a8[1], r128[2];
        add.uc a8[1], a16[2];
    };
    assert!(!code.is_empty());
}
