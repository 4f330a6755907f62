//! Instructions of the base set from what stands in `aluasm_isa!`: the macro calls these functions, where it cannot
//! know more than tokens.

use aluvm_core::isa::{self, RegisterSize};

use super::{Instr, InstructionSet};
use crate::data::{ByteStr, MaybeNumber};
use crate::library::LibId;

#[doc(hidden)]
impl<Extension: InstructionSet> Instr<Extension> {
    /// The instruction that a text is.
    ///
    /// # Panics
    ///
    /// If it is none.
    #[track_caller]
    pub fn from_text(text: &str) -> Instr<Extension> {
        match text.parse::<isa::Instr>() {
            Ok(instr) => Instr::Base(instr),
            Err(errors) => panic!("{errors}"),
        }
    }

    /// A jump to an offset that is known at run time.
    #[track_caller]
    pub fn jump(mnemonic: &str, offset: u16) -> Instr<Extension> {
        Instr::from_text(&format!("{mnemonic} {offset:#x}"))
    }

    /// A call of a library that is known at run time.
    #[track_caller]
    pub fn call(mnemonic: &str, offset: u16, library: LibId) -> Instr<Extension> {
        Instr::from_text(&format!("{mnemonic} {offset:#x} @ \"{library:#}\""))
    }

    /// A call of a library by the text of its id.
    ///
    /// # Panics
    ///
    /// If it is none.
    #[track_caller]
    pub fn call_text(mnemonic: &str, offset: u16, library: &str) -> Instr<Extension> {
        match library.parse() {
            Ok(library) => Instr::call(mnemonic, offset, library),
            Err(error) => panic!("`{library}` is no id of a library: {error}"),
        }
    }

    /// `put` or `putif` of a number that is known at run time, of which the register takes as many bits as it has.
    ///
    /// # Panics
    ///
    /// If there is no such register.
    #[track_caller]
    pub fn put_number(
        mnemonic: &str,
        family: &str,
        index: u8,
        number: MaybeNumber,
    ) -> Instr<Extension> {
        let size = RegisterSize::from_name(family);
        let size = size.unwrap_or_else(|| panic!("there are no registers `{family}`"));
        let mut text = format!("{mnemonic} {family}[{index}], 0x0");
        let bytes = number.iter().flat_map(|number| number.low_bytes(size.bytes()));
        for byte in bytes.rev() {
            text.push_str(&format!("{byte:02x}"));
        }
        Instr::from_text(&text)
    }

    /// `put` of a byte string that is known at run time.
    ///
    /// # Panics
    ///
    /// If it has more than 65535 bytes, or there is no such register.
    #[track_caller]
    pub fn put_string(index: u8, bytes: impl AsRef<[u8]>) -> Instr<Extension> {
        let string = ByteStr::from_slice(bytes.as_ref());
        let string = string.unwrap_or_else(|error| panic!("{error}"));
        let mut instr = Instr::from_text(&format!("put s16[{index}], \"\""));
        if let Instr::Base(base) = &mut instr
            && let Some(data) = base.data_mut()
        {
            *data = isa::Data::new(string.to_vec());
        }
        instr
    }
}
