//! `hostile run` does everything that is counted, under callgrind, and lists it; `hostile report` puts
//! the list and the counts together; `hostile time` measures the same in nanoseconds. The script
//! `check` beside calls it.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::io::{Write, stdout};
use std::path::Path;
use std::time::{Duration, Instant};

use aluvm_core::isa::FORMS;
use aluvm_core::library::Program;
use aluvm_core::vm::{Registers, Vm};
use aluvm_hostile::case::{self, Case};
use aluvm_hostile::input::INPUTS;
use aluvm_hostile::report::{Dearest, counts};
use aluvm_hostile::{measured_input, measured_run};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["run"] => run(),
        ["report", list, folder] => report(list, folder),
        ["time"] => time(),
        _ => {
            eprintln!("usage: hostile run | report <list> <folder of dumps> | time");
            std::process::exit(2);
        }
    }
}

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

fn run() {
    let mut list = stdout().lock();
    for case in case::all() {
        each_run(&case, |pattern, steps, programs| {
            for program in programs {
                let (mut vm, _) = case.prepare(program, pattern, steps);
                let _ = black_box(measured_run(&mut vm, program));
            }
            let Case { form, name, repeats, .. } = &case;
            let units = case.units();
            let way = if steps { "steps" } else { "fast" };
            writeln!(list, "{}\t{name}\t{way}\t{repeats}\t{units}", form.name).expect("a pipe");
        });
    }
    for input in INPUTS {
        let made = [1, 2].map(|factor| (input.make)(factor * input.length));
        for bytes in &made {
            let is_good = black_box(measured_input(input.read, bytes));
            assert_eq!(is_good, input.is_good, "{}", input.name);
        }
        let [short, long] = made.map(|bytes| bytes.len());
        writeln!(list, "input\t{}\t\t{short}\t{long}", input.name).expect("a pipe");
    }
}

/// Two calls of `measured_run` for each line of an instruction, two of `measured_input` for each line of
/// an input.
fn report(list: &str, folder: &str) {
    let list = std::fs::read_to_string(list).expect("the list");
    let mut counts = counts(Path::new(folder)).into_iter();
    let mut next = || counts.next().expect("as many counts as calls") as f64;
    let mut forms: BTreeMap<&str, Dearest> = BTreeMap::new();
    let mut inputs = Vec::new();
    for line in list.lines() {
        let [form, name, way, first, second] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let (first, second): (f64, f64) =
            (first.parse().expect("a number"), second.parse().expect("a number"));
        if form == "input" {
            let (short, long) = (next(), next());
            inputs.push(format!(
                "{name}\t{:.1}\t{:.2}",
                long / second,
                long * first / short / second
            ));
            continue;
        }
        let [with, without] = [next(), next()];
        let cost = (with - without) / first;
        forms.entry(form).or_default().keep(name, second as u64, cost, way == "steps");
    }
    assert_eq!(counts.next(), None, "more counts than calls");
    print_forms(&forms);
    inputs.iter().for_each(|line| println!("{line}"));
}

/// A line for each instruction, in the order of the table: name, complexity, cost in the fast loop, and
/// what is added step by step.
fn print_forms(forms: &BTreeMap<&str, Dearest>) {
    for dearest in FORMS.iter().filter_map(|form| forms.get(form.name)) {
        let Dearest { name, units, fast, stepping, .. } = dearest;
        println!("{name}\t{units}\t{fast:.1}\t{stepping:.1}");
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

fn time() {
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
    for input in INPUTS {
        let [(short, least), (long, most)] = [1, 2].map(|factor| {
            let bytes = (input.make)(factor * input.length);
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
