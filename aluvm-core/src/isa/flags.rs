//! Flags: the letters behind a mnemonic's dot. Each type is one table of its letters, bits and
//! meanings, from which parsing, printing and error messages are made.

use super::data::{Beside, Given};
use super::field::{FieldKind, Flag};
use super::operand::Operand;

macro_rules! flags {
    ($($(#[$doc:meta])* $Flags:ident : $width:literal {
        $(#[doc = $meaning:literal] $Value:ident = $bits:literal $text:literal,)*
    })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum $Flags {
            $(#[doc = $meaning] $Value = $bits,)*
        }

        impl $Flags {
            /// The width of the field in bits.
            pub const BITS: u32 = $width;

            /// Every value, in the order of its bits.
            pub const FLAGS: &'static [Flag] = &[
                $(Flag { text: $text, bits: $bits, meaning: $meaning.trim_ascii_start() },)*
            ];

            /// The value with these bits.
            #[inline]
            pub const fn from_bits(bits: u64, _: Given) -> $Flags {
                const ALL: [$Flags; 1 << $width] = [$($Flags::$Value,)*];
                ALL[(bits & ((1 << $width) - 1)) as usize]
            }

            /// The value with these bits, which `aluasm!` knows to be one.
            pub const fn from_part(part: u8, _: &Beside) -> $Flags {
                const ALL: &[$Flags; 1 << $width] = &[$($Flags::$Value,)*];
                ALL[part as usize]
            }

            /// The bits of the value.
            #[inline]
            pub const fn to_bits(&self) -> u64 {
                *self as u64
            }
        }

        impl Operand for $Flags {
            const KIND: FieldKind = FieldKind::Flags($Flags::FLAGS);
        }
    )*};
}

flags! {
    /// How integer arithmetic reads its operands and treats overflow.
    IntFlags: 2 {
        /// unsigned, overflow gives an undefined result
        UnsignedChecked = 0 "uc",
        /// signed, overflow gives an undefined result
        SignedChecked = 1 "sc",
        /// unsigned, result modulo two to the width
        UnsignedWrapped = 2 "uw",
        /// signed, result modulo two to the width
        SignedWrapped = 3 "sw",
    }

    /// How floating-point arithmetic rounds.
    Rounding: 2 {
        /// round toward zero
        TowardZero = 0 "z",
        /// round to nearest, ties to even
        NearestEven = 1 "n",
        /// round toward negative infinity
        Floor = 2 "f",
        /// round toward positive infinity
        Ceil = 3 "c",
    }

    /// Whether integers are compared or shifted as unsigned or signed.
    SignFlag: 1 {
        /// unsigned
        Unsigned = 0 "u",
        /// signed, two's complement
        Signed = 1 "s",
    }

    /// How floating-point numbers are compared.
    FloatEqualFlag: 1 {
        /// exactly
        Exact = 0 "e",
        /// roughly: the least significant bit of both significands is ignored
        Rough = 1 "r",
    }

    /// Whether two undefined registers are equal.
    EqualFlag: 1 {
        /// two undefined registers are not equal
        UndefinedDiffers = 0 "n",
        /// two undefined registers are equal
        UndefinedEqual = 1 "e",
    }

    /// How `st` merges `st0` into a register.
    MergeFlag: 2 {
        /// set the register to st0
        Set = 0 "s",
        /// add st0, saturating
        Add = 1 "a",
        /// bitwise and with st0
        And = 2 "n",
        /// bitwise or with st0
        Or = 3 "o",
    }

    /// What `fill` does when an offset exceeds the length of the string.
    FillFlag: 1 {
        /// extend the string with zeros
        Extend = 0 "e",
        /// fail and leave the string undefined
        Fail = 1 "f",
    }

    /// What `splt` does when the offset is at or past an end of the string.
    SplitFlag: 3 {
        /// both parts undefined
        N = 0 "n",
        /// as n, but offset zero keeps a source that is not empty as the second part
        Nn = 1 "nn",
        /// as n, but offset zero keeps the source, empty or not, as the second part
        Nz = 2 "nz",
        /// an offset of zero gives an empty first part, other bad offsets undefined parts
        Ee = 3 "ee",
        /// past the end: the source and an undefined part
        Cn = 4 "cn",
        /// past the end: the source and an empty part
        Cz = 5 "cz",
        /// past the end: the source extended with zeros and an undefined part
        Zn = 6 "zn",
        /// past the end: the source extended with zeros and an empty part
        Zz = 7 "zz",
    }

    /// What `ins` does when the offset exceeds the destination or the result its maximal length.
    InsertFlag: 3 {
        /// undefined result in each bad case
        L = 0 "l",
        /// undefined result in each bad case, as l
        O = 1 "o",
        /// undefined result in each bad case, as l
        F = 2 "f",
        /// offset past the end: extend the destination with zeros
        E = 3 "e",
        /// offset past the end: append the source
        A = 4 "a",
        /// offset past the end: extend with zeros; too long: cut the result
        X = 5 "x",
        /// offset past the end: append; too long: cut the result
        C = 6 "c",
        /// offset past the end: append; too long: cut the inserted source
        S = 7 "s",
    }

    /// What `del` does when the range goes past the end of the string.
    DeleteFlag: 2 {
        /// undefined result
        N = 0 "n",
        /// empty result
        Z = 1 "z",
        /// keep what stands before the range
        C = 2 "c",
        /// keep what stands before the range, extended with zeros
        E = 3 "e",
    }

    /// Whether `edadd` checks its inputs.
    EdAddFlag: 1 {
        /// strict: inputs outside the prime-order subgroup fail
        Strict = 0 "s",
        /// lax: any point of the curve
        Lax = 1 "l",
    }
}
