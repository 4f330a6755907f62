//! What there is to see where a run stands: the registers, what the last step did to them, and the way
//! that led here. Plain data, so that showing it needs no run.

use aluvm_core::isa::{Instr, Register};
use aluvm_core::library::LibSite;
use aluvm_core::vm::{Change, Extension, Outcome, Registers, Value};

use super::run::Run;

/// How many of the last steps are the way that led here.
pub(crate) const WAY: u64 = 24;

/// Where a run stands.
pub(crate) struct Moment {
    /// How many steps have been done.
    pub(crate) steps: u64,
    /// How many there are, once that is known.
    pub(crate) length: Option<u64>,
    /// Where the next instruction stands, or where the run stopped.
    pub(crate) site: LibSite,
    /// The next instruction; none when the run has stopped.
    pub(crate) next: Option<Instr>,
    pub(crate) outcome: Option<Outcome>,
    /// The places to which calls return, the outermost first.
    pub(crate) stack: Vec<LibSite>,
    pub(crate) registers: Registers,
    /// The sites of the last steps, the oldest first.
    pub(crate) way: Vec<LibSite>,
    /// What the last of them did.
    pub(crate) last: Option<Last>,
}

/// A step that was done.
pub(crate) struct Last {
    pub(crate) reads: Vec<Register>,
    pub(crate) writes: Vec<Register>,
    pub(crate) changes: Vec<Change>,
}

/// A register as it is shown.
pub(crate) struct Shown {
    pub(crate) register: Register,
    /// None if it is undefined, which is shown of what the last step made so.
    pub(crate) value: Option<Value>,
    /// What it was before the last step, if that changed it.
    pub(crate) before: Option<Option<Value>>,
    pub(crate) is_read: bool,
    pub(crate) is_written: bool,
}

impl Moment {
    /// Looks at a run, which goes some steps back and comes again.
    pub(crate) fn of<E: Extension>(run: &mut Run<'_, '_, E>) -> Moment {
        let steps = run.steps();
        let mut way = Vec::new();
        let mut last = None;
        run.to(steps.saturating_sub(WAY), &mut || false);
        while run.steps() < steps {
            let is_last = run.steps() + 1 == steps;
            way.push(run.session().site());
            let done = run.step(|step| {
                is_last.then(|| Last {
                    reads: step.instr.reads().collect(),
                    writes: step.instr.writes().collect(),
                    changes: step.changes.to_vec(),
                })
            });
            last = done.flatten();
        }
        let session = run.session();
        Moment {
            steps,
            length: run.length(),
            site: session.site(),
            next: session.instr(),
            outcome: run.outcome(),
            stack: session.call_stack().collect(),
            registers: session.registers().clone(),
            way,
            last,
        }
    }

    /// The registers to show: those that are defined, and those that the last step left undefined.
    pub(crate) fn shown(&self) -> Vec<Shown> {
        let (changes, writes) =
            self.last.as_ref().map_or((&[][..], &[][..]), |last| (&last.changes, &last.writes));
        let touched = changes.iter().map(|change| change.register).chain(writes.iter().copied());
        let undefined = touched.filter(|register| self.registers.get(*register).is_none());
        let undefined = undefined.map(|register| (register, None));
        let defined = self.registers.defined().map(|(register, value)| (register, Some(value)));
        let mut all: Vec<(Register, Option<Value>)> = defined.chain(undefined).collect();
        all.sort_by_key(|(register, _)| *register);
        all.dedup_by_key(|(register, _)| *register);
        let shown = all.into_iter().map(|(register, value)| self.show(register, value, changes));
        shown.collect()
    }

    /// `st0`.
    pub(crate) fn status(&self) -> Shown {
        let changes = self.last.as_ref().map_or(&[][..], |last| &last.changes);
        let value = Some(Value::Status(self.registers.st0()));
        self.show(Register::Status, value, changes)
    }

    fn show(&self, register: Register, value: Option<Value>, changes: &[Change]) -> Shown {
        let change = changes.iter().find(|change| change.register == register);
        let (reads, writes) =
            self.last.as_ref().map_or((&[][..], &[][..]), |last| (&last.reads, &last.writes));
        Shown {
            register,
            value,
            before: change.map(|change| change.before.clone()),
            is_read: reads.contains(&register),
            is_written: change.is_some() || writes.contains(&register),
        }
    }
}
