//! A statement whose last operand is missing.

use aluvm::{Instr, aluasm};

/// The documentation of the limit.
const /*?def LIMIT*/LIMIT: u16 = 1000;
const /*?def BEHIND*/BEHIND: u16 = 7;

static CODE: [Instr; 4] = aluasm! {
    let counter = a16[0];
    put     a16[2], /*?goto LIMIT; use LIMIT; hover The documentation of the limit*/LIMIT;
    /*?hover Adds two integers*/add.uc  counter, ;
    put     a16[1], /*?goto BEHIND; rename BEHIND; complete LIMIT*/BEHIND;
    /*?hover Returns behind the last*/ret;
};

fn behind() -> u16 {
    /*?goto LIMIT; rename LIMIT; complete LIMIT, BEHIND*/LIMIT
}
