//! Mistakes with the instructions that compare.

use aluvm::{Instr, aluasm};

static CODE: [Instr; 12] = aluasm! {
    gt      a8[0], a8[1];
    gt.e    a8[0], a8[1];
    lt.u    f32[0], f32[1];
    lt.u    r128[0], r128[1];
    eq.n    f32[0], f32[1];
    eq.e    s16[0], s16[1];
    eq.e    a8[0], a16[1];
    ifz     f32[0];
    ifn     s16[0];
    st.x    a8[0];
    st.s    a8[9];
    inv     a8[0];
};

fn main() {}
