//! `clr`, `put` and `putif`.

use crate::isa::{Data, RegisterData};
use crate::vm::registers::{Bank, Content, Registers};

/// The bytes of a constant of a register's width; none if the data segment is too short for it.
pub(super) fn constant<'a>(
    value: &'a RegisterData,
    data: &'a [u8],
    width: usize,
) -> Option<&'a [u8]> {
    match &value.0 {
        Data::At { offset, .. } => {
            let start = usize::from(*offset);
            data.get(start..start + width)
        }
        given => given.bytes().filter(|bytes| bytes.len() == width),
    }
}

/// Sets a register to a constant. The bytes of a float must be a value of its format.
pub(crate) fn put<B: Bank>(
    registers: &mut Registers,
    dst: usize,
    value: &RegisterData,
    data: &[u8],
) {
    let value = constant(value, data, B::SIZE.bytes()).and_then(B::Value::from_bytes);
    registers.st0 &= value.is_some();
    registers.write::<B>(dst, value);
}

/// Sets an undefined register to a constant.
pub(super) fn put_if<B: Bank>(
    registers: &mut Registers,
    dst: usize,
    value: &RegisterData,
    data: &[u8],
) {
    let is_defined = registers.is_defined::<B>(dst);
    if !is_defined || constant(value, data, B::SIZE.bytes()).is_none() {
        put::<B>(registers, dst, value, data);
    }
    registers.st0 &= !is_defined;
}
