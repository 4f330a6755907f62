//! A register half typed: its alias, or the register itself.

use aluvm::{Instr, aluasm};

const /*?def LIMIT*/LIMIT: u16 = 1000;

static ALIAS: [Instr; 3] = aluasm! {
    let /*?def counter*/counter = a16[0];
    put     /*?goto counter; use counter*/counter, /*?goto LIMIT; rename LIMIT*/LIMIT;
    inc     /*?complete counter*/coun;
    dec     /*?rename counter*/counter;
};
