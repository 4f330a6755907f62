//! The complexity of each case, in a file that is compared: a line each, the number before the case.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::output;

/// The numbers in a file.
pub(super) struct Costs {
    path: PathBuf,
    known: BTreeMap<String, u64>,
}

impl Costs {
    /// Reads the file, which is empty if it is about to be written.
    pub(super) fn read(path: &Path, is_written: bool) -> Result<Costs, Failure> {
        let text = match fs::read_to_string(path) {
            Err(error) if is_written && error.kind() == io::ErrorKind::NotFound => String::new(),
            read => read.map_err(Failure::file("read", path))?,
        };
        let lines = text.lines().filter_map(|line| line.trim().split_once(' '));
        let known = lines.filter_map(|(cost, key)| Some((key.into(), cost.parse().ok()?)));
        Ok(Costs { path: path.into(), known: known.collect() })
    }

    /// What differs by more percent than is permitted, a line each.
    pub(super) fn compare(&self, found: &[(String, u64)], tolerance: u64) -> String {
        let mut text = String::new();
        for (key, cost) in found {
            let differs = |known: &u64| {
                let change = u128::from(known.abs_diff(*cost));
                100 * change > u128::from(tolerance) * u128::from(*known)
            };
            // A string takes what is written into it.
            match self.known.get(key) {
                None => {
                    let _ = writeln!(text, "{key}\n    costs {cost}, which is not in the file\n");
                }
                Some(known) if differs(known) => {
                    let _ = writeln!(text, "{key}\n    costs {cost} in place of {known}\n");
                }
                Some(_) => {}
            }
        }
        let gone = self.known.keys().filter(|key| !found.iter().any(|(found, _)| found == *key));
        for key in gone {
            let _ = writeln!(text, "{key}\n    is in the file of costs, and no case\n");
        }
        text
    }

    /// Writes what was found.
    pub(super) fn write(&self, found: &[(String, u64)]) -> Result<(), Failure> {
        let lines: String = found.iter().map(|(key, cost)| format!("{cost} {key}\n")).collect();
        output::write(&self.path, lines.as_bytes())
    }
}
