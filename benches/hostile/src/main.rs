//! Prints the costs of docs/hostile-input.md in nanoseconds.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::{Duration, Instant};

use aluvm_core::isa::FORMS;
use aluvm_core::library::Program;
use aluvm_core::vm::{Registers, Vm};
use aluvm_hostile::case::{self, Case};
use aluvm_hostile::dearest::Dearest;
use aluvm_hostile::input::INPUTS;
use aluvm_hostile::{measured_input, measured_run};

/// Calls something for each pattern of operands of an instruction, in both ways to run, with and
/// without the instruction.
fn each_run(case: &Case, mut call: impl FnMut(usize, bool, [&Program; 2])) {
    let programs = case.programs();
    let [with, without] = &programs;
    for pattern in case.patterns() {
        call(pattern, false, [with, without]);
        // What steps add does not depend on the operands.
        if pattern == 0 {
            call(pattern, true, [with, without]);
        }
    }
}

/// A line for each instruction, in the order of the table: name, complexity, cost in the fast loop, what
/// is added step by step, and the cost of a unit of complexity.
fn print_forms(forms: &BTreeMap<&str, Dearest>) {
    for dearest in FORMS.iter().filter_map(|form| forms.get(form.name)) {
        let Dearest { name, units, fast, stepping, .. } = dearest;
        let unit = fast / *units as f64;
        println!("{name}\t{units}\t{fast:.1}\t{stepping:.1}\t{unit:.1}");
    }
}

/// The least time of some runs, without what restores the registers before each.
fn nanoseconds(program: &Program, vm: &mut Vm, registers: &Registers) -> f64 {
    let (start, mut least) = (Instant::now(), Duration::MAX);
    let mut rounds = 0;
    while rounds < 5 || rounds < 400 && start.elapsed() < Duration::from_millis(2) {
        vm.registers_mut().clone_from(registers);
        let before = Instant::now();
        let _ = black_box(measured_run(vm, program));
        least = least.min(before.elapsed());
        rounds += 1;
    }
    least.as_nanos() as f64
}

fn main() {
    let mut forms: BTreeMap<&str, Dearest> = BTreeMap::new();
    for case in case::all() {
        each_run(&case, |pattern, steps, programs| {
            let [with, without] = programs.map(|program| {
                let (mut vm, registers) = case.prepare(program, pattern, steps);
                nanoseconds(program, &mut vm, &registers)
            });
            let cost = (with - without) / f64::from(case.repeats);
            forms.entry(case.form.name).or_default().keep(&case.name, case.units(), cost, steps);
        });
    }
    print_forms(&forms);
    // Input: its name, cost for a byte, and how much more a byte costs at twice the length.
    for input in INPUTS {
        let [(short, least), (long, most)] = [1, 2].map(|factor| {
            let bytes = (input.make)(factor * input.length);
            // The cost of an early refusal would tell nothing of the reading.
            assert_eq!(measured_input(input.read, &bytes), input.is_good, "{}", input.name);
            let pass = |_| {
                let before = Instant::now();
                black_box(measured_input(input.read, &bytes));
                before.elapsed().as_nanos() as f64
            };
            (bytes.len() as f64, (0..3).map(pass).fold(f64::INFINITY, f64::min))
        });
        println!("{}\t{:.1}\t{:.2}", input.name, most / long, most * short / long / least);
    }
}
