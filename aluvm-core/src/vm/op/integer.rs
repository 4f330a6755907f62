//! What the operations on integer registers do: the functions of [`exec`](crate::vm::exec), each
//! under the name of an operation.

use core::slice::Iter;

use crate::isa::{EqualFlag, SizeA2};
use crate::num::integer::{
    Addition, Bitwise, Division, Integer, Multiplication, Shift, Sign, Word, zero_extend,
};
use crate::vm::exec::arithmetic::{no_result, try_binary};
use crate::vm::exec::bitwise::{amount, logic, replace, rotate, shift, try_logic};
use crate::vm::exec::compare::{compare, equal, is_undefined, is_zero, merge as merge_into};
use crate::vm::exec::mov;
use crate::vm::op::{Op, Run};
use crate::vm::registers::{Bank, Registers};

use super::handlers::handlers;

handlers! { Integer, SizeA, with_a:
    add_uc(r, op) { try_binary::<B>(r, op.pair(), Addition::add_uc) } else { none::<B>(r, op) };
    add_sc(r, op) { try_binary::<B>(r, op.pair(), Addition::add_sc) } else { none::<B>(r, op) };
    add_w(r, op) { try_binary::<B>(r, op.pair(), Addition::add_uw) } else { none::<B>(r, op) };
    sub_uc(r, op) { try_binary::<B>(r, op.pair(), Addition::sub_uc) } else { none::<B>(r, op) };
    sub_sc(r, op) { try_binary::<B>(r, op.pair(), Addition::sub_sc) } else { none::<B>(r, op) };
    sub_w(r, op) { try_binary::<B>(r, op.pair(), Addition::sub_uw) } else { none::<B>(r, op) };
    mul_uc(r, op) { try_binary::<B>(r, op.pair(), Multiplication::mul_uc) } else { none::<B>(r, op) };
    mul_sc(r, op) { try_binary::<B>(r, op.pair(), Multiplication::mul_sc) } else { none::<B>(r, op) };
    mul_w(r, op) { try_binary::<B>(r, op.pair(), Multiplication::mul_uw) } else { none::<B>(r, op) };
    div_uc(r, op) { try_binary::<B>(r, op.pair(), Division::div_uc) } else { none::<B>(r, op) };
    div_sc(r, op) { try_binary::<B>(r, op.pair(), Division::div_sc) } else { none::<B>(r, op) };
    div_uw(r, op) { try_binary::<B>(r, op.pair(), Division::div_uw) } else { none::<B>(r, op) };
    div_sw(r, op) { try_binary::<B>(r, op.pair(), Division::div_sw) } else { none::<B>(r, op) };
    rem(r, op) { try_binary::<B>(r, op.pair(), Division::rem_u) } else { none::<B>(r, op) };
    step_up(r, op) {
        let (step, _) = zero_extend::<u8, B::Value>(op.small as u8);
        try_binary::<B>(r, op.pair(), |value, _| value.add_uc(step))
    } else { none::<B>(r, op) };
    step_down(r, op) {
        let (step, _) = zero_extend::<u8, B::Value>(op.small as u8);
        try_binary::<B>(r, op.pair(), |value, _| value.sub_uc(step))
    } else { none::<B>(r, op) };
    neg(r, op) { try_binary::<B>(r, op.pair(), |value, _| value.negate()) } else {
        none::<B>(r, op)
    };
    abs(r, op) { try_binary::<B>(r, op.pair(), |value, _| value.absolute()) } else {
        none::<B>(r, op)
    };
    clr(r, op) { r.undefine::<B>(op.first.get()) };
    mov(r, op) { mov::mov::<B>(r, op.first.get(), op.second.get()) };
    dup(r, op) { mov::try_dup::<B>(r, op.pair()) } else {
        mov::dup::<B>(r, op.first.get(), op.second.get())
    };
    swp(r, op) { mov::swp::<B>(r, op.first.get(), op.second.get()) };
    and(r, op) { try_logic::<B>(r, op.triple(), Bitwise::bit_and) } else {
        logic::<B>(r, op.triple(), Bitwise::bit_and)
    };
    or(r, op) { try_logic::<B>(r, op.triple(), Bitwise::bit_or) } else {
        logic::<B>(r, op.triple(), Bitwise::bit_or)
    };
    xor(r, op) { try_logic::<B>(r, op.triple(), Bitwise::bit_xor) } else {
        logic::<B>(r, op.triple(), Bitwise::bit_xor)
    };
    not(r, op) { replace::<B>(r, op.first.get(), Bitwise::bit_not) };
    shl(r, op) {
        let amount = shift_amount(r, op);
        shift::<B>(r, amount, op.second.get(), Shift::shift_left, Word::top_bit)
    };
    shr_u(r, op) {
        let amount = shift_amount(r, op);
        shift::<B>(r, amount, op.second.get(), Shift::shift_right, Word::bottom_bit)
    };
    shr_s(r, op) {
        let amount = shift_amount(r, op);
        shift::<B>(r, amount, op.second.get(), Shift::shift_right_signed, Word::bottom_bit)
    };
    scl(r, op) {
        let amount = shift_amount(r, op);
        rotate::<B>(r, amount, op.second.get(), Shift::rotate_left)
    };
    scr(r, op) {
        let amount = shift_amount(r, op);
        rotate::<B>(r, amount, op.second.get(), Shift::rotate_right)
    };
    lt_u(r, op) { compare::<B>(r, op.pair(), PartialOrd::lt) };
    lt_s(r, op) { compare::<B>(r, op.pair(), Sign::less_signed) };
    eq_n(r, op) { equal::<B>(r, EqualFlag::UndefinedDiffers, op.pair()) };
    eq_e(r, op) { equal::<B>(r, EqualFlag::UndefinedEqual, op.pair()) };
    ifz(r, op) { is_zero::<B>(r, op.first.get()) };
    ifn(r, op) { is_undefined::<B>(r, op.first.get()) };
    merge(r, op) { merge_into::<B>(r, op.merge_flag(), op.first.get()) };
}

/// Where there is no result.
fn none<B: Bank>(registers: &mut Registers, op: &Op) {
    no_result::<B>(registers, op.second.get());
}

/// The amount by which to shift, whose size is the flag of the operation.
#[inline(always)]
fn shift_amount(registers: &Registers, op: &Op) -> Option<u16> {
    let size = if op.small == SizeA2::A8 as i16 { SizeA2::A8 } else { SizeA2::A16 };
    amount(registers, size, op.first.get())
}
