//! What rust-analyzer finds wrong in a package, by its own command: nothing may be.

use std::io;
use std::path::Path;
use std::process::Command;

/// The lines of `rust-analyzer diagnostics` that name something wrong.
pub(crate) fn of(package: &Path) -> io::Result<Vec<String>> {
    let output = Command::new("rust-analyzer").arg("diagnostics").arg(package).output()?;
    let text = String::from_utf8_lossy(&output.stdout);
    let found = text.lines().filter(|line| line.contains("Diagnostic") || line.starts_with("at "));
    let mut found: Vec<String> = found.map(str::to_owned).collect();
    if found.is_empty() && !output.status.success() {
        found.push(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    Ok(found)
}
