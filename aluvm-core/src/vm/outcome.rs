//! How a run ended.

use core::fmt;

use super::exec::Failure;
use crate::library::LibSite;

/// The result of a run: whether it succeeded, where it stopped and why.
///
/// ```
/// use aluvm_core::library::Program;
/// use aluvm_core::vm::{Stop, Vm};
///
/// let program = Program::new("nop; again: jmp again;".parse()?)?;
/// let outcome = Vm::new().run(&program);
/// assert!(!outcome.is_success());
/// assert_eq!((outcome.stop, outcome.site.offset), (Stop::JumpLimit, 1));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[must_use = "a program that failed is an outcome, not an error"]
pub struct Outcome {
    /// `st0` at the stop: the result of the program.
    pub status: bool,
    /// Why the program stopped.
    pub stop: Stop,
    /// The instruction after which it stopped, or past the end of the code, the place reached.
    pub site: LibSite,
}

impl Outcome {
    /// Whether the program ended with `st0` true.
    pub fn is_success(&self) -> bool {
        self.status
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let result = if self.status { "success" } else { "failure" };
        write!(f, "{result}: {} at {}", self.stop, self.site)
    }
}

/// Why a program stopped.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Stop {
    /// It came to a `ret` with nothing to return to. `st0` is what the program made it.
    Finished,
    /// It failed; `st0` is false.
    Failed(Failure),
    /// It ran out of code, which ends a program of its [profile](crate::profile::EndOfCode::Ends).
    /// `st0` is what the program made it.
    CodeEnded,
    /// It called a library that is not there, which ends a program of its
    /// [profile](crate::profile::MissingLibrary::Ends). `st0` is what the program made it.
    LibraryAbsent,
    /// It came to a jump after 65535 others; `st0` is false. The jump is not counted in `cy0`.
    JumpLimit,
    /// Its complexity reached the limit; `st0` is false. The instruction that reached it has been
    /// executed.
    ComplexityLimit,
}

impl Stop {
    /// All ways to stop.
    pub const ALL: [Stop; 13] = [
        Stop::Finished,
        Stop::JumpLimit,
        Stop::ComplexityLimit,
        Stop::Failed(Failure::Fail),
        Stop::Failed(Failure::Test),
        Stop::Failed(Failure::Reserved),
        Stop::Failed(Failure::EndOfCode),
        Stop::Failed(Failure::MissingLibrary),
        Stop::Failed(Failure::Extension),
        Stop::CodeEnded,
        Stop::LibraryAbsent,
        Stop::Failed(Failure::Panic),
        Stop::Failed(Failure::Hang),
    ];

    /// Its name in the rows of `conformance/`.
    pub const fn name(self) -> &'static str {
        match self {
            Stop::Finished => "finished",
            Stop::JumpLimit => "jumps",
            Stop::ComplexityLimit => "complexity",
            Stop::Failed(Failure::Fail) => "fail",
            Stop::Failed(Failure::Test) => "test",
            Stop::Failed(Failure::Reserved) => "reserved",
            Stop::Failed(Failure::EndOfCode) => "end",
            Stop::Failed(Failure::MissingLibrary) => "missing",
            Stop::Failed(Failure::Extension) => "extension",
            Stop::CodeEnded => "code_ended",
            Stop::LibraryAbsent => "library_absent",
            Stop::Failed(Failure::Panic) => "panic",
            Stop::Failed(Failure::Hang) => "hang",
        }
    }

    /// Whether `st0` is what the program made it; false where the stop itself made it false.
    pub const fn keeps_status(self) -> bool {
        matches!(self, Stop::Finished | Stop::CodeEnded | Stop::LibraryAbsent)
    }

    /// The way to stop with this name.
    pub fn from_name(name: &str) -> Option<Stop> {
        Stop::ALL.into_iter().find(|stop| stop.name() == name)
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Stop::Finished => f.write_str("the program finished"),
            Stop::Failed(failure) => write!(f, "{failure}"),
            Stop::CodeEnded => f.write_str("the program ran out of code"),
            Stop::LibraryAbsent => f.write_str("the program called a library that is not there"),
            Stop::JumpLimit => f.write_str("the program jumped too often"),
            Stop::ComplexityLimit => f.write_str("the complexity reached its limit"),
        }
    }
}
