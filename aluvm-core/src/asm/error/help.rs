//! How to mend errors, in words.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt::Display;

use super::foreign::counterpart;
use super::kind::{AsmError, AsmErrorKind as Kind};
use super::token::TokenError;
use super::usage::FlagUsage;
use super::words::{
    ALIAS_NAME, CALL_END, CONDITION, CONDITION_END, ERROR, ERROR_END, OPERAND_END, STATEMENT,
    alternatives,
};
use crate::isa::{Family, RegisterSize};

impl<S> AsmError<S> {
    /// How to mend the error, one hint an entry. Further lines of a hint are parts of a list.
    pub fn help(&self) -> Vec<String> {
        self.kind.help()
    }

    /// The message with its hints on lines of their own, `= help: …`, as rustc shows them.
    pub fn report(&self) -> String {
        with_hints(&self.kind, self.help())
    }
}

/// A message with its hints on lines of their own.
pub(crate) fn with_hints(message: &dyn Display, hints: Vec<String>) -> String {
    let mut report = alloc::format!("{message}");
    for hint in hints {
        report.push_str("\n  = help: ");
        report.push_str(&hint.replace('\n', "\n          "));
    }
    report
}

impl Kind {
    /// How to mend the error, one hint an entry.
    pub fn help(&self) -> Vec<String> {
        let hint = match self {
            Kind::MissingFlags(usage)
            | Kind::UnknownFlags { usage, .. }
            | Kind::ContradictoryFlags { usage, .. } => return vec![usage.meanings()],
            Kind::OperandKind { usage, found, accepted } if found.starts_with("the register") => {
                let mut hints = vec![forms(usage.forms())];
                if accepted.has_value() && matches!(usage.mnemonic, "put" | "putif") {
                    hints.push("`dup` copies one register to another".into());
                }
                hints.extend(shift_order(usage.mnemonic));
                return hints;
            }
            Kind::OperandKind { usage, found, accepted } if is_number(found) => {
                let mut hints = vec![forms(usage.forms())];
                hints.extend(shift_order(usage.mnemonic));
                if accepted.is_register() {
                    hints.push("`put` puts a value into a register".into());
                }
                return hints;
            }
            Kind::SizesDiffer { usage, first, second } => {
                let mut hints = vec![forms(usage.forms())];
                hints.extend(conversion(first.family(), second.family()));
                return hints;
            }
            Kind::OperandKind { usage, .. } | Kind::SizeNotAllowed { usage, .. } => {
                let mut hints = vec![forms(usage.forms())];
                hints.extend(shift_order(usage.mnemonic));
                return hints;
            }
            Kind::OperandCount { usage, .. }
            | Kind::FixedIndex { usage, .. }
            | Kind::NeedlessFlags { usage, .. } => return vec![forms(usage.forms())],
            Kind::Expected { expected, found } => return expected_help(expected, found),
            Kind::UnknownMnemonic { name, nearest: None } => counterpart(name)
                .unwrap_or(
                    "the mnemonics of a host's extension need `#![isa(path::To::Extension)]` at the start of \
                 the block",
                )
                .into(),
            Kind::UnknownRegister { name } => return vec![register_names(name)],
            Kind::UnknownName { .. } => {
                alloc::format!("`let name = a16[0];` names a register; {CONSTANT}")
            }
            Kind::Token(TokenError::Reserved { .. }) => COMMENT.into(),
            Kind::DocComment => "an ordinary comment, `// …`, can stand anywhere".into(),
            Kind::Attribute { is_isa: true } => {
                "text that is parsed at run time has its extension as the type parameter of `parse_with`".into()
            }
            Kind::LabelElsewhere { .. } => {
                "a jump goes to a label of its own routine, or to the beginning of any".into()
            }
            Kind::ShiftedLabel { .. } => {
                "an instruction between them ends with half a byte, and a jump keeps to whole bytes or to \
                 halves"
                    .into()
            }
            Kind::CharLiteral { text } => alloc::format!("a byte is written `b{text}`"),
            Kind::NotANumber => "`clr` makes a register undefined, which stands for NaN".into(),
            Kind::UnknownDirective { nearest: None, .. } => "`.byte 0x47, 0x01;` places bytes as they are".into(),
            Kind::NotInProfile { .. } => "leave it out, or take a profile whose machine has it".into(),
            Kind::TooManyBytes { .. } => "write several `.byte` statements".into(),
            Kind::CodeTooLong { .. } | Kind::DataTooLong { .. } => {
                "split it over several libraries, which `call` and `exec` connect".into()
            }
            Kind::IsaeLacks { extension, .. } => {
                alloc::format!("add `{extension}`; without an isae the library names all that it uses")
            }
            _ => return Vec::new(),
        };
        vec![hint]
    }
}

impl FlagUsage {
    /// The flags with their meanings, one a line.
    fn meanings(&self) -> String {
        let width = self.flags.iter().map(|flag| flag.text.len()).max().unwrap_or(0);
        let line = |flag: &crate::isa::Flag| {
            alloc::format!(
                "`.{}`{:width$} {}",
                flag.text,
                "",
                flag.meaning,
                width = width - flag.text.len()
            )
        };
        let lines: Vec<String> = self.flags.iter().map(line).collect();
        alloc::format!("the flags of `{}`{self} are\n{}", self.mnemonic, lines.join("\n"))
    }
}

