//! Random programs of one to three libraries: instructions of all kinds on registers that meet, jumps to
//! instructions and into them, calls, and bytes changed afterwards.

use aluvm_core::isa::{FORMS, FieldKind, Form, RegisterSize};

use super::operands;
use crate::case::Case;
use crate::codec::encode;
use crate::library::Lib;
use crate::random::Random;
use crate::state::State;
use crate::vector::Vector;

/// What the instructions of a program are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mix {
    /// Any; those on curves are few, because they are slow.
    Any,
    /// Jumps and calls, and what decides them.
    Control,
}

/// The number of programs among the vectors.
const PROGRAMS: usize = 400;

/// Vectors of programs that do something.
pub(super) fn vectors(random: &mut Random) -> Vec<Vector> {
    let cases = std::iter::from_fn(|| Some(program(Mix::Any, random)));
    let cases = cases.filter(|case| case.trace().1.len() > 3);
    cases.take(PROGRAMS).map(|case| Vector::new("program", case)).collect()
}

/// A random program with its inputs.
pub fn program(mix: Mix, random: &mut Random) -> Case {
    let size = if mix == Mix::Any { random.below(8) } else { 0 };
    let mut libs: Vec<Lib> = Vec::new();
    let mut starts: Vec<Vec<usize>> = Vec::new();
    let counts = if mix == Mix::Any { [1, 1, 1, 2, 3] } else { [1, 2, 2, 2, 3] };
    for _ in 0..*random.pick(&counts) {
        let mut ids: Vec<_> = libs.iter().map(Lib::id).collect();
        ids.retain(|_| random.chance(90));
        ids.sort();
        let callee = |id| libs.iter().position(|lib| lib.id() == id).expect("one of them");
        let callees: Vec<&[usize]> = ids.iter().map(|id| starts[callee(*id)].as_slice()).collect();
        let (lib, own) = library(mix, size, &callees, random);
        libs.push(Lib { libs: ids, ..lib });
        starts.push(own);
    }
    // The last one can reach the others, and only those that are reached are part of a program.
    libs.reverse();
    let before = state(mix, size, random);
    let entry = if random.chance(5) { random.below(6) as u16 } else { 0 };
    Case { before, libs, entry }
}

/// A library, and where its instructions begin. Calls go to the starts in the libraries that it names.
fn library(mix: Mix, size: u64, callees: &[&[usize]], random: &mut Random) -> (Lib, Vec<usize>) {
    let length = 1 + random.below(if mix == Mix::Any { 20 } else { 12 });
    let forms = std::iter::from_fn(|| Some(form(mix, random)));
    let calls = |form: &&Form| matches!(form.name, "Call" | "Exec");
    // Calls of what is not there end most programs.
    let forms = forms.filter(|form| !callees.is_empty() || !calls(form));
    let forms: Vec<&Form> = forms.take(length as usize).collect();
    let starts: Vec<usize> = forms
        .iter()
        .scan(0, |end, form| {
            let start = *end;
            *end += crate::codec::length(form);
            Some(start)
        })
        .collect();
    let data = data(random);
    let instructions =
        forms.iter().map(|form| instruction(form, size, &starts, callees, &data, random));
    let mut code = instructions.collect::<Vec<_>>().concat();
    match random.below(10) {
        0 => {}
        1 => code.truncate(code.len().max(2) - 1),
        _ => code.push(0x07),
    }
    if random.chance(8) {
        let at = random.below(code.len() as u64) as usize;
        code[at] ^= random.next_number() as u8;
    }
    (Lib { isae: Lib::EVERY_ISAE.into(), code, data, libs: Vec::new() }, starts)
}

fn form(mix: Mix, random: &mut Random) -> &'static Form {
    let wanted: fn(&Form) -> bool = match (mix, random.below(200)) {
        (Mix::Any, 0) => |form| form.cost == 1000,
        (Mix::Any, 1..30) => |form| form.opcode < 0x08 && form.name != "Fail",
        (Mix::Any, 30..60) => |form| (0x20..0x28).contains(&form.opcode),
        (Mix::Any, _) => |form| form.cost < 1000 && form.name != "Fail",
        (Mix::Control, 0..120) => |form| form.opcode < 0x08,
        (Mix::Control, _) => |form| {
            matches!(form.name, "StepA" | "Inv" | "Nop" | "IfZA" | "IfNA" | "GtA" | "PutA" | "CpyA")
        },
    };
    let forms: Vec<&'static Form> = FORMS.iter().filter(|form| wanted(form)).collect();
    forms[random.below(forms.len() as u64) as usize]
}

fn instruction(
    form: &Form,
    size: u64,
    starts: &[usize],
    callees: &[&[usize]],
    data: &[u8],
    random: &mut Random,
) -> Vec<u8> {
    let is_missing = callees.is_empty() || random.chance(14);
    let library = random.below(callees.len() as u64 + u64::from(is_missing));
    let targets = match form.name {
        "Call" | "Exec" => callees.get(library as usize).copied().unwrap_or_default(),
        _ => starts,
    };
    encode(form, |field| match field.kind {
        FieldKind::Index if random.chance(85) => random.below(3),
        FieldKind::Size(_) if random.chance(75) => size,
        FieldKind::Offset if !targets.is_empty() && random.chance(80) => {
            *random.pick(targets) as u64
        }
        FieldKind::Offset if random.chance(90) => random.below(60),
        FieldKind::Library => library,
        FieldKind::RegisterData => random.below(data.len() as u64 + 1),
        FieldKind::StringData => random.below(data.len() as u64 + 1) | random.below(24) << 16,
        FieldKind::Step => *random.pick(&[1, 1, 0xFF, 0xFF, 3, 0xFD, 127, 128]),
        _ => random.next_number(),
    })
}

/// Constants of which most are something in each size.
fn data(random: &mut Random) -> Vec<u8> {
    let mut data = Vec::new();
    while random.chance(75) {
        let size = *random.pick(RegisterSize::ALL);
        if size.bytes() <= 128 {
            data.extend(operands::value(size, random).into_iter().take(128));
        }
    }
    data
}

/// Inputs in the registers that instructions name most.
fn state(mix: Mix, size: u64, random: &mut Random) -> State {
    let mut state = State::with_status(random.chance(80));
    if random.chance(98) {
        state.cl0 = Some(random.below(3000));
    }
    let families = [0, 8, 16].map(|family| RegisterSize::ALL[family + size as usize]);
    let others = [RegisterSize::A8, RegisterSize::A16, RegisterSize::S16, RegisterSize::R256];
    for size in RegisterSize::ALL {
        let is_often = families.contains(size) || others.contains(size);
        let chance = match mix {
            Mix::Control => {
                if *size == RegisterSize::A8 {
                    80
                } else {
                    0
                }
            }
            Mix::Any if !is_often => 5,
            Mix::Any if size.bytes() > 256 => 40,
            Mix::Any => 80,
        };
        for index in 0..3 {
            if random.chance(chance) {
                state.set((*size, index), Some(operands::value(*size, random)));
            }
        }
    }
    state
}
