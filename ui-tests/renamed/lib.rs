//! A crate that has `aluvm` under another name. That it compiles is the test.

#![deny(warnings)]

use alu::isa::{Idx16, Idx32};
use alu::{Instr, LibId, aluasm, alulib, isa_extension};

isa_extension! {
    /// Instructions of a host.
    pub enum HostInstr: "HOST" {
        /// Reads a value.
        Load = 0x90 [key: Idx16, #0/4, dst: Idx32, #0/3]
            "hload" (s16 key, a64 dst) reads(s16 key) writes(a64 dst, st0) cost 200;
    }
}

/// Another version of the same instructions.
pub mod v2 {
    use alu::isa::Idx16;

    alu::isa_extension! {
        /// Instructions of a host.
        pub enum HostInstr: "HOST" {
            /// Reads a value.
            Load = 0x90 [key: Idx16, #0/4] "hload" (s16 key) reads(s16 key) writes(st0) cost 300;
        }
    }
}

/// A constant for the blocks.
pub const LIMIT: u16 = 1000;
/// A library for the blocks.
pub const LIBRARY: LibId = LibId::from_bytes([7; 32]);

/// Literals, labels, strings, constants and a call.
pub static CODE: [Instr; 6] = aluasm! {
    start:
        put     a16[0], LIMIT;
        put     s16[0], "text";
        put     f64[0], 2.5;
        jif     start;
        call    LIMIT @ LIBRARY;
        ret;
};

/// Instructions of the host.
pub static HOST: [Instr; 1] = aluasm! {
    #![isa(HostInstr)]
    hload   s16[0], a64[1];
};

/// A block in a function, behind a macro of this crate.
pub fn code() -> [Instr; 1] {
    macro_rules! put {
        ($value:expr) => {
            aluasm! { put a8[0], $value; }
        };
    }
    put!(2 + 2)
}

alulib! {
    /// Arithmetic, for other libraries.
    pub mod math {
        /// What is added.
        pub const STEP: a64 = super::LIMIT as u64 / 100;

        /// Why a number cannot be had.
        pub enum Problem in a8[31] {
            /// It is too large.
            TooLarge = 200,
        }

        /// Adds ten.
        pub fn advance(x: a64[0]) -> (y: a64[0]) {
                put     a64[1], STEP;
                require add.uc a64[1], x => TooLarge;
                ret;
        }

        /// For this crate only.
        pub(crate) fn retreat(x: a64[0]) -> (y: a64[0]) {
                put     a64[1], STEP;
                sub.uc  x, a64[1];
                swp     x, a64[1];
                ret;
        }
    }
}

/// The library under another path.
pub mod prelude {
    pub use crate::math as arithmetic;
}

/// Calls what is for this crate only.
pub fn nine() -> Option<u64> {
    Some(math::retreat(&mut alu::Vm::new(), 19).ok()?.y)
}

/// Makes a library in another crate.
#[macro_export]
macro_rules! constant_library {
    ($(#[$attribute:meta])* $visibility:vis $name:ident = $value:expr) => {
        $crate::__alu::alulib! {
            $(#[$attribute])*
            $visibility mod $name {
                /// Gives a number.
                pub fn value() -> (out: a16[0]) {
                        put     out, $value;
                        ret;
                }
            }
        }
    };
}

#[doc(hidden)]
pub use alu as __alu;
