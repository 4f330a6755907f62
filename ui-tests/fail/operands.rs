//! Too few operands, too many, of the wrong kind or family, and sizes that differ.

use aluvm::{Instr, aluasm};

static CODE: [Instr; 13] = aluasm! {
    add.uc  a8[1];
    jmp;
    neg     a8[1], a8[2];
    ret     5, 6;
    put     a8[1], a8[2];
    gt.u    a8[1], 5;
    add.uc  r128[1], r128[2];
    sha2    s16[0], a256[1];
    jmp     a8[1];
    call    5;
    add.uc  a8[1], a16[2];
    and     r128[1], r128[2], r160[3];
    swp     a8[1], f32[2];
};

fn main() {}
