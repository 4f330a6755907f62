//! The text form of an interface: what the macro beside a library hands to those that import it. A word each
//! for what is known, in a fixed order, so that it is one literal and is read without a parser.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
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
        let mut words = Vec::from([self.id.map_or(NONE.into(), |id| id.to_string())]);
        match &self.routines {
            None => words.push(NONE.into()),
            Some(routines) => {
                words.push(routines.len().to_string());
                routines.iter().for_each(|routine| write_routine(routine, &mut words));
            }
        }
        words.join(" ")
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

fn write_routine(routine: &PublicRoutine, words: &mut Vec<String>) {
    let PublicRoutine { name, offset, inputs, outputs, summary } = routine;
    words.extend([name.clone(), offset.to_string()]);
    for parameters in [inputs, outputs] {
        words.push(parameters.len().to_string());
        for PublicParameter { name, register, is_optional } in parameters {
            words.extend([name.clone(), code(*register), u8::from(*is_optional).to_string()]);
        }
    }
    match summary.writes == RegisterSet::ALL {
        true => words.push(ALL.into()),
        false => {
            words.push(summary.writes.len().to_string());
            words.extend(summary.writes.iter().map(code));
        }
    }
    for flag in [summary.returns_true, summary.returns_false, summary.can_stop] {
        words.push(u8::from(flag).to_string());
    }
    for bounds in [summary.returning, summary.succeeding] {
        match bounds {
            None => words.push(NONE.into()),
            Some(Bounds { least, most }) => {
                let most = most.map_or(NONE.into(), |most| most.to_string());
                words.extend([least.to_string(), most]);
            }
        }
    }
    words.push(summary.depth.map_or(NONE.into(), |depth| depth.to_string()));
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
    let (returns_true, returns_false, can_stop) = (flag()?, flag()?, flag()?);
    let (returning, succeeding) = (read_bounds(words)?, read_bounds(words)?);
    let depth = optional(words.next()?, |word| word.parse().ok())?;
    let summary =
        Summary { writes, returns_true, returns_false, can_stop, returning, succeeding, depth };
    Some(PublicRoutine { name, offset, inputs, outputs, summary })
}

fn read_parameters(words: &mut SplitWhitespace<'_>) -> Option<Vec<PublicParameter>> {
    let count: usize = words.next()?.parse().ok()?;
    let parameters = (0..count).map(|_| {
        let name = words.next()?.into();
        let register = read_code(words.next()?)?;
        Some(PublicParameter { name, register, is_optional: words.next()? == "1" })
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
fn code(register: Register) -> String {
    format!("{}", u16::from_be_bytes(register.to_code()))
}

fn read_code(word: &str) -> Option<Register> {
    Register::from_code(word.parse::<u16>().ok()?.to_be_bytes())
}
