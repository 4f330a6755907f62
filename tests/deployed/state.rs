//! Runs a program on both machines, and reads their registers as plain bytes.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

use aluvm_core::isa::RegisterSize;
use aluvm_core::library::{Lib, Program};
use aluvm_core::vm::{Registers, Vm};
use amplify::ByteArray;
use deployed::isa::Instr as DeployedInstr;
use deployed::library::{Lib as DeployedLib, LibId as DeployedId, LibSeg, LibSite as DeployedSite};
use deployed::reg::{Reg32, RegA, RegAFR, RegF, RegR, RegS};

use aluvm_tests::machine::{all, get};

/// The registers that are defined, and `st0`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct State {
    pub registers: BTreeMap<(RegisterSize, u8), Vec<u8>>,
    pub st0: bool,
}

impl State {
    pub fn of(registers: &Registers) -> State {
        let defined = all().filter_map(|(size, index)| {
            get(registers, size, index).map(|bytes| ((size, index), bytes))
        });
        State { registers: defined.collect(), st0: registers.st0() }
    }

    pub fn of_deployed(vm: &deployed::Vm<DeployedInstr>) -> State {
        let value = |size: RegisterSize, index: u8| {
            if size == RegisterSize::S16 {
                let string = vm.registers.s16(RegS::from(amplify::num::u4::with(index)));
                return string.map(|string| string.to_vec());
            }
            let index = Reg32::ALL[usize::from(index)];
            let number = *vm.registers.get_n(deployed_size(size), index);
            number.map(|number| number.as_ref().to_vec())
        };
        let defined = all()
            .filter_map(|(size, index)| value(size, index).map(|bytes| ((size, index), bytes)));
        State { registers: defined.collect(), st0: vm.registers.status() }
    }
}

fn deployed_size(size: RegisterSize) -> RegAFR {
    macro_rules! sizes {
        ($($Size:ident => $Family:ident $Code:ident::$There:ident;)+) => {
            match size {
                $(RegisterSize::$Size => RegAFR::$Family($Code::$There),)+
                RegisterSize::S16 => unreachable!("strings are no numbers"),
            }
        };
    }
    sizes! {
        A8 => A RegA::A8;
        A16 => A RegA::A16;
        A32 => A RegA::A32;
        A64 => A RegA::A64;
        A128 => A RegA::A128;
        A256 => A RegA::A256;
        A512 => A RegA::A512;
        A1024 => A RegA::A1024;
        F16b => F RegF::F16B;
        F16 => F RegF::F16;
        F32 => F RegF::F32;
        F64 => F RegF::F64;
        F80 => F RegF::F80;
        F128 => F RegF::F128;
        F256 => F RegF::F256;
        F512 => F RegF::F512;
        R128 => R RegR::R128;
        R160 => R RegR::R160;
        R256 => R RegR::R256;
        R512 => R RegR::R512;
        R1024 => R RegR::R1024;
        R2048 => R RegR::R2048;
        R4096 => R RegR::R4096;
        R8192 => R RegR::R8192;
    }
}

/// The same library there.
pub fn deployed_lib(lib: &Lib) -> DeployedLib {
    let libs = lib.libs().iter().map(|id| DeployedId::from_byte_array(id.to_bytes()));
    let libs = LibSeg::try_from_iter(libs).expect("at most 255");
    let (code, data) = (lib.code().to_vec(), lib.data().to_vec());
    DeployedLib::with(&lib.isae().to_string(), code, data, libs).expect("in limits")
}

/// The state after the deployed machine has run the first of the libraries; none if it panicked.
pub fn there(libs: &[Lib]) -> Option<State> {
    quietly(|| {
        let first = DeployedId::from_byte_array(libs[0].id().to_bytes());
        let entry = DeployedSite::with(0, first);
        let libs: BTreeMap<DeployedId, DeployedLib> =
            libs.iter().map(deployed_lib).map(|lib| (lib.id(), lib)).collect();
        let mut vm = deployed::Vm::<DeployedInstr>::new();
        vm.exec(entry, |id| libs.get(&id), &());
        State::of_deployed(&vm)
    })
}

/// The state after this machine has run the first of the libraries.
pub fn here(libs: &[Lib]) -> State {
    let (entry, others) = libs.split_first().expect("a library");
    let program = Program::with_libs(entry.clone(), others.to_vec()).expect("complete");
    let mut vm = Vm::new();
    let _ = vm.run(&program);
    State::of(vm.registers())
}

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Runs what is expected to panic without the message of the panic; none if it did.
pub fn quietly<T>(run: impl FnOnce() -> T) -> Option<T> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let loud = take_hook();
        set_hook(Box::new(move |info| {
            if !QUIET.get() {
                loud(info);
            }
        }));
    });
    QUIET.set(true);
    let result = catch_unwind(AssertUnwindSafe(run)).ok();
    QUIET.set(false);
    result
}
