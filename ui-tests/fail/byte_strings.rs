//! Mistakes with the instructions for byte strings.

use aluvm::{Instr, aluasm};

static CODE: [Instr; 14] = aluasm! {
    fill    s16[0], a16[0], a16[1], a8[0];
    fill.e  s16[0], a8[0], a16[1], a8[0];
    len     a16[0], s16[0];
    cnt     s16[0], a8[0], a16[16];
    con     s16[0], s16[1], a16[0], a16[1];
    find    s16[0], s16[1], a16[2];
    extr    s16[0], f32[0], a16[0];
    inj     s16[0], a8[0], a8[1];
    join    s16[0], s16[1];
    splt    s16[0], a16[0], s16[1], s16[2];
    ins.q   s16[0], s16[1], a16[0];
    del.n   s16[0], s16[1], a8[0], a8[1], 1, false;
    del.n   s16[0], s16[1], a8[0], a8[1];
    rev     s16[0];
};

fn main() {}
