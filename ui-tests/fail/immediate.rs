//! Immediates out of range, of the wrong kind and of the wrong width.

use aluvm::{Instr, aluasm};

static RANGE: [Instr; 12] = aluasm! {
    put     a8[0], 256;
    put     a8[0], -129;
    put     a64[0], 0x1_0000_0000_0000_0000;
    put     a128[0], 0x1_00000000_00000000_00000000_00000000;
    put     r160[0], -1;
    jmp     65536;
    add     a8[0], 128;
    sub     a8[0], 129;
    call    0 @ 256;
    put     f16[0], 65520;
    put     f16b[0], 1e39;
    .byte   256;
};

static KIND: [Instr; 14] = aluasm! {
    put     a8[0], 1.5;
    put     a8[0], "x";
    put     f32[0], "x";
    put     s16[0], 5;
    put     a8[0], 5u8;
    put     f32[0], 1.5f32;
    put     a8[0], 'x';
    put     f32[0], nan;
    put     f512[0], inf;
    put     a8[0], limit;
    put     a8[0], (1);
    put     a8[0], -LIMIT;
    put     a8[0], LIMIT + 1;
    jmp     "x";
};

static WIDTH: [Instr; 3] = aluasm! {
    put     a16[0], b"x";
    put     r160[0], b"";
    put     f80[0], b"12345678901";
};

fn main() {}
