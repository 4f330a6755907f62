//! Another name for the same, over files. Whether it can be that is for the assembler to say: the changed texts
//! are read, and what it has against them is the reason.

use std::collections::BTreeMap;
use std::path::PathBuf;

use aluvm_core::asm::{TokenKind, lex};
use aluvm_core::isa::InstructionSet;
use lsp_types::{
    PrepareRenameResponse, RenameParams, TextDocumentPositionParams, TextEdit, WorkspaceEdit,
};

use super::Refused;
use super::navigation::{Use, target, uses};
use crate::lsp::workspace::Workspace;

/// What would be changed.
pub(in crate::lsp) fn prepare<E: InstructionSet>(
    workspace: &Workspace<E>,
    params: TextDocumentPositionParams,
) -> Result<Option<PrepareRenameResponse>, Refused> {
    let uri = &params.text_document.uri;
    let Some((target, token)) = target(workspace, uri, params.position) else { return Ok(None) };
    let Some(analysis) = workspace.of(uri) else { return Ok(None) };
    let range = workspace.range(&analysis, analysis.bytes(token));
    let placeholder = target.analysis.ident(target.token).unwrap_or_default().into();
    Ok(Some(PrepareRenameResponse::RangeWithPlaceholder { range, placeholder }))
}

#[allow(clippy::mutable_key_type, reason = "the type of the protocol; nobody changes a key")]
pub(in crate::lsp) fn rename<E: InstructionSet>(
    workspace: &Workspace<E>,
    params: RenameParams,
) -> Result<Option<WorkspaceEdit>, Refused> {
    let (place, name) = (params.text_document_position, params.new_name);
    let found = target(workspace, &place.text_document.uri, place.position);
    let (target, _) = found.ok_or(Refused::NoName)?;
    let is_name = lex(&name).is_ok_and(|tokens| {
        let kinds: Vec<_> = tokens.iter().map(|token| &token.kind).collect();
        matches!(kinds.as_slice(), [TokenKind::Ident(word)] if *word == name)
    });
    if !is_name {
        return Err(Refused::Name { name, reason: None });
    }
    let mut files: BTreeMap<PathBuf, Vec<Use>> = BTreeMap::new();
    for one in uses(workspace, &target) {
        files.entry(one.key.clone()).or_default().push(one);
    }
    if let Some(reason) = reason(workspace, &files, &name) {
        return Err(Refused::Name { name, reason: Some(reason) });
    }
    let changes = files.into_iter().filter_map(|(key, uses)| {
        let edit = |one: &Use| TextEdit {
            range: workspace.range(&one.analysis, one.analysis.bytes(one.token)),
            new_text: name.clone(),
        };
        Some((workspace.uri(&key)?, uses.iter().map(edit).collect()))
    });
    Ok(Some(WorkspaceEdit { changes: Some(changes.collect()), ..WorkspaceEdit::default() }))
}

/// What the assembler has against the changed texts that it has not against them as they are.
fn reason<E: InstructionSet>(
    workspace: &Workspace<E>,
    files: &BTreeMap<PathBuf, Vec<Use>>,
    name: &str,
) -> Option<String> {
    let changed = files.iter().filter_map(|(key, uses)| {
        let mut text = String::from(&*uses.first()?.analysis.text);
        let mut places: Vec<_> = uses.iter().map(|one| one.analysis.bytes(one.token)).collect();
        places.sort_by_key(|bytes| bytes.start);
        // From the last to the first, so that the places stay right.
        for bytes in places.into_iter().rev() {
            text.replace_range(bytes, name);
        }
        Some((key.clone(), text.into()))
    });
    let after = workspace.with(changed);
    for (key, uses) in files {
        let before = &uses.first()?.analysis.mistakes;
        let Some(analysis) = after.analysis(key) else { continue };
        if analysis.mistakes.len() > before.len() {
            let is_known = |message: &String| before.iter().any(|(_, known)| known == message);
            let new = analysis.mistakes.iter().filter(|(_, message)| !is_known(message));
            // What is wrong with the name itself says more than what its uses mean then.
            let own = new.clone().find(|(at, _)| {
                let mut given = analysis.definitions.iter();
                given.any(|one| one.name == name && analysis.bytes(one.token).start == *at)
            });
            let first = own.or(new.clone().next()).or(analysis.mistakes.last());
            return first.map(|(_, message)| message.clone());
        }
    }
    None
}
