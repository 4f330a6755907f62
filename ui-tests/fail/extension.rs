//! Mistakes with the instructions of a host's extension.

use aluvm::isa::{Idx16, Idx32, SignFlag, Unsigned8};
use aluvm::{Instr, aluasm, isa_extension};

isa_extension! {
    /// Instructions that read the state of a contract.
    pub enum StateInstr: "STATE" {
        /// Sets an integer register to the value under a key.
        Load = 0x90 [key: Idx16, #0/4, dst: Idx32, #0/3]
            "sload" (s16 key, a64 dst) reads(s16 key) writes(a64 dst, st0) cost 200;
        /// Waits for blocks.
        Wait = 0x91 [flag: SignFlag, #0/7, blocks: Unsigned8]
            "swait" .flag (blocks) reads() writes() cost 1;
    }
}

static CODE: [Instr; 8] = aluasm! {
    #![isa(StateInstr)]
    slaod   s16[0], a64[1];
    sload   s16[0], a32[1];
    sload   s16[0];
    sload   a64[1], s16[0];
    sload.u s16[0], a64[1];
    swait   1;
    swait.u 256;
    SLOAD   s16[0], a64[1];
};

static WITHOUT: [Instr; 1] = aluasm! {
    sload   s16[0], a64[1];
};

static MISSING: [Instr; 1] = aluasm! {
    #![isa(MissingInstr)]
    ret;
};

static NO_EXTENSION: [Instr; 1] = aluasm! {
    #![isa(String)]
    ret;
};

static NO_PATH: [Instr; 1] = aluasm! {
    #![isa]
    ret;
};

static EMPTY_PATH: [Instr; 1] = aluasm! {
    #![isa()]
    ret;
};

static LATE: [Instr; 1] = aluasm! {
    ret;
    #![isa(StateInstr)]
};

fn main() {}
