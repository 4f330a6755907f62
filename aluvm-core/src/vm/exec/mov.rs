//! `mov`, `dup`, `swp`, and the conversions between integer sizes and general registers.

use crate::isa::{SizeA, SizeR};
use crate::num::integer::{self, Integer, Word};
use crate::vm::registers::{Bank, Pair, Registers};

use super::size::{with_a, with_r};

/// Moves a value; the source becomes undefined, also where it is the destination.
#[inline(always)]
pub(crate) fn mov<B: Bank>(registers: &mut Registers, src: usize, dst: usize) {
    let value = registers.read::<B>(src);
    registers.write::<B>(dst, value);
    registers.undefine::<B>(src);
}

/// Copies a value.
#[inline(always)]
pub(crate) fn dup<B: Bank>(registers: &mut Registers, src: usize, dst: usize) {
    let value = registers.read::<B>(src);
    registers.write::<B>(dst, value);
}

/// The same where both registers are defined; else it says no, and changes nothing.
#[inline(always)]
pub(crate) fn try_dup<B: Bank>(registers: &mut Registers, operands: Pair) -> bool {
    let are_defined = registers.are_defined::<B>(operands);
    if are_defined {
        let value = registers.value::<B>(operands.first());
        registers.update::<B>(operands.second(), value);
    }
    are_defined
}

#[inline(always)]
pub(crate) fn swp<B: Bank>(registers: &mut Registers, first: usize, second: usize) {
    let (to_second, to_first) = (registers.read::<B>(first), registers.read::<B>(second));
    registers.write::<B>(first, to_first);
    registers.write::<B>(second, to_second);
}

/// Converts a value, or undefines the destination; `st0` says whether nothing was lost.
fn convert<S: Bank, D: Bank>(
    registers: &mut Registers,
    src: usize,
    dst: usize,
    conversion: impl FnOnce(S::Value) -> (D::Value, bool),
) {
    let converted = registers.read::<S>(src).map(conversion);
    registers.st0 = converted.is_none_or(|(_, is_whole)| is_whole);
    registers.write::<D>(dst, converted.map(|(value, _)| value));
}

/// `cpy` between integers.
pub(super) fn copy_a(r: &mut Registers, src_size: SizeA, src: usize, dst_size: SizeA, dst: usize) {
    with_a!(src_size, S => with_a!(dst_size, D => {
        convert::<S, D>(r, src, dst, integer::zero_extend)
    }));
}

/// `cpy` between general registers.
pub(super) fn copy_r(r: &mut Registers, src_size: SizeR, src: usize, dst_size: SizeR, dst: usize) {
    with_r!(src_size, S => with_r!(dst_size, D => {
        convert::<S, D>(r, src, dst, integer::zero_extend)
    }));
}

/// `cnv` between integers.
pub(super) fn convert_a(
    r: &mut Registers,
    src_size: SizeA,
    src: usize,
    dst_size: SizeA,
    dst: usize,
) {
    fn signed<S: Bank<Value: Integer>, D: Bank<Value: Integer>>(
        registers: &mut Registers,
        src: usize,
        dst: usize,
    ) {
        convert::<S, D>(registers, src, dst, integer::sign_extend);
    }
    with_a!(src_size, S => with_a!(dst_size, D => signed::<S, D>(r, src, dst)));
}

/// `spy`. Where one of the two is undefined, so becomes the other; `st0` then tells of the one that
/// has a value.
pub(super) fn spy(r: &mut Registers, src_size: SizeA, src: usize, dst_size: SizeR, dst: usize) {
    fn swap<A: Bank<Value: Word>, R: Bank<Value: Word>>(
        registers: &mut Registers,
        a: usize,
        r: usize,
    ) {
        let to_r = registers.read::<A>(a).map(integer::zero_extend);
        let to_a = registers.read::<R>(r).map(integer::zero_extend);
        registers.st0 =
            to_r.is_none_or(|(_, is_whole)| is_whole) && to_a.is_none_or(|(_, is_whole)| is_whole);
        registers.write::<A>(a, to_a.map(|(value, _)| value));
        registers.write::<R>(r, to_r.map(|(value, _)| value));
    }
    with_a!(src_size, A => with_r!(dst_size, R => swap::<A, R>(r, src, dst)));
}
