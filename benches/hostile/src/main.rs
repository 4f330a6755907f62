//! Prints the costs of docs/hostile-input.md in nanoseconds. With `run` it does everything once, for callgrind to
//! count, and lists it; with `report` it puts the list and the counts together. The script `check` beside does both.

use std::collections::BTreeMap;
use std::io;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use aluvm_core::isa::FORMS;
use aluvm_core::library::Program;
use aluvm_core::vm::{Registers, Vm};
use aluvm_hostile::dearest::Dearest;
use aluvm_hostile::input::INPUTS;
use aluvm_hostile::measured::{each_run, measured_input, measured_run};
use aluvm_hostile::{case, counts};

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
        let _ = measured_run(vm, program);
        least = least.min(before.elapsed());
        rounds += 1;
    }
    least.as_nanos() as f64
}

fn main() -> io::Result<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => time(),
        ["run"] => counts::run(&mut io::stdout().lock(), false)?,
        ["run", "quick"] => counts::run(&mut io::stdout().lock(), true)?,
        ["report", list, dumps] => counts::report(list.as_ref(), dumps.as_ref())?,
        _ => {
            eprintln!("usage: aluvm-hostile [run [quick] | report <list> <folder of dumps>]");
            return Ok(ExitCode::FAILURE);
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn time() {
    let mut forms: BTreeMap<&str, Dearest> = BTreeMap::new();
    for case in case::all() {
        each_run(&case, false, |pattern, steps, programs| {
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
                let _ = measured_input(input.read, &bytes);
                before.elapsed().as_nanos() as f64
            };
            (bytes.len() as f64, (0..3).map(pass).fold(f64::INFINITY, f64::min))
        });
        println!("{}\t{:.1}\t{:.2}", input.name, most / long, most * short / long / least);
    }
}
