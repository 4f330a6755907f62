//! Programs for both AluVMs. They are assembled here and the deployed machine runs the same bytes.
//!
//! Through bytes the deployed machine can only do `.uc` and `.sw` (it takes `.uw` for `.uc`), so
//! that the programs that it runs as well keep from overflowing.

use aluvm_core::asm;
use aluvm_core::isa::{Register, RegisterSize};
use aluvm_core::library::{Lib, Program};
use aluvm_core::vm::{Stop, Value, Vm};
use amplify_num::u5;
use deployed::data::Number;
use deployed::isa::Instr as DeployedInstr;
use deployed::library::{Lib as DeployedLib, LibSite as DeployedSite};
use deployed::reg::{CoreRegs, Reg32, RegA, RegAFR, RegF, RegR};

use crate::row::fold;

/// A library, and the register that holds its result when it has run.
#[derive(Clone, Debug)]
pub struct Guest {
    lib: Lib,
    size: RegisterSize,
    index: u8,
}

impl Guest {
    /// Assembles a program that leaves its result in the register.
    ///
    /// # Panics
    ///
    /// If the text has errors.
    pub fn new(text: &str, size: RegisterSize, index: u8) -> Guest {
        Guest { lib: assemble(text), size, index }
    }

    pub fn lib(&self) -> &Lib {
        &self.lib
    }

    /// The register of the result.
    pub fn result(&self) -> Register {
        Register::Value { size: self.size, index: self.index }
    }

    /// For this machine.
    ///
    /// # Panics
    ///
    /// If the library is no program.
    pub fn ours(&self) -> Ours {
        Ours { program: program(&self.lib), vm: Vm::new(), result: self.result() }
    }

    /// For the deployed machine.
    ///
    /// # Panics
    ///
    /// If it does not take the segments.
    pub fn deployed(&self) -> Deployed {
        let family = match self.size {
            RegisterSize::A64 => RegAFR::A(RegA::A64),
            RegisterSize::A256 => RegAFR::A(RegA::A256),
            RegisterSize::A1024 => RegAFR::A(RegA::A1024),
            RegisterSize::F64 => RegAFR::F(RegF::F64),
            RegisterSize::F128 => RegAFR::F(RegF::F128),
            RegisterSize::F256 => RegAFR::F(RegF::F256),
            RegisterSize::R256 => RegAFR::R(RegR::R256),
            RegisterSize::R512 => RegAFR::R(RegR::R512),
            _ => panic!("no program has its result in {}", self.size),
        };
        let lib = deployed_lib(&self.lib);
        let entry = DeployedSite::with(0, lib.id());
        Deployed { lib, entry, family, index: Reg32::from(u5::with(self.index)) }
    }
}

/// Assembles a program.
///
/// # Panics
///
/// If the text has errors.
pub fn assemble(text: &str) -> Lib {
    let instrs = match asm::parse(text) {
        Ok(instrs) => instrs,
        Err(errors) => panic!("{errors}"),
    };
    Lib::assemble(&instrs).expect("it fits a library")
}

/// The program of a library that calls no other.
///
/// # Panics
///
/// If it does.
pub fn program(lib: &Lib) -> Program {
    Program::new(lib.clone()).expect("the library is all there is")
}

/// The same library for the deployed code.
///
/// # Panics
///
/// If it does not take the segments.
pub fn deployed_lib(lib: &Lib) -> DeployedLib {
    let (code, data) = (lib.code().to_vec(), lib.data().to_vec());
    DeployedLib::with("ALU", code, data, Default::default()).expect("libraries have one form")
}

/// A program for this machine.
#[derive(Debug)]
pub struct Ours {
    program: Program,
    vm: Vm,
    result: Register,
}

impl Ours {
    /// Runs on a machine that ran before.
    ///
    /// # Panics
    ///
    /// If the program does not come to its end.
    #[inline(never)]
    pub fn run(&mut self) -> u64 {
        self.vm.reset();
        let outcome = self.vm.run(&self.program);
        assert_eq!(outcome.stop, Stop::Finished, "at {}", outcome.site);
        match self.vm.registers().get(self.result) {
            Some(Value::Number(bytes)) => fold(bytes),
            other => panic!("the result is {other:?}"),
        }
    }
}

/// A program for the deployed machine.
#[derive(Debug)]
pub struct Deployed {
    lib: DeployedLib,
    entry: DeployedSite,
    family: RegAFR,
    index: Reg32,
}

impl Deployed {
    /// Runs in fresh registers.
    ///
    /// # Panics
    ///
    /// If the result is undefined.
    pub fn run(&self) -> u64 {
        let mut vm = deployed::Vm::<DeployedInstr>::new();
        vm.exec(self.entry, |_| Some(&self.lib), &());
        read(&vm.registers, self.family, self.index)
    }
}

fn read(registers: &CoreRegs, family: RegAFR, index: Reg32) -> u64 {
    let number: Option<Number> = registers.get_n(family, index).into();
    fold(number.expect("the program leaves its result"))
}

/// A program that runs `setup` once and `body` `count` times, a multiple of 64. The body stands 64
/// times in a loop, so that the loop hardly counts.
///
/// # Panics
///
/// If the count is no multiple of 64, or passes the limit of jumps.
pub fn repeat(setup: &str, body: &str, count: u64) -> String {
    assert!(count.is_multiple_of(64) && count < 64 << 16, "{count} times 64 is no loop");
    format!(
        "   put     a16[31], {rounds};
            put     a16[30], 0;
            {setup}
        next:
            {bodies}
            inc     a16[30];
            lt.u    a16[30], a16[31];
            jif     next;
            ret;",
        rounds = count / 64,
        bodies = body.repeat(64),
    )
}
