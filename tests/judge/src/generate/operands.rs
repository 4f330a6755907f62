//! Values of registers at which instructions change what they do.

use std::sync::LazyLock;

use aluvm_core::isa::{Family, RegisterSize};
use aluvm_core::num::float::FloatFormat;
use num_bigint::BigInt;
use num_traits::One;

use super::strings;
use crate::float::{self, operands};
use crate::integer::{edges, modulus, wrap};
use crate::random::Random;
use crate::state::to_bytes;

/// The edges of a format.
fn directed(format: FloatFormat) -> &'static [Vec<u8>] {
    static DIRECTED: LazyLock<Vec<Vec<Vec<u8>>>> =
        LazyLock::new(|| FloatFormat::ALL.map(operands::directed).to_vec());
    &DIRECTED[format as usize]
}

/// Any value of a register, often one at an edge.
pub(super) fn value(size: RegisterSize, random: &mut Random) -> Vec<u8> {
    match size.family() {
        Family::A | Family::R => to_bytes(&number(8 * size.bytes() as u32, random), size.bytes()),
        Family::F => {
            let format = float::format(size);
            operands::any(random, format, directed(format))
        }
        Family::S => strings::any(random),
    }
}

/// A value beside that of another register of the same size: equal, near, or with another relation.
pub(super) fn beside(size: RegisterSize, other: &[u8], random: &mut Random) -> Vec<u8> {
    match size.family() {
        Family::A | Family::R if random.chance(30) => {
            let step = *random.pick(&[0, 0, 1, -1]);
            let number = crate::float::integer(other) + step;
            to_bytes(&wrap(8 * size.bytes() as u32, &number), size.bytes())
        }
        Family::F if random.chance(10) => other.to_vec(),
        Family::S => strings::beside(other, random),
        _ => value(size, random),
    }
}

/// Two floats that have something to do with each other.
pub(super) fn floats(size: RegisterSize, random: &mut Random) -> (Vec<u8>, Vec<u8>) {
    let format = float::format(size);
    operands::pair(random, format, directed(format))
}

/// A number of so many bits. Wide ones have few digits that are not zero or one throughout, so that they
/// are short to write.
pub(super) fn number(bits: u32, random: &mut Random) -> BigInt {
    match random.below(8) {
        0..3 => {
            let half = modulus(bits - 1);
            let most = modulus(bits) - 1;
            random
                .pick(&[
                    BigInt::ZERO,
                    BigInt::one(),
                    BigInt::from(2),
                    &half - 1,
                    half.clone(),
                    &half + 1,
                    &most - 1,
                    most,
                ])
                .clone()
        }
        3 | 4 => random.pick(&edges(bits)).clone(),
        5 if bits <= 512 => random.integer(bits),
        6 => {
            let length = random.below(bits.min(128).into()) as u32;
            wrap(bits, &-random.integer(length))
        }
        _ => {
            let number = random.integer(64) << random.below(u64::from(bits - 7));
            wrap(bits, &number)
        }
    }
}

/// A value for a conversion into another size: at the ends of what fits there.
pub(super) fn for_conversion(from: RegisterSize, to: RegisterSize, random: &mut Random) -> Vec<u8> {
    let step = BigInt::from(random.between(-2, 2));
    let bits = 8 * to.bytes() as u32;
    let end = match random.below(3) {
        0 => modulus(bits - 1),
        1 => -modulus(bits - 1),
        _ => modulus(bits),
    };
    match (from.family(), to.family()) {
        (Family::F, Family::F) => {
            let format = float::format(to);
            let value = operands::any(random, format, directed(format));
            let value = float::decode(format, &value).expect("a value");
            let converted = float::convert(float::format(from), &value);
            converted.unwrap_or_else(|| self::value(from, random))
        }
        (Family::F, _) => {
            let quarters = (end << 2_u32) + step;
            let number = float::Rational::from(quarters).scaled(-2);
            let value = float::nearest(float::format(from), &number);
            value.unwrap_or_else(|| self::value(from, random))
        }
        (_, Family::F) => {
            let from_bits = 8 * from.bytes() as u32;
            let precision = float::shape(float::format(to)).precision.min(from_bits - 2);
            // Halfway between two floats, or beside.
            let length = precision + random.below(u64::from(from_bits - 1 - precision)) as u32;
            let digits = random.integer(precision) + modulus(precision);
            let halfway = (digits * 2u8 + 1u8) << (length - precision) >> 1_u32;
            to_bytes(&wrap(from_bits, &(halfway + step)), from.bytes())
        }
        _ => to_bytes(&wrap(8 * from.bytes() as u32, &(end + step)), from.bytes()),
    }
}
