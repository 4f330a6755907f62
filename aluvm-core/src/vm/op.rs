//! The operations of a decoded program, and how one comes to the next.
//!
//! An operation holds the address of the function that runs the one *behind* it, and each function ends
//! with a call of that: so there is no shared dispatch, and the processor predicts each jump by itself. An
//! optimised build makes jumps of these calls. Nothing relies on that: jumps count down a number of
//! [`turns`](Run::turns), returns and seams another, and long code has a pause from time to time; each of
//! these gives control back to the loop of [`run`](super::run), so that the stack stays small in every build.
//!
//! What makes it fast: few arguments, all of them in registers, and no result; sizes and
//! flags resolved beforehand; the bits of both operands ready, so that one test says whether they are
//! defined; [indexes](Index) whose range the compiler knows; and the rest of the code as an iterator, in
//! which an operation finds itself with the one test that safe code needs.
//!
//! The functions are in the files below, a family each. What instructions do stands in
//! [`exec`](super::exec); here it gets operands out of an operation.

pub(super) mod branch;
pub(super) mod constant;
pub(super) mod control;
pub(super) mod float;
pub(super) mod general;
mod handlers;
pub(super) mod integer;
pub(super) mod plain;

use alloc::vec::Vec;
use core::ops::ControlFlow;
use core::slice::Iter;

use super::exec::Failure;
use super::image::place::Spot;
use super::registers::{Index, Pair, Registers, Triple};
use crate::isa::{ExtensionInstr, Instr};
use crate::library::Linked;

/// Runs the first operation of the rest of the code, and then what comes behind it.
pub(crate) type Handler = for<'a> fn(&mut Registers, &mut Run<'a>, Iter<'a, Op>);

/// One operation. What its fields mean is up to its function.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Op {
    /// The function of the operation behind this one.
    pub(super) next: Handler,
    pub(super) first: Index,
    pub(super) second: Index,
    /// A third register, a flag, a small constant, or what a jump adds to the complexity.
    pub(super) small: i16,
    /// The bits of the registers in the mask, a constant, a place in a table, or where a jump goes: the
    /// operation *before* its target, which knows the function of that.
    pub(super) wide: u32,
}

const _: () = assert!(size_of::<Op>() == size_of::<usize>() + 8, "an operation has 16 bytes");

impl Op {
    pub(super) fn new(first: usize, second: usize, small: i16, wide: u32) -> Op {
        let (first, second) = (Index::new(first), Index::new(second));
        Op { next: control::nothing, first, second, small, wide }
    }

    /// An operation without registers.
    pub(super) fn of(wide: u32) -> Op {
        Op::new(0, 0, 0, wide)
    }

    /// An operation on two registers, perhaps with a flag.
    pub(super) fn on_pair(first: usize, second: usize, flag: u8) -> Op {
        Op::new(first, second, flag.into(), Pair::new(first, second).bits())
    }

    /// An operation on one register with a constant or a flag.
    pub(super) fn on_one(dst: usize, small: i16) -> Op {
        Op::new(dst, dst, small, Pair::new(dst, dst).bits())
    }

    /// An operation that sets a third register.
    pub(super) fn on_three(first: usize, second: usize, dst: usize) -> Op {
        let Triple { bits, dst, .. } = Triple::new(first, second, dst);
        Op::new(first, second, dst as i16, bits)
    }

    /// Two registers, whose bits are ready.
    #[inline(always)]
    fn pair(&self) -> Pair {
        Pair::with_bits(self.first, self.second, self.wide)
    }

    /// Two registers of an operation that has something else in the place of their bits.
    #[inline(always)]
    fn pair_of_jump(&self) -> Pair {
        Pair::of(self.first, self.second)
    }

    #[inline(always)]
    fn triple(&self) -> Triple {
        let dst = self.small as usize;
        Triple { first: self.first, second: self.second, dst, bits: self.wide }
    }
}

/// An operation by its name, for tests that ask which ones programs are made of.
#[derive(Clone, Copy)]
pub(super) struct Named {
    pub(super) name: &'static str,
    /// The number of the size in its family.
    pub(super) size: Option<u8>,
    pub(super) handler: Handler,
}

impl Named {
    const fn plain(name: &'static str, handler: Handler) -> Named {
        Named { name, size: None, handler }
    }

    /// All operations there are.
    pub(super) fn all() -> impl Iterator<Item = Named> {
        (control::ALL.into_iter().chain(plain::all()))
            .chain(integer::sized::all())
            .chain(branch::sized::all())
            .chain(float::sized::all())
            .chain(general::sized::all())
            .chain(constant::integer::sized::all())
            .chain(constant::float::sized::all())
            .chain(constant::general::sized::all())
    }
}

