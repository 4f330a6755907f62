//! What can be required.

use aluvm::alulib;

alulib! {
    mod library {
        pub enum Refusal in a8[7] { TooBig = 1 }

        pub fn one(x: a64[0], y: a64[1]) {
            require fail => TooBig;
            require inv st0 => TooBig;
            require jmp two => TooBig;
            require jif two;
            require ret;
            require test;
            require routine two => TooBig;
            require call other::two => TooBig;
            require dup x, y => TooBig;
            require nop;
            require eq.n a8[7], a8[1] => TooBig;
            require put a8[7], 5 => TooBig;
            require => TooBig;
            require not => TooBig;
            require not not ifz x => TooBig;
            require ifz x = TooBig;
            require ifz x -> TooBig;
            require ifz x TooBig;
            require st1 => TooBig;
            require;
            require eqq.n x, y => TooBig;
            require eq x, y => TooBig;
            require eq.n x => TooBig;
            require let z = a8[0] => TooBig;
            require next: => TooBig;
            require refuse TooBig;
            require require ifz x;
            ret;
        }

        fn two() {
            ret;
        }
    }
}

fn main() {}
