//! What the analysis of flow finds in a library that is no contract: in the binary form by offset, in a disassembly
//! at the statement.

use std::path::Path;
use std::rc::Rc;

use aluvm_core::asm::{TextSpan, Token, TokenKind, lex};
use aluvm_core::contract::Levels;
use aluvm_core::flow::{Flow, Surroundings};
use aluvm_core::isa::InstructionSet;

use crate::input::{Input, Text};
use crate::report::{Diagnostic, Place};
use crate::sources::Loaded;

/// What is found in a library that was read from a file.
pub(crate) fn findings<E: InstructionSet>(
    loaded: &Loaded,
    levels: Levels<'_>,
    path: &Path,
) -> Vec<Diagnostic> {
    let Levels { allowed, denied, .. } = levels;
    let name = Input::name_of(path);
    let surroundings = Surroundings { profile: loaded.profile, ..Surroundings::default() };
    let flow = Flow::of_lib::<E>(&loaded.lib, &surroundings);
    let spans = loaded.text.as_ref().map(|text| (text, statements::<E>(loaded, text)));
    let found = flow.findings().into_iter().filter(|finding| {
        let name = finding.problem.name();
        let is_reported = !finding.problem.is_on_request() && !allowed.contains(&name);
        denied.contains(&name) || is_reported
    });
    let found = found.map(|finding| {
        let (offset, problem) = (finding.offset, finding.problem);
        let words = (problem.name(), problem.to_string(), problem.help());
        let mut diagnostic = Diagnostic::of_code(&name, offset, words);
        if let Some((text, spans)) = &spans
            && let Some((_, span)) = spans.iter().rfind(|(start, _)| *start <= usize::from(offset))
        {
            diagnostic.place = Place::Text(Rc::clone(text), *span);
        }
        diagnostic
    });
    found.collect()
}

/// Where the statements of a disassembly stand, by the offsets of their instructions.
fn statements<E: InstructionSet>(loaded: &Loaded, text: &Text) -> Vec<(usize, TextSpan)> {
    let tokens = lex(&text.text).unwrap_or_default();
    let mut offset = 0;
    let offsets = loaded.lib.disassemble::<E>().into_iter().map(|instr| {
        let start = offset;
        offset += instr.length();
        start
    });
    let offsets: Vec<usize> = offsets.collect();
    let spans: Vec<TextSpan> = tokens
        .split(|token| token.kind == TokenKind::Punct(';'))
        .filter_map(|statement| span(behind_labels(statement)))
        .collect();
    // Another number of statements is one that says several instructions.
    match spans.len() == offsets.len() {
        true => offsets.into_iter().zip(spans).collect(),
        false => Vec::new(),
    }
}

/// A statement without the labels before it.
fn behind_labels<'t>(mut statement: &'t [Token<'t, TextSpan>]) -> &'t [Token<'t, TextSpan>] {
    while let [name, colon, rest @ ..] = statement
        && matches!(name.kind, TokenKind::Ident(_))
        && colon.kind == TokenKind::Punct(':')
    {
        statement = rest;
    }
    statement
}

/// Where an instruction stands; none if it is a directive of the library, or nothing.
fn span(statement: &[Token<'_, TextSpan>]) -> Option<TextSpan> {
    let (first, last) = (statement.first()?, statement.last()?);
    let is_directive = first.kind == TokenKind::Punct('.');
    let is_code = statement.get(1).is_some_and(|word| word.kind == TokenKind::Ident("byte".into()));
    (!is_directive || is_code).then_some(TextSpan { end: last.span.end, ..first.span })
}
