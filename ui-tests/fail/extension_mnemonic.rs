//! Mnemonics with which no statement can begin.

use aluvm::isa::Idx32;
use aluvm::isa_extension;

isa_extension! {
    /// Mnemonics of several kinds.
    pub enum Words: "WORDS" {
        /// Flags.
        Flags = 0x90 [a: Idx32, #0/3] "cn.i" (a8 a) reads() writes() cost 1;
        /// Two words.
        Two = 0x91 [a: Idx32, #0/3] "Foo bar" (a8 a) reads() writes() cost 1;
        /// None.
        Empty = 0x92 [a: Idx32, #0/3] "" (a8 a) reads() writes() cost 1;
        /// A digit first.
        Digit = 0x93 [a: Idx32, #0/3] "2nd" (a8 a) reads() writes() cost 1;
        /// The second text.
        Second = 0x94 [a: Idx32, #0/3]
            "fine_2" (a8 a) | "fine-too" (a16 a)
            reads() writes() cost 1;
    }
}

fn main() {}
