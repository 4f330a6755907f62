//! What a word of a library can be.

use crate::isa::Register;

/// What a word is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Word {
    /// A word of the language.
    Keyword,
    /// The mnemonic of an instruction.
    Mnemonic,
    /// The flags behind its dot.
    Flags,
    /// The size of a constant.
    Size,
    /// A register; of `a64[0]` the word is `a64`.
    Register(Register),
    /// A name.
    Name {
        /// What it stands for.
        kind: NameKind,
        /// The token that defines it, which may be this one.
        definition: usize,
    },
    /// A routine of another library, behind the name of that.
    Callee {
        /// The item that imports the library.
        import: usize,
    },
}

/// What a name stands for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum NameKind {
    /// A constant.
    Constant,
    /// A register, by `let`.
    Alias,
    /// A register that is an input or output.
    Parameter,
    /// The `enum` of errors.
    Errors,
    /// An error.
    Error,
    /// A routine.
    Routine,
    /// A place in a routine.
    Label,
    /// Another library.
    Import,
}
