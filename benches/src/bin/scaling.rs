//! Prints the tables of `docs/performance.md` on scaling. Arguments choose some of them.

use std::process::ExitCode;

use aluvm_benches::scaling::{Table, building, executed, libraries, threads};

/// Measures and answers a table.
type Measure = fn() -> Table;

/// By name, so that a part can be measured alone.
const ALL: [(&str, Measure); 4] = [
    ("executed", executed::table),
    ("libraries", libraries::table),
    ("building", building::table),
    ("threads", threads::table),
];

fn main() -> ExitCode {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    if wanted.iter().any(|name| ALL.iter().all(|(known, _)| known != name)) {
        eprintln!("usage: scaling [{}]...", ALL.map(|(name, _)| name).join("|"));
        return ExitCode::FAILURE;
    }
    for (name, table) in ALL {
        if wanted.is_empty() || wanted.iter().any(|wanted| wanted == name) {
            eprintln!("measuring {name}");
            println!("{}", table());
        }
    }
    ExitCode::SUCCESS
}
