//! A library of a text whose imports have been read.

use std::borrow::Cow;
use std::path::Path;
use std::rc::Rc;

use aluvm_core::asm::{LibTextError, TextSpan, Token};
use aluvm_core::contract::{
    ContractErrors, Interface, SourceErrorKind, TextLibrary, parse_text_with, parse_tokens,
};
use aluvm_core::isa::InstructionSet;
use aluvm_core::library::{Lib, LibId};

use super::{Frame, Loaded, Sources, State, is_listing, pin};
use crate::debug::DebugInfo;
use crate::failure::Failure;
use crate::input::Text;
use crate::output;
use crate::report::Diagnostic;

/// Why a library cannot be imported whose routines have no names.
const NAMELESS: &str = "nothing says what the routines of this library are called: there is no .aludbg of it beside it";

impl<E: InstructionSet> Sources<'_, E> {
    /// The library of a text with these tokens, if it has any that can be read; none if it was refused, and then
    /// there are diagnostics.
    pub(super) fn build(
        &mut self,
        frame: &Frame,
        tokens: Option<Vec<Token<'_, TextSpan>>>,
    ) -> Result<Option<Rc<Loaded>>, Failure> {
        if tokens.as_deref().is_some_and(|tokens| is_listing(&frame.text.text, tokens)) {
            drop(tokens);
            return Ok(self.listing(frame));
        }
        let mut text = Cow::Borrowed(frame.text.text.as_str());
        if self.options.updates {
            pin::update_imports(&mut text, &frame.imports, |path| self.id(path));
        }
        let known = tokens.as_deref().filter(|_| matches!(text, Cow::Borrowed(_)));
        let mut read = self.parse(frame, &text, known);
        drop(tokens);
        if let (true, Err(errors)) = (self.options.updates, &read) {
            let own = errors.iter().find_map(|error| match error.kind {
                SourceErrorKind::OtherId { id } => Some((id, error.span)),
                _ => None,
            });
            if let Some((id, span)) = own {
                pin::replace(text.to_mut(), span, id);
                read = self.parse(frame, &text, None);
            }
        }
        let before = self.diagnostics.len();
        if self.options.is_locked {
            self.diagnostics
                .extend(pin::missing(&frame.text, &frame.imports, |path| self.id(path)));
        }
        let library = match read {
            Ok(library) => library,
            Err(errors) => {
                let text = Rc::new(Text { name: frame.shown.clone(), text: text.into_owned() });
                let all = Diagnostic::of_text(&text, &errors, |error| error.kind.finding());
                self.diagnostics.extend(all);
                return Ok(None);
            }
        };
        let is_whole = frame.imports.iter().all(|(_, path)| self.id(path).is_some());
        if self.diagnostics.len() > before || !is_whole {
            return Ok(None);
        }
        if let Cow::Owned(text) = &text {
            output::write(&frame.key, text.as_bytes())?;
        }
        Ok(Some(Rc::new(loaded(frame, library))))
    }

    /// Reads a text; its tokens may be known.
    fn parse(
        &self,
        frame: &Frame,
        text: &str,
        tokens: Option<&[Token<'_, TextSpan>]>,
    ) -> Result<TextLibrary, ContractErrors> {
        let mut resolve = |file: &str| {
            let number = frame.imports.iter().position(|(import, _)| import.file == file);
            let Some(number) = number else { return Ok(Interface::UNKNOWN) };
            if let Some(circle) = frame.circles.get(&number) {
                return Err(circle.clone());
            }
            match frame.imports.get(number).and_then(|(_, path)| self.files.get(&super::key(path)))
            {
                Some(State::Done(Some(loaded))) if loaded.debug.is_none() => Err(NAMELESS.into()),
                Some(State::Done(Some(loaded))) => Ok(loaded.interface.clone()),
                Some(State::Unreadable(reason)) => Err(reason.clone()),
                // What is wrong there has been noted.
                _ => Ok(Interface::UNKNOWN),
            }
        };
        let Frame { name, shown, .. } = frame;
        let levels = self.options.levels;
        match tokens {
            Some(tokens) => parse_tokens::<E>(text, tokens, name, shown, levels, &mut resolve),
            None => parse_text_with::<E>(text, name, shown, levels, &mut resolve),
        }
    }

    /// The id of a file that was read.
    fn id(&self, path: &Path) -> Option<LibId> {
        match self.files.get(&super::key(path)) {
            Some(State::Done(Some(loaded))) => Some(loaded.id),
            _ => None,
        }
    }

    /// The library of a disassembly.
    fn listing(&mut self, frame: &Frame) -> Option<Rc<Loaded>> {
        let profile = self.options.levels.profile;
        match Lib::from_text_for::<E>(&frame.text.text, &profile) {
            Ok(lib) => {
                let id = lib.id();
                let interface = Interface { id: Some(id), routines: Some(Vec::new()) };
                let name = frame.name.clone();
                let (text, is_raw) = (Some(frame.text.clone()), true);
                let debug = None;
                let loaded = Loaded { lib, id, interface, debug, name, profile, text, is_raw };
                return Some(Rc::new(loaded));
            }
            Err(LibTextError::Text(errors)) => {
                self.diagnostics.extend(Diagnostic::of_text(&frame.text, &errors, |_| None));
            }
            Err(LibTextError::Assemble(error)) => {
                self.diagnostics.push(Diagnostic::of_file(&frame.shown, error.to_string()));
            }
        }
        None
    }
}

fn loaded(frame: &Frame, library: TextLibrary) -> Loaded {
    let (lib, profile) = (library.lib.clone(), library.profile);
    let interface = library.interface.clone();
    let id = interface.id.unwrap_or_else(|| lib.id());
    let debug = Some(DebugInfo::of(library));
    let (name, text) = (frame.name.clone(), Some(frame.text.clone()));
    Loaded { lib, id, interface, debug, name, profile, text, is_raw: false }
}
