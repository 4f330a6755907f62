//! What the environment asks typed calls to write down: `ALUVM_CASES=directory` the runs that fail,
//! `ALUVM_COVERAGE=directory` what ran. It is read once; without both, a call looks at one pointer.

use std::collections::BTreeMap;
use std::env;
use std::eprintln;
use std::format;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::process;
use std::string::{String, ToString};
use std::sync::{Mutex, OnceLock, PoisonError};

use super::CallError;
use super::coverage::Recorder;
use crate::library::LibSite;

/// The most cases that a process writes of one routine that fails at one place: a property test can
/// refuse ten thousand times.
const CASES_MAX: u32 = 16;

/// What is to be written down.
pub(super) struct Observer {
    pub(super) coverage: Option<Recorder>,
    cases: Option<PathBuf>,
    /// How many cases were written of each entry point and place.
    counts: Mutex<BTreeMap<(LibSite, LibSite), u32>>,
    /// Whether it was said already that something cannot be written.
    complained: OnceLock<()>,
}

/// What the environment asks for; none if nothing.
#[inline]
pub(super) fn observer() -> Option<&'static Observer> {
    static OBSERVER: OnceLock<Option<Observer>> = OnceLock::new();
    OBSERVER.get_or_init(Observer::from_environment).as_ref()
}

impl Observer {
    fn from_environment() -> Option<Observer> {
        let directory = |name| env::var_os(name).filter(|value| !value.is_empty());
        // Tests of this project take a number of cases from the same variable.
        let is_number = |value: &std::ffi::OsString| {
            value.to_str().is_some_and(|text| text.bytes().all(|byte| byte.is_ascii_digit()))
        };
        let cases = directory("ALUVM_CASES").filter(|value| !is_number(value)).map(PathBuf::from);
        let coverage = directory("ALUVM_COVERAGE").map(|value| Recorder::new(value.into()));
        (cases.is_some() || coverage.is_some()).then(|| Observer {
            coverage,
            cases,
            counts: Mutex::default(),
            complained: OnceLock::new(),
        })
    }

    /// Whether failing runs are written.
    pub(super) fn wants_cases(&self) -> bool {
        self.cases.is_some()
    }

    /// Writes a failing run, if that is asked for.
    pub(super) fn failed(&self, error: &CallError) {
        let (Some(directory), Some(case)) = (&self.cases, error.case()) else { return };
        {
            let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
            let count = counts.entry((case.entry, case.outcome.site)).or_default();
            *count += 1;
            if *count > CASES_MAX {
                return;
            }
        }
        let text = case.to_text(&error.to_string());
        // Equal failures have equal names.
        let mut hasher = DefaultHasher::new();
        text.hash(&mut hasher);
        let hash = format!("{:016x}", hasher.finish());
        let name = match case.source(case.entry.lib).map(|source| source.describe()) {
            Some(description) => {
                let routine = description.routine_at(case.entry.offset);
                let routine = routine.map_or("routine", |routine| routine.name);
                format!("{}-{routine}-{hash}.case", description.name)
            }
            None => format!("{hash}.case"),
        };
        self.complain(directory, write(directory, &name, &text));
    }

    /// Says once that something cannot be written: a call has no other way to say so.
    pub(super) fn complain(&self, directory: &Path, written: io::Result<()>) {
        if let Err(error) = written
            && self.complained.set(()).is_ok()
        {
            eprintln!("aluvm cannot write into {}: {error}", directory.display());
        }
    }
}

/// Writes a file so that others see all of it or nothing.
fn write(directory: &Path, name: &str, text: &str) -> io::Result<()> {
    fs::create_dir_all(directory)?;
    let id = process::id().to_string();
    let thread = format!("{:?}", std::thread::current().id());
    let number: String = thread.chars().filter(char::is_ascii_digit).collect();
    let temporary = directory.join(format!(".{name}-{id}-{number}"));
    fs::write(&temporary, text)?;
    fs::rename(temporary, directory.join(name))
}
