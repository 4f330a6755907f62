//! Integer arithmetic. Every instruction of this group sets `st0` to whether its result is defined.

use crate::isa::{IntFlags, SizeA};
use crate::num::integer::{self, Addition, Division, Integer, Multiplication, Sign};
use crate::vm::registers::{Bank, Pair, Registers};

use super::size::with_a;

/// Replaces the second register by `operation(first, second)`.
#[inline(always)]
pub(crate) fn binary<B: Bank>(
    registers: &mut Registers,
    operands: Pair,
    operation: impl FnOnce(B::Value, B::Value) -> Option<B::Value>,
) {
    if !try_binary::<B>(registers, operands, operation) {
        no_result::<B>(registers, operands.second());
    }
}

/// The same where both registers are defined and there is a result; else it says no, and changes nothing.
#[inline(always)]
pub(crate) fn try_binary<B: Bank>(
    registers: &mut Registers,
    operands: Pair,
    operation: impl FnOnce(B::Value, B::Value) -> Option<B::Value>,
) -> bool {
    let (src, dst) = (operands.first(), operands.second());
    if registers.are_defined::<B>(operands)
        && let Some(result) = operation(registers.value::<B>(src), registers.value::<B>(dst))
    {
        registers.update::<B>(dst, result);
        registers.st0 = true;
        return true;
    }
    false
}

/// Replaces a register by `operation` of its value.
#[inline(always)]
pub(crate) fn unary<B: Bank>(
    registers: &mut Registers,
    dst: usize,
    operation: impl FnOnce(B::Value) -> Option<B::Value>,
) {
    if !try_binary::<B>(registers, Pair::new(dst, dst), |value, _| operation(value)) {
        no_result::<B>(registers, dst);
    }
}

/// What happens to the destination, and to `st0`, where there is no result.
#[inline(always)]
pub(crate) fn no_result<B: Bank>(registers: &mut Registers, dst: usize) {
    registers.undefine::<B>(dst);
    registers.st0 = false;
}

/// An instruction that takes flags, for registers of one size.
macro_rules! flagged {
    ($($(#[$doc:meta])* $name:ident: $uc:expr, $sc:expr, $uw:expr, $sw:expr;)+) => {$(
        $(#[$doc])*
        pub(super) fn $name<B: Bank<Value: Integer>>(
            registers: &mut Registers,
            flags: IntFlags,
            src: usize,
            dst: usize,
        ) {
            match flags {
                IntFlags::UnsignedChecked => binary::<B>(registers, Pair::new(src, dst), $uc),
                IntFlags::SignedChecked => binary::<B>(registers, Pair::new(src, dst), $sc),
                IntFlags::UnsignedWrapped => binary::<B>(registers, Pair::new(src, dst), $uw),
                IntFlags::SignedWrapped => binary::<B>(registers, Pair::new(src, dst), $sw),
            }
        }
    )+};
}

flagged! {
    add: Addition::add_uc, Addition::add_sc, Addition::add_uw, Addition::add_sw;
    sub: Addition::sub_uc, Addition::sub_sc, Addition::sub_uw, Addition::sub_sw;
    mul: Multiplication::mul_uc, Multiplication::mul_sc, Multiplication::mul_uw,
        Multiplication::mul_sw;
    div: Division::div_uc, Division::div_sc, Division::div_uw, Division::div_sw;
}

/// `inc`, `dec`, and `add` and `sub` of a constant.
pub(super) fn step<B: Bank<Value: Integer>>(registers: &mut Registers, dst: usize, step: i8) {
    unary::<B>(registers, dst, |value| value.step(step));
}

/// `neg` of an integer.
pub(super) fn negate<B: Bank<Value: Integer>>(registers: &mut Registers, dst: usize) {
    unary::<B>(registers, dst, Sign::negate);
}

/// `abs` of an integer.
pub(super) fn absolute<B: Bank<Value: Integer>>(registers: &mut Registers, dst: usize) {
    unary::<B>(registers, dst, Sign::absolute);
}

/// `rem`, whose operands may differ in size.
pub(super) fn remainder(
    r: &mut Registers,
    src_size: SizeA,
    src: usize,
    dst_size: SizeA,
    dst: usize,
) {
    fn sized<S: Bank<Value: Integer>, D: Bank<Value: Integer>>(
        registers: &mut Registers,
        src: usize,
        dst: usize,
    ) {
        let remainder = match (registers.read::<S>(src), registers.read::<D>(dst)) {
            (Some(dividend), Some(divisor)) => integer::remainder(dividend, divisor),
            _ => None,
        };
        registers.st0 = remainder.is_some();
        registers.write::<D>(dst, remainder);
    }
    with_a!(src_size, S => with_a!(dst_size, D => sized::<S, D>(r, src, dst)));
}
