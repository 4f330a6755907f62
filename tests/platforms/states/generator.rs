//! Random programs and the registers that they begin with: the same on every platform. Nothing here may
//! depend on the width of a pointer or on the order of a hash table.

use aluvm_core::isa::{FORMS, Family, Form, NoExtension, RegisterSize};
use aluvm_core::library::{Lib, LibSite, Libs, Program};
use aluvm_core::vm::Registers;
use aluvm_tests::Random;
use aluvm_tests::machine::set;

/// Programs that use the base instructions, and those of one extension of the instruction set.
pub struct Generator {
    random: Random,
    base: Vec<&'static Form>,
    /// The id of the extension and its instructions; none of both for the base set alone.
    isae: &'static str,
    extension: Vec<&'static Form>,
}

impl Generator {
    pub fn new(isae: &'static str, seed: u64) -> Generator {
        let of = |isae| FORMS.iter().filter(move |form| form.isae == isae);
        let extension = if isae.is_empty() { Vec::new() } else { of(isae).collect() };
        Generator { random: Random::new(seed), base: of("").collect(), isae, extension }
    }

    /// The next program, and the registers before it.
    pub fn next(&mut self) -> (Program, Registers) {
        let mut libs: Vec<Lib> = Vec::new();
        for _ in 0..=self.random.below(3) {
            let isae = format!("ALU {}", self.isae);
            let names = Libs::new(libs.iter().map(Lib::id)).expect("few");
            let (code, data) = (self.code(), self.random.bytes(300));
            let isae = isae.trim().parse().expect("a set");
            libs.push(Lib::new(isae, code, data, names).expect("short"));
        }
        let entry = libs.last().expect("one at least").id();
        let offset = if self.random.chance(10) { self.random.below(20) as u16 } else { 0 };
        let program = Program::<NoExtension>::link(LibSite::new(entry, offset), libs);
        (program.expect("complete"), self.registers())
    }

    fn code(&mut self) -> Vec<u8> {
        let count = 1 + self.random.below(40);
        let mut code: Vec<u8> = (0..count).flat_map(|_| self.instr()).collect();
        if self.random.chance(5) {
            // Opcodes of the base set, and those that no set has.
            let junk = self.random.bytes(40);
            code.extend(
                junk.iter().map(|byte| if is_extension_opcode(*byte) { 0x70 } else { *byte }),
            );
        }
        if self.random.chance(80) {
            code.push(0x07);
        }
        code
    }

    /// An instruction. A jump into its middle finds no opcode of an extension either, which would end otherwise where
    /// the machine is built without that one.
    fn instr(&mut self) -> Vec<u8> {
        loop {
            let bytes = self.any_instr();
            if !bytes[1..].iter().copied().any(is_extension_opcode) {
                return bytes;
            }
        }
    }

    /// An instruction. Its registers are often few, so that values meet, and its offsets near.
    fn any_instr(&mut self) -> Vec<u8> {
        let is_of_extension = !self.extension.is_empty() && self.random.chance(20);
        let forms = if is_of_extension { &self.extension } else { &self.base };
        let form = *self.random.pick(forms);
        // Instructions that stop a program are rarer than others.
        let form = match form.opcode {
            0x00..0x08 if self.random.chance(70) => *self.random.pick(forms),
            _ => form,
        };
        let mut word = form.fixed_bits();
        for (number, field) in form.fields.iter().enumerate() {
            let bits = self.random.next_number() & ((1u64 << field.bits) - 1);
            let bits = match (field.bits, self.random.below(4)) {
                (5, 0..3) => bits & 3,
                (4, 0..3) => bits & 1,
                (16, 0..3) => bits & 0x3F,
                (32, 0..3) => bits & 0x001F_003F,
                _ => bits,
            };
            word |= (u128::from(bits) << form.field_shift(number)) & !form.fixed_mask();
        }
        word.to_le_bytes()[..form.length()].to_vec()
    }

    /// Values in the first registers of each size, and a limit.
    fn registers(&mut self) -> Registers {
        let mut registers = Registers::new();
        for size in RegisterSize::ALL {
            for index in 0..4 {
                // Large registers seldom, since most of the time goes into their bytes.
                if self.random.chance(if size.bytes() > 64 { 20 } else { 80 }) {
                    let value = self.value(*size);
                    set(&mut registers, *size, index, Some(&value));
                }
            }
        }
        registers.set_st0(self.random.chance(50));
        let dearest = if self.isae.is_empty() { 1 } else { 40 };
        registers.set_cl0(Some((20 + self.random.below(1000)) * dearest));
        registers
    }

    /// The bytes of a value that the size can have.
    fn value(&mut self, size: RegisterSize) -> Vec<u8> {
        if size == RegisterSize::S16 {
            let letters = self.random.chance(70);
            let bytes = self.random.bytes(40);
            return bytes
                .iter()
                .map(|byte| if letters { b'a' + byte % 3 } else { *byte })
                .collect();
        }
        let mut bytes = Vec::new();
        while bytes.len() < size.bytes() {
            bytes.extend(self.random.next_number().to_le_bytes());
        }
        bytes.truncate(size.bytes());
        let last = bytes.len() - 1;
        match self.random.below(4) {
            // A small number; of floats, one whose exponent is near to zero.
            0..2 if size.family() == Family::F => {
                bytes[last] = bytes[last] & 0x80 | *self.random.pick(&[0x3F, 0x40]);
            }
            0..2 => {
                bytes[1.min(last)..].fill(0);
                bytes[0] %= 40;
            }
            // The least significant bits are zero, as those of short fractions are.
            2 => bytes[..last.saturating_sub(2)].fill(0),
            _ => {}
        }
        if size.family() == Family::F {
            // An exponent of nothing but ones is none of a number; nor is the posit 0x80 00 …
            bytes[last] &= 0xDF;
            if size == RegisterSize::F512 {
                bytes[0] |= 1;
            }
            if size == RegisterSize::F80 {
                // The leading bit of the significand is set just if the exponent is not zero.
                bytes[7] |= 0x80;
                bytes[8] |= 1;
            }
        }
        bytes
    }
}

/// Whether an opcode is one of the extensions that this project has, or beside them.
fn is_extension_opcode(opcode: u8) -> bool {
    opcode & 0xF0 == 0x80
}
