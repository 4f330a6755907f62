//! Why an instruction made `st0` false or has no result, as a sentence with the values that it read.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Formatter};

use super::super::explain::{Executed, Origin, Reason};
use super::words::{Words, value};
use crate::flow::{Constant, Effect};
use crate::isa::{Family, Instr, IntFlags, Register, RegisterSize, SignFlag};
use crate::vm::Value;

/// Writes the sentence.
pub(super) fn write(f: &mut Formatter<'_>, words: &Words<'_>, origin: &Origin) -> fmt::Result {
    let Origin { step, reason } = origin;
    let mnemonic = mnemonic(&step.instr);
    match reason {
        Reason::Undefined { register, .. } => {
            write!(f, "{} is undefined", words.name(step.site, *register))
        }
        Reason::NoResult => no_result(f, step, mnemonic),
        Reason::DoesNotHold => comparison(f, step, mnemonic, false),
        Reason::ZeroBit => f.write_str("the bit that it looks at is 0"),
        Reason::DoesNotFit => match (step.reads.first(), destination(step)) {
            (Some((register, content)), Some(size)) => {
                write!(f, "{} does not fit {size}", value(*register, content.as_ref()))
            }
            _ => f.write_str("the value does not fit"),
        },
        Reason::NotPossible => {
            f.write_str("it is not possible with these values")?;
            // The first sentence of its documentation says what it does, the others when it does not.
            let docs = step.instr.form().map(|form| form.doc.join(" ")).unwrap_or_default();
            match docs.split_once(". ") {
                Some((_, rest)) => {
                    let words = rest.split_whitespace().collect::<Vec<_>>().join(" ");
                    write!(f, " ({})", words.trim_end_matches('.'))
                }
                None => Ok(()),
            }
        }
        Reason::NoConstant => f.write_str("the data segment has no such constant"),
        Reason::WasDefined => f.write_str("the register had a value already"),
        Reason::Inverted { from: Some(from) } => what_was_true(f, from),
        Reason::Inverted { from: None } => f.write_str("st0 was true, as it is at the beginning"),
        Reason::Cleared => f.write_str("that is what it does"),
        Reason::Host => f.write_str("the host's instruction did it"),
    }
}

/// Why arithmetic has no result.
fn no_result(f: &mut Formatter<'_>, step: &Executed, mnemonic: &str) -> fmt::Result {
    let Some(size) = destination(step) else { return f.write_str("there is no result") };
    let is_signed = is_signed(&step.instr);
    let show = |number: usize| operand(step, number, is_signed);
    let operator = match mnemonic {
        "add" | "inc" => '+',
        "sub" | "dec" => '-',
        "mul" => '*',
        "div" => '/',
        "rem" => '%',
        _ => return write!(f, "the result of `{mnemonic}` for {} does not fit {size}", show(0)),
    };
    match &step.instr {
        Instr::StepA { step, .. } => write!(f, "{} {:+}", show(0), step.0)?,
        _ => write!(f, "{} {operator} {}", show(0), show(1))?,
    }
    match size.family() {
        Family::F => f.write_str(" is no number"),
        _ if matches!(operator, '/' | '%') && is_zero(step, 1) => f.write_str(" divides by zero"),
        _ if is_signed => write!(f, " does not fit a signed {size}"),
        _ => write!(f, " does not fit an unsigned {size}"),
    }
}

/// What an instruction found that made `st0` true.
fn what_was_true(f: &mut Formatter<'_>, step: &Executed) -> fmt::Result {
    match Effect::of(&step.instr, Constant::Value) {
        Effect::Compare | Effect::Equal | Effect::IsUndefined | Effect::IsDefined => {
            comparison(f, step, mnemonic(&step.instr), true)
        }
        Effect::Shift => f.write_str("the bit that was looked at is 1"),
        _ => f.write_str("st0 was true"),
    }
}

/// What a comparison found to hold or not.
fn comparison(f: &mut Formatter<'_>, step: &Executed, mnemonic: &str, holds: bool) -> fmt::Result {
    let is_signed = is_signed(&step.instr);
    let show = |number: usize| operand(step, number, is_signed);
    let does = if holds { "holds" } else { "does not hold" };
    match (mnemonic, holds) {
        ("gt", _) => write!(f, "{} > {} {does}", show(0), show(1)),
        ("lt", _) => write!(f, "{} < {} {does}", show(0), show(1)),
        ("eq", _) => write!(f, "{} = {} {does}", show(0), show(1)),
        ("ifz", true) => write!(f, "{} is zero", show(0)),
        ("ifz", false) => write!(f, "{} is not zero", show(0)),
        ("ifn", true) => f.write_str("the register is undefined"),
        ("ifn", false) => f.write_str("the register is defined"),
        _ => write!(f, "what it compares {does}"),
    }
}

/// An operand by its number; one that stands there twice is both.
fn operand(step: &Executed, number: usize, is_signed: bool) -> String {
    let found = step.reads.get(number).or(step.reads.last());
    match found {
        Some((_, Some(Value::Number(bytes)))) if is_signed && is_negative(bytes) => {
            format!("{}", signed(bytes))
        }
        Some((register, content)) => value(*register, content.as_ref()),
        None => String::new(),
    }
}

fn is_negative(bytes: &[u8]) -> bool {
    bytes.len() <= 16 && bytes.last().is_some_and(|byte| byte >> 7 == 1)
}

/// A negative number of at most 16 bytes in two's complement.
fn signed(bytes: &[u8]) -> i128 {
    let mut all = [0xFF; 16];
    for (to, from) in all.iter_mut().zip(bytes) {
        *to = *from;
    }
    i128::from_le_bytes(all)
}

fn is_zero(step: &Executed, number: usize) -> bool {
    matches!(
        step.reads.get(number).or(step.reads.last()),
        Some((_, Some(Value::Number(bytes)))) if bytes.iter().all(|byte| *byte == 0)
    )
}

/// The size of the register that the instruction writes.
fn destination(step: &Executed) -> Option<RegisterSize> {
    step.instr.writes().find_map(|register| match register {
        Register::Value { size, .. } => Some(size),
        Register::Status => None,
    })
}

fn mnemonic(instr: &Instr) -> &'static str {
    let syntaxes = instr.form().map_or(&[][..], |form| form.syntaxes);
    syntaxes.last().map_or("", |syntax| syntax.mnemonic)
}

/// Whether an instruction reads its operands as signed numbers.
fn is_signed(instr: &Instr) -> bool {
    match instr {
        Instr::AddA { flags, .. }
        | Instr::SubA { flags, .. }
        | Instr::MulA { flags, .. }
        | Instr::DivA { flags, .. } => {
            matches!(flags, IntFlags::SignedChecked | IntFlags::SignedWrapped)
        }
        Instr::GtA { flag, .. } | Instr::LtA { flag, .. } => *flag == SignFlag::Signed,
        Instr::Neg { .. } | Instr::Abs { .. } => {
            matches!(Effect::of(instr, Constant::Value), Effect::Arithmetic { is_total: false })
        }
        _ => false,
    }
}
