//! Statements and labels with conditions, in each place where a block can stand.

#![deny(warnings)]

use aluvm::{Instr, aluasm};

const LIMIT: u16 = 1000;

static STATIC: [Instr; 3] = aluasm! {
    #[cfg(all())]
    put     a16[0], LIMIT;
    #[cfg(any())]
    put     a16[0], MISSING;
    /// A label is a statement of its own.
    #[cfg(any())]
    #[cfg(all())]
    next:
    #[cfg(not(any()))]
    next:
    #[cfg_attr(all(), cfg(any()))]
    dec     a16[0];
    #[cfg_attr(any(), cfg(any()))]
    jif     next;
    ret;
};
const CONST: [Instr; 2] = aluasm! { #[cfg(test)] ret; inc a8[0]; #[cfg(not(test))] ret; };
static REFERENCE: &[Instr] = &aluasm! { #[cfg(all())] ret; };
const NOTHING: [Instr; 0] = aluasm! { #[cfg(any())] ret; };

aluvm::isa_extension! {
    /// An extension.
    enum StateInstr: "STATE" {
        /// Stops.
        #[cfg(all())]
        Halt = 0x90 "shalt" () reads() writes() cost 1;
        /// Stops in another build.
        #[cfg(any())]
        Halt = 0x91 "shalt" () reads() writes() cost 1;
    }
}

trait Bounded {
    const LIMIT: u8;

    fn code() -> [Instr; 2] {
        aluasm! {
            #[cfg(all())]
            let counter = a8[1];
            #[cfg(any())]
            let counter = a8[2];
            put     counter, Self::LIMIT;
            #[cfg(any())]
            put     counter, 5;
            ret;
        }
    }
}

impl Bounded for u8 {
    const LIMIT: u8 = 7;
}

fn generic<const N: u16>() -> [Instr; 2] {
    aluasm! {
        #![isa(StateInstr)]
        #[cfg(all())] jmp N;
        #[cfg(any())] jmp 5;
        shalt;
    }
}

macro_rules! in_a_macro {
    ($(#[$condition:meta] $value:expr),*) => {
        aluasm! { $(#[$condition] put a8[0], $value;)* }
    };
}

macro_rules! with_rows {
    (($(#[$condition:meta])?) $value:expr) => {
        aluasm! { #![isa(StateInstr)] $(#[$condition])? put a8[0], $value; shalt; }
    };
}

fn main() {
    assert_eq!(STATIC, aluasm! { put a16[0], 1000; next: jif next; ret; });
    assert_eq!(CONST, aluasm! { inc a8[0]; ret; });
    assert_eq!((REFERENCE, NOTHING.len()), (&aluasm! { ret; }[..], 0));
    assert_eq!(u8::code(), aluasm! { put a8[1], 7; ret; });
    assert_eq!(generic::<3>()[0], aluasm! { jmp 3; }[0]);
    assert_eq!(with_rows!(() 1 + 1)[0], aluasm! { put a8[0], 2; }[0]);
    assert_eq!(with_rows!((#[cfg(all())]) 1 + 1)[0], aluasm! { put a8[0], 2; }[0]);
    assert_eq!(in_a_macro!(#[cfg(all())] 1 + 1, #[cfg(any())] 3), aluasm! { put a8[0], 2; });
}
