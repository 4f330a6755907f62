//! Mistakes with the instructions of control flow.

use aluvm::{Instr, aluasm};

static CODE: [Instr; 11] = aluasm! {
    fail    st0;
    test    a8[0];
    ret     1;
    jmp     70000;
    jif.z   0;
    jif     a16[0];
    routine f32[0];
    routine missing;
    call    0;
    exec    0 @ a8[0];
    jmp     0 @ 1;
};

fn main() {}
