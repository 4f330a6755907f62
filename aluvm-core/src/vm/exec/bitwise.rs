//! Bitwise logic, shifts, rotations and the reversal of bits.

use crate::isa::{SignFlag, SizeA2};
use crate::num::integer::{Bitwise, Shift, Word};
use crate::vm::registers::{Bank, Pair, Registers, Triple, banks};

/// Sets the third register to `operation(first, second)`; `st0` stays.
#[inline(always)]
pub(crate) fn logic<B: Bank>(
    registers: &mut Registers,
    operands: Triple,
    operation: impl Fn(B::Value, B::Value) -> B::Value,
) {
    let Triple { first, second, dst, .. } = operands;
    if registers.are_defined::<B>(Pair::of(first, second)) {
        let (first, second) = (first.get(), second.get());
        let result = operation(registers.value::<B>(first), registers.value::<B>(second));
        registers.write::<B>(dst, Some(result));
    } else {
        registers.undefine::<B>(dst);
    }
}

/// The same where all three are defined; else it says no, and changes nothing.
#[inline(always)]
pub(crate) fn try_logic<B: Bank>(
    registers: &mut Registers,
    operands: Triple,
    operation: impl Fn(B::Value, B::Value) -> B::Value,
) -> bool {
    let Triple { first, second, dst, bits } = operands;
    let are_defined = registers.are_all_defined::<B>(bits);
    if are_defined {
        let (first, second) = (first.get(), second.get());
        let result = operation(registers.value::<B>(first), registers.value::<B>(second));
        registers.update::<B>(dst, result);
    }
    are_defined
}

/// Replaces a register by `operation` of its value; `st0` stays.
#[inline(always)]
pub(crate) fn replace<B: Bank>(
    registers: &mut Registers,
    dst: usize,
    operation: impl FnOnce(B::Value) -> B::Value,
) {
    if registers.is_defined::<B>(dst) {
        let result = operation(registers.value::<B>(dst));
        registers.update::<B>(dst, result);
    }
}

/// The amount by which to shift or rotate.
#[inline(always)]
pub(crate) fn amount(registers: &Registers, size: SizeA2, index: usize) -> Option<u16> {
    match size {
        SizeA2::A8 => registers.read::<banks::A8>(index).map(u16::from),
        SizeA2::A16 => registers.read::<banks::A16>(index),
    }
}

/// Shifts a register. `status` gives the bit that `st0` becomes.
#[inline(always)]
pub(crate) fn shift<B: Bank>(
    registers: &mut Registers,
    amount: Option<u16>,
    dst: usize,
    operation: impl FnOnce(B::Value, u16) -> B::Value,
    status: impl FnOnce(&B::Value) -> bool,
) {
    if let (Some(amount), Some(value)) = (amount, registers.read::<B>(dst)) {
        registers.st0 = status(&value);
        registers.update::<B>(dst, operation(value, amount));
    } else {
        registers.undefine::<B>(dst);
        registers.st0 = false;
    }
}

/// Rotates a register; `st0` stays.
#[inline(always)]
pub(crate) fn rotate<B: Bank>(
    registers: &mut Registers,
    amount: Option<u16>,
    dst: usize,
    operation: impl FnOnce(B::Value, u16) -> B::Value,
) {
    match amount {
        Some(amount) => replace::<B>(registers, dst, |value| operation(value, amount)),
        None => registers.undefine::<B>(dst),
    }
}

/// `shl`.
pub(super) fn shift_left<B: Bank<Value: Word>>(r: &mut Registers, amount: Option<u16>, dst: usize) {
    shift::<B>(r, amount, dst, Shift::shift_left, Word::top_bit);
}

/// `shr` of general registers.
pub(super) fn shift_right<B: Bank<Value: Word>>(
    r: &mut Registers,
    amount: Option<u16>,
    dst: usize,
) {
    shift::<B>(r, amount, dst, Shift::shift_right, Word::bottom_bit);
}

/// `shr` of integers.
pub(super) fn shift_right_flagged<B: Bank<Value: Word>>(
    r: &mut Registers,
    amount: Option<u16>,
    flag: SignFlag,
    dst: usize,
) {
    match flag {
        SignFlag::Unsigned => shift_right::<B>(r, amount, dst),
        SignFlag::Signed => {
            shift::<B>(r, amount, dst, Shift::shift_right_signed, Word::bottom_bit);
        }
    }
}

/// `scl`.
pub(super) fn rotate_left<B: Bank<Value: Word>>(
    r: &mut Registers,
    amount: Option<u16>,
    dst: usize,
) {
    rotate::<B>(r, amount, dst, Shift::rotate_left);
}

/// `scr`.
pub(super) fn rotate_right<B: Bank<Value: Word>>(
    r: &mut Registers,
    amount: Option<u16>,
    dst: usize,
) {
    rotate::<B>(r, amount, dst, Shift::rotate_right);
}

/// `rev`.
pub(super) fn reverse<B: Bank<Value: Word>>(registers: &mut Registers, dst: usize) {
    replace::<B>(registers, dst, Bitwise::bit_reverse);
}
