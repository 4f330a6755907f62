//! Reading the text of a whole library, which [`listing`](super::listing) prints.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use super::parse::Mode;
use super::report::AsmErrors;
use super::resolve::Directives;
use super::text::assemble_text;
use crate::codec::{EncodeError, Segments, encode_for};
use crate::isa::{Instr, InstructionSet, NoExtension};
use crate::library::{AssembleError, Isae, Lib, LibId, Libs, isae_for};
use crate::profile::Profile;

/// What the text of a library says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LibrarySource {
    /// The ISA extensions, if the text names them.
    pub isae: Option<Isae>,
    /// The instructions.
    pub instrs: Vec<Instr>,
    /// What stands in the data segment before the constants of the instructions.
    pub data: Vec<u8>,
    /// The libraries that the text names beside those of the instructions.
    pub libs: BTreeSet<LibId>,
}

impl LibrarySource {
    /// Lays out the segments.
    ///
    /// # Errors
    ///
    /// If a segment passes its limit.
    pub fn encode(self) -> Result<Segments, EncodeError> {
        self.encode_for(&Profile::SPEC)
    }

    /// The same for a machine with a profile, with which the text was read.
    ///
    /// # Errors
    ///
    /// If a segment passes its limit.
    pub fn encode_for(self, profile: &Profile) -> Result<Segments, EncodeError> {
        encode_for(profile, &self.instrs, &self.data, self.libs)
    }
}

/// Reads the text of a library, whose code may have instructions of the extension `E`.
///
/// # Errors
///
/// All errors of the text.
pub fn parse_library<E: InstructionSet>(text: &str) -> Result<LibrarySource, AsmErrors> {
    parse_library_for::<E>(text, &Profile::SPEC)
}

/// The same for a machine with a profile: with [`Decoding::Lenient`](crate::profile::Decoding::Lenient) what follows an
/// instruction that ends with half a byte begins there, and so labels name the offsets that they have then.
///
/// # Errors
///
/// As [`parse_library`], if the machine does not have one of the instructions, and if a jump would have to change between whole bytes and halves, which none can.
pub fn parse_library_for<E: InstructionSet>(
    text: &str,
    profile: &Profile,
) -> Result<LibrarySource, AsmErrors> {
    let (instrs, directives) = assemble_text(text, E::FORMS, Mode::Library, profile)?;
    let Directives { isae, libs, data } = directives;
    let isae = isae.map(|(isae, _)| isae);
    Ok(LibrarySource { isae, instrs, data, libs })
}

impl Lib {
    /// Reads the text of a library, whose code may have instructions of the extension `E`. Without
    /// `.isae` it names `ALU` and the extensions whose instructions it uses.
    ///
    /// # Errors
    ///
    /// All errors of the text, or what is wrong with the whole.
    pub fn from_text<E: InstructionSet>(text: &str) -> Result<Lib, LibTextError> {
        Lib::from_text_for::<E>(text, &Profile::SPEC)
    }

    /// The same for a machine with a profile: without `.isae` the library names what
    /// [`Lib::assemble_for`] says.
    ///
    /// # Errors
    ///
    /// As [`parse_library_for`], or what is wrong with the whole.
    pub fn from_text_for<E: InstructionSet>(
        text: &str,
        profile: &Profile,
    ) -> Result<Lib, LibTextError> {
        let mut source = parse_library_for::<E>(text, profile)?;
        let isae = match source.isae.take() {
            Some(isae) => isae,
            None => isae_for::<E>(&source.instrs, profile)?,
        };
        let Segments { code, data, libs } =
            source.encode_for(profile).map_err(AssembleError::from)?;
        let libs = Libs::new(libs).map_err(AssembleError::from)?;
        Ok(Lib::new(isae, code, data, libs).map_err(AssembleError::from)?)
    }
}

/// Reads the text of a library of the base set.
impl FromStr for Lib {
    type Err = LibTextError;

    fn from_str(text: &str) -> Result<Lib, LibTextError> {
        Lib::from_text::<NoExtension>(text)
    }
}

/// Why a text is no library.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LibTextError {
    /// There are mistakes in it.
    Text(AsmErrors),
    /// It does not fit into a library.
    Assemble(AssembleError),
}

impl From<AsmErrors> for LibTextError {
    fn from(errors: AsmErrors) -> Self {
        LibTextError::Text(errors)
    }
}

impl From<AssembleError> for LibTextError {
    fn from(error: AssembleError) -> Self {
        LibTextError::Assemble(error)
    }
}

impl Display for LibTextError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            LibTextError::Text(errors) => Display::fmt(errors, f),
            LibTextError::Assemble(error) => Display::fmt(error, f),
        }
    }
}

impl Error for LibTextError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(match self {
            LibTextError::Text(errors) => errors,
            LibTextError::Assemble(error) => error,
        })
    }
}
