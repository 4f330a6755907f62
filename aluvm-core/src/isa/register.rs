//! Register families, sizes and names.

use core::error::Error;
use core::fmt;
use core::str::FromStr;

use crate::num::float::FloatFormat;

/// A family of registers: what kind of value its registers hold.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Family {
    /// Integers, 8 to 1024 bits.
    A,
    /// Floating-point numbers in eight formats.
    F,
    /// General-purpose byte blocks, 128 to 8192 bits.
    R,
    /// Byte strings of at most 65535 bytes.
    S,
}

macro_rules! register_sizes {
    ($($Size:ident $name:literal $Family:ident $bytes:literal,)*) => {
        /// A family together with a width: the part of a register name before the bracket.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum RegisterSize {
            $(#[doc = concat!("`", $name, "` registers.")] $Size,)*
        }

        impl RegisterSize {
            /// Every size, in the order of isa.md section 2.
            pub const ALL: &'static [RegisterSize] = &[$(RegisterSize::$Size,)*];

            /// The name in assembly text, such as `a16`.
            pub const fn name(self) -> &'static str {
                match self { $(RegisterSize::$Size => $name,)* }
            }

            /// The family.
            pub const fn family(self) -> Family {
                match self { $(RegisterSize::$Size => Family::$Family,)* }
            }

            /// The width in bytes; zero for byte strings, whose length varies.
            pub const fn bytes(self) -> usize {
                match self { $(RegisterSize::$Size => $bytes,)* }
            }
        }
    };
}

register_sizes! {
    A8 "a8" A 1,
    A16 "a16" A 2,
    A32 "a32" A 4,
    A64 "a64" A 8,
    A128 "a128" A 16,
    A256 "a256" A 32,
    A512 "a512" A 64,
    A1024 "a1024" A 128,
    F16b "f16b" F 2,
    F16 "f16" F 2,
    F32 "f32" F 4,
    F64 "f64" F 8,
    F80 "f80" F 10,
    F128 "f128" F 16,
    F256 "f256" F 32,
    F512 "f512" F 64,
    R128 "r128" R 16,
    R160 "r160" R 20,
    R256 "r256" R 32,
    R512 "r512" R 64,
    R1024 "r1024" R 128,
    R2048 "r2048" R 256,
    R4096 "r4096" R 512,
    R8192 "r8192" R 1024,
    S16 "s16" S 0,
}

impl RegisterSize {
    /// The size called `name` in assembly text.
    pub const fn from_name(name: &str) -> Option<RegisterSize> {
        let mut i = 0;
        while i < Self::ALL.len() {
            if same_text(Self::ALL[i].name(), name) {
                return Some(Self::ALL[i]);
            }
            i += 1;
        }
        None
    }

    /// The register of this size with an index.
    pub const fn register(self, index: u8) -> Register {
        Register::Value { size: self, index }
    }

    /// The format of the floats that the registers hold, if they hold floats.
    pub const fn float_format(self) -> Option<FloatFormat> {
        match self.family() {
            Family::F => Some(FloatFormat::ALL[self as usize - RegisterSize::F16b as usize]),
            _ => None,
        }
    }

    /// How many registers of this size there are.
    pub const fn count(self) -> u8 {
        match self.family() {
            Family::S => 16,
            _ => 32,
        }
    }
}

impl fmt::Display for RegisterSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The code of `st0` where those of the sizes stand.
const STATUS_CODE: u8 = 0xFF;

/// One register, or the status flag `st0`: what an instruction reads or writes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Register {
    /// A register that holds a value, such as `a16[3]`.
    Value {
        /// Its family and width.
        size: RegisterSize,
        /// Its index in the brackets.
        index: u8,
    },
    /// The status flag `st0`.
    Status,
}

impl fmt::Display for Register {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Register::Value { size, index } => write!(f, "{size}[{index}]"),
            Register::Status => f.write_str("st0"),
        }
    }
}

impl Register {
    /// Two bytes that stand for the register: its size in the order of [`RegisterSize::ALL`] and its
    /// index; 255 and 0 for `st0`.
    pub const fn to_code(self) -> [u8; 2] {
        match self {
            Register::Value { size, index } => [size as u8, index],
            Register::Status => [STATUS_CODE, 0],
        }
    }

    /// The register with this [code](Register::to_code), if there is one.
    pub const fn from_code([size, index]: [u8; 2]) -> Option<Register> {
        if size == STATUS_CODE && index == 0 {
            return Some(Register::Status);
        }
        if size as usize >= RegisterSize::ALL.len() {
            return None;
        }
        let size = RegisterSize::ALL[size as usize];
        if index < size.count() { Some(size.register(index)) } else { None }
    }
}

/// Reads a name as it is written: `a16[3]`, `st0`; the index is decimal, or hexadecimal with `0x`.
impl FromStr for Register {
    type Err = RegisterNameError;

    fn from_str(text: &str) -> Result<Register, RegisterNameError> {
        if text == "st0" {
            return Ok(Register::Status);
        }
        let (name, index) = text
            .strip_suffix(']')
            .and_then(|text| text.split_once('['))
            .ok_or(RegisterNameError::Form)?;
        let size = RegisterSize::from_name(name).ok_or(RegisterNameError::Size)?;
        let (digits, radix) = match index.strip_prefix("0x") {
            Some(digits) => (digits, 16),
            None => (index, 10),
        };
        // `from_str_radix` would accept a plus sign.
        if !digits.starts_with(|c: char| c.is_digit(radix)) {
            return Err(RegisterNameError::Form);
        }
        match u8::from_str_radix(digits, radix) {
            Ok(index) if index < size.count() => Ok(size.register(index)),
            _ => Err(RegisterNameError::Index { size }),
        }
    }
}

/// Why a text does not name a register.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum RegisterNameError {
    /// It has not the form of a name.
    Form,
    /// There are no registers of this name.
    Size,
    /// There is no register with this index.
    Index {
        /// Their size.
        size: RegisterSize,
    },
}

impl fmt::Display for RegisterNameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RegisterNameError::Form => f.write_str("a register is written `a64[0]`, or `st0`"),
            RegisterNameError::Size => {
                f.write_str("there are no such registers, only ")?;
                for (number, size) in RegisterSize::ALL.iter().enumerate() {
                    let before = if number == 0 { "" } else { ", " };
                    write!(f, "{before}{size}")?;
                }
                Ok(())
            }
            RegisterNameError::Index { size } => {
                write!(f, "{size} registers are {size}[0] to {size}[{}]", size.count() - 1)
            }
        }
    }
}

impl Error for RegisterNameError {}

/// Whether two texts are equal; `==` does not run in constants.
pub(crate) const fn same_text(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut i = 0;
    while i < a.len() {
        if a[i] != b[i] {
            return false;
        }
        i += 1;
    }
    true
}
