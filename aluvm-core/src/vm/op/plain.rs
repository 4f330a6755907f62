//! Operations without a size or a family: `inv`, `nop`, constants, and instructions that run from the
//! table beside.

use core::slice::Iter;

use super::{Cause, Named, Op, Run};
use crate::isa::{EqualFlag, FloatEqualFlag, MergeFlag, Rounding};
use crate::vm::exec::{self, Failure, Next};
use crate::vm::registers::{Registers, banks};

/// Functions that do something to the registers and go on behind.
macro_rules! plain {
    ($($(#[$doc:meta])* $name:ident($r:ident, $run:ident, $op:ident) $body:block)+) => {
    $(
        $(#[$doc])*
        pub(in crate::vm) fn $name<'a>(
            registers: &mut Registers,
            run: &mut Run<'a>,
            mut rest: Iter<'a, Op>,
        ) {
            let Some(op) = rest.next() else { return };
            {
                let ($r, $run, $op) = (&mut *registers, &mut *run, op);
                let _ = &$run;
                $body
            }
            (op.next)(registers, run, rest)
        }
    )+

        /// Those that do nothing else.
        const ALL: &[Named] = &[$(Named::plain(stringify!($name), $name)),+];
    };
}

plain! {
    /// `inv`.
    invert(r, run, op) { let _ = op; r.st0 = !r.st0; }
    /// `nop`.
    nop(r, run, op) { let _ = (r, op); }
    /// `put` of an `a8` whose constant is there.
    put8(r, run, op) { r.write::<banks::A8>(op.first.get(), Some(op.wide as u8)); }
    /// `put` of an `a16`, likewise.
    put16(r, run, op) { r.write::<banks::A16>(op.first.get(), Some(op.wide as u16)); }
    /// `put` of an `a32`, likewise.
    put32(r, run, op) { r.write::<banks::A32>(op.first.get(), Some(op.wide)); }
    /// `put` of an `a64` below 2^32, likewise.
    put64(r, run, op) { r.write::<banks::A64>(op.first.get(), Some(op.wide.into())); }
    /// An instruction in the table beside, of the library with the number `small`.
    instr(r, run, op) { instruction(r, run, op); }
}

#[inline(never)]
fn instruction(registers: &mut Registers, run: &Run<'_>, op: &Op) {
    let lib = run.linked.lib(op.small as u16);
    if let (Some(instr), Some(lib)) = (run.instrs.get(op.wide as usize), lib) {
        let next = exec::execute(instr, registers, lib.data());
        debug_assert_eq!(next, Next::Following);
    }
}

/// An instruction in the table beside that the profile gives another meaning. It changes registers, or
/// fails.
pub(in crate::vm) fn varied<'a>(r: &mut Registers, run: &mut Run<'a>, mut rest: Iter<'a, Op>) {
    let Some(op) = rest.next() else { return };
    let lib = run.linked.lib(op.small as u16);
    if let (Some(instr), Some(lib)) = (run.instrs.get(op.wide as usize), lib) {
        let next = exec::execute_for(run.linked.profile(), instr, r, lib.data());
        if let Next::Fail(failure) = next {
            return run.stop(rest, Cause::Failed(failure), instr.cost());
        }
    }
    (op.next)(r, run, rest)
}

/// An instruction of the host's extension, in the table beside.
pub(in crate::vm) fn extension<'a>(r: &mut Registers, run: &mut Run<'a>, mut rest: Iter<'a, Op>) {
    let Some(op) = rest.next() else { return };
    if let Some(instr) = run.extensions.get(op.wide as usize) {
        run.settle(r, run.number(&rest));
        let cost = instr.form().cost;
        if (run.host)(*instr, r).is_break() {
            return run.stop(rest, Cause::Failed(Failure::Extension), cost);
        }
        if r.cl0 != run.limit {
            if r.cl0.is_some_and(|limit| r.ca0.saturating_add(cost) >= limit) {
                return run.stop(rest, Cause::Limited, cost);
            }
            rest.next();
            return run.stop(rest, Cause::Step, 0);
        }
    }
    (op.next)(r, run, rest)
}

/// All of this file.
pub(in crate::vm) fn all() -> impl Iterator<Item = Named> {
    let others = [Named::plain("varied", varied), Named::plain("extension", extension)];
    ALL.iter().copied().chain(others)
}

impl Op {
    #[inline(always)]
    pub(super) fn merge_flag(&self) -> MergeFlag {
        match self.small {
            0 => MergeFlag::Set,
            1 => MergeFlag::Add,
            2 => MergeFlag::And,
            _ => MergeFlag::Or,
        }
    }

    #[inline(always)]
    pub(super) fn rounding(&self) -> Rounding {
        match self.small {
            0 => Rounding::TowardZero,
            1 => Rounding::NearestEven,
            2 => Rounding::Floor,
            _ => Rounding::Ceil,
        }
    }

    #[inline(always)]
    pub(super) fn float_equal_flag(&self) -> FloatEqualFlag {
        if self.small == 0 { FloatEqualFlag::Exact } else { FloatEqualFlag::Rough }
    }

    #[inline(always)]
    pub(super) fn equal_flag(&self) -> EqualFlag {
        if self.small == 0 { EqualFlag::UndefinedDiffers } else { EqualFlag::UndefinedEqual }
    }
}
