//! Jumps and calls within a library.

use aluvm::alulib;

const OFFSET: u16 = 0;

alulib! {
    mod library {
        const WITHIN: a16 = 0;

        pub fn one(x: a64[0]) {
        next:
            inc     x;
            jif     nxt;
            jmp     nowhere;
            jmp     tow;
            jmp     OFFSET;
            jmp     WITHIN;
            jmp     super::OFFSET;
            jmp     { 2 + 2 };
            jif     next;
            routine nowhere;
            routine tow;
            routine next;
            routine 5;
            routine 0x10;
            routine;
            routine { 5 };
            routine OFFSET;
            call    5;
            call    two;
            exec    two;
            jmp     elsewhere;
            jmp     0xFFFF;
            ret;
        }

        fn two() {
        elsewhere:
            jif     elsewhere;
            ret;
        }
    }
}

fn main() {}
