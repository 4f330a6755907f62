//! A routine that is run: which it is, its inputs by name or by register, and its outputs as text.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use aluvm_core::contract::description::{Description, Parameter, Routine};
use aluvm_core::isa::Register;
use aluvm_core::vm::{Outcome, Registers, Value};

use crate::failure::Failure;

/// The file and the routine that a word names. A file can have a `#` in its name.
pub(crate) fn target(word: &str) -> (PathBuf, Option<&str>) {
    match word.rsplit_once('#') {
        Some((path, routine)) if !Path::new(word).exists() => (path.into(), Some(routine)),
        _ => (word.into(), None),
    }
}

/// What is known of the routine to run.
pub(crate) struct Inputs<'d> {
    /// Where it begins.
    pub(crate) offset: u16,
    routine: Option<&'d Routine<'d>>,
    description: &'d Description<'d>,
}

impl<'d> Inputs<'d> {
    /// The routine with a name or at an offset; without either the first that others can call.
    pub(crate) fn of(
        description: &'d Description<'d>,
        name: Option<&str>,
    ) -> Result<Inputs<'d>, Failure> {
        let mut routines = description.routines.iter();
        let Some(name) = name else {
            let routine = routines.find(|routine| routine.is_public);
            let offset = routine.map_or(0, |routine| routine.offset);
            return Ok(Inputs { offset, routine, description });
        };
        if let Some(offset) = offset(name) {
            let routine = routines.find(|routine| routine.offset == offset);
            return Ok(Inputs { offset, routine, description });
        }
        match description.routine(name) {
            Some(routine) => {
                Ok(Inputs { offset: routine.offset, routine: Some(routine), description })
            }
            None => {
                let known: Vec<&str> = routines.map(|routine| routine.name).collect();
                Err(Failure::Usage(match known.is_empty() {
                    true => format!("nothing says where `{name}` is; `#0x0010` names an offset"),
                    false => {
                        format!("there is no routine `{name}`; there are {}", known.join(", "))
                    }
                }))
            }
        }
    }

    /// The register that a name stands for.
    pub(crate) fn register(&self, name: &str) -> Result<Register, Failure> {
        match name.parse::<Register>() {
            Ok(register) => return Ok(register),
            Err(error) if name.contains('[') => return Err(Failure::Usage(error.to_string())),
            Err(_) => {}
        }
        let parameters =
            self.routine.into_iter().flat_map(|one| one.inputs.iter().chain(&one.outputs));
        let parameters = parameters.map(|one| (one.name, one.register));
        let aliases = self.routine.into_iter().flat_map(|one| &one.names);
        let aliases = aliases.chain(&self.description.names).map(|one| (one.name, one.register));
        let all: Vec<(&str, Register)> = parameters.chain(aliases).collect();
        let found = all.iter().find(|(known, _)| *known == name);
        found.map(|(_, register)| *register).ok_or_else(|| {
            let mut names: Vec<&str> = all.iter().map(|(known, _)| *known).collect();
            let mut seen = BTreeSet::new();
            names.retain(|name| seen.insert(*name));
            let known = match names.is_empty() {
                true => String::new(),
                false => format!("; there are {}", names.join(", ")),
            };
            Failure::Usage(format!(
                "`{name}` is no register, and no input or output of the routine{known}"
            ))
        })
    }

    /// The names of the outputs.
    pub(crate) fn outputs(&self) -> impl Iterator<Item = &'d str> {
        self.routine.into_iter().flat_map(|routine| routine.outputs.iter().map(|one| one.name))
    }

    /// The registers to begin with.
    pub(crate) fn registers(
        &self,
        words: &[String],
        limit: Option<u64>,
    ) -> Result<Registers, Failure> {
        let registers = self.changed(Registers::new(), words, limit)?;
        let inputs = self.routine.into_iter().flat_map(|routine| &routine.inputs);
        let mut missing =
            inputs.filter(|one| !one.is_optional && registers.get(one.register).is_none());
        match missing.next() {
            Some(Parameter { name, register, .. }) => {
                Err(Failure::Usage(format!("the input `{name}` ({register}) is missing")))
            }
            None => Ok(registers),
        }
    }

    /// Other registers to begin with, where words say so.
    pub(crate) fn changed(
        &self,
        mut registers: Registers,
        words: &[String],
        limit: Option<u64>,
    ) -> Result<Registers, Failure> {
        if limit.is_some() {
            registers.set_cl0(limit);
        }
        for word in words {
            let form = || Failure::Usage(format!("`{word}` is no input, `balance=500` is one"));
            let (name, text) = word.split_once('=').ok_or_else(form)?;
            let register = self.register(name)?;
            let wrong = |reason: String| Failure::Usage(format!("the input `{word}`: {reason}"));
            let value = Value::parse(register, text).map_err(|error| wrong(error.to_string()))?;
            registers.set(register, value).map_err(|error| wrong(error.to_string()))?;
        }
        Ok(registers)
    }

    /// The outputs, or what has changed if they are not known, and how the run ended.
    pub(crate) fn results(
        &self,
        before: &Registers,
        registers: &Registers,
        outcome: &Outcome,
    ) -> String {
        let mut lines = String::new();
        // A string takes what is written into it.
        match self.routine {
            Some(_) if !outcome.is_success() => {}
            Some(routine) => {
                for Parameter { name, register, is_signed, .. } in &routine.outputs {
                    let value = signed_notation(registers, *register, *is_signed);
                    let _ = writeln!(lines, "{name}={value}");
                }
            }
            None => {
                let after = registers
                    .defined()
                    .filter(|(register, value)| before.get(*register).as_ref() != Some(value));
                for (register, value) in after {
                    let _ = writeln!(lines, "{register}={}", value.notation(register));
                }
                let gone = before.defined().filter(|(one, _)| registers.get(*one).is_none());
                for (register, _) in gone {
                    let _ = writeln!(lines, "{register}=none");
                }
            }
        }
        let (status, stop) = (outcome.status, outcome.stop.name());
        let (cost, jumps) = (registers.ca0(), registers.cy0());
        lines + &format!("st0={status} stop={stop} ca0={cost} cy0={jumps}\n")
    }
}

fn offset(text: &str) -> Option<u16> {
    match text.strip_prefix("0x") {
        Some(digits) => u16::from_str_radix(digits, 16).ok(),
        None => text.parse().ok(),
    }
}

/// The value of a register in the notation of rows.
pub(crate) fn notation(registers: &Registers, register: Register) -> String {
    signed_notation(registers, register, false)
}

/// The same of an integer that may have a sign.
fn signed_notation(registers: &Registers, register: Register, is_signed: bool) -> String {
    match registers.get(register) {
        Some(value) => value.notation(register).signed(is_signed).to_string(),
        None => "none".into(),
    }
}
