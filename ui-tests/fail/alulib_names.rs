//! Names: unique, not taken, no mnemonics.

use aluvm::alulib;

alulib! {
    mod twice {
        pub enum Refusal in a8[7] { A = 1 }
        pub enum Others in a8[6] { A = 2 }
        let two = a8[0];

        pub fn one() {
            put     two, 1;
            refuse  A;
        }

        pub fn two(x: a8[0], x: a8[1]) {
            eq.n    x, x;
            ret;
        }

        pub fn of_items(one: a8[0], Refusal: a8[1], A: a8[2]) -> (two: a8[3]) {
            put     two, 0;
            ifz     one;
            ret;
        }

        // One name in two registers.
        pub fn three(x: a8[0]) -> (x: a8[1]) {
            ifz     a8[0];
            put     a8[1], 0;
            ret;
        }
    }
}

alulib! {
    mod shadowing {
        let total = a64[5];

        pub fn one(x: a64[0]) {
            let total = a64[2];
            let x = a64[1];
            let one = a64[2];
            let here = a64[2];
            let here = a64[2];
            eq.n    total, here;
            ret;
        }

        pub fn labels(x: a64[0]) {
        next:
            inc     x;
            jif     next;
        next:
            dec     x;
        one:
        x:
            ret;
        }

        // One register can be an input and an output by one name, and labels are those of their routine.
        pub fn right(x: a64[0]) -> (x: a64[0]) {
        next:
            inc     x;
            jif     next;
            ret;
        }
    }
}

alulib! {
    mod taken {
        let put = a8[0];

        pub fn inputs(test: a8[0]) -> (a8: a8[1]) {
            fail;
        }

        pub fn add() { ret; }
        pub fn a16() { ret; }
        pub fn st0() { ret; }
        pub fn inf() { ret; }
    }
}

fn main() {}
