//! Runs of a program for the subcommands: to the end, or step by step.

use std::convert::Infallible;

use aluvm_core::call::{Case, Source};
use aluvm_core::isa::Register;
use aluvm_core::library::{LibSite, Program};
use aluvm_core::vm::{
    self, Effects, Extension, Outcome, Registers, Session, Step, Stop, Value, Vm,
};

use crate::host::Host;

/// A run before it begins.
pub(crate) struct Run<'p, 'h, E: Extension> {
    program: &'p Program<E>,
    host: Host<'p, 'h, E>,
    pub(crate) entry: LibSite,
    pub(crate) registers: Registers,
    /// What the host's instructions did, if that is known.
    effects: Option<Effects>,
}

/// A run that has ended.
pub(crate) struct Ended {
    pub(crate) outcome: Outcome,
    pub(crate) registers: Registers,
}

impl<'p, 'h, E: Extension> Run<'p, 'h, E> {
    pub(crate) fn new(
        program: &'p Program<E>,
        host: Host<'p, 'h, E>,
        entry: LibSite,
        registers: Registers,
    ) -> Self {
        Run { program, host, entry, registers, effects: None }
    }

    /// Runs to the end, as fast as possible where nothing has to be recorded.
    pub(crate) fn finish(&mut self) -> Ended {
        if E::FORMS.is_empty() {
            let mut vm = Vm::<E>::with_extension();
            *vm.registers_mut() = self.registers.clone();
            let outcome = vm.run_at(self.program, self.entry, &mut *self.host.context());
            self.effects = Some(Effects::new());
            return Ended { outcome, registers: vm.registers().clone() };
        }
        self.steps(|_, _| Ok(())).unwrap_or_else(|never: Infallible| match never {})
    }

    /// Runs step by step; `step` is told each of them and the depth of calls behind it.
    pub(crate) fn steps<X>(
        &mut self,
        mut step: impl FnMut(&Step<'_>, &Progress) -> Result<(), X>,
    ) -> Result<Ended, X> {
        let mut session = Session::new(self.program, self.entry, self.registers.clone());
        let mut context = self.host.context();
        let mut progress = Progress { number: 0, depth: 0 };
        loop {
            progress.number += 1;
            progress.depth = session.call_stack().len();
            match session.step_with(&mut *context) {
                Some(one) => step(&one, &progress)?,
                None => break,
            }
        }
        self.effects = Some(session.effects().clone()).filter(Effects::is_complete);
        let missing = Outcome {
            status: false,
            stop: Stop::Failed(vm::Failure::MissingLibrary),
            site: self.entry,
        };
        let outcome = session.outcome().unwrap_or(missing);
        Ok(Ended { outcome, registers: session.registers().clone() })
    }

    pub(crate) fn into_case(self, sources: Vec<Source>, outcome: Outcome) -> Case {
        let Run { program, entry, registers, effects, .. } = self;
        let (limit, inputs) = (registers.cl0(), inputs(&registers));
        let profile = *program.profile();
        Case { sources, entry, profile, inputs, limit, effects, outcome }
    }
}

/// Registers before a run, as a case has them.
pub(crate) fn inputs(registers: &Registers) -> Vec<(Register, Value)> {
    let mut inputs: Vec<(Register, Value)> = registers.defined().collect();
    if !registers.st0() {
        inputs.push((Register::Status, Value::Status(false)));
    }
    inputs
}

/// How far a run is.
pub(crate) struct Progress {
    /// The step, from 1.
    pub(crate) number: u64,
    /// How many calls deep it is.
    pub(crate) depth: usize,
}
