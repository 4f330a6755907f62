//! What the operations on integer registers do: the functions of [`exec`](crate::vm::exec), each
//! under the name that the table of operations gives it.

use crate::isa::EqualFlag;
use crate::num::integer::{
    Addition, Bitwise, Division, Integer, Multiplication, Shift, Sign, Word,
};
use crate::vm::exec::arithmetic::{binary, step as step_by};
use crate::vm::exec::bitwise::{amount, logic, replace, rotate, shift};
use crate::vm::exec::compare::{compare, equal, is_undefined, is_zero, merge as merge_into};
use crate::vm::exec::mov;
use crate::vm::image::op::{Branch, MergeInto, One, ShiftBy, StepBy, Three};
use crate::vm::registers::{Bank, Pair, Registers};

use super::handlers::handlers;

handlers! { Integer:
    add_uc(r, o: Pair) { binary::<B>(r, o, Addition::add_uc) }
    add_sc(r, o: Pair) { binary::<B>(r, o, Addition::add_sc) }
    add_w(r, o: Pair) { binary::<B>(r, o, Addition::add_uw) }
    sub_uc(r, o: Pair) { binary::<B>(r, o, Addition::sub_uc) }
    sub_sc(r, o: Pair) { binary::<B>(r, o, Addition::sub_sc) }
    sub_w(r, o: Pair) { binary::<B>(r, o, Addition::sub_uw) }
    mul_uc(r, o: Pair) { binary::<B>(r, o, Multiplication::mul_uc) }
    mul_sc(r, o: Pair) { binary::<B>(r, o, Multiplication::mul_sc) }
    mul_w(r, o: Pair) { binary::<B>(r, o, Multiplication::mul_uw) }
    div_uc(r, o: Pair) { binary::<B>(r, o, Division::div_uc) }
    div_sc(r, o: Pair) { binary::<B>(r, o, Division::div_sc) }
    div_uw(r, o: Pair) { binary::<B>(r, o, Division::div_uw) }
    div_sw(r, o: Pair) { binary::<B>(r, o, Division::div_sw) }
    rem(r, o: Pair) { binary::<B>(r, o, Division::rem_u) }
    step(r, o: StepBy) { step_by::<B>(r, o.dst.into(), o.step) }
    clr(r, o: One) { r.undefine::<B>(o.dst.into()) }
    mov(r, o: Pair) { mov::mov::<B>(r, o.first(), o.second()) }
    dup(r, o: Pair) { mov::dup::<B>(r, o) }
    swp(r, o: Pair) { mov::swp::<B>(r, o.first(), o.second()) }
    and(r, o: Three) {
        logic::<B>(r, o.operands, o.dst.into(), Bitwise::bit_and)
    }
    or(r, o: Three) {
        logic::<B>(r, o.operands, o.dst.into(), Bitwise::bit_or)
    }
    xor(r, o: Three) {
        logic::<B>(r, o.operands, o.dst.into(), Bitwise::bit_xor)
    }
    not(r, o: One) { replace::<B>(r, o.dst.into(), Bitwise::bit_not) }
    shl(r, o: ShiftBy) {
        let amount = amount(r, o.size, o.amount.into());
        shift::<B>(r, amount, o.dst.into(), Shift::shift_left, Word::top_bit)
    }
    shr_u(r, o: ShiftBy) {
        let amount = amount(r, o.size, o.amount.into());
        shift::<B>(r, amount, o.dst.into(), Shift::shift_right, Word::bottom_bit)
    }
    shr_s(r, o: ShiftBy) {
        let amount = amount(r, o.size, o.amount.into());
        shift::<B>(r, amount, o.dst.into(), Shift::shift_right_signed, Word::bottom_bit)
    }
    scl(r, o: ShiftBy) {
        let amount = amount(r, o.size, o.amount.into());
        rotate::<B>(r, amount, o.dst.into(), Shift::rotate_left)
    }
    scr(r, o: ShiftBy) {
        let amount = amount(r, o.size, o.amount.into());
        rotate::<B>(r, amount, o.dst.into(), Shift::rotate_right)
    }
    lt_u(r, o: Pair) { compare::<B>(r, o, PartialOrd::lt) }
    lt_s(r, o: Pair) { compare::<B>(r, o, Sign::less_signed) }
    eq_n(r, o: Pair) { equal::<B>(r, EqualFlag::UndefinedDiffers, o) }
    eq_e(r, o: Pair) { equal::<B>(r, EqualFlag::UndefinedEqual, o) }
    ifz(r, o: Pair) { is_zero::<B>(r, o.first()) }
    ifn(r, o: Pair) { is_undefined::<B>(r, o.first()) }
    merge(r, o: MergeInto) { merge_into::<B>(r, o.flag, o.dst.into()) }
    jump_lt_u(r, o: Branch) -> bool { lt_u::<B>(r, operands(o)); r.st0 }
    jump_lt_s(r, o: Branch) -> bool { lt_s::<B>(r, operands(o)); r.st0 }
    jump_eq_n(r, o: Branch) -> bool { eq_n::<B>(r, operands(o)); r.st0 }
    jump_eq_e(r, o: Branch) -> bool { eq_e::<B>(r, operands(o)); r.st0 }
    jump_ifz(r, o: Branch) -> bool { ifz::<B>(r, operands(o)); r.st0 }
    jump_ifn(r, o: Branch) -> bool { ifn::<B>(r, operands(o)); r.st0 }
}

#[inline(always)]
fn operands(branch: Branch) -> Pair {
    Pair::new(branch.first.into(), branch.second.into())
}