const COMMENT: &str = "comments begin with `//`";
const CONSTANT: &str = "a Rust constant is written in upper case, as a path or in braces";

/// What helps where something else should stand.
fn expected_help(expected: &str, found: &str) -> Vec<String> {
    let hint: String = match (expected, found) {
        ("a mnemonic", _) => "`put a16[0], 5;` puts a value into a register, `dup` copies one to \
                              another, `let name = a16[0];` names one"
            .into(),
        (STATEMENT, "`#`" | "`;`" | "`-`") | ("`;`" | OPERAND_END, "`#`") => COMMENT.into(),
        (ALIAS_NAME, "`mut`") => "a register can always be written: leave `mut` out".into(),
        (CONDITION, "`not`") => "one `not` is enough".into(),
        (CONDITION, "`!`") => "`require not` refuses if `st0` is true".into(),
        (CONDITION, "`let`" | "`require`" | "`refuse`") => return Vec::new(),
        (CONDITION, _) => "`eq`, `gt`, `lt` and `ifz` compare and set `st0`".into(),
        (ERROR, _) => "errors are the variants of an `enum`; `fail` and a `require` without `=>` \
                       stop the program without one"
            .into(),
        (ERROR_END, _) => "an error is a number, and holds no values".into(),
        (CALL_END, _) => "the inputs of a routine are in its registers when it is called".into(),
        ("`=` and a register", "`:`") => {
            "an alias has the size of its register, `let name = a16[0];`".into()
        }
        (OPERAND_END | CONDITION_END | "an operand" | "a number", _)
            if is_operator(found) || found == "`as`" =>
        {
            "a constant expression needs braces, `{ … }`".into()
        }
        (STATEMENT | "an operand", "`'`") => {
            "a label has no quote before it: `next: … jmp next;`".into()
        }
        _ if expected.ends_with("a constant") && is_name(found) => CONSTANT.into(),
        _ => return Vec::new(),
    };
    vec![hint]
}

/// Whether a description of source is that of a name.
fn is_name(found: &str) -> bool {
    found.starts_with('`') && found[1..].starts_with(|c: char| c == '_' || c.is_alphabetic())
}

/// Whether a description of source is that of a number.
fn is_number(found: &str) -> bool {
    matches!(found.as_bytes(), [b'`', b'0'..=b'9', ..] | [b'`', b'-', b'0'..=b'9', ..])
}

/// Which register of a shift is which: the order surprises.
fn shift_order(mnemonic: &str) -> Option<String> {
    let is_shift = matches!(mnemonic, "shl" | "shr" | "scl" | "scr");
    is_shift.then(|| {
        "the first register holds by how many bits to shift, the second what is shifted".into()
    })
}

/// How a value gets from one register to another of these families.
fn conversion(first: Family, second: Family) -> Option<String> {
    let hint = match (first, second) {
        (Family::A, Family::A) => {
            "`cpy` copies an unsigned integer to a register of another size, `cnv` a signed one"
        }
        (Family::R, Family::R) => "`cpy` copies a register to one of another size",
        (Family::A | Family::F, Family::A | Family::F) => {
            "`cnv` converts a number from one register to another"
        }
        (Family::A, Family::R) | (Family::R, Family::A) => {
            "`spy` swaps an integer and a general register"
        }
        _ => return None,
    };
    Some(hint.into())
}

fn is_operator(found: &str) -> bool {
    matches!(
        found.as_bytes(),
        [
            b'`',
            b'+' | b'-'
                | b'*'
                | b'/'
                | b'%'
                | b'&'
                | b'|'
                | b'^'
                | b'<'
                | b'>'
                | b'!'
                | b'('
                | b'.',
            b'`'
        ]
    )
}

fn forms(forms: Vec<String>) -> String {
    let quoted = |form: &String| match form.split_once(" with ") {
        Some((form, limits)) => alloc::format!("`{form}` with {limits}"),
        None => alloc::format!("`{form}`"),
    };
    match forms.as_slice() {
        [form] => alloc::format!("the accepted form is {}", quoted(form)),
        forms => {
            let all: Vec<String> = forms.iter().map(quoted).collect();
            alloc::format!("the accepted forms are\n{}", all.join("\n"))
        }
    }
}

/// The sizes of the family that a wrong name seems to mean, or of all.
fn register_names(name: &str) -> String {
    let sizes = |family: Family| {
        let sizes = RegisterSize::ALL.iter().filter(|size| size.family() == family);
        let names: Vec<String> = sizes.map(|size| alloc::format!("`{size}`")).collect();
        alternatives(&names)
    };
    let (what, family) = match name.as_bytes().first() {
        Some(b'a' | b'A') => ("integer", Family::A),
        Some(b'f' | b'F') => ("float", Family::F),
        Some(b'r' | b'R') => ("general", Family::R),
        Some(b's' | b'S') => ("string", Family::S),
        _ => {
            return "registers are `a8` to `a1024`, `f16b` to `f512`, `r128` to `r8192` and `s16`"
                .into();
        }
    };
    alloc::format!("{what} registers are {}", sizes(family))
}
