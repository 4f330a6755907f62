//! A contract with an instruction of the host: it reads a state, adds the input to it, and compares the sum with a
//! limit. What a host's own instruction costs, on both machines.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::{ControlFlow, RangeInclusive};

use aluvm::isa::{Idx16, Unsigned16};
use aluvm::{Extension, Instr, Lib, LibSite, Program, Registers, Vm, aluasm, isa_extension};
use amplify_num::u4;
use deployed::isa::{
    Bytecode, BytecodeError, ExecStep, Instr as DeployedInstr, InstructionSet as DeployedSet,
};
use deployed::library::{
    CodeEofError, IsaSeg, Lib as DeployedLib, LibSite as DeployedSite, Read, Write,
};
use deployed::reg::{CoreRegs, Reg, Reg16, Reg32, RegA};

use crate::row::{Kind, Row};

isa_extension! {
    /// What a contract can ask of its state.
    pub enum StateInstr: "STATE" {
        /// Sets an integer register to a state.
        State = 0x90 [key: Unsigned16, dst: Idx16, #0/4] "state" (key, a64 dst) reads() writes(a64 dst) cost 5;
    }
}

/// A state by its key, as both hosts keep it.
type States = BTreeMap<u16, u64>;

impl Extension for StateInstr {
    type Context<'c> = States;

    fn execute(&self, registers: &mut Registers, states: &mut States) -> ControlFlow<()> {
        let StateInstr::State { key, dst } = self;
        registers.put_a64(*dst, states.get(&key.0).copied());
        ControlFlow::Continue(())
    }
}

/// The same instruction for the deployed machine.
#[derive(Clone, Copy, Debug)]
struct DeployedState {
    key: u16,
    dst: Reg16,
}

impl fmt::Display for DeployedState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "state   {},a64{}", self.key, self.dst)
    }
}

impl Bytecode for DeployedState {
    fn instr_range() -> RangeInclusive<u8> {
        0x90..=0x90
    }

    fn instr_byte(&self) -> u8 {
        0x90
    }

    fn encode_args<W: Write>(&self, writer: &mut W) -> Result<(), BytecodeError> {
        writer.write_u16(self.key)?;
        writer.write_u4(self.dst)?;
        Ok(writer.write_u4(u4::ZERO)?)
    }

    fn decode<R: Read>(reader: &mut R) -> Result<DeployedState, CodeEofError> {
        reader.read_u8()?;
        let (key, dst) = (reader.read_u16()?, reader.read_u4()?);
        reader.read_u4()?;
        Ok(DeployedState { key, dst: Reg16::from(dst) })
    }
}

impl DeployedSet for DeployedState {
    type Context<'c> = States;

    fn isa_ids() -> IsaSeg {
        IsaSeg::with("STATE")
    }

    fn src_regs(&self) -> BTreeSet<Reg> {
        BTreeSet::new()
    }

    fn dst_regs(&self) -> BTreeSet<Reg> {
        BTreeSet::from([Reg::A(RegA::A64, Reg32::from(self.dst))])
    }

    fn complexity(&self) -> u64 {
        5
    }

    fn exec(&self, registers: &mut CoreRegs, _: DeployedSite, states: &States) -> ExecStep {
        if let Some(state) = states.get(&self.key) {
            registers.set_n(RegA::A64, Reg32::from(self.dst), *state);
        }
        ExecStep::Next
    }
}

const LIMIT: u64 = 5_000;
const KEY: u16 = 7;
const STATE: u64 = 1_000;

const CODE: [Instr; 5] = aluasm! {
    #![isa(StateInstr)]
    state   KEY, a64[1];
    add.uc  a64[0], a64[1];
    put     a64[2], LIMIT;
    lt.u    a64[1], a64[2];
    ret;
};

/// A machine runs the contract so often.
const RUNS: u64 = 10_000;
/// The deployed machine, which takes microseconds to begin.
const FEW: u64 = 100;

/// How many of so many inputs, each 97 more than the one before, the contract accepts.
fn accepted(runs: u64) -> u64 {
    inputs(runs).filter(|input| STATE + input < LIMIT).count() as u64
}

fn inputs(runs: u64) -> impl Iterator<Item = u64> {
    (0..runs).map(|number| number * 97 % 10_007)
}

pub fn rows() -> Vec<Row> {
    let mut row = Row::new("a contract that reads a state of the host", []);
    let lib = Lib::assemble(&CODE).expect("it fits");
    let (code, data, isae) = (lib.code().to_vec(), lib.data().to_vec(), lib.isae().to_string());
    let entry = LibSite::start(lib.id());
    let program: Program<StateInstr> = Program::link(entry, [lib]).expect("all there is");
    let mut vm = Vm::<StateInstr>::with_extension();
    let mut states = States::from([(KEY, STATE)]);
    row.add(Kind::Ours, "aluvm", RUNS, accepted(RUNS), move || {
        let is_accepted = |input: &u64| {
            vm.reset();
            vm.registers_mut().set_a64(0, *input).expect("a register");
            vm.run_with(&program, &mut states).is_success()
        };
        inputs(RUNS).filter(is_accepted).count() as u64
    });
    let lib = DeployedLib::with(&isae, code, data, Default::default()).expect("it fits");
    let entry = DeployedSite::with(0, lib.id());
    let states = States::from([(KEY, STATE)]);
    row.add(Kind::Deployed, "rgb-aluvm", FEW, accepted(FEW), move || {
        let is_accepted = |input: &u64| {
            let mut vm = deployed::Vm::<DeployedInstr<DeployedState>>::new();
            vm.registers.set_n(RegA::A64, Reg32::Reg0, *input);
            vm.exec(entry, |_| Some(&lib), &states)
        };
        inputs(FEW).filter(is_accepted).count() as u64
    });
    vec![row]
}
