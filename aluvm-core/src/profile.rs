//! What a network's machine does otherwise than the instruction set says, as a value.
//!
//! A profile is a table of choices, one for each point in which machines differ. Whoever needs an answer asks
//! the table: the codec how to read code, the analysis what can follow, the machine which meaning an
//! instruction has. A program carries its profile from the day it is built; no feature of this crate
//! changes one, because features of a dependency can be switched on by any other crate of a build.

mod choice;
mod group;

use core::fmt;
use core::str::FromStr;

use self::choice::choices;
pub use self::choice::{
    Calls, Choice, Decoding, EndOfCode, Extensions, Meaning, MissingLibrary, Nop, Opcodes,
    Reserved, Runs,
};
#[cfg(feature = "vm")]
pub(crate) use self::group::Group;
use crate::isa::Form;

choices! {
    /// A table of choices, versioned for ever: what a profile says is never changed, a network that
    /// changes gets a new one.
    ///
    /// ```
    /// use aluvm_core::isa::NoExtension;
    /// use aluvm_core::library::{Lib, LibSite, Program};
    /// use aluvm_core::profile::Profile;
    /// use aluvm_core::vm::Vm;
    ///
    /// // Where the code ends without `ret`, programs fail; on the live network they end.
    /// let lib: Lib = "put a8[0], 1;".parse()?;
    /// let entry = LibSite::start(lib.id());
    /// let program = Program::<NoExtension>::link_entries([entry], [lib.clone()])?;
    /// assert!(!Vm::new().run(&program).is_success());
    /// let program = Program::<NoExtension>::link_with_profile([entry], [lib], Profile::RGB_0_11)?;
    /// assert!(Vm::new().run(&program).is_success());
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub struct Profile {
        /// How bits and bytes that mean nothing are read.
        decoding: Decoding,
        /// Which opcodes of the base set are instructions.
        opcodes: Opcodes,
        /// What happens where the code ends.
        end_of_code: EndOfCode,
        /// Whether `ret` comes back behind `routine` and `call`.
        calls: Calls,
        /// What happens where a library is missing.
        missing_library: MissingLibrary,
        /// Whether the ISA extensions that a library names must be there.
        extensions: Extensions,
        /// How a run begins in a machine that has run before.
        runs: Runs,
        /// What `nop` does.
        nop: Nop,
        /// What a reserved instruction adds to the complexity.
        reserved: Reserved,
        /// `put` of missing data and of floats, `putif`.
        constants: Meaning,
        /// `mov` of strings onto themselves, `cnv` between integers.
        moves: Meaning,
        /// `gt`, `lt` and `eq` of integers and general registers, `st`.
        comparisons: Meaning,
        /// `add`, `sub`, `mul`, `div` with flags, `rem`, `neg`, `abs`.
        integers: Meaning,
        /// `and`, `or`, `xor` of wide registers.
        logic: Meaning,
        /// `shl`, `shr`, `scl`, `scr`.
        shifts: Meaning,
        /// All of floats: arithmetic, comparisons, conversions.
        floats: Meaning,
        /// `put`, `fill`, `con`, `find`, `extr`, `inj`, `join`, `splt`, `ins`, `del`.
        strings: Meaning,
        /// The curve operations where they fail.
        curves: Meaning,
    }
}

impl Profile {
    /// What the instruction set says.
    pub const SPEC: Profile = Profile {
        name: "spec",
        is_specified: true,
        decoding: Decoding::Strict,
        opcodes: Opcodes::All,
        end_of_code: EndOfCode::Fails,
        calls: Calls::Return,
        missing_library: MissingLibrary::Fails,
        extensions: Extensions::Needed,
        runs: Runs::Anew,
        nop: Nop::Passes,
        reserved: Reserved::Nothing,
        constants: Meaning::Specified,
        moves: Meaning::Specified,
        comparisons: Meaning::Specified,
        integers: Meaning::Specified,
        logic: Meaning::Specified,
        shifts: Meaning::Specified,
        floats: Meaning::Specified,
        strings: Meaning::Specified,
        curves: Meaning::Specified,
    };

