//! What there is to see of the debugger, as plain data: a terminal draws it, and a script prints it.

use std::collections::BTreeSet;

use aluvm_core::isa::Register;
use aluvm_core::vm::{Extension, Outcome, Value};

use super::listing::{Listing, View};
use super::moment::Shown;
use super::{Debugger, Sheet};

/// The most calls of the stack that are shown, the innermost.
const CALLS_MAX: usize = 12;

/// What there is to see.
pub(crate) struct Scene<'d> {
    /// What is debugged.
    pub(crate) title: &'d str,
    /// `step 3 of 7`.
    pub(crate) progress: String,
    pub(crate) view: Option<&'d View>,
    /// The row where the run stands, if it is in this library.
    pub(crate) current: Option<usize>,
    pub(crate) cursor: usize,
    /// The rows that led here, the oldest first.
    pub(crate) way: Vec<usize>,
    pub(crate) breakpoints: BTreeSet<usize>,
    /// The next instruction, or how the run ended.
    pub(crate) next: Next,
    pub(crate) registers: Vec<Line>,
    /// Which of them is selected.
    pub(crate) selected: Option<usize>,
    pub(crate) status: Line,
    /// `cy0 0`, `ca0 12 of 500`.
    pub(crate) counters: [String; 2],
    /// The routines, the outermost first.
    pub(crate) calls: Vec<String>,
    pub(crate) message: String,
    pub(crate) sheet: Option<&'d Sheet>,
}

/// What comes next.
pub(crate) enum Next {
    /// An instruction.
    Instr(String),
    /// Nothing: the run succeeded, or did not, and why it stopped.
    Stopped { is_success: bool, reason: String },
}

/// A register in words.
pub(crate) struct Line {
    pub(crate) names: String,
    pub(crate) register: String,
    pub(crate) value: String,
    /// What it was, if the last step changed it.
    pub(crate) before: Option<String>,
    pub(crate) is_read: bool,
    pub(crate) is_written: bool,
}

/// What stands for no value.
const UNDEFINED: &str = "∅";

impl<E: Extension> Debugger<'_, '_, E> {
    /// What there is to see.
    pub(crate) fn scene(&self) -> Scene<'_> {
        let moment = &self.moment;
        let selected = self.selection();
        let shown = moment.shown();
        let view = self.view();
        let here = self.listing().map(|listing| listing.id);
        let row = |site: &aluvm_core::library::LibSite| {
            view.filter(|_| Some(site.lib) == here).and_then(|view| view.row_of(site.offset))
        };
        Scene {
            title: &self.title,
            progress: match moment.length {
                Some(length) => format!("step {} of {length}", moment.steps),
                None => format!("step {}", moment.steps),
            },
            view,
            current: row(&moment.site),
            cursor: self.cursor.row,
            way: moment.way.iter().filter_map(row).collect(),
            breakpoints: self.breakpoints.iter().filter_map(row).collect(),
            next: match (&moment.outcome, &moment.next) {
                (Some(Outcome { status, stop, .. }), _) => {
                    Next::Stopped { is_success: *status, reason: stop.to_string() }
                }
                (None, next) => {
                    Next::Instr(next.as_ref().map(ToString::to_string).unwrap_or_default())
                }
            },
            registers: shown.iter().map(|one| self.line(one)).collect(),
            selected: shown.iter().position(|one| Some(one.register) == selected),
            status: self.line(&moment.status()),
            counters: [
                format!("cy0 {}", moment.registers.cy0()),
                match moment.registers.cl0() {
                    Some(limit) => format!("ca0 {} of {limit}", moment.registers.ca0()),
                    None => format!("ca0 {}", moment.registers.ca0()),
                },
            ],
            calls: self.calls(),
            message: self.notice.as_ref().map(ToString::to_string).unwrap_or_default(),
            sheet: self.sheet.as_ref(),
        }
    }

    fn line(&self, shown: &Shown) -> Line {
        let is_signed = self.is_signed(shown.register);
        let show = |value: &Option<Value>| match value {
            Some(value) => self.radix.show(shown.register, value, is_signed),
            None => UNDEFINED.into(),
        };
        let names = match shown.register {
            Register::Value { .. } => self.names_of(shown.register).join("/"),
            Register::Status => String::new(),
        };
        Line {
            names,
            register: shown.register.to_string(),
            value: show(&shown.value),
            before: shown.before.as_ref().map(show),
            is_read: shown.is_read,
            is_written: shown.is_written,
        }
    }

    /// The routines that have not returned, each with the line that it called the next from.
    fn calls(&self) -> Vec<String> {
        let stack = &self.moment.stack;
        let cut = stack.len().saturating_sub(CALLS_MAX);
        let mut calls = Vec::new();
        if cut > 0 {
            calls.push(format!("{cut} calls"));
        }
        for site in stack.iter().skip(cut) {
            // It returns behind the call.
            let call = aluvm_core::library::LibSite::new(site.lib, site.offset.saturating_sub(1));
            let description = self.listing_at(call).map(Listing::describe).unwrap_or_default();
            let line = description.statement_at(call.offset).map(|(_, statement)| statement.line);
            let routine = self.routine_name(call);
            calls.push(line.map_or(routine.clone(), |line| format!("{routine}:{line}")));
        }
        calls.push(self.routine_name(self.moment.site));
        calls
    }
}

impl Line {
    /// `r`, `w` or both: what the last step did with it.
    pub(crate) fn mark(&self) -> &'static str {
        match (self.is_read, self.is_written) {
            (false, false) => "  ",
            (true, false) => "r ",
            (false, true) => " w",
            (true, true) => "rw",
        }
    }
}
