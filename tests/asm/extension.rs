//! A host's instructions, written in the notation of the base table.

use aluvm::isa_extension;
use aluvm_core::isa::*;

isa_extension! {
    /// Instructions that use every operand an extension can have.
    pub(crate) enum TestSet: "TEST" {
        /// Reads a value of the contract.
        Load = 0x90 [key: Unsigned16, size: SizeA, dst: Idx32]
            "load" (size dst, key) reads() writes(size dst) cost 7;
        /// Adds numbers of its own kind.
        Blend = 0x91 [flag: SignFlag, first: Idx32, second: Idx32, #5/5, number: Unsigned32,
            small: Unsigned8, is_loud: Switch, #0/7]
            "blend" .flag (r256 first, s16 0, f64 second, number, small, is_loud)
            reads(r256 first, s16 0, f64 second) writes(st0) cost 20;
        /// Adds to a general register, which the base set cannot.
        AddR = 0x92 [size: SizeR, src: Idx32]
            "add" (size src) reads(size src) writes(size src) cost 1;
        /// Jumps somewhere.
        Leap = 0x93 [target: Offset, step: Step]
            "a_long_mnemonic" (target, step) reads() writes() cost 1;
    }
}
