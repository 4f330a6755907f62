//! Prints the tables of `docs/performance.md` on memory.

use std::alloc::System;

use aluvm_benches::scaling::memory::{machines, programs};
use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

fn main() {
    println!("{}\n{}", machines(ALLOCATOR), programs(ALLOCATOR));
}
