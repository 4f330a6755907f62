//! Float registers of a machine by their bytes, whatever the format, and programs run in both ways that
//! there are.

use aluvm_core::asm;
use aluvm_core::isa::{Register, RegisterSize};
use aluvm_core::library::{Isae, Lib, Libs, Program};
use aluvm_core::num::float::FloatFormat;
use aluvm_core::vm::{RegisterError, Registers, Value, Vm};
use half::{bf16, f16};

/// The size of the registers of a format.
pub fn size(format: FloatFormat) -> RegisterSize {
    RegisterSize::from_name(format.name()).expect("every format has registers")
}

/// The bytes of a register.
pub fn get(registers: &Registers, size: RegisterSize, index: u8) -> Option<Vec<u8>> {
    match registers.get(Register::Value { size, index })? {
        Value::Number(bytes) => Some(bytes.into()),
        other => panic!("{size}[{index}] is {other:?}"),
    }
}

/// The bytes of a float register.
pub fn get_f(registers: &Registers, format: FloatFormat, index: u8) -> Option<Vec<u8>> {
    get(registers, size(format), index)
}

/// Sets a float register by the setter of its format.
pub fn set_f(
    registers: &mut Registers,
    format: FloatFormat,
    index: u8,
    bytes: Option<&[u8]>,
) -> Result<(), RegisterError> {
    fn array<const N: usize>(bytes: &[u8]) -> [u8; N] {
        bytes.try_into().expect("as many bytes as the format has")
    }
    match format {
        FloatFormat::F16b => {
            registers.set_f16b(index, bytes.map(|bytes| bf16::from_le_bytes(array(bytes))))
        }
        FloatFormat::F16 => {
            registers.set_f16(index, bytes.map(|bytes| f16::from_le_bytes(array(bytes))))
        }
        FloatFormat::F32 => {
            registers.set_f32(index, bytes.map(|bytes| f32::from_le_bytes(array(bytes))))
        }
        FloatFormat::F64 => {
            registers.set_f64(index, bytes.map(|bytes| f64::from_le_bytes(array(bytes))))
        }
        FloatFormat::F80 => registers.set_f80(index, bytes.map(array)),
        FloatFormat::F128 => registers.set_f128(index, bytes.map(array)),
        FloatFormat::F256 => registers.set_f256(index, bytes.map(array)),
        FloatFormat::F512 => registers.set_f512(index, bytes.map(array)),
    }
}

/// What a getter of the host gives, as bytes.
pub fn host_f(registers: &Registers, format: FloatFormat, index: u8) -> Option<Vec<u8>> {
    match format {
        FloatFormat::F16b => registers.f16b(index).map(|value| value.to_le_bytes().to_vec()),
        FloatFormat::F16 => registers.f16(index).map(|value| value.to_le_bytes().to_vec()),
        FloatFormat::F32 => registers.f32(index).map(|value| value.to_le_bytes().to_vec()),
        FloatFormat::F64 => registers.f64(index).map(|value| value.to_le_bytes().to_vec()),
        FloatFormat::F80 => registers.f80(index).map(Vec::from),
        FloatFormat::F128 => registers.f128(index).map(Vec::from),
        FloatFormat::F256 => registers.f256(index).map(Vec::from),
        FloatFormat::F512 => registers.f512(index).map(Vec::from),
    }
}

/// Sets an integer register to little-endian bytes.
pub fn set_a(registers: &mut Registers, size: RegisterSize, index: u8, bytes: &[u8]) {
    use aluvm_core::num::integer::{U256, U512, U1024};
    let set = match size {
        RegisterSize::A8 => registers.set_a8(index, bytes[0]),
        RegisterSize::A16 => {
            registers.set_a16(index, u16::from_le_bytes(bytes.try_into().unwrap()))
        }
        RegisterSize::A32 => {
            registers.set_a32(index, u32::from_le_bytes(bytes.try_into().unwrap()))
        }
        RegisterSize::A64 => {
            registers.set_a64(index, u64::from_le_bytes(bytes.try_into().unwrap()))
        }
        RegisterSize::A128 => {
            registers.set_a128(index, u128::from_le_bytes(bytes.try_into().unwrap()))
        }
        RegisterSize::A256 => registers.set_a256(index, U256::from_le_slice(bytes)),
        RegisterSize::A512 => registers.set_a512(index, U512::from_le_slice(bytes)),
        RegisterSize::A1024 => registers.set_a1024(index, U1024::from_le_slice(bytes)),
        _ => panic!("{size} are no integers"),
    };
    set.expect("a register");
}

/// A program from text.
pub fn assemble(text: &str) -> Program {
    let code = asm::parse(text).unwrap_or_else(|errors| panic!("{errors}"));
    Program::new(Lib::assemble(&code).expect("short")).expect("complete")
}

/// A program from bytes.
pub fn link(code: impl Into<Vec<u8>>, data: impl Into<Vec<u8>>) -> Program {
    let lib = Lib::new(Isae::default(), code, data, Libs::default()).expect("short");
    Program::new(lib).expect("complete")
}

/// Runs a program on a machine, and on a copy of it step by step, and compares the two.
pub fn run(vm: &mut Vm, program: &Program) {
    let mut copy = Vm::new();
    copy.registers_mut().clone_from(vm.registers());
    let outcome = vm.run(program);
    let traced = copy.trace(program, program.entry(), &mut (), |_| {});
    assert_eq!(outcome, traced);
    assert_eq!(vm.registers(), copy.registers());
}