    /// What `rgb-aluvm` 0.11 does as the RGB network builds it, without its feature `secp256k1`.
    pub const RGB_0_11: Profile = Profile {
        name: "rgb-0.11",
        is_specified: false,
        decoding: Decoding::Lenient,
        opcodes: Opcodes::Digests,
        end_of_code: EndOfCode::Ends,
        calls: Calls::Forget,
        missing_library: MissingLibrary::Ends,
        extensions: Extensions::Ignored,
        runs: Runs::Continue,
        nop: Nop::Hangs,
        reserved: Reserved::Everything,
        constants: Meaning::Deployed,
        moves: Meaning::Deployed,
        comparisons: Meaning::Deployed,
        integers: Meaning::Deployed,
        logic: Meaning::Deployed,
        shifts: Meaning::Deployed,
        floats: Meaning::Deployed,
        strings: Meaning::Deployed,
        curves: Meaning::Deployed,
    };

    /// What `rgb-aluvm` 0.11 does with its feature `secp256k1`.
    pub const RGB_0_11_SECP256K1: Profile = Profile {
        name: "rgb-0.11-secp256k1",
        opcodes: Opcodes::DigestsAndSecp256k1,
        ..Profile::RGB_0_11
    };

    /// Every profile there is.
    pub const ALL: [Profile; 3] = [Profile::SPEC, Profile::RGB_0_11, Profile::RGB_0_11_SECP256K1];

    /// Its name, as `--profile` and `#![profile("…")]` take it.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Whether the machine does nothing otherwise than the instruction set says.
    #[inline]
    pub const fn is_specified(&self) -> bool {
        self.is_specified
    }

    /// The profile with this name.
    pub fn from_name(name: &str) -> Option<Profile> {
        Profile::ALL.into_iter().find(|profile| profile.name == name)
    }

    /// The extensions of the instruction set that each library of the network names, beside that of its
    /// host; none where a library names those that it uses.
    pub const fn isae(&self) -> Option<&'static [&'static str]> {
        match self.opcodes {
            Opcodes::All => None,
            Opcodes::Digests => Some(&["ALU", "BPDIGEST"]),
            Opcodes::DigestsAndSecp256k1 => Some(&["ALU", "BPDIGEST", "SECP256K"]),
        }
    }

    /// Whether the machine runs an instruction of the base set.
    pub(crate) fn has(&self, form: &Form) -> bool {
        match form.name {
            // It is there, and is read again for ever.
            "Nop" => self.nop() != Nop::Hangs,
            _ => self.has_opcode(form.opcode),
        }
    }

    /// Whether the base set of this profile has the opcode.
    #[inline]
    pub(crate) const fn has_opcode(&self, opcode: u8) -> bool {
        !matches!(
            (self.opcodes, opcode),
            (Opcodes::Digests, 0x83..=0xFE)
                | (Opcodes::DigestsAndSecp256k1, 0x83..=0x87 | 0x8C..=0xFE)
        )
    }
}

/// [`Profile::SPEC`].
impl Default for Profile {
    fn default() -> Profile {
        Profile::SPEC
    }
}

/// The name.
impl fmt::Display for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl FromStr for Profile {
    type Err = UnknownProfile;

    fn from_str(name: &str) -> Result<Profile, UnknownProfile> {
        Profile::from_name(name).ok_or(UnknownProfile)
    }
}

/// There is no profile of this name.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct UnknownProfile;

impl fmt::Display for UnknownProfile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("there is no such profile; there are ")?;
        Profile::ALL.iter().enumerate().try_for_each(|(number, profile)| {
            let before = if number == 0 { "" } else { ", " };
            write!(f, "{before}`{profile}`")
        })
    }
}

impl core::error::Error for UnknownProfile {}
