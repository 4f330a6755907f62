//! edwards25519: -x^2 + y^2 = 1 + d x^2 y^2 modulo 2^255 - 19 (RFC 8032, section 5.1).

use num_bigint::BigUint;
use num_traits::{One, Zero};

use super::{Group, decimal, divide, register, subtract};

/// The modulus of the coordinates.
pub fn prime() -> BigUint {
    BigUint::from(2u8).pow(255) - 19u8
}

/// The order of the generator.
pub fn order() -> BigUint {
    BigUint::from(2u8).pow(252) + decimal("27742317777372353535851937790883648493")
}

fn d() -> BigUint {
    decimal("37095705934669439343138083508754565189542113879843219016388785533085940283555")
}

#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    pub x: BigUint,
    pub y: BigUint,
}

impl Point {
    pub fn generator() -> Point {
        Point {
            x: decimal(
                "15112221349535400772501151409588531511454012693041857206046113283949847762202",
            ),
            y: decimal(
                "46316835694926478169428394003475163141307993866256225615783033603165251855960",
            ),
        }
    }

    pub fn negate(&self) -> Point {
        Point { x: subtract(&BigUint::ZERO, &self.x, &prime()), y: self.y.clone() }
    }

    /// Whether it is a multiple of the generator: those are the points whose order divides the prime one.
    pub fn is_in_subgroup(&self) -> bool {
        self.multiply(&order()) == Point::neutral()
    }

    /// RFC 8032, section 5.1.2.
    pub fn to_bytes(&self) -> [u8; 32] {
        let mut bytes = register(&self.y);
        bytes[31] |= u8::from(self.x.bit(0)) << 7;
        bytes
    }

    /// RFC 8032, section 5.1.3, with the square root by exponentiation and trial.
    pub fn from_bytes(bytes: &[u8; 32]) -> Option<Point> {
        let p = prime();
        let mut y = BigUint::from_bytes_le(bytes);
        let is_odd = y.bit(255);
        y.set_bit(255, false);
        if y >= p {
            return None;
        }
        let y_squared = &y * &y % &p;
        let square =
            divide(subtract(&y_squared, &BigUint::one(), &p), (d() * &y_squared + 1u8) % &p, &p);
        let mut x = square.modpow(&((&p + 3u8) / 8u8), &p);
        if &x * &x % &p != square {
            let root_of_minus_one = BigUint::from(2u8).modpow(&((&p - 1u8) / 4u8), &p);
            x = x * root_of_minus_one % &p;
        }
        if &x * &x % &p != square || (x.is_zero() && is_odd) {
            return None;
        }
        if x.bit(0) != is_odd {
            x = p - x;
        }
        Some(Point { x, y })
    }
}

impl Group for Point {
    fn neutral() -> Point {
        Point { x: BigUint::ZERO, y: BigUint::one() }
    }

    fn add(&self, other: &Point) -> Point {
        let p = prime();
        let product = d() * &self.x * &other.x % &p * &self.y * &other.y % &p;
        let x = &self.x * &other.y + &other.x * &self.y;
        let y = &self.y * &other.y + &self.x * &other.x;
        Point {
            x: divide(x, &product + 1u8, &p),
            y: divide(y, subtract(&BigUint::one(), &product, &p), &p),
        }
    }
}
