//! Comparisons of integers, each in one operation with the `jif` behind it.

use core::slice::Iter;

use super::control::{go, go_if};
use super::handlers::sized;
use crate::isa::EqualFlag;
use crate::num::integer::{Addition, Integer, Sign, Word};
use crate::vm::exec::arithmetic::{no_result, try_binary};
use crate::vm::exec::compare::{compare, equal, is_undefined, is_zero};
use crate::vm::op::{Op, Run};
use crate::vm::registers::{Bank, Pair, Registers};

/// Functions that compare and jump if that holds.
macro_rules! branches {
    ($($name:ident($r:ident, $op:ident) $body:block)+) => {
        $(
            fn $name<'a, B: Bank<Value: Integer>>(
                registers: &mut Registers,
                run: &mut Run<'a>,
                rest: Iter<'a, Op>,
            ) {
                #[inline(never)]
                fn outlined<B: Bank<Value: Integer>>($r: &mut Registers, $op: &Op) $body
                let Some(op) = rest.as_slice().first() else { return };
                if B::IS_WIDE {
                    outlined::<B>(registers, op);
                } else {
                    let ($r, $op) = (&mut *registers, op);
                    $body
                }
                go_if(registers, run, rest)
            }
        )+

        sized! { SizeA, with_a: $($name)+ step_jump_lt_u }
    };
}

/// Adds one to the first register, and then as `jump_lt_u`: how most loops end.
fn step_jump_lt_u<'a, B: Bank<Value: Integer>>(
    registers: &mut Registers,
    run: &mut Run<'a>,
    mut rest: Iter<'a, Op>,
) {
    /// Where a register is undefined, or the sum is no number: the comparison then does not hold.
    #[cold]
    #[inline(never)]
    fn rare<'a, B: Bank<Value: Integer>>(
        registers: &mut Registers,
        run: &mut Run<'a>,
        mut rest: Iter<'a, Op>,
    ) {
        let Some(op) = rest.next() else { return };
        let counter = op.first.get();
        let step = |value: B::Value, _: B::Value| value.add_uc(B::Value::ONE);
        if !try_binary::<B>(registers, Pair::of(op.first, op.first), step) {
            no_result::<B>(registers, counter);
        }
        registers.st0 = false;
        (op.next)(registers, run, rest)
    }
    let Some(op) = rest.as_slice().first() else { return };
    let operands = op.pair_of_jump();
    let (counter, end) = (operands.first(), operands.second());
    if !registers.are_defined::<B>(operands) {
        return rare::<B>(registers, run, rest);
    }
    let Some(sum) = registers.value::<B>(counter).add_uc(B::Value::ONE) else {
        return rare::<B>(registers, run, rest);
    };
    if sum < registers.value::<B>(end) {
        // Where the jump may not be taken yet, all of it begins anew, so that the step is not done before.
        if !run.has_turn() {
            return go(registers, run, rest);
        }
        registers.update::<B>(counter, sum);
        registers.st0 = true;
        return go(registers, run, rest);
    }
    registers.update::<B>(counter, sum);
    registers.st0 = false;
    rest.next();
    (op.next)(registers, run, rest)
}

branches! {
    jump_lt_u(r, op) { compare::<B>(r, op.pair_of_jump(), PartialOrd::lt) }
    jump_lt_s(r, op) { compare::<B>(r, op.pair_of_jump(), Sign::less_signed) }
    jump_eq_n(r, op) { equal::<B>(r, EqualFlag::UndefinedDiffers, op.pair_of_jump()) }
    jump_eq_e(r, op) { equal::<B>(r, EqualFlag::UndefinedEqual, op.pair_of_jump()) }
    jump_ifz(r, op) { is_zero::<B>(r, op.first.get()) }
    jump_ifn(r, op) { is_undefined::<B>(r, op.first.get()) }
}
