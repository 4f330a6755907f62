//! Affine arithmetic on both curves straight from the textbook formulas, slow and independent of
//! the implementation.

pub mod edwards25519;
pub mod secp256k1;

use num_bigint::BigUint;

/// A number of a published text.
///
/// # Panics
///
/// If it is none.
pub fn decimal(text: &str) -> BigUint {
    text.parse().unwrap_or_else(|_| panic!("`{text}` is no number"))
}

/// The same in hexadecimal.
pub fn hexadecimal(text: &str) -> BigUint {
    let number = BigUint::parse_bytes(text.as_bytes(), 16);
    number.unwrap_or_else(|| panic!("`{text}` is no number"))
}

/// A group written additively; `add` is all that the curves have to say for themselves.
pub trait Group: Clone {
    fn neutral() -> Self;
    fn add(&self, other: &Self) -> Self;

    /// `scalar` times the element by doubling and adding.
    fn multiply(&self, scalar: &BigUint) -> Self {
        (0..scalar.bits()).rev().fold(Self::neutral(), |sum, bit| {
            let doubled = sum.add(&sum);
            if scalar.bit(bit) { doubled.add(self) } else { doubled }
        })
    }
}

/// Subtraction of numbers below the modulus.
fn subtract(left: &BigUint, right: &BigUint, modulus: &BigUint) -> BigUint {
    (left + modulus - right) % modulus
}

fn divide(left: BigUint, right: BigUint, modulus: &BigUint) -> BigUint {
    left * right.modinv(modulus).expect("the divisor is a unit") % modulus
}

/// 32 bytes of a number, the lowest first, as a register holds it.
///
/// # Panics
///
/// If it is too great.
pub fn register(number: &BigUint) -> [u8; 32] {
    let mut bytes = number.to_bytes_le();
    assert!(bytes.len() <= 32, "{number} does not fit");
    bytes.resize(32, 0);
    bytes.try_into().expect("32 bytes")
}
