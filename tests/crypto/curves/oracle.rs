//! Affine arithmetic on both curves straight from the textbook formulas, slow and independent of
//! the implementation.

use num_bigint::BigUint;
use num_traits::{One, Zero};

pub(crate) fn decimal(text: &str) -> BigUint {
    text.parse().unwrap()
}

pub(crate) fn hexadecimal(text: &str) -> BigUint {
    BigUint::parse_bytes(text.as_bytes(), 16).unwrap()
}

/// A group written additively; `add` is all that the curves have to say for themselves.
pub(crate) trait Group: Clone {
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

/// secp256k1: y^2 = x^3 + 7 modulo 2^256 - 2^32 - 977 (SEC 2, section 2.4.1).
pub(crate) mod weierstrass {
    use super::*;

    pub(crate) fn prime() -> BigUint {
        BigUint::from(2u8).pow(256) - BigUint::from(2u8).pow(32) - 977u32
    }

    pub(crate) fn order() -> BigUint {
        hexadecimal("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141")
    }

    /// `None` is the point at infinity.
    #[derive(Clone, Debug, PartialEq)]
    pub(crate) struct Point(pub(crate) Option<(BigUint, BigUint)>);

    impl Point {
        pub(crate) fn generator() -> Point {
            let x = "79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";
            let y = "483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8";
            Point(Some((hexadecimal(x), hexadecimal(y))))
        }

        pub(crate) fn negate(&self) -> Point {
            Point(self.0.clone().map(|(x, y)| (x, subtract(&BigUint::zero(), &y, &prime()))))
        }

        /// X and Y as 32 big-endian bytes each; infinity has no such form.
        pub(crate) fn to_bytes(&self) -> Option<[u8; 64]> {
            let (x, y) = self.0.as_ref()?;
            let mut bytes = [0; 64];
            for (number, half) in [x, y].into_iter().zip(bytes.chunks_exact_mut(32)) {
                let digits = number.to_bytes_be();
                half[32 - digits.len()..].copy_from_slice(&digits);
            }
            Some(bytes)
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
}

/// edwards25519: -x^2 + y^2 = 1 + d x^2 y^2 modulo 2^255 - 19 (RFC 8032, section 5.1).
pub(crate) mod edwards {
    use super::*;

    pub(crate) fn prime() -> BigUint {
        BigUint::from(2u8).pow(255) - 19u8
    }

    /// The order of the generator.
    pub(crate) fn order() -> BigUint {
        BigUint::from(2u8).pow(252) + decimal("27742317777372353535851937790883648493")
    }

    fn d() -> BigUint {
        decimal("37095705934669439343138083508754565189542113879843219016388785533085940283555")
    }

    #[derive(Clone, Debug, PartialEq)]
    pub(crate) struct Point {
        pub(crate) x: BigUint,
        pub(crate) y: BigUint,
    }

    impl Point {
        pub(crate) fn generator() -> Point {
            Point {
                x: decimal(
                    "15112221349535400772501151409588531511454012693041857206046113283949847762202",
                ),
                y: decimal(
                    "46316835694926478169428394003475163141307993866256225615783033603165251855960",
                ),
            }
        }

        pub(crate) fn negate(&self) -> Point {
            Point { x: subtract(&BigUint::zero(), &self.x, &prime()), y: self.y.clone() }
        }

        /// RFC 8032, section 5.1.2.
        pub(crate) fn to_bytes(&self) -> [u8; 32] {
            let mut bytes = crate::register(&self.y);
            bytes[31] |= u8::from(self.x.bit(0)) << 7;
            bytes
        }

        /// RFC 8032, section 5.1.3, with the square root by exponentiation and trial.
        pub(crate) fn from_bytes(bytes: &[u8; 32]) -> Option<Point> {
            let p = prime();
            let mut y = BigUint::from_bytes_le(bytes);
            let is_odd = y.bit(255);
            y.set_bit(255, false);
            if y >= p {
                return None;
            }
            let y_squared = &y * &y % &p;
            let square = divide(
                subtract(&y_squared, &BigUint::one(), &p),
                (d() * &y_squared + 1u8) % &p,
                &p,
            );
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
            Point { x: BigUint::zero(), y: BigUint::one() }
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
}
