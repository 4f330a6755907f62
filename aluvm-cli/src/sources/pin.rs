//! Pins: the ids that a text says its imports have.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use aluvm_core::asm::TextSpan;
use aluvm_core::contract::FileImport;
use aluvm_core::library::LibId;

use crate::input::Text;
use crate::report::{Diagnostic, Suggestion};

/// Writes the ids of the imports into a text, where others stand or none. What is right stays as it is,
/// in either form of ids.
pub(super) fn update_imports(
    text: &mut Cow<'_, str>,
    imports: &[(FileImport, PathBuf)],
    id: impl Fn(&Path) -> Option<LibId>,
) {
    // From the last to the first, so that the places stay right.
    for (import, path) in imports.iter().rev() {
        let Some(id) = id(path) else { continue };
        match (import.id, import.name) {
            (Some(span), _) => {
                let written = text.get(span.start as usize..span.end as usize).unwrap_or_default();
                if written.trim_matches('"').parse() != Ok(id) {
                    replace(text.to_mut(), span, id);
                }
            }
            (None, Some(name)) => text.to_mut().insert_str(name.end as usize, &pin(id)),
            (None, None) => {}
        }
    }
}

/// Writes an id at a place of a text.
pub(super) fn replace(text: &mut String, span: TextSpan, id: LibId) {
    text.replace_range(span.start as usize..span.end as usize, &format!("\"{id}\""));
}

fn pin(id: LibId) -> String {
    format!(" = \"{id}\"")
}

/// Imports without an id.
pub(super) fn missing(
    text: &Rc<Text>,
    imports: &[(FileImport, PathBuf)],
    id: impl Fn(&Path) -> Option<LibId>,
) -> Vec<Diagnostic> {
    let unpinned = imports.iter().filter(|(import, _)| import.id.is_none());
    let missing = unpinned.filter_map(|(import, path)| {
        let (id, behind) = (id(path)?, import.name?.end as usize);
        let message = format!("`{}` is imported without its id", import.file);
        let hint = format!(
            "write `{}` behind its name, or let `alu build --update` do it",
            pin(id).trim()
        );
        let suggestion = Suggestion { range: behind..behind, replacement: pin(id) };
        Some(Diagnostic::at(text, import.span, message, hint, suggestion))
    });
    missing.collect()
}
