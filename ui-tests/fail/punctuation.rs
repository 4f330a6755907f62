//! Missing `;` and `,`, and stray tokens.

use aluvm::{Instr, aluasm};

static CODE: [Instr; 11] = aluasm! {
        inc     a8[0]
        ret
    next:
        add.uc  a8[0] a8[1];
        add.uc  a8[0], ;
        add.uc  a8[0],, a8[1];
        inc     a8[0] ?;
        ;
        5;
        nop     nop;
        /// Only a label has documentation.
        nop;
        #[inline]
        nop;
        jmp     next
};

fn main() {}
