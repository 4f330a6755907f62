//! One instruction at a time, whose operands are at edges of their registers, on both machines: what long random programs
//! meet too seldom, or hide behind what follows.

use std::collections::BTreeMap;

use aluvm_core::isa::{FORMS, Family, Form, Instr, Register, RegisterSize, SizeA};
use aluvm_core::library::Lib;
use aluvm_core::num::float::FloatFormat;
use aluvm_core::vm::Stop;
use aluvm_judge::float::operands;
use aluvm_tests::{Random, cases};
use num_bigint::BigInt;

use crate::compare::{compare, here};
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
                Some(near) if random.chance(25) => beside(near, random.below(3) as i64 - 1),
                _ => bytes,
            };
        }
        match size.family() {
            Family::S => random.bytes(12).iter().map(|byte| b'a' + byte % 2).collect(),
            _ => match near {
                Some(near) if random.chance(35) => beside(near, random.below(3) as i64 - 1),
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

/// The bytes of the number so many steps above that of these.
pub fn beside(bytes: &[u8], step: i64) -> Vec<u8> {
    wrapped(BigInt::from_signed_bytes_le(bytes) + step, bytes.len())
}

/// A power of two, or one more or less, of either sign; or any number of so many bytes.
fn integer(width: usize, random: &mut Random) -> Vec<u8> {
    let bits = 8 * width as u64;
    let power = match random.below(4) {
        0 => bits - 1,
        1 => 8 * random.below(width as u64),
        _ => random.below(bits),
    };
    let power = BigInt::from(1) << power;
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

/// Sets a register to a number.
pub fn put(size: RegisterSize, index: u8, bytes: &[u8]) -> Instr {
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
        let is_of_many_edges =
            ["MulA", "DivA", "Rem", "ShrA", "Fill", "Con", "Find", "Extr"].contains(&form.name);
        let count = match form.cost {
            1000.. => cases(40),
            _ if is_of_floats || is_of_many_edges => cases(1500),
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

/// A value of the x87 format whose significand has few bits, so that what an operation makes of it is often exact.
fn sparse_x87(random: &mut Random) -> Vec<u8> {
    let field = match random.below(8) {
        0 => random.below(70) as u16,
        1 => 32766 - random.below(4) as u16,
        _ => 16383 + random.below(9) as u16 - 4,
    };
    let low = match random.below(6) {
        0 => 0,
        1 => 1 << random.below(63),
        2 => u64::MAX << random.below(63),
        3 => random.below(16),
        4 => random.next_number() << (40 + random.below(20)),
        _ => random.next_number(),
    };
    // The leading bit says that the number is normal.
    let leading = u64::from(field != 0) << 63;
    let mut bytes = (low & (u64::MAX >> 1) | leading).to_le_bytes().to_vec();
    bytes.extend((field | u16::from(random.chance(50)) << 15).to_le_bytes());
    bytes
}

#[test]
fn x87_arithmetic_ends_alike() {
    let mut random = Random::new(94);
    let (mut defined, mut undefined) = (0, 0);
    for _ in 0..cases(10_000) {
        let operands = [0, 1].map(|index| put(RegisterSize::F80, index, &sparse_x87(&mut random)));
        let name = random.pick(&["add", "sub", "mul", "div"]);
        let text = format!("{name}.{} f80[0], f80[1]", random.pick(&["z", "n", "f", "c"]));
        let last: Instr = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
        let instrs = [&operands[..], &[last, Instr::Ret]].concat();
        let libs = [laid_out(&instrs)];
        if compare(&libs).is_err() {
            panic!("{:?}", explain(&instrs));
        }
        match here(&libs).1.st0 {
            true => defined += 1,
            false => undefined += 1,
        }
    }
    assert!(defined.min(undefined) > cases(10_000) / 10, "{defined} {undefined}");
}

/// Strings that are too long together, which `join` looks at before all else.
#[test]
fn long_strings_end_alike() {
    for (first, second) in
        [(40_000, 25_535), (40_000, 25_536), (65_535, 0), (65_535, 1), (0, 65_535)]
    {
        let texts = [(0, first), (1, second)].map(|(index, length)| {
            let text = format!("put s16[{index}], \"{}\"", "a".repeat(length));
            text.parse::<Instr>().unwrap_or_else(|error| panic!("{error}"))
        });
        let join: Instr = "join s16[0], s16[1], s16[2]".parse().expect("an instruction");
        if let Err(difference) = compare(&[laid_out(&[&texts[..], &[join, Instr::Ret]].concat())]) {
            panic!("{first} and {second}: {difference}");
        }
    }
}

/// The least and the greatest numbers of each size, whose sums, products and quotients leave it.
#[test]
fn ends_of_the_integers_end_alike() {
    let operations = ["add.sw", "sub.sw", "mul.sw", "div.uc", "div.sc", "div.sw", "rem"];
    for &size in SizeA::SIZES {
        let width = size.bytes();
        let one = BigInt::from(1);
        let least = &one << (8 * width - 1);
        let middle = &one << (4 * width);
        let ends = [&least - 1, least.clone(), &least + 1, least >> 1];
        let small = [-2, -1, 0, 1, 2, 3].map(BigInt::from);
        let numbers: Vec<BigInt> =
            ends.into_iter().chain(small).chain([&middle - 1, -middle]).collect();
        for first in &numbers {
            for second in &numbers {
                let puts = [first, second].map(|number| wrapped(number.clone(), width));
                let puts = [put(size, 0, &puts[0]), put(size, 1, &puts[1])];
                for name in operations {
                    let text = format!("{name} {size}[0], {size}[1]");
                    let last: Instr =
                        text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
                    let instrs = [&puts[..], &[last, Instr::Ret]].concat();
                    if compare(&[laid_out(&instrs)]).is_err() {
                        panic!("{:?}", explain(&instrs));
                    }
                }
            }
        }
    }
}

/// Wide registers at the 1,024 bits with which the deployed machine computes.
#[test]
fn wide_registers_end_alike_at_their_bound() {
    let one = BigInt::from(1);
    let numbers = [1023_u32, 1024, 1025].map(|bits| one.clone() << bits);
    let numbers: Vec<BigInt> =
        numbers.iter().flat_map(|power| [power - 1, power.clone()]).collect();
    for size in [RegisterSize::R1024, RegisterSize::R2048, RegisterSize::R8192] {
        for (first, second) in numbers.iter().flat_map(|a| numbers.iter().map(move |b| (a, b))) {
            let puts = [(0, first), (1, second)]
                .map(|(index, number)| put(size, index, &wrapped(number.clone(), size.bytes())));
            let logic =
                ["and", "or", "xor"].map(|name| format!("{name} {size}[0], {size}[1], {size}[2]"));
            let order = ["gt", "lt", "eq.n"].map(|name| format!("{name} {size}[0], {size}[1]"));
            for text in logic.into_iter().chain(order) {
                let last: Instr = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
                let instrs = [&puts[..], &[last, Instr::Ret]].concat();
                if compare(&[laid_out(&instrs)]).is_err() {
                    panic!("{:?}", explain(&instrs));
                }
            }
        }
    }
}

/// Each instruction with only its first bytes at the end of the code, behind some that define registers: of some the
/// machine finds what it can read, of others none.
#[test]
fn what_the_end_of_the_code_cuts_short_ends_alike() {
    let mut random = Random::new(95);
    let edges = Edges::new();
    let mut ends: BTreeMap<(bool, bool), u32> = BTreeMap::new();
    let all = FORMS.iter().filter(|form| form.isae != "ED25519" && form.name != "Blake3");
    for (form, cut) in all.flat_map(|form| (1..=form.length()).map(move |cut| (form, cut))) {
        if form.opcode < 0x08 || form.opcode == 0xFF {
            continue;
        }
        for _ in 0..cases(if form.cost < 1000 { 40 } else { 4 }) {
            let mut instrs = program(form, &edges, &mut random);
            instrs.pop();
            let whole = laid_out(&instrs);
            let length = whole.code().len() + cut - form.length();
            let (isae, code) = (whole.isae().clone(), &whole.code()[..length]);
            let libs = whole.libs().clone();
            let lib = Lib::new(isae, code, whole.data(), libs).expect("short");
            let stop = compare(std::slice::from_ref(&lib));
            let text = || format!("{:?} cut to {cut}: {:02x?}", instrs.last(), lib.code());
            let stop = stop.unwrap_or_else(|difference| panic!("{}: {difference}", text()));
            let is_end = stop == Stop::CodeEnded;
            *ends.entry((cut < form.length(), is_end)).or_default() += 1;
        }
    }
    assert!(ends.values().all(|count| *count > cases(40)), "{ends:?}");
}
