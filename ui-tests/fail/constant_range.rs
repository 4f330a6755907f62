//! Rust constants that do not fit.

use aluvm::{Instr, aluasm};

const LARGE: u32 = 70_000;
const NEGATIVE: i8 = -1;
const KEY: [u8; 20] = [7; 20];
const THIRD: f64 = 1.0 / 3.0;

static CODE: [Instr; 8] = aluasm! {
    put     a16[0], LARGE;
    put     r256[0], NEGATIVE;
    put     a8[0], { LARGE as i64 - 70_200 };
    jmp     LARGE;
    add     a8[0], { 64 + 64 };
    put     r256[0], KEY;
    put     f32[0], THIRD;
    put     a16[1], LARGE;
};

fn main() {}
