//! Coverage: how often each instruction of the libraries ran, and how often `st0` was true before it,
//! which says of a `jif` and of a `test` which way it went.
//!
//! A process has a file of its own in the directory, and writes each call's counts into it before the
//! call returns, so that nothing is lost however the process ends. [`read`] adds up the files.

mod file;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::vec::Vec;

use self::file::Store;
pub use self::file::read;
use super::Source;
use crate::library::{LibId, LibSite, Program};
use crate::vm::{Effects, Extension, Outcome, Session, Stop, Vm};

/// How often an instruction ran.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Count {
    /// How often it was executed.
    pub runs: u32,
    /// How often `st0` was true before.
    pub with_true: u32,
}

impl Count {
    fn add(&mut self, other: Count) {
        self.runs = self.runs.saturating_add(other.runs);
        self.with_true = self.with_true.saturating_add(other.with_true);
    }
}

/// What ran of a library.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Covered {
    /// The library and what its source says of it.
    pub source: Source,
    /// A count for each offset of the code, of the instruction that begins there.
    pub counts: Vec<Count>,
}

/// Counts of a run, by library.
type Counts = BTreeMap<LibId, BTreeMap<u16, Count>>;

/// The counts of this process.
pub(super) struct Recorder {
    directory: PathBuf,
    store: Mutex<Option<Store>>,
}

impl Recorder {
    pub(super) fn new(directory: PathBuf) -> Recorder {
        Recorder { directory, store: Mutex::new(None) }
    }

    pub(super) fn directory(&self) -> &Path {
        &self.directory
    }

    /// Adds what a run counted.
    pub(super) fn add(&self, counts: &Counts, sources: &[Source]) -> io::Result<()> {
        let mut store = self.store.lock().unwrap_or_else(PoisonError::into_inner);
        if store.is_none() {
            *store = Some(Store::create(&self.directory)?);
        }
        let Some(store) = store.as_mut() else { return Ok(()) };
        sources.iter().try_for_each(|source| match counts.get(&source.lib.id()) {
            Some(counts) => store.add(source, counts),
            None => Ok(()),
        })
    }
}

/// Runs a program from a place, as [`Vm::run_at`] does, and counts.
pub(super) fn run<E: Extension, const LIBS_MAX: usize>(
    vm: &mut Vm<E>,
    program: &Program<E, LIBS_MAX>,
    entry: LibSite,
    context: &mut E::Context<'_>,
) -> (Outcome, Effects, Counts) {
    let registers = core::mem::take(vm.registers_mut());
    let mut session = Session::new(program, entry, registers);
    let mut counts = Counts::new();
    let look = |session: &Session<'_, E>| (session.site(), session.registers().st0());
    let mut next = look(&session);
    session.run_until_with(context, |session| {
        let (site, status) = next;
        let count = counts.entry(site.lib).or_default().entry(site.offset).or_default();
        count.add(Count { runs: 1, with_true: status.into() });
        next = look(session);
        false
    });
    let site = session.site();
    let (registers, effects, outcome) = session.finish();
    let status = registers.st0();
    *vm.registers_mut() = registers;
    // It has run to its end.
    let outcome = outcome.unwrap_or(Outcome { status, stop: Stop::Finished, site });
    (outcome, effects, counts)
}
