//! Values of registers at the edges of what instructions do.

use aluvm_core::isa::{Data, Given, Instr, Register, RegisterSize};
use aluvm_core::num::float::FloatFormat;
use aluvm_core::vm::{Registers, execute};
use aluvm_tests::Random;

/// Sets a register to a value at some edge.
pub fn set(registers: &mut Registers, size: RegisterSize, index: u8, random: &mut Random) {
    let (opcode, code) = (0x0B + size.family() as u8, size as u8 % 8);
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
    let format = FloatFormat::ALL.into_iter().find(|format| format.name() == size.name());
    if let Some(format) = format
        && !format.is_value(&bytes)
    {
        bytes.fill(0);
    }
    let word = u128::from(opcode) | u128::from(code | index << 3) << 8;
    let mut put = Instr::from_word(word, Given::Nothing).expect("put");
    *put.data_mut().expect("a constant") = Data::new(bytes);
    let st0 = registers.st0();
    let _ = execute(&put, registers, &[]);
    assert!(registers.get(Register::Value { size, index }).is_some());
    registers.set_st0(st0);
}
