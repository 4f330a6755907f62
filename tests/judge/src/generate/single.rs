//! Vectors of one instruction: its registers set to edges, equal or undefined ones among them.

use aluvm_core::isa::{Family, FieldKind, Form, RegisterSize};

use super::{curves, operands, strings};
use crate::case::Case;
use crate::codec::{Decoded, Instruction, decode, encode};
use crate::library::Lib;
use crate::random::Random;
use crate::state::{Register, State};
use crate::vector::Vector;

/// The opcode of `ret`.
const RET: u8 = 0x07;

/// A vector of a form with a flag. The number says which sizes its registers have, so that all come.
pub fn single(form: &'static Form, flag: Option<u8>, number: usize, random: &mut Random) -> Vector {
    let code = code(form, flag, number, random);
    let Decoded::Instruction(instruction) = decode(&code, 0, &[]) else {
        panic!("{} has no code", form.name)
    };
    let mut before = State::with_status(random.chance(50));
    registers(&instruction, &mut before, random);
    bystander(&instruction, &mut before, random);
    if random.chance(4) {
        before.cl0 = Some(random.below(2 * form.cost + 4));
    }
    let data = data(&instruction, random);
    let isae = if form.isae.is_empty() { "ALU".into() } else { format!("ALU {}", form.isae) };
    let code = [code, vec![RET]].concat();
    let libs = vec![Lib { isae, code, data, libs: Vec::new() }];
    Vector::new(instruction.name(), Case { before, libs, entry: 0 })
}

/// An instruction, whose registers are a few, now and then the same, sometimes the last.
fn code(form: &Form, flag: Option<u8>, number: usize, random: &mut Random) -> Vec<u8> {
    let is_same = random.chance(15);
    let same = random.below(4);
    let mut sizes = number as u64;
    encode(form, |field| match field.kind {
        FieldKind::Flags(_) => u64::from(flag.expect("the form has a flag")),
        FieldKind::Size(list) => {
            let size = sizes % list.len() as u64;
            sizes /= list.len() as u64;
            // The second size goes through its list while the first goes round.
            sizes += random.below(list.len() as u64);
            size
        }
        FieldKind::Index if is_same => same,
        FieldKind::Index if random.chance(10) => (1 << field.bits) - 1,
        FieldKind::Index => random.below(4),
        FieldKind::Step => *random.pick(&[1, 0xFF, 0, 127, 128, 2, 0xFE, 5]),
        FieldKind::RegisterData => random.below(4),
        FieldKind::StringData => random.below(8) | random.below(20) << 16,
        _ => random.next_number(),
    })
}

/// Sets the registers of an instruction, those that it only writes too.
fn registers(instruction: &Instruction, state: &mut State, random: &mut Random) {
    let name = instruction.form.name;
    // Where it matters most, half of the registers are undefined.
    let undefined = if matches!(name, "PutIfA" | "PutIfR" | "IfNA" | "IfNR") { 50 } else { 8 };
    let all_undefined = matches!(name, "EqA" | "EqF" | "EqR" | "EqS") && random.chance(10);
    let mut last: Option<Register> = None;
    for register in instruction.registers.iter().copied() {
        if state.get(register).is_some() || all_undefined || random.chance(undefined) {
            continue;
        }
        let value = match last.filter(|last| last.0 == register.0) {
            Some(last) if random.chance(60) => {
                let other = state.get(last).expect("a value").to_vec();
                operands::beside(register.0, &other, random)
            }
            _ => operands::value(register.0, random),
        };
        state.set(register, Some(value));
        last = Some(register);
    }
    match name {
        "CpyA" | "CnvA" | "CnvF" | "CpyR" | "SpyAR" | "CnvAF" | "CnvFA" => {
            conversion(instruction, state, random);
        }
        "Shl" | "ShrA" | "ShrR" | "Scl" | "Scr" => amount(instruction, state, random),
        "IfZA" | "IfZR" if random.chance(40) => {
            let (size, index) = instruction.registers[0];
            state.set((size, index), Some(vec![0; size.bytes()]));
        }
        "Con" | "Extr" => long_enough(instruction, state, random),
        _ => {}
    }
    match instruction.form.opcode {
        0x18..=0x19 | 0x20..=0x23 => floats(instruction, state, random),
        0x30..=0x3F => offsets(instruction, state, random),
        0x88..=0x8F => curves::set(instruction, state, random),
        _ => {}
    }
}

/// Two floats that have something to do with each other.
fn floats(instruction: &Instruction, state: &mut State, random: &mut Random) {
    let [first, second] = instruction.registers[..] else { panic!("two registers") };
    if first.0.family() == Family::F && random.chance(80) {
        let (a, b) = operands::floats(first.0, random);
        for (register, value) in [(first, a), (second, b)] {
            if state.get(register).is_some() {
                state.set(register, Some(value));
            }
        }
    }
}

