//! A call of a routine by its typed function, and the same run by hand: reset, limit, inputs, run, outputs.
//! `callgrind/check` counts both; their difference is what the typed call adds.

use aluvm_core::call::{CallError, Contract, Module, Outputs, output, parameter};
use aluvm_core::contract::description::Signature;
use aluvm_core::flow::{Bounds, RegisterSet};
use aluvm_core::isa::NoExtension;
use aluvm_core::library::{IsaId, Isae, Lib, LibId, LibSite, Libs, Program};
use aluvm_core::vm::{Registers, Vm};
use aluvm_counted::Run;
use deployed::data::Number;
use deployed::isa::Instr as DeployedInstr;
use deployed::library::LibSite as DeployedSite;
use deployed::reg::{Reg32, RegA};

use crate::guest::deployed_lib;

/// `put a64[2], 1; ret;` and, behind it, `add.uc a64[0], a64[1]; ret;`: a routine that is not the first.
const CODE: &[u8] = &[0x0B, 0x13, 0x00, 0x00, 0x07, 0x20, 0x00, 0x61, 0x07];
const DATA: &[u8] = &[1, 0, 0, 0, 0, 0, 0, 0];
const ADD: u16 = 5;
const ID: LibId = Lib::id_of(&[IsaId::ALU], CODE, DATA, &[]);

static LIB: Lib =
    Lib::from_static(Isae::from_static(&[IsaId::ALU]), CODE, DATA, Libs::from_static(&[]), ID);
static CONTRACT: Contract =
    Contract::new(Module { lib: &LIB, description: &[], imports: &[] }, &[0, ADD]);

static SIGNATURE: Signature<'static> = Signature {
    inputs: &[parameter("x", [3, 0], false, false), parameter("y", [3, 1], false, false)],
    outputs: &[parameter("y", [3, 1], false, false)],
    writes: RegisterSet::EMPTY,
    complexity: Bounds { least: 0, most: None },
    depth: Some(0),
};

struct Output {
    y: u64,
}

impl Outputs for Output {
    #[inline]
    fn read(registers: &Registers) -> Output {
        Output { y: output(registers.a64(1)) }
    }
}

/// What `alulib!` makes of `pub fn add(x: a64[0], y: a64[1]) -> (y: a64[1])`.
fn add(vm: &mut Vm<NoExtension>, x: u64, y: u64) -> Result<Output, CallError> {
    CONTRACT.call_plain(vm, ADD, &[&x, &y], &SIGNATURE)
}

fn program() -> Program {
    let entries = [LibSite::start(ID), LibSite::new(ID, ADD)];
    Program::link_entries(entries, [LIB.clone()]).expect("the library is all there is")
}

/// Calls the routine by its function.
pub(super) fn typed() -> Run {
    let mut vm = Vm::new();
    Box::new(move || add(&mut vm, 2, 3).expect("the sum fits").y)
}

/// Runs it by hand.
pub(super) fn by_hand() -> Run {
    let (program, mut vm) = (program(), Vm::new());
    Box::new(move || {
        let limit = vm.registers().cl0();
        vm.reset();
        vm.registers_mut().set_cl0(limit);
        vm.registers_mut().set_a64(0, 2).expect("a register");
        vm.registers_mut().set_a64(1, 3).expect("a register");
        assert!(vm.run_at(&program, LibSite::new(ID, ADD), &mut ()).is_success());
        vm.registers().a64(1).expect("the sum fits")
    })
}

/// The same on the deployed machine, which takes a fresh one for each run.
pub(super) fn deployed() -> Run {
    let lib = deployed_lib(&LIB);
    let entry = DeployedSite::with(ADD, lib.id());
    Box::new(move || {
        let mut vm = deployed::Vm::<DeployedInstr>::new();
        vm.registers.set_n(RegA::A64, Reg32::Reg0, 2u64);
        vm.registers.set_n(RegA::A64, Reg32::Reg1, 3u64);
        assert!(vm.exec(entry, |_| Some(&lib), &()));
        let sum: Option<Number> = vm.registers.get_n(RegA::A64, Reg32::Reg1).into();
        assert_eq!(sum, Some(Number::from(5u64)));
        5
    })
}

/// Runs from the first entry point, and from another: nothing is decoded again.
pub(super) fn at(first: bool) -> Run {
    let (program, mut vm) = (program(), Vm::new());
    let site = program.entries()[usize::from(!first)];
    Box::new(move || {
        vm.reset();
        vm.registers_mut().set_a64(0, 2).expect("a register");
        vm.registers_mut().set_a64(1, 3).expect("a register");
        vm.run_at(&program, site, &mut ()).is_success().into()
    })
}
