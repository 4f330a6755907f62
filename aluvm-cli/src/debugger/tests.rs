//! The debugger without a terminal: its language, values, conditions, and that going back and forward is
//! going from the beginning.

mod commands;
mod hosts;
#[cfg(feature = "tui")]
mod keys;
#[cfg(feature = "tui")]
mod pictures;
mod programs;
#[cfg(feature = "tui")]
mod screens;
#[cfg(feature = "tui")]
mod statements;
mod values;

use aluvm_core::call::Source;
#[cfg(feature = "tui")]
use aluvm_core::contract::parse_text;
use aluvm_core::isa::NoExtension;
use aluvm_core::library::{Lib, Program};
use aluvm_core::vm::{Effects, Registers, Value};

use super::command::Command;
use super::message::Trouble;
use super::{Debugger, Flow, Known};
use crate::host::Host;

/// The contract that `alu new` makes.
#[cfg(feature = "tui")]
const VAULT: &str = include_str!("../command/new/contract.aluasm");

/// A debugger of a listing, in the hands of a closure.
fn with(text: &str, inputs: &[&str], does: impl FnOnce(&mut Debugger<'_, '_, NoExtension>)) {
    let lib: Lib = text.parse().unwrap_or_else(|error| panic!("{error}\n{text}"));
    let source = Source { lib, description: Vec::new().into() };
    let known = Known { source, text: None, labels: Vec::new() };
    begin("test", known, inputs, does);
}

/// A debugger of a contract.
#[cfg(feature = "tui")]
fn with_contract(
    title: &str,
    text: &str,
    inputs: &[&str],
    does: impl FnOnce(&mut Debugger<'_, '_, NoExtension>),
) {
    let mut none = |_: &str| Err("there are no other files".into());
    let library = parse_text::<NoExtension>(text, "vault", "vault.aluasm", &mut none);
    let library = library.unwrap_or_else(|errors| panic!("{errors}"));
    let source = Source { lib: library.lib, description: library.description.into() };
    let known = Known { source, text: Some(text.into()), labels: Vec::new() };
    begin(title, known, inputs, does);
}

fn begin(
    title: &str,
    known: Known,
    inputs: &[&str],
    does: impl FnOnce(&mut Debugger<'_, '_, NoExtension>),
) {
    let lib: Lib = known.source.lib.clone();
    let program = Program::new(lib).expect("complete");
    let mut registers = Registers::new();
    for input in inputs {
        let (name, value) = input.split_once('=').expect("an input");
        let register = name.parse().expect("a register");
        let value = Value::parse(register, value).expect("a value");
        registers.set(register, value).expect("fits");
    }
    let (title, entry) = (title.to_owned(), program.entry());
    let host = Host::new(&Box::default);
    does(&mut Debugger::new(title, (&program, host), entry, registers, Effects::new(), [known]));
}

/// Does a command that is right.
fn tell(debugger: &mut Debugger<'_, '_, NoExtension>, text: &str) {
    assert_eq!(try_to_tell(debugger, text), Ok(Flow::Continue), "{text}");
}

fn try_to_tell(debugger: &mut Debugger<'_, '_, NoExtension>, text: &str) -> Result<Flow, Trouble> {
    debugger.execute(Command::parse(text)?, &mut || false)
}
