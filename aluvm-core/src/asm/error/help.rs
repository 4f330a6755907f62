//! How to mend errors, in words.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::accepted::alternatives;
use super::{AsmError, AsmErrorKind as Kind, FlagUsage};
use crate::isa::{Family, RegisterSize};

impl<S> AsmError<S> {
    /// How to mend the error, one hint an entry. Further lines of a hint are parts of a list.
    pub fn help(&self) -> Vec<String> {
        self.kind.help()
    }

    /// The message with its hints on lines of their own, `= help: …`, as rustc shows them.
    pub fn report(&self) -> String {
        let mut report = alloc::format!("{}", self.kind);
        for hint in self.help() {
            report.push_str("\n  = help: ");
            report.push_str(&hint.replace('\n', "\n          "));
        }
        report
    }
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
                return hints;
            }
            Kind::OperandCount { usage, .. }
            | Kind::OperandKind { usage, .. }
            | Kind::SizesDiffer { usage, .. }
            | Kind::SizeNotAllowed { usage, .. }
            | Kind::FixedIndex { usage, .. }
            | Kind::NeedlessFlags { usage, .. } => return vec![forms(usage.forms())],
            Kind::Expected { found, .. } if is_operator(found) => {
                "a constant expression needs braces, `{ … }`".into()
            }
            Kind::UnknownMnemonic { nearest: None, .. } => {
                "the mnemonics of a host's extension need `#![isa(path::To::Extension)]` at the start of \
                 the block"
                    .into()
            }
            Kind::UnknownRegister { name } => return vec![register_names(name)],
            Kind::UnknownName { .. } => {
                "`let name = a16[0];` names a register; a Rust constant is written in upper case, as a \
                 path or in braces"
                    .into()
            }
            Kind::DocComment => "an ordinary comment, `// …`, can stand anywhere".into(),
            Kind::Attribute { is_isa: true } => {
                "text that is parsed at run time has its extension as the type parameter of `parse_with`".into()
            }
            Kind::CharLiteral { text } => alloc::format!("a byte is written `b{text}`"),
            Kind::NotANumber => "`clr` makes a register undefined, which stands for NaN".into(),
            Kind::UnknownDirective { .. } => "`.byte 0x47, 0x01;` places bytes as they are".into(),
            Kind::TooManyBytes { .. } => "write several `.byte` statements".into(),
            Kind::CodeTooLong { .. } | Kind::DataTooLong { .. } => {
                "split the block over several libraries, which `call` and `exec` connect".into()
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
