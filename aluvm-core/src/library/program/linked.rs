//! The libraries of a program by number, checked, and who calls whom.

use alloc::vec::Vec;

use super::ProgramError;
use super::given::{ABSENT, Given, Index, Linkage};
use crate::isa::{InstructionSet, ids};
use crate::library::{IsaId, Lib, LibId, LibSite};
use crate::profile::{Extensions, MissingLibrary, Opcodes, Profile};
use crate::vm::{Place, SHIFTED};

/// The libraries of a program, and who calls whom.
#[derive(Debug)]
pub(crate) struct Linked {
    libs: Vec<Linkage>,
    index: Index,
    profile: Profile,
}

impl Linked {
    /// Follows the libs segments from the entry libraries, the first of which gets the number 0.
    pub(super) fn new(
        entries: &[LibSite],
        libs: impl Iterator<Item = (LibId, Lib)>,
        libs_max: usize,
        is_supported: fn(IsaId) -> bool,
        profile: Profile,
    ) -> Result<Linked, ProgramError> {
        check_build(&profile)?;
        let mut given = Given::new(libs);
        let admits_absent = profile.missing_library() == MissingLibrary::Ends;
        if given.libs.is_empty() && !admits_absent {
            return Err(ProgramError::Empty);
        }
        if entries.is_empty() {
            return Err(ProgramError::NoEntry);
        }
        let too_many = ProgramError::TooManyLibs { max: libs_max };
        for entry in entries {
            if given.reach(entry.lib).is_none() && !admits_absent {
                given.miss(entry.lib, None);
            }
            if given.count() > libs_max {
                return Err(too_many);
            }
        }
        for number in 0.. {
            given.check(number)?;
            let reached = given.libs.get(..given.reached).and_then(|libs| libs.get(number));
            let Some(Linkage { id, lib, .. }) = reached else { break };
            let id = *id;
            check(id, lib, is_supported, &profile)?;
            given.follow(number, admits_absent);
            if given.count() > libs_max {
                return Err(too_many);
            }
        }
        let Given { mut libs, reached, mut index, .. } = given;
        libs.truncate(reached);
        index.truncate(reached);
        Ok(Linked { libs, index, profile })
    }

    /// What the machine does that runs the program.
    #[inline]
    pub(crate) fn profile(&self) -> &Profile {
        &self.profile
    }

    /// The number of a library in the program.
    pub(crate) fn number(&self, id: LibId) -> Option<u16> {
        self.index.find(&self.libs, id).map(|number| number as u16)
    }

    /// Where a site is, if its library is there.
    pub(crate) fn place(&self, site: LibSite) -> Option<Place> {
        Some(Place { lib: self.number(site.lib)?, offset: site.offset })
    }

    fn linkage(&self, number: u16) -> Option<&Linkage> {
        self.libs.get(usize::from(number & !SHIFTED))
    }

    /// The library with a number.
    pub(crate) fn lib(&self, number: u16) -> Option<&Lib> {
        self.linkage(number).map(|linkage| &linkage.lib)
    }

    /// The number of the library that stands at an index of the libs segment of another.
    pub(crate) fn callee(&self, caller: u16, index: u8) -> Option<u16> {
        let calls = &self.linkage(caller)?.calls;
        calls.get(usize::from(index)).copied().filter(|number| *number != ABSENT)
    }

    /// The site of an offset in the library with a number.
    pub(crate) fn site(&self, number: u16, offset: u16) -> LibSite {
        let id = self.linkage(number).map(|linkage| linkage.id);
        LibSite { lib: id.unwrap_or(LibId::from_bytes([0; 32])), offset }
    }

    /// How many libraries there are.
    pub(crate) fn count(&self) -> usize {
        self.libs.len()
    }

    /// The libraries in the order of their numbers.
    pub(crate) fn libs(&self) -> impl ExactSizeIterator<Item = &Lib> {
        self.libs.iter().map(|linkage| &linkage.lib)
    }

    /// Their ids.
    pub(super) fn ids(&self) -> impl Iterator<Item = LibId> {
        self.libs.iter().map(|linkage| linkage.id)
    }
}

/// Checks what a library needs to run.
fn check(
    id: LibId,
    lib: &Lib,
    is_supported: fn(IsaId) -> bool,
    profile: &Profile,
) -> Result<(), ProgramError> {
    if profile.extensions() == Extensions::Ignored {
        return Ok(());
    }
    if lib.code().is_empty() {
        return Err(ProgramError::EmptyCode { lib: id });
    }
    match lib.isae().iter().find(|isa| !is_supported(*isa)) {
        Some(isa) => Err(ProgramError::UnsupportedExtension { lib: id, isa }),
        None => Ok(()),
    }
}

/// Checks that this build has all instructions of a profile, which are not asked of each library.
fn check_build(profile: &Profile) -> Result<(), ProgramError> {
    let needs_secp256k1 = profile.opcodes() == Opcodes::DigestsAndSecp256k1;
    let feature = match profile.opcodes() {
        Opcodes::All => return Ok(()),
        _ if !cfg!(feature = "digest") => "digest",
        _ if needs_secp256k1 && !cfg!(feature = "secp256k1") => "secp256k1",
        _ => return Ok(()),
    };
    Err(ProgramError::MissingFeature { feature, profile: *profile })
}

pub(super) fn is_supported<E: InstructionSet>(isa: IsaId) -> bool {
    match isa {
        IsaId::ALU => true,
        IsaId::BPDIGEST => cfg!(feature = "digest"),
        IsaId::SECP256K => cfg!(feature = "secp256k1"),
        IsaId::ED25519 => cfg!(feature = "ed25519"),
        _ => ids::<E>().any(|id| isa.as_str() == id),
    }
}
