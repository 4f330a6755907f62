//! The Rust types of what registers hold.

use crate::bytes::ByteString;
use crate::isa::{Register, RegisterSize};
use crate::num::float::{F16, F16b, F32, F64, F80, F128, F256, F512};
use crate::num::integer::{U160, U256, U512, U1024, U2048, U4096, U8192};
use crate::vm::{Content, Registers, banks};

/// A value of registers of one size, or of an A and an R register that have as many bits.
pub trait Native {
    /// What a variable has before it is assigned.
    fn filler() -> Self
    where
        Self: Sized;

    /// The value with these bytes, as a register has them.
    fn from_bytes(bytes: &[u8]) -> Self
    where
        Self: Sized;

    /// The value of a register; none if it is undefined, or holds another type.
    fn read(registers: &Registers, register: Register) -> Option<Self>
    where
        Self: Sized;

    /// Makes it the value of a register that holds this type.
    fn write(&self, registers: &mut Registers, register: Register);
}

macro_rules! natives {
    ($($Type:ty: $($Size:ident)+;)+) => {$(
        impl Native for $Type {
            #[inline(always)]
            fn filler() -> $Type {
                Content::filler()
            }

            #[inline]
            fn from_bytes(bytes: &[u8]) -> $Type {
                Content::from_bytes(bytes).unwrap_or_else(Content::filler)
            }

            #[inline]
            fn read(registers: &Registers, register: Register) -> Option<$Type> {
                let Register::Value { size, index } = register else { return None };
                match size {
                    $(RegisterSize::$Size => registers.read::<banks::$Size>(index.into()),)+
                    _ => None,
                }
            }

            #[inline]
            fn write(&self, registers: &mut Registers, register: Register) {
                let Register::Value { size, index } = register else { return };
                match size {
                    $(RegisterSize::$Size => {
                        registers.write::<banks::$Size>(index.into(), Some(*self));
                    })+
                    _ => {}
                }
            }
        }
    )+};
}

natives! {
    u8: A8;
    u16: A16;
    u32: A32;
    u64: A64;
    u128: A128 R128;
    U160: R160;
    U256: A256 R256;
    U512: A512 R512;
    U1024: A1024 R1024;
    U2048: R2048;
    U4096: R4096;
    U8192: R8192;
    F16b: F16b;
    F16: F16;
    F32: F32;
    F64: F64;
    F80: F80;
    F128: F128;
    F256: F256;
    F512: F512;
}

impl Native for ByteString {
    fn filler() -> ByteString {
        ByteString::new()
    }

    fn from_bytes(bytes: &[u8]) -> ByteString {
        bytes.try_into().unwrap_or_default()
    }

    fn read(registers: &Registers, register: Register) -> Option<ByteString> {
        match register {
            Register::Value { size: RegisterSize::S16, index } => registers.s16(index).cloned(),
            _ => None,
        }
    }

    fn write(&self, registers: &mut Registers, register: Register) {
        if let Register::Value { size: RegisterSize::S16, index } = register {
            registers.set_string(index.into(), Some(self.clone()));
        }
    }
}
