//! What a failing call says, to a person who reads it in the output of a test.

use core::fmt::{self, Display, Formatter};

use super::Source;
use super::error::{CallError, Inner, NotStarted, Refused};
use crate::library::LibSite;

impl Display for CallError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.inner() {
            Inner::NotStarted { sources, entry, error } => {
                write_routine(f, sources, *entry)?;
                f.write_str(" was not started: ")?;
                match error {
                    NotStarted::Input(error) => Display::fmt(error, f),
                    NotStarted::Program(error) => Display::fmt(error, f),
                }
            }
            Inner::Undefined { case, output } => {
                write_routine(f, &case.sources, case.entry)?;
                write!(f, " succeeded, but its output `{output}` is undefined")
            }
            Inner::Failed(case) => {
                write_routine(f, &case.sources, case.entry)?;
                match case.refused() {
                    Some(Refused { name, number, .. }) => write!(f, " refused: {name} ({number})"),
                    None => write!(f, " failed: {}", case.outcome.stop),
                }
            }
        }
    }
}

/// The name of the routine at a site, as a path.
fn write_routine(f: &mut Formatter<'_>, sources: &[Source], site: LibSite) -> fmt::Result {
    let source = sources.iter().find(|source| source.lib.id() == site.lib);
    let description = source.map(Source::describe).unwrap_or_default();
    match description.routine_at(site.offset) {
        Some(routine) => write!(f, "{}::{}", description.name, routine.name),
        None => write!(f, "the routine at {site}"),
    }
}
