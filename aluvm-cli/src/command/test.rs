//! `alu test`: runs the cases beside sources.

mod bless;
mod costs;
mod row;
mod verdict;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use aluvm_core::call::coverage::{Count, Covered};
use aluvm_core::library::{LibId, LibSite};
use aluvm_core::profile::Profile;
use aluvm_core::vm::Extension;

use self::costs::Costs;
use self::row::{Row, rows};
use self::verdict::Verdict;
use crate::console::Console;
use crate::execution::{Ended, Run};
use crate::failure::Failure;
use crate::host::Host;
use crate::input::{Input, is_standard};
use crate::libraries::Libraries;
use crate::progress::Progress;
use crate::report::{Diagnostic, MessageFormat, report};
use crate::routine::Inputs;
use crate::sources::{Loaded, Options, Sources};
use crate::{lcov, output};

/// Runs the cases that lie beside sources, and says what differs.
///
/// Those of vault.aluasm are in vault.case, and in files such as vault.limits.case.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Sources (.aluasm) and libraries (.alu).
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Writes what comes out into the cases and the costs. Read the difference before you keep it.
    #[arg(long)]
    bless: bool,
    /// A file with the complexity of each case, which must not change.
    #[arg(long, value_name = "FILE")]
    costs: Option<PathBuf>,
    /// By how many percent the complexity may change.
    #[arg(long, value_name = "PERCENT", default_value_t = 0, requires = "costs")]
    tolerance: u64,
    /// Writes what ran, by line, as LCOV.
    #[arg(long, value_name = "OUT")]
    coverage: Option<PathBuf>,
    /// A directory in which libraries (.alu) are found by their ids.
    #[arg(short = 'L', value_name = "DIR")]
    libraries: Vec<PathBuf>,
}

/// What has been done so far.
struct Done {
    progress: Progress,
    passed: usize,
    failed: usize,
    /// The differences, for people.
    text: String,
    costs: Vec<(String, u64)>,
    covered: BTreeMap<LibId, Covered>,
}

impl Done {
    fn new() -> Done {
        let (passed, failed, text) = (0, 0, String::new());
        let (costs, covered) = (Vec::new(), BTreeMap::new());
        Done { progress: Progress::new(), passed, failed, text, costs, covered }
    }
}

pub(crate) fn run<E: Extension>(
    arguments: &Arguments,
    host: Host<'_, '_, E>,
    profile: Profile,
    console: &Console,
) -> Result<(), Failure> {
    let costs = arguments.costs.as_deref().map(|path| Costs::read(path, arguments.bless));
    let costs = costs.transpose()?;
    let mut sources = Sources::<E>::new(Options::of(profile));
    let mut loaded = Vec::new();
    let mut done = Done::new();
    for path in &arguments.files {
        if is_standard(path) {
            return Err(Failure::Usage(
                "cases lie beside a file, not beside standard input".into(),
            ));
        }
        loaded.extend(sources.load(path)?.map(|one| (path, one)));
    }
    let mut wrong = std::mem::take(&mut sources.diagnostics);
    for (path, loaded) in loaded {
        let libraries =
            Libraries::new(&loaded, sources.libraries().cloned(), &arguments.libraries)?;
        for path in case_files(path)? {
            let name = path.display().to_string();
            let text = match Input::read(&path)?.into_text() {
                Ok(text) => text,
                Err(message) => {
                    wrong.push(Diagnostic::of_file(&name, message));
                    continue;
                }
            };
            let beside = (&loaded, &libraries);
            let tested = test(&name, &text.text, beside, host, arguments, &mut done);
            match tested {
                Ok(text_after) if text_after != text.text => {
                    output::write(&path, text_after.as_bytes())?;
                }
                Ok(_) => {}
                Err(Wrong::Line(line, message)) => {
                    wrong.push(Diagnostic::of_file(&format!("{name}:{line}"), message));
                }
                Err(Wrong::Failure(failure)) => {
                    drop(done);
                    libraries.complain(console);
                    return Err(failure);
                }
            }
        }
    }
    if !wrong.is_empty() {
        drop(done);
        report(&wrong, MessageFormat::Human, console);
        return Err(Failure::Refused);
    }
    finish(arguments, costs, done, console)
}

/// Writes what is asked for, and says how it went.
fn finish(
    arguments: &Arguments,
    costs: Option<Costs>,
    mut done: Done,
    console: &Console,
) -> Result<(), Failure> {
    let mut is_right = done.failed == 0;
    if let Some(costs) = costs {
        let differences = costs.compare(&done.costs, arguments.tolerance);
        match arguments.bless {
            true => costs.write(&done.costs)?,
            false => {
                is_right &= differences.is_empty();
                done.text.push_str(&differences);
            }
        }
    }
    if let Some(path) = &arguments.coverage {
        let covered: Vec<Covered> = done.covered.into_values().collect();
        output::write(path, lcov::report(&covered).text.as_bytes())?;
    }
    drop(done.progress);
    if done.passed + done.failed == 0 {
        console.say("there are no cases beside these files");
    }
    let failed = if done.failed == 0 { String::new() } else { format!(", {} failed", done.failed) };
    let text = format!("{}{} passed{failed}\n", done.text, done.passed);
    output::print(text.as_bytes())?;
    if is_right { Ok(()) } else { Err(Failure::No) }
}

