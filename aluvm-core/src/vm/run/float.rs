//! What the operations on float registers do: the functions of [`exec`](crate::vm::exec), each under
//! the name that the table of operations gives it.

use core::cmp::Ordering;

use crate::num::float::Float;
use crate::vm::exec::{float, mov};
use crate::vm::image::op::{Compared, Rounded};
use crate::vm::registers::{Bank, Pair, Registers};

use super::handlers::handlers;

handlers! { Float:
    add_f(r, o: Rounded) { float::add::<B>(r, o.rounding, o.operands) }
    sub_f(r, o: Rounded) { float::sub::<B>(r, o.rounding, o.operands) }
    mul_f(r, o: Rounded) { float::mul::<B>(r, o.rounding, o.operands) }
    div_f(r, o: Rounded) { float::div::<B>(r, o.rounding, o.operands) }
    lt_f(r, o: Compared) { float::compare::<B>(r, o.flag, Ordering::Less, o.operands) }
    eq_f(r, o: Compared) { float::compare::<B>(r, o.flag, Ordering::Equal, o.operands) }
    dup_f(r, o: Pair) { mov::dup::<B>(r, o) }
}
