//! Instructions that are not rows of the base table: those of a host's extension, and bytes that
//! are no instruction at all.

use core::fmt;
use core::hash::{Hash, Hasher};

use super::form::Form;

/// A host's own instructions: what the assembler, the codec and the printer know of them.
///
/// `isa_extension!` implements it from rows in the notation of the base table.
pub trait InstructionSet: Sized {
    /// The id under which libraries name the extension: 2 to 8 of `A`-`Z` and `0`-`9`, a letter
    /// first. Empty if the set has no instructions, and for [`Both`](super::Both) of two sets, whose forms name it.
    const ID: &'static str;

    /// The forms of the instructions.
    const FORMS: &'static [Form];

    /// The instruction with this word, if it is one of the set.
    fn from_word(word: u128) -> Option<Self>;
}

/// The ids under which libraries name the instructions of a set, each once.
pub(crate) fn ids<E: InstructionSet>() -> impl Iterator<Item = &'static str> {
    let of_forms = E::FORMS.iter().enumerate().filter_map(|(number, form)| {
        let is_first = E::FORMS.iter().take(number).all(|before| before.isae != form.isae);
        (is_first && form.isae != E::ID).then_some(form.isae)
    });
    core::iter::once(E::ID).chain(of_forms).filter(|id| !id.is_empty())
}

/// The extension of a host that has none.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum NoExtension {}

impl InstructionSet for NoExtension {
    const ID: &'static str = "";
    const FORMS: &'static [Form] = &[];

    fn from_word(_: u128) -> Option<NoExtension> {
        None
    }
}

/// The longest instruction, opcode included.
pub const INSTR_MAX: usize = 16;

/// An instruction of a host's extension.
#[derive(Clone, Copy)]
pub struct ExtensionInstr {
    form: &'static Form,
    word: [u8; INSTR_MAX],
}

impl ExtensionInstr {
    /// The instruction of this form with this word, whose extra bits are dropped; none if the word
    /// does not have the form's fixed bits.
    pub const fn new(form: &'static Form, word: u128) -> Option<ExtensionInstr> {
        // What is looked for among many forms is seldom of this one.
        if word as u8 != form.opcode || word & form.fixed_mask() != form.fixed_bits() {
            return None;
        }
        let used = u128::MAX >> (128 - 8 * form.length() as u32);
        Some(ExtensionInstr { form, word: (word & used).to_le_bytes() })
    }

    /// The form.
    pub const fn form(&self) -> &'static Form {
        self.form
    }

    /// The instruction word.
    pub const fn word(&self) -> u128 {
        u128::from_le_bytes(self.word)
    }
}

impl PartialEq for ExtensionInstr {
    fn eq(&self, other: &ExtensionInstr) -> bool {
        self.word == other.word && self.form.length() == other.form.length()
    }
}

impl Eq for ExtensionInstr {}

impl Hash for ExtensionInstr {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.word.hash(state);
    }
}

impl fmt::Debug for ExtensionInstr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}({:#x})", self.form.name, self.word())
    }
}

/// Bytes that stand in the code as they are: a reserved opcode, an instruction with an unused bit
/// set, or one that the end of the code cuts short. Running a reserved instruction fails.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Verbatim {
    length: u8,
    bytes: [u8; INSTR_MAX],
}

impl Verbatim {
    /// These bytes; none if there are no bytes or more than 16.
    pub const fn new(bytes: &[u8]) -> Option<Verbatim> {
        if bytes.is_empty() || bytes.len() > INSTR_MAX {
            return None;
        }
        let mut all = [0; INSTR_MAX];
        let mut i = 0;
        while i < bytes.len() {
            all[i] = bytes[i];
            i += 1;
        }
        Some(Verbatim { length: bytes.len() as u8, bytes: all })
    }

    /// The bytes.
    pub const fn bytes(&self) -> &[u8] {
        self.bytes.split_at(self.length as usize).0
    }
}

impl fmt::Debug for Verbatim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02x?}", self.bytes())
    }
}
