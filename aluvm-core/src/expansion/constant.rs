//! Rust constants of each type that an operand can take, as plain values.
//!
//! Traits do not run in constants, so [`Const`] has its methods by type, and which one is meant is left to
//! type inference. An expression may leave its type open: literals without a suffix, alone or in arithmetic,
//! in an `if`, in an array. Where more than one type has a method, the compiler takes the one that needs no
//! reference, if there is just one. So `i128` takes itself by value and all other integers by reference,
//! and what is open becomes an `i128`; with a literal that is too large for it the macro calls the method
//! that does the same for `u128`. An open float is an `f64` in the same way. The names of the methods
//! begin as no method of a user's trait does.

use super::value::{Number, Value};
use crate::library::{LibId, LibSite};

/// A Rust constant of a type that an operand can take.
#[derive(Clone, Copy, Debug)]
pub struct Const<T>(pub T);

macro_rules! numbers {
    ($([$($generic:tt)*] $Type:ty, $value:ident => $number:expr;)*) => {$(
        impl<$($generic)*> Const<$Type> {
            /// The number or the bytes.
            #[allow(unused_comparisons)]
            pub const fn aluvm_number(&self) -> Number<'_> {
                let $value = &self.0;
                $number
            }

            /// The same beside a literal that is too large for `i128`.
            pub const fn aluvm_large_number(&self) -> Number<'_> {
                self.aluvm_number()
            }
        }
    )*};
}

macro_rules! integers {
    ($($Type:ty)*) => {
        numbers! { $([] $Type, value => Number::Integer(*value as u128, *value < 0);)* }
    };
}

integers! { u8 u16 u32 u64 usize i8 i16 i32 i64 isize }

numbers! {
    [const N: usize] [u8; N], bytes => Number::Bytes(bytes);
    [const N: usize] &[u8; N], bytes => Number::Bytes(*bytes);
    [] &[u8], bytes => Number::Bytes(bytes);
}

impl Const<i128> {
    /// The number. By value: what leaves its type open becomes this.
    pub const fn aluvm_number(self) -> Number<'static> {
        Number::Integer(self.0 as u128, self.0 < 0)
    }

    /// The same beside a literal that is too large for the type.
    pub const fn aluvm_large_number(&self) -> Number<'_> {
        self.aluvm_number()
    }
}

impl Const<u128> {
    /// The number.
    pub const fn aluvm_number(&self) -> Number<'_> {
        self.aluvm_large_number()
    }

    /// The same beside a literal that is too large for `i128`. By value: what leaves its type open
    /// becomes this.
    pub const fn aluvm_large_number(self) -> Number<'static> {
        Number::Integer(self.0, false)
    }
}

impl Const<f64> {
    /// The number. By value: what leaves its type open becomes this.
    pub const fn aluvm_float(self) -> f64 {
        self.0
    }
}

impl Const<f32> {
    /// The number, which is exact in the wider format.
    pub const fn aluvm_float(&self) -> f64 {
        self.0 as f64
    }
}

impl Const<bool> {
    /// A bit.
    pub const fn aluvm_switch(&self) -> Value<'_> {
        Value::Number([self.0 as u8; 16], 0, 1)
    }
}

impl Const<LibId> {
    /// A library.
    pub const fn aluvm_library(&self) -> Value<'_> {
        Value::Library(self.0)
    }
}

impl Const<LibSite> {
    /// A place in a library.
    pub const fn aluvm_site(&self) -> Value<'_> {
        Value::Site(self.0)
    }
}

macro_rules! byte_strings {
    ($([$($generic:tt)*] $Type:ty, $value:ident => $slice:expr;)*) => {$(
        impl<$($generic)*> Const<&'static $Type> {
            /// The bytes of a string register.
            pub const fn aluvm_bytes(&self) -> &'static [u8] {
                let $value = self.0;
                $slice
            }
        }
    )*};
}

byte_strings! {
    [const N: usize] [u8; N], bytes => bytes;
    [const N: usize] &'static [u8; N], bytes => *bytes;
    [] &'static [u8], bytes => bytes;
    [] &'static str, text => text.as_bytes();
}
