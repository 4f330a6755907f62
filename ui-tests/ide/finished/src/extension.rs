//! A host's own instructions, and a block that uses them.

use std::ops::ControlFlow;

use aluvm::isa::Idx32;
use aluvm::{Extension, Instr, Registers, aluasm, isa_extension};

isa_extension! {
    /// What a contract can ask of its block chain.
    pub enum /*?def ChainInstr*/ChainInstr: "CHAIN" {
        /// Sets an integer register to the height of the chain.
        Height = 0x90 [dst: Idx32, #0/3]
            "height" (a64 dst)
            reads() writes(a64 dst) cost 10;
    }
}

impl Extension for ChainInstr {
    type Context<'c> = u64;

    fn execute(&self, registers: &mut Registers, height: &mut u64) -> ControlFlow<()> {
        let ChainInstr::Height { dst } = self;
        match registers.set_a64(dst.get() as u8, *height) {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        }
    }
}

pub static CODE: [Instr; 2] = aluasm! {
    #![isa(/*?goto ChainInstr; hover What a contract can ask*/ChainInstr)]
    /*?hover the height of the chain*/height  a64[0];
    ret;
};

pub static BY_PATH: [Instr; 2] = aluasm! {
    #![isa(crate::extension::/*?goto ChainInstr; hover What a contract can ask*/ChainInstr)]
    /*?hover the height of the chain*/height  a64[0];
    ret;
};
