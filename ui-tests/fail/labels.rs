use aluvm::aluasm;

fn main() {
    let code = aluasm! {
    start:
        jmp strat;
        jif nowhere;
    start:
        routine start;
        ret;
    };
    assert!(!code.is_empty());
}
