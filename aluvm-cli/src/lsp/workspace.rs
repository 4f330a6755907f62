//! All texts: those that are being edited stand for what is in their files.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::marker::PhantomData;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use aluvm_core::contract::Interface;
use aluvm_core::isa::InstructionSet;
use lsp_types::{Location, Position, Range, Uri};

use super::analysis::Analysis;
use super::document::Document;
use super::position::Encoding;
use super::settings::Settings;
use super::uri;
use crate::input::Input;
use crate::sources::{Options, Sources, key};

/// How many files import each other in a row before nothing more is looked up.
const DEPTH_MAX: usize = 64;

/// How many files of the folders are looked at.
const FILES_MAX: usize = 10_000;

/// All texts.
pub(super) struct Workspace<E> {
    /// The texts that are being edited, by what tells files apart.
    pub(super) open: BTreeMap<PathBuf, Document>,
    /// The folders in which other files are.
    pub(super) folders: Vec<PathBuf>,
    pub(super) encoding: Encoding,
    pub(super) settings: Settings,
    analyses: RefCell<BTreeMap<PathBuf, State>>,
    extension: PhantomData<E>,
}

/// What is known of a file.
enum State {
    /// Files that it imports are being looked at.
    Open,
    /// None if it is no text.
    Done(Option<Rc<Analysis>>),
}

impl<E> Default for Workspace<E> {
    fn default() -> Self {
        Workspace {
            open: BTreeMap::new(),
            folders: Vec::new(),
            encoding: Encoding::default(),
            settings: Settings::default(),
            analyses: RefCell::default(),
            extension: PhantomData,
        }
    }
}

impl<E: InstructionSet> Workspace<E> {
    /// Forgets what was known, since something has changed.
    pub(super) fn forget(&mut self) {
        self.analyses.get_mut().clear();
    }

    /// The same texts, some of them changed.
    pub(super) fn with(&self, changed: impl IntoIterator<Item = (PathBuf, Rc<str>)>) -> Self {
        let mut open = self.open.clone();
        for (key, text) in changed {
            let known = open.get(&key).map(|document| document.uri.clone());
            if let Some(uri) = known.or_else(|| uri::of_path(&key)) {
                open.insert(key, Document { uri, version: 0, text });
            }
        }
        let (folders, encoding) = (self.folders.clone(), self.encoding);
        let settings = self.settings.clone();
        Workspace { open, folders, encoding, settings, ..Workspace::default() }
    }

    /// What tells a file of the editor apart.
    pub(super) fn key(uri: &Uri) -> PathBuf {
        key(&uri::to_path(uri))
    }

    /// What is known of a file that the editor names.
    pub(super) fn of(&self, uri: &Uri) -> Option<Rc<Analysis>> {
        self.analysis(&Self::key(uri))
    }

    /// What is known of a text; none if there is none.
    pub(super) fn analysis(&self, key: &Path) -> Option<Rc<Analysis>> {
        if let Some(known) = self.analyses.borrow().get(key) {
            return match known {
                State::Open => None,
                State::Done(known) => known.clone(),
            };
        }
        let found = self.text(key).map(|text| {
            self.analyses.borrow_mut().insert(key.into(), State::Open);
            Rc::new(self.analyse(key, text))
        });
        self.analyses.borrow_mut().insert(key.into(), State::Done(found.clone()));
        found
    }

    /// Looks at a text as if it were in a file.
    pub(super) fn analyse(&self, key: &Path, text: Rc<str>) -> Analysis {
        Analysis::of::<E>(key, text, self.settings.profile, &mut |path| self.interface(path))
    }

    /// What others see of a file.
    pub(super) fn interface(&self, path: &Path) -> Interface {
        let open = self.analyses.borrow();
        let depth = open.values().filter(|state| matches!(state, State::Open)).count();
        drop(open);
        if depth > DEPTH_MAX {
            return Interface::UNKNOWN;
        }
        match self.analysis(path) {
            Some(analysis) => analysis.interface.clone(),
            None if self.text(path).is_some() => Interface::UNKNOWN,
            None => {
                let options = Options::of(self.settings.profile);
                let loaded = Sources::<E>::new(options).load(path);
                loaded.ok().flatten().map_or(Interface::UNKNOWN, |one| one.interface.clone())
            }
        }
    }

    fn text(&self, key: &Path) -> Option<Rc<str>> {
        if let Some(document) = self.open.get(key) {
            return Some(Rc::clone(&document.text));
        }
        // What is no plain file, such as a pipe, may never end.
        let is_file = fs::metadata(key).is_ok_and(|metadata| metadata.is_file());
        let input = is_file.then(|| Input::read(key).ok()).flatten()?;
        if input.is_binary() {
            return None;
        }
        Some(input.into_text().ok()?.text.as_str().into())
    }

    /// The texts that are being edited, for who builds libraries of them.
    pub(super) fn edited(&self) -> BTreeMap<PathBuf, Rc<str>> {
        self.open.iter().map(|(key, one)| (key.clone(), Rc::clone(&one.text))).collect()
    }

    /// What the editor calls a file.
    pub(super) fn uri(&self, key: &Path) -> Option<Uri> {
        match self.open.get(key) {
            Some(document) => Some(document.uri.clone()),
            None => uri::of_path(key),
        }
    }

    /// All texts that can name something of a file: those that are being edited, those of the folders, and
    /// those beside it.
    pub(super) fn all(&self, beside: &Path) -> Vec<PathBuf> {
        let mut all: Vec<PathBuf> = self.open.keys().cloned().collect();
        let mut folders = self.folders.clone();
        if folders.is_empty() {
            folders.extend(beside.parent().map(Path::to_owned));
        }
        let mut left = FILES_MAX;
        while let Some(folder) = folders.pop()
            && left > 0
        {
            let Ok(entries) = fs::read_dir(&folder) else { continue };
            for entry in entries.flatten().take(left) {
                left -= 1;
                let (path, name) = (entry.path(), entry.file_name());
                let is_hidden = name.to_string_lossy().starts_with('.');
                let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
                if is_folder && !is_hidden && name != "target" && name != "node_modules" {
                    folders.push(path);
                } else if path.extension().is_some_and(|extension| extension == "aluasm") {
                    all.push(key(&path));
                }
            }
        }
        all.sort();
        all.dedup();
        all
    }

    /// The byte of a text at a place.
    pub(super) fn offset(&self, analysis: &Analysis, position: Position) -> usize {
        analysis.lines.offset(&analysis.text, position, self.encoding)
    }

    /// The place of bytes.
    pub(super) fn range(&self, analysis: &Analysis, bytes: std::ops::Range<usize>) -> Range {
        analysis.lines.range(&analysis.text, bytes, self.encoding)
    }

    /// The place of bytes in a file.
    pub(super) fn location(
        &self,
        key: &Path,
        analysis: &Analysis,
        bytes: std::ops::Range<usize>,
    ) -> Option<Location> {
        Some(Location { uri: self.uri(key)?, range: self.range(analysis, bytes) })
    }
}
