//! What one instruction does, control flow apart: a module for each family of the instruction set.

mod arithmetic;
mod bitwise;
mod compare;
mod crypto;
mod movement;
mod put;
mod string;

use crate::codec::Instruction;
use crate::state::State;

/// Executes an instruction.
pub(crate) fn execute(instruction: &Instruction, state: &mut State, data: &[u8]) {
    match instruction.form.opcode {
        0x08..=0x0F => put::execute(instruction, state, data),
        0x10..=0x17 => movement::execute(instruction, state),
        0x18..=0x1F => compare::execute(instruction, state),
        0x20..=0x27 => arithmetic::execute(instruction, state),
        0x28..=0x2F => bitwise::execute(instruction, state),
        0x30..=0x3F => string::execute(instruction, state, data),
        0x80..=0x8F => crypto::execute(instruction, state),
        0xFF => {}
        opcode => panic!("there is no instruction {opcode:#04x}"),
    }
}

/// The complexity of an instruction, by the list of section 3.
pub(crate) fn cost(instruction: &Instruction) -> u64 {
    match instruction.form.opcode {
        0x00..=0x07 => 2,
        0x08..=0x0F => 2,
        0x20..=0x23 if instruction.registers[0].0.family() == aluvm_core::isa::Family::F => 10,
        0x30..=0x3F => 5,
        0x80..=0x84 => 100,
        0x88..=0x8F => 1000,
        _ => 1,
    }
}
