//! The libraries that a contract calls, where something is known of them: they are imported under the names that its
//! source has for them.

use std::path::PathBuf;

use aluvm_core::contract::Interface;
use aluvm_core::contract::description::{Description, Statement};
use aluvm_core::isa::{Instr, LibraryRef};
use aluvm_core::library::LibId;

/// A library that can be imported.
pub(in crate::command::dis) struct Importable {
    pub(in crate::command::dis) file: PathBuf,
    pub(in crate::command::dis) interface: Interface,
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

/// The libraries that statements call by their names, each once, in the order of the code.
pub(super) fn imports(
    description: &Description<'_>,
    instrs: &[(usize, Instr)],
    libraries: &[Importable],
) -> Vec<Import> {
    let mut imports: Vec<Import> = Vec::new();
    let statements = description.routines.iter().flat_map(|routine| &routine.statements);
    for statement in statements {
        let Some(name) = library(statement) else { continue };
        if imports.iter().any(|import| import.name == name) {
            continue;
        }
        let Some(id) = called(statement, instrs) else { continue };
        let known = libraries.iter().find(|known| known.interface.id == Some(id));
        if let Some(Importable { file, interface }) = known {
            let (file, name) = (file.to_string_lossy().into_owned(), name.into());
            imports.push(Import { file, name, id, interface: interface.clone() });
        }
    }
    imports
}

/// The name of the library whose routine a statement calls.
pub(super) fn library<'d>(statement: &Statement<'d>) -> Option<&'d str> {
    let callee = ["call ", "exec "].iter().find_map(|word| statement.text.strip_prefix(word))?;
    callee.split_once("::").map(|(library, _)| library)
}

/// The library that the instruction of a statement calls.
fn called(statement: &Statement<'_>, instrs: &[(usize, Instr)]) -> Option<LibId> {
    let offset = usize::from(statement.offset);
    let at = instrs.binary_search_by_key(&offset, |(offset, _)| *offset).ok()?;
    match instrs.get(at)?.1.library()? {
        LibraryRef::Id(id) => Some(*id),
        LibraryRef::Index(_) => None,
    }
}
