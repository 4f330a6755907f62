use aluvm::aluasm;

fn main() {
    let code = aluasm! {
        put a8[0], 256;
        put a8[0], -129;
        put r128[0], -1;
        add a8[0], 128;
        put a16[0], "text";
        put f16[0], 1e6;
        put r128[0], b"short";
        put a8[0], 5u8;
    };
    assert!(!code.is_empty());
}
