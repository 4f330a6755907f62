//! Contracts by hand: libraries with descriptions and typed functions, as `alulib!` writes them.

use aluvm_core::call::{Contract, Module};
use aluvm_core::contract::description::{
    Description, ErrorEnum, Name, Parameter, Refusal, Routine, Statement, Variant,
};
use aluvm_core::isa::{Instr, NoExtension};
use aluvm_core::library::Lib;

/// A routine: name, inputs, outputs, and its text, a statement a line.
///
/// A line is `written => instructions`, or just the instructions. Behind `!` stands the error of the
/// statement as `enum.variant` positions.
pub struct Draft {
    pub name: &'static str,
    pub inputs: &'static str,
    pub outputs: &'static str,
    pub text: &'static str,
}

/// Registers behind names: `balance: a64[0], rest: a64[1]?`.
pub fn parameters(text: &'static str) -> Vec<Parameter<'static>> {
    let all = text.split(',').filter(|part| !part.trim().is_empty());
    all.map(|part| {
        let (name, register) = part.split_once(':').expect("a name and a register");
        let is_optional = register.ends_with('?');
        let register = register.trim().trim_end_matches('?').parse().expect("a register");
        Parameter { name: name.trim(), register, is_signed: false, is_optional }
    })
    .collect()
}

fn split(line: &'static str) -> (&'static str, &'static str, Option<Refusal>) {
    let (rest, refusal) = match line.rsplit_once('!') {
        Some((rest, numbers)) => {
            let (error, variant) = numbers.trim().split_once('.').expect("two numbers");
            let number = |text: &str| text.parse().expect("a number");
            (rest, Some(Refusal { error: number(error), variant: number(variant) }))
        }
        None => (line, None),
    };
    match rest.split_once("==>") {
        Some((written, instrs)) => (written.trim(), instrs.trim(), refusal),
        None => (rest.trim().trim_end_matches(';'), rest.trim(), refusal),
    }
}

/// The library and its description. The file's lines begin with `line`.
pub fn lay_out<E: aluvm_core::isa::InstructionSet>(
    name: &'static str,
    errors: Vec<ErrorEnum<'static>>,
    line: u32,
    drafts: &[Draft],
) -> (Lib, Vec<u8>) {
    let lines = |draft: &Draft| draft.text.lines().map(str::trim).filter(|line| !line.is_empty());
    let text: Vec<&str> =
        drafts.iter().flat_map(|draft| lines(draft).map(|line| split(line).1)).collect();
    let instrs = aluvm_core::asm::parse_with::<E>(&text.join("\n"));
    let instrs = instrs.unwrap_or_else(|errors| panic!("{errors}"));
    let mut lengths = instrs.iter().map(Instr::length);
    let (mut offset, mut line) = (0, line);
    let mut routines = Vec::new();
    for draft in drafts {
        let mut routine = Routine {
            name: draft.name,
            docs: "",
            offset,
            is_public: true,
            inputs: parameters(draft.inputs),
            outputs: parameters(draft.outputs),
            names: Vec::<Name<'static>>::new(),
            variables: Vec::new(),
            statements: Vec::new(),
        };
        line += 2;
        for text in lines(draft) {
            let (written, instrs, refusal) = split(text);
            let length = lengths.by_ref().take(instrs.matches(';').count()).sum::<usize>() as u16;
            if length > 0 {
                let statement =
                    Statement { offset, length, line, column: 13, text: written, refusal };
                routine.statements.push(statement);
            }
            offset += length;
            line += 1;
        }
        routines.push(routine);
    }
    let description =
        Description { name, file: "tests/calls/vault.rs", names: vec![], errors, routines };
    (Lib::assemble(&instrs).expect("short"), description.to_bytes())
}

/// A contract that lives for ever.
pub fn contract<E>(
    (lib, description): (Lib, Vec<u8>),
    imports: &'static [&'static Module],
) -> &'static Contract<E> {
    let description = Description::from_bytes(Vec::leak(description.clone()))
        .map(|read| (read, &*Vec::leak(description)))
        .expect("its own form");
    let entries: Vec<u16> = description.0.routines.iter().map(|routine| routine.offset).collect();
    let module = Module { lib: Box::leak(Box::new(lib)), description: description.1, imports };
    Box::leak(Box::new(Contract::new(module, Vec::leak(entries))))
}

/// Errors of one enum: `TooEarly = 1: docs`.
pub fn errors(name: &'static str, register: &str, variants: &'static str) -> ErrorEnum<'static> {
    let variants = variants.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| {
        let (name, rest) = line.split_once('=').expect("a name");
        let (number, docs) = rest.split_once(':').expect("documentation");
        Variant {
            name: name.trim(),
            number: number.trim().parse().expect("a number"),
            docs: docs.trim(),
        }
    });
    ErrorEnum {
        name,
        register: register.parse().expect("a register"),
        variants: variants.collect(),
    }
}

/// A library of one routine that can be called without inputs and outputs.
pub fn plain(text: &'static str) -> &'static Contract<NoExtension> {
    let draft = Draft { name: "run", inputs: "", outputs: "", text };
    contract(lay_out::<NoExtension>("plain", vec![], 1, &[draft]), &[])
}
