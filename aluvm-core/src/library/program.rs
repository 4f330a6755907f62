//! Programs: libraries that are checked together and decoded once, ready to run.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt;
use core::marker::PhantomData;

use super::{IsaId, Lib, LibId, LibSite};
use crate::isa::{InstructionSet, NoExtension, ids};
use crate::limits::PROGRAM_LIBS_MAX;
use crate::profile::{Extensions, MissingLibrary, Opcodes, Profile};
use crate::vm::{Image, Place};

/// Libraries with entry points. It holds what the entry libraries can reach and nothing else; none of
/// that is missing, empty, or in need of an ISA extension that neither this build nor `E` has.
///
/// Building decodes all code that the entry points can reach. A program never changes afterwards, and
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
    entries: Vec<LibSite>,
    image: Image,
    /// The operation at the first entry point.
    start: u32,
    extension: PhantomData<fn() -> E>,
}

/// The libraries of a program, and who calls whom.
#[derive(Debug)]
pub(crate) struct Linked {
    libs: Vec<Linkage>,
    numbers: BTreeMap<LibId, u16>,
    profile: Profile,
}

#[derive(Debug)]
struct Linkage {
    id: LibId,
    lib: Lib,
    /// For each entry of the libs segment, the number of that library in the program.
    calls: Vec<u16>,
}

/// Set in the number of a library while its code is read half a byte behind each offset.
pub(crate) const SHIFTED: u16 = 0x8000;

/// The number of a library that is not there, where the profile admits that.
const ABSENT: u16 = u16::MAX;

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
        Program::link_known(Vec::from([entry]), libs, Profile::SPEC)
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
        Ok(Program::decode(Vec::from([entry]), linked))
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
    /// [`Vm::run_at`](crate::vm::Vm::run_at) without decoding anything again.
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
        Program::link_known(entries.into_iter().collect(), libs, profile)
    }

    /// The same with libraries whose ids are known, which cost a digest of all their bytes.
    fn link_known(
        entries: Vec<LibSite>,
        libs: impl Iterator<Item = (LibId, Lib)>,
        profile: Profile,
    ) -> Result<Program<E, LIBS_MAX>, ProgramError> {
        const { assert!(LIBS_MAX <= PROGRAM_LIBS_MAX, "a program has at most 1024 libraries") };
        let linked = Linked::new(&entries, libs, LIBS_MAX, is_supported::<E>, profile)?;
        Ok(Program::decode(entries, linked))
    }

    fn decode(entries: Vec<LibSite>, linked: Linked) -> Program<E, LIBS_MAX> {
        let places: Vec<Place> = entries.iter().filter_map(|entry| linked.place(*entry)).collect();
        let image = Image::decode::<E>(&linked, &places);
        let first = entries.first().and_then(|entry| linked.place(*entry));
        // Where the first library is absent, behind all operations.
        let start = first.and_then(|place| image.entry(place)).unwrap_or(u32::MAX);
        Program { linked, entries, image, start, extension: PhantomData }
    }

    /// Where the program begins: its first entry point.
    pub fn entry(&self) -> LibSite {
        self.linked.site(0, self.entries.first().map_or(0, |entry| entry.offset))
    }

    /// The places from which the program can be run without decoding anything again, in the order in
    /// which they were given.
    pub fn entries(&self) -> &[LibSite] {
        &self.entries
    }

    /// The libraries, that of the first entry point first.
    pub fn libs(&self) -> impl ExactSizeIterator<Item = &Lib> {
        self.linked.libs.iter().map(|linkage| &linkage.lib)
    }

    /// The library with this id, if it is part of the program.
    pub fn lib(&self, id: LibId) -> Option<&Lib> {
        self.linked.number(id).and_then(|number| self.linked.lib(number))
    }

    /// What the machine does that runs the program.
    pub fn profile(&self) -> &Profile {
        &self.linked.profile
    }

    pub(crate) fn linked(&self) -> &Linked {
        &self.linked
    }

    pub(crate) fn image(&self) -> &Image {
        &self.image
    }

    pub(crate) fn start(&self) -> u32 {
        self.start
    }
}

impl Linked {
    /// Follows the libs segments from the entry libraries, the first of which gets the number 0.
    fn new(
        entries: &[LibSite],
        libs: impl Iterator<Item = (LibId, Lib)>,
        libs_max: usize,
        is_supported: fn(IsaId) -> bool,
        profile: Profile,
    ) -> Result<Linked, ProgramError> {
        check_build(&profile)?;
        let mut given: BTreeMap<LibId, Lib> = libs.collect();
        let admits_absent = profile.missing_library() == MissingLibrary::Ends;
        if given.is_empty() && !admits_absent {
            return Err(ProgramError::Empty);
        }
        if entries.is_empty() {
            return Err(ProgramError::NoEntry);
        }
        let mut numbers = BTreeMap::new();
        let mut order = Vec::new();
        for entry in entries {
            if admits_absent && !given.contains_key(&entry.lib) {
                continue;
            }
            let next = order.len() as u16;
            if *numbers.entry(entry.lib).or_insert(next) == next {
                order.push((entry.lib, None));
            }
            if order.len() > libs_max {
                return Err(ProgramError::TooManyLibs { max: libs_max });
            }
        }
        let mut libs = Vec::new();
        while let Some(&(id, caller)) = order.get(libs.len()) {
            let lib = given.remove(&id).ok_or(ProgramError::MissingLibrary { lib: id, caller })?;
            check(id, &lib, is_supported, &profile)?;
            let mut calls = Vec::with_capacity(lib.libs().len());
            for callee in lib.libs().iter() {
                let is_known = numbers.contains_key(&callee) || given.contains_key(&callee);
                if admits_absent && !is_known {
                    calls.push(ABSENT);
                    continue;
                }
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
        Ok(Linked { libs, numbers, profile })
    }

    /// What the machine does that runs the program.
    #[inline]
    pub(crate) fn profile(&self) -> &Profile {
        &self.profile
    }

    /// The number of a library in the program.
    pub(crate) fn number(&self, id: LibId) -> Option<u16> {
        self.numbers.get(&id).copied()
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

fn is_supported<E: InstructionSet>(isa: IsaId) -> bool {
    match isa {
        IsaId::ALU => true,
        IsaId::BPDIGEST => cfg!(feature = "digest"),
        IsaId::SECP256K => cfg!(feature = "secp256k1"),
        IsaId::ED25519 => cfg!(feature = "ed25519"),
        _ => ids::<E>().any(|id| isa.as_str() == id),
    }
}

/// Shows the entry points and the libraries.
impl<E, const LIBS_MAX: usize> fmt::Debug for Program<E, LIBS_MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let libs: Vec<LibId> = self.linked.libs.iter().map(|linkage| linkage.id).collect();
        f.debug_struct("Program").field("entries", &self.entries).field("libs", &libs).finish()
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
