//! Arithmetic of the posit, where its significand has room for a fraction: there a posit is a float whose
//! precision depends on its exponent alone, so that MPFR can round it.

use aluvm_core::num::float::{F512, Float, Rounding};
use aluvm_mpfr_tests::{bytes, mode};
use rug::float::Round;
use rug::integer::Order;
use rug::{Float as Mpfr, Integer};

use crate::cases;
use crate::operation::{self, Operation};
use aluvm_judge::Random;
use aluvm_judge::float::operands;

/// Enough for the exact sum and product of any two posits.
const EXACT: u32 = 6000;

/// How many bits of a posit with this exponent are behind the sign, the regime and the exponent; `None`
/// if there are none.
fn fraction_bits(exponent: i32) -> Option<u32> {
    let regime = exponent.div_euclid(4);
    let used = 1 + if regime >= 0 { regime + 2 } else { 1 - regime } + 2;
    u32::try_from(512 - used).ok().filter(|&bits| bits > 0)
}

/// The number of a posit that is not NaR, from its fields.
fn decode(pattern: &[u8]) -> Mpfr {
    let number = Integer::from_digits(pattern, Order::Lsf).keep_signed_bits(512);
    let magnitude = Integer::from(number.abs_ref());
    if magnitude == 0 {
        return Mpfr::new(EXACT);
    }
    let first = magnitude.get_bit(510);
    let run = (0..511).rev().take_while(|&bit| magnitude.get_bit(bit) == first).count() as i32;
    let regime = if first { run - 1 } else { -run };
    // The bits behind the regime, with two more for the exponent of a posit that has no room for it.
    let behind = (511 - run - 1).max(0) as u32;
    let tail: Integer = magnitude.keep_bits(behind) << 2;
    let exponent = 4 * regime + Integer::from(&tail >> behind).to_i32().unwrap();
    let significand = tail.keep_bits(behind) + (Integer::from(1) << behind);
    let value = Mpfr::with_val(EXACT, significand) << (exponent - behind as i32);
    if number < 0 { -value } else { value }
}

/// The posit that a number is rounded to, which is not zero; `None` without a fraction.
fn round(number: &Mpfr, rounding: Rounding) -> Option<Vec<u8>> {
    let bits = fraction_bits(number.get_exp()? - 1)?;
    let (rounded, _) = Mpfr::with_val_round(bits + 1, number, mode(rounding));
    let exponent = rounded.get_exp()? - 1;
    // A carry may have left the fraction of the next exponent one bit too many, all of them zero.
    let bits = fraction_bits(exponent)?;
    let (regime, low) = (exponent.div_euclid(4), exponent.rem_euclid(4));
    let prefix = match regime {
        0.. => ((Integer::from(1) << (regime as u32 + 1)) - 1) << 1_u32,
        _ => Integer::from(1),
    };
    let shifted = Mpfr::with_val(bits + 2, rounded.abs_ref()) >> (exponent - bits as i32);
    let fraction = shifted.to_integer()?.keep_bits(bits);
    let magnitude = (((prefix << 2_u32) + low) << bits) + fraction;
    let number = if rounded.is_sign_negative() { -magnitude } else { magnitude };
    Some(bytes(&number.keep_bits(512), 64))
}

#[test]
fn arithmetic() {
    let directed = operands::directed(F512::FORMAT);
    let mut random = Random::new(0x512);
    let mut rounded = 0;
    for _ in 0..cases(5000) {
        let (first, second) = operands::pair(&mut random, F512::FORMAT, &directed);
        let (a, b) = (F512::from_le_bytes(&first).unwrap(), F512::from_le_bytes(&second).unwrap());
        let (x, y) = (decode(&first), decode(&second));
        for operation in Operation::ALL {
            for rounding in Rounding::ALL {
                // A quotient that is no posit is too far from one, and from a midpoint, for these digits
                // to hide it.
                let exact = match operation {
                    Operation::Add => Mpfr::with_val_round(EXACT, &x + &y, Round::Zero),
                    Operation::Sub => Mpfr::with_val_round(EXACT, &x - &y, Round::Zero),
                    Operation::Mul => Mpfr::with_val_round(EXACT, &x * &y, Round::Zero),
                    Operation::Div => Mpfr::with_val_round(EXACT, &x / &y, Round::Zero),
                };
                let Some(expected) = round(&exact.0, rounding) else { continue };
                let actual = operation::apply(operation, a, b, rounding).map(operation::bytes);
                assert_eq!(actual, Some(expected), "{operation:?} {rounding:?} of {a} and {b}");
                rounded += 1;
            }
        }
    }
    assert!(rounded > cases(40_000), "{rounded}");
}
