//! Missing, unknown, superfluous and contradictory flags.

use aluvm::{Instr, aluasm};

static CODE: [Instr; 14] = aluasm! {
    add     a8[1], a8[2];
    mul     f64[1], f64[2];
    eq      r256[1], r256[2];
    add.q   a8[1], a8[2];
    add.uc  f32[1], f32[2];
    shr.x   a8[1], a16[2];
    mov.u   a8[1], a8[2];
    add.uc  a8[1], 5;
    gt.u    r256[1], r256[2];
    ret.x;
    sub.us  a8[1], a8[2];
    div.zn  f64[1], f64[2];
    add.u.c a8[1], a8[2];
    add.    a8[1], a8[2];
};

fn main() {}
