//! The files that a text imports, found without looking anything up: who reads files has to know them
//! before the text that imports them can be assembled.

use alloc::string::String;
use alloc::vec::Vec;

use crate::asm::token::{TextSpan, Token, Tokens};
use crate::contract::assemble::items;
use crate::contract::error::Faults;
use crate::contract::item::{ItemKind, Meaning};
use crate::contract::names::string;
use crate::profile::Profile;

/// `use "file" as name = "id";`
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FileImport {
    /// The file as it is named.
    pub file: String,
    /// Where its name stands.
    pub span: TextSpan,
    /// The name that the library gets here; none if there is a mistake in it.
    pub name: Option<TextSpan>,
    /// The id, quotes included, if it is written.
    pub id: Option<TextSpan>,
}

/// The profile that a text with these tokens names, if it names one that there is.
pub fn named_profile(tokens: &[Token<'_, TextSpan>]) -> Option<Profile> {
    let all = Tokens::new(tokens);
    let mut names = items(tokens).attributes.into_iter().filter_map(|attribute| {
        let Meaning::Profile(token) = attribute.meaning else { return None };
        string(all, token, &mut Faults::default())
    });
    names.next_back().as_deref().and_then(Profile::from_name)
}

/// The files that a text with these tokens imports, with doc comments among them or not. What is wrong with the text is told when it is
/// assembled.
pub fn imported_files(tokens: &[Token<'_, TextSpan>]) -> Vec<FileImport> {
    let inside = items(tokens);
    let all = Tokens::new(tokens);
    let span = |token: usize| tokens.get(token).map(|token| token.span);
    let mut imports = Vec::new();
    for item in &inside.items {
        let ItemKind::File { file, id } = item.kind else { continue };
        if let (Some(name), Some(place)) = (string(all, file, &mut Faults::default()), span(file)) {
            imports.push(FileImport {
                file: name,
                span: place,
                name: item.name.and_then(|name| span(name.token)),
                id: id.and_then(span),
            });
        }
    }
    imports
}
