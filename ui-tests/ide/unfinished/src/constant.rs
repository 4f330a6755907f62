//! A constant half typed, and the statement without its end.

use aluvm::{Instr, aluasm};

const /*?def LIMIT*/LIMIT: u16 = 1000;
const LIMITLESS: u16 = 1;

static CODE: [Instr; 3] = aluasm! {
    put     a16[0], /*?goto LIMIT; use LIMIT*/LIMIT;
    put     a16[1], /*?complete LIMIT, LIMITLESS*/LIMI;
    ret;
};

static UNENDED: [Instr; 3] = aluasm! {
    put     a16[0], /*?goto LIMIT; rename LIMIT*/LIMIT;
    /*?hover Sets an integer register to a constant*/put     a16[1], /*?goto LIMIT; use LIMIT; complete LIMIT*/LIMIT
    put     a16[2], /*?goto LIMIT; use LIMIT*/LIMIT;
    /*?hover Returns behind the last*/ret;
};
