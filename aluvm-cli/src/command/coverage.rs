//! `alu coverage`: adds up what the tests ran, and writes it as LCOV.

use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::io::{self, Write};
use std::path::PathBuf;
use std::{fs, process};

use aluvm_core::call::coverage;

use crate::lcov;

/// Writes what tests covered of contracts as LCOV, which genhtml and editors show.
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

/// Why there is no report.
#[derive(Debug)]
pub(crate) struct Failure {
    path: PathBuf,
    does: &'static str,
    error: io::Error,
}

impl Display for Failure {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "cannot {} {}: {}", self.does, self.path.display(), self.error)
    }
}

impl Error for Failure {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.error)
    }
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let fails = |path: &PathBuf, does| {
        let path = path.clone();
        move |error| Failure { path, does, error }
    };
    let directory = &arguments.directory;
    let covered = coverage::read(directory).map_err(fails(directory, "read"))?;
    let report = lcov::report(&covered);
    if covered.is_empty() {
        eprintln!("alu: no typed call was recorded in {}", directory.display());
    }
    for (name, file) in &report.outdated {
        eprintln!("alu: left out an older state of `{name}` in {file}, which has changed since");
    }
    match &arguments.output {
        Some(output) => fs::write(output, report.text).map_err(fails(output, "write")),
        None => match io::stdout().write_all(report.text.as_bytes()) {
            // Whoever reads has read enough.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => process::exit(0),
            written => written.map_err(fails(&"standard output".into(), "write to")),
        },
    }
}
