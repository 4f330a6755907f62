//! The fast loop: one dispatch for each operation of a decoded program.
//!
//! The loop keeps neither of the counters. Jumps count down a budget, so that a limit is one test that
//! never fails in normal runs. The complexity of operations behind each other is known beforehand;
//! a jump adds a constant. Where a limit comes near, a run goes on [step by step](super::step).

mod float;
mod general;
mod handlers;
mod integer;

use alloc::vec::Vec;
use core::ops::ControlFlow;

use super::exec::{self, Failure, Next};
use super::image::Image;
use super::image::op::{Op, sized_operations};
use super::registers::{Registers, banks};
use crate::isa::{ExtensionInstr, Instr};
use crate::library::Linked;
use crate::limits::JUMPS_MAX;

/// How extension instructions run.
pub(super) type Host<'a> = &'a mut dyn FnMut(ExtensionInstr, &mut Registers) -> ControlFlow<()>;

/// Why the loop stopped, and the number of the operation at which it did.
pub(super) enum Exit {
    /// A `ret` had nothing to return to.
    Finished(usize),
    /// The program failed.
    Failed(usize, Failure),
    /// The program ran out of code, which ends it.
    CodeEnded(usize),
    /// An instruction of the extension set a limit that the complexity, with its own, has reached.
    Limited(usize),
    /// The run must go on step by step, from this operation on, which was not executed.
    Step(usize),
}

