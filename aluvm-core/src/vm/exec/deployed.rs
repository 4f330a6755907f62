//! What `rgb-aluvm` 0.11 does where it differs from the instruction set, group by group, as its profile
//! asks. Where that machine panics, the program fails.
//!
//! Its numbers are byte arrays with a sign in their type. A signed result goes into a register as its
//! shortest two's complement, with zeros above that; [`integer::cut`] is this, and most differences of the
//! integers come from it.

mod constant;
mod curve;
mod float;
mod integer;
mod shift;
mod string;

use super::control::{Failure, Next};
use crate::isa::Instr;
use crate::profile::Group;
use crate::vm::registers::Registers;

/// The machine panics.
struct Panic;

/// What an instruction does to the registers.
type Done = Result<(), Panic>;

/// Executes an instruction of a group.
pub(super) fn execute(group: Group, instr: &Instr, r: &mut Registers, data: &[u8]) -> Next {
    let done = match group {
        Group::Nop => return Next::Fail(Failure::Hang),
        Group::Constants => constant::execute(instr, r, data),
        Group::Moves | Group::Integers | Group::Logic => integer::execute(instr, r),
        Group::Comparisons => integer::compare(instr, r),
        Group::Shifts => shift::execute(instr, r),
        Group::Floats => float::execute(instr, r, data),
        Group::Strings => string::execute(instr, r, data),
        Group::Curves => curve::execute(instr, r),
    };
    match done {
        Ok(()) => Next::Following,
        Err(Panic) => Next::Fail(Failure::Panic),
    }
}
