//! Errors in words: what is wrong in one line, and how to mend it.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt::{self, Debug, Display, Formatter};

use super::accepted::alternatives;
use super::{AsmError, AsmErrorKind as Kind, FlagUsage, Note, Unclosed};
use crate::isa::{Family, RegisterSize};
use crate::limits::{BYTES_MAX, CODE_MAX, DATA_MAX};

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

impl<S> Display for AsmError<S> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Display::fmt(&self.kind, f)
    }
}

impl<S: Debug> Error for AsmError<S> {}

impl Display for Note {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Note::FirstDefinition => f.write_str("first defined here"),
        }
    }
}

impl Display for Unclosed {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Unclosed::String => f.write_str("this string is not closed"),
            Unclosed::Character => f.write_str("this character literal is not closed"),
            Unclosed::Comment => f.write_str("this comment is not closed"),
            Unclosed::Bracket(bracket) => write!(f, "this `{bracket}` is not closed"),
        }
    }
}

impl Display for Kind {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Kind::Unclosed(what) => Display::fmt(what, f),
            Kind::Unopened { bracket } => write!(f, "this `{bracket}` closes nothing"),
            Kind::StrayCharacter { character } => {
                write!(f, "unexpected character `{}`", character.escape_debug())
            }
            Kind::Expected { expected, found } => write!(f, "expected {expected}, found {found}"),
            Kind::MissingSemicolon { found } => {
                write!(f, "expected `;` behind this, found {found}")
            }
            Kind::MissingColon { label } => write!(f, "expected `:` behind the label `{label}`"),
            Kind::DocComment => f.write_str("a doc comment can stand only before a label"),
            Kind::Attribute { is_isa: true } => f.write_str(
                "`#![isa(path::To::Extension)]` can stand only at the start of an `aluasm!` block",
            ),
            Kind::Attribute { is_isa: false } => f.write_str("an attribute has no meaning here"),
            Kind::UpperCase { expected, .. } => {
                write!(f, "mnemonics, flags and register names are lower case: write `{expected}`")
            }
            Kind::UnknownMnemonic { name, nearest } => {
                write!(f, "unknown mnemonic `{name}`")?;
                did_you_mean(*nearest, f)
            }
            Kind::UnknownDirective { name } => write!(f, "unknown directive `.{name}`"),
            Kind::LibraryDirective { name } => {
                write!(f, "`.{name}` belongs to the text of a library, not among instructions")
            }
            Kind::Isae(error) => Display::fmt(error, f),
            Kind::SecondIsae => f.write_str("`.isae` stands here a second time"),
            Kind::TooManyBytes { found, limit } => {
                write!(f, "`.byte` has {found} bytes, at most {limit} are possible")
            }
            _ => self.write_name_error(f),
        }
    }
}

fn did_you_mean(nearest: Option<&str>, f: &mut Formatter<'_>) -> fmt::Result {
    match nearest {
        Some(nearest) => write!(f, ", did you mean `{nearest}`?"),
        None => Ok(()),
    }
}

