use aluvm::aluasm;

fn main() {
    let code = aluasm! {
        let counter = a8[0];
        let counter = a8[1];
        let other = a8;
        inc countr;
    };
    assert!(!code.is_empty());
}
