//! What is wrong with the texts, in the words of `alu check`, and the changes that mend it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use aluvm_core::asm::TextSpan;
use aluvm_core::isa::InstructionSet;
use lsp_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, CodeActionParams, Diagnostic,
    DiagnosticRelatedInformation, DiagnosticSeverity, NumberOrString, Position, Range, TextEdit,
    WorkspaceEdit,
};

use super::Refused;
use crate::findings::findings;
use crate::input::Text;
use crate::lsp::position::Lines;
use crate::lsp::settings::Settings;
use crate::lsp::workspace::Workspace;
use crate::report::{self, Place};
use crate::sources::{Options, Sources, key};

/// What is wrong, with the change that mends it.
#[derive(Clone)]
pub(in crate::lsp) struct Mistake {
    pub(in crate::lsp) diagnostic: Diagnostic,
    edit: Option<TextEdit>,
}

/// Mistakes, by the files that they are in.
pub(in crate::lsp) type Mistakes = BTreeMap<PathBuf, Vec<Mistake>>;

/// All mistakes; files that are being edited have an entry in any case.
pub(in crate::lsp) fn mistakes<E: InstructionSet>(workspace: &Workspace<E>) -> Mistakes {
    let settings = &workspace.settings;
    let names = (Settings::names(&settings.allowed), Settings::names(&settings.denied));
    let levels = settings.levels((&names.0, &names.1));
    let options = Options { levels, ..Options::default() };
    let mut sources = Sources::<E>::new(options).with_edited(workspace.edited());
    let mut all = Mistakes::new();
    for path in workspace.open.keys() {
        all.entry(path.clone()).or_default();
        // A text that is being edited can be read, and what it imports has its own mistakes.
        if let Ok(Some(loaded)) = sources.load(path)
            && loaded.is_raw
        {
            sources.diagnostics.extend(findings::<E>(&loaded, levels, path));
        }
    }
    for diagnostic in &sources.diagnostics {
        let (file, mistake) = mistake(workspace, diagnostic);
        all.entry(file).or_default().push(mistake);
    }
    all
}

fn mistake<E: InstructionSet>(
    workspace: &Workspace<E>,
    said: &report::Diagnostic,
) -> (PathBuf, Mistake) {
    let (file, place) = match &said.place {
        Place::Text(text, span) => (text.name.as_str(), Some((text, span))),
        Place::Code { file, .. } | Place::File(file) => (file.as_str(), None),
    };
    let file = key(Path::new(file));
    let located = place.map(|(text, span)| Located::of(workspace, text, span));
    let start = Range { start: Position::default(), end: Position::default() };
    let mut diagnostic = Diagnostic {
        range: located.as_ref().map_or(start, |located| located.range),
        severity: Some(DiagnosticSeverity::ERROR),
        code: said.finding.map(|finding| NumberOrString::String(finding.into())),
        source: Some("alu".into()),
        message: said.message.clone(),
        ..Diagnostic::default()
    };
    for hint in &said.hints {
        diagnostic.message.push_str("\nhelp: ");
        diagnostic.message.push_str(hint);
    }
    if let (Some((text, _)), Some((note, span))) = (place, &said.note)
        && let Some(uri) = workspace.uri(&file)
    {
        let range = Located::of(workspace, text, span).range;
        let location = lsp_types::Location { uri, range };
        let related = DiagnosticRelatedInformation { location, message: note.clone() };
        diagnostic.related_information = Some(vec![related]);
    }
    let edit = said.suggestion.as_ref().zip(place).map(|(suggestion, (text, _))| TextEdit {
        range: Lines::of(&text.text).range(
            &text.text,
            suggestion.range.clone(),
            workspace.encoding,
        ),
        new_text: suggestion.replacement.clone(),
    });
    (file, Mistake { diagnostic, edit })
}

/// A place of a text as the editor counts.
struct Located {
    range: Range,
}

impl Located {
    fn of<E: InstructionSet>(workspace: &Workspace<E>, text: &Text, span: &TextSpan) -> Located {
        let bytes = span.start as usize..span.end as usize;
        Located { range: Lines::of(&text.text).range(&text.text, bytes, workspace.encoding) }
    }
}

/// The changes that mend what is wrong in a range.
#[allow(clippy::mutable_key_type, reason = "the type of the protocol; nobody changes a key")]
pub(in crate::lsp) fn actions<E: InstructionSet>(
    all: &Mistakes,
    params: CodeActionParams,
) -> Result<Option<Vec<CodeActionOrCommand>>, Refused> {
    let uri = params.text_document.uri;
    let found = all.get(&Workspace::<E>::key(&uri)).cloned().unwrap_or_default();
    let touches = |range: Range| range.start <= params.range.end && params.range.start <= range.end;
    let actions = found.into_iter().filter(|one| touches(one.diagnostic.range));
    let actions = actions.filter_map(|Mistake { diagnostic, edit }| {
        let edit = edit?;
        let title = match edit.new_text.trim() {
            "" => "remove it".into(),
            text => format!("write `{text}`"),
        };
        let changes = std::iter::once((uri.clone(), vec![edit])).collect();
        Some(CodeActionOrCommand::CodeAction(CodeAction {
            title,
            kind: Some(CodeActionKind::QUICKFIX),
            diagnostics: Some(vec![diagnostic]),
            edit: Some(WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() }),
            is_preferred: Some(true),
            ..CodeAction::default()
        }))
    });
    Ok(Some(actions.collect()))
}
