//! The names of files behind `use "`.

use std::fs;
use std::path::Path;

use lsp_types::CompletionItemKind;

use super::item::{Items, plain};

/// How many entries of a folder are looked at.
const ENTRIES_MAX: usize = 1000;

/// Where the name of a file begins that is being written at the end of a text.
pub(super) fn begun(head: &str) -> Option<usize> {
    let line = head.rsplit('\n').next()?;
    let quote = line.find('"')?;
    let (before, name) = (line.get(..quote)?, line.get(quote + 1..)?);
    let is_use = before.trim() == "use" && !name.contains('"');
    is_use.then_some(head.len() - name.len())
}

/// Offers the libraries and the folders that a name can go on to, seen from the file that names them.
pub(super) fn files(items: &mut Items, file: &Path, name: &str) {
    let folder = name.rfind('/').and_then(|at| name.get(..=at)).unwrap_or_default();
    let directory = file.parent().unwrap_or(Path::new("")).join(folder);
    let Ok(entries) = fs::read_dir(directory) else { return };
    let mut found = Vec::new();
    for entry in entries.flatten().take(ENTRIES_MAX) {
        let (path, name) = (entry.path(), entry.file_name());
        let Some(name) = name.to_str().filter(|name| !name.starts_with('.')) else { continue };
        let is_library = matches!(
            path.extension().and_then(|extension| extension.to_str()),
            Some("aluasm" | "alu")
        );
        match fs::metadata(&path) {
            Ok(known) if known.is_dir() => found.push((1, format!("{folder}{name}/"))),
            Ok(_) if is_library && path != file => found.push((0, format!("{folder}{name}"))),
            _ => {}
        }
    }
    // Libraries first; `../` leads out of the folder.
    found.push((2, format!("{folder}../")));
    found.sort();
    for (rank, name) in found {
        let kind = if rank == 0 { CompletionItemKind::FILE } else { CompletionItemKind::FOLDER };
        items.add(plain(&name, kind));
    }
}
