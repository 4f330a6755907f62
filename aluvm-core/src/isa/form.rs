//! The description of an instruction as data: its fields, its texts, what it reads and writes.
//!
//! The assembler, the printer, error messages, register use and the reference manual are plain
//! functions over these descriptions.

use super::field::{Field, FieldKind};
use super::register::{RegisterSize, same_text};

/// Everything that is known of an instruction but its execution.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// The variant of the instruction type, such as `AddA`.
    pub name: &'static str,
    /// The number of the row in its table.
    pub row: u8,
    /// The documentation of the row, one line an entry.
    pub doc: &'static [&'static str],
    /// The first byte.
    pub opcode: u8,
    /// The arguments in the order of their bits.
    pub fields: &'static [Field],
    /// How it is written, the canonical way for given values first.
    pub syntaxes: &'static [Syntax],
    /// The registers whose values it depends on.
    pub reads: &'static [OperandForm],
    /// The registers that it may change.
    pub writes: &'static [OperandForm],
    /// Its complexity.
    pub cost: u64,
    /// The id of the ISA extension that it belongs to; empty for the base set.
    pub isae: &'static str,
}

/// One way to write an instruction.
#[derive(Clone, Copy, Debug)]
pub struct Syntax {
    /// The word it begins with.
    pub mnemonic: &'static str,
    /// The field that the flags behind the dot set, as an index into the form's fields.
    pub flags: Option<usize>,
    /// The operands in the order they are written.
    pub operands: &'static [OperandForm],
    /// The field that must have this value (sign-extended) for this way to apply.
    pub condition: Option<(usize, i64)>,
}

/// Where the size of a register operand stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum SizeOf {
    /// In the field with this index. Operands that name one field share one size.
    Field(usize),
    /// It is always this.
    Fixed(RegisterSize),
}

/// Where the index of a register operand stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum IndexOf {
    /// In the field with this index.
    Field(usize),
    /// It is always this.
    Fixed(u8),
}

/// One operand as it is written. Numbers are indexes into the form's fields.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum OperandForm {
    /// A register.
    Register {
        /// Its size.
        size: SizeOf,
        /// Its index.
        index: IndexOf,
    },
    /// The word `st0`.
    Status,
    /// A constant of the width of the register that stands first.
    RegisterData(usize),
    /// A byte string.
    StringData(usize),
    /// A jump target in this library.
    Target(usize),
    /// A call target in another library, `offset @ library`.
    Site {
        /// The field of the offset.
        offset: usize,
        /// The field of the library.
        library: usize,
    },
    /// A step.
    Step {
        /// The field of the step.
        field: usize,
        /// Whether the field holds the negative of what is written.
        negated: bool,
    },
    /// `true` or `false`.
    Switch(usize),
    /// An unsigned number.
    Unsigned(usize),
}

impl Form {
    /// A row of no instruction.
    pub(super) const NONE: Form = Form {
        name: "",
        row: 0,
        doc: &[],
        opcode: 0,
        fields: &[],
        syntaxes: &[],
        reads: &[],
        writes: &[],
        cost: 0,
        isae: "",
    };

    /// The length of the instruction in bytes, opcode included. Half a byte counts as a whole one.
    pub const fn length(&self) -> usize {
        1 + self.shift(self.fields.len()).div_ceil(8) as usize
    }

    /// Whether the arguments end with half a byte. The other half is unused, but for a profile with
    /// [`Decoding::Lenient`](crate::profile::Decoding::Lenient), where the next instruction begins there.
    pub const fn ends_with_half(&self) -> bool {
        !self.shift(self.fields.len()).is_multiple_of(8)
    }

    /// Whether this build runs the instruction. Those of an ISA extension that it was built without
    /// are reserved. A build without the machine only assembles, and has them all.
    pub const fn is_enabled(&self) -> bool {
        if cfg!(not(feature = "vm")) || self.isae.is_empty() {
            return true;
        }
        let isae = self.isae;
        !(same_text(isae, "BPDIGEST") && cfg!(not(feature = "digest"))
            || same_text(isae, "SECP256K") && cfg!(not(feature = "secp256k1"))
            || same_text(isae, "ED25519") && cfg!(not(feature = "ed25519")))
    }

