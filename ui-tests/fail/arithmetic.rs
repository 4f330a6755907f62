//! Mistakes with integer and float arithmetic.

use aluvm::{Instr, aluasm};

static INTEGERS: [Instr; 9] = aluasm! {
    add     a8[0], a8[1];
    sub.n   a8[0], a8[1];
    mul.uc  a8[0], a16[1];
    div.uc  a8[0], 2;
    add     a8[0], 200;
    inc     a8[0], 1;
    dec     r128[0];
    rem.u   a8[0], a8[1];
    rem     f32[0], f32[1];
};

static FLOATS: [Instr; 5] = aluasm! {
    add.uc  f64[0], f64[1];
    mul     f64[0], f64[1];
    sub.n   f32[0], f64[1];
    neg     f64[16];
    abs     r128[0];
};

fn main() {}
