//! The debugger: a run that goes forward and back, and what is shown of it. It knows no terminal.
//!
//! ```text
//! keyboard ─┐                    ┌─> text      what a script prints
//! script ───┴─> command ─> Debugger ─> scene ─┴─> screen    what a terminal shows
//!                            │
//!                run (session, snapshots) ─> moment
//! ```
//!
//! A [`Command`] is done on the run; then a [`Moment`] says where it stands, and a [`Scene`] is what there is to
//! see of that, as plain data.

mod command;
mod condition;
#[cfg(feature = "tui")]
mod keyboard;
mod listing;
mod message;
mod moment;
mod moves;
mod places;
mod run;
mod scene;
#[cfg(feature = "tui")]
mod screen;
mod script;
#[cfg(feature = "tui")]
mod terminal;
#[cfg(test)]
mod tests;
mod text;
mod value;

use std::collections::BTreeSet;

use aluvm_core::isa::Register;
use aluvm_core::library::{LibSite, Program};
use aluvm_core::vm::{Effects, Extension, Registers};

use self::command::{Command, USAGES};
pub(crate) use self::listing::Known;
use self::listing::Listing;
use self::message::{Notice, Trouble};
use self::moment::Moment;
use self::run::{Interrupt, Run};
pub(crate) use self::script::run as run_script;
#[cfg(feature = "tui")]
pub(crate) use self::terminal::{is_there, run as run_terminal};
use self::value::Radix;
use crate::host::Host;

/// A run in the hands of a person.
pub(crate) struct Debugger<'p, 'h, E: Extension> {
    /// What is debugged, in a word.
    title: String,
    run: Run<'p, 'h, E>,
    moment: Moment,
    listings: Vec<Listing>,
    breakpoints: BTreeSet<LibSite>,
    wants_source: bool,
    radix: Radix,
    cursor: Cursor,
    /// The register that was selected; another is in its place while it is not shown.
    selected: Option<Register>,
    /// What was searched last.
    searched: String,
    notice: Option<Notice>,
    sheet: Option<Sheet>,
    /// Whether what the host's instructions do is only known from a record.
    is_recorded: bool,
}

/// A line of a library.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
struct Cursor {
    listing: usize,
    row: usize,
}

/// A text that is shown above all else until it was read.
pub(crate) struct Sheet {
    pub(crate) title: String,
    pub(crate) text: String,
}

/// Whether the debugger goes on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Flow {
    Continue,
    Quit,
}

impl<'p, 'h, E: Extension> Debugger<'p, 'h, E> {
    /// A debugger at the beginning of a run of a program with its host. `effects` is what is recorded of the host's instructions.
    pub(crate) fn new(
        title: String,
        (program, host): (&'p Program<E>, Host<'p, 'h, E>),
        entry: LibSite,
        registers: Registers,
        effects: Effects,
        known: impl IntoIterator<Item = Known>,
    ) -> Self {
        let is_recorded = !effects.is_empty();
        let mut run = Run::new(program, host, entry, registers, effects);
        let moment = Moment::of(&mut run);
        let listings = known.into_iter().map(Listing::new::<E>).collect();
        let mut debugger = Debugger {
            title,
            run,
            moment,
            listings,
            breakpoints: BTreeSet::new(),
            wants_source: true,
            radix: Radix::default(),
            cursor: Cursor::default(),
            selected: None,
            searched: String::new(),
            notice: None,
            sheet: None,
            is_recorded,
        };
        debugger.follow();
        debugger
    }

    /// Does something.
    pub(crate) fn execute(
        &mut self,
        command: Command,
        interrupt: Interrupt<'_>,
    ) -> Result<Flow, Trouble> {
        self.clear();
        let before = self.moment.steps;
        let notice = match command {
            Command::Forward(count) => self.forward(count, interrupt),
            Command::Back(count) => self.backward(count),
            Command::NextStatement(count) => self.next_statement(count, interrupt),
            Command::PreviousStatement(count) => self.previous_statement(count, interrupt),
            Command::NextCall(count) => self.next_call(count, interrupt),
            Command::PreviousCall(count) => self.previous_call(count, interrupt),
            Command::Out(count) => self.out(count, interrupt),
            Command::First => self.to(0, interrupt),
            Command::Last => self.last(interrupt),
            Command::To(steps) => self.to(steps, interrupt),
            Command::Continue(count) => self.go_on(count, interrupt),
            Command::ContinueBack(count) => self.go_back(count, interrupt),
            Command::Breakpoint(place) => Some(self.toggle(place)?),
            Command::Search(text) => {
                self.searched = text;
                self.search(true)?
            }
            Command::SearchOn => self.search(true)?,
            Command::SearchBack => self.search(false)?,
            Command::Cursor(lines) => self.move_cursor(lines),
            Command::Select(registers) => self.select(registers),
            Command::Who(name) => {
                let register = self.chosen(name)?;
                self.who(register, interrupt)
            }
            Command::Why => self.why(interrupt),
            Command::Set { name, value } => Some(self.set(&name, value.as_deref(), interrupt)?),
            Command::Until(test) => {
                let condition = self.condition(&test)?;
                self.until(&condition, interrupt)
            }
            Command::Limit(limit) => Some(self.limit(limit, interrupt)),
            Command::Print(name) => {
                let register = self.chosen(name)?;
                self.print(register);
                None
            }
            Command::Radix(radix) => {
                self.radix = radix.unwrap_or(self.radix.next());
                Some(Notice::Radix(self.radix))
            }
            Command::View => self.turn(),
            Command::Help => {
                self.sheet = Some(help());
                None
            }
            Command::Quit => return Ok(Flow::Quit),
        };
        if self.run.steps() != before || self.moment.length != self.run.length() {
            self.look();
        }
        self.notice = notice;
        Ok(Flow::Continue)
    }

    /// Takes away what was said.
    pub(crate) fn clear(&mut self) {
        self.notice = None;
        self.sheet = None;
    }

    /// Says what was wrong with a command.
    #[cfg(feature = "tui")]
    pub(crate) fn complain(&mut self, trouble: Trouble) {
        self.notice = Some(Notice::Trouble(trouble));
    }

    /// Whether something is shown above all else.
    #[cfg(feature = "tui")]
    pub(crate) fn has_sheet(&self) -> bool {
        self.sheet.is_some()
    }

    /// Looks where the run stands now.
    fn look(&mut self) {
        self.moment = Moment::of(&mut self.run);
        self.follow();
    }

    /// Shows a value as a whole.
    fn print(&mut self, register: Register) {
        let value = self.moment.registers.get(register);
        let text = value.map_or_else(
            || "∅".into(),
            |value| self.radix.show(register, &value, self.is_signed(register)),
        );
        let title = [self.names_of(register), vec![register.to_string()]].concat().join(" ");
        self.sheet = Some(Sheet { title, text });
    }
}

/// All commands.
fn help() -> Sheet {
    let lines = USAGES.iter().map(|usage| format!("{:<18}{}\n", usage.text, usage.does));
    Sheet { title: "keys, and commands behind `:`".into(), text: lines.collect() }
}
