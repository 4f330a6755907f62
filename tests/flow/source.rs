//! Code of tests as text, with routines that are declared beside it.

use aluvm_core::flow::{Declared, Finding, Flow, RegisterSet, Signature, Surroundings};
use aluvm_core::isa::{NoExtension, Register, RegisterSize};
use aluvm_core::library::Lib;

/// A library with routines that begin at its labels.
pub struct Source {
    pub lib: Lib,
    starts: Vec<u16>,
    text: String,
}

impl Source {
    pub fn new(text: &str) -> Source {
        let lib: Lib = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
        let mut starts = vec![0];
        for instr in lib.disassemble::<NoExtension>() {
            starts.push(starts.last().expect("one") + instr.length() as u16);
        }
        Source { lib, starts, text: text.into() }
    }

    /// The offset of the statement behind this many others.
    pub fn statement(&self, number: usize) -> u16 {
        self.starts[number]
    }

    /// The offset of a label.
    pub fn label(&self, name: &str) -> u16 {
        let at = self.text.find(&format!("{name}:")).expect("the label");
        self.starts[self.text[..at].matches(';').count()]
    }

    /// A routine that begins at a label, declared like `name(a8[0], a8[1]?) -> a8[2]`; `pub` before it if
    /// others can call it.
    pub fn declared(&self, declaration: &str) -> Declared {
        let is_public = declaration.starts_with("pub ");
        let declaration = declaration.trim_start_matches("pub ");
        let (name, rest) = declaration.split_once('(').expect("a bracket");
        let (inputs, outputs) = rest.split_once(')').expect("a bracket");
        let (inputs, optional_inputs) = registers(inputs);
        let (outputs, optional_outputs) = registers(outputs.trim_start_matches(" -> "));
        let signature = Signature { inputs, optional_inputs, outputs, optional_outputs };
        Declared {
            offset: self.label(name),
            is_public,
            signature: Some(signature),
            begins_true: false,
        }
    }

    pub fn flow(&self, declarations: &[&str]) -> Flow {
        let routines = declarations.iter().map(|declaration| self.declared(declaration)).collect();
        let surroundings = Surroundings { routines, ..Surroundings::default() };
        Flow::of_lib::<NoExtension>(&self.lib, &surroundings)
    }
}

/// What is found in code with declared routines, but for what is found on request.
pub fn findings(text: &str, declarations: &[&str]) -> Vec<Finding> {
    let mut findings = Source::new(text).flow(declarations).findings();
    findings.retain(|finding| !finding.problem.is_on_request());
    findings
}

/// The registers of a list without and with a question mark.
fn registers(list: &str) -> (RegisterSet, RegisterSet) {
    let (mut sure, mut optional) = (RegisterSet::EMPTY, RegisterSet::EMPTY);
    for name in list.split(',').map(str::trim).filter(|name| !name.is_empty()) {
        let set = if name.ends_with('?') { &mut optional } else { &mut sure };
        *set = set.with(register(name.trim_end_matches('?')));
    }
    (sure, optional)
}

pub fn register(name: &str) -> Register {
    let (size, index) = name.split_once('[').expect("a bracket");
    let size = RegisterSize::from_name(size).expect("a size");
    let index = index.trim_end_matches(']').parse().expect("an index");
    Register::Value { size, index }
}
