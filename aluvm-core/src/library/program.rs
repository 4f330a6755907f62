//! Programs: libraries that are checked together, ready to run.

mod given;
mod linked;

use alloc::vec::Vec;
use core::error::Error;
use core::fmt;
use core::marker::PhantomData;
use core::slice;

pub(crate) use self::linked::Linked;
use self::linked::is_supported;
use super::{IsaId, Lib, LibId, LibSite};
use crate::isa::{InstructionSet, NoExtension};
use crate::limits::PROGRAM_LIBS_MAX;
use crate::profile::Profile;
use crate::vm::{Image, Place};

/// Libraries with entry points. It holds what the entry libraries can reach and nothing else; none of
/// that is missing, empty, or in need of an ISA extension that neither this build nor `E` has.
///
/// Building decodes the first instructions. The others are decoded when a run comes near them, which it does once
/// for all runs that follow. Machines on many threads can run one program at once.
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
    entries: Entries,
    image: Image,
    extension: PhantomData<fn() -> E>,
}

/// The entry points. One, which most programs have, takes no memory.
enum Entries {
    One(LibSite),
    /// None or several.
    Listed(Vec<LibSite>),
}

impl Entries {
    fn new(entries: impl IntoIterator<Item = LibSite>) -> Entries {
        let mut entries = entries.into_iter();
        match (entries.next(), entries.next()) {
            (Some(entry), None) => Entries::One(entry),
            (first, second) => {
                Entries::Listed(first.into_iter().chain(second).chain(entries).collect())
            }
        }
    }

    fn as_slice(&self) -> &[LibSite] {
        match self {
            Entries::One(entry) => slice::from_ref(entry),
            Entries::Listed(entries) => entries,
        }
    }
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
        let libs = core::iter::once((entry.lib, lib)).chain(others);
        Program::link_known(Entries::One(entry), libs, Profile::SPEC)
    }
}

impl Program {
    /// A program to repeat recorded runs, in which the host's instructions do what they did: it can need
    /// any extension.
    pub(crate) fn link_recorded(
        entry: LibSite,
        libs: impl Iterator<Item = Lib>,
        profile: Profile,
    ) -> Result<Program, ProgramError> {
        let libs = libs.map(|lib| (lib.id(), lib));
        let linked = Linked::new(&[entry], libs, PROGRAM_LIBS_MAX, |_| true, profile)?;
        Ok(Program::decode(Entries::One(entry), linked))
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
        Program::link_entries([entry], libs)
    }

    /// A program that begins at the first of some entry points, and can be run from each of them with
    /// [`Vm::run_at`](crate::vm::Vm::run_at) without decoding anything twice.
    ///
    /// ```
    /// use aluvm_core::library::{Lib, LibSite, Program};
    /// use aluvm_core::vm::Vm;
    ///
    /// let lib: Lib = "put a8[0], 1; ret; put a8[0], 2; ret;".parse()?;
    /// let second = LibSite::new(lib.id(), 5);
    /// let program: Program = Program::link_entries([LibSite::start(lib.id()), second], [lib])?;
    /// let mut vm = Vm::new();
    /// assert!(vm.run_at(&program, second, &mut ()).is_success());
    /// assert_eq!(vm.registers().a8(0), Some(2));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    ///
    /// A host that admits fewer libraries than 1024 says so in the type:
    ///
    /// ```
    /// use aluvm_core::isa::NoExtension;
    /// use aluvm_core::library::{Lib, LibSite, Program, ProgramError};
    ///
    /// type Small = Program<NoExtension, 1>;
    ///
    /// let libs: [Lib; 2] = ["put a8[0], 1; ret;".parse()?, "put a8[0], 2; ret;".parse()?];
    /// let sites = libs.each_ref().map(|lib| LibSite::start(lib.id()));
    /// let program: Result<Small, ProgramError> = Program::link_entries(sites, libs);
    /// assert_eq!(program.err(), Some(ProgramError::TooManyLibs { max: 1 }));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// See [`ProgramError`].
    pub fn link_entries(
        entries: impl IntoIterator<Item = LibSite>,
        libs: impl IntoIterator<Item = Lib>,
    ) -> Result<Program<E, LIBS_MAX>, ProgramError> {
        Program::link_with_profile(entries, libs, Profile::SPEC)
    }

