//! Prints the times of all operations and modes as a Markdown table, in nanoseconds: of all formats,
//! or of those named as arguments. A cell has our time and that of the library that has the format,
//! `rustc_apfloat` or, for `f256`, `amplify_apfloat`.

use std::time::Instant;

use aluvm_core::num::float::{FloatFormat, Rounding};
use aluvm_float_benches::{Case, Operation, PAIRS, cases};

/// The least of many timings of a case, for one operation.
fn nanoseconds(case: &Case) -> f64 {
    let rounds = 10;
    let best = (0..100).map(|_| {
        let start = Instant::now();
        (0..rounds).for_each(|_| (case.run)());
        start.elapsed().as_secs_f64()
    });
    best.fold(f64::INFINITY, f64::min) * 1e9 / (rounds * PAIRS) as f64
}

const MODES: [(Rounding, &str); 4] = [
    (Rounding::NearestEven, "nearest"),
    (Rounding::TowardZero, "to zero"),
    (Rounding::Floor, "floor"),
    (Rounding::Ceil, "ceiling"),
];

fn main() {
    let cases = cases();
    let named: Vec<String> = std::env::args().skip(1).collect();
    let wanted =
        |format: &FloatFormat| named.is_empty() || named.iter().any(|name| name == format.name());
    println!(
        "| format | operation | {} | native, nearest |",
        MODES.map(|(_, mode)| mode).join(" | ")
    );
    println!("|---|---|{}---|", "---|".repeat(MODES.len()));
    for format in FloatFormat::ALL.into_iter().filter(wanted) {
        for operation in Operation::ALL {
            let time = |rounding: Rounding, who: &[&str]| {
                let is_it = |case: &&Case| {
                    let key = (case.format, case.operation, case.rounding);
                    key == (format, operation, rounding) && who.contains(&case.who)
                };
                let case = cases.iter().find(is_it)?;
                Some(format!("{:.1}", nanoseconds(case)))
            };
            let modes = MODES.map(|(rounding, _)| {
                let ours = time(rounding, &["aluvm"]);
                let peer = time(rounding, &["rustc_apfloat", "amplify_apfloat"]);
                [ours, peer].into_iter().flatten().collect::<Vec<_>>().join(" / ")
            });
            let native = time(Rounding::NearestEven, &["native"]).unwrap_or_default();
            let (format, operation) = (format.name(), operation.name());
            println!("| {format} | {operation} | {} | {native} |", modes.join(" | "));
        }
    }
}
