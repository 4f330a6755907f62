//! Operations that go elsewhere or stop.

use core::slice::Iter;

use super::{Cause, Named, Op, Run};
use crate::isa::Instr;
use crate::vm::exec::Failure;
use crate::vm::registers::Registers;

/// In front of all code, whose first operation is behind it.
pub(in crate::vm) fn nothing<'a>(_: &mut Registers, _: &mut Run<'a>, _: Iter<'a, Op>) {}

/// Where code is long: lets the loop shrink the stack, and counts what the operations before have cost.
pub(in crate::vm) fn pause<'a>(_: &mut Registers, run: &mut Run<'a>, mut rest: Iter<'a, Op>) {
    let Some(op) = rest.next() else { return };
    run.complexity = run.complexity.wrapping_add(op.wide.into());
    // The operation behind.
    rest.next();
    run.stop(rest, Cause::Again, 0);
}

/// `jmp`.
pub(in crate::vm) fn jump<'a>(r: &mut Registers, run: &mut Run<'a>, rest: Iter<'a, Op>) {
    go(r, run, rest);
}

/// `jif`.
pub(in crate::vm) fn jump_if<'a>(r: &mut Registers, run: &mut Run<'a>, rest: Iter<'a, Op>) {
    go_if(r, run, rest);
}

/// Takes the jump of an operation.
#[inline(always)]
pub(super) fn go<'a>(r: &mut Registers, run: &mut Run<'a>, mut rest: Iter<'a, Op>) {
    let Some(op) = rest.next() else { return };
    if !run.takes_turn() {
        return run.turn(rest);
    }
    run.complexity = run.complexity.wrapping_add_signed(op.small.into());
    run.go_behind(r, op.wide as usize);
}

/// Takes the jump of an operation if `st0` is true.
#[inline(always)]
pub(super) fn go_if<'a>(r: &mut Registers, run: &mut Run<'a>, mut rest: Iter<'a, Op>) {
    if r.st0 {
        return go(r, run, rest);
    }
    let Some(op) = rest.next() else { return };
    (op.next)(r, run, rest)
}

/// `routine`, and `call` of a library that is there.
pub(in crate::vm) fn call<'a>(r: &mut Registers, run: &mut Run<'a>, mut rest: Iter<'a, Op>) {
    /// Makes room in the stack first.
    #[cold]
    #[inline(never)]
    fn deeper<'a>(r: &mut Registers, run: &mut Run<'a>, rest: Iter<'a, Op>) {
        run.stack.reserve(1);
        call(r, run, rest)
    }
    if run.stack.len() == run.stack.capacity() {
        return deeper(r, run, rest);
    }
    let Some(op) = rest.next() else { return };
    if !run.takes_turn() {
        return run.turn(rest);
    }
    run.complexity = run.complexity.wrapping_add_signed(op.small.into());
    run.stack.push(run.number_at(op) as u32);
    run.go_behind(r, op.wide as usize);
}

/// `ret`.
pub(in crate::vm) fn ret<'a>(r: &mut Registers, run: &mut Run<'a>, mut rest: Iter<'a, Op>) {
    let Some(op) = rest.next() else { return };
    if !run.takes_seam() {
        return run.turn(rest);
    }
    let Some(call) = run.stack.pop() else {
        return run.stop(rest, Cause::Finished, Instr::Ret.cost());
    };
    // The stretch behind a call begins there.
    run.complexity = run.complexity.wrapping_add(op.wide.into());
    run.go_behind(r, call as usize);
}

/// No instruction: the code behind was decoded before, and lies elsewhere.
pub(in crate::vm) fn seam<'a>(r: &mut Registers, run: &mut Run<'a>, mut rest: Iter<'a, Op>) {
    let Some(op) = rest.next() else { return };
    if !run.takes_seam() {
        return run.turn(rest);
    }
    run.complexity = run.complexity.wrapping_add_signed(op.small.into());
    run.go_behind(r, op.wide as usize);
}

/// `fail`.
pub(in crate::vm) fn fail<'a>(_: &mut Registers, run: &mut Run<'a>, mut rest: Iter<'a, Op>) {
    rest.next();
    run.stop(rest, Cause::Failed(Failure::Fail), Instr::Fail.cost());
}

/// `test`.
pub(in crate::vm) fn test<'a>(r: &mut Registers, run: &mut Run<'a>, mut rest: Iter<'a, Op>) {
    let Some(op) = rest.next() else { return };
    if !r.st0 {
        return run.stop(rest, Cause::Failed(Failure::Test), Instr::Test.cost());
    }
    (op.next)(r, run, rest)
}

/// The end of the code, where programs fail, at the cost that the profile says.
pub(in crate::vm) fn end_of_code<'a>(_: &mut Registers, run: &mut Run<'a>, mut rest: Iter<'a, Op>) {
    let Some(op) = rest.next() else { return };
    run.stop(rest, Cause::Failed(Failure::EndOfCode), op.wide.into());
}

/// The end of the code, where programs of the profile end.
pub(in crate::vm) fn code_ended<'a>(_: &mut Registers, run: &mut Run<'a>, mut rest: Iter<'a, Op>) {
    rest.next();
    run.stop(rest, Cause::CodeEnded, 0);
}

/// What is so rare that the step-by-step run takes over: reserved instructions, and calls of libraries
/// that are not there.
pub(in crate::vm) fn step<'a>(_: &mut Registers, run: &mut Run<'a>, mut rest: Iter<'a, Op>) {
    rest.next();
    run.stop(rest, Cause::Step, 0);
}

/// Where nothing is decoded yet.
pub(in crate::vm) fn undecoded<'a>(_: &mut Registers, run: &mut Run<'a>, mut rest: Iter<'a, Op>) {
    rest.next();
    run.stop(rest, Cause::Undecoded, 0);
}

/// All that programs are made of.
pub(in crate::vm) const ALL: [Named; 12] = [
    Named::plain("pause", pause),
    Named::plain("jump", jump),
    Named::plain("jump_if", jump_if),
    Named::plain("call", call),
    Named::plain("ret", ret),
    Named::plain("seam", seam),
    Named::plain("fail", fail),
    Named::plain("test", test),
    Named::plain("end_of_code", end_of_code),
    Named::plain("code_ended", code_ended),
    Named::plain("step", step),
    Named::plain("undecoded", undecoded),
];
