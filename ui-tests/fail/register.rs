//! Registers that do not exist, or that the instruction cannot name.

use aluvm::{Instr, aluasm};

static CODE: [Instr; 16] = aluasm! {
    clr     a24[0];
    clr     f48[0];
    clr     r100[0];
    clr     x9[0];
    clr     a8[32];
    clr     a8[0x20];
    mov     s16[16], s16[0];
    clr     a8;
    clr     a8[];
    clr     a8[INDEX];
    clr     a8[1u8];
    neg     a8[16];
    st.s    a8[8];
    shl     a32[0], a16[0];
    find    s16[0], s16[1], a16[1];
    inc     countr;
};

static ALIASES: [Instr; 2] = aluasm! {
    let counter = a16[0];
    let counter = a16[1];
    let add = a8[0];
    let a16 = a8[0];
    let five = 5;
    inc     countr;
    inc     counter[0];
};

fn main() {}
