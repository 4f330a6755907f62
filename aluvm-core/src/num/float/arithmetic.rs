//! The operations of the machine on any format: which operands are special, and that a result is
//! rounded once.

use core::cmp::Ordering;
use core::fmt::{Debug, Display};
use core::hash::Hash;

use super::encoding::Encoding;
use super::format::FloatFormat;
use super::number::{Number, Unpacked};
use super::rounding::Rounding;
use super::wide::Wide;

/// A value of one of the eight float formats. It is never NaN nor NaR: an operation without a result
/// gives `None`, the undefined state of a register.
///
/// `Eq` compares register states, in which the two zeros differ; [`compare`](Self::compare) compares
/// numbers.
pub trait Float: Encoding + Eq + Hash + Debug + Display {
    /// The format as data.
    const FORMAT: FloatFormat = Self::ENCODED;

    /// The width in bytes.
    const BYTES: usize = Self::FORMAT.bytes();

    /// From [`BYTES`](Self::BYTES) little-endian bytes. `None` if they are not a value of the format
    /// (NaN, NaR, a non-canonical x87 pattern), or of another length.
    #[inline]
    fn from_le_bytes(bytes: &[u8]) -> Option<Self> {
        Self::decode(bytes)
    }

    /// Writes the little-endian bytes into the first [`BYTES`](Self::BYTES) of `bytes`; a shorter
    /// buffer takes the lower bytes.
    #[inline]
    fn write_le_bytes(self, bytes: &mut [u8]) {
        self.encode(bytes);
    }

    /// `self + other`. `None` if it overflows, and for infinities of opposite signs. Zero from other
    /// operands than two negative zeros is negative only in [`Rounding::Floor`].
    #[inline]
    fn add(self, other: Self, rounding: Rounding) -> Option<Self> {
        add(self, other, false, rounding)
    }

    /// `self - other`; the exceptions are those of [`add`](Self::add).
    #[inline]
    fn sub(self, other: Self, rounding: Rounding) -> Option<Self> {
        add(self, other, true, rounding)
    }

    /// `self * other`. `None` if it overflows, and for zero times infinity.
    #[inline]
    fn mul(self, other: Self, rounding: Rounding) -> Option<Self> {
        mul(self, other, rounding)
    }

    /// `self / other`. `None` if it overflows, for 0/0 and for infinity by infinity. Any other value
    /// divided by zero is infinity, and in a posit `None`.
    #[inline]
    fn div(self, other: Self, rounding: Rounding) -> Option<Self> {
        div(self, other, rounding)
    }

    /// The same magnitude with the opposite sign.
    #[inline]
    fn neg(self) -> Self {
        self.negated()
    }

    /// The magnitude.
    #[inline]
    fn abs(self) -> Self {
        self.absolute()
    }

    /// The order of the numbers (flag `e`): positive and negative zero are equal.
    #[inline]
    fn compare(self, other: Self) -> Ordering {
        self.order(other)
    }

    /// The order after the least significant bit of both significands, for a posit of both patterns,
    /// is cleared (flag `r`).
    #[inline]
    fn compare_rough(self, other: Self) -> Ordering {
        self.order_rough(other)
    }

    /// Converts from any format, to nearest even. `None` if it overflows, which includes infinity as
    /// a posit. A posit takes the largest value for what is larger.
    #[inline]
    fn from_float<F: Float>(other: F) -> Option<Self> {
        Wide::from_float(other).to_float()
    }

    /// Converts from an integer of at most 1024 bits, as little-endian bytes in two's complement, to
    /// nearest even. `None` if it overflows.
    #[inline]
    fn from_integer(bytes: &[u8]) -> Option<Self> {
        Wide::from_integer(bytes).to_float()
    }

    /// Truncates toward zero to an integer of the length of `bytes`, and writes it there in
    /// little-endian two's complement. False, with `bytes` as they were, if it is out of range or
    /// infinite.
    #[inline]
    fn to_integer(self, bytes: &mut [u8]) -> bool {
        Wide::from_float(self).to_integer(bytes)
    }
}

/// The sum, or the difference if `negate` reverses the sign of `other`: IEEE 754-2019 sections 6.1 to
/// 6.3.
#[inline]
pub(super) fn add<F: Float>(value: F, other: F, negate: bool, rounding: Rounding) -> Option<F> {
    use Unpacked::{Finite, Infinite, Zero};
    let cancelled = rounding == Rounding::Floor;
    let signed_other = || if negate { other.negated() } else { other };
    match (value.unpack(), other.unpack()) {
        (Finite(a), Finite(b)) => {
            let b = Number { negative: b.negative != negate, ..b };
            round(a.add(b), cancelled, rounding)
        }
        (Infinite(a), Infinite(b)) => (a == (b != negate)).then_some(value),
        (Infinite(_), _) | (Finite(_), Zero(_)) => Some(value),
        (_, Infinite(_)) | (Zero(_), Finite(_)) => Some(signed_other()),
        (Zero(a), Zero(b)) => Some(F::zero(if a == (b != negate) { a } else { cancelled })),
    }
}

/// Rounds a sum, whose zero gets the given sign.
#[inline]
fn round<F: Float>(
    number: Option<Number<F::Limbs>>,
    negative_zero: bool,
    rounding: Rounding,
) -> Option<F> {
    match number {
        Some(number) => F::round(number, rounding),
        None => Some(F::zero(negative_zero)),
    }
}

#[inline]
pub(super) fn mul<F: Float>(value: F, other: F, rounding: Rounding) -> Option<F> {
    use Unpacked::{Finite, Infinite, Zero};
    match (value.unpack(), other.unpack()) {
        (Finite(a), Finite(b)) => F::round(a.mul(b), rounding),
        (Zero(_), Infinite(_)) | (Infinite(_), Zero(_)) => None,
        (Zero(a), Zero(b)) => Some(F::zero(a != b)),
        (Infinite(a), Infinite(b)) => F::infinity(a != b),
        (Zero(a), Finite(b)) | (Finite(b), Zero(a)) => Some(F::zero(a != b.negative)),
        (Infinite(a), Finite(b)) | (Finite(b), Infinite(a)) => F::infinity(a != b.negative),
    }
}

#[inline]
pub(super) fn div<F: Float>(value: F, other: F, rounding: Rounding) -> Option<F> {
    use Unpacked::{Finite, Infinite, Zero};
    match (value.unpack(), other.unpack()) {
        (Finite(a), Finite(b)) => F::round(a.div(b), rounding),
        (Zero(_), Zero(_)) | (Infinite(_), Infinite(_)) => None,
        (Zero(a), Finite(b)) => Some(F::zero(a != b.negative)),
        (Zero(a), Infinite(b)) => Some(F::zero(a != b)),
        (Finite(a), Infinite(b)) => Some(F::zero(a.negative != b)),
        (Finite(a), Zero(b)) => F::infinity(a.negative != b),
        (Infinite(a), Finite(b)) => F::infinity(a != b.negative),
        (Infinite(a), Zero(b)) => F::infinity(a != b),
    }
}
