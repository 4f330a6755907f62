//! Rows of cases, in the notation of `conformance/` with the name of a routine in place of a program:
//!
//! ```text
//! # paying out
//! balance=500 amount=499 age=6 | withdraw | rest=1
//! balance=500 amount=501 age=6 | withdraw | refused=Overspent
//!
//! balance amount age | withdraw | rest
//! 500     499    6   |          | 1
//! ```
//!
//! A line without `=` at the beginning of the file or behind an empty line is the heading of a table.

use std::fmt::{self, Display, Formatter};

/// A case.
#[derive(Debug)]
pub(super) struct Row {
    /// Its line, from 1.
    pub(super) line: usize,
    /// Whether it stands in a table.
    pub(super) is_cells: bool,
    pub(super) inputs: Vec<(String, String)>,
    pub(super) routine: String,
    pub(super) expected: Vec<(String, String)>,
}

/// The names of the columns.
struct Heading {
    inputs: Vec<String>,
    routine: String,
    expected: Vec<String>,
}

/// What stands in a cell for which there is nothing.
const NOTHING: &str = "-";

/// Why a line is no case.
#[derive(Debug)]
pub(super) enum RowError {
    /// It has more or fewer than three parts.
    Parts,
    /// Some words name what they set, and others do not.
    Mixed,
    /// A side has more or fewer values than the heading has columns there.
    Cells { columns: usize, values: usize },
    /// The complexity limit is no number.
    Limit { text: String },
}

impl Display for RowError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            RowError::Parts => f.write_str("a case is `inputs | routine | outputs`"),
            RowError::Mixed => f.write_str("some words are `name=value`, and others not"),
            RowError::Cells { columns, values } => {
                let plural = |number| if number == 1 { "" } else { "s" };
                let (of_columns, of_values) = (plural(*columns), plural(*values));
                write!(f, "the heading has {columns} column{of_columns} here, ")?;
                write!(f, "the row has {values} value{of_values}")?;
                if values < columns {
                    write!(f, "; `{NOTHING}` is a cell for which there is nothing")?;
                }
                Ok(())
            }
            RowError::Limit { text } => write!(f, "`cl0` is a number, not `{text}`"),
        }
    }
}

impl Row {
    /// The inputs without the complexity limit.
    pub(super) fn assignments(&self) -> Vec<String> {
        let inputs = self.inputs.iter().filter(|(name, _)| name != "cl0");
        inputs.map(|(name, value)| format!("{name}={value}")).collect()
    }

    /// The complexity limit.
    pub(super) fn limit(&self) -> Result<Option<u64>, RowError> {
        let limit = self.inputs.iter().find(|(name, _)| name == "cl0");
        let limit =
            limit.map(|(_, text)| text.parse().map_err(|_| RowError::Limit { text: text.clone() }));
        limit.transpose()
    }
}

/// The cases of a text, or the line that is wrong and why.
pub(super) fn rows(text: &str) -> Result<Vec<Row>, (usize, RowError)> {
    let mut rows = Vec::new();
    let mut heading: Option<Heading> = None;
    for (number, line) in text.lines().enumerate() {
        let number = number + 1;
        let line = line.trim();
        if line.is_empty() {
            heading = None;
        }
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let wrong = |error: RowError| (number, error);
        let mut sides = line.split('|');
        let (Some(left), Some(routine), Some(right), None) =
            (sides.next(), sides.next(), sides.next(), sides.next())
        else {
            return Err(wrong(RowError::Parts));
        };
        let routine = routine.trim().to_owned();
        let (left, right) = (words(left), words(right));
        let is_plain = left.iter().chain(&right).all(|word| assignment(word).is_some());
        match &heading {
            Some(heading) if !is_plain || left.len() + right.len() == 0 => {
                let inputs = cells(&heading.inputs, &left).map_err(wrong)?;
                let expected = cells(&heading.expected, &right).map_err(wrong)?;
                let routine = if routine.is_empty() { heading.routine.clone() } else { routine };
                rows.push(Row { line: number, is_cells: true, inputs, routine, expected });
            }
            None if !is_plain => {
                if left.iter().chain(&right).any(|word| assignment(word).is_some()) {
                    return Err(wrong(RowError::Mixed));
                }
                heading = Some(Heading { inputs: left, routine, expected: right });
            }
            _ => {
                let pairs =
                    |words: &[String]| words.iter().filter_map(|word| assignment(word)).collect();
                let (inputs, expected) = (pairs(&left), pairs(&right));
                rows.push(Row { line: number, is_cells: false, inputs, routine, expected });
            }
        }
    }
    Ok(rows)
}

fn words(side: &str) -> Vec<String> {
    side.split_whitespace().map(str::to_owned).collect()
}

/// `name=value`. What is in quotes is a value.
fn assignment(word: &str) -> Option<(String, String)> {
    let (name, value) = word.split_once('=')?;
    (!name.contains('"')).then(|| (name.into(), value.into()))
}

/// The cells of a row under the names of their columns.
fn cells(columns: &[String], words: &[String]) -> Result<Vec<(String, String)>, RowError> {
    if columns.len() != words.len() {
        return Err(RowError::Cells { columns: columns.len(), values: words.len() });
    }
    let cells = columns.iter().cloned().zip(words.iter().cloned());
    Ok(cells.filter(|(_, value)| value != NOTHING).collect())
}
