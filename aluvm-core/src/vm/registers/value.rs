//! Values of registers of any size, as traces and other generic code see them.

use alloc::boxed::Box;
use alloc::vec;
use core::fmt;

use super::banks::{self, Bank};
use super::{Content, RegisterError, Registers};
use crate::bytes::ByteString;
use crate::isa::{Register, RegisterSize};

/// The value of a register of any size.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Value {
    /// The bytes of an A, F or R register in little-endian order, as many as the register has.
    Number(Box<[u8]>),
    /// The content of an S register.
    String(ByteString),
    /// The status flag `st0`.
    Status(bool),
}

/// Numbers as hexadecimal with all leading zeros, strings in quotes with escapes.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Number(bytes) => {
                f.write_str("0x")?;
                bytes.iter().rev().try_for_each(|byte| write!(f, "{byte:02X}"))
            }
            Value::String(string) => write!(f, "\"{}\"", string.as_bytes().escape_ascii()),
            Value::Status(status) => write!(f, "{status}"),
        }
    }
}

/// Runs code with `$Bank` standing for the registers of a size known at run time.
macro_rules! with_bank {
    ($size:expr, $Bank:ident => $body:expr, strings => $strings:expr) => {
        with_bank!(@all $size, $Bank => $body, $strings,
            A8 A16 A32 A64 A128 A256 A512 A1024 F16b F16 F32 F64 F80 F128 F256 F512
            R128 R160 R256 R512 R1024 R2048 R4096 R8192)
    };
    (@all $size:expr, $Bank:ident => $body:expr, $strings:expr, $($Size:ident)+) => {
        match $size {
            $(RegisterSize::$Size => {
                type $Bank = banks::$Size;
                $body
            })+
            RegisterSize::S16 => $strings,
        }
    };
}

impl Registers {
    /// The value of a register; none if it is undefined or there is no register with this index.
    pub fn get(&self, register: Register) -> Option<Value> {
        let Register::Value { size, index } = register else {
            return Some(Value::Status(self.st0));
        };
        if index >= size.count() {
            return None;
        }
        let index = usize::from(index);
        with_bank!(size, B => {
            let value = self.read::<B>(index)?;
            let mut bytes = vec![0; size.bytes()];
            value.write_bytes(&mut bytes);
            Some(Value::Number(bytes.into()))
        }, strings => self.string(index).cloned().map(Value::String))
    }

    /// Sets a register, or makes it undefined with `None`; `st0` becomes false with that.
    ///
    /// ```
    /// use aluvm_core::isa::Register;
    /// use aluvm_core::vm::{Registers, Value};
    ///
    /// let register: Register = "a64[3]".parse()?;
    /// let mut registers = Registers::new();
    /// registers.set(register, Value::parse(register, "2^40-1")?)?;
    /// assert_eq!(registers.a64(3), Some((1 << 40) - 1));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If there is no register with this index, it holds values of another kind or width, or the value
    /// is a float that registers do not hold.
    pub fn set(
        &mut self,
        register: Register,
        value: impl Into<Option<Value>>,
    ) -> Result<(), RegisterError> {
        let Some(value) = value.into() else { return self.clear(register) };
        let (size, index) = match (register, &value) {
            (Register::Value { size, index }, _) => (size, RegisterError::check(size, index)?),
            (Register::Status, Value::Status(status)) => {
                self.set_st0(*status);
                return Ok(());
            }
            (Register::Status, _) => return Err(RegisterError::Unsuitable { register }),
        };
        with_bank!(size, B => match value {
            Value::Number(bytes) if bytes.len() == size.bytes() => {
                let value = <B as Bank>::Value::from_bytes(&bytes);
                let value = value.ok_or(RegisterError::NotANumber { size })?;
                self.write::<B>(index, Some(value));
                Ok(())
            }
            _ => Err(RegisterError::Unsuitable { register }),
        }, strings => match value {
            Value::String(string) => {
                self.set_string(index, Some(string));
                Ok(())
            }
            _ => Err(RegisterError::Unsuitable { register }),
        })
    }

    /// The registers that are defined, without `st0`, in the order of their sizes and indexes, and
    /// their values.
    pub fn defined(&self) -> impl Iterator<Item = (Register, Value)> + '_ {
        let registers = RegisterSize::ALL.iter().flat_map(|size| {
            let mask = self.mask(*size);
            let is_defined = move |index: &u8| mask >> index & 1 == 1;
            (0..size.count()).filter(is_defined).map(|index| size.register(index))
        });
        registers.filter_map(|register| Some((register, self.get(register)?)))
    }

    /// Whether a register is defined, as `st0` always is.
    pub(crate) fn is_defined_at(&self, register: Register) -> bool {
        match register {
            Register::Status => true,
            Register::Value { size, index } => {
                let bits = self.mask(size).checked_shr(index.into());
                bits.is_some_and(|bits| bits & 1 == 1)
            }
        }
    }

    /// Which registers of a size are defined, a bit for each.
    fn mask(&self, size: RegisterSize) -> u32 {
        let strings = self.strings.iter().enumerate();
        match self.undefined.get(size as usize) {
            Some(mask) => !*mask,
            None => strings.fold(0, |mask, (at, string)| mask | u32::from(string.is_some()) << at),
        }
    }

    /// Makes a register undefined, or `st0` false.
    ///
    /// # Errors
    ///
    /// If there is no register with this index.
    pub fn clear(&mut self, register: Register) -> Result<(), RegisterError> {
        let Register::Value { size, index } = register else {
            self.set_st0(false);
            return Ok(());
        };
        let index = RegisterError::check(size, index)?;
        with_bank!(size, B => self.undefine::<B>(index), strings => self.set_string(index, None));
        Ok(())
    }
}

/// Lists the registers that are defined, and the control registers.
impl fmt::Debug for Registers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut list = f.debug_map();
        for (register, value) in self.defined() {
            list.entry(&format_args!("{register}"), &format_args!("{value}"));
        }
        list.entry(&format_args!("st0"), &self.st0);
        list.entry(&format_args!("cy0"), &self.cy0);
        list.entry(&format_args!("ca0"), &self.ca0);
        list.entry(&format_args!("cl0"), &self.cl0).finish()
    }
}

/// Equal when the same registers are defined with the same values, and the control registers agree.
impl PartialEq for Registers {
    fn eq(&self, other: &Registers) -> bool {
        let control = |registers: &Registers| {
            (registers.st0, registers.cy0, registers.ca0, registers.cl0, registers.undefined)
        };
        control(self) == control(other) && self.defined().eq(other.defined())
    }
}

impl Eq for Registers {}