    /// The same for a machine that does what a [profile](Profile) says.
    ///
    /// # Errors
    ///
    /// See [`ProgramError`].
    pub fn link_with_profile(
        entries: impl IntoIterator<Item = LibSite>,
        libs: impl IntoIterator<Item = Lib>,
        profile: Profile,
    ) -> Result<Program<E, LIBS_MAX>, ProgramError> {
        let libs = libs.into_iter().map(|lib| (lib.id(), lib));
        Program::link_known(Entries::new(entries), libs, profile)
    }

    /// The same with libraries whose ids are known, which cost a digest of all their bytes.
    fn link_known(
        entries: Entries,
        libs: impl Iterator<Item = (LibId, Lib)>,
        profile: Profile,
    ) -> Result<Program<E, LIBS_MAX>, ProgramError> {
        const { assert!(LIBS_MAX <= PROGRAM_LIBS_MAX, "a program has at most 1024 libraries") };
        let linked = Linked::new(entries.as_slice(), libs, LIBS_MAX, is_supported::<E>, profile)?;
        Ok(Program::decode(entries, linked))
    }

    fn decode(entries: Entries, linked: Linked) -> Program<E, LIBS_MAX> {
        let mut places = entries.as_slice().iter().map(|entry| linked.place(*entry));
        // The first library can be absent.
        let first = places.next().flatten().unwrap_or(Place::NOWHERE);
        let image = Image::decode::<E>(&linked, first, places.flatten().collect());
        Program { linked, entries, image, extension: PhantomData }
    }

    /// Decodes all that the entry points can reach, for a host whose runs shall not wait for that. Without it
    /// a run decodes what it comes near, if none did before.
    ///
    /// ```
    /// use aluvm_core::library::Program;
    /// use aluvm_core::vm::Vm;
    ///
    /// let program = Program::new("put a8[0], 5; jmp end; end: ret;".parse()?)?;
    /// program.decode_all();
    /// assert!(Vm::new().run(&program).is_success());
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn decode_all(&self) {
        self.image.decode_all::<E>(&self.linked);
    }

    /// Where the program begins: its first entry point.
    pub fn entry(&self) -> LibSite {
        self.linked.site(0, self.entries().first().map_or(0, |entry| entry.offset))
    }

    /// The places from which the program can be run without decoding anything twice, in the order in
    /// which they were given.
    pub fn entries(&self) -> &[LibSite] {
        self.entries.as_slice()
    }

    /// The libraries, that of the first entry point first.
    pub fn libs(&self) -> impl ExactSizeIterator<Item = &Lib> {
        self.linked.libs()
    }

    /// The library with this id, if it is part of the program.
    pub fn lib(&self, id: LibId) -> Option<&Lib> {
        self.linked.number(id).and_then(|number| self.linked.lib(number))
    }

    /// What the machine does that runs the program.
    pub fn profile(&self) -> &Profile {
        self.linked.profile()
    }

    pub(crate) fn linked(&self) -> &Linked {
        &self.linked
    }

    pub(crate) fn image(&self) -> &Image {
        &self.image
    }
}

/// Shows the entry points and the libraries.
impl<E, const LIBS_MAX: usize> fmt::Debug for Program<E, LIBS_MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let libs: Vec<LibId> = self.linked.ids().collect();
        f.debug_struct("Program")
            .field("entries", &self.entries.as_slice())
            .field("libs", &libs)
            .finish()
    }
}

/// Why libraries do not make a program.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ProgramError {
    /// There are no libraries.
    Empty,
    /// There is no entry point.
    NoEntry,
    /// A library has no code.
    EmptyCode {
        /// The library.
        lib: LibId,
    },
    /// A library is not there.
    MissingLibrary {
        /// The library.
        lib: LibId,
        /// A library that names it; none for that of an entry point.
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
    /// The profile has instructions for which this crate was built without the feature.
    MissingFeature {
        /// The feature of `aluvm-core`.
        feature: &'static str,
        /// The profile.
        profile: Profile,
    },
    /// The entry points can reach more libraries than the program may have.
    TooManyLibs {
        /// The most that it may have.
        max: usize,
    },
}

impl fmt::Display for ProgramError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ProgramError::Empty => f.write_str("a program needs at least one library"),
            ProgramError::NoEntry => f.write_str("a program needs at least one entry point"),
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
            ProgramError::MissingFeature { feature, profile } => write!(
                f,
                "the profile {profile} needs the feature `{feature}` of aluvm-core, without which it was \
                 built"
            ),
            ProgramError::TooManyLibs { max } => {
                write!(f, "the program reaches more than {max} libraries")
            }
        }
    }
}

impl Error for ProgramError {}
