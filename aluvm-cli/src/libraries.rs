//! The libraries that a program can call: those of the sources, and those of directories, by their ids.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use aluvm_core::call::Source;
use aluvm_core::library::{Lib, LibFileError, LibId, LibSite, Program};
use aluvm_core::profile::Profile;
use aluvm_core::vm::Extension;

use crate::console::Console;
use crate::debug::DebugInfo;
use crate::failure::Failure;
use crate::sources::Loaded;

/// A library in a directory.
pub(crate) struct Found {
    pub(crate) path: PathBuf,
    pub(crate) lib: Lib,
    pub(crate) id: LibId,
    /// What the file beside it says.
    pub(crate) debug: Option<DebugInfo>,
}

/// A file that is no library.
pub(crate) struct NoLibrary {
    path: PathBuf,
    error: LibFileError,
}

impl Display for NoLibrary {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.error)
    }
}

/// The libraries in a directory for a machine with a profile, whatever their files are called, in the order of these; of a file that is none, why.
pub(crate) fn found_in(
    directory: &Path,
    profile: &Profile,
) -> Result<Vec<Result<Found, NoLibrary>>, Failure> {
    let fails = |error| Failure::file("read", directory)(error);
    let mut paths = Vec::new();
    for entry in fs::read_dir(directory).map_err(fails)? {
        paths.push(entry.map_err(fails)?.path());
    }
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "alu"));
    paths.sort_unstable();
    let found = paths.into_iter().map(|path| {
        let bytes = fs::read(&path).map_err(|error| Failure::file("read", &path)(error))?;
        Ok(match Lib::from_bytes_for(&bytes, profile) {
            Ok(lib) => {
                let id = lib.id();
                let beside = fs::read_to_string(path.with_extension("aludbg")).ok();
                let debug = beside.and_then(|text| DebugInfo::read(&text, id));
                Ok(Found { path, lib, id, debug })
            }
            Err(error) => Err(NoLibrary { path, error }),
        })
    });
    found.collect()
}

/// The libraries that a program can call.
pub(crate) struct Libraries {
    first: LibId,
    all: BTreeMap<LibId, Source>,
    /// Files in the directories that are no libraries, and why.
    ignored: Vec<NoLibrary>,
}

impl Libraries {
    /// The library to run is `first`.
    pub(crate) fn new(
        first: &Loaded,
        loaded: impl Iterator<Item = Rc<Loaded>>,
        directories: &[PathBuf],
    ) -> Result<Libraries, Failure> {
        let of = |loaded: Rc<Loaded>| {
            let description = Cow::Owned(loaded.description().to_bytes());
            (loaded.id, Source { lib: loaded.lib.clone(), description })
        };
        let mut libraries =
            Libraries { first: first.id, all: loaded.map(of).collect(), ignored: vec![] };
        for directory in directories {
            libraries.index(directory, &first.profile)?;
        }
        Ok(libraries)
    }

    /// Adds the libraries in a directory.
    fn index(&mut self, directory: &Path, profile: &Profile) -> Result<(), Failure> {
        for found in found_in(directory, profile)? {
            match found {
                Ok(Found { lib, id, debug, .. }) => {
                    let description = debug.as_ref().map(DebugInfo::description);
                    let description = description.map(|one| one.to_bytes()).unwrap_or_default();
                    let description = Cow::Owned(description);
                    self.all.entry(id).or_insert(Source { lib, description });
                }
                Err(reason) => self.ignored.push(reason),
            }
        }
        Ok(())
    }

    /// The program that begins at these places and can call all of them.
    pub(crate) fn program<E: Extension>(
        &self,
        entries: impl IntoIterator<Item = LibSite>,
        profile: Profile,
    ) -> Result<Program<E>, Failure> {
        let libs = self.sources().map(|source| source.lib.clone());
        Program::link_with_profile(entries, libs, profile).map_err(Failure::Program)
    }

    /// Says which files were ignored, one of which may be the library that is missing.
    pub(crate) fn complain(&self, console: &Console) {
        for reason in &self.ignored {
            console.say(&format!("ignored {reason}"));
        }
    }

    pub(crate) fn sources(&self) -> impl Iterator<Item = &Source> {
        self.all.values()
    }

    /// All of them, that to run first.
    pub(crate) fn to_sources(&self) -> Vec<Source> {
        let others = self.all.iter().filter(|(id, _)| **id != self.first);
        let others = others.map(|(_, source)| source);
        self.all.get(&self.first).into_iter().chain(others).cloned().collect()
    }
}
