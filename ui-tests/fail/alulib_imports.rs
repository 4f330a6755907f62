//! Calls of routines of other libraries.

use aluvm::alulib;

alulib! {
    pub mod math {
        pub fn double(x: a64[0]) -> (y: a64[0]) {
            add.uc  x, x;
            test;
            jmp     own;
        }

        fn own() {
            ret;
        }

        pub fn spoil() {
            put     a64[5], 0;
            ret;
        }
    }
}

alulib! {
    mod names {
        use super::math;
        use super::math as other;

        pub fn one(x: a64[0]) {
            call    maths::double;
            call    math::dubble;
            call    math::own;
            call    math::double::SITE;
            call    other::double
            call    super::math::double;
            exec    math;
            routine math::double;
            jmp     math::double;
            call    5 @ math;
            call    math::double, 5;
            ret;
        }
    }
}

alulib! {
    mod verified {
        use super::math;

        pub fn undefined(x: a64[0]?) {
            call    math::double;
            ret;
        }

        pub fn never_defined() {
            exec    math::double;
        }

        pub fn clobbered(y: a64[5]) -> (z: a64[3]?) {
            call    math::spoil;
            dup     y, z;
            ret;
        }
    }
}

alulib! {
    mod uses {
        use "math.aluasm" as file;
        use super::math as test;
        use super::math as names;
        use super::math::*;
        use super::{math, math as again};
        use super::math as _;

        pub fn names() {
            ret;
        }
    }
}

fn main() {
    let _ = uses::names(&mut aluvm::Vm::new());
}
