//! Values of registers of any size, as traces and other generic code see them.

use alloc::boxed::Box;
use alloc::vec;
use core::fmt;

use super::banks;
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
        for size in RegisterSize::ALL {
            for index in 0..size.count() {
                let register = Register::Value { size: *size, index };
                if let Some(value) = self.get(register) {
                    list.entry(&format_args!("{register}"), &format_args!("{value}"));
                }
            }
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
            (registers.st0, registers.cy0, registers.ca0, registers.cl0, registers.defined)
        };
        control(self) == control(other)
            && RegisterSize::ALL.iter().all(|size| {
                let mut registers =
                    (0..size.count()).map(|index| Register::Value { size: *size, index });
                registers.all(|register| self.get(register) == other.get(register))
            })
    }
}

impl Eq for Registers {}
