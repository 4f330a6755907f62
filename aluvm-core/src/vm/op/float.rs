//! What the operations on float registers do: the functions of [`exec`](crate::vm::exec), each under
//! the name of an operation.

use core::cmp::Ordering;
use core::slice::Iter;

use crate::num::float::Float;
use crate::vm::exec::{float, mov};
use crate::vm::op::{Op, Run};
use crate::vm::registers::{Bank, Registers};

use super::handlers::handlers;

handlers! { Float, SizeF, with_f:
    add_f(r, op) { float::add::<B>(r, op.rounding(), op.pair()) };
    sub_f(r, op) { float::sub::<B>(r, op.rounding(), op.pair()) };
    mul_f(r, op) { float::mul::<B>(r, op.rounding(), op.pair()) };
    div_f(r, op) { float::div::<B>(r, op.rounding(), op.pair()) };
    neg_f(r, op) { float::negate::<B>(r, op.first.get()) };
    abs_f(r, op) { float::absolute::<B>(r, op.first.get()) };
    lt_f(r, op) { float::compare::<B>(r, op.float_equal_flag(), Ordering::Less, op.pair()) };
    eq_f(r, op) { float::compare::<B>(r, op.float_equal_flag(), Ordering::Equal, op.pair()) };
    dup_f(r, op) { mov::try_dup::<B>(r, op.pair()) } else {
        mov::dup::<B>(r, op.first.get(), op.second.get())
    };
    mov_f(r, op) { mov::mov::<B>(r, op.first.get(), op.second.get()) };
}
