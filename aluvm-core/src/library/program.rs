//! Programs: libraries that are checked together and decoded once, ready to run.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt;
use core::marker::PhantomData;

use super::{IsaId, Lib, LibId, LibSite};
use crate::isa::{InstructionSet, NoExtension};
use crate::limits::PROGRAM_LIBS_MAX;
use crate::vm::Image;

/// Libraries with an entry point. It holds what the entry library can reach and nothing else; none
/// of that is missing, empty, or in need of an ISA extension that neither this build nor `E` has.
///
/// Building decodes all code that the entry point can reach. A program never changes afterwards, and
/// machines on many threads can run one program at once.
///
/// ```
/// use aluvm_core::library::{Isae, Lib, Libs, Program};
///
/// let ret = Lib::new("ALU".parse()?, [0x07], [], Libs::default())?;
/// let program = Program::new(ret)?;
/// assert_eq!(program.libs().count(), 1);
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub struct Program<E = NoExtension, const LIBS_MAX: usize = PROGRAM_LIBS_MAX> {
    linked: Linked,
    entry: LibSite,
    image: Image,
    extension: PhantomData<fn() -> E>,
}

/// The libraries of a program, and who calls whom.
#[derive(Debug)]
pub(crate) struct Linked {
    libs: Vec<Linkage>,
    numbers: BTreeMap<LibId, u16>,
}

#[derive(Debug)]
struct Linkage {
    id: LibId,
    lib: Lib,
    /// For each entry of the libs segment, the number of that library in the program.
    calls: Vec<u16>,
}

impl Program {
    /// A program of one library, which begins at its start and calls no other.
    ///
    /// # Errors
    ///
    /// See [`ProgramError`].
    pub fn new(lib: Lib) -> Result<Program, ProgramError> {
        Program::with_libs(lib, [])
    }

    /// A program that begins at the start of a library and can call others. Those that it cannot
    /// reach are left out.
    ///
    /// # Errors
    ///
    /// See [`ProgramError`].
    pub fn with_libs(
        lib: Lib,
        libs: impl IntoIterator<Item = Lib>,
    ) -> Result<Program, ProgramError> {
        let entry = LibSite::start(lib.id());
        let others = libs.into_iter().map(|lib| (lib.id(), lib));
        Program::link_known(entry, core::iter::once((entry.lib, lib)).chain(others))
    }
}

impl<E: InstructionSet, const LIBS_MAX: usize> Program<E, LIBS_MAX> {
    /// A program that begins at `entry` and can call all of `libs`, for a machine with the extension
    /// `E`. Libraries that it cannot reach are left out.
    ///
    /// # Errors
    ///
    /// See [`ProgramError`].
    pub fn link(
        entry: LibSite,
        libs: impl IntoIterator<Item = Lib>,
    ) -> Result<Program<E, LIBS_MAX>, ProgramError> {
        Program::link_known(entry, libs.into_iter().map(|lib| (lib.id(), lib)))
    }

    /// The same with libraries whose ids are known, which cost a digest of all their bytes.
    fn link_known(
        entry: LibSite,
        libs: impl Iterator<Item = (LibId, Lib)>,
    ) -> Result<Program<E, LIBS_MAX>, ProgramError> {
        const { assert!(LIBS_MAX <= PROGRAM_LIBS_MAX, "a program has at most 1024 libraries") };
        let linked = Linked::new::<E>(entry.lib, libs, LIBS_MAX)?;
        let image = Image::decode::<E>(&linked, 0, entry.offset);
        Ok(Program { linked, entry, image, extension: PhantomData })
    }

    /// Where the program begins.
    pub fn entry(&self) -> LibSite {
        self.entry
    }

    /// The libraries, the entry library first.
    pub fn libs(&self) -> impl ExactSizeIterator<Item = &Lib> {
        self.linked.libs.iter().map(|linkage| &linkage.lib)
    }

    /// The library with this id, if it is part of the program.
    pub fn lib(&self, id: LibId) -> Option<&Lib> {
        self.linked.number(id).and_then(|number| self.linked.lib(number))
    }

    pub(crate) fn linked(&self) -> &Linked {
        &self.linked
    }

    pub(crate) fn image(&self) -> &Image {
        &self.image
    }
}