/// Runs a decoded program from an operation until it stops or a limit comes near. `stack` is empty and
/// gets the operations to which `ret` returns.
pub(super) fn run(
    image: &Image,
    entry: u32,
    linked: &Linked,
    registers: &mut Registers,
    stack: &mut Vec<u32>,
    host: Host<'_>,
) -> Exit {
    let entry = entry as usize;
    if !image.is_light() {
        return Exit::Step(entry);
    }
    let limit = registers.cl0;
    if limit.is_some_and(|limit| image.longest >= limit) {
        return Exit::Step(entry);
    }
    // The first jump asks for more.
    let mut budget = 0;
    let mut granted = 0;
    // The complexity up to an operation is this plus that of the operations before it in its run. An
    // entry point can lie in the middle of a run.
    let mut complexity = registers.ca0.wrapping_sub(cost_before(image, entry));
    let mut ops = image.ops.get(entry..).unwrap_or(&[]).iter();
    macro_rules! number {
        () => {
            image.ops.len() - ops.as_slice().len() - 1
        };
    }
    let exit = loop {
        let Some(op) = ops.next() else {
            // Each run ends with an operation that goes elsewhere.
            break Exit::Step(image.ops.len());
        };
        // The target of a jump that is taken if something holds.
        macro_rules! when {
            ($holds:expr, $branch:ident) => {{
                if !$holds {
                    continue;
                }
                $branch.target
            }};
        }
        macro_rules! dispatch {
            ({ $($control:tt)* }
                integer { $($run:ident $Operands:ident [$n8:ident $n16:ident $n32:ident $n64:ident
                    $n128:ident $n256:ident $n512:ident $n1024:ident];)+ }
                float { $($float:ident $FloatOperands:ident [$f16b:ident $f16:ident $f32:ident
                    $f64:ident $f80:ident $f128:ident $f256:ident $f512:ident];)+ }
                general { $($general:ident $GeneralOperands:ident [$r128:ident $r160:ident
                    $r256:ident $r512:ident $r1024:ident $r2048:ident $r4096:ident
                    $r8192:ident];)+ }
                branch { $($test:ident [$b8:ident $b16:ident $b32:ident $b64:ident
                    $b128:ident $b256:ident $b512:ident $b1024:ident];)+ }
            ) => {
                match *op {
                    $($control)*
                    $(
                        Op::$n8(o) => { integer::$run::<banks::A8>(registers, o); continue }
                        Op::$n16(o) => { integer::$run::<banks::A16>(registers, o); continue }
                        Op::$n32(o) => { integer::$run::<banks::A32>(registers, o); continue }
                        Op::$n64(o) => { integer::$run::<banks::A64>(registers, o); continue }
                        Op::$n128(o) => { integer::wide::$run::<banks::A128>(registers, o); continue }
                        Op::$n256(o) => { integer::wide::$run::<banks::A256>(registers, o); continue }
                        Op::$n512(o) => { integer::wide::$run::<banks::A512>(registers, o); continue }
                        Op::$n1024(o) => {
                            integer::wide::$run::<banks::A1024>(registers, o);
                            continue
                        }
                    )+
                    $(
                        Op::$f16b(o) => { float::wide::$float::<banks::F16b>(registers, o); continue }
                        Op::$f16(o) => { float::wide::$float::<banks::F16>(registers, o); continue }
                        Op::$f32(o) => { float::$float::<banks::F32>(registers, o); continue }
                        Op::$f64(o) => { float::$float::<banks::F64>(registers, o); continue }
                        Op::$f80(o) => { float::wide::$float::<banks::F80>(registers, o); continue }
                        Op::$f128(o) => { float::wide::$float::<banks::F128>(registers, o); continue }
                        Op::$f256(o) => { float::wide::$float::<banks::F256>(registers, o); continue }
                        Op::$f512(o) => { float::wide::$float::<banks::F512>(registers, o); continue }
                    )+
                    $(
                        Op::$r128(o) => { general::wide::$general::<banks::R128>(registers, o); continue }
                        Op::$r160(o) => { general::wide::$general::<banks::R160>(registers, o); continue }
                        Op::$r256(o) => { general::wide::$general::<banks::R256>(registers, o); continue }
                        Op::$r512(o) => { general::wide::$general::<banks::R512>(registers, o); continue }
                        Op::$r1024(o) => { general::wide::$general::<banks::R1024>(registers, o); continue }
                        Op::$r2048(o) => { general::wide::$general::<banks::R2048>(registers, o); continue }
                        Op::$r4096(o) => { general::wide::$general::<banks::R4096>(registers, o); continue }
                        Op::$r8192(o) => { general::wide::$general::<banks::R8192>(registers, o); continue }
                    )+
                    $(
                        Op::$b8(o) => when!(integer::$test::<banks::A8>(registers, o), o),
                        Op::$b16(o) => when!(integer::$test::<banks::A16>(registers, o), o),
                        Op::$b32(o) => when!(integer::$test::<banks::A32>(registers, o), o),
                        Op::$b64(o) => when!(integer::$test::<banks::A64>(registers, o), o),
                        Op::$b128(o) => when!(integer::wide::$test::<banks::A128>(registers, o), o),
                        Op::$b256(o) => when!(integer::wide::$test::<banks::A256>(registers, o), o),
                        Op::$b512(o) => when!(integer::wide::$test::<banks::A512>(registers, o), o),
                        Op::$b1024(o) => when!(integer::wide::$test::<banks::A1024>(registers, o), o),
                    )+
                }
            };
        }
        let target = sized_operations!(dispatch! {
            Op::Jump(target) => target,
            Op::JumpIf(target) => {
                if !registers.st0 {
                    continue;
                }
                target
            }
            Op::Call(target) => {
                if budget > 0 {
                    stack.push(number!() as u32 + 1);
                }
                target
            }
            Op::Return => {
                let number = number!();
                let Some(behind) = stack.pop() else { break Exit::Finished(number) };
                let behind = behind as usize;
                complexity = complexity
                    .wrapping_add(cost_before(image, number) + Instr::Ret.cost())
                    .wrapping_sub(cost_before(image, behind));
                ops = image.ops.get(behind..).unwrap_or(&[]).iter();
                continue;
            }
            Op::Goto(target) => {
                complexity = complexity.wrapping_add_signed(target.cost.into());
                ops = image.ops.get(target.at as usize..).unwrap_or(&[]).iter();
                continue;
            }
            Op::Fail => break Exit::Failed(number!(), Failure::Fail),
            Op::Test => {
                if !registers.st0 {
                    break Exit::Failed(number!(), Failure::Test);
                }
                continue;
            }
            Op::EndOfCode => break Exit::Failed(number!(), Failure::EndOfCode),
            Op::CodeEnded => break Exit::CodeEnded(number!()),
            Op::Step => break Exit::Step(number!()),
            Op::Invert => {
                registers.st0 = !registers.st0;
                continue;
            }
            Op::Nop => continue,
            Op::Put8 { dst, value } => {
                registers.write::<banks::A8>(dst.into(), Some(value));
                continue;
            }
            Op::Put16 { dst, value } => {
                registers.write::<banks::A16>(dst.into(), Some(value));
                continue;
            }
            Op::Put32 { dst, value } => {
                registers.write::<banks::A32>(dst.into(), Some(value));
                continue;
            }
            Op::Put64 { dst, low, high } => {
                let value = u64::from(high) << 32 | u64::from(low);
                registers.write::<banks::A64>(dst.into(), Some(value));
                continue;
            }
            Op::Instr { lib, index } => {
                instruction(image, linked, registers, lib, index);
                continue;
            }
            Op::Varied { lib, index } => {
                match varied(image, linked, registers, lib, index) {
                    Next::Fail(failure) => break Exit::Failed(number!(), failure),
                    _ => continue,
                }
            }
            Op::Extension { index } => {
                let number = number!();
                let complexity = complexity.wrapping_add(cost_before(image, number));
                settle(registers, granted - budget, complexity);
                granted = budget;
                let instr = image.extensions.get(index as usize);
                if instr.is_some_and(|instr| host(*instr, registers).is_break()) {
                    break Exit::Failed(number, Failure::Extension);
                }
                if registers.cl0 != limit {
                    let cost = instr.map_or(0, |instr| instr.form().cost);
                    let is_reached = |limit| registers.ca0.saturating_add(cost) >= limit;
                    break match registers.cl0.is_some_and(is_reached) {
                        true => Exit::Limited(number),
                        false => Exit::Step(number + 1),
                    };
                }
                continue;
            }
        });
        if budget == 0 {
            let number = number!();
            let complexity = complexity.wrapping_add(cost_before(image, number));
            settle(registers, granted, complexity);
            granted = grant(image, registers, stack.len());
            budget = granted;
            if budget == 0 {
                break Exit::Step(number);
            }
            // The operation begins anew, now with a budget; to repeat a comparison is harmless.
            ops = image.ops.get(number..).unwrap_or(&[]).iter();
            continue;
        }
        budget -= 1;
        complexity = complexity.wrapping_add_signed(target.cost.into());
        ops = image.ops.get(target.at as usize..).unwrap_or(&[]).iter();
    };
    let number = match exit {
        Exit::Finished(number)
        | Exit::Failed(number, _)
        | Exit::CodeEnded(number)
        | Exit::Limited(number)
        | Exit::Step(number) => number,
    };
    settle(registers, granted - budget, complexity.wrapping_add(cost_before(image, number)));
    exit
}

