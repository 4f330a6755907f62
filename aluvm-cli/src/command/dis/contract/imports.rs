//! The libraries that a contract calls, where something is known of them: they are imported under the names that its
//! source has for them.

use std::path::PathBuf;

use aluvm_core::contract::Interface;
use aluvm_core::contract::description::{Description, Statement};
use aluvm_core::isa::{Instr, LibraryRef};
use aluvm_core::library::LibId;

/// A library that can be imported.
pub(in crate::command) struct Importable {
    pub(in crate::command) file: PathBuf,
    pub(in crate::command) interface: Interface,
}

/// A library that is imported.
pub(super) struct Import {
    /// The file, as the text names it.
    pub(super) file: String,
    /// Its name in the text.
    pub(super) name: String,
    pub(super) id: LibId,
    pub(super) interface: Interface,
}

impl Import {
    /// Its routine at an offset.
    pub(super) fn routine_at(&self, offset: u16) -> Option<&str> {
        routine_at(&self.interface, offset)
    }
}

/// The libraries that statements call by their names, each once, in the order of the code.
pub(super) fn imports(
    description: &Description<'_>,
    instrs: &[(usize, Instr)],
    libraries: &[Importable],
) -> Vec<Import> {
    let mut imports: Vec<Import> = Vec::new();
    let statements = description.routines.iter().flat_map(|routine| &routine.statements);
    for statement in statements.filter(|statement| statement.text.contains("::")) {
        for instr in instrs_of(statement, instrs) {
            let Some((id, offset)) = called(instr) else { continue };
            let known = libraries.iter().find(|known| known.interface.id == Some(id));
            let Some(Importable { file, interface }) = known else { continue };
            let routine = routine_at(interface, offset);
            let Some(name) = routine.and_then(|routine| library_of(statement, routine)) else {
                continue;
            };
            if imports.iter().any(|import| import.name == name) {
                continue;
            }
            let (file, name) = (file.to_string_lossy().into_owned(), name.into());
            imports.push(Import { file, name, id, interface: interface.clone() });
        }
    }
    imports
}

/// The instructions of a statement.
fn instrs_of<'i>(
    statement: &Statement<'_>,
    instrs: &'i [(usize, Instr)],
) -> impl Iterator<Item = &'i Instr> {
    let before = |end: usize| instrs.partition_point(|(offset, _)| *offset < end);
    let range = before(statement.offset.into())..before(statement.end());
    instrs.get(range).unwrap_or_default().iter().map(|(_, instr)| instr)
}

fn routine_at(interface: &Interface, offset: u16) -> Option<&str> {
    let mut routines = interface.routines.iter().flatten();
    routines.find(|routine| routine.offset == offset).map(|routine| &*routine.name)
}

/// The name that a statement has for the library with a routine of this name.
fn library_of<'d>(statement: &Statement<'d>, routine: &str) -> Option<&'d str> {
    let is_word = |character: char| character.is_alphanumeric() || character == '_';
    let parts: Vec<&str> = statement.text.split("::").collect();
    let mut pairs = parts.windows(2).filter_map(|pair| match *pair {
        [before, behind] => Some((before, behind)),
        _ => None,
    });
    let (before, _) = pairs.find(|(_, behind)| {
        behind.strip_prefix(routine).is_some_and(|rest| !rest.starts_with(is_word))
    })?;
    before.rsplit(|character| !is_word(character)).next().filter(|name| !name.is_empty())
}

/// The name of the library whose routine a statement calls.
pub(super) fn library<'d>(statement: &Statement<'d>) -> Option<&'d str> {
    let callee = ["call ", "exec "].iter().find_map(|word| statement.text.strip_prefix(word))?;
    callee.split_once("::").map(|(library, _)| library)
}

/// The place in another library that an instruction calls.
pub(super) fn called(instr: &Instr) -> Option<(LibId, u16)> {
    let (Instr::Call { target, .. } | Instr::Exec { target, .. }) = instr else { return None };
    match instr.library()? {
        LibraryRef::Id(id) => Some((*id, target.0)),
        LibraryRef::Index(_) => None,
    }
}
