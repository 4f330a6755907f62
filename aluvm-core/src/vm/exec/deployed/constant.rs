//! `putif`: where the data is missing, a defined register stays and so does `st0`.

use super::{Done, Panic};
use crate::isa::{Instr, RegisterData};
use crate::vm::exec::put;
use crate::vm::exec::size::{with_a, with_r};
use crate::vm::registers::{Bank, Registers};

pub(super) fn execute(instr: &Instr, r: &mut Registers, data: &[u8]) -> Done {
    match *instr {
        Instr::PutIfA { size, dst, ref value } => {
            with_a!(size, A => put_if::<A>(r, dst.get(), value, data));
        }
        Instr::PutIfR { size, dst, ref value } => {
            with_r!(size, R => put_if::<R>(r, dst.get(), value, data));
        }
        _ => return Err(Panic),
    }
    Ok(())
}

fn put_if<B: Bank>(r: &mut Registers, dst: usize, value: &RegisterData, data: &[u8]) {
    if !r.is_defined::<B>(dst) {
        put::put::<B>(r, dst, value, data);
    } else if put::constant(value, data, B::SIZE.bytes()).is_some() {
        r.st0 = false;
    }
}
