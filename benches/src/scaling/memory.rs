//! The memory of machines and programs. The tables need an allocator that counts, which would slow down
//! the measurements of time: hence a command of their own.

use std::alloc::System;

use aluvm_core::library::Program;
use aluvm_core::vm::Vm;
use stats_alloc::{Region, StatsAlloc};

use super::building::{SHAPES, build, chain};
use super::{Table, whole};
use crate::guest::{assemble, program};
use crate::table::number;

/// What a machine is itself, and what it allocates in a run.
pub fn machines(allocator: &StatsAlloc<System>) -> Table {
    let mut table = Table::new("Memory of a machine", &["program", "machine", "heap", "together"]);
    let all = all_registers();
    let calls = calls();
    for (name, text) in [
        ("three instructions", "put a64[0], 2; put a64[1], 3; add.uc a64[0], a64[1]; ret;"),
        ("a call stack of 65,535 entries", &calls),
        ("a register of every size", &all),
    ] {
        let program = program(&assemble(text));
        let region = Region::new(allocator);
        let mut vm = Vm::new();
        let _ = vm.run(&program);
        let change = region.change();
        let heap = change.bytes_allocated.saturating_sub(change.bytes_deallocated);
        let kept = size_of::<Vm>();
        table.row([
            name.to_owned(),
            whole(kept as u64),
            whole(heap as u64),
            format!("{} bytes", whole((kept + heap) as u64)),
        ]);
        drop(vm);
    }
    table
}

/// What a program takes beside the code of its libraries.
pub fn programs(allocator: &StatsAlloc<System>) -> Table {
    let mut table = Table::new(
        "Memory of a program",
        &["libraries", "bytes of code", "when built", "all decoded", "for a byte of code"],
    );
    for (libraries, size) in SHAPES {
        let libs = chain(libraries, size);
        let bytes: usize = libs.iter().map(|lib| lib.code().len()).sum();
        let region = Region::new(allocator);
        let program = build(libs);
        let [built, decoded] = [|_: &Program| (), Program::decode_all].map(|finish| {
            finish(&program);
            let change = region.change();
            change.bytes_allocated.saturating_sub(change.bytes_deallocated)
        });
        table.row([
            whole(libraries as u64),
            whole(bytes as u64),
            format!("{} bytes", whole(built as u64)),
            format!("{} bytes", whole(decoded as u64)),
            format!("{} bytes", number(decoded as f64 / bytes as f64)),
        ]);
    }
    table
}

fn all_registers() -> String {
    let sizes = [
        ("a", ["8", "16", "32", "64", "128", "256", "512", "1024"]),
        ("f", ["16b", "16", "32", "64", "80", "128", "256", "512"]),
        ("r", ["128", "160", "256", "512", "1024", "2048", "4096", "8192"]),
    ];
    let all = sizes.iter().flat_map(|(family, sizes)| sizes.map(|size| (family, size)));
    all.map(|(family, size)| format!("put {family}{size}[31], 1;")).collect::<String>() + "ret;"
}

/// Calls itself until the jump limit stops it.
fn calls() -> String {
    "again: routine again; ret;".to_owned()
}
