//! What a word is: the documentation of an instruction, the names of a register, the signature and the cost
//! of a routine.

use std::fmt::Write;

use aluvm_core::contract::{NameKind, Word};
use aluvm_core::isa::{FORMS, FieldKind, Flag, Form, InstructionSet, Register};
use lsp_types::{Hover, HoverContents, HoverParams, MarkupContent, MarkupKind};

use super::Refused;
use crate::cost::in_words;
use crate::lsp::analysis::{Analysis, Definition};
use crate::lsp::workspace::Workspace;

pub(in crate::lsp) fn hover<E: InstructionSet>(
    workspace: &Workspace<E>,
    params: HoverParams,
) -> Result<Option<Hover>, Refused> {
    let place = params.text_document_position_params;
    let Some(analysis) = workspace.of(&place.text_document.uri) else { return Ok(None) };
    let offset = workspace.offset(&analysis, place.position);
    let Some((token, word)) = analysis.word_at(offset) else { return Ok(None) };
    let text = match word {
        Word::Mnemonic => Some(mnemonic::<E>(&analysis, token)),
        Word::Flags => flags::<E>(&analysis, token),
        Word::Register(found) => Some(register(&analysis, token, found)),
        Word::Name { definition, .. } => {
            analysis.definition(definition).map(|one| name(&analysis, one))
        }
        Word::Callee { import } => {
            let called = analysis.import(import).and_then(|one| workspace.analysis(&one.key));
            let routine = analysis.ident(token);
            called
                .zip(routine)
                .and_then(|(called, routine)| called.routine(routine).map(|one| name(&called, one)))
        }
        Word::Keyword | Word::Size => None,
    };
    Ok(text.map(|value| Hover {
        contents: HoverContents::Markup(markdown(value)),
        range: Some(workspace.range(&analysis, analysis.bytes(token))),
    }))
}

pub(super) fn markdown(value: String) -> MarkupContent {
    MarkupContent { kind: MarkupKind::Markdown, value }
}

/// What is known of the instruction whose mnemonic is this token: of its row, or of all that it can be.
fn mnemonic<E: InstructionSet>(analysis: &Analysis, token: usize) -> String {
    let word = analysis.ident(token).unwrap_or_default();
    match analysis.form(token) {
        Some(form) => explain(form, word),
        None => explain_all::<E>(word),
    }
}

/// All rows of a mnemonic.
pub(super) fn explain_all<E: InstructionSet>(word: &str) -> String {
    let has = |form: &&Form| form.syntaxes.iter().any(|syntax| syntax.mnemonic == word);
    let rows = FORMS.iter().chain(E::FORMS).filter(has);
    rows.map(|form| explain(form, word)).collect::<Vec<_>>().join("\n\n---\n\n")
}

/// What a row of the instruction table says.
fn explain(form: &Form, mnemonic: &str) -> String {
    let mut text = String::from("```aluasm\n");
    let syntaxes = form.syntaxes.iter().filter(|syntax| syntax.mnemonic == mnemonic);
    // A string takes what is written into it.
    for line in syntaxes.flat_map(|syntax| form.usage(syntax, None)) {
        let _ = writeln!(text, "{line}");
    }
    let docs: Vec<&str> = form.doc.iter().map(|line| line.trim()).collect();
    let _ = write!(text, "```\n\n{}", docs.join("\n"));
    for field in form.fields {
        if let FieldKind::Flags(flags) = field.kind {
            text.push('\n');
            for flag in flags {
                let _ = write!(text, "\n- {}", meaning(flag));
            }
        }
    }
    let (bytes, cost) = (form.length(), form.cost);
    let plural = if bytes == 1 { "" } else { "s" };
    let _ = write!(text, "\n\n{bytes} byte{plural}, costs {cost}");
    if !form.isae.is_empty() {
        let _ = write!(text, ", extension {}", form.isae);
    }
    text
}

fn meaning(flag: &Flag) -> String {
    format!("`.{}` {}", flag.text, flag.meaning)
}

/// What the flags behind a mnemonic mean.
fn flags<E: InstructionSet>(analysis: &Analysis, token: usize) -> Option<String> {
    let written = analysis.ident(token)?;
    let mnemonic = analysis.ident(token.checked_sub(2)?)?;
    let forms = match analysis.form(token.checked_sub(2)?) {
        Some(form) => vec![form],
        None => FORMS.iter().chain(E::FORMS).collect(),
    };
    let mut known = forms.into_iter().filter_map(|form| {
        let own = form.syntaxes.iter().find(|syntax| syntax.mnemonic == mnemonic)?;
        let FieldKind::Flags(flags) = form.fields.get(own.flags?)?.kind else { return None };
        flags.iter().find(|flag| flag.text == written).map(meaning)
    });
    known.next()
}

/// A register and its names here.
fn register(analysis: &Analysis, token: usize, register: Register) -> String {
    let mut text = format!("`{register}`");
    let around = analysis.definitions.iter().filter(|one| one.kind == NameKind::Routine);
    let start = analysis.bytes(token).start;
    let item = around.filter(|one| one.extent.contains(&start)).map(|one| one.item).next();
    for one in names_in(analysis, item) {
        if one.register == Some(register) {
            let _ = write!(text, "\n\n`{}`", one.source);
        }
    }
    text
}

/// The names for registers that mean something in a routine.
pub(super) fn names_in(
    analysis: &Analysis,
    item: Option<usize>,
) -> impl Iterator<Item = &Definition> {
    analysis.definitions.iter().filter(move |one| match one.kind {
        NameKind::Parameter | NameKind::Alias => !one.is_local || item == Some(one.item),
        _ => false,
    })
}

/// What a name stands for.
pub(super) fn name(analysis: &Analysis, one: &Definition) -> String {
    let mut text = format!("```aluasm\n{}\n```", one.source);
    if one.kind == NameKind::Error
        && let Some(errors) = analysis
            .definitions
            .iter()
            .find(|other| other.kind == NameKind::Errors && other.item == one.item)
    {
        let _ = write!(text, "\n\nof `{}`", errors.name);
    }
    if let Some(cost) = one.cost {
        let _ = write!(text, "\n\n{}", in_words(cost));
    }
    // An alias, or a parameter that is declared with a register, shows it in its definition.
    if let (NameKind::Alias | NameKind::Parameter, Some(register)) = (one.kind, one.register)
        && (one.kind == NameKind::Alias || !one.source.contains(&register.to_string()))
    {
        let _ = write!(text, "\n\n`{register}`");
    }
    if !one.docs.is_empty() {
        let _ = write!(text, "\n\n{}", one.docs);
    }
    text
}
