//! Floats: arithmetic, comparisons and conversions, by the functions of [`num::float`].
//!
//! [`num::float`]: crate::num::float

use core::cmp::Ordering;

use crate::isa::{FloatEqualFlag, SizeA, SizeF};
use crate::num::float::{self, Float};
use crate::num::integer::Word;
use crate::vm::registers::{Bank, Pair, Registers};

use super::arithmetic::unary;
use super::size::{with_a, with_f};

/// The mode that a flag names.
#[inline(always)]
fn mode(flag: crate::isa::Rounding) -> float::Rounding {
    match flag {
        crate::isa::Rounding::TowardZero => float::Rounding::TowardZero,
        crate::isa::Rounding::NearestEven => float::Rounding::NearestEven,
        crate::isa::Rounding::Floor => float::Rounding::Floor,
        crate::isa::Rounding::Ceil => float::Rounding::Ceil,
    }
}

macro_rules! arithmetic {
    ($($(#[$doc:meta])* $name:ident: $method:expr;)+) => {$(
        $(#[$doc])*
        #[inline(always)]
        pub(crate) fn $name<B: Bank<Value: Float>>(
            registers: &mut Registers,
            rounding: crate::isa::Rounding,
            operands: Pair,
        ) {
            let (src, dst) = (operands.first(), operands.second());
            // Not a closure, which the compiler would call: a sum of native floats takes less time.
            let result = if registers.are_defined::<B>(operands) {
                let (first, second) = (registers.value::<B>(src), registers.value::<B>(dst));
                $method(first, second, mode(rounding))
            } else {
                None
            };
            if let Some(result) = result {
                registers.update::<B>(dst, result);
            } else {
                registers.undefine::<B>(dst);
            }
            registers.st0 = result.is_some();
        }
    )+};
}

arithmetic! {
    /// `add` of floats.
    add: Float::add;
    /// `sub` of floats.
    sub: Float::sub;
    /// `mul` of floats.
    mul: Float::mul;
    /// `div` of floats.
    div: Float::div;
}

/// `neg` of a float.
pub(crate) fn negate<B: Bank<Value: Float>>(registers: &mut Registers, dst: usize) {
    unary::<B>(registers, dst, |value| Some(value.neg()));
}

/// `abs` of a float.
pub(crate) fn absolute<B: Bank<Value: Float>>(registers: &mut Registers, dst: usize) {
    unary::<B>(registers, dst, |value| Some(value.abs()));
}

/// Sets `st0` to whether two floats stand in this order; false if either is undefined.
#[inline(always)]
pub(crate) fn compare<B: Bank<Value: Float>>(
    registers: &mut Registers,
    flag: FloatEqualFlag,
    order: Ordering,
    operands: Pair,
) {
    super::compare::compare::<B>(registers, operands, |first, second| {
        order
            == match flag {
                FloatEqualFlag::Exact => first.compare(*second),
                FloatEqualFlag::Rough => first.compare_rough(*second),
            }
    });
}

/// `cnv` between formats.
pub(super) fn convert(r: &mut Registers, src_size: SizeF, src: usize, dst_size: SizeF, dst: usize) {
    with_f!(src_size, S => with_f!(dst_size, D => {
        converted::<S, D>(r, src, dst, Float::from_float)
    }));
}

/// `cnv` from an integer, read as signed.
pub(super) fn from_integer(
    r: &mut Registers,
    src_size: SizeA,
    src: usize,
    dst_size: SizeF,
    dst: usize,
) {
    fn to<A: Bank<Value: Word>, F: Bank<Value: Float>>(r: &mut Registers, src: usize, dst: usize) {
        converted::<A, F>(r, src, dst, |integer| {
            let mut bytes = [0; 128];
            let bytes = bytes.get_mut(..A::SIZE.bytes())?;
            integer.write_le(bytes);
            Float::from_integer(bytes)
        });
    }
    with_a!(src_size, A => with_f!(dst_size, F => to::<A, F>(r, src, dst)));
}

/// `cnv` to a signed integer.
pub(super) fn to_integer(
    r: &mut Registers,
    src_size: SizeF,
    src: usize,
    dst_size: SizeA,
    dst: usize,
) {
    fn to<F: Bank<Value: Float>, A: Bank<Value: Word>>(r: &mut Registers, src: usize, dst: usize) {
        converted::<F, A>(r, src, dst, |value| {
            let mut bytes = [0; 128];
            let bytes = bytes.get_mut(..A::SIZE.bytes())?;
            value.to_integer(bytes).then(|| A::Value::read_le(bytes))
        });
    }
    with_f!(src_size, F => with_a!(dst_size, A => to::<F, A>(r, src, dst)));
}

/// Sets a register to what a conversion gives. `st0` becomes false where that is nothing; an undefined
/// source makes it true.
fn converted<S: Bank, D: Bank>(
    registers: &mut Registers,
    src: usize,
    dst: usize,
    conversion: impl FnOnce(S::Value) -> Option<D::Value>,
) {
    let value = registers.read::<S>(src).map(conversion);
    registers.st0 = !matches!(value, Some(None));
    registers.write::<D>(dst, value.flatten());
}
