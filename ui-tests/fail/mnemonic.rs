//! Mnemonics that do not exist, and words in upper case.

use aluvm::{Instr, aluasm};

static CODE: [Instr; 10] = aluasm! {
    ad.uc   a8[1], a8[2];
    jump    start;
    retrn;
    incr    a8[0];
    frobnicate a8[1], a8[2];
    PUT     a8[1], 5;
    Mov     a8[1], a8[2];
    add.UC  a8[1], a8[2];
    mov     A8[1], a8[2];
    inv     ST0;
    .align  4;
};

fn main() {}
