//! The group of edwards25519 (RFC 8032, section 5.1), as the `ED25519` extension sees it.
//!
//! A point is its 32-byte compressed form: the Y coordinate as a little-endian number of 255 bits,
//! then the lowest bit of X. The neutral element is an ordinary point of that form (Y = 1), so a
//! result that is neutral is a success, unlike infinity on secp256k1. Only canonical forms are
//! accepted, so that a point has one form and equal points have equal bytes.
//!
//! A scalar is any 32-byte little-endian number; it is reduced modulo L = 2^252 +
//! 27742317777372353535851937790883648493, the order of the generator. On points with a component
//! of small order, where the group's exponent is 8L and not L, multiplication is therefore
//! multiplication by the reduced number, and does not distribute over sums of scalars that wrap.
//!
//! `curve25519-dalek` picks a vector back end for the CPU at run time. The field elements differ
//! inside, but their compressed form is unique, so the bytes do not.

use curve25519_dalek::Scalar;
use curve25519_dalek::edwards::{CompressedEdwardsY, EdwardsPoint};

/// `scalar` · B, where B is the generator. Every scalar has a result; zero gives the neutral point.
pub fn multiply_generator(scalar: &[u8; 32]) -> [u8; 32] {
    EdwardsPoint::mul_base(&Scalar::from_bytes_mod_order(*scalar)).compress().to_bytes()
}

/// `scalar` · `point`, the scalar reduced modulo L; `None` if the point is invalid.
pub fn multiply(scalar: &[u8; 32], point: &[u8; 32]) -> Option<[u8; 32]> {
    let product = decompress(point)? * Scalar::from_bytes_mod_order(*scalar);
    Some(product.compress().to_bytes())
}

/// The sum of two points of the prime-order subgroup; `None` if either is invalid or outside it.
///
/// The neutral point is in the subgroup.
pub fn add_strict(left: &[u8; 32], right: &[u8; 32]) -> Option<[u8; 32]> {
    let (left, right) = (decompress(left)?, decompress(right)?);
    let inside = left.is_torsion_free() && right.is_torsion_free();
    inside.then(|| (left + right).compress().to_bytes())
}

/// The sum of any two points; `None` if either is invalid.
pub fn add_lax(left: &[u8; 32], right: &[u8; 32]) -> Option<[u8; 32]> {
    Some((decompress(left)? + decompress(right)?).compress().to_bytes())
}

/// The opposite point, which has the same Y; `None` if the point is invalid.
pub fn negate(point: &[u8; 32]) -> Option<[u8; 32]> {
    Some((-decompress(point)?).compress().to_bytes())
}

/// Decodes as RFC 8032, section 5.1.3 demands; `None` for bytes that encode no point, and for the
/// encodings that it forbids and the library accepts (see [`is_canonical`]).
fn decompress(bytes: &[u8; 32]) -> Option<EdwardsPoint> {
    if !is_canonical(bytes) {
        return None;
    }
    CompressedEdwardsY(*bytes).decompress()
}

/// Whether Y is below the field prime p = 2^255 - 19, and the sign bit is clear where X is zero,
/// which is where Y is 1 or p - 1.
fn is_canonical(bytes: &[u8; 32]) -> bool {
    let [lowest, middle @ .., highest] = bytes;
    let (sign, highest) = (highest >> 7, highest & 0x7F);
    let is_top = highest == 0x7F && middle.iter().all(|byte| *byte == 0xFF);
    let is_bottom = highest == 0 && middle.iter().all(|byte| *byte == 0);
    match lowest {
        // The lowest bytes of p and p - 1 are ED and EC.
        0xED.. if is_top => false,
        0xEC if is_top => sign == 0,
        0x01 if is_bottom => sign == 0,
        _ => true,
    }
}
