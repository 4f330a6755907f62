//! The text form of an interface: what the macro beside a library hands to those that import it. A word each
//! for what is known, in a fixed order, so that it is one literal and is read without a parser.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{Display, Write};
use core::str::SplitWhitespace;

use super::{Interface, PublicParameter, PublicRoutine};
use crate::flow::{Bounds, RegisterSet, Summary};
use crate::isa::Register;
use crate::library::LibId;

/// Stands for what there is not.
const NONE: &str = "-";

/// Stands for all registers.
const ALL: &str = "all";

impl Interface {
    /// The text form.
    pub fn to_text(&self) -> String {
        let mut words = Words(String::new());
        words.optional(self.id);
        words.optional(self.routines.as_ref().map(Vec::len));
        self.routines.iter().flatten().for_each(|routine| words.routine(routine));
        words.0
    }

    /// Reads the text form; none if it is not one.
    pub fn from_text(text: &str) -> Option<Interface> {
        let mut words = text.split_whitespace();
        let id = optional(words.next()?, |word| word.parse::<LibId>().ok())?;
        let routines = match words.next()? {
            NONE => None,
            count => {
                let count: usize = count.parse().ok()?;
                let all = (0..count).map(|_| read_routine(&mut words));
                Some(all.collect::<Option<Vec<PublicRoutine>>>()?)
            }
        };
        words.next().is_none().then_some(Interface { id, routines })
    }
}

/// Words with a space between two.
struct Words(String);

// A string takes what is written into it, so the results of writing are not looked at.
impl Words {
    fn word(&mut self, word: impl Display) {
        let gap = if self.0.is_empty() { "" } else { " " };
        let _ = write!(self.0, "{gap}{word}");
    }

    fn optional(&mut self, word: Option<impl Display>) {
        match word {
            Some(word) => self.word(word),
            None => self.word(NONE),
        }
    }

    fn routine(&mut self, routine: &PublicRoutine) {
        let PublicRoutine { name, offset, inputs, outputs, summary, has_twin } = routine;
        self.word(name);
        self.word(offset);
        for parameters in [inputs, outputs] {
            self.word(parameters.len());
            for PublicParameter { name, register, is_signed, is_optional } in parameters {
                self.word(name);
                self.word(code(*register));
                self.word(u8::from(*is_signed) << 1 | u8::from(*is_optional));
            }
        }
        match summary.writes == RegisterSet::ALL {
            true => self.word(ALL),
            false => {
                self.word(summary.writes.len());
                summary.writes.iter().for_each(|register| self.word(code(register)));
            }
        }
        for flag in [summary.returns_true, summary.returns_false] {
            self.word(u8::from(flag));
        }
        self.word(u8::from(*has_twin) << 1 | u8::from(summary.can_stop));
        for bounds in [summary.returning, summary.succeeding] {
            self.optional(bounds.map(|bounds| bounds.least));
            if let Some(Bounds { most, .. }) = bounds {
                self.optional(most);
            }
        }
        self.optional(summary.depth);
    }
}

fn read_routine(words: &mut SplitWhitespace<'_>) -> Option<PublicRoutine> {
    let name = words.next()?.into();
    let offset = words.next()?.parse().ok()?;
    let inputs = read_parameters(words)?;
    let outputs = read_parameters(words)?;
    let writes = match words.next()? {
        ALL => RegisterSet::ALL,
        count => {
            let count: usize = count.parse().ok()?;
            let all = (0..count).map(|_| read_code(words.next()?));
            all.collect::<Option<RegisterSet>>()?
        }
    };
    let mut flag = || words.next().map(|word| word == "1");
    let (returns_true, returns_false) = (flag()?, flag()?);
    let flags: u8 = words.next()?.parse().ok().filter(|flags| *flags < 4)?;
    let (has_twin, can_stop) = (flags & 2 != 0, flags & 1 != 0);
    let (returning, succeeding) = (read_bounds(words)?, read_bounds(words)?);
    let depth = optional(words.next()?, |word| word.parse().ok())?;
    let summary =
        Summary { writes, returns_true, returns_false, can_stop, returning, succeeding, depth };
    Some(PublicRoutine { name, offset, inputs, outputs, summary, has_twin })
}

fn read_parameters(words: &mut SplitWhitespace<'_>) -> Option<Vec<PublicParameter>> {
    let count: usize = words.next()?.parse().ok()?;
    let parameters = (0..count).map(|_| {
        let name = words.next()?.into();
        let register = read_code(words.next()?)?;
        let flags: u8 = words.next()?.parse().ok().filter(|flags| *flags < 4)?;
        let (is_signed, is_optional) = (flags & 2 != 0, flags & 1 != 0);
        Some(PublicParameter { name, register, is_signed, is_optional })
    });
    parameters.collect()
}

/// Reads bounds; none within if there are none.
fn read_bounds(words: &mut SplitWhitespace<'_>) -> Option<Option<Bounds>> {
    match words.next()? {
        NONE => Some(None),
        least => {
            let least = least.parse().ok()?;
            let most = optional(words.next()?, |word| word.parse().ok())?;
            Some(Some(Bounds { least, most }))
        }
    }
}

/// What a word says; none within if it says that there is nothing.
fn optional<T>(word: &str, read: impl FnOnce(&str) -> Option<T>) -> Option<Option<T>> {
    if word == NONE { Some(None) } else { read(word).map(Some) }
}

/// The code of a register as a number.
fn code(register: Register) -> u16 {
    u16::from_be_bytes(register.to_code())
}

fn read_code(word: &str) -> Option<Register> {
    Register::from_code(word.parse::<u16>().ok()?.to_be_bytes())
}
