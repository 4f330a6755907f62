//! A run with all that it takes to repeat it.

mod text;

use alloc::borrow::Cow;
use alloc::vec::Vec;

pub use self::text::{CaseError, CaseErrorKind};
use super::Module;
use crate::contract::description::Description;
use crate::isa::Register;
use crate::library::{Lib, LibId, LibSite, Program, ProgramError};
use crate::profile::Profile;
use crate::vm::{Effects, Outcome, Registers, Session, Value};

/// A run of a routine that ended as it should not have, with all that it takes to repeat it.
///
/// `Display` writes it as text, in the notation of `conformance/`, and `FromStr` reads it. With
/// `ALUVM_CASES=directory` in the environment each typed call that fails writes such a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Case {
    /// The libraries, that of the routine first.
    pub sources: Vec<Source>,
    /// Where the routine begins.
    pub entry: LibSite,
    /// What the machine does that runs it.
    pub profile: Profile,
    /// The registers that were defined at the beginning.
    pub inputs: Vec<(Register, Value)>,
    /// The complexity limit.
    pub limit: Option<u64>,
    /// What the host's instructions did; none if there were some and it was not recorded, and then the
    /// run cannot be repeated.
    pub effects: Option<Effects>,
    /// How the run ended.
    pub outcome: Outcome,
}

/// A library and what its source says of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// The library.
    pub lib: Lib,
    /// The binary form of its description; empty if there is none.
    pub description: Cow<'static, [u8]>,
}

impl From<&'static Module> for Source {
    fn from(module: &'static Module) -> Source {
        Source { lib: module.lib.clone(), description: Cow::Borrowed(module.description) }
    }
}

impl Source {
    /// The description; an empty one if there is none that can be read.
    pub fn describe(&self) -> Description<'_> {
        Description::from_bytes(&self.description).unwrap_or_default()
    }
}

impl Case {
    /// The source of a library.
    pub fn source(&self, lib: LibId) -> Option<&Source> {
        self.sources.iter().find(|source| source.lib.id() == lib)
    }

    /// A program on which the run can be repeated, whatever extensions the libraries name.
    ///
    /// # Errors
    /// If a library is missing or has no code, or there are too many.
    pub fn program(&self) -> Result<Program, ProgramError> {
        let libs = self.sources.iter().map(|source| source.lib.clone());
        Program::link_recorded(self.entry, libs, self.profile)
    }

    /// The registers with which the run begins.
    pub fn registers(&self) -> Registers {
        let mut registers = Registers::new();
        registers.set_cl0(self.limit);
        for (register, value) in &self.inputs {
            // A machine had them.
            let is_set = registers.set(*register, value.clone());
            debug_assert_eq!(is_set, Ok(()));
        }
        registers
    }

    /// The run once more, step by step, on its [`program`](Case::program). The host's instructions do
    /// what they did. None if that was not recorded.
    pub fn session<'p>(&self, program: &'p Program) -> Option<Session<'p>> {
        let effects = self.effects.clone()?;
        Some(Session::replay(program, self.entry, self.registers(), effects))
    }

    /// Runs it again to its end. None if what the host's instructions did was not recorded.
    ///
    /// # Errors
    /// As [`Case::program`].
    pub fn replay(&self) -> Result<Option<Outcome>, ProgramError> {
        let program = self.program()?;
        Ok(self.session(&program).and_then(|mut session| session.run_until(|_| false)))
    }
}
