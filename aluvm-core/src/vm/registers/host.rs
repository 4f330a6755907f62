//! How a host sets and reads registers: by name, in the Rust type that a register's values have.

use core::convert::Infallible;
use core::fmt;

use half::{bf16, f16};

use super::Registers;
use super::banks::{self, Bank};
use crate::bytes::{ByteString, TooLong};
use crate::isa::{Idx16, Idx32, Register, RegisterSize};
use crate::num::float::{F16, F16b, F32, F64, F80, F128, F256, F512};
use crate::num::integer::{U160, U256, U512, U1024, U2048, U4096, U8192, Word};

/// Why a host cannot set a register so.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum RegisterError {
    /// There is no register with this index.
    NoSuchRegister {
        /// The size of the registers.
        size: RegisterSize,
        /// The index.
        index: u8,
    },
    /// The float is no value that registers hold: NaN, NaR, or an x87 pattern that is not canonical.
    NotANumber {
        /// The size of the registers.
        size: RegisterSize,
    },
    /// The value is of another kind or width than the register holds.
    Unsuitable {
        /// The register.
        register: Register,
    },
    /// The byte string is longer than 65535 bytes.
    TooLong {
        /// How long.
        length: usize,
    },
}

impl RegisterError {
    /// The index, if there is such a register.
    pub(super) fn check(size: RegisterSize, index: u8) -> Result<usize, RegisterError> {
        if index < size.count() {
            Ok(usize::from(index))
        } else {
            Err(RegisterError::NoSuchRegister { size, index })
        }
    }
}

impl fmt::Display for RegisterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RegisterError::NoSuchRegister { size, index } => {
                let last = size.count() - 1;
                write!(f, "there is no register {size}[{index}]; the last is {size}[{last}]")
            }
            RegisterError::NotANumber { size } => {
                write!(f, "a register {size} cannot hold this pattern, which is not a number")
            }
            RegisterError::Unsuitable { register: Register::Status } => {
                f.write_str("st0 is true or false")
            }
            RegisterError::Unsuitable { register: Register::Value { size, index } } => {
                match size.bytes() {
                    0 => write!(f, "{size}[{index}] takes a byte string"),
                    bytes => write!(f, "{size}[{index}] takes a number of {bytes} bytes"),
                }
            }
            RegisterError::TooLong { length } => TooLong { length: *length }.fmt(f),
        }
    }
}

impl core::error::Error for RegisterError {}

impl From<TooLong> for RegisterError {
    fn from(error: TooLong) -> RegisterError {
        RegisterError::TooLong { length: error.length }
    }
}

impl From<Infallible> for RegisterError {
    fn from(error: Infallible) -> RegisterError {
        match error {}
    }
}

macro_rules! accessors {
    ($($Bank:ident $get:ident $set:ident $put:ident: $Host:ty, $from_host:expr, $to_host:expr;)+) => {
        impl Registers {$(
            #[doc = concat!(
                "The value of `", stringify!($get), "[index]`; none if it is undefined or there is no \
                 such register."
            )]
            pub fn $get(&self, index: u8) -> Option<$Host> {
                let index = RegisterError::check(banks::$Bank::SIZE, index).ok()?;
                let to_host: fn(<banks::$Bank as Bank>::Value) -> $Host = $to_host;
                self.read::<banks::$Bank>(index).map(to_host)
            }

            #[doc = concat!(
                "Sets `", stringify!($get), "[index]`, or makes it undefined with `None`."
            )]
            ///
            /// # Errors
            ///
            /// If there is no register with this index, or the value is a float that registers do not
            /// hold.
            pub fn $set(
                &mut self,
                index: u8,
                value: impl Into<Option<$Host>>,
            ) -> Result<(), RegisterError> {
                let size = banks::$Bank::SIZE;
                let index = RegisterError::check(size, index)?;
                let from_host: fn($Host) -> Option<<banks::$Bank as Bank>::Value> = $from_host;
                let value = match value.into() {
                    Some(value) => {
                        Some(from_host(value).ok_or(RegisterError::NotANumber { size })?)
                    }
                    None => None,
                };
                self.write::<banks::$Bank>(index, value);
                Ok(())
            }

            #[doc = concat!(
                "Sets `", stringify!($get), "[index]` for an operand of an instruction, or makes it undefined \
                 with `None`."
            )]
            /// All that an operand can name is there, so this cannot fail; a float that registers do not
            /// hold makes the register undefined, as in the machine.
            pub fn $put(&mut self, index: impl Into<Idx32>, value: impl Into<Option<$Host>>) {
                let from_host: fn($Host) -> Option<<banks::$Bank as Bank>::Value> = $from_host;
                let value = value.into().and_then(from_host);
                self.write::<banks::$Bank>(index.into().get(), value);
            }
        )+}
    };
}