    /// Where the field with this index begins in the instruction word, counted from behind the
    /// opcode.
    pub(super) const fn shift(&self, field: usize) -> u32 {
        let mut shift = 0;
        let mut i = 0;
        while i < field && i < self.fields.len() {
            shift += self.fields[i].bits;
            i += 1;
        }
        shift
    }

    /// Where the field with this index begins in the instruction word.
    pub const fn field_shift(&self, field: usize) -> u32 {
        8 + self.shift(field)
    }

    /// The bits of the field with this index in an instruction word.
    pub const fn field_bits(&self, word: u128, field: usize) -> u64 {
        (word >> self.field_shift(field)) as u64 & (u64::MAX >> (64 - self.fields[field].bits))
    }

    /// The field that names a place in the data segment.
    pub fn data_field(&self) -> Option<usize> {
        self.fields
            .iter()
            .position(|field| matches!(field.kind, FieldKind::RegisterData | FieldKind::StringData))
    }

    /// The field that names a library.
    pub fn library_field(&self) -> Option<usize> {
        self.fields.iter().position(|field| matches!(field.kind, FieldKind::Library))
    }

    /// The opcode and the fixed bits, all others zero.
    pub const fn fixed_bits(&self) -> u128 {
        let mut word = self.opcode as u128;
        let mut i = 0;
        while i < self.fields.len() {
            if let FieldKind::Fixed(value) = self.fields[i].kind {
                word |= (value as u128) << self.field_shift(i);
            }
            i += 1;
        }
        word
    }

    /// Ones where [`fixed_bits`](Form::fixed_bits) says what an instruction word has.
    pub const fn fixed_mask(&self) -> u128 {
        let mut mask = 0xFF;
        let mut i = 0;
        while i < self.fields.len() {
            if let FieldKind::Fixed(_) = self.fields[i].kind {
                mask |= ((1u128 << self.fields[i].bits) - 1) << self.field_shift(i);
            }
            i += 1;
        }
        if self.ends_with_half() {
            mask |= 0xF << self.field_shift(self.fields.len());
        }
        mask
    }

    /// Resolves the words of an operand in a row against the row's fields.
    ///
    /// # Panics
    ///
    /// In constant evaluation, where a row names a field that it does not have.
    pub const fn operand(fields: &[Field], words: [&str; 4]) -> OperandForm {
        let [word, second, number, library] = words;
        if same_text(word, "st0") {
            return OperandForm::Status;
        }
        if same_text(word, "minus") {
            return OperandForm::Step { field: required(fields, second), negated: true };
        }
        if !library.is_empty() {
            return OperandForm::Site {
                offset: required(fields, word),
                library: required(fields, library),
            };
        }
        if !second.is_empty() || !number.is_empty() {
            let size = match RegisterSize::from_name(word) {
                Some(size) => SizeOf::Fixed(size),
                None => SizeOf::Field(required(fields, word)),
            };
            let index = if number.is_empty() {
                IndexOf::Field(required(fields, second))
            } else {
                IndexOf::Fixed(number.as_bytes()[0] - b'0')
            };
            return OperandForm::Register { size, index };
        }
        let field = required(fields, word);
        match fields[field].kind {
            FieldKind::RegisterData => OperandForm::RegisterData(field),
            FieldKind::StringData => OperandForm::StringData(field),
            FieldKind::Offset => OperandForm::Target(field),
            FieldKind::Step => OperandForm::Step { field, negated: false },
            FieldKind::Switch => OperandForm::Switch(field),
            FieldKind::Unsigned => OperandForm::Unsigned(field),
            _ => panic!("an operand of a row needs a size and an index, or an immediate field"),
        }
    }

    /// The index of the field with this name; none for the empty name.
    ///
    /// # Panics
    ///
    /// In constant evaluation, where a row names a field that it does not have.
    pub const fn field(fields: &[Field], name: &str) -> Option<usize> {
        if name.is_empty() { None } else { Some(required(fields, name)) }
    }

    /// The index of the field with this name.
    ///
    /// # Panics
    ///
    /// In constant evaluation, where a row names a field that it does not have.
    pub const fn required_field(fields: &[Field], name: &str) -> usize {
        required(fields, name)
    }
}

const fn required(fields: &[Field], name: &str) -> usize {
    let mut i = 0;
    while i < fields.len() {
        if same_text(fields[i].name, name) {
            return i;
        }
        i += 1;
    }
    panic!("a row of the instruction table names a field that it does not have")
}
