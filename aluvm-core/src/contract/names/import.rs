//! The libraries that a library imports, and calls of their routines.

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::attribute::string;
use super::meaning::{Meaning, Names};
use crate::asm::parse::{Operand, OperandKind};
use crate::asm::resolve::nearest;
use crate::asm::token::{Span, Tokens};
use crate::contract::error::{Faults, SourceErrorKind};
use crate::contract::interface::{Interface, PublicRoutine};
use crate::contract::item::{Inside, ItemKind};
use crate::library::LibId;

/// How a library imports another.
#[derive(Clone, Copy, Debug)]
pub enum Import<'t> {
    /// `use path::to::module;`, with the number of the item.
    Module(usize),
    /// `use "file" as name;`, with the name of the file as it is written.
    File(&'t str),
}

/// Finds imported libraries.
pub type Resolve<'r> = &'r mut dyn FnMut(Import<'_>) -> Result<Interface, Box<str>>;

/// A routine of another library.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Callee {
    /// The item that imports the library.
    pub import: usize,
    /// The number of the routine among the public ones; none if nothing is known of the library.
    pub routine: Option<usize>,
}

/// The imported libraries, by the items that import them.
pub(in crate::contract) struct Imports<'l, 't> {
    pub(in crate::contract) names: &'l Names<'t>,
    pub(in crate::contract) all: Vec<(usize, Interface)>,
    /// Whether names that are no imports can be paths of Rust.
    pub(in crate::contract) is_file: bool,
}

impl Imports<'_, '_> {
    /// Whether the library of an item is there, and nothing is known of its routines. Else it is one with mistakes, which
    /// have been reported.
    pub(in crate::contract) fn is_bare(&self, item: usize) -> bool {
        let is_it = |(import, interface): &(usize, Interface)| {
            *import == item && interface.id.is_some() && interface.routines.is_none()
        };
        self.is_file && self.all.iter().any(is_it)
    }

    /// The routine of another library that an operand names; none if it names none, and an error if a
    /// mistake in it has been reported.
    pub(in crate::contract) fn callee<S: Span>(
        &self,
        target: &Operand<'_>,
        tokens: Tokens<'_, S>,
        faults: &mut Faults,
    ) -> Result<Option<Callee>, ()> {
        let Some((library, name)) = path(target, tokens) else {
            let Some((library, name)) = long_path(target, tokens) else { return Ok(None) };
            let error = SourceErrorKind::CallByPath { library: library.into(), name: name.into() };
            faults.between(target.first, target.last, error);
            return Err(());
        };
        let Some(Meaning::Import { item }) = self.names.get(library) else {
            let is_import = |meaning| matches!(meaning, Meaning::Import { .. });
            let nearest = self.names.nearest(library, is_import, faults);
            if nearest.is_none() && !self.is_file || name.starts_with(char::is_uppercase) {
                return Ok(None);
            }
            if !self.names.is_whole() {
                return Err(());
            }
            let name = library.into();
            faults.at(target.first, SourceErrorKind::UnknownLibrary { name, nearest });
            return Err(());
        };
        let Some(interface) = self.interface(item) else { return Err(()) };
        let Some(routines) = &interface.routines else {
            return Ok(Some(Callee { import: item, routine: None }));
        };
        let routine = routines.iter().position(|routine| routine.name == name);
        if routine.is_none() && name.starts_with(char::is_uppercase) {
            return Ok(None);
        }
        if routine.is_none() {
            let all = routines.iter().map(|routine| routine.name.as_str());
            let nearest = if faults.suggests() { nearest(name, all) } else { None };
            let nearest = nearest.map(Into::into);
            let error = SourceErrorKind::UnknownCallee {
                library: library.into(),
                name: name.into(),
                nearest,
            };
            faults.at(target.last, error);
            return Err(());
        }
        Ok(Some(Callee { import: item, routine }))
    }

    /// Whether an operand is a path that begins with an import.
    pub(in crate::contract) fn is_path_of<S: Span>(
        &self,
        target: &Operand<'_>,
        tokens: Tokens<'_, S>,
    ) -> bool {
        path(target, tokens).is_some_and(|(library, _)| {
            matches!(self.names.get(library), Some(Meaning::Import { .. }))
        })
    }

