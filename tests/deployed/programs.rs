//! Random programs of what the deployed implementation executes as specified: the same registers and
//! `st0` at the end.

use std::collections::BTreeMap;

use aluvm_core::codec::{constant_width, encode};
use aluvm_core::isa::{Data, FORMS, FieldKind, Form, Given, Instr, Register};
use aluvm_core::library::{Lib, Libs};
use aluvm_core::vm::{Next, Registers, execute};
use aluvm_tests::{Random, cases};

use crate::right::is_right;
use crate::state::{State, here, there};

/// An instruction with registers that meet, and constants of few bytes.
pub fn instr(form: &Form, random: &mut Random) -> Instr {
    let mut word = form.fixed_bits();
    for (number, field) in form.fields.iter().enumerate() {
        let bits = match field.kind {
            FieldKind::Fixed(_) | FieldKind::RegisterData | FieldKind::StringData => continue,
            FieldKind::Index => random.below(3),
            _ => random.next_number() & ((1 << field.bits) - 1),
        };
        word |= u128::from(bits) << form.field_shift(number);
    }
    with_constant(Instr::from_word(word, Given::Nothing).expect("a row"), random)
}

/// The instruction with some constant, if it has one.
fn with_constant(mut instr: Instr, random: &mut Random) -> Instr {
    let bytes = match instr {
        // Half of all floats are small integers.
        Instr::PutF { size, .. } if random.chance(50) => {
            let number = random.below(100) as i64 - 20;
            aluvm_judge::value::bytes(&number.to_string(), size.register_size(), 0)
        }
        _ => constant(constant_width(&instr), random),
    };
    if let Some(data) = instr.data_mut() {
        *data = Data::new(bytes);
    }
    instr
}

/// A constant: short numbers, floats near one, text of few letters, or anything.
fn constant(width: Option<usize>, random: &mut Random) -> Vec<u8> {
    let Some(width) = width else {
        return random.bytes(12).iter().map(|byte| b'a' + byte % 2).collect();
    };
    let mut bytes: Vec<u8> = (0..width).map(|_| random.next_number() as u8).collect();
    match random.below(4) {
        0 => {
            bytes[1..].fill(0);
            bytes[0] %= 8;
        }
        1 => bytes[(width / 2).min(16)..].fill(0),
        2 if width > 1 => {
            // An exponent in the middle of the range, whatever the format.
            bytes[width - 1] = 0x3F | bytes[width - 1] & 0x80;
            bytes[width - 2] |= 0x80;
        }
        _ => {}
    }
    bytes
}

/// A program that grows by instructions, each of which the deployed implementation executes rightly in
/// the state that it meets.
struct Growing {
    instrs: Vec<Instr>,
    registers: Registers,
    state: State,
    executed: BTreeMap<&'static str, u32>,
}

impl Growing {
    fn new() -> Growing {
        let registers = Registers::new();
        let state = State::of(&registers);
        Growing { instrs: Vec::new(), registers, state, executed: BTreeMap::new() }
    }

    /// Takes an instruction if it will be executed alike.
    fn offer(&mut self, form: &Form, instr: Instr) -> bool {
        let saved: Vec<_> =
            instr.writes().map(|register| (register, self.registers.get(register))).collect();
        let mut registers = self.registers.clone();
        if execute(&instr, &mut registers, &[]) != Next::Following {
            return false;
        }
        let mut after = self.state.clone();
        after.st0 = registers.st0();
        for (register, _) in &saved {
            let Register::Value { size, index } = *register else { continue };
            match aluvm_tests::machine::get(&registers, size, index) {
                Some(bytes) => after.registers.insert((size, index), bytes),
                None => after.registers.remove(&(size, index)),
            };
        }
        if !is_right(&instr, &self.state, &after) {
            return false;
        }
        (self.registers, self.state) = (registers, after);
        self.instrs.push(instr);
        *self.executed.entry(form.name).or_default() += 1;
        true
    }
}

