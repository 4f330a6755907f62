//! Nothing typed yet, where a statement or an operand is to come.

use aluvm::{Instr, aluasm};

/// The documentation of the limit.
const /*?def LIMIT*/LIMIT: u16 = 1000;

static STATEMENT: [Instr; 3] = aluasm! {
    let counter = a16[0];
    put     counter, /*?goto LIMIT; use LIMIT*/LIMIT;
    /*?complete put, ret, add; document ret*/
};

static OPERAND: [Instr; 3] = aluasm! {
    let counter = a16[0];
    put     counter, /*?complete LIMIT, counter; document LIMIT*/;
    inc     /*?complete counter*/;
    put     a16[1], /*?goto LIMIT; rename LIMIT*/LIMIT;
};
