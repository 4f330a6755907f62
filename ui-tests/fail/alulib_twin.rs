//! Routines that ask for a twin and have none.

use aluvm::isa::Idx32;
use aluvm::{Extension, Registers, alulib, isa_extension};

isa_extension! {
    /// The instructions of the protocol.
    pub enum StateInstr: "STATE" {
        /// Sets a register.
        Load = 0x90 [dst: Idx32, #0/3] "sload" (a64 dst) reads() writes(a64 dst) cost 1;
    }
}

impl Extension for StateInstr {
    type Context<'c> = ();

    fn execute(&self, _: &mut Registers, (): &mut ()) -> std::ops::ControlFlow<()> {
        std::ops::ControlFlow::Continue(())
    }
}

alulib! {
    #[allow(unused_input, unused_error, unused_const, unreachable)]
    mod all {
        #[twin]
        pub const LIMIT: u64 = 5;

        #[twin]
        pub fn instruction(a: u64) -> (b: u64) {
            b = a;
            not b;
        }

        #[twin]
        pub fn plain(a: a64[0]) { put a64[0], 1; ret; }

        #[twin]
        pub fn callee(a: u64) -> (b: u64) {
            b = instruction(a);
        }

        #[twin]
        pub fn circle(a: a64[5]) -> (b: a64[6]) {
            if a == a64[5] { b = circle(a); } else { b = a; }
        }

        #[twin]
        pub fn optional(a: u64?, c: u64) -> (b: u64) { b = c; }

        #[twin]
        pub fn definedness(a: u64) { return ifn(a); }

        #[allow(clobbered)]
        #[twin]
        pub fn overwritten(a: u64) -> (b: u64) { b = a; }

        #[twin]
        pub fn above(a: u64) -> (b: u64) { #[allow(clobbered)] b = a; }

        #[twin]
        pub fn far_above(a: u64) -> (b: u64) { b = above(a); }
    }
}

alulib! {
    mod hosted {
        #![isa(crate::StateInstr)]

        #[allow(maybe_undefined)]
        #[twin]
        pub fn one() -> (b: u64) { b = sload(); }
    }
}

alulib! {
    mod deployed {
        #![profile("rgb-0.11")]

        #[twin]
        pub fn one(a: u64) -> (b: u64) { b = a + 1; }
    }
}

fn main() {}