/// Grows a program.
fn grow(random: &mut Random) -> Growing {
    let mut growing = Growing::new();
    let puts: Vec<&Form> = FORMS.iter().filter(|form| form.name.starts_with("Put")).collect();
    let all: Vec<&Form> = FORMS
        .iter()
        .filter(|form| (0x08..0x40).contains(&form.opcode) || form.opcode > 0x7F)
        .collect();
    let size = random.next_number();
    for number in 0..80 {
        let form = if number < 16 { random.pick(&puts) } else { random.pick(&all) };
        // Curve operations are slow.
        if form.cost >= 1000 && !random.chance(10) {
            continue;
        }
        let mut instr = instr(form, random);
        if random.chance(60) {
            instr = of_size(form, &instr, size, random);
        }
        growing.offer(form, instr);
    }
    growing
}

/// The same instruction on registers of the size that the program prefers.
pub fn of_size(form: &Form, instr: &Instr, size: u64, random: &mut Random) -> Instr {
    let Some((word, _)) = instr.to_word() else { return instr.clone() };
    let mut word = word;
    for (number, field) in form.fields.iter().enumerate() {
        if let FieldKind::Size(sizes) = field.kind {
            let mask = ((1u128 << field.bits) - 1) << form.field_shift(number);
            word = word & !mask | u128::from(size % sizes.len() as u64) << form.field_shift(number);
        }
    }
    with_constant(Instr::from_word(word, Given::Nothing).expect("a row"), random)
}

/// Lays the instructions out with jumps over bytes that mean nothing, and cuts them into libraries
/// that follow each other by `exec`.
fn lay_out(instrs: &[Instr], random: &mut Random) -> Vec<Lib> {
    let mut parts: Vec<&[Instr]> = Vec::new();
    let mut rest = instrs;
    while rest.len() > 4 && random.chance(60) {
        let (part, others) = rest.split_at(random.below(rest.len() as u64) as usize);
        parts.push(part);
        rest = others;
    }
    parts.push(rest);
    let mut libs: Vec<Lib> = Vec::new();
    for part in parts.into_iter().rev() {
        let segments = encode(part, &[], Default::default()).expect("short");
        let mut code: Vec<u8> = Vec::new();
        let mut offset = 0;
        for instr in part {
            if random.chance(10) {
                let junk = random.bytes(5);
                let target = (code.len() + 3 + junk.len()) as u16;
                let [low, high] = target.to_le_bytes();
                code.extend([0x02, low, high]);
                code.extend(junk);
            }
            code.extend(&segments.code[offset..offset + instr.length()]);
            offset += instr.length();
        }
        let names = Libs::new(libs.last().map(Lib::id)).expect("one");
        code.extend(if libs.is_empty() { vec![0x07] } else { vec![0x06, 0, 0, 0] });
        let isae = "ALU BPDIGEST SECP256K".parse().expect("a set");
        libs.push(Lib::new(isae, code, segments.data, names).expect("short"));
    }
    libs.reverse();
    libs
}

#[test]
fn programs_of_what_is_right_end_alike() {
    let mut random = Random::new(41);
    let mut executed: BTreeMap<&str, u32> = BTreeMap::new();
    for _ in 0..cases(2500) {
        let growing = grow(&mut random);
        for (name, count) in &growing.executed {
            *executed.entry(name).or_default() += count;
        }
        let libs = lay_out(&growing.instrs, &mut random);
        let here = here(&libs);
        assert_eq!(here, growing.state, "the parts and the whole");
        match there(&libs) {
            Some(there) if there == here => {}
            _ => explain(&growing.instrs),
        }
    }
    if cases(2500) < 2500 {
        return;
    }
    for form in FORMS {
        let never = [
            // No value of them is right there, or they do not exist.
            "CnvF", "CnvAF", "Neg", "Inj", "Splt", "Ins", "Del", "Blake3", "Nop", "EdGen", "EdMul",
            "EdAdd", "EdNeg",
        ];
        let count = executed.get(form.name).copied().unwrap_or(0);
        let by_itself = form.opcode < 8 || form.cost >= 1000;
        assert!(count >= 5 || never.contains(&form.name) || by_itself, "{} {count}", form.name);
    }
}

