//! Values of registers at the edges of what instructions do.

use aluvm_core::isa::{Data, Given, Instr, Register, RegisterSize};
use aluvm_core::vm::{Registers, execute};
use aluvm_tests::Random;

/// Sets a register to a value at some edge.
pub fn set(registers: &mut Registers, size: RegisterSize, index: u8, random: &mut Random) {
    if size == RegisterSize::S16 {
        let lengths = [0, 1, 3, 5, 9, 65_535, 65_530];
        let count = if random.chance(10) { 7 } else { 5 };
        let length = *random.pick(&lengths[..count]);
        registers.set_s16(index, vec![7; length].as_slice()).expect("short");
        return;
    }
    let mut bytes = vec![0; size.bytes()];
    match random.below(6) {
        0 => {}
        1 => bytes[0] = random.below(12) as u8,
        2 => bytes.fill(0xFF),
        3 => bytes[size.bytes() - 1] = 0x80,
        4 => {
            bytes.fill(0xFF);
            bytes[size.bytes() - 1] = 0x7F;
        }
        _ => bytes.fill_with(|| random.next_number() as u8),
    }
    if let Some(format) = size.float_format()
        && !format.is_value(&bytes)
    {
        bytes.fill(0);
    }
    put(registers, size, index, bytes);
}

/// Sets a register, other than a string, to bytes that are a value in it.
pub fn put(registers: &mut Registers, size: RegisterSize, index: u8, bytes: Vec<u8>) {
    let (opcode, code) = (0x0B + size.family() as u8, size as u8 % 8);
    let word = u128::from(opcode) | u128::from(code | index << 3) << 8;
    let mut put = Instr::from_word(word, Given::Nothing).expect("put");
    *put.data_mut().expect("a constant") = Data::new(bytes);
    let st0 = registers.st0();
    let _ = execute(&put, registers, &[]);
    assert!(registers.get(Register::Value { size, index }).is_some());
    registers.set_st0(st0);
}
