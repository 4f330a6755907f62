//! One program on two threads, each with a machine of its own, against one thread alone.

use std::sync::Barrier;
use std::thread;
use std::time::{Duration, Instant};

use aluvm_core::library::Program;
use aluvm_core::vm::Vm;

use super::{Table, duration};
use crate::guest::{assemble, program};
use crate::measure::now;
use crate::rows::{start, u64_loop};

/// Pairs of measurements, of which the best counts.
const ROUNDS: usize = 30;

/// Measures. The clock on the wall counts here, and a program that takes a processor meanwhile shows;
/// the processor time shows only what threads do to each other.
pub fn table() -> Table {
    let mut table = Table::new(
        "Threads",
        &["program", "a run on one thread", "throughput of two threads", "by processor time"],
    );
    let short = program(start::guest().lib());
    let long = program(u64_loop::guest("uc", 1000).lib());
    let allocating = program(&assemble("put r8192[0], 1; put s16[0], \"string\"; ret;"));
    for (name, program, runs) in [
        ("3 instructions", &short, 1_000_000),
        ("a loop of 6,000 instructions", &long, 2_000),
        ("a new machine that allocates registers", &allocating, 100_000),
    ] {
        let is_new = std::ptr::eq(program, &allocating);
        let (mut alone, mut together) = ([Duration::MAX; 2], [Duration::MAX; 2]);
        for _ in 0..ROUNDS {
            alone = least(alone, measure(1, program, runs, is_new));
            together = least(together, measure(2, program, runs, is_new));
        }
        let ratio = |clock: usize| 2.0 * alone[clock].as_secs_f64() / together[clock].as_secs_f64();
        table.row([
            name.to_owned(),
            duration(alone[1].as_nanos() as f64 / f64::from(runs)),
            format!("{:.2} times", ratio(0)),
            format!("{:.2} times", ratio(1)),
        ]);
    }
    table
}

fn least(left: [Duration; 2], right: [Duration; 2]) -> [Duration; 2] {
    [left[0].min(right[0]), left[1].min(right[1])]
}

/// Wall time of all threads, and the most processor time of one.
fn measure(threads: usize, program: &Program, runs: u32, is_new: bool) -> [Duration; 2] {
    let barrier = Barrier::new(threads);
    let work = || {
        barrier.wait();
        let (wall, start) = (Instant::now(), now());
        let mut vm = Vm::new();
        for _ in 0..runs {
            if is_new {
                vm = Vm::new();
            } else {
                vm.reset();
            }
            assert_eq!(vm.run(program).stop, aluvm_core::vm::Stop::Finished);
        }
        [wall.elapsed(), now().saturating_sub(start)]
    };
    thread::scope(|scope| {
        let handles: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let times = handles.into_iter().map(|handle| handle.join().expect("it does not panic"));
        times.fold([Duration::ZERO; 2], |most, time| [most[0].max(time[0]), most[1].max(time[1])])
    })
}
