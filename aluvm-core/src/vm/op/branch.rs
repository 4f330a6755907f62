//! Comparisons of integers, each in one operation with the `jif` behind it.

use core::slice::Iter;

use super::control::go_if;
use super::handlers::sized;
use crate::isa::EqualFlag;
use crate::num::integer::{Integer, Sign};
use crate::vm::exec::compare::{compare, equal, is_undefined, is_zero};
use crate::vm::op::{Op, Run};
use crate::vm::registers::{Bank, Registers};

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

        sized! { SizeA, with_a: $($name)+ }
    };
}

branches! {
    jump_lt_u(r, op) { compare::<B>(r, op.pair_of_jump(), PartialOrd::lt) }
    jump_lt_s(r, op) { compare::<B>(r, op.pair_of_jump(), Sign::less_signed) }
    jump_eq_n(r, op) { equal::<B>(r, EqualFlag::UndefinedDiffers, op.pair_of_jump()) }
    jump_eq_e(r, op) { equal::<B>(r, EqualFlag::UndefinedEqual, op.pair_of_jump()) }
    jump_ifz(r, op) { is_zero::<B>(r, op.first.get()) }
    jump_ifn(r, op) { is_undefined::<B>(r, op.first.get()) }
}
