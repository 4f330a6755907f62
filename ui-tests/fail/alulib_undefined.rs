//! What is verified of registers: which are defined where they are read, given to others or returned.

use aluvm::alulib;

alulib! {
    mod undefined_read {
        pub fn one(sum: a8[0]) -> (sum: a8[0]?) {
            add.uc  a8[1], sum;
            ret;
        }

        pub fn two(x: a8[0]) {
            let gone = a8[2];
            clr     gone;
            eq.n    x, gone;
            ret;
        }

        // Two of one instruction are two mistakes, the second use of one is none.
        pub fn three(x: a8[0]) {
            sub.uc  a16[3], a16[4];
            sub.uc  a16[3], a16[4];
            ifz     x;
            ret;
        }
    }
}

alulib! {
    mod maybe_undefined {
        pub fn one(x: a8[0]) -> (y: a8[1]) {
            ifz     x;
            jif     set;
            inv     st0;
            ret;
        set:
            put     a8[1], 1;
            ret;
        }

        pub fn two(x: a8[0]?) {
            routine takes;
            ret;
        }

        pub fn three() {
            jmp     takes;
        }

        fn takes(x: a8[0]) {
            ifz     x;
            ret;
        }
    }
}

alulib! {
    mod outputs_and_inputs {
        pub fn unset() -> (y: a8[1], z: a8[2]?) {
            ret;
        }

        pub fn unused(x: a8[1], z: a8[3]) -> (z: a8[3]) {
            ret;
        }

        pub fn refused(x: a8[0]) -> (x: a8[0]) {
            ifz     x;
            jif     good;
            ret;
        good:
            ret;
        }
    }
}

alulib! {
    mod negated_undefined {
        pub fn one(x: a8[0]?, y: a8[1]) {
            gt.u    x, y;
            inv     st0;
            ret;
        }

        pub fn two(x: a8[0], y: a8[1]?) {
            require not gt.u x, y;
            ret;
        }
    }
}

alulib! {
    mod clobbered {
        pub fn one(x: a8[0]) -> (y: a8[1]?) {
            routine spoils;
            dup     x, a8[1];
            ret;
        }

        fn spoils() {
            put     a8[0], 1;
            ret;
        }
    }
}

alulib! {
    mod unread_status {
        #![deny(unread_status)]

        pub fn one(x: a8[0], y: a8[1]) -> (y: a8[1]?) {
            add.uc  x, y;
            eq.n    x, x;
            ret;
        }
    }
}

fn main() {
    let mut vm = aluvm::Vm::new();
    let _ = undefined_read::one(&mut vm, 5);
    let _ = maybe_undefined::two(&mut vm, None);
    let _: Option<u8> = outputs_and_inputs::unset(&mut vm).unwrap().z;
}
