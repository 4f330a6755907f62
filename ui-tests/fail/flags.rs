use aluvm::aluasm;

fn main() {
    let code = aluasm! {
        add a8[1], a8[2];
        add.us a8[1], a8[2];
        add.z a8[1], a8[2];
        add.uc f32[1], f32[2];
        neg.s a8[1];
        splt s16[0], a16[0], s16[1], s16[2];
    };
    assert!(!code.is_empty());
}
