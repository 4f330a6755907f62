//! Errors in words: what is wrong in one line.

use alloc::string::String;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt::{self, Debug, Display, Formatter};

use super::kind::{AsmError, AsmErrorKind as Kind, Note, Unclosed};
use super::usage::FlagUsage;
use super::words::alternatives;
use crate::isa::Family;
use crate::limits::{BYTES_MAX, CODE_MAX, DATA_MAX};

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
            Kind::Token(error) => Display::fmt(error, f),
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
            Kind::LonelyAttribute => f.write_str("there is no statement behind this"),
            Kind::Condition => f.write_str("only `aluasm!` knows whether `#[cfg(…)]` holds"),
            Kind::UpperCase { expected, .. } => {
                write!(f, "mnemonics, flags and register names are lower case: write `{expected}`")
            }
            Kind::UnknownMnemonic { name, nearest } => {
                write!(f, "unknown mnemonic `{name}`")?;
                did_you_mean(*nearest, f)
            }
            Kind::NotInProfile { mnemonic, profile } => {
                write!(f, "`{mnemonic}` does not run with the profile `{profile}`")
            }
            Kind::UnknownDirective { name, nearest: None } => {
                write!(f, "unknown directive `.{name}`")
            }
            Kind::UnknownDirective { name, nearest: Some(nearest) } => {
                write!(f, "unknown directive `.{name}`, did you mean `.{nearest}`?")
            }
            Kind::LibraryDirective { name } => {
                write!(f, "`.{name}` belongs to the text of a library, not among instructions")
            }
            Kind::Isae(error) => Display::fmt(error, f),
            Kind::SecondIsae => f.write_str("`.isae` stands here a second time"),
            Kind::IsaeLacks { extension, mnemonic } => write!(
                f,
                "`{mnemonic}` belongs to the extension `{extension}`, which is not named here"
            ),
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
            Kind::LabelElsewhere { name } => {
                write!(f, "the label `{name}` belongs to another routine")
            }
            Kind::ShiftedLabel { name } => write!(
                f,
                "no jump from here leads to `{name}`: of the two only one begins in the middle of a byte"
            ),
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
            Kind::FlagsBehindColon { expected } => {
                write!(f, "flags stand behind a dot: write `{expected}`")
            }
            _ => self.write_operand_error(f),
        }
    }

    fn write_operand_error(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Kind::OperandCount { usage, family, found, least, most } => {
                let noun = |count: &usize| if *count == 1 { "operand" } else { "operands" };
                let mnemonic = usage.mnemonic;
                let with = with_registers(*family);
                match (least, most) {
                    (_, 0) => write!(f, "`{mnemonic}` takes no operands{with}, found {found}"),
                    (least, most) if least == most => {
                        write!(f, "`{mnemonic}` takes {most} {}{with}, found {found}", noun(most))
                    }
                    _ => write!(
                        f,
                        "`{mnemonic}` takes {least} to {most} operands{with}, found {found}"
                    ),
                }
            }
            Kind::OperandKind { accepted, found, .. } => {
                write!(f, "expected {accepted}, found {found}")
            }
            Kind::SizesDiffer { usage, first, second } => {
                let what =
                    if first.family() == second.family() { "size" } else { "family and size" };
                write!(
                    f,
                    "the registers of `{}` must have one {what}, found `{first}` and `{second}`",
                    usage.mnemonic
                )
            }
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
            Kind::InexactFloat { found, own, size } => {
                write!(f, "`{found}` is a value of `{own}` that `{size}` does not have")
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
            Kind::CodeTooLong { length } => {
                write!(f, "the code has {length} bytes, a library holds at most {CODE_MAX}")
            }
            Kind::DataTooLong { length } => write!(
                f,
                "the constants of the block grow to {length} bytes here, a library holds at most {DATA_MAX}"
            ),
            Kind::MoreErrors { count: 1 } => f.write_str("there is one more error"),
            Kind::MoreErrors { count } => write!(f, "there are {count} more errors"),
            Kind::NotOneInstruction { found } => {
                write!(f, "expected one instruction, found {found}")
            }
            _ => Ok(()),
        }
    }
}

impl FlagUsage {
    /// The flags: `.u` or `.s`.
    fn list(&self) -> String {
        let all: Vec<String> =
            self.flags.iter().map(|flag| alloc::format!("`.{}`", flag.text)).collect();
        alternatives(&all)
    }
}

/// With which registers: ` with integer registers`.
impl Display for FlagUsage {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(with_registers(self.family))
    }
}

fn with_registers(family: Option<Family>) -> &'static str {
    match family {
        Some(Family::A) => " with integer registers",
        Some(Family::F) => " with float registers",
        Some(Family::R) => " with general registers",
        Some(Family::S) => " with string registers",
        None => "",
    }
}