impl Linked {
    /// Follows the libs segments from the entry library, which gets the number 0.
    fn new<E: InstructionSet>(
        entry: LibId,
        libs: impl Iterator<Item = (LibId, Lib)>,
        libs_max: usize,
    ) -> Result<Linked, ProgramError> {
        let mut given: BTreeMap<LibId, Lib> = libs.collect();
        if given.is_empty() {
            return Err(ProgramError::Empty);
        }
        let mut numbers = BTreeMap::from([(entry, 0)]);
        let mut order = Vec::from([(entry, None)]);
        let mut libs = Vec::new();
        while let Some(&(id, caller)) = order.get(libs.len()) {
            let lib = given.remove(&id).ok_or(ProgramError::MissingLibrary { lib: id, caller })?;
            check::<E>(id, &lib)?;
            let mut calls = Vec::with_capacity(lib.libs().len());
            for callee in lib.libs().iter() {
                let next = order.len() as u16;
                let number = *numbers.entry(callee).or_insert(next);
                if number == next {
                    order.push((callee, Some(id)));
                }
                calls.push(number);
            }
            if order.len() > libs_max {
                return Err(ProgramError::TooManyLibs { max: libs_max });
            }
            libs.push(Linkage { id, lib, calls });
        }
        Ok(Linked { libs, numbers })
    }

    /// The number of a library in the program.
    pub(crate) fn number(&self, id: LibId) -> Option<u16> {
        self.numbers.get(&id).copied()
    }

    /// The library with a number.
    pub(crate) fn lib(&self, number: u16) -> Option<&Lib> {
        self.libs.get(usize::from(number)).map(|linkage| &linkage.lib)
    }

    /// The number of the library that stands at an index of the libs segment of another.
    pub(crate) fn callee(&self, caller: u16, index: u8) -> Option<u16> {
        self.libs.get(usize::from(caller))?.calls.get(usize::from(index)).copied()
    }

    /// The site of an offset in the library with a number.
    pub(crate) fn site(&self, number: u16, offset: u16) -> LibSite {
        let id = self.libs.get(usize::from(number)).map(|linkage| linkage.id);
        LibSite { lib: id.unwrap_or(LibId::from_bytes([0; 32])), offset }
    }

    /// How many libraries there are.
    pub(crate) fn count(&self) -> usize {
        self.libs.len()
    }
}

/// Checks what a library needs to run.
fn check<E: InstructionSet>(id: LibId, lib: &Lib) -> Result<(), ProgramError> {
    if lib.code().is_empty() {
        return Err(ProgramError::EmptyCode { lib: id });
    }
    match lib.isae().iter().find(|isa| !is_supported::<E>(*isa)) {
        Some(isa) => Err(ProgramError::UnsupportedExtension { lib: id, isa }),
        None => Ok(()),
    }
}

fn is_supported<E: InstructionSet>(isa: IsaId) -> bool {
    match isa {
        IsaId::ALU => true,
        IsaId::BPDIGEST => cfg!(feature = "digest"),
        IsaId::SECP256K => cfg!(feature = "secp256k1"),
        IsaId::ED25519 => cfg!(feature = "ed25519"),
        _ => isa.as_str() == E::ID,
    }
}

/// Shows the entry point and the libraries.
impl<E, const LIBS_MAX: usize> fmt::Debug for Program<E, LIBS_MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let libs: Vec<LibId> = self.linked.libs.iter().map(|linkage| linkage.id).collect();
        f.debug_struct("Program").field("entry", &self.entry).field("libs", &libs).finish()
    }
}

/// Why libraries do not make a program.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ProgramError {
    /// There are no libraries.
    Empty,
    /// A library has no code.
    EmptyCode {
        /// The library.
        lib: LibId,
    },
    /// A library is not there.
    MissingLibrary {
        /// The library.
        lib: LibId,
        /// A library that names it; none for the entry library.
        caller: Option<LibId>,
    },
    /// A library names an extension of the instruction set that neither this build of the machine
    /// nor the host has.
    UnsupportedExtension {
        /// The library.
        lib: LibId,
        /// The extension.
        isa: IsaId,
    },
    /// The entry library can reach more libraries than the program may have.
    TooManyLibs {
        /// The most that it may have.
        max: usize,
    },
}

impl fmt::Display for ProgramError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ProgramError::Empty => f.write_str("a program needs at least one library"),
            ProgramError::EmptyCode { lib } => write!(f, "library {lib} has no code"),
            ProgramError::MissingLibrary { lib, caller: None } => {
                write!(f, "the entry library {lib} is missing")
            }
            ProgramError::MissingLibrary { lib, caller: Some(caller) } => {
                write!(f, "library {lib}, which {caller} names, is missing")
            }
            ProgramError::UnsupportedExtension { lib, isa } => {
                write!(f, "library {lib} needs the ISA extension {isa}, which is not supported")
            }
            ProgramError::TooManyLibs { max } => {
                write!(f, "the program reaches more than {max} libraries")
            }
        }
    }
}

impl Error for ProgramError {}
