//! Libraries made of files, each after those that it imports: an id commits to the ids of the libraries
//! that are called, so that imports never go round in a circle.

mod build;
mod pin;

use std::collections::BTreeMap;
use std::fs;
use std::marker::PhantomData;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use aluvm_core::asm::{TextSpan, Token, TokenKind};
use aluvm_core::contract::description::Description;
use aluvm_core::contract::{
    FileImport, Interface, Levels, contract_tokens, imported_files, named_profile,
};
use aluvm_core::isa::InstructionSet;
use aluvm_core::library::{Lib, LibId};
use aluvm_core::profile::Profile;

use crate::console::Console;
use crate::debug::DebugInfo;
use crate::failure::Failure;
use crate::input::{Input, Text, is_standard};
use crate::report::{Diagnostic, MessageFormat, report};

/// What is asked of texts.
#[derive(Clone, Copy, Default)]
pub(crate) struct Options<'a> {
    /// What is permitted and reported.
    pub(crate) levels: Levels<'a>,
    /// Whether each import has to be pinned.
    pub(crate) is_locked: bool,
    /// Whether pins are rewritten.
    pub(crate) updates: bool,
}

impl Options<'_> {
    /// Nothing is asked for but a profile.
    pub(crate) fn of(profile: Profile) -> Self {
        Options { levels: Levels { profile, ..Levels::default() }, ..Options::default() }
    }
}

/// A library that was read from a file.
#[derive(Debug)]
pub(crate) struct Loaded {
    /// The library.
    pub(crate) lib: Lib,
    /// Its id.
    pub(crate) id: LibId,
    /// What others see of it.
    pub(crate) interface: Interface,
    /// What its source says; none if nothing is known.
    pub(crate) debug: Option<DebugInfo>,
    /// The name of the library.
    pub(crate) name: String,
    /// What the machine does that runs it.
    pub(crate) profile: Profile,
    /// Its source; none if it is a library in the binary form.
    pub(crate) text: Option<Rc<Text>>,
    /// Whether it was no contract, so that its flow has not been verified.
    pub(crate) is_raw: bool,
}

impl Loaded {
    /// What its source says; little more than its name if nothing is known.
    pub(crate) fn description(&self) -> Description<'_> {
        let nameless = || Description { name: &self.name, ..Description::default() };
        self.debug.as_ref().map_or_else(nameless, DebugInfo::description)
    }
}

/// The files that were read.
pub(crate) struct Sources<'a, E> {
    options: Options<'a>,
    /// Texts that stand for what is in files, by what tells these apart.
    edited: BTreeMap<PathBuf, Rc<str>>,
    files: BTreeMap<PathBuf, State>,
    /// All that is wrong.
    pub(crate) diagnostics: Vec<Diagnostic>,
    extension: PhantomData<E>,
}

/// What is known of a file.
enum State {
    /// It is being read, or files that it imports are.
    Open,
    /// It is a library; none if there is something wrong with it, which has been noted.
    Done(Option<Rc<Loaded>>),
    /// It cannot be read.
    Unreadable(Box<str>),
}

/// A text whose imports are being read. Its tokens are not kept, which take ten times the room of the text.
struct Frame {
    key: PathBuf,
    shown: String,
    name: String,
    text: Rc<Text>,
    /// What the machine does that runs it.
    profile: Profile,
    imports: Vec<(FileImport, PathBuf)>,
    /// Why an import cannot be used, by its number.
    circles: BTreeMap<usize, Box<str>>,
    next: usize,
}

impl<'a, E: InstructionSet> Sources<'a, E> {
    pub(crate) fn new(options: Options<'a>) -> Self {
        let (files, diagnostics) = (BTreeMap::new(), Vec::new());
        Sources { options, edited: BTreeMap::new(), files, diagnostics, extension: PhantomData }
    }

    /// The same with these texts for files, which need not be there.
    pub(crate) fn with_edited(self, edited: BTreeMap<PathBuf, Rc<str>>) -> Self {
        Sources { edited, ..self }
    }

    fn read(&self, path: &Path) -> Result<Input, Failure> {
        match self.edited.get(&key(path)) {
            Some(text) => Ok(Input { path: path.into(), bytes: text.as_bytes().to_vec() }),
            None => Input::read(path),
        }
    }

    /// The library of a file; none if it was refused, and then there are diagnostics.
    pub(crate) fn load(&mut self, path: &Path) -> Result<Option<Rc<Loaded>>, Failure> {
        let key = key(path);
        if let Some(State::Done(known)) = self.files.get(&key) {
            return Ok(known.clone());
        }
        let input = self.read(path)?;
        let mut stack =
            Vec::from_iter(self.open(key.clone(), input, self.options.levels.profile)?);
        while let Some(mut frame) = stack.pop() {
            let Some((import, path)) = frame.imports.get(frame.next) else {
                let loaded = self.build(&frame, contract_tokens(&frame.text.text).ok())?;
                self.files.insert(frame.key, State::Done(loaded));
                continue;
            };
            let (path, import_key) = (path.clone(), self::key(path));
            let file = import.file.clone();
            let (number, profile) = (frame.next, frame.profile);
            frame.next += 1;
            match self.files.get(&import_key) {
                None => match self.read(&path) {
                    Ok(input) => {
                        stack.push(frame);
                        stack.extend(self.open(import_key, input, profile)?);
                    }
                    Err(failure) => {
                        let reason = failure.message().unwrap_or_default().into();
                        self.files.insert(import_key, State::Unreadable(reason));
                        stack.push(frame);
                    }
                },
                Some(State::Open) => {
                    stack.push(frame);
                    let circle = circle(&stack, &import_key, &file);
                    if let Some(frame) = stack.last_mut() {
                        frame.circles.insert(number, circle);
                    }
                }
                Some(_) => stack.push(frame),
            }
        }
        match self.files.get(&key) {
            Some(State::Done(loaded)) => Ok(loaded.clone()),
            _ => Ok(None),
        }
    }

