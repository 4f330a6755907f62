//! Blocks, the constants that they use, and the library of one.

use aluvm::{Instr, Lib, LibId, LibSite, aluasm};

/// The documentation of the limit.
pub const /*?def LIMIT*/LIMIT: u16 = 1000;
const /*?def RATIO*/RATIO: f64 = 0.5;

pub struct Contract;

impl Contract {
    const /*?def STEP*/STEP: i8 = 2;

    pub fn code() -> [Instr; 3] {
        aluasm! {
            put     a16[0], 0;
            add     Self::/*?goto STEP; rename STEP; hover i8*/STEP, a16[0];
            ret;
        }
    }
}

pub static COUNT: [Instr; 8] = aluasm! {
    let counter = a16[0];

        /*?hover Sets an integer register to a constant*/put     counter, 0;
        put     a16[1], /*?goto LIMIT; use LIMIT; hover The documentation of the limit*/LIMIT;
    next:
        /*?hover Adds a small signed constant*/inc     counter;
        /*?hover less than the second*/lt.u    counter, a16[1];
        jif     next;
        eq.n    counter, a16[1];
        test;
        /*?hover Returns behind the last*/ret;
};

pub static AGAIN: [Instr; 3] = aluasm! {
    put     a16[2], { /*?goto LIMIT; use LIMIT*/LIMIT - 1 };
    put     f64[3], /*?goto RATIO; rename RATIO*/RATIO;
    ret;
};

pub fn limit() -> u16 {
    /*?rename LIMIT*/LIMIT
}

const /*?def SITE*/SITE: LibSite = LibSite::new(LibId::from_bytes([7; 32]), 0);

pub fn calls() -> Lib {
    let code = aluasm! {
        call    /*?goto SITE; rename SITE*/SITE;
        ret;
    };
    Lib::assemble(&code).unwrap_or_else(|_| unreachable!())
}
