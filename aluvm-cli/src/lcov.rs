//! Coverage by source line, in the format of LCOV (geninfo(1)): lines, routines as functions, and the two
//! ways of each `jif` and `test` as branches.

use std::collections::BTreeMap;
use std::fmt::Write;

use aluvm_core::call::coverage::{Count, Covered};
use aluvm_core::codec::decode_at;
use aluvm_core::contract::description::{Description, Routine, Statement};
use aluvm_core::isa::{Instr, NoExtension};

/// A report.
pub(crate) struct Report {
    /// The text of the file.
    pub(crate) text: String,
    /// Libraries that were left out, because their lines are those of newer ones: name and file.
    pub(crate) outdated: Vec<(String, String)>,
}

/// What is known of a source file.
#[derive(Default)]
struct SourceFile {
    /// For each line how often it ran.
    lines: BTreeMap<u32, u64>,
    /// Line, name and count.
    routines: Vec<(u32, String, u64)>,
    /// For each line and place the counts of true and false, if it ran.
    branches: Vec<(u32, usize, Count)>,
}

/// Reports on libraries, the newest of which come last.
pub(crate) fn report(covered: &[Covered]) -> Report {
    let mut files: BTreeMap<&str, SourceFile> = BTreeMap::new();
    let mut outdated = Vec::new();
    let descriptions: Vec<_> =
        covered.iter().map(|covered| (covered, covered.source.describe())).collect();
    for (number, (covered, description)) in descriptions.iter().enumerate() {
        let newer = &descriptions[number + 1..];
        if newer.iter().any(|(_, other)| share_lines(description, other)) {
            outdated.push((description.name.to_string(), description.file.to_string()));
        } else if !description.routines.is_empty() {
            files.entry(description.file).or_default().add(covered, description);
        }
    }
    let mut text = String::new();
    for (name, file) in &files {
        // A string takes what is written into it.
        let _ = file.write(name, &mut text);
    }
    Report { text, outdated }
}

/// Whether two libraries stand in the same lines of a file: one of them has moved or changed.
fn share_lines(one: &Description<'_>, other: &Description<'_>) -> bool {
    let lines = |description: &Description<'_>| {
        let statements = description.routines.iter().flat_map(|routine| &routine.statements);
        let lines = statements.map(|statement| statement.line);
        Some((lines.clone().min()?, lines.max()?))
    };
    match (lines(one), lines(other)) {
        (Some((first, last)), Some((other_first, other_last))) => {
            one.file == other.file && first <= other_last && other_first <= last
        }
        _ => false,
    }
}

impl SourceFile {
    fn add(&mut self, covered: &Covered, description: &Description<'_>) {
        let count = |offset: usize| covered.counts.get(offset).copied().unwrap_or_default();
        for routine in &description.routines {
            let Routine { name, offset, statements, .. } = routine;
            let Some(first) = statements.first() else { continue };
            let name = format!("{}::{name}", description.name);
            self.routines.push((first.line, name, count((*offset).into()).runs.into()));
            for statement in statements {
                let runs = u64::from(count(statement.offset.into()).runs);
                let line = self.lines.entry(statement.line).or_default();
                // Of several statements in a line the one that ran most.
                *line = runs.max(*line);
                for offset in decisions(covered.source.lib.code(), statement) {
                    self.branches.push((statement.line, offset, count(offset)));
                }
            }
        }
    }

    fn write(&self, name: &str, text: &mut String) -> std::fmt::Result {
        writeln!(text, "TN:\nSF:{name}")?;
        for (line, name, _) in &self.routines {
            writeln!(text, "FN:{line},{name}")?;
        }
        for (_, name, runs) in &self.routines {
            writeln!(text, "FNDA:{runs},{name}")?;
        }
        let hit = self.routines.iter().filter(|(_, _, runs)| *runs > 0).count();
        writeln!(text, "FNF:{}\nFNH:{hit}", self.routines.len())?;
        let mut hit = 0;
        for (line, place, count) in &self.branches {
            let ways = [count.with_true, count.runs.saturating_sub(count.with_true)];
            for (way, taken) in ways.into_iter().enumerate() {
                match count.runs {
                    0 => writeln!(text, "BRDA:{line},{place},{way},-")?,
                    _ => writeln!(text, "BRDA:{line},{place},{way},{taken}")?,
                }
                hit += usize::from(taken > 0);
            }
        }
        writeln!(text, "BRF:{}\nBRH:{hit}", 2 * self.branches.len())?;
        for (line, runs) in &self.lines {
            writeln!(text, "DA:{line},{runs}")?;
        }
        let hit = self.lines.values().filter(|runs| **runs > 0).count();
        writeln!(text, "LF:{}\nLH:{hit}\nend_of_record", self.lines.len())
    }
}

/// Where the instructions of a statement stand that go one way or the other.
///
/// An instruction of a host, whose length is not known here, is alone in its statement or the one before
/// the last.
fn decisions(code: &[u8], statement: &Statement<'_>) -> Vec<usize> {
    let mut decisions = Vec::new();
    let mut offset = usize::from(statement.offset);
    while offset < statement.end() {
        let decoded = decode_at::<NoExtension>(code, offset);
        match decoded.instr {
            Instr::Jif { .. } | Instr::Test => decisions.push(offset),
            Instr::Verbatim(_) => {
                // Behind it there can only be the `test` of a `require`, which takes a byte, perhaps
                // behind an `inv`.
                let last = statement.end() - 1;
                if last > offset && statement.text.starts_with("require") {
                    decisions.push(last);
                }
                return decisions;
            }
            _ => {}
        }
        offset += decoded.length;
    }
    decisions
}
