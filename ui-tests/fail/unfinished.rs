//! Statements that are not finished: no other error follows, whatever the block stands for.

use aluvm::{Instr, Lib, aluasm};

const LIMIT: u16 = 1000;

static ARRAY: [Instr; 4] = aluasm! {
    put     a16[0], LIMIT;
    put     a16[1],
};

const CONSTANT: [Instr; 2] = aluasm! {
    put
};

static SLICE: &[Instr] = &aluasm! {
    put     a16[0], MISSING;
    add.uc
};

struct Contract;

impl Contract {
    const LIMIT: u16 = 5;
    const CODE: [Instr; 3] = aluasm! { put a16[0], Self::LIMIT; put a16[0] };
}

fn generic<const N: u16>() -> [Instr; 2] {
    aluasm! { put a16[0], N; j }
}

fn main() {
    let code = aluasm! { inc };
    let [_, _, _] = aluasm! { inc };
    assert_eq!(code.len(), 3);
    let lib = Lib::assemble(&aluasm! { inc });
    for instr in code {
        drop(instr.clone());
    }
    takes(aluasm! { inc }, lib);
}

fn takes(_: [Instr; 7], _: Result<Lib, aluvm::AssembleError>) {}
