//! Errors in words: what is wrong in one line, and how to mend it.

use alloc::format;
use alloc::string::String;
use core::fmt::{self, Display, Formatter};

use super::{LanguageErrorKind as Kind, Wanted};
use crate::contract::types::Type;
use crate::isa::Register;

impl Display for Kind {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Kind::UnknownType { name, nearest, .. } => {
                write!(f, "there is no type `{name}`")?;
                did_you_mean(*nearest, f)
            }
            Kind::OtherRegister { ty, register } => {
                let size = ty.size();
                write!(f, "`{register}` holds no `{ty}`, which stands in a register `{size}`")
            }
            Kind::Mutable => f.write_str("expected the name of a variable, found `mut`"),
            Kind::AssignmentAsCondition => f.write_str("`=` assigns, and is no condition"),
            Kind::StatementAsValue { word } => write!(f, "expected a value, found `{word}`"),
            Kind::ComparisonChain { first, second } => {
                write!(f, "`{second}` cannot follow `{first}`")
            }
            Kind::LongExpression { most } => {
                write!(f, "a statement has at most {most} operators and calls")
            }
            Kind::DeepBlock { most } => write!(f, "a block lies in at most {most} others"),
            Kind::UnknownVariable { name, nearest } => {
                write!(f, "there is no variable or constant `{name}` here")?;
                did_you_mean(nearest.as_deref(), f)
            }
            Kind::ReservedVariable { name, reserved } => {
                write!(f, "a variable cannot have the name `{name}`, it is {reserved}")
            }
            Kind::TypesDiffer { expected, found } => {
                write!(f, "expected a value of type `{expected}`, found `{found}`")
            }
            Kind::Untyped => f.write_str("nothing here says of which type this is"),
            Kind::OutOfRange { found, ty } => write!(f, "`{ty}` does not have the number {found}"),
            Kind::NoOperator { operator, ty } => write!(f, "`{ty}` has no operator `{operator}`"),
            Kind::UnknownMethod { name, nearest } => {
                write!(f, "there is no method `{name}`")?;
                did_you_mean(*nearest, f)
            }
            Kind::NoMethod { name, ty } => write!(f, "`{ty}` has no method `{name}`"),
            Kind::NoCast { from, to, .. } => write!(f, "`{from}` cannot be cast to `{to}`"),
            Kind::Truncation { from, to } => {
                write!(f, "a `{to}` cannot be what `truncate` leaves of a `{from}`")
            }
            Kind::ConditionAsValue => f.write_str("expected a value, found a condition"),
            Kind::ValueAsCondition => f.write_str("expected a condition, found a value"),
            _ => self.write_call_error(f),
        }
    }
}

