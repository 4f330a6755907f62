//! Mistakes with the bitwise instructions.

use aluvm::{Instr, aluasm};

static CODE: [Instr; 9] = aluasm! {
    and     a8[0], a8[1];
    or      a8[0], a8[1], a8[16];
    xor     f32[0], f32[1], f32[2];
    not     a8[0], a8[1];
    shl     a32[0], a8[1];
    shr     a8[0], a8[1];
    shr.s   a8[0], r128[1];
    scl     a8[0], 3;
    rev     f32[0];
};

fn main() {}