impl Kind {
    fn write_name_error(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Kind::UndefinedLabel { name, nearest } => {
                write!(f, "undefined label `{name}`")?;
                did_you_mean(nearest.as_deref(), f)
            }
            Kind::DuplicateLabel { name } => write!(f, "the label `{name}` is defined twice"),
            Kind::DuplicateAlias { name } => write!(f, "the alias `{name}` is defined twice"),
            Kind::ReservedAlias { name, reserved } => {
                write!(f, "`{name}` is {reserved} and cannot be an alias")
            }
            Kind::IndexedAlias { name, size, index } => {
                write!(f, "`{name}` stands for `{size}[{index}]` and takes no index")
            }
            Kind::UnknownName { name, nearest } => {
                write!(f, "`{name}` is no register and no alias")?;
                did_you_mean(nearest.as_deref(), f)
            }
            Kind::MissingFlags(usage) => {
                write!(f, "`{}` needs flags{usage}: {}", usage.mnemonic, usage.list())
            }
            Kind::UnknownFlags { found, usage } => write!(
                f,
                "`{}` has no flags `.{found}`{usage}, only {}",
                usage.mnemonic,
                usage.list()
            ),
            Kind::ContradictoryFlags { found, first, second, .. } => write!(
                f,
                "the flags `.{found}` contradict each other: `{first}` excludes `{second}`"
            ),
            Kind::NeedlessFlags { found, usage } if !usage.has_flags() => {
                write!(f, "`{}` takes no flags, remove `.{found}`", usage.mnemonic)
            }
            Kind::NeedlessFlags { found, usage } => {
                write!(
                    f,
                    "`{}` takes no flags with these operands, remove `.{found}`",
                    usage.mnemonic
                )
            }
            Kind::FlagsApart => f.write_str("flags stand together behind one dot, as in `add.uc`"),
            _ => self.write_operand_error(f),
        }
    }

    fn write_operand_error(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Kind::OperandCount { usage, found, least, most } => {
                let noun = |count: &usize| if *count == 1 { "operand" } else { "operands" };
                let mnemonic = usage.mnemonic;
                match (least, most) {
                    (_, 0) => write!(f, "`{mnemonic}` takes no operands, found {found}"),
                    (least, most) if least == most => {
                        write!(f, "`{mnemonic}` takes {most} {}, found {found}", noun(most))
                    }
                    _ => write!(f, "`{mnemonic}` takes {least} to {most} operands, found {found}"),
                }
            }
            Kind::OperandKind { accepted, found, .. } => {
                write!(f, "expected {accepted}, found {found}")
            }
            Kind::SizesDiffer { usage, first, second } => write!(
                f,
                "the registers of `{}` must have one size, found `{first}` and `{second}`",
                usage.mnemonic
            ),
            Kind::SizeNotAllowed { usage, found, allowed } => {
                write!(f, "`{}` takes no `{found}` register here, only {allowed}", usage.mnemonic)
            }
            Kind::FixedIndex { usage, size, index } => {
                write!(f, "`{}` takes only the register `{size}[{index}]` here", usage.mnemonic)
            }
            Kind::UnknownRegister { name } => write!(f, "there is no register `{name}`"),
            Kind::MissingIndex { size } => {
                write!(f, "the register `{size}` needs an index, as in `{size}[0]`")
            }
            Kind::IndexTooLarge { size, index, count } if *count == size.count() => write!(
                f,
                "there is no `{size}[{index}]`: `{size}` has the indexes 0..={}",
                count - 1
            ),
            Kind::IndexTooLarge { size, index, count } => write!(
                f,
                "this instruction cannot name `{size}[{index}]`: its index here is 0..={}",
                count - 1
            ),
            _ => self.write_value_error(f),
        }
    }

    fn write_value_error(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Kind::Literal(error) => Display::fmt(error, f),
            Kind::CharLiteral { text } => write!(f, "the character {text} has no value here"),
            Kind::IntegerRange { found, range, size: None } => {
                write!(f, "{found} is out of the range {range}")
            }
            Kind::IntegerRange { found, range, size: Some(size) } => {
                write!(f, "{found} is out of the range of `{size}`, {range}")
            }
            Kind::NotInteger { found, range } => {
                write!(f, "expected an integer, {range}, found {found}")
            }
            Kind::Float { size, found, error } => {
                write!(f, "{found} is no value of `{size}`: {error}")
            }
            Kind::NotANumber => f.write_str("no register holds NaN"),
            Kind::ByteWidth { size, found } => {
                write!(f, "`{size}` has {} bytes, this byte string has {found}", size.bytes())
            }
            Kind::StringTooLong { found } => {
                write!(f, "this string has {found} bytes, at most {BYTES_MAX} are possible")
            }
            Kind::NeedsBraces => f.write_str("a constant expression needs braces, `{ … }`"),
            Kind::LibraryId(error) => Display::fmt(error, f),
            Kind::LibraryIndex { found } => {
                write!(f, "`{found}` is no index of a library, which is 0..=255")
            }
            Kind::ConstantInText { name } => {
                write!(f, "{name} is a Rust constant, which only `aluasm!` knows")
            }
            Kind::CodeTooLong { length } => write!(
                f,
                "the block has {length} bytes of code, a library holds at most {CODE_MAX}"
            ),
            Kind::DataTooLong { length } => write!(
                f,
                "the constants of the block grow to {length} bytes here, a library holds at most {DATA_MAX}"
            ),
            Kind::NotOneInstruction { found } => {
                write!(f, "expected one instruction, found {found}")
            }
            _ => Ok(()),
        }
    }

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

impl FlagUsage {
    /// The flags: `.u` or `.s`.
    fn list(&self) -> String {
        let all: Vec<String> =
            self.flags.iter().map(|flag| alloc::format!("`.{}`", flag.text)).collect();
        alternatives(&all)
    }

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

/// With which registers: ` with integer registers`.
impl Display for FlagUsage {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self.family {
            Some(Family::A) => " with integer registers",
            Some(Family::F) => " with float registers",
            Some(Family::R) => " with general registers",
            Some(Family::S) | None => "",
        })
    }
}
