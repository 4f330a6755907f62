//! Mistakes with the instructions that move values.

use aluvm::{Instr, aluasm};

static CODE: [Instr; 10] = aluasm! {
    mov     a8[0], 5;
    mov     a8[0], a16[0];
    dup     s16[0], s16[1];
    dup     a8[0], r128[0];
    swp     r256[0], r256[1];
    cpy     f32[0], f64[0];
    cnv     r128[0], a8[0];
    cnv     a8[0], r128[0];
    spy     r128[0], a8[0];
    cpy.u   a8[0], a16[0];
};

fn main() {}
