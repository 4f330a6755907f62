//! An extension of which nothing says what its instructions do: one error, however many routines there are.

use aluvm::alulib;
use aluvm::isa::Idx32;

aluvm::isa_extension! {
    /// The instructions of the protocol.
    pub enum StateInstr: "STATE" {
        /// Sets a register.
        Load = 0x90 [dst: Idx32, #0/3] "sload" (a64 dst) reads() writes(a64 dst) cost 1;
    }
}

alulib! {
    pub mod library {
        #![isa(crate::StateInstr)]

        pub fn one() -> (y: a64[1]?) {
            sload   a64[1];
            ret;
        }

        pub fn two(x: a64[0], text: s16[0]) {
            sload   a64[1];
            add.uc  a64[1], x;
            len     text, a64[1];
            ret;
        }
    }
}

fn main() {
    let _ = library::ID;
}
