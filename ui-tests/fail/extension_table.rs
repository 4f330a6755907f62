//! Tables of an extension that cannot be.

use aluvm::isa::{Idx8, Idx16, Idx32, SizeA, Unsigned8};
use aluvm::isa_extension;

mod overlap {
    use super::*;

    isa_extension! {
        /// Two rows with one encoding.
        pub enum Overlap: "OVERLAP" {
            /// First.
            First = 0x90 [a: Idx32, #0/3] "first" (a8 a) reads() writes() cost 1;
            /// Second.
            Second = 0x90 [b: Idx32, #0/3] "second" (a8 b) reads() writes() cost 1;
        }
    }
}

mod not_whole_bytes {
    use super::*;

    isa_extension! {
        /// Arguments of five bits.
        pub enum Odd: "ODD" {
            /// Odd.
            Odd = 0x90 [a: Idx32] "odd" (a8 a) reads() writes() cost 1;
        }
    }
}

mod ambiguous {
    use super::*;

    isa_extension! {
        /// Two rows with one text.
        pub enum Ambiguous: "AMBIG" {
            /// First.
            First = 0x90 [a: Idx32, #0/3] "same" (a8 a) reads() writes() cost 1;
            /// Second.
            Second = 0x91 [b: Idx32, #0/3] "same" (a8 b) reads() writes() cost 1;
        }
    }
}

mod taken_text {
    use super::*;

    isa_extension! {
        /// A text of the base table.
        pub enum TakenText: "TAKEN" {
            /// As `inc`.
            Inc = 0x90 [a: Idx32, size: SizeA] "inc" (size a) reads() writes() cost 1;
        }
    }
}

mod taken_opcode {
    use super::*;

    isa_extension! {
        /// An opcode of a shipped instruction, and one outside of the range.
        pub enum TakenOpcode: "TAKEN" {
            /// As `ripemd`.
            Hash = 0x80 [a: Idx16, b: Idx16] "hash" (s16 a, r256 b) reads() writes() cost 1;
        }
    }
}

mod range {
    use super::*;

    isa_extension! {
        /// An opcode of the base table.
        pub enum Range: "RANGE" {
            /// Too low.
            Low = 0x40 [a: Unsigned8] "low" (a) reads() writes() cost 1;
        }
    }
}

mod id {
    use super::*;

    isa_extension! {
        /// A wrong id.
        pub enum Id: "lower" {
            /// Something.
            Some = 0x90 [a: Unsigned8] "some" (a) reads() writes() cost 1;
        }
    }
}

mod unnamed_field {
    use super::*;

    isa_extension! {
        /// A field that no text names.
        pub enum Unnamed: "UNNAMED" {
            /// Lost.
            Lost = 0x90 [a: Idx8, b: Idx32] "lost" (a8 a) reads() writes() cost 1;
        }
    }
}

/// What is wrong with a table is said once, not again where the extension is used.
mod used {
    use super::*;
    use aluvm::{Instr, aluasm};

    isa_extension! {
        /// An instruction without documentation.
        pub enum Used: "USED" {
            Load = 0x90 [key: Idx16, dst: Idx16] "uload" (s16 key, a64 dst) reads() writes() cost 1;
        }
    }

    pub const LOAD: Used = Used::Load { key: KEY, dst: KEY };
    const KEY: Idx16 = match Idx16::new(1) {
        Some(key) => key,
        None => panic!(),
    };
    static CODE: [Instr; 1] = aluasm! {
        #![isa(Used)]
        uload s16[0], a64[1];
    };
}

fn main() {}