    /// The offset and the library of a routine, as far as they are known.
    pub(in crate::contract) fn site(&self, callee: Callee) -> (u16, Option<LibId>) {
        let offset = self.routine(callee).map_or(0, |routine| routine.offset);
        (offset, self.interface(callee.import).and_then(|interface| interface.id))
    }

    /// What is known of a routine.
    pub(in crate::contract) fn routine(&self, callee: Callee) -> Option<&PublicRoutine> {
        self.interface(callee.import)?.routines.as_ref()?.get(callee.routine?)
    }

    /// What is known of the public routine with a name.
    pub(in crate::contract) fn routine_named(
        &self,
        item: usize,
        name: &str,
    ) -> Option<&PublicRoutine> {
        let routines = self.interface(item)?.routines.as_ref()?;
        routines.iter().find(|routine| routine.name == name)
    }

    pub(in crate::contract) fn interface(&self, item: usize) -> Option<&Interface> {
        self.all.iter().find(|(other, _)| *other == item).map(|(_, interface)| interface)
    }
}

/// The two names of `module::name`, if that is all of an operand.
fn path<'t, S: Span>(target: &Operand<'_>, tokens: Tokens<'t, S>) -> Option<(&'t str, &'t str)> {
    let is_path = matches!(target.kind, OperandKind::Constant)
        && target.library.is_none()
        && target.last == target.first + 3
        && tokens.is_path_separator(target.first + 1);
    match is_path {
        true => Some((tokens.ident(target.first)?, tokens.ident(target.last)?)),
        false => None,
    }
}

/// The last two names of `path::to::module::name`, if that is all of an operand and no constant of Rust.
fn long_path<'t, S: Span>(
    target: &Operand<'_>,
    tokens: Tokens<'t, S>,
) -> Option<(&'t str, &'t str)> {
    let name = tokens.ident(target.last)?;
    let library = target.last.checked_sub(3).filter(|at| *at > target.first)?;
    let is_path = matches!(target.kind, OperandKind::Constant)
        && target.library.is_none()
        && tokens.is_path_separator(library + 1)
        && !name.starts_with(char::is_uppercase);
    match is_path {
        true => Some((tokens.ident(library)?, name)),
        false => None,
    }
}

/// What is known of the libraries that items import.
pub(in crate::contract) fn interfaces<S: Span>(
    inside: &Inside<'_>,
    tokens: Tokens<'_, S>,
    is_file: bool,
    resolve: Resolve<'_>,
    faults: &mut Faults,
) -> Vec<(usize, Interface)> {
    let mut all = Vec::new();
    for (number, item) in inside.items.iter().enumerate() {
        let interface = match &item.kind {
            // Of a path that cannot be read that has been said.
            ItemKind::Module(path) if is_file && item.name.is_some() => {
                faults.between(path.start, path.end - 1, SourceErrorKind::ModuleInFile);
                Interface::UNKNOWN
            }
            ItemKind::Module(_) => resolve(Import::Module(number)).unwrap_or(Interface::UNKNOWN),
            ItemKind::File { file, .. } if !is_file => {
                faults.at(*file, SourceErrorKind::FileInMacro);
                Interface::UNKNOWN
            }
            ItemKind::File { file, id } => self::file(*file, *id, tokens, resolve, faults),
            _ => continue,
        };
        all.push((number, interface));
    }
    all
}

/// What is known of the library in a file, whose id may be written.
fn file<S: Span>(
    file: usize,
    id: Option<usize>,
    tokens: Tokens<'_, S>,
    resolve: Resolve<'_>,
    faults: &mut Faults,
) -> Interface {
    let Some(name) = string(tokens, file, faults) else { return Interface::UNKNOWN };
    let interface = match resolve(Import::File(&name)) {
        Ok(interface) => interface,
        Err(reason) => {
            faults.at(file, SourceErrorKind::Import { reason });
            return Interface::UNKNOWN;
        }
    };
    let Some(token) = id else { return interface };
    match (string(tokens, token, faults).map(|text| text.parse::<LibId>()), interface.id) {
        (Some(Err(error)), _) => {
            faults.at(token, SourceErrorKind::LibraryId(Box::new(error)));
        }
        (Some(Ok(expected)), Some(id)) if expected != id => {
            faults.at(token, SourceErrorKind::OtherImportId { id, expected });
        }
        _ => {}
    }
    interface
}