    /// The library of a file, where there is nothing to do without it: says what is wrong with it.
    pub(crate) fn load_or_say(
        &mut self,
        path: &Path,
        console: &Console,
    ) -> Result<Rc<Loaded>, Failure> {
        let loaded = self.load(path)?;
        report(&self.diagnostics, MessageFormat::Human, console);
        loaded.filter(|_| self.diagnostics.is_empty()).ok_or(Failure::Refused)
    }

    /// All libraries that were read, imported ones too.
    pub(crate) fn libraries(&self) -> impl Iterator<Item = &Rc<Loaded>> {
        self.files.values().filter_map(|state| match state {
            State::Done(loaded) => loaded.as_ref(),
            State::Open | State::Unreadable(_) => None,
        })
    }

    /// Begins with a file for a machine with a profile, if the file names no other. A text that imports others is built
    /// when these are there.
    fn open(
        &mut self,
        key: PathBuf,
        input: Input,
        profile: Profile,
    ) -> Result<Option<Frame>, Failure> {
        let (shown, name) = (input.name(), input.stem());
        if input.is_binary() {
            let loaded = self.binary(&input, name, profile);
            self.files.insert(key, State::Done(loaded));
            return Ok(None);
        }
        let directory = input.path.parent().map(Path::to_owned).unwrap_or_default();
        let text = match input.into_text() {
            Ok(text) => text,
            Err(message) => {
                self.diagnostics.push(Diagnostic::of_file(&shown, message));
                self.files.insert(key, State::Done(None));
                return Ok(None);
            }
        };
        // What is wrong with the tokens is told when the text is built.
        let tokens = contract_tokens(&text.text).ok();
        let imports = tokens.as_deref().map(imported_files).unwrap_or_default();
        let profile = tokens.as_deref().and_then(named_profile).unwrap_or(profile);
        let located = |import: FileImport| {
            let path = directory.join(&import.file);
            (import, path)
        };
        let imports: Vec<_> = imports.into_iter().map(located).collect();
        let text = Rc::clone(&text);
        let circles = BTreeMap::new();
        let frame = Frame { key, shown, name, text, profile, imports, circles, next: 0 };
        let is_complete = frame.imports.is_empty();
        let state = match is_complete {
            true => State::Done(self.build(&frame, tokens)?),
            false => State::Open,
        };
        self.files.insert(frame.key.clone(), state);
        Ok((!is_complete).then_some(frame))
    }

    /// A library in the binary form, and what the file beside it says of it.
    fn binary(&mut self, input: &Input, name: String, profile: Profile) -> Option<Rc<Loaded>> {
        let lib = match Lib::from_bytes_for(&input.bytes, &profile) {
            Ok(lib) => lib,
            Err(error) => {
                self.diagnostics.push(Diagnostic::of_file(&input.name(), error.to_string()));
                return None;
            }
        };
        let id = lib.id();
        let beside = (!is_standard(&input.path)).then(|| input.path.with_extension("aludbg"));
        let debug = beside.and_then(|path| fs::read_to_string(path).ok());
        let debug = debug.and_then(|text| DebugInfo::read(&text, id));
        let known = debug.as_ref().map(|debug| debug.interface.clone());
        // Without names its routines can be called by their offsets only.
        let interface =
            known.unwrap_or_else(|| Interface { id: Some(id), routines: Some(Vec::new()) });
        Some(Rc::new(Loaded { lib, id, interface, debug, name, profile, text: None, is_raw: true }))
    }
}

/// What tells files apart, however they are named.
pub(crate) fn key(path: &Path) -> PathBuf {
    match is_standard(path) {
        true => path.into(),
        false => fs::canonicalize(path).unwrap_or_else(|_| path.into()),
    }
}

/// Why files that import each other are no libraries.
fn circle(stack: &[Frame], key: &Path, file: &str) -> Box<str> {
    let files = stack.iter().skip_while(|frame| frame.key != key);
    let mut way: Vec<&str> = files.map(|frame| frame.shown.as_str()).collect();
    way.push(stack.iter().find(|frame| frame.key == key).map_or(file, |frame| &frame.shown));
    format!("these files import each other: {}", way.join(" -> ")).into()
}

/// Whether a text is the disassembly of a library: it begins with a directive, as no contract does. Comments
/// before it say nothing.
pub(crate) fn is_listing(text: &str, tokens: &[Token<'_, TextSpan>]) -> bool {
    let is_comment = |token: &&Token<'_, TextSpan>| {
        text.get(token.span.start as usize..).is_some_and(|text| text.starts_with("//"))
    };
    let first = tokens.iter().find(|token| !is_comment(token));
    first.is_some_and(|first| first.kind == TokenKind::Punct('.'))
}
