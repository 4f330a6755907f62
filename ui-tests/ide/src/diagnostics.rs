//! What rust-analyzer finds wrong in a package and in what it depends on by path, by its own command: nothing
//! may be, but for the faults of rust-analyzer that are listed here with their reasons.

use std::io;
use std::path::Path;
use std::process::Command;

/// Faults of rust-analyzer itself: a part of the file's path, and of what it says.
const UPSTREAM: [[&str; 2]; 7] = [
    // Associated items of a type with an expression as its constant argument, `Fields<{ Row::Add as usize }>`,
    // of which `define_isa!` has one for each row, are not found.
    ["aluvm-core/src/isa/table.rs", "E0599"],
    // `#[path]` does not lead into another package, nor do imports from such a module.
    ["tests/contracts/", "E0583"],
    ["tests/contracts/", "E0432"],
    ["tests/floats/mandelbrot.rs", "E0"],
    // What `prop_oneof!` uses counts as unused.
    ["tests/interpreter/structured.rs", "unused_variables"],
    // `[tag, tag].concat()` gets the type `[u8]`.
    ["tests/judge/src/library.rs", "E0599"],
    // An expression that one macro hands on to another loses the invisible group around it.
    ["ui-tests/renamed/lib.rs", "xpr"],
];
/// Code that is left out under the features of the package is no fault.
const NOTICE: &str = "inactive-code";

/// The lines of `rust-analyzer diagnostics` that name something wrong.
pub(crate) fn of(package: &Path) -> io::Result<Vec<String>> {
    let output = Command::new("rust-analyzer").arg("diagnostics").arg(package).output()?;
    let text = String::from_utf8_lossy(&output.stdout);
    if !text.contains("diagnostic scan complete") {
        return Ok(vec![String::from_utf8_lossy(&output.stderr).into_owned()]);
    }
    let is_upstream =
        |line: &&str| UPSTREAM.iter().any(|parts| parts.iter().all(|part| line.contains(part)));
    let found =
        text.split(['\r', '\n']).filter_map(|line| line.find("at crate ").map(|at| &line[at..]));
    let found = found.filter(|line| !line.contains(NOTICE) && !is_upstream(line));
    Ok(found.map(str::to_owned).collect())
}
