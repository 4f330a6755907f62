//! The largest operands, and what can make an instruction slow on them: full words, divisors that make
//! long division correct itself, subnormal floats, strings that nearly match.

use aluvm_core::isa::{Family, Form, RegisterSize};
use aluvm_core::library::Program;
use aluvm_core::limits::BYTES_MAX;
use aluvm_core::vm::{Registers, Vm};
use aluvm_tests::Random;
use aluvm_tests::machine::{get, set};

/// How far behind a register there is another with the same value.
pub const SAVED: u8 = 16;

/// The numbers of patterns for instructions on numbers and on strings; the latter are all strings with
/// all offsets.
pub struct Patterns {
    pub numbers: usize,
    pub strings: usize,
    pub offsets: usize,
}

/// All there are.
pub const PATTERNS: Patterns =
    Patterns { numbers: 7, strings: 6 * OFFSETS.len(), offsets: OFFSETS.len() };

const OFFSETS: [u16; 4] = [0, 1, 0x8000, 0xFFFF];

/// The indices of registers that the programs name.
fn indices() -> impl Iterator<Item = u8> {
    (0..6).flat_map(|index| [index, index + SAVED])
}

/// The registers before a run of an instruction that reads or writes those of the families.
pub fn registers(form: &Form, families: &[Family], pattern: usize) -> Registers {
    let mut registers = Registers::new();
    let has_strings = families.contains(&Family::S);
    for family in [Family::A, Family::F, Family::R] {
        if !families.contains(&family) {
            continue;
        }
        for size in RegisterSize::ALL.iter().filter(|size| size.family() == family) {
            for index in indices() {
                let bytes = number(*size, index % SAVED, pattern % PATTERNS.numbers);
                set(&mut registers, *size, index, Some(&bytes));
            }
        }
    }
    if has_strings {
        for index in indices() {
            let offset = OFFSETS[pattern % OFFSETS.len()];
            set(&mut registers, RegisterSize::A16, index, Some(&offset.to_le_bytes()));
            set(&mut registers, RegisterSize::A8, index, Some(b"a"));
        }
        for index in 1..4 {
            set(
                &mut registers,
                RegisterSize::S16,
                index,
                Some(&string(index, pattern / PATTERNS.offsets)),
            );
        }
    }
    if form.cost >= 1000 {
        points(&mut registers, form.name, pattern);
    }
    registers
}

fn random_bytes(count: usize, seed: u64) -> Vec<u8> {
    let mut random = Random::new(seed);
    let words = (0..count.div_ceil(8)).flat_map(|_| random.next_number().to_le_bytes());
    words.take(count).collect()
}

/// The value of a register: the first operand has the index 1, the second 2.
fn number(size: RegisterSize, index: u8, pattern: usize) -> Vec<u8> {
    let width = size.bytes();
    let mut bytes = random_bytes(width, u64::from(index) + 100);
    if size.family() == Family::F {
        float(size, index, pattern, &mut bytes);
        return bytes;
    }
    if width <= 2 {
        // Amounts to shift by.
        let amount = [1u16, 63, 65, 0x1FF, 4097, 8191, 0xFFFF][pattern];
        bytes.copy_from_slice(&amount.to_le_bytes()[..width]);
        return bytes;
    }
    match pattern {
        1 => bytes.fill(0xFF),
        2 if index == 2 => bytes[width * 5 / 8..].fill(0),
        3 if index == 2 => bytes[8.min(width)..].fill(0),
        // Equal values, and those that differ at the end at which a comparison arrives last.
        4 => bytes = random_bytes(width, 7),
        5 => bytes.fill(0),
        6 => {
            bytes = random_bytes(width, 7);
            bytes[0] = index;
            bytes[width - 1] &= 0x7F;
        }
        _ => {}
    }
    bytes
}

fn float(size: RegisterSize, index: u8, pattern: usize, bytes: &mut [u8]) {
    let last = bytes.len() - 1;
    bytes[last] = match (pattern, index) {
        // Near to one.
        (0, 1) | (1, 2) => 0x40,
        // Subnormal: no exponent at all.
        (1, 1) | (2, _) => 0x00,
        // Far from each other.
        (3, 1) | (4, 2) => 0x5F,
        (4, 1) => 0x01,
        (5, _) => 0x40,
        (6, 1) => 0xBF,
        _ => 0x3F,
    };
    if bytes[last] == 0 && size != RegisterSize::F512 {
        bytes[last - 1] = 0;
        if matches!(size, RegisterSize::F256) {
            bytes[last - 2] &= 0x0F;
        }
        if size == RegisterSize::F80 {
            bytes[7] &= 0x7F;
        }
    } else if size == RegisterSize::F80 {
        bytes[7] |= 0x80;
    }
    if pattern == 5 {
        bytes[..last - 1].fill(0xFF);
    }
}

fn string(index: u8, pattern: usize) -> Vec<u8> {
    let half = BYTES_MAX / 2;
    let letters = |length: usize| vec![b'a'; length];
    match (pattern, index) {
        // A needle that is everywhere in one half; one that nearly is; equal strings.
        (0, 1) | (1, _) | (2, 1) | (3, 1) => letters(BYTES_MAX),
        (0, _) => letters(half),
        (2, _) => [letters(half), b"b".to_vec()].concat(),
        (3, _) => b"ab".repeat(half),
        // Strings that together are just not too long, and those of no order.
        (4, _) => random_bytes(half, index.into()),
        _ => random_bytes(BYTES_MAX, index.into()),
    }
}

/// Valid points and scalars, for they cost most.
fn points(registers: &mut Registers, form: &str, pattern: usize) {
    let text = "secpgen r256[0], r512[1]; edgen r256[0], r256[1]; ret;";
    let program = Program::new(text.parse().expect("a library")).expect("complete");
    for index in indices() {
        let mut vm = Vm::new();
        let scalar = scalar(u64::from(index % SAVED), pattern);
        set(vm.registers_mut(), RegisterSize::R256, 0, Some(&scalar));
        assert!(vm.run(&program).is_success());
        let point = get(vm.registers(), RegisterSize::R512, 1);
        set(registers, RegisterSize::R512, index, point.as_deref());
        let point = get(vm.registers(), RegisterSize::R256, 1);
        set(registers, RegisterSize::R256, index, point.as_deref());
        set(registers, RegisterSize::A256, index, Some(&scalar));
    }
    // The first operand is the scalar, but for those that take points only.
    if !["EdAdd", "EdNeg"].contains(&form) {
        set(registers, RegisterSize::R256, 1, Some(&scalar(1, pattern)));
    }
}

/// A scalar below both group orders: random, or of nothing but ones.
fn scalar(seed: u64, pattern: usize) -> Vec<u8> {
    let mut bytes = random_bytes(32, seed + 1);
    if pattern == 1 {
        bytes.fill(0xFF);
        bytes[0] = 0xFF - seed as u8;
    }
    bytes[31] &= 0x0F;
    bytes
}
