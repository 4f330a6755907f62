//! Rules and rows that no other file has, each at the token that shows it; and mistakes that show in two places,
//! each with one error.

use aluvm::alulib;

alulib! {
    mod taken {
        pub enum LIB in a8[7] { Big = 1 }
        pub const program: a8 = 1;
        pub const ALUVM_CONTRACT: a8 = 2;

        pub fn one(x: a8[0]) {
            inc     x;
            ret;
        }

        pub fn two(x: a8[0]) {
            put     a8[1], Big;
            one;
            exec    one;
        }

        pub fn three(x: a8[0]) {
            ifz     x;
        one:
            ret;
        }
    }
}

alulib! {
    mod registers {
        pub enum General in r128[0] { A = 1 }
        pub enum Text in s16[0] { B = 1 }
        pub enum Longest in a64[0] { C = 0xFFFF_FFFF_FFFF_FFFF, D = 0x1_0000_0000_0000_0000 }

        pub fn one() {
            refuse  C;
        }
    }
}

alulib! {
    mod constants {
        const SELF: a8 = SELF;
        const FIRST: a8 = SECOND;
        const SECOND: a8 = FIRST;
        const TENTH: f64 = 0.1;

        pub fn one() -> (x: a8[0], y: f32[0]) {
            put     x, SELF;
            put     x, FIRST;
            put     y, TENTH;
            ret;
        }
    }
}

// Both the output and the input of the second routine are lost by the call, which is the mistake.
alulib! {
    mod lost {
        pub fn output(x: a8[0]) -> (x: a8[0]) {
            routine spoils;
            ret;
        }

        pub fn input(x: a8[0]) {
            routine spoils;
            routine needs;
            ret;
        }

        pub fn over(x: a8[0]) -> (x: a8[0]) {
            ifz     x;
            jmp     spoils;
        }

        fn spoils() {
            put     a8[0], 1;
            ret;
        }

        fn needs(x: a8[0]) {
            ifz     x;
            ret;
        }
    }
}

// What stands behind is reached by who leaves the circle.
alulib! {
    mod endless {
        pub fn recursion(x: a8[0]) -> (x: a8[0]) {
            ifz     x;
            routine recursion;
            dec     x;
            ret;
        }

        pub fn caller(x: a8[0]) {
            routine turns;
            routine behind;
            ret;
        }

        fn turns(x: a8[0]) {
        again:
            ifz     x;
            jmp     again;
        }

        fn behind(x: a8[0]) {
            ifz     x;
            ret;
        }
    }
}

fn main() {
    let mut vm = aluvm::Vm::new();
    let _ = lost::output(&mut vm, 1);
    let _ = endless::recursion(&mut vm, 1);
}
