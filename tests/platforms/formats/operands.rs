//! Operands of float operations, the same on every platform, made from bits alone: the fields of a
//! format filled with what finds mistakes.

use aluvm_core::num::float::FloatFormat;
use aluvm_tests::Random;

/// The pattern of a value under construction, as little-endian bytes.
struct Bits(Vec<u8>);

impl Bits {
    fn set(&mut self, at: u32, bit: bool) {
        let mask = 1 << (at % 8);
        let byte = &mut self.0[(at / 8) as usize];
        *byte = if bit { *byte | mask } else { *byte & !mask };
    }

    fn set_field(&mut self, low: u32, count: u32, value: u64) {
        (0..count).for_each(|bit| self.set(low + bit, value >> bit & 1 == 1));
    }
}

/// The pattern of a value: a number or an infinity.
fn value(random: &mut Random, format: FloatFormat) -> Vec<u8> {
    let mut bits = Bits(Vec::new());
    while bits.0.len() < format.bytes() {
        bits.0.extend(random.next_number().to_le_bytes());
    }
    bits.0.truncate(format.bytes());
    if format.is_posit() {
        posit(random, &mut bits);
    } else {
        interchange(random, format, &mut bits);
    }
    bits.0
}

fn interchange(random: &mut Random, format: FloatFormat, bits: &mut Bits) {
    let fraction_bits = format.precision() - 1;
    // x87 stores the leading bit of the significand.
    let leading = u32::from(format == FloatFormat::F80);
    let exponent_bits = format.bits() - 1 - fraction_bits - leading;
    let (greatest, bias) = ((1u64 << exponent_bits) - 1, (1u64 << (exponent_bits - 1)) - 1);
    let exponent = match random.below(8) {
        0 => random.below(3),
        1 => greatest - random.below(3),
        2 => random.below(greatest),
        _ => (bias + random.below(16)).saturating_sub(8).min(greatest - 1),
    };
    match random.below(8) {
        _ if exponent == greatest => (0..fraction_bits).for_each(|at| bits.set(at, false)),
        0 => (0..fraction_bits).for_each(|at| bits.set(at, false)),
        1 => (0..fraction_bits).for_each(|at| bits.set(at, true)),
        2 => {
            // A run of equal bits at the low end: ties, and all but ties.
            let (end, bit) = (random.below(fraction_bits.into()) as u32, random.chance(50));
            (0..end).for_each(|at| bits.set(at, bit));
        }
        _ => {}
    }
    bits.set_field(fraction_bits + leading, exponent_bits, exponent);
    if leading == 1 {
        bits.set(fraction_bits, exponent != 0);
    }
}

fn posit(random: &mut Random, bits: &mut Bits) {
    // The run of equal bits behind the sign tells the size of the number.
    let most = if random.chance(80) { 12 } else { 510 };
    let run = random.below(most) as u32;
    let bit = random.chance(50);
    (510 - run..511).for_each(|at| bits.set(at, bit));
    if random.chance(25) {
        let (end, bit) = (random.below(500) as u32, random.chance(50));
        (0..end).for_each(|at| bits.set(at, bit));
    }
    if bits.0[..63].iter().all(|byte| *byte == 0) && bits.0[63] == 0x80 {
        bits.set(0, true);
    }
}

/// Pairs of values, a third of which are close to each other.
pub fn pairs(format: FloatFormat, count: u32) -> impl Iterator<Item = (Vec<u8>, Vec<u8>)> {
    let mut random = Random::new(0xF10A7 + u64::from(format.bits()) * 64 + format as u64);
    (0..count).map(move |_| {
        let first = value(&mut random, format);
        let mut second = value(&mut random, format);
        if random.chance(30) {
            second[1..].copy_from_slice(&first[1..]);
            if random.chance(50) {
                *second.last_mut().expect("bytes") ^= 0x80;
            }
        }
        (first, if is_value(format, &second) { second } else { vec![0; format.bytes()] })
    })
}

/// Whether a copy of a value with other low bits is a value still: an infinity becomes NaN, and the
/// negated posit zero what no number is.
fn is_value(format: FloatFormat, bytes: &[u8]) -> bool {
    if format.is_posit() {
        return bytes[..63].iter().any(|byte| *byte != 0) || bytes[63] != 0x80;
    }
    let fraction_bits = format.precision() - 1;
    let leading = u32::from(format == FloatFormat::F80);
    let bit = |at: u32| bytes[(at / 8) as usize] >> (at % 8) & 1 == 1;
    let is_finite = (fraction_bits + leading..format.bits() - 1).any(|at| !bit(at));
    is_finite || (0..fraction_bits).all(|at| !bit(at))
}

/// Integers in the width of a register: of any length, and with long runs of equal bits.
pub fn integers(format: FloatFormat, width: usize, count: u32) -> impl Iterator<Item = Vec<u8>> {
    let mut random = Random::new(0x1_17E6E4 + width as u64 * 64 + format as u64);
    (0..count).map(move |_| {
        let mut bits = Bits(Vec::new());
        while bits.0.len() < width {
            bits.0.extend(random.next_number().to_le_bytes());
        }
        bits.0.truncate(width);
        let top = 8 * width as u32;
        let length = random.below(u64::from(top) + 1) as u32;
        let sign = random.chance(50);
        (length..top).for_each(|at| bits.set(at, sign));
        if random.chance(50) {
            let end = random.below(u64::from(length) + 1) as u32;
            let bit = random.chance(50);
            (0..end).for_each(|at| bits.set(at, bit));
        }
        bits.0
    })
}
