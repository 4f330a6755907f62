//! From instructions to a library and back.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt::{self, Display, Formatter};

use super::{IsaId, IsaIdError, Isae, IsaeError, Lib, LibError, Libs};
use crate::codec::{self, EncodeError, Segments};
use crate::isa::{FORMS, Form, Instr, InstructionSet, ids};
use crate::profile::Profile;

impl Lib {
    /// Makes a library of instructions. It names `ALU` and the extensions whose instructions it uses.
    ///
    /// # Errors
    /// If code, data, libraries or extensions pass their limits, or a constant does not have the width
    /// of its register.
    pub fn assemble(instrs: &[Instr]) -> Result<Self, AssembleError> {
        let mut used = Used::default();
        let segments =
            codec::lay_out(instrs, &[], BTreeSet::new(), |instr, opcode| used.add(instr, opcode));
        Self::of_segments(used.isae()?, segments?)
    }

    /// Makes a library that names exactly the given extensions, such as those that a network demands
    /// of all its libraries; errors as [`Lib::assemble`].
    pub fn assemble_as(instrs: &[Instr], isae: Isae) -> Result<Self, AssembleError> {
        Self::of_segments(isae, codec::encode(instrs, &[], BTreeSet::new())?)
    }

    fn of_segments(isae: Isae, segments: Segments) -> Result<Self, AssembleError> {
        let Segments { code, data, libs } = segments;
        Ok(Lib::new(isae, code, data, Libs::new(libs)?)?)
    }

    /// The same for a machine that does what a profile says; errors as [`Lib::assemble`].
    ///
    /// With [`Decoding::Lenient`](crate::profile::Decoding::Lenient) what follows an instruction that ends
    /// with half a byte begins there. No offset leads to such a place, so that jumps there are not possible.
    pub fn assemble_with_profile(
        instrs: &[Instr],
        isae: Isae,
        profile: &Profile,
    ) -> Result<Self, AssembleError> {
        Self::of_segments(isae, codec::encode_for(profile, instrs, &[], BTreeSet::new())?)
    }

    /// Makes a library for a machine with a profile and the extension `E`. On a network all libraries name
    /// the same extensions of the instruction set: those that its machine has.
    ///
    /// ```
    /// use aluvm_core::isa::{Instr, NoExtension};
    /// use aluvm_core::library::Lib;
    /// use aluvm_core::profile::Profile;
    ///
    /// let lib = Lib::assemble_for::<NoExtension>(&[Instr::Ret], &Profile::RGB_0_11)?;
    /// assert_eq!(lib.isae().to_string(), "ALU BPDIGEST");
    /// // There `nop` is read again for ever.
    /// assert!(Lib::assemble_for::<NoExtension>(&[Instr::Nop], &Profile::RGB_0_11).is_err());
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`Lib::assemble`], and if the machine does not have one of the instructions.
    pub fn assemble_for<E: InstructionSet>(
        instrs: &[Instr],
        profile: &Profile,
    ) -> Result<Self, AssembleError> {
        check_profile(instrs, profile)?;
        Self::assemble_with_profile(instrs, isae_for::<E>(instrs, profile)?, profile)
    }

    /// The instructions from the beginning of the code to its end, those of the extension `E` included.
    /// Whatever the code is, encoding them over the same data and libraries gives it back.
    pub fn disassemble<E: InstructionSet>(&self) -> Vec<Instr> {
        codec::decode::<E>(&self.code, &self.data, &self.libs.iter().collect())
    }

    /// The same for a machine with a profile. What it ignores, such as unused bits that are set, is kept as
    /// bytes.
    pub fn disassemble_for<E: InstructionSet>(&self, profile: &Profile) -> Vec<Instr> {
        let libs = self.libs.iter().collect();
        codec::decode_all_for::<E>(profile, &self.code, &self.data, &libs)
    }
}

/// Checks that a machine with a profile has all of these instructions.
fn check_profile(instrs: &[Instr], profile: &Profile) -> Result<(), AssembleError> {
    let is_missing = |instr: &Instr| match instr {
        Instr::Verbatim(_) | Instr::Extension(_) => false,
        _ => instr.form().is_some_and(|form| !profile.has(form)),
    };
    match instrs.iter().position(is_missing) {
        Some(instr) => Err(AssembleError::NotInProfile { instr, profile: *profile }),
        None => Ok(()),
    }
}

