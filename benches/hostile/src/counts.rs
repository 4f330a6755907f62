//! The counts that callgrind has dumped, each beside what was counted.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use aluvm_core::isa::FORMS;

use crate::case;
use crate::dearest::Dearest;
use crate::input::INPUTS;
use crate::longest::LONGEST;
use crate::measured::{each_run, measured_input, measured_run};

/// Does everything that is counted, once, and lists it in lines of five columns: form, name, way, repetitions, units; or
/// `run`, name, nothing, units, nothing; or `input`, name, nothing, and two lengths. If it `is_quick`, instructions have the
/// first of their patterns of operands only, in the fast loop.
pub fn run(list: &mut impl Write, is_quick: bool) -> io::Result<()> {
    // Before all else: how memory was used before changes what they take.
    for input in INPUTS {
        let made = [1, 2].map(|factor| (input.make)(factor * input.length));
        for bytes in &made {
            assert_eq!(measured_input(input.read, bytes), input.is_good, "{}", input.name);
        }
        let [short, long] = made.map(|bytes| bytes.len());
        writeln!(list, "input\t{}\t\t{short}\t{long}", input.name)?;
    }
    for longest in &LONGEST {
        let (program, mut vm) = longest.prepare();
        let _ = measured_run(&mut vm, &program);
        writeln!(list, "run\t{}\t\t{}\t", longest.name, vm.registers().ca0())?;
    }
    for case in case::all() {
        let mut lines = Vec::new();
        each_run(&case, is_quick, |pattern, steps, programs| {
            for program in programs {
                let (mut vm, _) = case.prepare(program, pattern, steps);
                let _ = measured_run(&mut vm, program);
            }
            let (form, name, repeats, units) =
                (case.form.name, &case.name, case.repeats, case.units());
            let way = if steps { "steps" } else { "fast" };
            lines.push(format!("{form}\t{name}\t{way}\t{repeats}\t{units}"));
        });
        lines.iter().try_for_each(|line| writeln!(list, "{line}"))?;
    }
    Ok(())
}

/// Prints a line for each instruction, in the order of the table: form, name with the dearest flags and sizes, complexity,
/// cost in the fast loop, and what is added step by step; then one for each input and each long run: name, cost for a byte
/// at twice the length or for a unit, and how many times that at the length it is. Each line of the list has two calls of
/// what is measured, but for a long run, which has one.
pub fn report(list: &Path, dumps: &Path) -> io::Result<()> {
    let mut counts = counts(dumps)?.into_iter();
    let mut next = || counts.next().expect("as many counts as calls") as f64;
    let mut forms: BTreeMap<&str, Dearest> = BTreeMap::new();
    let mut others = Vec::new();
    let list = fs::read_to_string(list)?;
    for line in list.lines() {
        let [form, name, way, first, second] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let number = |text: &str| text.parse::<f64>().expect("a number");
        let (one, first) = (next(), number(first));
        if form == "run" {
            others.push(format!("{name}\t{:.1}\t1.00", one / first));
            continue;
        }
        let (other, second) = (next(), number(second));
        if form == "input" {
            let (short, long) = (one / first, other / second);
            others.push(format!("{name}\t{long:.1}\t{:.2}", long / short));
        } else {
            let cost = (one - other) / first;
            forms.entry(form).or_default().keep(name, second as u64, cost, way == "steps");
        }
    }
    assert_eq!(counts.next(), None, "more counts than calls");
    for (form, dearest) in FORMS.iter().filter_map(|form| Some((form, forms.get(form.name)?))) {
        let Dearest { name, units, fast, stepping, .. } = dearest;
        println!("{}\t{name}\t{units}\t{fast:.1}\t{stepping:.1}", form.name);
    }
    others.iter().for_each(|line| println!("{line}"));
    Ok(())
}

/// The instructions of the processor in each dump, of which one follows each measured call, in their order.
fn counts(folder: &Path) -> io::Result<Vec<u64>> {
    let mut counts = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let number = path.extension().and_then(|number| number.to_str()?.parse::<u32>().ok());
        let Some(number) = number else { continue };
        let text = fs::read_to_string(&path)?;
        if text.lines().any(|line| line.starts_with("desc: Trigger: --dump-before")) {
            let total = text.lines().find_map(|line| line.strip_prefix("totals: "));
            counts.insert(number, total.expect("a total").trim().parse().expect("a number"));
        }
    }
    Ok(counts.into_values().collect())
}
