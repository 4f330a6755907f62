//! Mistakes with `clr`, `put` and `putif`.

use aluvm::{Instr, aluasm};

static CODE: [Instr; 11] = aluasm! {
    clr     s16[0];
    clr     st0;
    clr     a8[0], a8[1];
    put     a8[0];
    put     a8[0], 300;
    put     300, a8[0];
    put     st0, true;
    put.u   a8[0], 1;
    putif   f32[0], 1.0;
    putif   s16[0], "text";
    put     s16[0], 'x';
};

fn main() {}
