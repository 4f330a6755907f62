//! Runs the tests: once each to see which mutants it reaches, then for each mutant those that reach it, the quick ones
//! first, until one fails.

use std::collections::{BTreeSet, VecDeque};
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::results::Fate;

/// Random cases of a test where the environment does not say how many: fewer make too few of some kinds, which tests of
/// their generators refuse.
const CASES: &str = "2000";

/// A function with `#[test]` in its program.
pub(crate) struct Test {
    program: PathBuf,
    name: String,
    time: Duration,
    reaches: BTreeSet<usize>,
}

/// Builds the tests of aluvm-core itself and those named, of the copy.
pub(crate) fn programs(folder: &Path, tests: &[&str]) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut command = Command::new("cargo");
    command.current_dir(folder).env("RUSTFLAGS", "--cap-lints=warn -Awarnings -Aarithmetic_overflow -Aunconditional_panic -Aunconditional_recursion")
        .args(["test", "--locked", "--no-run", "--message-format=json", "--package", "aluvm-core", "--package", "aluvm-tests", "--lib"]);
    for test in tests {
        command.args(["--test", test]);
    }
    let output = command
        .arg("--target-dir")
        .arg(folder.join("../build"))
        .stderr(Stdio::inherit())
        .output()?;
    if !output.status.success() {
        return Err("the tests do not build".into());
    }
    let lines = String::from_utf8(output.stdout)?;
    Ok(lines
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|line| line["profile"]["test"] == true)
        .filter_map(|line| line["executable"].as_str().map(PathBuf::from))
        .collect())
}

/// A process of one test, in the folder where cargo would run it.
fn command(folder: &Path, program: &Path, name: &str, mutant: &str) -> Command {
    let mut command = Command::new(program);
    command
        .current_dir(folder.join("tests"))
        .args(["--exact", name, "--test-threads=1"])
        .env("ALUVM_MUTANT", mutant)
        .env("CARGO_MANIFEST_DIR", folder.join("tests"))
        .env("ALUVM_CASES", std::env::var("ALUVM_CASES").unwrap_or_else(|_| CASES.to_owned()))
        .env("PROPTEST_CASES", std::env::var("PROPTEST_CASES").unwrap_or_else(|_| "64".to_owned()))
        .env("PROPTEST_DISABLE_FAILURE_PERSISTENCE", "1")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

/// Runs each test once with the switches recording. What fails without a mutant is left out, and said. What was recorded
/// of the same program is taken from a file.
pub(crate) fn record(
    folder: &Path,
    programs: &[PathBuf],
    longest: Duration,
) -> Result<Vec<Test>, Box<dyn Error>> {
    let mut tests = Vec::new();
    for program in programs {
        let file = program.with_extension(format!("{}s.seen", longest.as_secs()));
        let time = fs::metadata(program)?.modified()?;
        if fs::metadata(&file).and_then(|data| data.modified()).ok().is_none_or(|then| then < time)
        {
            let lines = record_program(folder, program, longest)?;
            fs::write(&file, lines)?;
        }
        for line in fs::read_to_string(&file)?.lines() {
            let mut words = line.split(' ');
            let (Some(name), Some(time)) = (words.next(), words.next()) else { continue };
            let reaches = words.filter_map(|word| word.parse().ok()).collect();
            let time = Duration::from_millis(time.parse()?);
            tests.push(Test { program: program.clone(), name: name.to_owned(), time, reaches });
        }
    }
    tests.sort_by_key(|test| test.time);
    Ok(tests)
}

/// A line for each test of a program: its name, milliseconds, and what it reaches.
fn record_program(
    folder: &Path,
    program: &Path,
    longest: Duration,
) -> Result<String, Box<dyn Error>> {
    let seen = folder.join("../seen.txt");
    let mut lines = String::new();
    let output = Command::new(program)
        .current_dir(folder.join("tests"))
        .args(["--list", "--format=terse"])
        .output()?;
    for name in
        String::from_utf8(output.stdout)?.lines().filter_map(|line| line.strip_suffix(": test"))
    {
        let _ = fs::remove_file(&seen);
        let start = Instant::now();
        let status = wait(
            command(folder, program, name, "record").env("ALUVM_MUTANTS_SEEN", &seen),
            longest,
        )?;
        let time = start.elapsed().as_millis();
        if status != Some(true) {
            eprintln!(
                "left out: {name} {}",
                if status.is_none() { "takes too long" } else { "fails without a mutant" }
            );
            continue;
        }
        let reaches = fs::read_to_string(&seen).unwrap_or_default().replace('\n', " ");
        writeln!(lines, "{name} {time} {reaches}")?;
    }
    Ok(lines)
}

/// Whether a process succeeded; nothing if it did not end in time.
fn wait(command: &mut Command, longest: Duration) -> Result<Option<bool>, Box<dyn Error>> {
    let start = Instant::now();
    let mut child = command.spawn()?;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status.success()));
        }
        if start.elapsed() > longest {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// How many of the last mutants that were noticed say which tests come first.
const RECENT: usize = 20;

/// The tests, and which of them noticed the last mutants: neighbours are mostly noticed by the same ones.
pub(crate) struct Judge<'a> {
    folder: &'a Path,
    tests: &'a [Test],
    recent: VecDeque<usize>,
}

impl<'a> Judge<'a> {
    pub(crate) fn new(folder: &'a Path, tests: &'a [Test]) -> Self {
        Self { folder, tests, recent: VecDeque::new() }
    }

    /// Runs what reaches a mutant. Returns the test that noticed it.
    pub(crate) fn judge(&mut self, mutant: usize) -> Result<(Fate, &'a str), Box<dyn Error>> {
        let mut order: Vec<(usize, &Test)> = self
            .tests
            .iter()
            .enumerate()
            .filter(|(_, test)| test.reaches.contains(&mutant))
            .collect();
        order.sort_by_key(|&(number, test)| {
            let times = self.recent.iter().filter(|&&recent| recent == number).count();
            test.time.as_micros() / (1 + 10 * times as u128)
        });
        let mut fate = Fate::Unreached;
        for (number, test) in order {
            let longest = test.time * 10 + Duration::from_secs(5);
            let mut command = command(self.folder, &test.program, &test.name, &mutant.to_string());
            fate = match wait(&mut command, longest)? {
                Some(true) => Fate::Missed,
                Some(false) => Fate::Caught,
                None => Fate::TimedOut,
            };
            if fate != Fate::Missed {
                self.recent.push_front(number);
                self.recent.truncate(RECENT);
                return Ok((fate, &test.name));
            }
        }
        Ok((fate, ""))
    }
}
