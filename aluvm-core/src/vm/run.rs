//! The fast loop: lets the operations of a decoded program run, and looks at the limits when they come back.
//!
//! The operations keep neither of the counters. Jumps count down what the loop has granted, so that a
//! limit is one test that never fails in normal runs. The complexity of operations behind each other is
//! known beforehand; a jump adds a constant. Where a limit comes near, a run goes on
//! [step by step](super::step).

use alloc::vec::Vec;

use super::image::Image;
use super::op::{Cause, Exit, Host, Run};
use super::registers::Registers;
use crate::library::Linked;
use crate::limits::JUMPS_MAX;

/// Runs a decoded program from an operation until it stops, comes to what is not decoded, or a limit comes near.
/// `stack` holds the operations of the calls from which `ret` comes back.
pub(super) fn run(
    image: &Image,
    entry: u32,
    linked: &Linked,
    registers: &mut Registers,
    stack: &mut Vec<u32>,
    host: Host<'_>,
) -> Exit {
    let limit = registers.cl0;
    let mut number = entry as usize;
    if !image.is_light() || limit.is_some_and(|limit| is_near(image, registers, limit)) {
        return Exit { cause: Cause::Step, number, cost: 0 };
    }
    // Where there is no operation: the step-by-step run knows what to say of that.
    let nowhere = Exit { cause: Cause::Step, number: image.ops.len(), cost: 0 };
    let mut run = Run {
        ops: &image.ops,
        // The first jump asks for more.
        turns: 0,
        seams: image.turns,
        complexity: registers.ca0,
        stack: core::mem::take(stack),
        spare: 0,
        granted: 0,
        exit: nowhere,
        spots: &image.spots,
        instrs: &image.instrs,
        extensions: &image.extensions,
        linked,
        limit,
        host,
    };
    // An entry point can lie in the middle of a run.
    run.complexity = run.complexity.wrapping_sub(run.cost_before(number));
    loop {
        run.go_behind(registers, number.wrapping_sub(1));
        if run.exit.cause != Cause::Again {
            break;
        }
        number = run.exit.number;
        if run.turns == 0 && run.spare == 0 {
            run.settle(registers, number);
            run.granted = grant(image, registers, run.stack.len());
            run.spare = run.granted;
            if run.spare == 0 {
                run.exit.cause = Cause::Step;
                break;
            }
        }
        // The operation begins anew; to repeat a comparison is harmless, and a step is not done before its jump.
        let more = run.spare.min(image.turns.saturating_sub(run.turns).unsigned_abs());
        run.turns = run.turns.saturating_add_unsigned(more);
        run.spare -= more;
        run.seams = image.turns;
        run.exit = nowhere;
    }
    run.settle(registers, run.exit.number);
    *stack = run.stack;
    run.exit
}

/// Whether the complexity can come to a limit without a jump or a return.
fn is_near(image: &Image, registers: &Registers, limit: u64) -> bool {
    registers.ca0.saturating_add(image.longest) >= limit
}

/// How many jumps the loop may take before it must look at the limits again. Zero: the next may be
/// one too many.
#[cold]
fn grant(image: &Image, registers: &Registers, depth: usize) -> u32 {
    let jumps = u32::from(JUMPS_MAX - registers.cy0);
    let Some(limit) = registers.cl0 else { return jumps };
    // A run of operations begins after each jump and after each return. Of these there are at most as
    // many as calls, which are jumps, and entries in the stack.
    let rest = limit.saturating_sub(registers.ca0).saturating_sub(1);
    let runs = rest / image.longest.max(1);
    let spare = runs.saturating_sub(2).saturating_sub(depth as u64) / 2;
    jumps.min(u32::try_from(spare).unwrap_or(u32::MAX))
}
