//! One instruction at a time, whose operands are at edges of their registers, on both machines: what long random programs
//! meet too seldom, or hide behind what follows.

use std::collections::BTreeMap;

use aluvm_core::isa::{FORMS, Family, Form, Instr, Register, RegisterSize};
use aluvm_core::num::float::FloatFormat;
use aluvm_judge::float::operands;
use aluvm_tests::{Random, cases};
use num_bigint::BigInt;

use crate::compare::compare;
use crate::profile::{explain, laid_out, special};
use crate::programs::instr;

/// The edges of the float formats, which take long to find.
struct Edges(BTreeMap<RegisterSize, (FloatFormat, Vec<Vec<u8>>)>);

impl Edges {
    fn new() -> Edges {
        let formats =
            RegisterSize::ALL.iter().filter_map(|size| Some((*size, size.float_format()?)));
        Edges(formats.map(|(size, format)| (size, (format, operands::directed(format)))).collect())
    }

    /// A value for a register, which may be near another one.
    fn value(&self, size: RegisterSize, near: Option<&[u8]>, random: &mut Random) -> Vec<u8> {
        if let Some((format, directed)) = self.0.get(&size) {
            let mut bytes = operands::any(random, *format, directed);
            if random.chance(30) {
                special(&mut bytes, random);
            }
            if random.chance(20) {
                bytes = of_integer_range(*format, random);
            }
            if random.chance(20) {
                bytes = random.pick(directed).clone();
            }
            return match near {
                Some(near) if random.chance(25) => beside(near, random),
                _ => bytes,
            };
        }
        match size.family() {
            Family::S => random.bytes(12).iter().map(|byte| b'a' + byte % 2).collect(),
            _ => match near {
                Some(near) if random.chance(35) => beside(near, random),
                _ => integer(size.bytes(), random),
            },
        }
    }
}

/// A float at the ends of the 256 bits over which the deployed machine converts to integers, with any sign.
fn of_integer_range(format: FloatFormat, random: &mut Random) -> Vec<u8> {
    let exponent = 252 + random.below(6) as i64;
    let sign = if random.chance(50) { "-" } else { "" };
    let digits = ["1", "1.8", "1.ffffffff", "1.00000001", "1.fffffffffffffffffffffffffffffffff"];
    let text = format!("{sign}0x{}p{exponent}", random.pick(&digits));
    let pattern = format.parse(&text);
    pattern.unwrap_or_else(|_| vec![0; format.bytes()])
}

/// The same bytes, or those of the next number above or below.
fn beside(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let step = random.below(3) as i64 - 1;
    wrapped(BigInt::from_signed_bytes_le(bytes) + step, bytes.len())
}

/// A power of two, or one more or less, of either sign; or any number of so many bytes.
fn integer(width: usize, random: &mut Random) -> Vec<u8> {
    let power = BigInt::from(1) << random.below(8 * width as u64);
    let number = power + random.below(3) as i64 - 1;
    match random.below(8) {
        0 => wrapped(BigInt::from(random.below(4)), width),
        1 => wrapped(-BigInt::from(random.below(4)), width),
        2 | 3 => wrapped(number, width),
        4 | 5 => wrapped(-number, width),
        _ => {
            let kept = 1 + random.below(width as u64) as usize;
            let mut bytes: Vec<u8> = (0..width).map(|_| random.next_number() as u8).collect();
            bytes[kept..].fill(if random.chance(50) { 0xFF } else { 0 });
            bytes
        }
    }
}

fn wrapped(number: BigInt, width: usize) -> Vec<u8> {
    let fill = if number.sign() == num_bigint::Sign::Minus { 0xFF } else { 0 };
    let mut bytes = number.to_signed_bytes_le();
    bytes.resize(width.max(bytes.len()), fill);
    bytes.truncate(width);
    bytes
}

fn put(size: RegisterSize, index: u8, bytes: &[u8]) -> Instr {
    let digits: String = bytes.iter().map(|byte| format!("\\x{byte:02x}")).collect();
    let text = format!("put {size}[{index}], b\"{digits}\"");
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// Its registers, most of them defined, and the instruction.
fn program(form: &Form, edges: &Edges, random: &mut Random) -> Vec<Instr> {
    let last = instr(form, random);
    let mut instrs = Vec::new();
    let mut values: BTreeMap<RegisterSize, Vec<u8>> = BTreeMap::new();
    for register in last.reads().chain(last.writes()) {
        let Register::Value { size, index } = register else { continue };
        if !random.chance(92) {
            continue;
        }
        let value = edges.value(size, values.get(&size).map(Vec::as_slice), random);
        instrs.push(put(size, index, &value));
        values.insert(size, value);
    }
    if random.chance(20) {
        instrs.push(Instr::Inv);
    }
    instrs.extend([last, Instr::Ret]);
    instrs
}

#[test]
fn each_instruction_ends_alike() {
    let mut random = Random::new(93);
    let edges = Edges::new();
    let mut differences: BTreeMap<String, String> = BTreeMap::new();
    let all = FORMS.iter().filter(|form| {
        let is_there = form.isae != "ED25519" && form.name != "Blake3";
        (0x08..0x40).contains(&form.opcode) || form.opcode > 0x7F && is_there
    });
    for form in all {
        let is_of_floats = form.name.ends_with('F')
            || form.name.contains("Cnv")
            || ["Neg", "Abs"].contains(&form.name);
        let count = match form.cost {
            1000.. => cases(40),
            _ if is_of_floats => cases(1500),
            _ => cases(300),
        };
        for _ in 0..count {
            let instrs = program(form, &edges, &mut random);
            if compare(&[laid_out(&instrs)]).is_err() {
                let (name, difference) = explain(&instrs);
                differences.entry(name).or_insert(difference);
            }
        }
    }
    assert!(differences.is_empty(), "{differences:#?}");
}
