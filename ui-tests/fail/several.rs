//! All errors of a block at once, and none that follows from them.

use aluvm::{Instr, Lib, aluasm};

const WRONG: [Instr; 5] = aluasm! {
    let x = a24[0];
    start:
    inc     x;
    ad.uc   x, a8[0];
    put     x, 1000
    jmp     start;
    ret;
};

fn main() {
    let lib = Lib::assemble(&WRONG).expect("a library");
    let code = aluasm! { jmp nowhere; ret; };
    assert_eq!(code.len(), 2);
    println!("{}", lib.id());
}
