//! Why a subcommand does not say yes, and the exit code that says so.

use std::io;
use std::path::Path;
use std::process::ExitCode;

use aluvm_core::library::ProgramError;

/// Why a subcommand does not say yes.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The verdict is no, and it has been said why.
    No,
    /// The command line asks for what does not go together.
    Usage(String),
    /// A text or a library was refused, and it has been said why.
    Refused,
    /// A program cannot be built.
    Program(ProgramError),
    /// Input or output failed.
    File {
        /// What was tried.
        does: &'static str,
        /// With which file.
        name: String,
        /// Why it failed.
        error: io::Error,
    },
}

impl Failure {
    /// That something cannot be done with a file.
    pub(crate) fn file(does: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Failure {
        let name = path.display().to_string();
        move |error| Failure::File { does, name, error }
    }

    /// What is left to say.
    pub(crate) fn message(&self) -> Option<String> {
        match self {
            Failure::Usage(message) => Some(message.clone()),
            Failure::No | Failure::Refused => None,
            Failure::Program(error) => Some(format!("the program cannot be built: {error}")),
            Failure::File { does, name, error } => Some(format!("cannot {does} {name}: {error}")),
        }
    }

    /// The code that the process ends with.
    pub(crate) fn code(&self) -> ExitCode {
        ExitCode::from(match self {
            Failure::No => 1,
            Failure::Usage(_) => 2,
            Failure::Refused => 3,
            Failure::Program(_) => 4,
            Failure::File { .. } => 5,
        })
    }
}
