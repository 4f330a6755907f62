//! What comes after an instruction.

use crate::isa::LibraryRef;

/// Where the program goes on after an instruction, or why it does not.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Next {
    /// At the instruction behind.
    Following,
    /// At an offset of this library.
    Jump(u16),
    /// At an offset of this library; `ret` comes back behind the instruction.
    Routine(u16),
    /// At an offset of another library; `ret` comes back behind the instruction.
    Call(u16, LibraryRef),
    /// At an offset of another library, for good.
    Exec(u16, LibraryRef),
    /// Behind the last `routine` or `call`; if there was none, the program has finished.
    Return,
    /// Nowhere: the program fails.
    Fail(Failure),
}

/// Why a program fails.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Failure {
    /// The instruction `fail`.
    Fail,
    /// The instruction `test`, while `st0` is false.
    Test,
    /// A reserved instruction: an unknown opcode, or an unused bit that is set.
    Reserved,
    /// There is no code here: the program ran past the end of the library, or jumped there.
    EndOfCode,
    /// The instruction names a library by an index that its library's libs segment does not have,
    /// or a library that is not part of the program.
    MissingLibrary,
    /// An instruction of the host's extension stopped the program.
    Extension,
    /// The machine whose profile the program has panics here.
    Panic,
    /// The machine whose profile the program has never gets past this instruction.
    Hang,
}

impl core::fmt::Display for Failure {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Failure::Fail => "the program failed by `fail`",
            Failure::Test => "`test` found st0 false",
            Failure::Reserved => "a reserved instruction does not run",
            Failure::EndOfCode => "there is no code here",
            Failure::MissingLibrary => "the library called is not part of the program",
            Failure::Extension => "an extension instruction stopped the program",
            Failure::Panic => "the deployed machine panics here",
            Failure::Hang => "the deployed machine never gets past this instruction",
        })
    }
}