impl Kind {
    /// What is wrong with calls.
    fn write_call_error(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Kind::UnknownCallee { name, nearest } => {
                write!(f, "there is no routine or instruction `{name}`")?;
                did_you_mean(nearest.as_deref(), f)
            }
            Kind::NoSignature { name } => {
                write!(f, "the inputs and outputs of `{name}` are not known here")
            }
            Kind::ArgumentCount { name, expected, found } => {
                write!(f, "`{name}` takes {}, found {found}", counted(*expected, "argument"))
            }
            Kind::UnusedResult { name } => write!(f, "the result of `{name}` is not used"),
            Kind::OutputCount { name, outputs, names } => {
                let (outputs, names) = (counted(*outputs, "output"), counted(*names, "value"));
                write!(f, "`{name}` has {outputs}, but {names} should come from it")
            }
            Kind::NoVerdict { name } => {
                write!(f, "`{name}` has outputs, so that its verdict is no condition")
            }
            Kind::OptionalParameter { routine, name } => {
                write!(f, "`{name}` of `{routine}` may be undefined, only instructions call it")
            }
            Kind::OptionalVariable { name } => {
                write!(f, "`{name}` may be undefined, so that it stands in instructions only")
            }
            Kind::NoExpression { mnemonic, wanted } => {
                let reason = match wanted {
                    Wanted::Value => "leaves no one value behind",
                    Wanted::Condition => "does more or less than to set `st0`",
                    Wanted::Statement => "has a result or leads elsewhere",
                };
                write!(f, "`{mnemonic}` cannot stand here, it {reason}")
            }
            Kind::NoForm { mnemonic } => write!(f, "`{mnemonic}` does not take these arguments"),
            _ => self.write_place_error(f),
        }
    }

    /// What is wrong with registers, and with how control and values flow.
    fn write_place_error(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Kind::NoPlace { ty, .. } => write!(f, "no register `{}` is left", ty.size()),
            Kind::NoRule { name, calls_itself, .. } => {
                match name {
                    Some(name) => write!(f, "`{name}` needs a register by name")?,
                    None => f.write_str("this needs a variable with a register by name")?,
                }
                f.write_str(match calls_itself {
                    true => ", since the routine calls itself",
                    false => ", since the routine calls what may write all registers",
                })
            }
            Kind::ErrorPlace { register } => {
                write!(f, "`{register}` is for the numbers of errors and no place for a variable")
            }
            Kind::NarrowField { mnemonic, register, count } => {
                write!(f, "`{mnemonic}` cannot name `{register}`, only the first {count}")
            }
            Kind::OutsideLoop { word } => write!(f, "`{word}` stands in no loop"),
            Kind::VerdictWithOutputs => {
                f.write_str("a routine with outputs has no verdict to return")
            }
            Kind::NotAssignable => f.write_str("nothing can be assigned to this"),
            Kind::NoTwin { why } => write!(f, "a routine with `#[twin]` is Rust too, and {why}"),
            Kind::TwinOfItem => f.write_str("only a routine has a twin"),
            Kind::Overwritten { name, register } => {
                write!(f, "this call overwrites `{name}` in `{register}`")
            }
            Kind::EarlierRead { register } => {
                write!(f, "an earlier part of the call has gone into `{register}`")
            }
            Kind::Unassigned { name: Some(name), .. } => {
                write!(f, "`{name}` is read here and may have no value yet")
            }
            Kind::Unassigned { name: None, register } => {
                write!(f, "`{register}` is read here and may have no value yet")
            }
            Kind::OpenStatus => f.write_str("`st0` can be false before this statement"),
            _ => Ok(()),
        }
    }

    /// How to mend the error.
    pub fn help(&self) -> Option<String> {
        let text: &str = match self {
            Kind::UnknownType { size: Some(size), .. } => {
                let ty = Type::of(*size);
                return Some(format!(
                    "a register has an index, as in `{size}[0]`; a type of its size is `{ty}`"
                ));
            }
            Kind::UnknownType { nearest: None, .. } => {
                "types are `u8` to `u1024`, `i8` to `i1024`, `f16b` to `f512`, `r128` to `r8192` \
                 and `bytes`"
            }
            Kind::Mutable => "every variable can be assigned to: leave `mut` out",
            Kind::AssignmentAsCondition => "`==` compares",
            Kind::StatementAsValue { word: "match" } => "`if` and `else if` tell values apart",
            Kind::StatementAsValue { .. } => "it is a statement: assign in its blocks",
            Kind::ComparisonChain { .. } => "`&&` joins two comparisons",
            Kind::LongExpression { .. } => "`let` names a part of it",
            Kind::DeepBlock { .. } => "a routine of its own holds what lies deeper",
            Kind::TypesDiffer { expected, .. } => {
                return Some(format!(
                    "`as {expected}` casts, and refuses a value that does not fit"
                ));
            }
            Kind::Untyped => "`let` with a type names it",
            Kind::NoCast { way: Some(way), to, .. } => {
                return Some(format!("there is a way over another type: `as {way} as {to}`"));
            }
            Kind::Truncation { .. } => "it leaves the lower bits of a wider value",
            Kind::ConditionAsValue => "`if` assigns one value or another",
            Kind::ValueAsCondition => "a comparison makes one of it, as in `a != 0`",
            Kind::NoSignature { .. } => {
                "instructions can call it, in a routine whose places are all named"
            }
            Kind::UnusedResult { .. } => "`let (_) = …;` says that it is not needed",
            Kind::NoPlace { holders, temporaries, .. } => {
                return Some(held(holders, *temporaries));
            }
            Kind::NoRule { ty, .. } => {
                return Some(format!("`{ty} in {}[0]` names one", ty.size()));
            }
            Kind::ErrorPlace { .. } => "another register, or none, can stand here",
            Kind::NarrowField { register: Register::Value { size, .. }, .. } => {
                return Some(format!(
                    "a variable with `in {size}[0]` behind its type has a lower register"
                ));
            }
            Kind::Overwritten { .. } => "without a register by name, it is kept apart",
            Kind::Unassigned { .. } => "assign to it on every way that leads here",
            Kind::OpenStatus => "`test;` stops the program where it is",
            _ => return None,
        };
        Some(text.into())
    }
}

/// Who holds the registers of a size.
fn held(holders: &[(alloc::boxed::Box<str>, Register)], temporaries: usize) -> String {
    if holders.is_empty() && temporaries == 0 {
        return "they are named in this routine, or belong to those that it calls".into();
    }
    let mut text = String::from("these are held or named:");
    for (name, register) in holders {
        text += &format!("\n{register}: `{name}`");
    }
    if temporaries > 0 {
        text += &format!("\n{}", counted(temporaries, "temporary value"));
    }
    text
}

fn did_you_mean(nearest: Option<&str>, f: &mut Formatter<'_>) -> fmt::Result {
    match nearest {
        Some(nearest) => write!(f, ", did you mean `{nearest}`?"),
        None => Ok(()),
    }
}

fn counted(number: usize, noun: &str) -> String {
    match number {
        1 => format!("1 {noun}"),
        0 => format!("no {noun}s"),
        _ => format!("{number} {noun}s"),
    }
}