/// How extension instructions run.
pub(super) type Host<'a> = &'a mut dyn FnMut(ExtensionInstr, &mut Registers) -> ControlFlow<()>;

/// Why the operations stopped.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Cause {
    /// A `ret` had nothing to return to.
    Finished,
    /// The program failed.
    Failed(Failure),
    /// The program ran out of code, which ends it.
    CodeEnded,
    /// An instruction of the extension set a limit that the complexity, with its own, has reached.
    Limited,
    /// The run must go on step by step, from an operation on that was not executed.
    Step,
    /// Nothing is decoded at the operation; the run must go on in a wider image.
    Undecoded,
    /// All is well, but the stack must shrink, or the next jump needs a look at the limits.
    Again,
}

/// Where and why the operations stopped.
#[derive(Clone, Copy, Debug)]
pub(super) struct Exit {
    pub(super) cause: Cause,
    /// The operation.
    pub(super) number: usize,
    /// Its complexity, where it stopped the program.
    pub(super) cost: u64,
}

/// What operations share beside the registers.
pub(crate) struct Run<'a> {
    /// All operations.
    pub(super) ops: &'a [Op],
    /// Jumps that may be taken before the loop looks at the stack; less than none for the one that
    /// was not.
    pub(super) turns: i32,
    /// Returns and seams, likewise.
    pub(super) seams: i32,
    /// The complexity up to an operation is this plus that of the operations before it in its stretch.
    pub(super) complexity: u64,
    /// The operations of the calls from which `ret` comes back.
    pub(super) stack: Vec<u32>,
    /// Jumps that may be taken when the turns are used up, before the loop must look at the limits.
    pub(super) spare: u32,
    /// Jumps that could be taken when the counters of the registers were brought up to date.
    pub(super) granted: u32,
    pub(super) exit: Exit,
    /// Where the operations stand.
    pub(super) spots: &'a [Spot],
    pub(super) instrs: &'a [Instr],
    pub(super) extensions: &'a [ExtensionInstr],
    pub(super) linked: &'a Linked,
    pub(super) limit: Option<u64>,
    pub(super) host: Host<'a>,
}

impl<'a> Run<'a> {
    /// The number of the operation in front of the rest.
    #[inline(always)]
    pub(super) fn number(&self, rest: &Iter<'a, Op>) -> usize {
        self.number_at(rest.as_slice().as_ptr()).wrapping_sub(1)
    }

    /// The number of an operation by its address.
    #[inline(always)]
    pub(super) fn number_at(&self, op: *const Op) -> usize {
        op.addr().wrapping_sub(self.ops.as_ptr().addr()) / size_of::<Op>()
    }

    /// The complexity of the operations before this one in its stretch.
    #[inline(always)]
    pub(super) fn cost_before(&self, number: usize) -> u64 {
        self.spots.get(number).map_or(0, |spot| spot.before.into())
    }

    /// Goes on with the operation behind one.
    #[inline(always)]
    pub(super) fn go_behind(&mut self, registers: &mut Registers, number: usize) {
        let ops = self.ops;
        if let Some(op) = ops.get(number) {
            let rest = ops.get(number + 1..).unwrap_or_default();
            (op.next)(registers, self, rest.iter());
        }
    }

    /// Whether one more jump may be taken now.
    #[inline(always)]
    fn takes_turn(&mut self) -> bool {
        self.turns = self.turns.wrapping_sub(1);
        self.turns >= 0
    }

    /// Whether one more jump could be taken.
    #[inline(always)]
    fn has_turn(&self) -> bool {
        self.turns > 0
    }

    /// Whether one more return or seam may be taken now.
    #[inline(always)]
    fn takes_seam(&mut self) -> bool {
        self.seams = self.seams.wrapping_sub(1);
        self.seams >= 0
    }

    /// Stops in front of a jump, a return or a seam that may not be taken yet.
    #[cold]
    #[inline(never)]
    fn turn(&mut self, rest: Iter<'a, Op>) {
        self.turns = self.turns.max(0);
        self.stop(rest, Cause::Again, 0);
    }

    /// Stops at the operation in front of the rest.
    #[cold]
    #[inline(never)]
    fn stop(&mut self, rest: Iter<'a, Op>, cause: Cause, cost: u64) {
        self.exit = Exit { cause, number: self.number(&rest), cost };
    }

    /// Brings the counters of the registers up to date, at an operation.
    pub(super) fn settle(&mut self, registers: &mut Registers, number: usize) {
        let left = self.spare.saturating_add_signed(self.turns);
        let jumps = u16::try_from(self.granted.saturating_sub(left)).unwrap_or(u16::MAX);
        registers.cy0 = registers.cy0.saturating_add(jumps);
        registers.ca0 = self.complexity.wrapping_add(self.cost_before(number));
        self.granted = left;
    }
}
