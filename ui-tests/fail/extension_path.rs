//! Paths in `#![isa(…)]` that lead to no extension. Each is one error, and the block's own are found as well.

use aluvm::{Instr, aluasm};

pub mod v1 {
    use aluvm::isa::Idx32;

    aluvm::isa_extension! {
        /// An extension.
        pub enum StateInstr: "STATE" {
            /// Sets a register.
            Load = 0x90 [dst: Idx32, #0/3] "sload" (a64 dst) reads() writes(a64 dst) cost 1;
        }
    }
}

pub mod v2 {
    use aluvm::isa::Idx32;

    aluvm::isa_extension! {
        /// An extension.
        enum StateInstr: "STATE" {
            /// Sets a register.
            Load = 0x90 [dst: Idx32, #0/3] "sload" (a64 dst) reads() writes(a64 dst) cost 1;
        }
    }
}

pub mod v3 {
    use aluvm::isa::Idx32;

    aluvm::isa_extension! {
        /// Another extension, with an opcode of the first.
        pub enum OtherInstr: "OTHER" {
            /// Waits.
            Wait = 0x91 "swait" () reads() writes() cost 1;
            /// Sleeps.
            Sleep = 0x90 "ssleep" () reads() writes() cost 1;
        }
    }

    aluvm::isa_extension! {
        /// Another extension, with a text of the first.
        pub enum LikeInstr: "LIKE" {
            /// Loads.
            Like = 0x92 [dst: Idx32, #0/3] "sload" (a64 dst) reads() writes(a64 dst) cost 1;
        }
    }
}

use v1::StateInstr;

type Alias = StateInstr;

static ALIAS: [Instr; 2] = aluasm! {
    #![isa(Alias)]
    sload   a64[0];
    ret;
};

static ALIAS_BY_PATH: [Instr; 2] = aluasm! {
    #![isa(self::Alias)]
    sload   a64[0];
    put     a8[0];
};

static OTHER_TYPE: [Instr; 1] = aluasm! {
    #![isa(std::string::String)]
    sload   a64[0];
};

static MISSPELT: [Instr; 1] = aluasm! {
    #![isa(StateInst)]
    sload   a64[0];
};

static MISSPELT_IN_PATH: [Instr; 1] = aluasm! {
    #![isa(v1::StateInst)]
    sload   a64[0];
};

static MISSPELT_FROM_THE_CRATE: [Instr; 2] = aluasm! {
    #![isa(crate::v1::StateInst)]
    sload   a64[0];
    put     a8[0];
};

static MISSPELT_AT_THE_ROOT: [Instr; 1] = aluasm! {
    #![isa(crate::StateInst)]
    sload   a64[0];
};

static MISSPELT_IN_ITSELF: [Instr; 1] = aluasm! {
    #![isa(self::v1::StateInst)]
    sload   a64[0];
};

static MISSPELT_IN_ANOTHER_CRATE: [Instr; 1] = aluasm! {
    #![isa(::std::string::Strin)]
    sload   a64[0];
};

static A_VALUE: [Instr; 1] = aluasm! {
    #![isa(ALIAS)]
    sload   a64[0];
};

static PRIVATE_FROM_THE_CRATE: [Instr; 1] = aluasm! {
    #![isa(crate::v2::StateInstr)]
    sload   a64[0];
};

static PRIVATE: [Instr; 1] = aluasm! {
    #![isa(v2::StateInstr)]
    sload   a64[0];
};

static SAME_OPCODE: [Instr; 1] = aluasm! {
    #![isa(v1::StateInstr, v3::OtherInstr)]
    sload   a64[0];
};

static SAME_TEXT: [Instr; 1] = aluasm! {
    #![isa(v3::LikeInstr, v1::StateInstr)]
    sload   a64[0];
};

static ONE_MISSING: [Instr; 1] = aluasm! {
    #![isa(v1::StateInstr, StateInst)]
    sload   a64[0];
    other   a64[0];
};

static TWO_ATTRIBUTES: [Instr; 1] = aluasm! {
    #![isa(v1::StateInstr)]
    #![isa(v2::StateInstr)]
    sload   a64[0];
};

static LITERAL: [Instr; 1] = aluasm! {
    #![isa("v1::StateInstr")]
    sload   a64[0];
};

static WITH_ARGUMENT: [Instr; 1] = aluasm! {
    #![isa(v1::StateInstr = 5)]
    sload   a64[0];
};

fn main() {}
