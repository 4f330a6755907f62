//! What is verified, permitted on the statement, the routine, the item and the library.

#![deny(warnings)]

use aluvm::{Vm, alulib};

alulib! {
    mod on_statements {
        pub fn end_of_code() {
            #[allow(end_of_code)]
            nop;
        }

        pub fn unreachable() {
            ret;
            #[allow(unreachable)]
            nop;
            ret;
        }

        pub fn undefined_read() {
            #[allow(undefined_read)]
            inc     a8[0];
            ret;
        }

        pub fn maybe_undefined(x: a8[0]?) -> (y: a8[1]) {
            #[allow(maybe_undefined)]
            routine takes;
            dup     x, a8[1];
            #[allow(maybe_undefined)]
            ret;
        }

        fn takes(x: a8[0]) {
            ifn     x;
            inv     st0;
            ret;
        }

        pub fn false_status(x: a8[0]) -> (x: a8[0]) {
            ifz     x;
            jif     good;
            #[allow(false_status)]
            ret;
        good:
            ret;
        }

        pub fn negated_undefined(x: a8[0]?, y: a8[1]) {
            #[allow(negated_undefined)]
            gt.u    x, y;
            inv     st0;
            #[allow(negated_undefined)]
            require not gt.u x, y;
            ret;
        }

        pub fn clobbered(x: a8[0]) -> (y: a8[1]?) {
            #[allow(clobbered)]
            routine spoils;
            dup     x, a8[1];
            ret;
        }

        fn spoils() {
            put     a8[0], 1;
            ret;
        }

        pub fn endless_loop() {
        next:
            #[allow(endless_loop)]
            nop;
            jmp     next;
        }

        pub fn unused() {
            #[allow(unused_label)]
        next:
            #[allow(unused_alias)]
            let x = a8[0];
            // Several at one place.
            #[allow(undefined_read, unreachable)]
            #[allow(unused_input)]
            inc     a8[0];
            ret;
        }
    }
}

alulib! {
    mod on_statements_of_the_language {
        pub fn open_status(a: u64, b: u64) -> (x: u64) {
            eq.n    a, b;
            #[allow(open_status)]
            x = a;
            // What is permitted of a loop is permitted in it.
            #[allow(unused_variable, open_status)]
            while x < b {
                let y: u64 = x;
                eq.n    a, b;
                if a == 7 { let z: u64 = a; }
                x += 1;
            }
        }
    }
}

alulib! {
    mod on_items {
        #[allow(unused_const)]
        const LIMIT: a8 = 0;
        #[allow(unused_alias)]
        let alias = a8[0];

        #[allow(unused_error)]
        enum Refusal in a8[7] {
            Unused = 1,
        }

        pub enum Other in a8[7] {
            #[allow(unused_error)]
            Unused2 = 2,
        }

        #[allow(unset_output)]
        pub fn unset_output() -> (y: a8[1]) {
            ret;
        }

        #[allow(unused_input)]
        pub fn unused_input(x: a8[1]) {
            ret;
        }

        #[allow(unused_label, unused_alias)]
        pub fn names() {
        next:
            let x = a8[0];
            ret;
        }

        /// Documentation, other attributes and two lists.
        #[allow(undefined_read)]
        #[inline]
        #[allow(unreachable, dead_code)]
        pub fn several() {
            inc     a8[0];
            ret;
            nop;
            ret;
        }

        #[allow(unreachable)]
        fn nothing_calls_it() {
            ret;
        }

        #[allow(end_of_code)]
        pub fn last() {
            nop;
        }
    }
}

alulib! {
    #[allow(dead_code)]
    mod on_the_library {
        #![allow(end_of_code, unreachable, undefined_read, maybe_undefined, unset_output)]
        #![allow(unused_input, false_status, negated_undefined, clobbered, endless_loop)]
        #![allow(unused_label, unused_alias, unused_const, unused_error, unused_variable)]
        #![allow(open_status)]

        const LIMIT: a8 = 0;
        let alias = a8[0];
        enum Refusal in a8[7] { Unused = 1 }

        pub fn one(x: a8[0], z: a8[5]?) -> (y: a8[1], w: a8[2]) {
            let other = a8[3];
            inc     a8[4];
            gt.u    x, z;
            inv     st0;
            routine two;
            ret;
        next:
            nop;
        again:
            jmp     again;
        }

        fn two() {
            put     a8[0], 1;
            ret;
        }

        fn three(x: a8[1]) {
            nop;
        }

        fn four(a: u64) -> (b: u64) {
            eq.n    a, a;
            let c: u64 = a;
            b = a;
        }
    }
}

alulib! {
    mod denied {
        #![deny(unread_status)]

        pub fn looked_at(x: a8[0], y: a8[1]) -> (z: a8[2]?) {
            #[allow(unread_status)]
            add.uc  x, y;
            eq.n    x, x;
            dup     y, a8[2];
            ret;
        }

        #[allow(unread_status)]
        pub fn routine_of_it(x: a8[0], y: a8[1]) -> (y: a8[1]?) {
            add.uc  x, y;
            eq.n    x, x;
            ret;
        }
    }
}

fn main() {
    let vm = &mut Vm::new();
    assert!(on_statements::maybe_undefined(vm, Some(5)).is_ok_and(|out| out.y == 5));
    assert!(on_statements::maybe_undefined(vm, None).is_err());
    assert!(on_items::unset_output(vm).is_err());
    assert!(on_items::unused_input(vm, 5).is_ok());
    assert!(on_the_library::one(vm, 1, None).is_err());
    assert!(denied::looked_at(vm, 1, 2).is_ok());
}
