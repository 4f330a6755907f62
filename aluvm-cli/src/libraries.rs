//! The libraries that a program can call: those of the sources, and those of directories, by their ids.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use aluvm_core::call::Source;
use aluvm_core::library::{Lib, LibId, LibSite, Program};
use aluvm_core::profile::Profile;
use aluvm_core::vm::Extension;

use crate::console::Console;
use crate::debug::DebugInfo;
use crate::failure::Failure;
use crate::sources::Loaded;

/// The libraries that a program can call.
pub(crate) struct Libraries {
    first: LibId,
    all: BTreeMap<LibId, Source>,
    /// Files in the directories that are no libraries, and why.
    ignored: Vec<String>,
}

impl Libraries {
    /// The library to run is `first`.
    pub(crate) fn new(
        first: LibId,
        loaded: impl Iterator<Item = Rc<Loaded>>,
        directories: &[PathBuf],
    ) -> Result<Libraries, Failure> {
        let of = |loaded: Rc<Loaded>| {
            let description = Cow::Owned(loaded.description().to_bytes());
            (loaded.id, Source { lib: loaded.lib.clone(), description })
        };
        let mut libraries = Libraries { first, all: loaded.map(of).collect(), ignored: vec![] };
        for directory in directories {
            libraries.index(directory)?;
        }
        Ok(libraries)
    }

    /// Adds the libraries in a directory, whatever their files are called.
    fn index(&mut self, directory: &Path) -> Result<(), Failure> {
        let fails = |error| Failure::file("read", directory)(error);
        for entry in fs::read_dir(directory).map_err(fails)? {
            let path = entry.map_err(fails)?.path();
            if path.extension().is_none_or(|extension| extension != "alu") {
                continue;
            }
            let bytes = fs::read(&path).map_err(|error| Failure::file("read", &path)(error))?;
            match Lib::from_bytes(&bytes) {
                Ok(lib) => {
                    let id = lib.id();
                    let beside = fs::read_to_string(path.with_extension("aludbg")).ok();
                    let known = beside.and_then(|text| DebugInfo::read(&text, id));
                    let description = known.as_ref().map(DebugInfo::description);
                    let description = description.map(|one| one.to_bytes()).unwrap_or_default();
                    let description = Cow::Owned(description);
                    self.all.entry(id).or_insert(Source { lib, description });
                }
                Err(error) => self.ignored.push(format!("{}: {error}", path.display())),
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
