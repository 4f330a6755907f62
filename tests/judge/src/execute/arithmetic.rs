//! Arithmetic of integers and floats: "Every instruction of this group sets st0: false if the destination
//! became None, else true."

use aluvm_core::isa::Family;
use aluvm_core::num::float::Rounding;
use num_bigint::BigInt;

use crate::codec::Instruction;
use crate::float::{self, Operation};
use crate::integer::{self, SC, SW, UC, UW};
use crate::state::State;

pub(super) fn execute(instruction: &Instruction, state: &mut State) {
    let destination = *instruction.registers.last().expect("a register");
    let result = match destination.0.family() {
        Family::A => integers(instruction, state),
        _ => floats(instruction, state),
    };
    state.st0 = result.is_some();
    state.set(destination, result);
}

fn integers(instruction: &Instruction, state: &State) -> Option<Vec<u8>> {
    let size = instruction.registers.last()?.0;
    let bits = 8 * size.bytes() as u32;
    let read = |index: usize| state.number(*instruction.registers.get(index)?);
    let flag = match instruction.flag() {
        "uc" | "" => UC,
        "sc" => SC,
        "uw" => UW,
        "sw" => SW,
        flag => panic!("{flag}"),
    };
    let result: Option<BigInt> = match instruction.form.name {
        "AddA" => integer::add(flag, bits, &read(0)?, &read(1)?),
        "SubA" => integer::sub(flag, bits, &read(0)?, &read(1)?),
        "MulA" => integer::mul(flag, bits, &read(0)?, &read(1)?),
        "DivA" => integer::div(flag, bits, &read(0)?, &read(1)?),
        "StepA" => integer::step(bits, &read(0)?, instruction.field("step") as u8 as i8),
        "Neg" => integer::neg(bits, &read(0)?),
        "Abs" => integer::abs(bits, &read(0)?),
        // The remainder is less than the divisor, and so fits its register.
        "Rem" => integer::rem(&read(0)?, &read(1)?),
        name => panic!("{name}"),
    };
    result.map(|number| crate::state::to_bytes(&number, size.bytes()))
}

fn floats(instruction: &Instruction, state: &State) -> Option<Vec<u8>> {
    let format = float::format(instruction.registers[0].0);
    let read = |index: usize| state.get(instruction.registers[index]);
    let operation = match instruction.form.name {
        "AddF" => Operation::Add,
        "SubF" => Operation::Sub,
        "MulF" => Operation::Mul,
        "DivF" => Operation::Div,
        "Neg" => return Some(float::negate(format, read(0)?)),
        "Abs" => return Some(float::magnitude(format, read(0)?)),
        name => panic!("{name}"),
    };
    let rounding = match instruction.flag() {
        "z" => Rounding::TowardZero,
        "n" => Rounding::NearestEven,
        "f" => Rounding::Floor,
        "c" => Rounding::Ceil,
        flag => panic!("{flag}"),
    };
    let value = |index| float::decode(format, read(index)?);
    operation.expected(format, &value(0)?, &value(1)?, rounding)
}
