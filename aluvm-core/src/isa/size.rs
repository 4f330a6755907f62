//! Operand types for the sizes of registers: for each the sizes that its field can hold, in the order of
//! its bits.

use super::data::{Beside, Given};
use super::field::FieldKind;
use super::operand::Operand;
use super::register::RegisterSize;

macro_rules! sizes {
    ($($(#[$doc:meta])* $Size:ident : $width:literal { $($Value:ident = $bits:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum $Size {
            $(#[doc = concat!("See [`RegisterSize::", stringify!($Value), "`].")] $Value = $bits,)*
        }

        impl $Size {
            /// The width of the field in bits.
            pub const BITS: u32 = $width;

            /// Every size, in the order of its bits.
            pub const SIZES: &'static [RegisterSize] = &[$(RegisterSize::$Value,)*];

            /// The size with these bits.
            #[inline]
            pub const fn from_bits(bits: u64, _: Given) -> $Size {
                const ALL: [$Size; 1 << $width] = [$($Size::$Value,)*];
                ALL[(bits & ((1 << $width) - 1)) as usize]
            }

            /// The size with these bits, which `aluasm!` knows to be one.
            pub const fn from_part(part: u8, _: &Beside) -> $Size {
                const ALL: &[$Size; 1 << $width] = &[$($Size::$Value,)*];
                ALL[part as usize]
            }

            /// The bits of the size.
            #[inline]
            pub const fn to_bits(&self) -> u64 {
                *self as u64
            }

            /// The size among all sizes of all families.
            #[inline]
            pub const fn register_size(self) -> RegisterSize {
                Self::SIZES[self as usize]
            }
        }

        impl Operand for $Size {
            const KIND: FieldKind = FieldKind::Size($Size::SIZES);
        }
    )*};
}

sizes! {
    /// The size of an integer register.
    SizeA: 3 {
        A8 = 0, A16 = 1, A32 = 2, A64 = 3, A128 = 4, A256 = 5, A512 = 6, A1024 = 7,
    }

    /// The size of a float register.
    SizeF: 3 {
        F16b = 0, F16 = 1, F32 = 2, F64 = 3, F80 = 4, F128 = 5, F256 = 6, F512 = 7,
    }

    /// The size of a general register.
    SizeR: 3 {
        R128 = 0, R160 = 1, R256 = 2, R512 = 3, R1024 = 4, R2048 = 5, R4096 = 6, R8192 = 7,
    }

    /// The size of an integer or float register.
    SizeAF: 4 {
        A8 = 0, A16 = 1, A32 = 2, A64 = 3, A128 = 4, A256 = 5, A512 = 6, A1024 = 7,
        F16b = 8, F16 = 9, F32 = 10, F64 = 11, F80 = 12, F128 = 13, F256 = 14, F512 = 15,
    }

    /// The size of an integer or general register.
    SizeAR: 4 {
        A8 = 0, A16 = 1, A32 = 2, A64 = 3, A128 = 4, A256 = 5, A512 = 6, A1024 = 7,
        R128 = 8, R160 = 9, R256 = 10, R512 = 11, R1024 = 12, R2048 = 13, R4096 = 14, R8192 = 15,
    }

    /// The size of a register that holds a shift amount or an offset: `a8` or `a16`.
    SizeA2: 1 { A8 = 0, A16 = 1, }

    /// The size of a register that holds a scalar of a curve: `r256` or `a256`.
    SizeScalar: 1 { R256 = 0, A256 = 1, }
}

/// A field for sizes of two families has those of integer registers first.
macro_rules! two_families {
    ($($Size:ident, $other:ident: $Other:ident;)+) => {$(
        impl $Size {
            /// The size of an integer register; none for one of the other family.
            #[inline]
            pub const fn integer(self) -> Option<SizeA> {
                match self as u64 {
                    bits @ 0..8 => Some(SizeA::from_bits(bits, Given::Nothing)),
                    _ => None,
                }
            }

            #[doc = concat!("The size of a ", stringify!($other), " register; none for an integer.")]
            #[inline]
            pub const fn $other(self) -> Option<$Other> {
                match self as u64 {
                    bits @ 8.. => Some($Other::from_bits(bits, Given::Nothing)),
                    _ => None,
                }
            }
        }
    )+};
}

two_families! {
    SizeAF, float: SizeF;
    SizeAR, general: SizeR;
}
