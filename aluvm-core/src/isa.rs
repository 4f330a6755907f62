//! The instruction set: what every instruction is called, how it is laid out, what it reads and
//! writes and what it costs.
//!
//! Each instruction is one row of [`table`](self); `define_isa!` turns the rows
//! into [`Instr`] with its encoding, and into [`FORMS`], the description that the assembler, the
//! printer, the diagnostics and the reference manual walk. A host's own instructions are rows of
//! the same notation.

mod access;
mod ambiguity;
mod both;
mod check;
mod data;
#[macro_use]
mod define;
mod extension;
mod field;
mod flags;
mod form;
mod operand;
mod register;
mod size;
mod table;
mod word;

pub use both::Both;
pub use check::{RowError, check_extension, check_table, extension_row_error, id_error, row_error};
pub use data::{Beside, Data, Given, LibraryRef, ShortBytes};
pub(crate) use extension::ids;
pub use extension::{ExtensionInstr, INSTR_MAX, InstructionSet, NoExtension, Verbatim};
pub use field::{Field, FieldKind, Flag};
pub use flags::{
    DeleteFlag, EdAddFlag, EqualFlag, FillFlag, FloatEqualFlag, InsertFlag, IntFlags, MergeFlag,
    Rounding, SignFlag, SplitFlag,
};
pub use form::{Form, IndexOf, OperandForm, SizeOf, Syntax};
pub use operand::{
    Idx8, Idx16, Idx32, LibraryIndex, Offset, Operand, RegisterData, Step, StringData, Switch,
    Unsigned8, Unsigned16, Unsigned32,
};
pub use register::{Family, Register, RegisterNameError, RegisterSize};
pub use size::{SizeA, SizeA2, SizeAF, SizeAR, SizeF, SizeR, SizeScalar};
pub use table::{FORMS, Instr, opcode};
pub use word::{Packer, Unpacker};
