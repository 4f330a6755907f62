//! The words of a message: places as the source has them, registers by their names, values short enough
//! for a line.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::{self, Formatter};

use super::super::Source;
use super::super::explain::Executed;
use crate::contract::description::{Description, Routine, Statement};
use crate::isa::{Instr, Register};
use crate::library::{LibId, LibSite};
use crate::vm::{Change, Value};

/// The longest value that is shown whole, in characters.
const VALUE_MAX: usize = 48;

/// The longest statement that is shown whole, in characters.
const STATEMENT_MAX: usize = 100;

/// What the sources say, to look names and places up.
pub(super) struct Words<'s> {
    descriptions: Vec<(LibId, Description<'s>)>,
}

impl<'s> Words<'s> {
    pub(super) fn new(sources: &'s [Source]) -> Words<'s> {
        let descriptions = sources.iter().map(|source| (source.lib.id(), source.describe()));
        Words { descriptions: descriptions.collect() }
    }

    fn description(&self, lib: LibId) -> Option<&Description<'s>> {
        let found = self.descriptions.iter().find(|(id, _)| *id == lib);
        found.map(|(_, description)| description)
    }

    /// The routine at a site.
    pub(super) fn at(&self, site: LibSite) -> Option<(&Description<'s>, &Routine<'s>)> {
        let description = self.description(site.lib)?;
        Some((description, description.routine_at(site.offset)?))
    }

    /// The statement at a site.
    pub(super) fn statement_at(&self, site: LibSite) -> Option<&Statement<'s>> {
        Some(self.description(site.lib)?.statement_at(site.offset)?.1)
    }

    /// The path of the routine at a site.
    pub(super) fn write_path(&self, f: &mut Formatter<'_>, site: LibSite) -> fmt::Result {
        match self.at(site) {
            Some((description, routine)) => write!(f, "{}::{}", description.name, routine.name),
            None => write!(f, "the routine at {site}"),
        }
    }

    /// The place of a site, on a line of its own.
    pub(super) fn write_place(&self, f: &mut Formatter<'_>, site: LibSite) -> fmt::Result {
        write!(f, "  --> ")?;
        self.write_short_place(f, site)?;
        match self.at(site) {
            Some((_, routine)) => writeln!(f, ", in `{}`", routine.name),
            None => writeln!(f),
        }
    }

    /// File, line and column, which terminals and editors can follow.
    pub(super) fn write_short_place(&self, f: &mut Formatter<'_>, site: LibSite) -> fmt::Result {
        match (self.description(site.lib), self.statement_at(site)) {
            (Some(description), Some(Statement { line, column, .. })) => {
                write!(f, "{}:{line}:{column}", description.file)
            }
            _ => write!(f, "{site}"),
        }
    }

    /// The statement as written, behind its line number.
    pub(super) fn write_line(&self, f: &mut Formatter<'_>, site: LibSite) -> fmt::Result {
        match self.statement_at(site) {
            Some(statement) => writeln!(f, "{:>6} | {}", statement.line, on_a_line(statement.text)),
            None => Ok(()),
        }
    }

    /// The line of a site; its file too if that is another than at the end of the run.
    pub(super) fn write_line_number(
        &self,
        f: &mut Formatter<'_>,
        site: LibSite,
        end: LibSite,
    ) -> fmt::Result {
        let (description, statement) = match (self.description(site.lib), self.statement_at(site)) {
            (Some(description), Some(statement)) => (description, statement),
            _ => return write!(f, "{:#06x}", site.offset),
        };
        let is_elsewhere =
            self.description(end.lib).is_none_or(|last| last.file != description.file);
        if is_elsewhere {
            write!(f, "{}:", description.file)?;
        }
        write!(f, "{:>4}", statement.line)
    }

    /// The statement of a step as written, or its instruction.
    pub(super) fn statement(&self, step: &Executed) -> String {
        match self.statement_at(step.site) {
            Some(statement) => on_a_line(statement.text),
            None => self.with_names(step),
        }
    }

    /// The instruction of a step: as written if it is all of its statement.
    pub(super) fn instruction(&self, step: &Executed) -> String {
        // Bytes that are no instruction belong to an extension that is not known here.
        let is_known = !matches!(step.instr, Instr::Verbatim(_));
        match self.statement_at(step.site) {
            Some(statement)
                if !is_known || usize::from(statement.length) == step.instr.length() =>
            {
                on_a_line(statement.text)
            }
            _ => self.with_names(step),
        }
    }

    /// The instruction of a step with the names of its registers.
    fn with_names(&self, step: &Executed) -> String {
        let registers = step.instr.reads().chain(step.instr.writes());
        let text = registers.fold(step.instr.to_string(), |text, register| {
            match self.find_name(step.site, register) {
                Some(name) => text.replace(&register.to_string(), name),
                None => text,
            }
        });
        on_a_line(&text)
    }

    /// A name of a register at a site, one that the statement there uses if it has several; else the
    /// register.
    pub(super) fn name(&self, site: LibSite, register: Register) -> String {
        self.find_name(site, register).map_or_else(|| register.to_string(), ToOwned::to_owned)
    }

    /// The name and the register.
    pub(super) fn long_name(&self, site: LibSite, register: Register) -> String {
        match self.find_name(site, register) {
            Some(name) => format!("{name} {register}"),
            None => register.to_string(),
        }
    }

    /// Whether a register holds integers with a sign at a site.
    pub(super) fn is_signed(&self, site: LibSite, register: Register) -> bool {
        self.at(site).is_some_and(|(_, routine)| routine.is_signed_at(site.offset, register))
    }

    /// The value of a register, with the sign that its name says it has.
    pub(super) fn value(&self, site: LibSite, register: Register, value: Option<&Value>) -> String {
        signed_value(register, self.is_signed(site, register), value)
    }

    fn find_name(&self, site: LibSite, register: Register) -> Option<&'s str> {
        let (description, routine) = self.at(site)?;
        let text = self.statement_at(site).map_or("", |statement| statement.text);
        let is_used = |name: &&str| {
            text.split(|c: char| !(c.is_alphanumeric() || c == '_')).any(|word| word == *name)
        };
        let names = || description.names_at(routine, site.offset, register);
        names().find(is_used).or_else(|| names().next())
    }
}

