//! `cargo run --locked --release -p aluvm-mutants -- AREA [PART/PARTS] [--only=FILES] [--resume] [--known]` runs mutants
//! of an area of aluvm-core: `codec`, `bytes`, `num`, `vm`, `flow` or `library`.
//!
//! cargo-mutants says what to change. It would compile the crate and its tests anew for each of some 6,000 changes, which
//! is days; here all of an area are compiled into one copy, in `target/mutants`, each behind a switch, and a mutant takes
//! the time of the tests that reach it. Constant functions cannot have a switch; they are counted apart.
//!
//! `--resume` goes on with a run of the same area and part, over the same sources, that did not end. Those that
//! `equivalent.txt`, beside this package, explains pass all tests, which takes long; only `--known` runs them.
//!
//! `--only=flow/effect.rs,flow/solve.rs` takes those of files whose names begin so: what a change is about. With
//! `--longest=120` tests of up to 120 seconds count, in place of 20.
//!
//! `PART/PARTS` takes each mutant whose place in the list is PART, counted from 0, modulo PARTS. Survivors that
//! `equivalent.txt`, beside this package, does not explain make the command fail; each is a missing test, or belongs there.

mod build;
mod list;
mod options;
mod results;
mod run;
mod site;
mod switch;

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use list::Mutant;
use options::Options;
use results::{Fate, Results};

fn main() -> ExitCode {
    match mutate() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

/// Whether each survivor is explained.
fn mutate() -> Result<bool, Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize()?;
    let options = Options::parse(std::env::args().skip(1))?;
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), Into::into);
    let folder = target.join("mutants/source");
    fs::create_dir_all(&folder)?;

    let mutants = list::list(&root)?;
    let copy = build::build(&root, &folder, &mutants)?;
    let tests = run::record(&copy.folder, &programs(&copy, options.area)?, options.longest)?;
    let known = known(&root, &mutants)?;
    let mut results =
        Results::open(&target.join("mutants").join(options.results()), options.resume)?;
    judge(&options, &copy, &mutants, &tests, &known, &mut results)?;
    Ok(report(&options, &results, &known))
}

/// The programs with the tests that are to notice the mutants of an area. Those of all areas are built, so that the next
/// one finds them.
fn programs(copy: &build::Copy, area: &list::Area) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let all: BTreeSet<&str> = list::AREAS.iter().flat_map(|area| area.tests).copied().collect();
    let mut programs = run::programs(&copy.folder, &all.into_iter().collect::<Vec<_>>())?;
    programs.retain(|program| {
        let name = program.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let name = name.rsplit_once('-').map_or(name, |(name, _)| name);
        name == "aluvm_core" || area.tests.contains(&name)
    });
    Ok(programs)
}

/// The titles of the mutants that are explained. Says which of them are no mutants any more.
fn known(root: &Path, mutants: &[Mutant]) -> Result<BTreeSet<String>, Box<dyn Error>> {
    let text = fs::read_to_string(root.join("tests/mutants/equivalent.txt"))?;
    let is_title = |line: &&str| !line.is_empty() && !line.starts_with([' ', '#']);
    let known: BTreeSet<String> = text.lines().filter(is_title).map(str::to_owned).collect();
    let titles: BTreeSet<String> = mutants.iter().map(Mutant::title).collect();
    for title in known.difference(&titles) {
        eprintln!("explained, but no mutant any more: {title}");
    }
    Ok(known)
}

/// Judges those that are asked for, behind those that there are results of.
fn judge(
    options: &Options,
    copy: &build::Copy,
    mutants: &[Mutant],
    tests: &[run::Test],
    known: &BTreeSet<String>,
    results: &mut Results,
) -> Result<(), Box<dyn Error>> {
    let is_asked = |&number: &usize| options.is_asked(number, &mutants[number]);
    let chosen: Vec<usize> = (0..mutants.len()).filter(is_asked).collect();
    eprintln!("{} tests, {} mutants", tests.len(), chosen.len());
    let mut judge = run::Judge::new(&copy.folder, tests);
    for &number in chosen.iter().skip(results.len()) {
        let title = mutants[number].title();
        let (fate, by) = if copy.constant.contains(&number) {
            (Fate::Constant, "")
        } else if copy.unviable.contains(&number) {
            (Fate::Unviable, "")
        } else if known.contains(&title) && !options.known {
            (Fate::Equivalent, "")
        } else {
            judge.judge(number)?
        };
        results.add(fate, &title, by)?;
    }
    Ok(())
}

/// Prints what came out. Returns whether each survivor is explained.
fn report(options: &Options, results: &Results, known: &BTreeSet<String>) -> bool {
    let survivors = results.survivors();
    let unexplained: Vec<&str> =
        survivors.iter().copied().filter(|&title| !known.contains(title)).collect();
    println!(
        "{} {}/{}: {} caught, {} timed out, {} survived, of which {} are explained; {} explained were not run, {} do not compile, {} are constant",
        options.area.name,
        options.part,
        options.parts,
        results.count(Fate::Caught),
        results.count(Fate::TimedOut),
        survivors.len(),
        survivors.len() - unexplained.len(),
        results.count(Fate::Equivalent),
        results.count(Fate::Unviable),
        results.count(Fate::Constant),
    );
    for title in &unexplained {
        println!("{title}");
    }
    unexplained.is_empty()
}
