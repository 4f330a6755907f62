//! The rows of `conformance/`: registers before, a program, registers after. What a row does not name
//! must not change.

use std::collections::BTreeSet;

use aluvm_core::asm::parse;
use aluvm_core::isa::{Family, RegisterSize};
use aluvm_core::library::{Lib, LibSite, Program};
use aluvm_core::vm::{Failure, Outcome, Registers, Stop, Vm};

use crate::machine::{all, get, named, set, sizes};
use crate::value::{bytes, integer};

/// Runs all rows of a file. The answer is what was executed: names of rows of the instruction table,
/// with their flags.
pub fn run_file(text: &str) -> BTreeSet<String> {
    let mut executed = BTreeSet::new();
    let mut failures = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        for (line, size) in instances(line) {
            let bits = size.map_or(0, |size| 8 * size.bytes() as u32);
            match run_row(&line, bits, &mut executed) {
                Ok(()) => {}
                Err(error) => failures.push(format!("line {}: {line}\n    {error}", number + 1)),
            }
        }
    }
    assert!(failures.is_empty(), "{} rows fail\n{}", failures.len(), failures.join("\n"));
    executed
}

/// A row for each size that its `aN`, `fN`, `fI`, `rN` or `xN` stands for.
fn instances(line: &str) -> Vec<(String, Option<RegisterSize>)> {
    let ieee = |size: &RegisterSize| *size != RegisterSize::F512;
    let templates = [
        ("aN[", sizes(Family::A)),
        ("fN[", sizes(Family::F)),
        ("fI[", sizes(Family::F).into_iter().filter(ieee).collect()),
        ("rN[", sizes(Family::R)),
        ("xN[", [sizes(Family::A), sizes(Family::R)].concat()),
    ];
    let Some((name, sizes)) = templates.into_iter().find(|(name, _)| line.contains(name)) else {
        return vec![(line.to_string(), None)];
    };
    let instance = |(code, size): (usize, RegisterSize)| {
        let line = line.replace(name, &format!("{size}["));
        (line.replace("{SIZE}", &code.to_string()), Some(size))
    };
    sizes.into_iter().enumerate().map(instance).collect()
}

/// What a row says of a run.
struct Expected {
    registers: Registers,
    stop: String,
    at: Option<u16>,
    jumps: Option<u16>,
    complexity: Option<u64>,
}

fn run_row(line: &str, bits: u32, executed: &mut BTreeSet<String>) -> Result<(), String> {
    let [before, program, after] = line.split('|').collect::<Vec<_>>()[..] else {
        return Err("a row is `before | program | after`".into());
    };
    let mut vm = Vm::new();
    let mut limit = None;
    for (name, text) in assignments(before)? {
        match name {
            "cl0" => limit = Some(text.parse().map_err(|_| "a limit")?),
            _ => assign(vm.registers_mut(), name, text, bits)?,
        }
    }
    vm.registers_mut().set_cl0(limit);
    let expected = expected(vm.registers(), after, bits)?;

    let lib = assemble(program.trim(), bits)?;
    let program = Program::new(lib.clone()).map_err(|error| error.to_string())?;
    let mut traced = Vm::new();
    *traced.registers_mut() = vm.registers().clone();
    let outcome = vm.run(&program);
    let again = traced.trace(&program, LibSite::start(lib.id()), &mut (), |step| {
        let Some(form) = step.instr.form() else { return };
        let text = step.instr.to_string();
        let flags = text.split_whitespace().next().and_then(|mnemonic| mnemonic.split_once('.'));
        executed.insert(match flags {
            Some((_, flags)) => format!("{}.{flags}", form.name),
            None => form.name.to_string(),
        });
    });
    if again != outcome || traced.registers() != vm.registers() {
        return Err(format!("the trace ends otherwise: {again}, not {outcome}"));
    }
    compare(&vm, &outcome, &expected)
}

/// The words of a side of a row, which are `name=value`.
fn assignments(side: &str) -> Result<Vec<(&str, &str)>, String> {
    side.split_whitespace()
        .map(|word| word.split_once('=').ok_or(format!("`{word}` is no assignment")))
        .collect()
}