/// The extensions that a library of these instructions names.
pub(crate) fn isae_for<E: InstructionSet>(
    instrs: &[Instr],
    profile: &Profile,
) -> Result<Isae, AssembleError> {
    let Some(base) = profile.isae() else { return used_extensions(instrs) };
    let names = base.iter().copied().chain(ids::<E>());
    let ids =
        names.map(|name| IsaId::new(name).map_err(|error| AssembleError::IsaId { name, error }));
    Ok(Isae::new_for(ids.collect::<Result<Vec<_>, _>>()?, profile)?)
}

/// `ALU` and the extensions whose instructions these are.
pub(crate) fn used_extensions(instrs: &[Instr]) -> Result<Isae, AssembleError> {
    let mut used = Used::default();
    for instr in instrs {
        used.add(instr, instr.form().map_or(0, |form| form.opcode));
    }
    used.isae()
}

/// Of which extensions instructions are.
struct Used {
    /// Those of the base table, by opcode.
    opcodes: [bool; 256],
    /// Others.
    names: BTreeSet<&'static str>,
}

impl Default for Used {
    fn default() -> Used {
        Used { opcodes: [false; 256], names: BTreeSet::new() }
    }
}

impl Used {
    #[inline]
    fn add(&mut self, instr: &Instr, opcode: u8) {
        match instr {
            Instr::Verbatim(_) => {}
            Instr::Extension(instr) => {
                self.names.insert(instr.form().isae);
            }
            _ => self.opcodes[usize::from(opcode)] = true,
        }
    }

    fn isae(self) -> Result<Isae, AssembleError> {
        let is_used = |form: &&Form| self.opcodes[usize::from(form.opcode)];
        let mut names = self.names;
        let used = FORMS.iter().filter(|form| !form.isae.is_empty()).filter(is_used);
        names.extend(used.map(|form| form.isae));
        let mut ids = Vec::from([IsaId::ALU]);
        for name in names {
            ids.push(IsaId::new(name).map_err(|error| AssembleError::IsaId { name, error })?);
        }
        Ok(Isae::new(ids)?)
    }
}

/// Why instructions do not make a library.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum AssembleError {
    /// They cannot be laid out.
    Encode(EncodeError),
    /// An extension has a malformed id.
    IsaId {
        /// The id that the extension gives itself.
        name: &'static str,
        /// What is wrong with it.
        error: IsaIdError,
    },
    /// The machine with the profile does not have an instruction.
    NotInProfile {
        /// The number of the instruction, counted from zero.
        instr: usize,
        /// The profile.
        profile: Profile,
    },
    /// They use too many extensions.
    Isae(IsaeError),
    /// Their segments pass a limit.
    Lib(LibError),
}

impl From<EncodeError> for AssembleError {
    fn from(error: EncodeError) -> Self {
        AssembleError::Encode(error)
    }
}

impl From<IsaeError> for AssembleError {
    fn from(error: IsaeError) -> Self {
        AssembleError::Isae(error)
    }
}

impl From<LibError> for AssembleError {
    fn from(error: LibError) -> Self {
        AssembleError::Lib(error)
    }
}

impl Display for AssembleError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            AssembleError::Encode(error) => Display::fmt(error, f),
            AssembleError::IsaId { name, error } => write!(f, "extension `{name}`: {error}"),
            AssembleError::NotInProfile { instr, profile } => {
                write!(f, "instruction {instr} does not exist in the profile {profile}")
            }
            AssembleError::Isae(error) => Display::fmt(error, f),
            AssembleError::Lib(error) => Display::fmt(error, f),
        }
    }
}

impl Error for AssembleError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(match self {
            AssembleError::Encode(error) => error,
            AssembleError::IsaId { error, .. } => error,
            AssembleError::NotInProfile { .. } => return None,
            AssembleError::Isae(error) => error,
            AssembleError::Lib(error) => error,
        })
    }
}
