//! `gt`, `lt`, `eq`, `ifz`, `ifn`, `st` and `inv`.

use std::cmp::Ordering;

use num_bigint::BigInt;

use crate::codec::Instruction;
use crate::float;
use crate::integer::{modulus, signed};
use crate::state::{Register, State};

pub(super) fn execute(instruction: &Instruction, state: &mut State) {
    let flag = instruction.flag();
    let register = |index: usize| instruction.registers[index];
    match instruction.form.name {
        "GtA" | "GtR" => state.st0 = numbers(state, instruction) == Some(Ordering::Greater),
        "LtA" | "LtR" => state.st0 = numbers(state, instruction) == Some(Ordering::Less),
        "GtF" => state.st0 = floats(state, instruction) == Some(Ordering::Greater),
        "LtF" => state.st0 = floats(state, instruction) == Some(Ordering::Less),
        "EqF" => state.st0 = floats(state, instruction) == Some(Ordering::Equal),
        // "both None: true for `e`, false for `n`"
        "EqA" | "EqR" => {
            state.st0 = match (state.get(register(0)), state.get(register(1))) {
                (None, None) => flag == "e",
                (first, second) => first == second,
            };
        }
        "IfZA" | "IfZR" => {
            state.st0 =
                state.get(register(0)).is_some_and(|bytes| bytes.iter().all(|byte| *byte == 0));
        }
        "IfNA" | "IfNR" => state.st0 = state.get(register(0)).is_none(),
        "St" => merge(state, register(0), flag),
        "Inv" => state.st0 = !state.st0,
        name => panic!("{name}"),
    }
}

/// The order of two integers or general registers; none if either is undefined.
fn numbers(state: &State, instruction: &Instruction) -> Option<Ordering> {
    let read = |register: Register| {
        let number = state.number(register)?;
        let bits = 8 * register.0.bytes() as u32;
        Some(if instruction.flag() == "s" { signed(bits, &number) } else { number })
    };
    Some(read(instruction.registers[0])?.cmp(&read(instruction.registers[1])?))
}

fn floats(state: &State, instruction: &Instruction) -> Option<Ordering> {
    let [first, second] = instruction.registers[..] else { panic!("two registers") };
    let format = float::format(first.0);
    let (first, second) = (state.get(first)?, state.get(second)?);
    Some(float::compare(format, first, second, instruction.flag() == "r"))
}

/// "a None register becomes st0's value in all four"
fn merge(state: &mut State, register: Register, flag: &str) {
    let status = BigInt::from(u8::from(state.st0));
    let greatest = modulus(8 * register.0.bytes() as u32) - 1;
    let value = match (state.number(register), flag) {
        (None, _) | (_, "s") => status,
        (Some(number), "a") if number == greatest && state.st0 => {
            state.st0 = false;
            number
        }
        (Some(number), "a") => number + status,
        (Some(number), "n") => number & status,
        (Some(number), "o") => number | status,
        (_, flag) => panic!("{flag}"),
    };
    state.set_number(register, Some(value));
}
