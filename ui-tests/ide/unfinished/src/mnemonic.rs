//! The beginning of a statement.

use aluvm::{Instr, aluasm};

const /*?def LIMIT*/LIMIT: u16 = 1000;

static CODE: [Instr; 3] = aluasm! {
    put     a16[0], /*?goto LIMIT; use LIMIT*/LIMIT;
    /*?complete put, putif; document put*/pu
    put     a16[1], /*?goto LIMIT; rename LIMIT*/LIMIT;
    /*?hover Returns behind the last*/ret;
};

static LAST: [Instr; 2] = aluasm! {
    put     a16[0], /*?use LIMIT*/LIMIT;
    /*?complete ret, rev, rem*/re
};
