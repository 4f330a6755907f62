//! Bits: "`and or xor not rev scl scr` leave st0; `shl` sets st0 to the top bit, `shr` to the bottom bit, of
//! the value before the shift."

use num_bigint::BigInt;

use crate::codec::Instruction;
use crate::integer;
use crate::state::State;

pub(super) fn execute(instruction: &Instruction, state: &mut State) {
    let destination = *instruction.registers.last().expect("a register");
    let bits = 8 * destination.0.bytes() as u32;
    let name = instruction.form.name;
    if matches!(name, "Shl" | "ShrA" | "ShrR") {
        let bit = if name == "Shl" { bits - 1 } else { 0 };
        let amount = state.get(instruction.registers[0]);
        let value = state.number(destination);
        state.st0 = amount.is_some() && value.is_some_and(|value| value.bit(bit.into()));
    }
    let result = result(instruction, state, bits);
    state.set_number(destination, result);
}

/// The value of the destination: "Any None source gives None".
fn result(instruction: &Instruction, state: &State, bits: u32) -> Option<BigInt> {
    let read = |index: usize| state.number(instruction.registers[index]);
    let amount = || u16::try_from(read(0)?).ok();
    Some(match instruction.form.name {
        "And" => read(0)? & read(1)?,
        "Or" => read(0)? | read(1)?,
        "Xor" => read(0)? ^ read(1)?,
        "Not" => integer::modulus(bits) - 1 - read(0)?,
        "Shl" => integer::shl(bits, &read(1)?, amount()?),
        "ShrA" if instruction.flag() == "s" => integer::shr_signed(bits, &read(1)?, amount()?),
        "ShrA" | "ShrR" => integer::shr(&read(1)?, amount()?),
        "Scl" => integer::rotate_left(bits, &read(1)?, amount()?),
        "Scr" => integer::rotate_right(bits, &read(1)?, amount()?),
        "RevA" | "RevR" => integer::reverse(bits, &read(0)?),
        name => panic!("{name}"),
    })
}
