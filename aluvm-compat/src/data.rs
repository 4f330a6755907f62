//! Values of registers, between a host and the machine.

use core::fmt;
use core::ops::Deref;

use aluvm_core::bytes::{ByteString, TooLong};
use amplify::confinement::SmallBlob;

/// The most bytes that a register of a number has.
const BYTES_MAX: usize = 1024;

/// A number as a register has it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Number {
    /// Little-endian, with zeros behind the length.
    bytes: [u8; BYTES_MAX],
    length: u16,
}

impl Number {
    /// The number with these little-endian bytes; none if there are more than a register has.
    pub(crate) fn from_le_bytes(bytes: &[u8]) -> Option<Number> {
        let length = u16::try_from(bytes.len()).ok()?;
        let mut all = [0; BYTES_MAX];
        all.get_mut(..bytes.len())?.copy_from_slice(bytes);
        Some(Number { bytes: all, length })
    }

    /// So many little-endian bytes; none if the number does not fit into them.
    pub(crate) fn to_le_bytes(self, length: usize) -> Option<Vec<u8>> {
        let (low, high) = self.bytes.split_at_checked(length)?;
        high.iter().all(|byte| *byte == 0).then(|| low.to_vec())
    }

    /// The low bytes, as many as a register has.
    pub(crate) fn low_bytes(&self, length: usize) -> &[u8] {
        self.bytes.get(..length).unwrap_or(&self.bytes)
    }
}

/// The little-endian bytes, as many as the register has.
impl AsRef<[u8]> for Number {
    fn as_ref(&self) -> &[u8] {
        self.low_bytes(self.length.into())
    }
}

/// Hexadecimal, without leading zeros.
impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut digits = self.bytes.iter().rev().skip_while(|byte| **byte == 0);
        write!(f, "{:#x}", digits.next().unwrap_or(&0))?;
        digits.try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

macro_rules! integers {
    ($($Integer:ty)+) => {$(
        impl From<$Integer> for Number {
            fn from(value: $Integer) -> Number {
                let mut bytes = [0; BYTES_MAX];
                bytes[..size_of::<$Integer>()].copy_from_slice(&value.to_le_bytes());
                Number { bytes, length: size_of::<$Integer>() as u16 }
            }
        }

        impl From<$Integer> for MaybeNumber {
            fn from(value: $Integer) -> MaybeNumber {
                MaybeNumber(Some(value.into()))
            }
        }

        /// The low bits.
        impl From<Number> for $Integer {
            fn from(number: Number) -> $Integer {
                let mut bytes = [0; size_of::<$Integer>()];
                bytes.copy_from_slice(&number.bytes[..size_of::<$Integer>()]);
                <$Integer>::from_le_bytes(bytes)
            }
        }
    )+};
}

integers! { u8 u16 u32 u64 u128 }

macro_rules! arrays {
    ($($length:literal)+) => {$(
        /// Little-endian.
        impl From<[u8; $length]> for MaybeNumber {
            fn from(bytes: [u8; $length]) -> MaybeNumber {
                MaybeNumber(Number::from_le_bytes(&bytes))
            }
        }
    )+};
}

arrays! { 16 20 32 64 128 256 512 1024 }

/// The value of a register of a number, which may be undefined.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct MaybeNumber(Option<Number>);

impl Deref for MaybeNumber {
    type Target = Option<Number>;

    fn deref(&self) -> &Option<Number> {
        &self.0
    }
}

impl From<Option<Number>> for MaybeNumber {
    fn from(number: Option<Number>) -> MaybeNumber {
        MaybeNumber(number)
    }
}

impl From<Number> for MaybeNumber {
    fn from(number: Number) -> MaybeNumber {
        MaybeNumber(Some(number))
    }
}

impl From<MaybeNumber> for Option<Number> {
    fn from(number: MaybeNumber) -> Option<Number> {
        number.0
    }
}

/// A byte string of at most 65535 bytes, on its way into a register.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct ByteStr(pub(crate) ByteString);

impl ByteStr {
    /// A string of these bytes.
    ///
    /// # Errors
    ///
    /// If there are more than 65535.
    pub(crate) fn from_slice(bytes: &[u8]) -> Result<ByteStr, TooLong> {
        ByteString::try_from(bytes).map(ByteStr)
    }

    /// The bytes.
    pub fn to_vec(&self) -> Vec<u8> {
        self.0.to_vec()
    }
}

impl AsRef<[u8]> for ByteStr {
    fn as_ref(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl From<&SmallBlob> for ByteStr {
    fn from(bytes: &SmallBlob) -> ByteStr {
        // A blob has no more bytes than a string.
        ByteStr(ByteString::try_from(bytes.as_slice()).unwrap_or_default())
    }
}

impl From<SmallBlob> for ByteStr {
    fn from(bytes: SmallBlob) -> ByteStr {
        ByteStr(ByteString::try_from(bytes.release()).unwrap_or_default())
    }
}
