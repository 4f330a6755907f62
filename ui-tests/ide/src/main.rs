//! Drives rust-analyzer over its protocol on two crates that use the macros, `finished` and `unfinished`,
//! and compares what it shows with marks in their sources: comments, which the macros do not see.
//!
//! ```text
//! cargo run -p aluvm-ide-tests                  both crates, and the diagnostics of the finished one
//! cargo run -p aluvm-ide-tests -- --workspace   the diagnostics of this workspace as well; minutes
//! ```
//!
//! It needs `rustup component add rust-analyzer`. A new file in `src` of either crate, named by a `mod`, is
//! read as well. `marks` has the notation.

mod check;
mod client;
mod diagnostics;
mod marks;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::client::Client;
use crate::marks::Source;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut failures = Vec::new();
    for name in ["finished", "unfinished"] {
        let package = here.join(name);
        let sources = sources(&package)?;
        let mut client = Client::start(&package)?;
        for source in &sources {
            client.open(source)?;
        }
        client.wait_until_quiet()?;
        let mut count = 0;
        for source in &sources {
            for mark in &source.marks {
                count += 1;
                if let Err(reason) = check::mark(&mut client, &sources, source, mark)? {
                    failures.push(format!(
                        "{}: {}: {reason}",
                        source.place(mark.offset),
                        mark.text
                    ));
                }
            }
        }
        client.stop()?;
        println!("{name}: {count} marks");
    }
    failures.extend(diagnostics::of(&here.join("finished"))?);
    if std::env::args().any(|argument| argument == "--workspace") {
        failures.extend(diagnostics::of(&here.join("../.."))?);
    }
    for failure in &failures {
        println!("{failure}");
    }
    println!("{} failures", failures.len());
    Ok(if failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The sources of a package with their marks, in the order of their names.
fn sources(package: &Path) -> Result<Vec<Source>, Box<dyn Error>> {
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in package.join("src").read_dir()? {
        paths.push(entry?.path());
    }
    paths.sort();
    paths.into_iter().map(|path| Ok(Source::read(path)?)).collect()
}
