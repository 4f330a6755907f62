//! Libraries with a host's instructions: the context stands behind the machine.

use std::ops::ControlFlow;

use aluvm::contract::CallErrorKind;
use aluvm::isa::Idx32;
use aluvm::{Extension, Registers, Vm, alulib, isa_extension};

isa_extension! {
    /// What a contract can ask of its block chain.
    pub enum ChainInstr: "CHAIN" {
        /// Sets an integer register to the height of the chain.
        Height = 0x90 [dst: Idx32, #0/3] "height" (a64 dst) reads() writes(a64 dst) cost 10;
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

mod deeper {
    aluvm::alulib! {
        pub mod chain {
            #![isa(super::super::ChainInstr)]

            use super::super::plain;

            pub enum Refusal in a8[5] {
                /// The chain is shorter.
                TooLow = 9,
            }

            /// How long ago a block was.
            pub fn age(since: a64[0]) -> (blocks: a64[1]) {
                    height  blocks;
                    swp     since, blocks;
                    require sub.uc since, blocks => TooLow;
                    call    plain::check;
                    ret;
            }
        }
    }
}

use deeper::chain;

alulib! {
    mod plain {
        pub fn check(x: a64[1]) {
                require ifn a64[9];
                require eq.e x, x;
                ret;
        }
    }
}

#[test]
fn the_context_stands_behind_the_machine() {
    let mut vm: Vm<ChainInstr> = Vm::with_extension();
    assert_eq!(chain::age(&mut vm, &mut 800, 500).expect("older").blocks, 300);
    let error = chain::age(&mut vm, &mut 300, 500).unwrap_err();
    assert_eq!(error.refusal(), Some(chain::Refusal::TooLow));
    assert!(error.to_string().contains("height blocks"), "{error}");
    let CallErrorKind::Refused(refused) = error.kind() else { panic!("{error}") };
    assert_eq!(refused.docs, "The chain is shorter.");
}

#[test]
fn a_library_names_the_extensions_that_it_uses() {
    let names: Vec<String> = chain::LIB.isae().iter().map(|id| id.to_string()).collect();
    assert_eq!(names, ["ALU", "CHAIN"]);
    assert_eq!(chain::LIB.id(), chain::ID);
    let segments = aluvm::Lib::new(
        chain::LIB.isae().clone(),
        chain::LIB.code(),
        chain::LIB.data(),
        chain::LIB.libs().clone(),
    );
    assert_eq!(segments.expect("short").id(), chain::ID);
}
