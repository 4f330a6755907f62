//! Prints the tables of `docs/performance.md` on scaling and memory. Arguments choose some of them.

use std::alloc::System;
use std::process::ExitCode;

use aluvm_benches::scaling::{building, executed, libraries, memory, threads};
use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const ALL: [&str; 5] = ["executed", "libraries", "building", "memory", "threads"];

fn main() -> ExitCode {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    if wanted.iter().any(|name| !ALL.contains(&name.as_str())) {
        eprintln!("usage: scaling [{}]...", ALL.join("|"));
        return ExitCode::FAILURE;
    }
    for name in ALL {
        if !wanted.is_empty() && !wanted.iter().any(|wanted| wanted == name) {
            continue;
        }
        eprintln!("measuring {name}");
        let table = match name {
            "executed" => executed::table(),
            "libraries" => libraries::table(),
            "building" => building::table(ALLOCATOR),
            "memory" => memory::table(ALLOCATOR),
            _ => threads::table(),
        };
        println!("{table}");
    }
    ExitCode::SUCCESS
}
