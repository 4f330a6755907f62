//! Blocks in a crate without the standard library.

#![no_std]
#![deny(warnings)]

extern crate std;

use aluvm::{Instr, LibId, LibSite, aluasm};

const LIBRARY: LibId = LibId::from_bytes([7; 32]);
const SITE: LibSite = LibSite { lib: LIBRARY, offset: 0x10 };

pub static CODE: [Instr; 5] = aluasm! {
    put     s16[0], "text";
    put     f32[0], 0.1;
    call    0x10 @ LIBRARY;
    call    SITE;
    ret;
};

// Nothing of the prelude is used, nor what the crate defines under such names.
mod shadowed {
    #![allow(dead_code)]

    use aluvm::aluasm;

    struct Option;
    struct Some;
    struct None;
    struct Result;
    mod core {}
    mod std {}
    mod aluvm_core {}
    fn add() {}
    fn group() {}

    pub static CODE: [::aluvm::Instr; 2] = aluasm! { add.uc a8[0], a8[1]; jmp { 5 }; };
}

fn main() {
    assert_eq!(CODE[2], CODE[3]);
    assert_eq!(shadowed::CODE.len(), 2);
}
