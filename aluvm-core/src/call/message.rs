//! What a failing call says, to a person who reads it in the output of a test: what failed, the line of
//! the source, which instruction is to blame and why, the inputs, and the last steps.

mod sentence;
mod words;

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Display, Formatter};

use self::words::{Words, signed_value, write_change};
use super::error::{CallError, Inner, NotStarted, Refused};
use super::explain::{Executed, Explanation, Origin, Reason};
use super::{Case, LAST_STEPS};
use crate::isa::Register;
use crate::library::LibSite;

impl Display for CallError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.inner() {
            Inner::NotStarted { sources, entry, error } => {
                Words::new(sources).write_path(f, *entry)?;
                f.write_str(" was not started: ")?;
                match error {
                    NotStarted::Input(error) => Display::fmt(error, f),
                    NotStarted::Program(error) => Display::fmt(error, f),
                }
            }
            Inner::Undefined { case, output } => {
                let words = Words::new(&case.sources);
                words.write_path(f, case.entry)?;
                writeln!(f, " succeeded, but its output `{output}` is undefined")?;
                words.write_undefined(f, case, output)?;
                words.write_inputs(f, case)?;
                words.write_steps(f, case, case.explain().as_ref())
            }
            Inner::Failed(case) => {
                let words = Words::new(&case.sources);
                words.write_failure(f, case)?;
                let explanation = case.explain();
                if let Some(origin) = explanation.as_ref().and_then(|known| known.status.as_ref()) {
                    words.write_status(f, case, origin)?;
                }
                words.write_inputs(f, case)?;
                words.write_steps(f, case, explanation.as_ref())
            }
        }
    }
}

impl Case {
    /// Where an instruction made `st0` false or a register undefined, why, and the values that it read, as
    /// the message of a failing call says it: several lines, the first without an indent.
    pub fn story<'a>(&'a self, origin: &'a Origin) -> impl Display + 'a {
        Story { case: self, origin }
    }
}

struct Story<'a> {
    case: &'a Case,
    origin: &'a Origin,
}

impl Display for Story<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Words::new(&self.case.sources).write_origin(f, self.origin, false)
    }
}

