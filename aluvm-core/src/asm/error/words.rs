//! The pieces that messages are put together from.

use alloc::string::String;

use crate::isa::Family;

/// What can begin a statement.
pub(in crate::asm) const STATEMENT: &str = "an instruction, a label or `let`";

/// What `let` defines.
pub(crate) const ALIAS_NAME: &str = "a name for a register";

/// What can be required.
pub(in crate::asm) const CONDITION: &str = "an instruction that sets `st0`, or `st0`";

/// What a routine refuses with.
pub(crate) const ERROR: &str = "the name of an error";

/// What stands behind that.
pub(in crate::asm) const ERROR_END: &str = "`;` behind the name of an error";

/// What stands behind an operand.
pub(in crate::asm) const OPERAND_END: &str = "`,` or `;`";

/// The same in a requirement.
pub(in crate::asm) const CONDITION_END: &str = "`,`, `=>` or `;`";

/// What stands behind the name of what is called.
pub(in crate::asm) const CALL_END: &str = "`;` behind the name of a routine";

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
