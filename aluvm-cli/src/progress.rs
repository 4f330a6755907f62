//! How far long work is: a line on a terminal, which is gone when the work is done.

use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use crate::console;

/// How long nobody needs to be told anything.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often the line is written anew.
const PACE: Duration = Duration::from_millis(100);

/// How long the bar is, in characters.
const WIDTH: usize = 40;

/// Work that consists of many parts.
pub(crate) struct Progress {
    is_terminal: bool,
    begun: Instant,
    /// When the line is due, from the beginning.
    due: Duration,
    done: usize,
    total: usize,
}

impl Progress {
    /// Shows on a terminal how far the work is, and nothing elsewhere.
    pub(crate) fn new() -> Progress {
        let is_terminal = io::stderr().is_terminal();
        Progress { is_terminal, begun: Instant::now(), due: PATIENCE, done: 0, total: 0 }
    }

    /// There is more to do.
    pub(crate) fn add(&mut self, parts: usize) {
        self.total += parts;
    }

    /// One part is done.
    pub(crate) fn step(&mut self) {
        self.done += 1;
        if self.is_terminal && self.begun.elapsed() >= self.due {
            self.due = self.begun.elapsed() + PACE;
            console::write(&self.line());
        }
    }

    fn line(&self) -> String {
        let total = self.total.max(self.done).max(1);
        let filled = WIDTH * self.done / total;
        format!("\r[{:<WIDTH$}] {}/{total}", "#".repeat(filled), self.done)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.due > PATIENCE {
            console::write("\r\x1b[K");
        }
    }
}
