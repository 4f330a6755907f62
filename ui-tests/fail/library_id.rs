use aluvm::aluasm;

fn main() {
    let code = aluasm! {
        call 0x10 @ "alu1qqqq";
        exec 0 @ "bc1qqqq";
        call 0x10;
    };
    assert!(!code.is_empty());
}
