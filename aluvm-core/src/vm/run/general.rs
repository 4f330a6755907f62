//! What the operations on general registers do: the functions of [`exec`](crate::vm::exec), each under
//! the name that the table of operations gives it.

use crate::num::integer::{Bitwise, Word};
use crate::vm::exec::bitwise::{logic, replace};
use crate::vm::exec::compare::{compare, equal, is_zero};
use crate::vm::exec::mov;
use crate::vm::image::op::{Equal, One, Three};
use crate::vm::registers::{Bank, Pair, Registers};

use super::handlers::handlers;

handlers! { Word:
    clr_r(r, o: One) { r.undefine::<B>(o.dst.into()) }
    dup_r(r, o: Pair) { mov::dup::<B>(r, o) }
    mov_r(r, o: Pair) { mov::mov::<B>(r, o.first(), o.second()) }
    and_r(r, o: Three) { logic::<B>(r, o.operands, o.dst.into(), Bitwise::bit_and) }
    or_r(r, o: Three) { logic::<B>(r, o.operands, o.dst.into(), Bitwise::bit_or) }
    xor_r(r, o: Three) { logic::<B>(r, o.operands, o.dst.into(), Bitwise::bit_xor) }
    not_r(r, o: One) { replace::<B>(r, o.dst.into(), Bitwise::bit_not) }
    lt_r(r, o: Pair) { compare::<B>(r, o, PartialOrd::lt) }
    eq_r(r, o: Equal) { equal::<B>(r, o.flag, o.operands) }
    ifz_r(r, o: One) { is_zero::<B>(r, o.dst.into()) }
}