fn to_bytes<T: Word, const LENGTH: usize>(value: T) -> [u8; LENGTH] {
    let mut bytes = [0; LENGTH];
    value.write_le(&mut bytes);
    bytes
}

accessors! {
    A8 a8 set_a8 put_a8: u8, Some, |value| value;
    A16 a16 set_a16 put_a16: u16, Some, |value| value;
    A32 a32 set_a32 put_a32: u32, Some, |value| value;
    A64 a64 set_a64 put_a64: u64, Some, |value| value;
    A128 a128 set_a128 put_a128: u128, Some, |value| value;
    A256 a256 set_a256 put_a256: U256, Some, |value| value;
    A512 a512 set_a512 put_a512: U512, Some, |value| value;
    A1024 a1024 set_a1024 put_a1024: U1024, Some, |value| value;
    F16b f16b set_f16b put_f16b: bf16, |value| F16b::try_from(value).ok(), bf16::from;
    F16 f16 set_f16 put_f16: f16, |value| F16::try_from(value).ok(), f16::from;
    F32 f32 set_f32 put_f32: f32, |value| F32::try_from(value).ok(), f32::from;
    F64 f64 set_f64 put_f64: f64, |value| F64::try_from(value).ok(), f64::from;
    F80 f80 set_f80 put_f80: [u8; 10], |bytes| F80::try_from(bytes).ok(), <[u8; 10]>::from;
    F128 f128 set_f128 put_f128: [u8; 16], |bytes| F128::try_from(bytes).ok(), <[u8; 16]>::from;
    F256 f256 set_f256 put_f256: [u8; 32], |bytes| F256::try_from(bytes).ok(), <[u8; 32]>::from;
    F512 f512 set_f512 put_f512: [u8; 64], |bytes| F512::try_from(bytes).ok(), <[u8; 64]>::from;
    R128 r128 set_r128 put_r128: [u8; 16], |bytes| Some(u128::read_le(&bytes)), to_bytes;
    R160 r160 set_r160 put_r160: [u8; 20], |bytes| Some(U160::read_le(&bytes)), to_bytes;
    R256 r256 set_r256 put_r256: [u8; 32], |bytes| Some(U256::read_le(&bytes)), to_bytes;
    R512 r512 set_r512 put_r512: [u8; 64], |bytes| Some(U512::read_le(&bytes)), to_bytes;
    R1024 r1024 set_r1024 put_r1024: [u8; 128], |bytes| Some(U1024::read_le(&bytes)), to_bytes;
    R2048 r2048 set_r2048 put_r2048: [u8; 256], |bytes| Some(U2048::read_le(&bytes)), to_bytes;
    R4096 r4096 set_r4096 put_r4096: [u8; 512], |bytes| Some(U4096::read_le(&bytes)), to_bytes;
    R8192 r8192 set_r8192 put_r8192: [u8; 1024], |bytes| Some(U8192::read_le(&bytes)), to_bytes;
}

impl Registers {
    /// The content of `s16[index]`; none if it is undefined or there is no such register.
    pub fn s16(&self, index: u8) -> Option<&ByteString> {
        self.string(usize::from(index))
    }

    /// Sets `s16[index]`. [`clear`](Registers::clear) makes it undefined.
    ///
    /// # Errors
    ///
    /// If there is no register with this index, or there are more than 65535 bytes.
    pub fn set_s16<T>(&mut self, index: u8, bytes: T) -> Result<(), RegisterError>
    where
        T: TryInto<ByteString>,
        RegisterError: From<T::Error>,
    {
        let index = RegisterError::check(RegisterSize::S16, index)?;
        let string = bytes.try_into()?;
        self.set_string(index, Some(string));
        Ok(())
    }

    /// Sets `s16[index]` for an operand of an instruction, or makes it undefined with `None`. All that an
    /// operand can name is there, so this cannot fail.
    pub fn put_s16(&mut self, index: impl Into<Idx16>, bytes: impl Into<Option<ByteString>>) {
        self.set_string(index.into().get(), bytes.into());
    }

    /// The status flag: whether the last instruction that reports a status succeeded, and after a
    /// run its result.
    pub fn st0(&self) -> bool {
        self.st0
    }

    /// Sets the status flag. Before a run, this is what the run begins with, instead of true.
    pub fn set_st0(&mut self, status: bool) {
        self.st0 = status;
        self.st0_is_preset = true;
    }

    /// How many jumps the last run has taken.
    pub fn cy0(&self) -> u16 {
        self.cy0
    }

    /// The complexity of all instructions of the last run.
    pub fn ca0(&self) -> u64 {
        self.ca0
    }

    /// The complexity at which a run stops, if there is a limit.
    pub fn cl0(&self) -> Option<u64> {
        self.cl0
    }

    /// Sets the complexity at which runs stop, or takes the limit away. It stays until it is changed.
    pub fn set_cl0(&mut self, limit: impl Into<Option<u64>>) {
        self.cl0 = limit.into();
    }
}
