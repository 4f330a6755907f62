//! What stands beside a text: what statements and routines cost, and what runs a routine.

use aluvm_core::contract::NameKind;
use aluvm_core::isa::InstructionSet;
use lsp_types::{
    CodeLens, CodeLensParams, Command, InlayHint, InlayHintLabel, InlayHintParams, InlayHintTooltip,
};
use serde_json::json;

use super::Refused;
use crate::cost::in_words;
use crate::lsp::analysis::Cost;
use crate::lsp::workspace::Workspace;

pub(in crate::lsp) fn hints<E: InstructionSet>(
    workspace: &Workspace<E>,
    params: InlayHintParams,
) -> Result<Option<Vec<InlayHint>>, Refused> {
    let Some(analysis) = workspace.of(&params.text_document.uri) else { return Ok(None) };
    let start = workspace.offset(&analysis, params.range.start);
    let end = workspace.offset(&analysis, params.range.end);
    let asked = analysis.costs.iter().filter(|(at, _)| (start..=end).contains(at));
    let hint = |(at, cost): &(usize, Cost)| {
        let (label, tooltip) = match cost {
            Cost::Routine(bounds) => (in_words(*bounds), "what a success adds to `ca0`"),
            Cost::Statement(bounds) => (bounds.to_string(), "what it adds to `ca0`"),
        };
        let label = match label.split_once("..=") {
            Some((least, most)) if least == most => least.into(),
            _ => label,
        };
        InlayHint {
            position: workspace.range(&analysis, *at..*at).start,
            label: InlayHintLabel::String(label),
            kind: None,
            text_edits: None,
            tooltip: Some(InlayHintTooltip::String(tooltip.into())),
            padding_left: Some(true),
            padding_right: None,
            data: None,
        }
    };
    Ok(Some(asked.map(hint).collect()))
}

/// "run" and "debug" at each routine that others can call. The commands are the client's: they get the file,
/// the routine and the names of its inputs.
pub(in crate::lsp) fn lenses<E: InstructionSet>(
    workspace: &Workspace<E>,
    params: CodeLensParams,
) -> Result<Option<Vec<CodeLens>>, Refused> {
    let uri = params.text_document.uri;
    let Some(analysis) = workspace.of(&uri) else { return Ok(None) };
    let mut lenses = Vec::new();
    for one in &analysis.definitions {
        if one.kind != NameKind::Routine || !one.is_public {
            continue;
        }
        for title in ["run", "debug"] {
            let argument = json!({ "uri": uri, "routine": one.name, "inputs": one.inputs });
            let command = Command {
                title: title.into(),
                command: format!("alu.{title}"),
                arguments: Some(vec![argument]),
            };
            let range = workspace.range(&analysis, analysis.bytes(one.token));
            lenses.push(CodeLens { range, command: Some(command), data: None });
        }
    }
    Ok(Some(lenses))
}
