//! Single and double precision to nearest even on the processor's own floating point.
//!
//! The targets listed compute IEEE 754 binary32 and binary64 in registers of that very width; on others,
//! in particular on the x87 stack, which rounds twice, the portable code computes. Directed modes are
//! portable everywhere, for Rust cannot change the processor's mode, and takes nearest even for granted.
//!
//! Foreign code in the process may have told the processor to flush subnormal results to zero, or to
//! take subnormal operands for zero. So its result counts only if it is finite and of ordinary size,
//! which also excludes every exception of the machine:
//!
//! - Such a result was not flushed itself.
//! - A product or quotient with a zero, an infinity, or what is taken for zero, is none of the kind.
//! - In a sum of ordinary size a subnormal operand is less than half the distance from the other operand
//!   to its neighbours. The sum is the other operand, whether or not the small one is taken for zero.

use super::arithmetic::{self, Float};
use super::format::FloatFormat;
use super::rounding::Rounding;
use super::types::{F32, F64};

/// Whether the target's own arithmetic is used.
const NATIVE: bool = cfg!(any(
    all(target_arch = "x86_64", target_feature = "sse2"),
    target_arch = "aarch64",
    target_arch = "wasm32",
));

macro_rules! host {
    ($($name:ident, $native:ty, $bits:ty;)*) => {$(
        impl $name {
            /// The native result, if it is certain to be the right one.
            #[inline(always)]
            fn native(
                self,
                other: Self,
                rounding: Rounding,
                operation: impl Fn($native, $native) -> $native,
            ) -> Option<Self> {
                // Exponent fields: `LEAST` is more than the precision above the subnormal values.
                const FRACTION_BITS: u32 = FloatFormat::$name.precision() - 1;
                const LEAST: $bits = FRACTION_BITS as $bits + 4;
                const INFINITE: $bits = 2 * FloatFormat::$name.max_exponent() as $bits + 1;
                if !NATIVE || rounding != Rounding::NearestEven {
                    return None;
                }
                let result = operation(self.into(), other.into()).to_bits();
                let field = result << 1 >> (FRACTION_BITS + 1);
                let is_ordinary = field.wrapping_sub(LEAST) < INFINITE - LEAST;
                is_ordinary.then_some(Self(result))
            }
        }

        impl Float for $name {
            #[inline(always)]
            fn add(self, other: Self, rounding: Rounding) -> Option<Self> {
                self.native(other, rounding, |a, b| a + b)
                    .or_else(|| portable::add(self, other, rounding))
            }

            #[inline(always)]
            fn sub(self, other: Self, rounding: Rounding) -> Option<Self> {
                self.native(other, rounding, |a, b| a - b)
                    .or_else(|| portable::sub(self, other, rounding))
            }

            #[inline(always)]
            fn mul(self, other: Self, rounding: Rounding) -> Option<Self> {
                self.native(other, rounding, |a, b| a * b)
                    .or_else(|| portable::mul(self, other, rounding))
            }

            #[inline(always)]
            fn div(self, other: Self, rounding: Rounding) -> Option<Self> {
                self.native(other, rounding, |a, b| a / b)
                    .or_else(|| portable::div(self, other, rounding))
            }
        }
    )*};
}

host! {
    F32, f32, u32;
    F64, f64, u64;
}

/// The portable code, kept out of the few instructions that the usual case takes.
mod portable {
    use super::{Float, Rounding, arithmetic};

    #[inline(never)]
    pub(super) fn add<F: Float>(value: F, other: F, rounding: Rounding) -> Option<F> {
        arithmetic::add(value, other, false, rounding)
    }

    #[inline(never)]
    pub(super) fn sub<F: Float>(value: F, other: F, rounding: Rounding) -> Option<F> {
        arithmetic::add(value, other, true, rounding)
    }

    #[inline(never)]
    pub(super) fn mul<F: Float>(value: F, other: F, rounding: Rounding) -> Option<F> {
        arithmetic::mul(value, other, rounding)
    }

    #[inline(never)]
    pub(super) fn div<F: Float>(value: F, other: F, rounding: Rounding) -> Option<F> {
        arithmetic::div(value, other, rounding)
    }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use super::*;

    /// SplitMix64.
    fn next(state: &mut u64) -> u64 {
        *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut word = *state;
        word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        word ^ (word >> 31)
    }

    fn cases() -> usize {
        std::env::var("ALUVM_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(200_000)
    }

    /// What the processor gives is what the portable code gives, wherever the former is used.
    macro_rules! agrees {
        ($test:ident, $name:ident, $bits:ty) => {
            #[test]
            fn $test() {
                const FRACTION_BITS: u32 = FloatFormat::$name.precision() - 1;
                let mut state = 1;
                let mut native_results = 0;
                for _ in 0..cases() {
                    let first = next(&mut state) as $bits;
                    let mut second = next(&mut state) as $bits;
                    let choice = next(&mut state);
                    if choice & 1 == 0 {
                        // Near exponents, so that sums mix both operands.
                        let fraction = second & ((1 << FRACTION_BITS) - 1);
                        let field =
                            (first >> FRACTION_BITS).wrapping_add((choice >> 8) as $bits % 64);
                        second = field << FRACTION_BITS | fraction;
                    }
                    if choice & 6 == 0 {
                        second &= <$bits>::MAX << (choice >> 16 & 31);
                    }
                    if choice & 0x18 == 0 {
                        // Zero or subnormal.
                        second &= <$bits>::MAX
                            >> (<$bits>::BITS - FRACTION_BITS
                                + (choice >> 24) as u32 % FRACTION_BITS);
                    }
                    let (a, b) = ($name(first), $name(second));
                    let mode = Rounding::NearestEven;
                    let pairs = [
                        (a.native(b, mode, |a, b| a + b), 0),
                        (a.native(b, mode, |a, b| a - b), 1),
                        (a.native(b, mode, |a, b| a * b), 2),
                        (a.native(b, mode, |a, b| a / b), 3),
                    ];
                    for (native, operation) in pairs {
                        let Some(native) = native else { continue };
                        let portable = match operation {
                            0 => arithmetic::add(a, b, false, mode),
                            1 => arithmetic::add(a, b, true, mode),
                            2 => arithmetic::mul(a, b, mode),
                            _ => arithmetic::div(a, b, mode),
                        };
                        assert_eq!(Some(native), portable, "{a:?} {b:?} {operation}");
                        native_results += 1;
                    }
                }
                assert_eq!(native_results > 0, NATIVE);
            }
        };
    }

    agrees!(single_precision_agrees, F32, u32);
    agrees!(double_precision_agrees, F64, u64);
}