/// Strings that have bytes in common, and strings from which a register can be taken.
fn long_enough(instruction: &Instruction, state: &mut State, random: &mut Random) {
    let [first, second] = [instruction.registers[0], instruction.registers[1]];
    if state.get(first).is_none() || state.get(second).is_none() || random.chance(30) {
        return;
    }
    let width = second.0.bytes() as u64;
    let string: Vec<u8> = match width {
        0..=32 => (0..width + random.below(12)).map(|_| *random.pick(b"abcd")).collect(),
        _ => vec![b'd'; (width + random.below(12)) as usize],
    };
    if second.0 == RegisterSize::S16 {
        let string: Vec<u8> = (0..random.below(24)).map(|_| *random.pick(b"abc")).collect();
        let changed = string.iter().map(|byte| if random.chance(30) { b'x' } else { *byte });
        state.set(second, Some(changed.collect()));
        return state.set(first, Some(string));
    }
    state.set(first, Some(string));
}

fn conversion(instruction: &Instruction, state: &mut State, random: &mut Random) {
    let [source, destination] = instruction.registers[..] else { panic!("two registers") };
    if state.get(source).is_some() && random.chance(60) {
        let value = operands::for_conversion(source.0, destination.0, random);
        state.set(source, Some(value));
    }
}

/// The amount of a shift: none, one, the width and what is beside, the greatest.
fn amount(instruction: &Instruction, state: &mut State, random: &mut Random) {
    let [amount, shifted] = instruction.registers[..] else { panic!("two registers") };
    if state.get(amount).is_none() || amount == shifted {
        return;
    }
    let bits = 8 * shifted.0.bytes() as u64;
    let edge = *random.pick(&[0, 1, 7, 8, bits / 2, bits - 1, bits, bits + 1, 2 * bits + 3, 65535]);
    let number = if random.chance(60) { edge } else { random.below(bits) };
    state.set(amount, Some(number.to_le_bytes()[..amount.0.bytes()].to_vec()));
}

/// Offsets, lengths and values beside strings.
fn offsets(instruction: &Instruction, state: &mut State, random: &mut Random) {
    let registers = instruction.registers.iter().copied();
    let strings = registers.clone().filter(|(size, _)| *size == RegisterSize::S16);
    let strings: Vec<Vec<u8>> =
        strings.filter_map(|name| Some(state.get(name)?.to_vec())).collect();
    let mut lengths: Vec<usize> = strings.iter().map(Vec::len).collect();
    lengths.push(3);
    let width = registers.clone().map(|(size, _)| size.bytes()).max().expect("a register");
    let is_value = matches!(instruction.form.name, "Cnt" | "Fill");
    for register in registers {
        let is_offset = matches!(register.0, RegisterSize::A8 | RegisterSize::A16);
        if !is_offset || state.get(register).is_none() {
            continue;
        }
        let bytes = match register.0 {
            RegisterSize::A8 if is_value => {
                let string = strings.first().filter(|string| !string.is_empty());
                vec![string.map_or(b'a', |string| *random.pick(string))]
            }
            _ if instruction.form.name == "Con" => {
                let number = *random.pick(&[0, 0, 0, 1, 1, 2, 3, 65535_u16]);
                number.to_le_bytes().to_vec()
            }
            size => {
                let offset = strings::offset(&lengths, width, random).to_le_bytes();
                offset[..size.bytes()].to_vec()
            }
        };
        state.set(register, Some(bytes));
    }
}

/// A register that the instruction does not name keeps its value.
fn bystander(instruction: &Instruction, state: &mut State, random: &mut Random) {
    let (size, index) = *random.pick(match instruction.registers.as_slice() {
        [] => &[(RegisterSize::A8, 0)],
        registers => registers,
    });
    let other = (size, (index + 1) % size.count().min(8));
    if size.bytes() <= 32 && random.chance(25) && !instruction.registers.contains(&other) {
        state.set(other, Some(operands::value(size, random)));
    }
}

/// The data segment of an instruction that takes a constant: now and then too short for it.
fn data(instruction: &Instruction, random: &mut Random) -> Vec<u8> {
    let Some(field) = instruction
        .form
        .fields
        .iter()
        .find(|field| matches!(field.kind, FieldKind::RegisterData | FieldKind::StringData))
    else {
        return Vec::new();
    };
    if let FieldKind::StringData = field.kind {
        return (0..random.below(28)).map(|index| b'a' + index as u8).collect();
    }
    let offset = instruction.field(field.name) as usize;
    let size = instruction.registers[0].0;
    let mut data = random.bytes(offset as u64 + 1);
    data.resize(offset, 0xAA);
    data.extend(match size.family() {
        Family::F if random.chance(40) => strange_pattern(size.bytes(), random),
        _ => operands::value(size, random),
    });
    match random.below(8) {
        0 => data.truncate(data.len() - 1 - random.below(size.bytes() as u64) as usize),
        1 => data.extend(random.bytes(4)),
        _ => {}
    }
    data
}

/// A pattern that may be NaN, NaR or not canonical.
fn strange_pattern(width: usize, random: &mut Random) -> Vec<u8> {
    let mut pattern = vec![*random.pick(&[0, 0, 1, 0xFF]); width];
    for byte in pattern.iter_mut().rev().take(3) {
        *byte = *random.pick(&[0, 0x7F, 0x80, 0xFF, 0x7C, 0xF8]);
    }
    pattern
}
