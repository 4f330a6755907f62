//! `put` of constants that an operation cannot hold: it names their place in the data of a library.

use core::slice::Iter;

use crate::isa::{Data, RegisterData};
use crate::vm::exec;
use crate::vm::op::{Op, Run};
use crate::vm::registers::{Bank, Registers};

use super::handlers::sized;

/// Sets a register to the constant at the offset `wide` in the data of the library `small`.
#[inline(always)]
fn put<'a, B: Bank>(registers: &mut Registers, run: &mut Run<'a>, mut rest: Iter<'a, Op>) {
    /// Apart, for the same reason as what is done to wide values.
    #[inline(never)]
    fn outlined<B: Bank>(registers: &mut Registers, run: &Run<'_>, op: &Op) {
        let data = run.linked.lib(op.small as u16).map_or(&[][..], |lib| lib.data());
        let value = RegisterData(Data::At { offset: op.wide as u16, length: 0 });
        exec::put::put::<B>(registers, op.first.get(), &value, data);
    }
    let Some(op) = rest.next() else { return };
    outlined::<B>(registers, run, op);
    (op.next)(registers, run, rest)
}

pub(in crate::vm) mod integer {
    use super::*;

    fn put_a<'a, B: Bank>(r: &mut Registers, run: &mut Run<'a>, rest: Iter<'a, Op>) {
        put::<B>(r, run, rest);
    }
    sized! { SizeA, with_a: put_a }
}

pub(in crate::vm) mod float {
    use super::*;

    fn put_f<'a, B: Bank>(r: &mut Registers, run: &mut Run<'a>, rest: Iter<'a, Op>) {
        put::<B>(r, run, rest);
    }
    sized! { SizeF, with_f: put_f }
}

pub(in crate::vm) mod general {
    use super::*;

    fn put_r<'a, B: Bank>(r: &mut Registers, run: &mut Run<'a>, rest: Iter<'a, Op>) {
        put::<B>(r, run, rest);
    }
    sized! { SizeR, with_r: put_r }
}