impl Words<'_> {
    /// What was called, why it failed, and the line at which it did.
    fn write_failure(&self, f: &mut Formatter<'_>, case: &Case) -> fmt::Result {
        self.write_path(f, case.entry)?;
        let site = case.outcome.site;
        match case.refused() {
            Some(Refused { lib, library, name, number, docs, .. }) => {
                write!(f, " refused: ")?;
                if lib != case.entry.lib {
                    write!(f, "{library}::")?;
                }
                writeln!(f, "{name} ({number})")?;
                for line in docs.lines() {
                    writeln!(f, "    {}", line.trim())?;
                }
            }
            None if case.outcome.stop == crate::vm::Stop::Finished => {
                writeln!(f, " failed: it ended with st0 false")?;
            }
            None => writeln!(f, " failed: {}", case.outcome.stop)?,
        }
        self.write_place(f, site)?;
        self.write_line(f, site)
    }

    /// Which instruction made `st0` false, and why.
    fn write_status(&self, f: &mut Formatter<'_>, case: &Case, origin: &Origin) -> fmt::Result {
        let is_here = self.is_same_statement(origin.step.site, case.outcome.site);
        write!(f, "  st0 became false ")?;
        self.write_origin(f, origin, is_here)
    }

    /// Where an output became undefined, and why.
    fn write_undefined(&self, f: &mut Formatter<'_>, case: &Case, output: &str) -> fmt::Result {
        let routine = self.at(case.entry).map(|(_, routine)| routine);
        let found = routine
            .and_then(|routine| routine.outputs.iter().find(|parameter| parameter.name == output));
        let Some(parameter) = found else { return Ok(()) };
        match case.explain_undefined(parameter.register) {
            Some(origin) => {
                write!(f, "  it became undefined ")?;
                self.write_origin(f, &origin, false)
            }
            None => writeln!(f, "  nothing has set {}", parameter.register),
        }
    }

    /// Where an instruction stands, what it found, and the values that it read; then where what it read
    /// became undefined.
    fn write_origin(&self, f: &mut Formatter<'_>, origin: &Origin, is_here: bool) -> fmt::Result {
        let mut origin = origin;
        let mut is_here = is_here;
        loop {
            let Origin { step, reason } = origin;
            match is_here {
                true => write!(f, "here: ")?,
                false => {
                    write!(f, "at ")?;
                    self.write_short_place(f, step.site)?;
                    write!(f, ", `{}`: ", self.statement(step))?;
                }
            }
            sentence::write(f, self, origin)?;
            writeln!(f)?;
            self.write_reads(f, step)?;
            let (register, since) = match reason {
                Reason::Undefined { register, since } => (register, since),
                Reason::Inverted { from: Some(from) } => {
                    if self.is_same_statement(from.site, step.site) {
                        return self.write_reads(f, from);
                    }
                    write!(f, "    st0 became true at ")?;
                    self.write_short_place(f, from.site)?;
                    writeln!(f, ", `{}`", self.statement(from))?;
                    return self.write_reads(f, from);
                }
                _ => return Ok(()),
            };
            let name = self.name(step.site, *register);
            match since {
                Some(since) => {
                    write!(f, "  {name} became undefined ")?;
                    (origin, is_here) = (since, false);
                }
                None => return writeln!(f, "  nothing has set {name} before"),
            }
        }
    }

    /// The values of the registers that an instruction read.
    fn write_reads(&self, f: &mut Formatter<'_>, step: &Executed) -> fmt::Result {
        let values = step.reads.iter().filter(|(register, _)| *register != Register::Status);
        let names: Vec<_> =
            values.clone().map(|(register, _)| self.long_name(step.site, *register)).collect();
        let width = names.iter().map(String::len).max().unwrap_or(0);
        for (name, (register, content)) in names.iter().zip(values) {
            writeln!(
                f,
                "    {name:<width$} = {}",
                self.value(step.site, *register, content.as_ref())
            )?;
        }
        Ok(())
    }

    /// The inputs in the order of the signature, and other registers that were set.
    fn write_inputs(&self, f: &mut Formatter<'_>, case: &Case) -> fmt::Result {
        let parameters = self.at(case.entry).map_or(&[][..], |(_, routine)| &routine.inputs);
        let others =
            case.inputs.iter().map(|(register, _)| *register).filter(|register| {
                parameters.iter().all(|parameter| parameter.register != *register)
            });
        let named = parameters.iter().map(|one| (one.name, one.register, one.is_signed));
        let all = named.chain(others.map(|register| ("", register, false)));
        let mut before = "  called with ";
        for (name, register, is_signed) in all {
            let content = case.inputs.iter().find(|(known, _)| *known == register);
            let content = signed_value(register, is_signed, content.map(|(_, content)| content));
            f.write_str(before)?;
            match name {
                "" => write!(f, "{register} = {content}")?,
                name => write!(f, "{name} = {content}")?,
            }
            before = ", ";
        }
        match before {
            ", " => writeln!(f)?,
            _ => writeln!(f, "  called without inputs")?,
        }
        match case.limit {
            Some(limit) => writeln!(f, "  with the complexity limit {limit}"),
            None => Ok(()),
        }
    }

    fn write_steps(
        &self,
        f: &mut Formatter<'_>,
        case: &Case,
        explanation: Option<&Explanation>,
    ) -> fmt::Result {
        let Some(explanation) = explanation else {
            return match case.effects {
                None => f.write_str(
                    "  the steps were not recorded, because instructions of the host took part; they \
                     are in a build with debug assertions, and with ALUVM_CASES, unless these \
                     did more than 32 MiB",
                ),
                Some(_) => f.write_str("  the run was too long to be repeated here"),
            };
        };
        match explanation.steps {
            steps if steps > LAST_STEPS => {
                write!(f, "  the last {LAST_STEPS} of {steps} steps:")?;
            }
            1 => f.write_str("  the one step:")?,
            steps => write!(f, "  the {steps} steps:")?,
        }
        for step in &explanation.last {
            self.write_step(f, case, step)?;
        }
        Ok(())
    }

    /// An instruction and what it changed, on a line of its own.
    fn write_step(&self, f: &mut Formatter<'_>, case: &Case, step: &Executed) -> fmt::Result {
        write!(f, "\n  ")?;
        self.write_line_number(f, step.site, case.outcome.site)?;
        let instruction = self.instruction(step);
        match step.changes.is_empty() {
            true => write!(f, " | {instruction}")?,
            false => write!(f, " | {instruction:<42} ")?,
        }
        for (number, change) in step.changes.iter().enumerate() {
            f.write_str(if number == 0 { "" } else { ", " })?;
            let is_signed = self.is_signed(step.site, change.register);
            write_change(f, (&self.name(step.site, change.register), is_signed), change)?;
        }
        Ok(())
    }

    fn is_same_statement(&self, one: LibSite, other: LibSite) -> bool {
        match (self.statement_at(one), self.statement_at(other)) {
            (Some(first), Some(second)) => one.lib == other.lib && first.offset == second.offset,
            _ => one == other,
        }
    }
}
