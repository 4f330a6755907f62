//! Several extensions in one block, library and program.

use std::ops::ControlFlow;

use aluvm::flow::{Flow, Surroundings};
use aluvm::isa::{Idx16, Idx32, InstructionSet, Unsigned16};
use aluvm::profile::Profile;
use aluvm::vm::Stop;
use aluvm::{
    Both, Extension, Instr, Lib, LibSite, Program, ProgramError, Registers, Vm, aluasm, alulib,
    isa_extension,
};

mod chain {
    use super::*;

    isa_extension! {
        /// What a contract can ask of its block chain.
        pub enum ChainInstr: "CHAIN" {
            /// Sets an integer register to the height of the chain.
            Height = 0x90 [dst: Idx32, #0/3] "height" (a64 dst) reads() writes(a64 dst) cost 10;
            /// Fails.
            Halt = 0x91 "halt" () reads() writes(st0) cost 1;
        }
    }

    /// A chain.
    pub trait Chain {
        /// How many blocks it has.
        fn height(&self) -> u64;
    }

    impl Extension for ChainInstr {
        type Context<'c> = dyn Chain + 'c;

        fn execute(
            &self,
            registers: &mut Registers,
            chain: &mut (dyn Chain + '_),
        ) -> ControlFlow<()> {
            match self {
                ChainInstr::Height { dst } => registers.put_a64(*dst, chain.height()),
                ChainInstr::Halt => return ControlFlow::Break(()),
            }
            ControlFlow::Continue(())
        }
    }
}

isa_extension! {
    /// A place to store numbers.
    pub enum StoreInstr: "STORE" {
        /// Stores a number.
        Store = 0xA0 [key: Unsigned16, src: Idx16, #0/4] "store" (key, a64 src) reads(a64 src) writes() cost 5;
        /// Loads a number.
        Load = 0xA1 [key: Unsigned16, dst: Idx16, #0/4] "load" (key, a64 dst) reads() writes(a64 dst) cost 5;
    }
}

/// What is stored.
type Stored = std::collections::BTreeMap<u16, u64>;

impl Extension for StoreInstr {
    type Context<'c> = Stored;

    fn execute(&self, registers: &mut Registers, stored: &mut Stored) -> ControlFlow<()> {
        match self {
            StoreInstr::Store { key, src } => {
                if let Some(number) = registers.a64(src.byte()) {
                    stored.insert(key.0, number);
                }
            }
            StoreInstr::Load { key, dst } => registers.put_a64(*dst, stored.get(&key.0).copied()),
        }
        ControlFlow::Continue(())
    }
}

isa_extension! {
    /// Counts.
    pub enum CountInstr: "COUNT" {
        /// Counts one.
        Count = 0xB0 "count" () reads() writes() cost 1;
    }
}

impl Extension for CountInstr {
    type Context<'c> = u32;

    fn execute(&self, _: &mut Registers, count: &mut u32) -> ControlFlow<()> {
        *count += 1;
        ControlFlow::Continue(())
    }
}

type Two = Both<chain::ChainInstr, StoreInstr>;
type Three = Both<chain::ChainInstr, Both<StoreInstr, CountInstr>>;

struct Blocks<'b>(&'b [u8]);

impl chain::Chain for Blocks<'_> {
    fn height(&self) -> u64 {
        self.0.len() as u64
    }
}

const KEY: u16 = 7;

const TWO: [Instr; 5] = aluasm! {
    #![isa(chain::ChainInstr, StoreInstr)]
    load    KEY, a64[1];
    height  a64[0];
    add.uc  a64[1], a64[0];
    store   KEY, a64[0];
    ret;
};

static THREE: [Instr; 4] = aluasm! {
    #![isa(chain::ChainInstr, StoreInstr, CountInstr,)]
    count;
    store   3, a64[0];
    height  a64[9];
    ret;
};

fn program(lib: &Lib) -> Program<Two> {
    Program::link(LibSite::start(lib.id()), [lib.clone()]).expect("both are there")
}

#[test]
fn each_instruction_has_the_context_of_its_extension() {
    let lib = Lib::assemble(&TWO).expect("short");
    let program = program(&lib);
    let (bytes, mut stored) = ([0; 5], Stored::from([(KEY, 2)]));
    let mut chain = Blocks(&bytes);
    let mut vm = Vm::with_extension();
    assert!(vm.run_with(&program, &mut (&mut chain, &mut stored)).is_success());
    assert_eq!(vm.registers().a64(0), Some(7));
    assert_eq!(stored, Stored::from([(KEY, 7)]));
    let mut steps = Vec::new();
    let mut context: (&mut dyn chain::Chain, &mut Stored) = (&mut chain, &mut stored);
    let outcome = vm.trace(&program, program.entry(), &mut context, |step| {
        steps.push(step.instr.to_string());
    });
    assert!(outcome.is_success());
    assert_eq!(steps.len(), TWO.len());
    assert_eq!(steps[1], "height  a64[0]");
}

#[test]
fn more_than_two() {
    let lib = Lib::assemble(&THREE).expect("short");
    assert_eq!(lib.isae().to_string(), "ALU CHAIN COUNT STORE");
    let program: Program<Three> =
        Program::link(LibSite::start(lib.id()), [lib]).expect("all are there");
    let (mut count, mut stored, mut chain) = (0, Stored::new(), Blocks(&[1; 3]));
    let mut vm = Vm::with_extension();
    vm.registers_mut().set_a64(0, 8).expect("a register");
    let outcome = vm.run_with(&program, &mut (&mut chain, &mut (&mut stored, &mut count)));
    assert_eq!(outcome.stop, Stop::Finished);
    assert_eq!((count, vm.registers().a64(9)), (1, Some(3)));
    assert_eq!(stored, Stored::from([(3, 8)]));
}

#[test]
fn rows_of_all_are_numbered_through() {
    let rows: Vec<u8> = Three::FORMS.iter().map(|form| form.row).collect();
    assert_eq!(rows, [0, 1, 2, 3, 4]);
    let names: Vec<&str> = Three::FORMS.iter().map(|form| form.name).collect();
    assert_eq!(names, ["Height", "Halt", "Store", "Load", "Count"]);
    assert_eq!(Two::from_word(0x91), Some(Both::First(chain::ChainInstr::Halt)));
    assert_eq!(Three::from_word(0xB0), Some(Both::Second(Both::Second(CountInstr::Count))));
    assert_eq!(Two::from_word(0xB0), None);
}

#[test]
fn text_of_both_reads_back() {
    let lib = Lib::assemble(&TWO).expect("short");
    assert_eq!(lib.isae().to_string(), "ALU CHAIN STORE");
    assert_eq!(lib.disassemble::<Two>(), TWO);
    let text = lib.listing::<Two>().to_string();
    assert!(text.contains("height  a64[0];") && text.contains("store   7, a64[0];"), "{text}");
    assert_eq!(Lib::from_text::<Two>(&text), Ok(lib.clone()));
    // With one of the two, instructions of the other are bytes.
    assert!(!lib.listing::<StoreInstr>().to_string().contains("height"));
    assert!(Lib::from_text::<StoreInstr>("height a64[0]; ret;").is_err());
    let flow = Flow::of_lib::<Two>(&lib, &Surroundings::default());
    assert_eq!(flow.graph().blocks().len(), 1);
    let printed = flow.print::<Two>(&lib).to_string();
    assert!(printed.contains("load    7, a64[1]"), "{printed}");
}

#[test]
fn a_network_names_both() {
    let lib = Lib::assemble_for::<Two>(&TWO, &Profile::RGB_0_11).expect("short");
    assert_eq!(lib.isae().to_string(), "ALU BPDIGEST CHAIN STORE");
    assert_eq!(lib.disassemble_for::<Two>(&Profile::RGB_0_11), TWO);
}

#[test]
fn what_one_lacks_is_refused() {
    let lib = Lib::assemble(&TWO).expect("short");
    let program = Program::<StoreInstr>::link(LibSite::start(lib.id()), [lib.clone()]);
    let Err(ProgramError::UnsupportedExtension { isa, .. }) = program else {
        panic!("{program:?}");
    };
    assert_eq!(isa.as_str(), "CHAIN");
}

alulib! {
    mod contract {
        #![isa(super::chain::ChainInstr, super::StoreInstr)]

        /// Stores how high the chain is, and gives what was stored before.
        pub fn swap() -> (before: a64[1]?) {
                load    7, before;
                height  a64[0];
                store   7, a64[0];
                ret;
        }

        pub fn stop() {
                halt;
                ret;
        }
    }
}

#[test]
fn calls_take_both_contexts() {
    assert_eq!(contract::LIB.isae().to_string(), "ALU CHAIN STORE");
    let (mut chain, mut stored) = (Blocks(&[0; 4]), Stored::from([(KEY, 9)]));
    let mut vm: Vm<Two> = Vm::with_extension();
    let swapped = contract::swap(&mut vm, &mut (&mut chain, &mut stored));
    assert_eq!(swapped.expect("stored").before, Some(9));
    assert_eq!(stored, Stored::from([(KEY, 4)]));
    let error = contract::stop(&mut vm, &mut (&mut chain, &mut stored)).unwrap_err();
    assert!(error.to_string().contains("halt"), "{error}");
}
