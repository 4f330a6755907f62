//! Labels that are not defined, or twice.

use aluvm::{Instr, aluasm};

static CODE: [Instr; 6] = aluasm! {
    next:
        inc     a8[0];
        jif     nxt;
        jmp     nowhere;
        routine nowhere;
    next:
        ret;
    done
        fail;
};

fn main() {}
