//! What rust-analyzer finds wrong in a package and in what it depends on by path, by its own command: nothing
//! may be.
//!
//! One fault is its own. It does not find an associated item of a type that has an expression as its constant
//! argument, `Fields<{ Row::Add as usize }>::ALL`, of which `define_isa!` has one for each row of the table, and
//! calls each of them an error.

use std::io;
use std::path::Path;
use std::process::Command;

/// The file and the code of the fault that is rust-analyzer's own.
const UPSTREAM: [&str; 2] = ["aluvm-core/src/isa/table.rs", "E0599"];
/// Code that is left out under the features of the package is no fault.
const NOTICE: &str = "inactive-code";

/// The lines of `rust-analyzer diagnostics` that name something wrong.
pub(crate) fn of(package: &Path) -> io::Result<Vec<String>> {
    let output = Command::new("rust-analyzer").arg("diagnostics").arg(package).output()?;
    let text = String::from_utf8_lossy(&output.stdout);
    if !text.contains("diagnostic scan complete") {
        return Ok(vec![String::from_utf8_lossy(&output.stderr).into_owned()]);
    }
    let is_upstream = |line: &&str| UPSTREAM.iter().all(|part| line.contains(part));
    let found =
        text.split(['\r', '\n']).filter_map(|line| line.find("at crate ").map(|at| &line[at..]));
    let found = found.filter(|line| !line.contains(NOTICE) && !is_upstream(line));
    Ok(found.map(str::to_owned).collect())
}
