//! `cargo run --locked --release -p aluvm-mutants -- AREA [PART/PARTS]` runs mutants of an area of aluvm-core: `codec`,
//! `bytes`, `num`, `vm`, `flow` or `library`.
//!
//! cargo-mutants says what to change. It would compile the crate and its tests anew for each of some 6,000 changes, which
//! is days; here all of an area are compiled into one copy, in `target/mutants`, each behind a switch, and a mutant takes
//! the time of the tests that reach it. Constant functions cannot have a switch; they are counted apart.
//!
//! `PART/PARTS` takes each mutant whose place in the list is PART, counted from 0, modulo PARTS. Survivors that
//! `equivalent.txt`, beside this package, does not explain make the command fail; each is a missing test, or belongs there.

mod build;
mod list;
mod run;
mod site;
mod switch;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use run::Fate;

/// What takes longer is left out: most mutants are noticed by what is quick.
const LONGEST: Duration = Duration::from_secs(20);

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
    let mut arguments = std::env::args().skip(1);
    let name = arguments.next().unwrap_or_default();
    let area = list::AREAS
        .iter()
        .find(|area| area.name == name)
        .ok_or("name an area: codec, bytes, num, vm, flow or library, and perhaps a part, 0/10")?;
    let (part, parts) = match arguments.next() {
        None => (0, 1),
        Some(text) => {
            let (part, parts) = text.split_once('/').ok_or("a part is written 0/10")?;
            (part.parse::<usize>()?, parts.parse::<usize>()?.max(1))
        }
    };
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), Into::into);
    let folder = target.join("mutants/source");
    fs::create_dir_all(&folder)?;

    let mutants = list::list(&root)?;
    let copy = build::build(&root, &folder, &mutants)?;
    let all: BTreeSet<&str> = list::AREAS.iter().flat_map(|area| area.tests).copied().collect();
    let programs = run::programs(&copy.folder, &all.into_iter().collect::<Vec<_>>())?;
    let is_asked = |program: &&PathBuf| {
        let name = program.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let name = name.rsplit_once('-').map_or(name, |(name, _)| name);
        name == "aluvm_core" || area.tests.contains(&name)
    };
    let programs: Vec<PathBuf> = programs.iter().filter(is_asked).cloned().collect();
    let tests = run::record(&copy.folder, &programs, LONGEST)?;
    let is_in_part = |&number: &usize| mutants[number].is_in(area) && number % parts == part;
    let chosen: Vec<usize> = (0..mutants.len()).filter(is_in_part).collect();
    eprintln!("{} tests, {} mutants", tests.len(), chosen.len());

    let mut fates: BTreeMap<usize, Fate> = BTreeMap::new();
    let mut log = fs::File::create(target.join(format!("mutants/{}.txt", area.name)))?;
    for number in chosen {
        if copy.unviable.contains(&number) || copy.constant.contains(&number) {
            let why = if copy.constant.contains(&number) { "Constant" } else { "Unviable" };
            writeln!(log, "{why}\t{}\t", mutants[number].title())?;
            continue;
        }
        let (fate, by) = run::judge(&copy.folder, &tests, number)?;
        fates.insert(number, fate);
        writeln!(log, "{fate:?}\t{}\t{by}", mutants[number].title())?;
    }
    let of_part = |numbers: &BTreeSet<usize>| numbers.iter().copied().filter(is_in_part).count();
    let count = |wanted: Fate| fates.values().filter(|fate| **fate == wanted).count();
    let known = fs::read_to_string(root.join("tests/mutants/equivalent.txt"))?;
    let known: BTreeSet<&str> =
        known.lines().filter(|line| !line.starts_with([' ', '#'])).collect();
    let survivors: Vec<String> = fates
        .iter()
        .filter(|(_, fate)| matches!(fate, Fate::Missed | Fate::Unreached))
        .map(|(&number, _)| mutants[number].title())
        .collect();
    let unexplained: Vec<&String> =
        survivors.iter().filter(|title| !known.contains(title.as_str())).collect();
    println!(
        "{} {part}/{parts}: {} caught, {} timed out, {} survived, of which {} are explained; {} do not compile, {} are constant",
        area.name,
        count(Fate::Caught),
        count(Fate::TimedOut),
        survivors.len(),
        survivors.len() - unexplained.len(),
        of_part(&copy.unviable),
        of_part(&copy.constant),
    );
    for title in &unexplained {
        println!("{title}");
    }
    Ok(unexplained.is_empty())
}
