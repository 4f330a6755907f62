//! Whether a run ended as a case says.

use std::fmt::Write;

use aluvm_core::call::{CallError, Case};
use aluvm_core::isa::Register;
use aluvm_core::vm::{Stop, Value};

use super::row::Row;
use crate::execution::Ended;
use crate::failure::Failure;
use crate::routine::{Inputs, notation};

/// What a case says of the end of a run.
pub(super) struct Expected {
    name: String,
    what: What,
    text: String,
}

/// What is looked at.
pub(super) enum What {
    Register(Register),
    Stop,
    At,
    Cost,
    Jumps,
    /// The name of the error that the contract refuses with.
    Refused,
}

/// What the right side of a row names. Without anything of how it ends, `st0` is true.
pub(super) fn expected(row: &Row, inputs: &Inputs<'_>) -> Result<Vec<Expected>, Failure> {
    let mut all = Vec::new();
    for (name, text) in &row.expected {
        let wrong = |message: String| Failure::Usage(message);
        let what = match name.as_str() {
            "stop" => What::Stop,
            "at" => What::At,
            "ca0" => What::Cost,
            "cy0" => What::Jumps,
            "refused" => What::Refused,
            name => What::Register(inputs.register(name)?),
        };
        let text = match (&what, text.as_str()) {
            (What::Register(_), "none") => text.clone(),
            (What::Register(register), text) => {
                let value = Value::parse(*register, text);
                let value = value.map_err(|error| wrong(format!("`{name}={text}`: {error}")))?;
                value.notation(*register).to_string()
            }
            (What::Stop, text) if Stop::from_name(text).is_none() => {
                let names = Stop::ALL.map(|stop| stop.name()).join(", ");
                return Err(wrong(format!("`{text}` is no way to stop; there are {names}")));
            }
            (What::At | What::Cost | What::Jumps, text) => {
                let number: Result<u64, _> = text.parse();
                number
                    .map_err(|_| wrong(format!("`{name}` is a number, not `{text}`")))?
                    .to_string()
            }
            (_, text) => text.into(),
        };
        all.push(Expected { name: name.clone(), what, text });
    }
    let says_how = |one: &Expected| {
        matches!(one.what, What::Stop | What::Refused | What::Register(Register::Status))
    };
    if !all.iter().any(says_how) {
        let what = What::Register(Register::Status);
        all.push(Expected { name: "st0".into(), what, text: "true".into() });
    }
    Ok(all)
}

/// What differs.
#[derive(Default)]
pub(super) struct Verdict {
    /// What is named, what is expected, and what came out.
    differences: Vec<(String, String, String)>,
    /// The error that the contract refused with.
    pub(super) refused: Option<String>,
    /// Why the run failed, if it should not have.
    story: Option<String>,
}

impl Verdict {
    pub(super) fn of(expected: &[Expected], ended: &Ended, case: Case) -> Verdict {
        let refused = case.refused().map(|refused| refused.name);
        let found = |what: &What| match what {
            What::Register(register) => notation(&ended.registers, *register),
            What::Stop => ended.outcome.stop.name().into(),
            What::At => ended.outcome.site.offset.to_string(),
            What::Cost => ended.registers.ca0().to_string(),
            What::Jumps => ended.registers.cy0().to_string(),
            What::Refused => refused.clone().unwrap_or_else(|| "nothing".into()),
        };
        let differences = expected.iter().filter_map(|Expected { name, what, text }| {
            let found = found(what);
            (*text != found).then(|| (name.clone(), text.clone(), found))
        });
        let differences: Vec<_> = differences.collect();
        let fails = !differences.is_empty() && !ended.outcome.is_success();
        let story = fails.then(|| CallError::failed(case, &ended.registers).to_string());
        Verdict { differences, refused, story }
    }

    pub(super) fn is_right(&self) -> bool {
        self.differences.is_empty()
    }

    /// The differences, for people.
    pub(super) fn text(&self, name: &str, row: &Row) -> String {
        let mut text = format!("{name}:{}: {}", row.line, row.routine);
        for (name, value) in &row.inputs {
            let _ = write!(text, " {name}={value}");
        }
        for (name, expected, found) in &self.differences {
            let _ = write!(text, "\n    {name}: expected {expected}, got {found}");
        }
        for line in self.story.iter().flat_map(|story| story.lines()) {
            let _ = write!(text, "\n    {line}");
        }
        text + "\n"
    }
}
