//! The group of secp256k1 (SEC 2, section 2.4.1), as the `SECP256K` extension sees it.
//!
//! A point is 64 bytes, `X || Y`, each coordinate big-endian and below the field prime. The point
//! at infinity has no such form: a result at infinity is a failure. A scalar is a 32-byte
//! little-endian number `k` with 0 < `k` < `n`, the group order.
//!
//! The library's context only blinds its constant-time generator multiplication against side
//! channels. No function here calls that one, so the context, which another user of the library
//! may re-randomise, has no part in any result. With `std` it is a thread local, and reaching it
//! is free next to a curve operation; without `std` the library sets one up in each call.

use ::secp256k1::constants::{GENERATOR_X, GENERATOR_Y};
use ::secp256k1::{PublicKey, Scalar};

/// `scalar` · G, where G is the generator; `None` if the scalar is zero or not below the order.
///
/// Computed as `(scalar - 1)` · G + G: the library's tweaked addition is faster than either of its
/// multiplications, and unlike key generation does not re-randomise the context as a side effect.
/// Both range checks follow: zero has no predecessor, and the order gives infinity.
pub fn multiply_generator(scalar: &[u8; 32]) -> Option<[u8; 64]> {
    let predecessor = Scalar::from_le_bytes(decrement(scalar)?).ok()?;
    let sum = parse_coordinates(&GENERATOR_X, &GENERATOR_Y)?.add_exp_tweak(&predecessor).ok()?;
    Some(serialize(&sum))
}

/// `scalar` · `point`; `None` if the point is invalid, or the scalar is zero or not below the
/// order.
pub fn multiply(scalar: &[u8; 32], point: &[u8; 64]) -> Option<[u8; 64]> {
    let scalar = Scalar::from_le_bytes(*scalar).ok()?;
    Some(serialize(&parse(point)?.mul_tweak(&scalar).ok()?))
}

/// The sum of two points, which may be equal; `None` if either is invalid or they are opposite.
pub fn add(left: &[u8; 64], right: &[u8; 64]) -> Option<[u8; 64]> {
    Some(serialize(&parse(left)?.combine(&parse(right)?).ok()?))
}

/// The opposite point, which has the same X; `None` if the point is invalid.
pub fn negate(point: &[u8; 64]) -> Option<[u8; 64]> {
    Some(serialize(&parse(point)?.negate()))
}

/// The little-endian number below `number`; `None` for zero.
fn decrement(number: &[u8; 32]) -> Option<[u8; 32]> {
    let mut result = *number;
    for byte in &mut result {
        let borrow = *byte == 0;
        *byte = byte.wrapping_sub(1);
        if !borrow {
            return Some(result);
        }
    }
    None
}

fn parse(point: &[u8; 64]) -> Option<PublicKey> {
    let (x, y) = point.split_at(32);
    parse_coordinates(x.try_into().ok()?, y.try_into().ok()?)
}

/// Rejects coordinates that are not below the field prime or do not satisfy the curve equation.
fn parse_coordinates(x: &[u8; 32], y: &[u8; 32]) -> Option<PublicKey> {
    /// SEC 1, section 2.3.3: the prefix of an uncompressed point.
    const UNCOMPRESSED: u8 = 4;
    let mut bytes = [UNCOMPRESSED; 65];
    bytes[1..33].copy_from_slice(x);
    bytes[33..].copy_from_slice(y);
    PublicKey::from_byte_array_uncompressed(bytes).ok()
}

fn serialize(point: &PublicKey) -> [u8; 64] {
    let bytes = point.serialize_uncompressed();
    core::array::from_fn(|index| bytes[index + 1])
}
