//! What is in a file, as a tree.

use aluvm_core::contract::NameKind;
use aluvm_core::isa::InstructionSet;
use lsp_types::{DocumentSymbol, DocumentSymbolParams, DocumentSymbolResponse, SymbolKind};

use super::Refused;
use crate::lsp::analysis::{Analysis, Definition};
use crate::lsp::workspace::Workspace;

pub(in crate::lsp) fn symbols<E: InstructionSet>(
    workspace: &Workspace<E>,
    params: DocumentSymbolParams,
) -> Result<Option<DocumentSymbolResponse>, Refused> {
    let Some(analysis) = workspace.of(&params.text_document.uri) else { return Ok(None) };
    let mut all: Vec<(usize, DocumentSymbol)> = Vec::new();
    for one in &analysis.definitions {
        let symbol = symbol(workspace, &analysis, one);
        let is_inner = matches!(one.kind, NameKind::Parameter | NameKind::Label)
            || one.kind == NameKind::Error
            || one.kind == NameKind::Alias;
        match all.last_mut().filter(|(item, _)| is_inner && *item == one.item) {
            Some((_, outer)) => outer.children.get_or_insert_default().push(symbol),
            None => all.push((one.item, symbol)),
        }
    }
    let all = all.into_iter().map(|(_, symbol)| symbol).collect();
    Ok(Some(DocumentSymbolResponse::Nested(all)))
}

fn symbol<E: InstructionSet>(
    workspace: &Workspace<E>,
    analysis: &Analysis,
    one: &Definition,
) -> DocumentSymbol {
    let selection_range = workspace.range(analysis, analysis.bytes(one.token));
    let range = workspace.range(analysis, one.extent.clone());
    #[allow(deprecated, reason = "the struct has no other way to be made")]
    DocumentSymbol {
        name: one.name.clone(),
        detail: Some(one.source.clone()),
        kind: match one.kind {
            NameKind::Constant => SymbolKind::CONSTANT,
            NameKind::Alias | NameKind::Parameter => SymbolKind::VARIABLE,
            NameKind::Errors => SymbolKind::ENUM,
            NameKind::Error => SymbolKind::ENUM_MEMBER,
            NameKind::Routine => SymbolKind::FUNCTION,
            NameKind::Label => SymbolKind::KEY,
            NameKind::Import => SymbolKind::MODULE,
        },
        tags: None,
        deprecated: None,
        // A client may refuse a name outside of what it names.
        range: lsp_types::Range {
            start: range.start.min(selection_range.start),
            end: range.end.max(selection_range.end),
        },
        selection_range,
        children: None,
    }
}
