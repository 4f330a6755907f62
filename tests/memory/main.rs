//! How much memory the worst programs and inputs take, in bytes that the allocator hands out. Alone in
//! its process, because the allocator counts for all threads; and the tests take turns.

mod input;
mod machine;
mod programs;

use std::alloc::System;
use std::sync::{Mutex, MutexGuard, PoisonError};

use stats_alloc::{INSTRUMENTED_SYSTEM, Region, Stats, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

static TURN: Mutex<()> = Mutex::new(());

/// Keeps other tests from allocating.
fn turn() -> MutexGuard<'static, ()> {
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What a piece of work allocates, and its result, which is dropped later.
fn allocated<T>(work: impl FnOnce() -> T) -> (Stats, T) {
    let region = Region::new(ALLOCATOR);
    let result = work();
    (region.change(), result)
}

/// Bytes that are still there. What starts the tests may free some of its own meanwhile.
fn kept(stats: &Stats) -> usize {
    stats.bytes_allocated.saturating_sub(stats.bytes_deallocated)
}
