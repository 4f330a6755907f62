use aluvm::aluasm;

fn main() {
    let code = aluasm! {
        shl a32[0], a8[1];
        shr.x a8[0], a8[1];
        and a8[0], a8[1];
        scl.u a8[0], a8[1];
    };
    assert!(!code.is_empty());
}
