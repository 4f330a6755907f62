//! Does some work a number of times, for `callgrind/check` to count the instructions.

use std::hint::black_box;
use std::process::ExitCode;

use aluvm_benches::rows::counted::ALL;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["list"] => {
            for (name, _, operations) in ALL {
                println!("{name} {operations}");
            }
            ExitCode::SUCCESS
        }
        [name, times] => {
            let work = ALL.iter().find(|(known, ..)| *known == name);
            let (Some((_, prepare, _)), Ok(times)) = (work, times.parse()) else {
                return usage();
            };
            let mut run = prepare();
            for _ in 0..times {
                black_box(run());
            }
            ExitCode::SUCCESS
        }
        _ => usage(),
    }
}

fn usage() -> ExitCode {
    eprintln!("usage: count list | count <work> <times>");
    ExitCode::FAILURE
}
