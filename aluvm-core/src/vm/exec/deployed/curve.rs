//! The curve operations, which leave `st0` where they fail.

use super::{Done, Panic};
use crate::isa::Instr;
use crate::vm::exec::control::Next;
use crate::vm::exec::execute as specified;
use crate::vm::registers::Registers;

pub(super) fn execute(instr: &Instr, r: &mut Registers) -> Done {
    let status = r.st0;
    let next = specified(instr, r, &[]);
    r.st0 = status;
    if next == Next::Following { Ok(()) } else { Err(Panic) }
}
