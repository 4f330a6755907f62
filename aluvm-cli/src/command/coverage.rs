//! `alu coverage`: adds up what the tests ran, and writes it as LCOV.

use std::path::PathBuf;

use aluvm_core::call::coverage;

use crate::console::Console;
use crate::failure::Failure;
use crate::{lcov, output};

/// Writes as LCOV what the tests of contracts in Rust ran.
///
/// Run the tests with ALUVM_COVERAGE=DIRECTORY in the environment first; an absolute path, because each
/// package's tests run in a directory of their own. The paths in the report are those of the compiler:
/// read it in the root of the workspace.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The directory that ALUVM_COVERAGE named.
    directory: PathBuf,
    /// The file to write; standard output without it.
    #[arg(short, long)]
    output: Option<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments, console: &Console) -> Result<(), Failure> {
    let directory = &arguments.directory;
    let covered = coverage::read(directory).map_err(Failure::file("read", directory))?;
    let report = lcov::report(&covered);
    if covered.is_empty() {
        console.say(&format!("no typed call was recorded in {}", directory.display()));
    }
    for (name, file) in &report.outdated {
        console.say(&format!(
            "left out an older state of `{name}` in {file}, which has changed since"
        ));
    }
    let output = arguments.output.as_deref().unwrap_or("-".as_ref());
    output::write(output, report.text.as_bytes())
}
