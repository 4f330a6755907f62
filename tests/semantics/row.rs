//! The rows of `conformance/` on the machine and before the judge. Those of an extension that the machine was
//! built without are left out.

use std::collections::BTreeSet;

use aluvm_core::library::{LibSite, Program};
use aluvm_core::vm::Vm;
use aluvm_judge::row::{Row, rows};
use aluvm_tests::machine::{end, has, lib, registers};

/// Runs all rows of a file. The answer is what was executed: names of rows of the instruction table,
/// with their flags.
pub fn run_file(text: &str) -> BTreeSet<String> {
    let mut executed = BTreeSet::new();
    let mut failures = Vec::new();
    for row in rows(text) {
        if let Err(error) = run_row(&row, &mut executed) {
            failures.push(format!("line {}: {}\n    {error}", row.line, row.text));
        }
    }
    assert!(failures.is_empty(), "{} rows fail\n{}", failures.len(), failures.join("\n"));
    executed
}

fn run_row(row: &Row, executed: &mut BTreeSet<String>) -> Result<(), String> {
    if !lib(&row.lib).isae().iter().all(|isa| has(isa.as_str())) {
        return Ok(());
    }
    let program = Program::new(lib(&row.lib)).map_err(|error| error.to_string())?;
    let (mut vm, mut traced) = (Vm::new(), Vm::new());
    *vm.registers_mut() = registers(&row.before);
    *traced.registers_mut() = vm.registers().clone();
    let outcome = vm.run(&program);
    let start = LibSite::start(lib(&row.lib).id());
    let again = traced.trace(&program, start, &mut (), |step| {
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
    row.check(&end(vm.registers(), &outcome))?;
    row.check(&row.case().judge()).map_err(|error| format!("before the judge, {error}"))
}
