//! Values of the public interface can be keys: those that are compared are hashed, and those that have an order have it.

use std::hash::Hash;

use aluvm::bytes::{ByteString, TooLong};
use aluvm::codec::{Decoded, EncodeError, Segments};
use aluvm::flow::{
    Bounds, Callee, Declared, Definedness, Finding, Loop, Origin, Problem, RegisterSet, Signature,
    Summary, Turn,
};
use aluvm::isa::{
    Both, Data, DeleteFlag, EdAddFlag, EqualFlag, ExtensionInstr, Family, FillFlag, Flag,
    FloatEqualFlag, Idx8, Idx16, Idx32, IndexOf, InsertFlag, Instr, IntFlags, LibraryIndex,
    LibraryRef, MergeFlag, NoExtension, Offset, OperandForm, Register, RegisterNameError,
    RegisterSize, Rounding, RowError, SignFlag, SizeA, SizeA2, SizeAF, SizeAR, SizeF, SizeOf,
    SizeR, SizeScalar, SplitFlag, Step, Switch, Unsigned8, Unsigned16, Unsigned32, Verbatim,
};
use aluvm::library::{
    AssembleError, IsaId, IsaIdError, Isae, IsaeError, Lib, LibError, LibFileError, LibId,
    LibIdError, LibSite, LibSiteError, Libs, ProgramError,
};
use aluvm::profile::{Choice, Profile, UnknownProfile};
use aluvm::vm::{
    Change, Effect, Failure, Next, Outcome, RegisterError, Stop, Value, ValueError, ValueErrorKind,
};

macro_rules! are {
    ($bound:path: $($Type:ty)*) => {[$({
        fn is<T: $bound>() -> &'static str {
            std::any::type_name::<T>()
        }
        is::<$Type>()
    }),*]};
}

trait Key: Eq + Hash {}
impl<T: Eq + Hash> Key for T {}

trait Ordered: Ord + Hash {}
impl<T: Ord + Hash> Ordered for T {}

#[test]
fn compared_is_hashed() {
    let names = are! { Key:
        TooLong Decoded EncodeError Segments Bounds Callee Declared Definedness Finding Loop Origin Problem
        RegisterSet Signature Summary Turn Data DeleteFlag EdAddFlag EqualFlag ExtensionInstr Family FillFlag Flag
        FloatEqualFlag Idx8 Idx16 Idx32 IndexOf InsertFlag Instr IntFlags LibraryIndex LibraryRef MergeFlag
        NoExtension Both<NoExtension, NoExtension> Offset OperandForm RegisterNameError Rounding RowError SignFlag SizeOf
        SplitFlag Step Switch Unsigned8 Unsigned16 Unsigned32 Verbatim AssembleError IsaIdError IsaeError LibError
        LibFileError LibIdError LibSiteError ProgramError Choice Profile UnknownProfile Change Effect Failure Next
        Outcome RegisterError Stop ValueError ValueErrorKind
    };
    assert!(names.len() > 60);
}

#[test]
fn values_have_an_order() {
    let names = are! { Ordered:
        ByteString Value Idx8 Idx16 Idx32 Register RegisterSize SizeA SizeA2 SizeAF SizeAR SizeF SizeR
        SizeScalar IsaId Isae Lib LibId LibSite Libs Finding Problem Origin
    };
    assert!(names.len() > 20);
    // By the bytes that they are written with.
    let id = |byte| LibId::from_bytes([byte; 32]);
    assert!(id(1) < id(2) && LibSite::new(id(1), 9) < LibSite::new(id(2), 0));
}

/// The constants of opcodes are those of the rows, each by the name of its variant.
#[test]
fn opcodes_are_those_of_the_rows() {
    use aluvm::isa::{FORMS, opcode};
    let opcode_of =
        |name: &str| FORMS.iter().find(|form| form.name == name).map(|form| form.opcode);
    assert_eq!(opcode_of("AddA"), Some(opcode::AddA));
    assert_eq!(opcode_of("Extr"), Some(opcode::Extr));
    assert_eq!([opcode::Fail, opcode::PutA, opcode::Extr, opcode::Nop], [0x00, 0x0B, 0x39, 0xFF]);
    let matched = match Instr::Ret.to_word() {
        Some((word, _)) => word as u8 == opcode::Ret,
        None => false,
    };
    assert!(matched);
}
