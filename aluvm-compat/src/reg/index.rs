//! Indexes of registers. Which number converts to which of them is part of the interface: a host's assembler
//! leaves it to the compiler to find the type of a literal.

use core::fmt;

use amplify::num::{u4, u5};

macro_rules! indexes {
    ($($(#[$doc:meta])* $Index:ident: $Number:ident below $end:literal, $text:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub struct $Index(u8);

        impl $Index {
            /// All of them in order.
            pub const ALL: [$Index; $end] = {
                let mut all = [$Index(0); $end];
                let mut index = 0;
                while index < $end {
                    all[index] = $Index(index as u8);
                    index += 1;
                }
                all
            };

            /// The index as a number.
            pub const fn number(self) -> u8 {
                self.0
            }
        }

        impl From<$Number> for $Index {
            fn from(index: $Number) -> $Index {
                $Index(index.to_u8())
            }
        }

        impl From<$Index> for $Number {
            fn from(index: $Index) -> $Number {
                $Number::with(index.0 % $end)
            }
        }

        impl From<&$Index> for $Number {
            fn from(index: &$Index) -> $Number {
                $Number::from(*index)
            }
        }

        impl fmt::Display for $Index {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($text, "[{}]"), self.0)
            }
        }
    )+};
}

indexes! {
    /// One of 32 registers of a width.
    Reg32: u5 below 32, "";
    /// One of the first 16 registers of a width.
    Reg16: u4 below 16, "";
    /// One of the 16 byte strings.
    RegS: u4 below 16, "s16";
}

impl Reg32 {
    /// The first register of a width.
    #[allow(non_upper_case_globals)] // The name that hosts know.
    pub const Reg0: Reg32 = Reg32(0);

    /// The index with a number, modulo 32.
    pub(super) fn from_number(number: u8) -> Reg32 {
        Reg32(number % 32)
    }
}

impl From<Reg16> for Reg32 {
    fn from(index: Reg16) -> Reg32 {
        Reg32(index.0)
    }
}

/// Modulo 16. There is no conversion of another integer, so that a literal is a `u8`.
impl From<u8> for RegS {
    fn from(index: u8) -> RegS {
        RegS(index % 16)
    }
}
