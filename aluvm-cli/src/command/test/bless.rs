//! Writing what came out into a row.

use aluvm_core::isa::Register;

use super::row::Row;
use super::verdict::Verdict;
use crate::execution::Ended;
use crate::routine::{Inputs, notation};

/// The line with what came out; none in a table, whose columns are its author's.
pub(super) fn line(
    line: &str,
    row: &Row,
    inputs: &Inputs<'_>,
    ended: &Ended,
    verdict: &Verdict,
) -> Option<String> {
    if row.is_cells {
        return None;
    }
    let (before, _) = line.rsplit_once('|')?;
    let mut words = Vec::new();
    let is_success = ended.outcome.is_success();
    if !is_success {
        words.push(match &verdict.refused {
            Some(name) => format!("refused={name}"),
            None => format!("st0=false stop={}", ended.outcome.stop.name()),
        });
    }
    let says_values = row.expected.iter().any(|(name, _)| !matches!(&**name, "refused" | "stop"));
    let named: Vec<&str> = match is_success && !says_values {
        true => inputs.outputs().collect(),
        false => row.expected.iter().map(|(name, _)| name.as_str()).collect(),
    };
    for name in named {
        match name {
            "refused" | "stop" => {}
            "at" => words.push(format!("at={}", ended.outcome.site.offset)),
            "ca0" => words.push(format!("ca0={}", ended.registers.ca0())),
            "cy0" => words.push(format!("cy0={}", ended.registers.cy0())),
            name => match inputs.register(name).ok()? {
                Register::Status if !is_success => {}
                register => words.push(format!("{name}={}", notation(&ended.registers, register))),
            },
        }
    }
    let end = if line.ends_with('\r') { "\r" } else { "" };
    let line = format!("{before}| {}", words.join(" "));
    Some(line.trim_end().to_owned() + end)
}