fn assign(registers: &mut Registers, name: &str, text: &str, bits: u32) -> Result<(), String> {
    if name == "st0" {
        registers.set_st0(text == "true");
        return Ok(());
    }
    let (size, index) = named(name).ok_or(format!("there is no {name}"))?;
    let value = (text != "none").then(|| bytes(text, size, bits));
    set(registers, size, index, value.as_deref());
    Ok(())
}

fn expected(before: &Registers, after: &str, bits: u32) -> Result<Expected, String> {
    let mut expected = Expected {
        registers: before.clone(),
        stop: "finished".into(),
        at: None,
        jumps: None,
        complexity: None,
    };
    for (name, text) in assignments(after)? {
        let number = || integer(text, 64, bits).try_into().expect("a small number");
        match name {
            "stop" => expected.stop = text.into(),
            "at" => expected.at = Some(number() as u16),
            "cy0" => expected.jumps = Some(number() as u16),
            "ca0" => expected.complexity = Some(number()),
            _ => assign(&mut expected.registers, name, text, bits)?,
        }
    }
    Ok(expected)
}

/// A library of the program, whose last instruction is `ret` unless it ends with `!`.
fn assemble(program: &str, bits: u32) -> Result<Lib, String> {
    let mut text = String::new();
    let mut rest = program;
    while let Some((plain, tail)) = rest.split_once('{') {
        let (expression, tail) = tail.split_once('}').ok_or("`{` without `}`")?;
        text += plain;
        text += &integer(expression, bits, bits).to_string();
        rest = tail;
    }
    text += rest;
    let text = match text.strip_suffix('!') {
        Some(text) => format!("{text};"),
        None => format!("{text}; ret;"),
    };
    let instrs = parse(&text).map_err(|errors| errors.to_string())?;
    Lib::assemble(&instrs).map_err(|error| error.to_string())
}

fn compare(vm: &Vm, outcome: &Outcome, expected: &Expected) -> Result<(), String> {
    let stop = match outcome.stop {
        Stop::Finished => "finished",
        Stop::JumpLimit => "jumps",
        Stop::ComplexityLimit => "complexity",
        Stop::Failed(Failure::Fail) => "fail",
        Stop::Failed(Failure::Test) => "test",
        Stop::Failed(Failure::Reserved) => "reserved",
        Stop::Failed(Failure::EndOfCode) => "end",
        Stop::Failed(Failure::MissingLibrary) => "missing",
        Stop::Failed(Failure::Extension) => "extension",
    };
    let registers = vm.registers();
    if stop != expected.stop {
        return Err(format!("stopped by {stop}, not {}", expected.stop));
    }
    if outcome.status != registers.st0() || registers.st0() != expected.registers.st0() {
        return Err(format!("st0 is {}", registers.st0()));
    }
    for (size, index) in all() {
        let (found, wanted) = (get(registers, size, index), get(&expected.registers, size, index));
        if found != wanted {
            return Err(format!("{size}[{index}] is {}", show(found.as_deref())));
        }
    }
    let differs = |found: u64, wanted: Option<u64>| wanted.is_some_and(|wanted| wanted != found);
    if differs(outcome.site.offset.into(), expected.at.map(u64::from)) {
        return Err(format!("stopped at {}", outcome.site.offset));
    }
    if differs(registers.cy0().into(), expected.jumps.map(u64::from)) {
        return Err(format!("cy0 is {}", registers.cy0()));
    }
    if differs(registers.ca0(), expected.complexity) {
        return Err(format!("ca0 is {}", registers.ca0()));
    }
    Ok(())
}

fn show(bytes: Option<&[u8]>) -> String {
    match bytes {
        None => "undefined".into(),
        Some(bytes) if bytes.len() > 200 => format!("{} bytes", bytes.len()),
        Some(bytes) => {
            let digits: String = bytes.iter().rev().map(|byte| format!("{byte:02X}")).collect();
            format!("0x{digits} ({})", bytes.escape_ascii())
        }
    }
}