/// Why cases were not run.
enum Wrong {
    /// A line of the file is wrong.
    Line(usize, String),
    Failure(Failure),
}

/// Runs the cases of a file, and gives its text, which `--bless` changes.
fn test<E: Extension>(
    name: &str,
    text: &str,
    (loaded, libraries): (&Rc<Loaded>, &Libraries),
    host: Host<'_, '_, E>,
    arguments: &Arguments,
    done: &mut Done,
) -> Result<String, Wrong> {
    let rows = rows(text).map_err(|(line, error)| Wrong::Line(line, error.to_string()))?;
    let description = loaded.description();
    let mut prepared = Vec::new();
    for row in &rows {
        let wrong = |failure: Failure| match failure {
            Failure::Usage(message) => Wrong::Line(row.line, message),
            other => Wrong::Failure(other),
        };
        let inputs = Inputs::of(&description, Some(&row.routine)).map_err(wrong)?;
        let limit = row.limit().map_err(|error| Wrong::Line(row.line, error.to_string()))?;
        let registers = inputs.registers(&row.assignments(), limit).map_err(wrong)?;
        let expected = verdict::expected(row, &inputs).map_err(wrong)?;
        prepared.push((row, inputs, registers, expected));
    }
    if prepared.is_empty() {
        return Ok(text.into());
    }
    let site = |offset| LibSite::new(loaded.id, offset);
    let entries: Vec<LibSite> = prepared.iter().map(|(_, one, ..)| site(one.offset)).collect();
    let program = libraries.program::<E>(entries, loaded.profile).map_err(Wrong::Failure)?;
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    done.progress.add(prepared.len());
    for (row, inputs, registers, expected) in prepared {
        let mut run = Run::new(&program, host, site(inputs.offset), registers);
        let ended = match arguments.coverage {
            Some(_) => counted(&mut run, libraries, done),
            None => run.finish(),
        };
        done.costs.push((key(name, row), ended.registers.ca0()));
        let case = run.into_case(libraries.to_sources(), ended.outcome);
        let mut verdict = Verdict::of(&expected, &ended, case);
        if arguments.bless
            && (!verdict.is_right() || row.expected.is_empty())
            && let Some(line) = lines.get_mut(row.line - 1)
            && let Some(blessed) = bless::line(line, row, &inputs, &ended, &verdict)
        {
            *line = blessed;
            verdict = Verdict::default();
        }
        match verdict.is_right() {
            true => done.passed += 1,
            false => {
                done.failed += 1;
                let _ = writeln!(done.text, "{}", verdict.text(name, row));
            }
        }
        done.progress.step();
    }
    Ok(lines.join("\n"))
}

/// What a case is called in the file of costs.
fn key(name: &str, row: &Row) -> String {
    let mut key = format!("{name} {}", row.routine);
    for (name, value) in &row.inputs {
        let _ = write!(key, " {name}={value}");
    }
    key
}

/// Runs to the end, and counts what ran.
fn counted<E: Extension>(
    run: &mut Run<'_, '_, E>,
    libraries: &Libraries,
    done: &mut Done,
) -> Ended {
    for source in libraries.sources() {
        done.covered.entry(source.lib.id()).or_insert_with(|| {
            let counts = vec![Count::default(); source.lib.code().len()];
            Covered { source: source.clone(), counts }
        });
    }
    let mut status = run.registers.st0();
    let ended = run.steps(|step, _| {
        let covered = done.covered.get_mut(&step.site.lib);
        let count = covered.and_then(|one| one.counts.get_mut(usize::from(step.site.offset)));
        if let Some(count) = count {
            count.runs = count.runs.saturating_add(1);
            count.with_true = count.with_true.saturating_add(status.into());
        }
        status = step.registers.st0();
        Ok::<(), std::convert::Infallible>(())
    });
    ended.unwrap_or_else(|never| match never {})
}

/// The files with cases of a source: `vault.case`, `vault.limits.case`.
fn case_files(source: &Path) -> Result<Vec<PathBuf>, Failure> {
    let directory = match source.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => ".".into(),
    };
    let stem = source.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let fails = |error| Failure::file("read", &directory)(error);
    let mut files = Vec::new();
    for entry in fs::read_dir(&directory).map_err(fails)? {
        let name = entry.map_err(fails)?.file_name();
        let text = name.to_string_lossy();
        let rest = text.strip_prefix(&stem).and_then(|rest| rest.strip_suffix(".case"));
        if rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.')) {
            files.push(source.with_file_name(&name));
        }
    }
    files.sort();
    Ok(files)
}
