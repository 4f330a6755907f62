//! The one layout of sources, that of `alu fmt`.

use aluvm_core::isa::InstructionSet;
use lsp_types::{DocumentFormattingParams, TextEdit};

use super::Refused;
use crate::format;
use crate::lsp::workspace::Workspace;

/// The change of a text into its layout; none of a text with tokens that cannot be read, of which that has been
/// said.
pub(in crate::lsp) fn layout<E: InstructionSet>(
    workspace: &Workspace<E>,
    params: DocumentFormattingParams,
) -> Result<Option<Vec<TextEdit>>, Refused> {
    let Some(analysis) = workspace.of(&params.text_document.uri) else { return Ok(None) };
    let Ok(laid_out) = format(&analysis.text) else { return Ok(None) };
    let old = &*analysis.text;
    // What is the same before and behind stays, so that a cursor there does.
    let equal = |(a, b): &(char, char)| a == b;
    let before = old.chars().zip(laid_out.chars()).take_while(equal);
    let before: usize = before.map(|(character, _)| character.len_utf8()).sum();
    let (rest, new) = (old.get(before..), laid_out.get(before..));
    let (rest, new) = (rest.unwrap_or_default(), new.unwrap_or_default());
    let behind = rest.chars().rev().zip(new.chars().rev()).take_while(equal);
    let behind: usize = behind.map(|(character, _)| character.len_utf8()).sum();
    let new_text = new.get(..new.len() - behind).unwrap_or_default();
    let bytes = before..old.len() - behind;
    if bytes.is_empty() && new_text.is_empty() {
        return Ok(Some(vec![]));
    }
    let range = workspace.range(&analysis, bytes);
    Ok(Some(vec![TextEdit { range, new_text: new_text.into() }]))
}
