use aluvm::aluasm;

fn main() {
    let code = aluasm! {
        fill s16[0], a16[0], a16[1], a8[0];
        con s16[0], s16[1], a8[0], a16[1], a16[2];
        del.n s16[0], s16[1], a8[0], a8[1];
        len s16[0], f32[0];
    };
    assert!(!code.is_empty());
}
