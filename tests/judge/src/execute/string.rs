//! Byte strings: "A None source, offset or value register makes the destination(s) None and st0 false,
//! unless stated".

use super::movement::{mov, swp};
use crate::bytes::{self, Value};
use crate::codec::Instruction;
use crate::state::{Register, State};

pub(super) fn execute(instruction: &Instruction, state: &mut State, data: &[u8]) {
    let register = |index: usize| instruction.registers[index];
    match instruction.form.name {
        "PutS" => put(instruction, state, data),
        "MovS" => mov(state, register(0), register(1)),
        "SwpS" => swp(state, register(0), register(1)),
        "EqS" => state.st0 = state.get(register(0)) == state.get(register(1)),
        "Fill" => fill(instruction, state),
        _ => {
            let (results, success) =
                results(instruction, state).unwrap_or_else(|| (vec![None; 2], false));
            for (register, value) in destinations(instruction).into_iter().zip(results) {
                state.set(register, value);
            }
            state.st0 &= success;
        }
    }
}

/// The registers that an instruction sets, in the order of the text.
fn destinations(instruction: &Instruction) -> Vec<Register> {
    let registers = &instruction.registers;
    match instruction.form.name {
        "Inj" => vec![registers[0]],
        "Extr" | "Len" | "Ins" | "Del" | "RevS" => vec![registers[1]],
        "Cnt" | "Find" | "Join" => vec![registers[2]],
        "Splt" => registers[2..].to_vec(),
        "Con" => registers[3..].to_vec(),
        name => panic!("{name}"),
    }
}

/// The values of the destinations and what becomes of `st0`; none if an operand is undefined.
fn results(instruction: &Instruction, state: &State) -> Option<(Vec<Value>, bool)> {
    let read = |index: usize| state.get(instruction.registers[index]);
    let number = |index: usize| u16::try_from(state.number(instruction.registers[index])?).ok();
    let single = |(value, success): (Value, bool)| (vec![value], success);
    let or_fail = |value: Option<Vec<u8>>| (vec![value.clone()], value.is_some());
    let flag = instruction.flag();
    Some(match instruction.form.name {
        "Len" => {
            let width = instruction.registers[1].0.bytes();
            let length = (read(0)?.len() as u128).to_le_bytes();
            let fits = length.iter().skip(width).all(|byte| *byte == 0);
            let mut length = length.to_vec();
            length.resize(width, 0);
            or_fail(fits.then_some(length))
        }
        "Cnt" => {
            let value = read(1)?[0];
            let count = read(0)?.iter().filter(|byte| **byte == value).count() as u16;
            (vec![Some(count.to_le_bytes().to_vec())], true)
        }
        "Con" => {
            let run = bytes::common(read(0)?, read(1)?, number(2)?);
            let part = |part: Option<u16>| part.map(|part| part.to_le_bytes().to_vec());
            (vec![part(run.map(|run| run.0)), part(run.map(|run| run.1))], run.is_some())
        }
        "Find" => {
            or_fail(bytes::find(read(0)?, read(1)?).map(|count| count.to_le_bytes().to_vec()))
        }
        "Extr" => {
            let width = instruction.registers[1].0.bytes();
            let (value, success) = bytes::extract(read(0)?, number(2)?, width);
            (vec![Some(value)], success)
        }
        "Inj" => single(bytes::inject(read(0)?, read(1)?, number(2)?)),
        "Join" => single(bytes::join(read(0)?, read(1)?)),
        "Splt" => {
            let ((first, second), success) = bytes::split(read(0)?, number(1)?, flag);
            (vec![first, second], success)
        }
        "Ins" => single(bytes::insert(read(0)?, read(1)?, number(2)?, flag)),
        "Del" => {
            let [begin, end] =
                ["begin_fails", "end_fails"].map(|name| instruction.field(name) == 1);
            single(bytes::delete(read(0)?, number(2)?, number(3)?, flag, begin, end))
        }
        "RevS" => (vec![Some(read(0)?.iter().rev().copied().collect())], true),
        name => panic!("{name}"),
    })
}

/// "missing data: the part that exists, st0 false"
fn put(instruction: &Instruction, state: &mut State, data: &[u8]) {
    let place = instruction.field("value");
    let (offset, length) = (place as usize & 0xFFFF, place as usize >> 16);
    let value: Vec<u8> = data.iter().skip(offset).take(length).copied().collect();
    state.st0 &= value.len() == length;
    state.set(instruction.registers[0], Some(value));
}

/// "a None string counts as empty [...] A None offset or value: string unchanged, st0 false"
fn fill(instruction: &Instruction, state: &mut State) {
    let [string, first, second, value] = instruction.registers[..] else {
        panic!("four registers")
    };
    let number = |register: Register| u16::try_from(state.number(register)?).ok();
    let result = match (number(first), number(second), number(value)) {
        (Some(first), Some(second), Some(value)) => {
            let extends = instruction.flag() == "e";
            let bytes = state.get(string).unwrap_or_default();
            bytes::fill(bytes, first, second, value as u8, extends)
        }
        _ => (state.get(string).map(<[u8]>::to_vec), false),
    };
    state.set(string, result.0);
    state.st0 &= result.1;
}
