//! What the operations on general registers do: the functions of [`exec`](crate::vm::exec), each under
//! the name of an operation.

use core::slice::Iter;

use crate::num::integer::{Bitwise, Word};
use crate::vm::exec::bitwise::{logic, replace};
use crate::vm::exec::compare::{compare, equal, is_zero};
use crate::vm::exec::mov;
use crate::vm::op::{Op, Run};
use crate::vm::registers::{Bank, Registers};

use super::handlers::handlers;

handlers! { Word, SizeR, with_r:
    clr_r(r, op) { r.undefine::<B>(op.first.get()) };
    dup_r(r, op) { mov::try_dup::<B>(r, op.pair()) } else {
        mov::dup::<B>(r, op.first.get(), op.second.get())
    };
    mov_r(r, op) { mov::mov::<B>(r, op.first.get(), op.second.get()) };
    and_r(r, op) { logic::<B>(r, op.triple(), Bitwise::bit_and) };
    or_r(r, op) { logic::<B>(r, op.triple(), Bitwise::bit_or) };
    xor_r(r, op) { logic::<B>(r, op.triple(), Bitwise::bit_xor) };
    not_r(r, op) { replace::<B>(r, op.first.get(), Bitwise::bit_not) };
    lt_r(r, op) { compare::<B>(r, op.pair(), PartialOrd::lt) };
    eq_r(r, op) { equal::<B>(r, op.equal_flag(), op.pair()) };
    ifz_r(r, op) { is_zero::<B>(r, op.first.get()) };
}
