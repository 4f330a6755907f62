//! The result of assembling a block: instruction words with what must still be filled in from
//! Rust constants.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::ops::Range;

use crate::isa::{Data, ExtensionInstr, Form, Given, Instr, LibraryRef, RegisterSize, Verbatim};
use crate::library::LibId;

/// An assembled block. `instrs` has one entry for each instruction statement, wrong ones included,
/// so that its length is right even where there are errors.
#[derive(Clone, Debug)]
pub struct Block<S, E> {
    /// The instructions in order; none where the statement has an error.
    pub instrs: Vec<Option<Resolved<S>>>,
    /// All errors, in the order of the source.
    pub errors: Vec<E>,
}

/// One assembled instruction.
#[derive(Clone, Debug)]
pub struct Resolved<S> {
    /// What it is: a row of the table or of the extension, or plain bytes.
    pub form: Option<&'static Form>,
    /// Whether the form is the extension's.
    pub is_extension: bool,
    /// The instruction word; operands from other segments and from Rust constants are zero.
    pub word: u128,
    /// The bytes of `.byte`, where there is no form.
    pub verbatim: Option<Verbatim>,
    /// The bytes of a literal constant.
    pub data: Option<Box<[u8]>>,
    /// The library of `call` and `exec`.
    pub library: Option<Box<LibraryOperand>>,
    /// An explicit place in the data segment stands in the word (`put a8[0], @0x10`).
    pub is_placed: bool,
    /// The operands that Rust constants give.
    pub constants: Vec<ConstantUse<S>>,
    /// Where the mnemonic stands.
    pub mnemonic: S,
}

/// The library operand of `call` and `exec`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LibraryOperand {
    /// By id.
    Id(LibId),
    /// By index into the libs segment.
    Index(u8),
}

/// An operand that a Rust constant gives.
#[derive(Clone, Debug)]
pub struct ConstantUse<S> {
    /// The tokens of the constant, as indexes into the block's tokens.
    pub tokens: Range<usize>,
    /// Where they stand.
    pub span: S,
    /// What they are for.
    pub wanted: Wanted,
}

/// What a Rust constant is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wanted {
    /// An unsigned number in the instruction word: a code offset or an extension's immediate.
    Unsigned {
        /// Where it begins in the word.
        shift: u32,
        /// Its width in bits.
        bits: u32,
    },
    /// A step in the instruction word; `negated` for `sub`.
    Step {
        /// Where it begins in the word.
        shift: u32,
        /// Whether the word holds its negative.
        negated: bool,
    },
    /// `true` or `false`, one bit in the instruction word.
    Switch {
        /// Where it stands in the word.
        shift: u32,
    },
    /// The value of a register: an integer, a float or the register's bytes.
    Value(RegisterSize),
    /// A byte string.
    Bytes,
    /// The id of a library, a `LibId`.
    Library,
    /// Offset and library at once, a `LibSite`; the offset begins at `shift` in the word.
    Site {
        /// Where the offset begins in the word.
        shift: u32,
    },
}

impl<S> Resolved<S> {
    /// The instruction, if it needs no Rust constants.
    pub fn into_instr(self) -> Option<Instr> {
        if !self.constants.is_empty() {
            return None;
        }
        if let Some(verbatim) = self.verbatim {
            return Some(Instr::Verbatim(verbatim));
        }
        if self.is_extension {
            return ExtensionInstr::new(self.form?, self.word).map(Instr::Extension);
        }
        let mut instr = Instr::from_word(self.word, Given::Nothing)?;
        if let (Some(bytes), Some(data)) = (self.data, instr.data_mut()) {
            *data = Data::new(bytes);
        }
        if let (Some(LibraryOperand::Id(id)), Some(library)) =
            (self.library.as_deref(), instr.library_mut())
        {
            *library = LibraryRef::Id(*id);
        }
        Some(instr)
    }
}

impl<S> Resolved<S> {
    /// No instruction yet, at this place.
    fn empty(mnemonic: S) -> Resolved<S> {
        Resolved {
            form: None,
            is_extension: false,
            word: 0,
            verbatim: None,
            data: None,
            library: None,
            is_placed: false,
            constants: Vec::new(),
            mnemonic,
        }
    }

    /// Plain bytes.
    pub(super) fn verbatim(bytes: Verbatim, mnemonic: S) -> Resolved<S> {
        Resolved { verbatim: Some(bytes), ..Resolved::empty(mnemonic) }
    }

    /// An instruction whose fields are zero.
    pub(super) fn of(form: &'static Form, is_extension: bool, mnemonic: S) -> Resolved<S> {
        let word = form.fixed_bits();
        Resolved { form: Some(form), is_extension, word, ..Resolved::empty(mnemonic) }
    }

    /// Sets a field that is zero so far.
    pub(super) fn set(&mut self, field: usize, bits: u64) {
        if let Some(form) = self.form
            && let Some(width) = form.fields.get(field).map(|field| field.bits)
        {
            let bits = bits & (u64::MAX >> (64 - width));
            self.word |= u128::from(bits) << form.field_shift(field);
        }
    }

    pub(super) fn shift(&self, field: usize) -> u32 {
        self.form.map_or(0, |form| form.field_shift(field))
    }
}
