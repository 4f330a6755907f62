//! From the Rust types of inputs and outputs to those of what registers hold, and back.

use crate::bytes::ByteString;
use crate::call::Bytes;
use crate::isa::RegisterSize;
use crate::num::float::{F16, F16b, F32, F64, F80, F128, F256, F512};
use crate::num::integer::{U160, U256, U512, U1024, U2048, U4096, U8192, Word};
use crate::vm::RegisterError;

/// An input, as registers hold it in the type `T`.
pub trait Taken<T> {
    /// The value of the register.
    ///
    /// # Errors
    /// If no register holds it.
    fn taken(&self) -> Result<T, RegisterError>;
}

/// An output, from what a register holds in the type `T`.
pub trait Given<T> {
    /// The output.
    fn given(value: T) -> Self;
}

macro_rules! integers {
    ($($Type:ty)+) => {$(
        impl Taken<$Type> for $Type {
            #[inline(always)]
            fn taken(&self) -> Result<$Type, RegisterError> {
                Ok(*self)
            }
        }

        impl Given<$Type> for $Type {
            #[inline(always)]
            fn given(value: $Type) -> $Type {
                value
            }
        }
    )+};
}

integers!(u8 u16 u32 u64 u128 U256 U512 U1024);

macro_rules! signed {
    ($($Signed:ty: $Type:ty;)+) => {$(
        impl Taken<$Type> for $Signed {
            #[inline(always)]
            fn taken(&self) -> Result<$Type, RegisterError> {
                Ok(self.cast_unsigned())
            }
        }

        impl Given<$Type> for $Signed {
            #[inline(always)]
            fn given(value: $Type) -> $Signed {
                value.cast_signed()
            }
        }
    )+};
}

signed! {
    i8: u8;
    i16: u16;
    i32: u32;
    i64: u64;
    i128: u128;
}

macro_rules! floats {
    ($($Host:ty: $Type:ident;)+) => {$(
        impl Taken<$Type> for $Host {
            #[inline]
            fn taken(&self) -> Result<$Type, RegisterError> {
                let size = RegisterSize::$Type;
                $Type::try_from(*self).map_err(|_| RegisterError::NotANumber { size })
            }
        }

        impl Given<$Type> for $Host {
            #[inline]
            fn given(value: $Type) -> $Host {
                value.into()
            }
        }
    )+};
}

floats! {
    half::bf16: F16b;
    half::f16: F16;
    f32: F32;
    f64: F64;
    [u8; 10]: F80;
    [u8; 16]: F128;
    [u8; 32]: F256;
    [u8; 64]: F512;
}

macro_rules! general {
    ($($length:literal: $Type:ty;)+) => {$(
        impl Taken<$Type> for [u8; $length] {
            #[inline]
            fn taken(&self) -> Result<$Type, RegisterError> {
                Ok(<$Type as Word>::read_le(self))
            }
        }

        impl Given<$Type> for [u8; $length] {
            #[inline]
            fn given(value: $Type) -> [u8; $length] {
                let mut bytes = [0; $length];
                value.write_le(&mut bytes);
                bytes
            }
        }
    )+};
}

general! {
    16: u128;
    20: U160;
    32: U256;
    64: U512;
    128: U1024;
    256: U2048;
    512: U4096;
    1024: U8192;
}

impl<T> Taken<ByteString> for Bytes<'_, T>
where
    T: TryInto<ByteString> + Clone,
    RegisterError: From<T::Error>,
{
    fn taken(&self) -> Result<ByteString, RegisterError> {
        Ok(self.0.clone().try_into()?)
    }
}

impl Given<ByteString> for ByteString {
    fn given(value: ByteString) -> ByteString {
        value
    }
}
