//! Blocks in all places where Rust has expressions, without a warning.

#![deny(warnings)]
#![forbid(unused_imports, path_statements, unreachable_patterns, unused_variables)]

use aluvm::{Instr, Lib, aluasm};

const CONST: [Instr; 2] = aluasm! { put a8[0], 5; ret; };
static STATIC: [Instr; 2] = aluasm! { put a8[0], 5; ret; };
static SLICE: &[Instr] = &aluasm! { put a8[0], 5; ret; };

struct Contract;

impl Contract {
    const CODE: [Instr; 2] = aluasm! { put a8[0], 5; ret; };
}

trait Bounded {
    const LIMIT: u16;

    fn code() -> [Instr; 2] {
        aluasm! { put a16[0], Self::LIMIT; ret; }
    }
}

impl Bounded for Contract {
    const LIMIT: u16 = 700;
}

fn generic<T: Bounded, const N: u16>() -> Vec<Instr> {
    aluasm! {
        put a16[0], T::LIMIT;
        put a16[1], { N + T::LIMIT };
        jmp N;
    }
    .to_vec()
}

mod nested {
    use aluvm::aluasm;

    pub fn two_blocks() -> ([aluvm::Instr; 1], [aluvm::Instr; 1]) {
        (aluasm! { start: jmp start; }, aluasm! { start: routine start; })
    }
}

fn main() {
    assert_eq!(CONST, STATIC);
    assert_eq!(SLICE, Contract::CODE);
    assert_eq!(Contract::code()[0], aluasm! { put a16[0], 700; }[0]);
    assert_eq!(
        generic::<Contract, 3>(),
        aluasm! { put a16[0], 700; put a16[1], 703; jmp 3; }
    );
    assert_eq!(nested::two_blocks().0, aluasm!(jmp 0;));
    assert_eq!(nested::two_blocks().1, aluasm![routine 0;]);
    let empty: [Instr; 0] = aluasm! {};
    assert!(empty.is_empty());
    let lib = Lib::assemble(&aluasm! { ret; }).expect("a library");
    assert_eq!(lib.disassemble::<aluvm::NoExtension>().len(), 1);
}
