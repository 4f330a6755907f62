//! secp256k1: y^2 = x^3 + 7 modulo 2^256 - 2^32 - 977 (SEC 2, section 2.4.1).

use num_bigint::BigUint;

use super::{Group, divide, hexadecimal, subtract};

/// The modulus of the coordinates.
pub fn prime() -> BigUint {
    BigUint::from(2u8).pow(256) - BigUint::from(2u8).pow(32) - 977u32
}

/// The order of the group.
pub fn order() -> BigUint {
    hexadecimal("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141")
}

/// A point; `None` is the one at infinity.
#[derive(Clone, Debug, PartialEq)]
pub struct Point(pub Option<(BigUint, BigUint)>);

impl Point {
    pub fn generator() -> Point {
        let x = "79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";
        let y = "483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8";
        Point(Some((hexadecimal(x), hexadecimal(y))))
    }

    pub fn negate(&self) -> Point {
        Point(self.0.clone().map(|(x, y)| (x, subtract(&BigUint::ZERO, &y, &prime()))))
    }

    /// X and Y as 32 big-endian bytes each; infinity has no such form.
    pub fn to_bytes(&self) -> Option<[u8; 64]> {
        let (x, y) = self.0.as_ref()?;
        let mut bytes = [0; 64];
        for (number, half) in [x, y].into_iter().zip(bytes.chunks_exact_mut(32)) {
            let digits = number.to_bytes_be();
            half[32 - digits.len()..].copy_from_slice(&digits);
        }
        Some(bytes)
    }

    /// The point with these coordinates; none if they are not below the prime or not on the curve.
    pub fn from_bytes(bytes: &[u8; 64]) -> Option<Point> {
        let p = prime();
        let (x, y) = bytes.split_at(32);
        let (x, y) = (BigUint::from_bytes_be(x), BigUint::from_bytes_be(y));
        let is_on_curve = &y * &y % &p == (&x * &x * &x + 7u8) % &p;
        (x < p && y < p && is_on_curve).then_some(Point(Some((x, y))))
    }
}

impl Group for Point {
    fn neutral() -> Point {
        Point(None)
    }

    fn add(&self, other: &Point) -> Point {
        let (Some((x1, y1)), Some((x2, y2))) = (&self.0, &other.0) else {
            return if self.0.is_none() { other.clone() } else { self.clone() };
        };
        let p = prime();
        let slope = if x1 != x2 {
            divide(subtract(y2, y1, &p), subtract(x2, x1, &p), &p)
        } else if y1 == y2 {
            divide(x1 * x1 * 3u8, y1 * 2u8, &p)
        } else {
            return Point(None);
        };
        let x3 = subtract(&(&slope * &slope % &p), &((x1 + x2) % &p), &p);
        let y3 = subtract(&(slope * subtract(x1, &x3, &p) % &p), y1, &p);
        Point(Some((x3, y3)))
    }
}
