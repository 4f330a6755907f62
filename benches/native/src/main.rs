//! Two ways from code to native code, measured on the loops of `docs/performance.md`: Cranelift at run time, and Rust
//! functions as `alulib!` could emit them. Both keep what the machine keeps: definedness, `st0`, jumps against
//! the limit, the complexity. `docs/native.md` says what follows; nothing here is part of the crates.
//!
//! `cargo run --locked --release` compares what both leave behind, and prints the table there.

mod compiled;
mod emitted;
mod machine;
mod plain;

use std::hint::black_box;
use std::time::Instant;

use crate::compiled::Compiler;
use crate::machine::{Instr, Machine, ROUND, ROUNDS};

/// How often each is measured; the fastest counts.
const RUNS: usize = 200;
/// How often a routine is compiled; the one in the middle counts.
const COMPILATIONS: usize = 51;

/// A loop, and what there is of it in Rust.
struct Loop {
    name: &'static str,
    code: Vec<Instr>,
    limbs: usize,
    emitted: fn(&mut Machine) -> u64,
    plain: fn(),
}

fn main() {
    let loops = [
        Loop {
            name: "64 bits",
            code: machine::u64_loop(),
            limbs: 1,
            emitted: emitted::u64_loop,
            plain: || _ = black_box(plain::u64_loop(black_box(ROUNDS))),
        },
        Loop {
            name: "256 bits",
            code: machine::u256_loop(),
            limbs: 4,
            emitted: emitted::u256_loop,
            plain: || _ = black_box(plain::u256_loop(black_box(ROUNDS))),
        },
    ];
    check();
    println!("| loop | native Rust | Rust as emitted | Cranelift | untested | compiles in |");
    println!("|---|--:|--:|--:|--:|--:|");
    let mut compiler = Compiler::new();
    for one in &loops {
        let plain = fastest(one.plain);
        let emitted = fastest(|| _ = black_box(one.emitted)(black_box(&mut Machine::new())));
        let [tested, untested] = [true, false].map(|tested| compiled(&mut compiler, one, tested));
        let name = one.name;
        println!(
            "| {name} | {plain:.2} | {emitted:.2} | {:.2} | {:.2} | {:.0} µs |",
            tested.0, untested.0, tested.1
        );
    }
}

/// Compares the emitted functions with the plain loops.
fn check() {
    let mut machine = Machine::new();
    emitted::u64_loop(&mut machine);
    assert_eq!(machine.registers[3][0], plain::u64_loop(ROUNDS));
    let mut machine = Machine::new();
    emitted::u256_loop(&mut machine);
    assert_eq!(machine.registers[1], *plain::u256_loop(ROUNDS).as_limbs());
}

/// Compiles a loop, compares what it leaves behind with what the emitted function does, and measures it: nanoseconds
/// for an instruction, microseconds to compile.
fn compiled(compiler: &mut Compiler, one: &Loop, tested: bool) -> (f64, f64) {
    let mut compile = || {
        let start = Instant::now();
        let code = compiler.compile(&one.code, one.limbs, tested);
        (code, start.elapsed().as_nanos() as f64 / 1000.0)
    };
    let (code, first) = compile();
    let mut times = vec![first];
    times.extend((1..COMPILATIONS).map(|_| compile().1));
    times.sort_by(f64::total_cmp);
    let (mut ours, mut other) = (Machine::new(), Machine::new());
    assert_eq!(code(&mut ours), (one.emitted)(&mut other));
    assert_eq!(ours, other);
    let time = fastest(|| _ = black_box(code)(black_box(&mut Machine::new())));
    (time, times[COMPILATIONS / 2])
}

/// Nanoseconds for an instruction, those of the fastest run.
fn fastest(mut run: impl FnMut()) -> f64 {
    let mut best = f64::INFINITY;
    for _ in 0..RUNS {
        let start = Instant::now();
        run();
        best = best.min(start.elapsed().as_nanos() as f64);
    }
    best / (ROUND * ROUNDS) as f64
}
