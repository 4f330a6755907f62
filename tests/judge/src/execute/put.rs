//! `clr`, `put` and `putif`.

use aluvm_core::isa::Family;

use crate::codec::Instruction;
use crate::float;
use crate::state::State;

pub(super) fn execute(instruction: &Instruction, state: &mut State, data: &[u8]) {
    let register = instruction.registers[0];
    let size = register.0;
    if instruction.form.syntaxes[0].mnemonic == "clr" {
        return state.set(register, None);
    }
    let offset = instruction.field("value") as usize;
    let constant = data.get(offset..offset + size.bytes()).map(<[u8]>::to_vec);
    let value = match size.family() {
        Family::F => {
            constant.filter(|pattern| float::decode(float::format(size), pattern).is_some())
        }
        _ => constant,
    };
    let is_missing = value.is_none();
    match instruction.form.syntaxes[0].mnemonic {
        "put" => {
            state.set(register, value);
            state.st0 &= !is_missing;
        }
        // "if it already holds a value, the register keeps it and st0 becomes false (if the data is
        // missing too: None and false)"
        "putif" => {
            let is_held = state.get(register).is_some();
            if is_missing || !is_held {
                state.set(register, value);
            }
            state.st0 &= !is_missing && !is_held;
        }
        mnemonic => panic!("{mnemonic}"),
    }
}