/// An instruction that has no operation of its own.
#[inline(never)]
fn instruction(image: &Image, linked: &Linked, registers: &mut Registers, lib: u16, index: u32) {
    if let (Some(instr), Some(lib)) = (image.instrs.get(index as usize), linked.lib(lib)) {
        let next = exec::execute(instr, registers, lib.data());
        debug_assert_eq!(next, Next::Following);
    }
}

/// An instruction that the profile of the program gives another meaning. It changes registers, or fails.
#[inline(never)]
fn varied(image: &Image, linked: &Linked, registers: &mut Registers, lib: u16, index: u32) -> Next {
    match (image.instrs.get(index as usize), linked.lib(lib)) {
        (Some(instr), Some(lib)) => {
            exec::execute_for(linked.profile(), instr, registers, lib.data())
        }
        _ => Next::Following,
    }
}

/// The complexity of the operations before this one in its run.
fn cost_before(image: &Image, number: usize) -> u64 {
    image.costs.get(number).copied().unwrap_or(0).into()
}

/// Brings the counters of the registers up to date.
fn settle(registers: &mut Registers, jumps: u32, complexity: u64) {
    registers.cy0 = registers.cy0.saturating_add(u16::try_from(jumps).unwrap_or(u16::MAX));
    registers.ca0 = complexity;
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
