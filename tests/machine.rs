//! Machines and their runs in the terms of the judge: registers that are named by text and hold plain
//! bytes.

use aluvm_core::isa::{Register, RegisterSize};
use aluvm_core::library::{Isae, Lib, LibSite, Libs, Program};
use aluvm_core::vm::{Failure, Outcome, Registers, Stop, Value};

/// Whether the machine has an extension of the instruction set: it can be built without.
pub fn has(isae: &str) -> bool {
    let isae = if isae.is_empty() { "ALU" } else { isae };
    let lib = Lib::new(isae.parse().expect("an id"), [0x07], [], Libs::default());
    Program::new(lib.expect("short")).is_ok()
}

/// Sets a register to little-endian bytes, as many as it has, or makes it undefined.
pub fn set(registers: &mut Registers, size: RegisterSize, index: u8, bytes: Option<&[u8]>) {
    let Some(bytes) = bytes else {
        registers.clear(Register::Value { size, index }).expect("a register");
        return;
    };
    let value = match size {
        RegisterSize::S16 => Value::String(bytes.try_into().expect("at most 65535 bytes")),
        _ => Value::Number(bytes.into()),
    };
    let result = registers.set(size.register(index), value);
    result.unwrap_or_else(|error| panic!("{size}[{index}]: {error}"));
}

/// The bytes of a register.
pub fn get(registers: &Registers, size: RegisterSize, index: u8) -> Option<Vec<u8>> {
    match registers.get(Register::Value { size, index })? {
        Value::Number(bytes) => Some(bytes.into()),
        Value::String(string) => Some(string.into()),
        Value::Status(_) => None,
    }
}

/// All registers but `st0`.
pub fn all() -> impl Iterator<Item = (RegisterSize, u8)> {
    RegisterSize::ALL.iter().flat_map(|size| (0..size.count()).map(|index| (*size, index)))
}

/// All registers and control registers.
pub fn state(registers: &Registers) -> aluvm_judge::State {
    let mut state = aluvm_judge::State::default();
    (state.st0, state.cy0) = (registers.st0(), registers.cy0());
    (state.ca0, state.cl0) = (registers.ca0(), registers.cl0());
    for (size, index) in all() {
        state.set((size, index), get(registers, size, index));
    }
    state
}

/// Registers with these values. The counters are zero, because a run begins with them.
pub fn registers(state: &aluvm_judge::State) -> Registers {
    let mut registers = Registers::new();
    for ((size, index), value) in state.registers() {
        set(&mut registers, size, index, Some(value));
    }
    registers.set_st0(state.st0);
    registers.set_cl0(state.cl0);
    registers
}

/// How a run ended.
pub fn end(registers: &Registers, outcome: &Outcome) -> aluvm_judge::End {
    assert_eq!(outcome.status, registers.st0());
    let stop = match outcome.stop {
        Stop::Finished => aluvm_judge::Stop::Finished,
        Stop::JumpLimit => aluvm_judge::Stop::Jumps,
        Stop::ComplexityLimit => aluvm_judge::Stop::Complexity,
        Stop::Failed(Failure::Fail) => aluvm_judge::Stop::Fail,
        Stop::Failed(Failure::Test) => aluvm_judge::Stop::Test,
        Stop::Failed(Failure::Reserved) => aluvm_judge::Stop::Reserved,
        Stop::Failed(Failure::EndOfCode) => aluvm_judge::Stop::End,
        Stop::Failed(Failure::MissingLibrary) => aluvm_judge::Stop::Missing,
        Stop::Failed(Failure::Extension) => aluvm_judge::Stop::Extension,
        Stop::CodeEnded | Stop::LibraryAbsent | Stop::Failed(Failure::Panic | Failure::Hang) => {
            panic!("no stop of the instruction set")
        }
    };
    aluvm_judge::End { state: state(registers), stop, site: site(outcome.site) }
}

/// A place.
pub fn site(site: LibSite) -> aluvm_judge::Site {
    aluvm_judge::Site { lib: site.lib.to_bytes(), offset: site.offset.into() }
}

/// The library with these segments.
pub fn lib(lib: &aluvm_judge::Lib) -> Lib {
    let isae = lib.isae.parse().expect("a set of extensions");
    let libs = Libs::new(lib.libs.iter().map(|id| (*id).into())).expect("few libraries");
    Lib::new(isae, lib.code.clone(), lib.data.clone(), libs).expect("short segments")
}

/// A library of some code and the one that it names, over the same data; none if a segment is too long.
pub fn entry_and_callee(isae: &str, code: &[u8], callee: &[u8], data: &[u8]) -> Option<[Lib; 2]> {
    let isae: Isae = isae.parse().expect("a set of extensions");
    let callee = Lib::new(isae.clone(), callee, data, Libs::default()).ok()?;
    let names = Libs::new([callee.id()]).expect("one");
    let entry = Lib::new(isae, code, data, names).ok()?;
    Some([entry, callee])
}

/// The segments of a library.
pub fn segments(lib: &Lib) -> aluvm_judge::Lib {
    aluvm_judge::Lib {
        isae: lib.isae().to_string(),
        code: lib.code().to_vec(),
        data: lib.data().to_vec(),
        libs: lib.libs().iter().map(|id| id.to_bytes()).collect(),
    }
}
