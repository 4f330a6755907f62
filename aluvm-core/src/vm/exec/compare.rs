//! Comparisons, which set `st0`, and `st` and `inv`, which use it.

use crate::isa::{EqualFlag, MergeFlag, SignFlag};
use crate::num::integer::{Addition, Bitwise, Integer, Sign, Word};
use crate::vm::registers::{Bank, Pair, Registers};

/// Sets `st0` to whether a relation holds between two registers; false if either is undefined.
#[inline(always)]
pub(crate) fn compare<B: Bank>(
    registers: &mut Registers,
    operands: Pair,
    relation: impl FnOnce(&B::Value, &B::Value) -> bool,
) {
    let (first, second) = (operands.first(), operands.second());
    registers.st0 = registers.are_defined::<B>(operands)
        && relation(&registers.value::<B>(first), &registers.value::<B>(second));
}

/// `gt` and `lt` of integers.
pub(super) fn compare_a<B: Bank<Value: Integer>>(
    registers: &mut Registers,
    flag: SignFlag,
    order: Pair,
) {
    match flag {
        SignFlag::Unsigned => compare::<B>(registers, order, PartialOrd::lt),
        SignFlag::Signed => {
            compare::<B>(registers, order, Sign::less_signed);
        }
    }
}

/// `eq` of integers and general registers.
#[inline(always)]
pub(crate) fn equal<B: Bank>(registers: &mut Registers, flag: EqualFlag, operands: Pair) {
    let (first, second) = (operands.first(), operands.second());
    registers.st0 = if registers.are_defined::<B>(operands) {
        registers.value::<B>(first) == registers.value::<B>(second)
    } else {
        flag == EqualFlag::UndefinedEqual
            && !registers.is_defined::<B>(first)
            && !registers.is_defined::<B>(second)
    };
}

/// `ifz`.
#[inline(always)]
pub(crate) fn is_zero<B: Bank<Value: Word>>(registers: &mut Registers, src: usize) {
    registers.st0 = registers.is_defined::<B>(src) && registers.value::<B>(src).is_zero();
}

/// `ifn`.
#[inline(always)]
pub(crate) fn is_undefined<B: Bank>(registers: &mut Registers, src: usize) {
    registers.st0 = !registers.is_defined::<B>(src);
}

/// `st`: merges `st0` into a register.
pub(crate) fn merge<B: Bank<Value: Integer>>(
    registers: &mut Registers,
    flag: MergeFlag,
    dst: usize,
) {
    let status = if registers.st0 { B::Value::ONE } else { B::Value::ZERO };
    let merged = match (flag, registers.read::<B>(dst)) {
        (MergeFlag::Set, _) | (_, None) => status,
        (MergeFlag::Add, Some(value)) => match value.add_uc(status) {
            Some(sum) => sum,
            None => {
                registers.st0 = false;
                B::Value::MAX
            }
        },
        (MergeFlag::And, Some(value)) => value.bit_and(status),
        (MergeFlag::Or, Some(value)) => value.bit_or(status),
    };
    registers.write::<B>(dst, Some(merged));
}