/// Panics at the first instruction that is executed otherwise there.
fn explain(instrs: &[Instr]) -> ! {
    for length in 0..=instrs.len() {
        let lib = Lib::assemble(&[&instrs[..length], &[Instr::Ret]].concat()).expect("short");
        let last = instrs[..length].last().map_or(String::new(), ToString::to_string);
        let read = instrs[..length].last().map(|instr| instr.reads().collect::<Vec<_>>());
        let before = Lib::assemble(&[&instrs[..length.saturating_sub(1)], &[Instr::Ret]].concat());
        let before = here(&[before.expect("short")]);
        let read = read.unwrap_or_default().into_iter().map(|register| match register {
            Register::Status => format!("st0={}", before.st0),
            Register::Value { size, index } => {
                let bytes = before.registers.get(&(size, index)).map_or(&[][..], Vec::as_slice);
                let digits: String = bytes.iter().rev().map(|b| format!("{b:02x}")).collect();
                format!("{register}=0x{digits}")
            }
        });
        same(&[lib], &format!("{last} of {}", read.collect::<Vec<_>>().join(" ")));
    }
    panic!("only the layout differs");
}

/// Checks that libraries end alike on both machines.
fn same(libs: &[Lib], text: &str) {
    let here = here(libs);
    let there = there(libs).unwrap_or_else(|| panic!("a panic there after\n{text}"));
    for register in here.registers.keys().chain(there.registers.keys()) {
        let (ours, theirs) = (here.registers.get(register), there.registers.get(register));
        assert_eq!(ours, theirs, "{register:?} after\n{text}");
    }
    assert_eq!(here.st0, there.st0, "st0 after\n{text}");
}

/// Loops, which the programs above do not have: unsigned checked arithmetic and logic in every size.
#[test]
fn loops_end_alike() {
    let mut random = Random::new(42);
    let always: Vec<&Form> = FORMS
        .iter()
        .filter(|form| {
            ["AddA", "SubA", "MulA", "And", "Or", "Xor", "RevA", "DupA", "SwpA", "MovA", "CpyA"]
                .contains(&form.name)
        })
        .collect();
    for _ in 0..cases(300) {
        let mut text = String::new();
        let mut body = String::new();
        let size = *random.pick(aluvm_core::isa::SizeA::SIZES);
        for index in 0..3 {
            let number = random.below(200);
            text += &format!("put {size}[{index}], {number}; ");
        }
        for _ in 0..random.below(12) {
            let form = random.pick(&always);
            let instr = of_size(form, &instr(form, &mut random), random.below(16), &mut random);
            let printed = instr.to_string();
            let has_flags = ["AddA", "SubA", "MulA"].contains(&form.name);
            let allowed = !has_flags || printed.contains(".uc ");
            let general = printed.contains(" r");
            if allowed && !general {
                body += &format!("{printed}; ");
            }
        }
        let count = random.below(40);
        text +=
            &format!("put a16[31], {count}; next: {body} inc a16[30]; dec a16[31]; jif next; ret;");
        let lib: Lib = text.parse().unwrap_or_else(|error| panic!("{error}"));
        same(&[lib], &text);
    }
}

/// The jump limit is the same.
#[test]
fn jump_limits_are_equal() {
    for (count, status) in [(65534u16, true), (65535, true)] {
        let text = format!("put a16[0], {count}; next: dec a16[0]; jif next; inv st0; ret;");
        let libs = [text.parse::<Lib>().expect("well-formed")];
        let ended = here(&libs);
        assert_eq!(ended.st0, status);
        assert_eq!(there(&libs), Some(ended));
    }
    let libs = ["next: jmp next;".parse::<Lib>().expect("well-formed")];
    assert!(!here(&libs).st0);
    assert_eq!(there(&libs), Some(here(&libs)));
}

/// Decoded instructions cost the same there, but for reserved ones.
#[test]
fn complexity_is_equal() {
    use deployed::isa::{Instr as DeployedInstr, InstructionSet};
    let mut random = Random::new(43);
    for form in FORMS {
        if form.isae == "ED25519" || matches!(form.opcode, 0x84 | 0xFF) {
            continue;
        }
        let instr = instr(form, &mut random);
        let segments =
            encode(std::slice::from_ref(&instr), &[], Default::default()).expect("short");
        let isae = "ALU".parse().expect("a set");
        let lib = Lib::new(isae, segments.code, segments.data, Libs::default()).expect("short");
        let instrs =
            crate::state::deployed_lib(&lib).disassemble::<DeployedInstr>().expect("whole");
        assert_eq!(instrs[0].complexity(), form.cost, "{}", form.name);
    }
}
