//! Prints the times of all operations and modes as a Markdown table, in nanoseconds: of all formats,
//! or of those named as arguments.

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

fn main() {
    let cases = cases();
    let modes = [
        (Rounding::NearestEven, "nearest"),
        (Rounding::TowardZero, "to zero"),
        (Rounding::Floor, "floor"),
        (Rounding::Ceil, "ceiling"),
    ];
    println!("| format | operation | mode | aluvm | APFloat | native |");
    println!("|---|---|---|---|---|---|");
    let named: Vec<String> = std::env::args().skip(1).collect();
    let wanted =
        |format: &FloatFormat| named.is_empty() || named.iter().any(|name| name == format.name());
    for format in FloatFormat::ALL.into_iter().filter(wanted) {
        for operation in Operation::ALL {
            for (rounding, mode) in modes {
                let wanted = |case: &&Case| {
                    case.format == format
                        && case.operation == operation
                        && case.rounding == rounding
                };
                let time = |who: &[&str]| {
                    let case = cases.iter().filter(wanted).find(|case| who.contains(&case.who));
                    case.map_or(String::new(), |case| format!("{:.1}", nanoseconds(case)))
                };
                println!(
                    "| {} | {} | {mode} | {} | {} | {} |",
                    format.name(),
                    operation.name(),
                    time(&["aluvm"]),
                    time(&["rustc_apfloat", "amplify_apfloat"]),
                    time(&["native"]),
                );
            }
        }
    }
}
