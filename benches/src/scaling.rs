//! What happens to the cost when there is more of something: instructions executed, libraries, bytes of
//! a program, threads. Each module measures one of them and answers a table.

pub mod building;
pub mod executed;
pub mod libraries;
pub mod memory;
pub mod threads;

use std::fmt;
use std::time::Duration;

use crate::measure::now;
use crate::table::number;

/// A table in Markdown.
#[derive(Debug)]
pub struct Table {
    title: &'static str,
    columns: &'static [&'static str],
    rows: Vec<Vec<String>>,
}

impl Table {
    fn new(title: &'static str, columns: &'static [&'static str]) -> Table {
        Table { title, columns, rows: Vec::new() }
    }

    fn row(&mut self, cells: impl Into<Vec<String>>) {
        self.rows.push(cells.into());
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "### {}\n", self.title)?;
        writeln!(f, "| {} |", self.columns.join(" | "))?;
        writeln!(f, "|{}", "--:|".repeat(self.columns.len()))?;
        self.rows.iter().try_for_each(|row| writeln!(f, "| {} |", row.join(" | ")))
    }
}

/// The least processor time of some runs: noise only ever adds to it.
fn least(rounds: usize, mut run: impl FnMut()) -> Duration {
    let time = |_| {
        let start = now();
        run();
        now().saturating_sub(start)
    };
    (0..rounds).map(time).min().unwrap_or_default()
}

/// A duration in the unit that suits it.
fn duration(nanoseconds: f64) -> String {
    match nanoseconds {
        ..1e3 => format!("{} ns", number(nanoseconds)),
        ..1e6 => format!("{} µs", number(nanoseconds / 1e3)),
        ..1e9 => format!("{} ms", number(nanoseconds / 1e6)),
        _ => format!("{} s", number(nanoseconds / 1e9)),
    }
}

/// Separates thousands.
fn whole(number: u64) -> String {
    crate::table::group(&number.to_string())
}