/// A text on one line, cut if it is long.
fn on_a_line(text: &str) -> String {
    let line = match text.contains(['\n', '\r']) {
        // The indent behind a line break says nothing.
        true => text.split_whitespace().collect::<Vec<_>>().join(" "),
        false => text.to_owned(),
    };
    if line.chars().count() <= STATEMENT_MAX {
        return line;
    }
    let beginning: String = line.chars().take(STATEMENT_MAX).collect();
    format!("{beginning}…")
}

/// The value of a register in the notation of recorded runs, cut if it is long.
pub(super) fn value(register: Register, value: Option<&Value>) -> String {
    signed_value(register, false, value)
}

/// The same of an integer that may have a sign.
pub(super) fn signed_value(register: Register, is_signed: bool, value: Option<&Value>) -> String {
    let Some(value) = value else { return "undefined".to_owned() };
    let text = value.notation(register).signed(is_signed).to_string();
    if text.chars().count() <= VALUE_MAX {
        return text;
    }
    let length = match value {
        Value::Number(bytes) => bytes.len(),
        Value::String(string) => string.len(),
        Value::Status(_) => 1,
    };
    let beginning: String = text.chars().take(VALUE_MAX - 16).collect();
    format!("{beginning}… ({length} bytes)")
}

/// What a register became, which may hold integers with a sign.
pub(super) fn write_change(
    f: &mut Formatter<'_>,
    (name, is_signed): (&str, bool),
    change: &Change,
) -> fmt::Result {
    let show = |content: Option<&Value>| signed_value(change.register, is_signed, content);
    match (&change.before, &change.after) {
        (None, after) => write!(f, "{name} = {}", show(after.as_ref())),
        (before, after) => {
            write!(f, "{name}: {} -> {}", show(before.as_ref()), show(after.as_ref()))
        }
    }
}
