//! The rows of the instructions: encoding, text, and what they read and write.
//!
//! All that can fail has `st0` among what it writes, so that `require` takes it; a failure also stops the
//! program at once.

use aluvm::isa::{Idx16, Idx32, Unsigned16};
use aluvm::isa_extension;

isa_extension! {
    /// The instructions of the RGB network. Types of state are their numbers.
    pub enum RgbInstr: "RGB" {
        /// Counts the inputs of a type of assignments, modulo 2^16.
        Cnp = 0xC0 [assignment: Unsigned16, dst: Idx32, #0/3]
            "cnp" (assignment, a16 dst)
            reads() writes(a16 dst) cost 2;
        /// Counts the outputs of a type of assignments.
        Cns = 0xC1 [assignment: Unsigned16, dst: Idx32, #0/3]
            "cns" (assignment, a16 dst)
            reads() writes(a16 dst) cost 2;
        /// Counts the items of a type of global state in the operation. More than 255 fail.
        Cng = 0xC2 [global: Unsigned16, dst: Idx32, #0/3]
            "cng" (global, a8 dst)
            reads() writes(a8 dst) cost 2;
        /// Counts the items of a type of global state in the contract.
        Cnc = 0xC3 [global: Unsigned16, dst: Idx32, #0/3]
            "cnc" (global, a32 dst)
            reads() writes(a32 dst) cost 2;
        /// Loads the structured state of an input by its index among those of its type. Fails if there is
        /// none.
        Ldp = 0xC4 [assignment: Unsigned16, index: Idx16, dst: Idx16]
            "ldp" (assignment, a16 index, s16 dst)
            reads(a16 index) writes(s16 dst, st0) cost 8;
        /// Loads the structured state of an output by its index among those of its type. Fails if there is
        /// none.
        Lds = 0xC5 [assignment: Unsigned16, index: Idx16, dst: Idx16]
            "lds" (assignment, a16 index, s16 dst)
            reads(a16 index) writes(s16 dst, st0) cost 8;
        /// Loads the amount of an output by its index among those of its type. Fails if there is none.
        Ldf = 0xC6 [assignment: Unsigned16, index: Idx16, dst: Idx16]
            "ldf" (assignment, a16 index, a64 dst)
            reads(a16 index) writes(a64 dst, st0) cost 8;
        /// Loads an item of global state of the operation by its index among those of its type. Fails if
        /// there is none.
        Ldg = 0xC8 [global: Unsigned16, index: Idx16, dst: Idx16]
            "ldg" (global, a8 index, s16 dst)
            reads(a8 index) writes(s16 dst, st0) cost 8;
        /// Loads an item of global state of the contract by its depth, the latest first. Fails if there is
        /// none, and for depths of 2^24 and more.
        Ldc = 0xC9 [global: Unsigned16, depth: Idx16, dst: Idx16]
            "ldc" (global, a32 depth, s16 dst)
            reads(a32 depth) writes(s16 dst, st0) cost 8;
        /// Loads metadata of the operation. Fails if there is none of this type.
        Ldm = 0xCA [meta: Unsigned16, dst: Idx16, #0/4]
            "ldm" (meta, s16 dst)
            reads() writes(s16 dst, st0) cost 6;
        /// Verifies that the amounts of inputs and outputs of a type have one sum. Fails if not, if an
        /// assignment has no amount, if an output is zero, or if a sum passes 64 bits.
        Svs = 0xD0 [assignment: Unsigned16]
            "svs" (assignment)
            reads() writes(st0) cost 20;
        /// Verifies that the sum of the outputs of a type is `a64[0]`; fails as `svs`.
        Sas = 0xD1 [assignment: Unsigned16]
            "sas" (assignment)
            reads(a64 0) writes(st0) cost 20;
        /// Verifies that the sum of the inputs of a type is `a64[0]`; fails as `svs`.
        Sps = 0xD2 [assignment: Unsigned16]
            "sps" (assignment)
            reads(a64 0) writes(st0) cost 20;
        /// Verifies the signature of a transition over its id by a public key. Fails for a genesis, without a
        /// signature, and for a key or a signature that is none. On the network it ends in the middle of a
        /// byte, and all code behind it is read from there.
        Vts = 0xD3 [key: Idx16]
            "vts" (s16 key)
            reads(s16 key) writes(st0) cost 512;
        /// Asks for a mint of an amount to be looked for behind a block of another chain. Fails for an
        /// amount of zero.
        Pma = 0xD4 [amount: Idx16, after_block: Idx16]
            "pma" (a64 amount, a64 after_block)
            reads(a64 amount, a64 after_block) writes(st0) cost 20;
    }
}
