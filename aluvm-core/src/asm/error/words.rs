//! The pieces that messages are put together from.

use alloc::string::String;

use crate::isa::Family;

/// What can begin a statement.
pub(in crate::asm) const STATEMENT: &str = "an instruction, a label or `let`";

/// The longest piece of source that a message repeats.
pub(in crate::asm) const SHOWN_MAX: usize = 40;

/// Source text in backquotes, cut if it is long.
pub(crate) fn quoted(text: &str) -> String {
    alloc::format!("`{}`", shortened(text))
}

/// Source text, cut if it is long.
pub(in crate::asm) fn shortened(text: &str) -> String {
    if text.chars().count() <= SHOWN_MAX {
        return text.into();
    }
    let mut short: String = text.chars().take(SHOWN_MAX - 1).collect();
    short.push('…');
    short
}

/// Joins alternatives: `a, b or c`.
pub(super) fn alternatives(all: &[String]) -> String {
    match all {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => alloc::format!("{} or {last}", most.join(", ")),
    }
}

/// The letter that begins the names of a family's registers.
pub(super) fn family_letter(family: Family) -> char {
    match family {
        Family::A => 'a',
        Family::F => 'f',
        Family::R => 'r',
        Family::S => 's',
    }
}
