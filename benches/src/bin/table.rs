//! Prints the table of `docs/performance.md`. Arguments choose some of the rows; `--quick` trades
//! precision for time, and `--chart` draws the table into a file, as SVG.

use std::process::ExitCode;
use std::time::Duration;

use aluvm_benches::chart::svg;
use aluvm_benches::measure::{CLOCK, Effort, clock, measure};
use aluvm_benches::rows::ALL;
use aluvm_benches::table::{Measured, markdown, spread};

fn main() -> ExitCode {
    let mut effort = Effort::default();
    let mut wanted = Vec::new();
    let mut chart = None;
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--chart" => chart = arguments.next(),
            "--quick" => effort = Effort { batch: Duration::from_millis(1), rounds: 9 },
            name if ALL.iter().any(|(known, _)| *known == name) => wanted.push(argument),
            _ => {
                let names: Vec<&str> = ALL.iter().map(|(name, _)| *name).collect();
                eprintln!("usage: table [--quick] [--chart file] [{}]...", names.join("|"));
                return ExitCode::FAILURE;
            }
        }
    }
    let pace = clock();
    let mut measured = Vec::new();
    for (name, prepare) in ALL {
        if !wanted.is_empty() && !wanted.iter().any(|wanted| wanted == name) {
            continue;
        }
        for mut row in prepare() {
            if let Err(wrong) = row.check() {
                eprintln!("{wrong}");
                return ExitCode::FAILURE;
            }
            eprintln!("measuring {}", row.work);
            let times = measure(&mut row, effort);
            measured.push(Measured::new(&row, times, pace));
        }
    }
    println!("{}", markdown(&measured));
    if let Some(chart) = chart
        && let Err(error) = std::fs::write(&chart, svg(&measured))
    {
        eprintln!("{chart}: {error}");
        return ExitCode::FAILURE;
    }
    println!(
        "Nanoseconds for one operation, in the fastest of {} batches; in half of the cases the median \
         batch took at most {:.0} % longer. A division of 64-bit floats takes the processor {pace:.1} ns, \
         {CLOCK} ns where the bounds were set; the second number of a bound is adjusted to that, or \
         to the contender that it names.",
        effort.rounds,
        spread(&measured) * 100.0
    );
    ExitCode::SUCCESS
}
