//! Diagnostics: what is wrong with a text, where, and how to mend it, for people in rustc's look and for
//! programs as JSON. The words are those of the assembler, which the macro has too.

use std::ops::Range;
use std::rc::Rc;

use aluvm_core::asm::{Located, TextErrors, TextSpan};
use annotate_snippets::{AnnotationKind, Group, Level, Snippet};
use clap::ValueEnum;
use serde_json::{Value, json};

use crate::console::Console;
use crate::input::Text;

/// The form of diagnostics.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, ValueEnum)]
pub(crate) enum MessageFormat {
    /// For people.
    #[default]
    Human,
    /// An object a line.
    Json,
}

/// Something that is wrong.
#[derive(Debug)]
pub(crate) struct Diagnostic {
    /// What is wrong.
    pub(crate) message: String,
    /// The name of the finding.
    pub(crate) finding: Option<&'static str>,
    pub(crate) place: Place,
    /// Why a second place belongs to it, and where that is.
    pub(crate) note: Option<(String, TextSpan)>,
    /// How to mend it.
    pub(crate) hints: Vec<String>,
    pub(crate) suggestion: Option<Suggestion>,
}

/// Where something is wrong.
#[derive(Debug)]
pub(crate) enum Place {
    /// In a text.
    Text(Rc<Text>, TextSpan),
    /// In the code of a library.
    Code { file: String, offset: u16 },
    /// In a file as a whole.
    File(String),
}

/// A change of the text that mends it.
#[derive(Debug)]
pub(crate) struct Suggestion {
    /// The bytes to replace.
    pub(crate) range: Range<usize>,
    /// What comes in their place.
    pub(crate) replacement: String,
}

impl Diagnostic {
    /// What is wrong with a file as a whole.
    pub(crate) fn of_file(file: &str, message: String) -> Diagnostic {
        let place = Place::File(file.into());
        Diagnostic { message, finding: None, place, note: None, hints: vec![], suggestion: None }
    }

    /// What is found in code without a text.
    pub(crate) fn of_code(
        file: &str,
        offset: u16,
        (finding, message, hint): (&'static str, String, &str),
    ) -> Diagnostic {
        let place = Place::Code { file: file.into(), offset };
        let (finding, hints) = (Some(finding), vec![hint.into()]);
        Diagnostic { message, finding, place, note: None, hints, suggestion: None }
    }

    /// What is wrong at a place of a text.
    pub(crate) fn at(
        text: &Rc<Text>,
        span: TextSpan,
        message: String,
        hint: String,
        suggestion: Suggestion,
    ) -> Diagnostic {
        let place = Place::Text(Rc::clone(text), span);
        let (hints, suggestion) = (vec![hint], Some(suggestion));
        Diagnostic { message, finding: None, place, note: None, hints, suggestion }
    }

    /// The errors of a text; `finding` gives the names of those that can be permitted.
    pub(crate) fn of_text<E: Located<Span = TextSpan>>(
        text: &Rc<Text>,
        errors: &TextErrors<E>,
        finding: impl Fn(&E) -> Option<&'static str>,
    ) -> Vec<Diagnostic> {
        let of = |error: &E| {
            let span = error.span();
            let suggestion = error.replacement().map(|replacement| Suggestion {
                range: span.start as usize..span.end as usize,
                replacement,
            });
            Diagnostic {
                message: error.to_string(),
                finding: finding(error),
                place: Place::Text(Rc::clone(text), span),
                note: error.note().map(|(note, span)| (note.to_string(), span)),
                hints: error.hints(),
                suggestion,
            }
        };
        errors.iter().map(of).collect()
    }

    fn to_human(&self, console: &Console) -> String {
        let title = Level::ERROR.primary_title(self.message.as_str());
        let mut group = match &self.place {
            Place::Text(text, span) => title.element(self.snippet(text, *span)),
            Place::Code { file, offset } => {
                title.element(annotate_snippets::Origin::path(format!("{file} at 0x{offset:04X}")))
            }
            Place::File(file) => title.element(annotate_snippets::Origin::path(file.as_str())),
        };
        for hint in &self.hints {
            group = group.element(Level::HELP.message(hint.as_str()));
        }
        let groups: [Group<'_>; 1] = [group];
        console.renderer().render(&groups)
    }

    /// The lines that are shown, those of the error and its note.
    fn snippet<'t>(
        &'t self,
        text: &'t Text,
        span: TextSpan,
    ) -> Snippet<'t, annotate_snippets::Annotation<'t>> {
        let note = self.note.as_ref();
        let first = note.map_or(span.start, |(_, note)| note.start.min(span.start)) as usize;
        let last = note.map_or(span.end, |(_, note)| note.end.max(span.end)) as usize;
        let first_line = note.map_or(span.line, |(_, note)| note.line.min(span.line));
        let text = text.text.as_str();
        let start = text.get(..first).and_then(|head| head.rfind('\n')).map_or(0, |at| at + 1);
        let tail = text.get(last..).unwrap_or_default();
        let end = tail.find('\n').map_or(text.len(), |at| last + at);
        let range = |span: TextSpan| {
            (span.start as usize).saturating_sub(start)..(span.end as usize).saturating_sub(start)
        };
        let annotation = AnnotationKind::Primary.span(range(span));
        let shown = text.get(start..end).unwrap_or_default();
        let shown = shown.strip_suffix('\r').unwrap_or(shown);
        let mut snippet = Snippet::source(shown)
            .line_start(first_line as usize)
            .path(self.file())
            .annotation(annotation);
        if let Some((note, span)) = note {
            let label = AnnotationKind::Context.span(range(*span)).label(note.as_str());
            snippet = snippet.annotation(label);
        }
        snippet
    }

    fn file(&self) -> &str {
        match &self.place {
            Place::Text(text, _) => &text.name,
            Place::Code { file, .. } | Place::File(file) => file,
        }
    }

    fn to_json(&self) -> Value {
        let mut value = json!({
            "level": "error",
            "message": self.message,
            "file": self.file(),
            "help": self.hints,
        });
        let mut add = |key: &str, part: Value| {
            value[key] = part;
        };
        if let Some(finding) = self.finding {
            add("finding", finding.into());
        }
        match &self.place {
            Place::Text(text, span) => {
                add("span", span_to_json(&text.text, *span));
                if let Some((note, span)) = &self.note {
                    let span = span_to_json(&text.text, *span);
                    add("note", json!({ "message": note, "span": span }));
                }
            }
            Place::Code { offset, .. } => add("offset", (*offset).into()),
            Place::File(_) => {}
        }
        if let Some(Suggestion { range, replacement }) = &self.suggestion {
            let part = json!({
                "start": range.start, "end": range.end, "replacement": replacement,
            });
            add("suggestion", part);
        }
        value
    }
}

/// The lines and columns count from 1, the latter in characters; bytes count from 0.
fn span_to_json(text: &str, span: TextSpan) -> Value {
    let TextSpan { line, column, start, end } = span;
    let inside = text.get(start as usize..end as usize).unwrap_or_default();
    let breaks = inside.matches('\n').count();
    let last = inside.rsplit('\n').next().unwrap_or_default().chars().count();
    let end_column = if breaks == 0 { column as usize + last } else { 1 + last };
    json!({
        "start": { "line": line, "column": column, "byte": start },
        "end": { "line": line as usize + breaks, "column": end_column, "byte": end },
    })
}

/// Says all that is wrong.
pub(crate) fn report(diagnostics: &[Diagnostic], format: MessageFormat, console: &Console) {
    for (number, diagnostic) in diagnostics.iter().enumerate() {
        match format {
            MessageFormat::Human => {
                let between = if number == 0 { "" } else { "\n" };
                console.write(&format!("{between}{}\n", diagnostic.to_human(console)));
            }
            MessageFormat::Json => console.write(&format!("{}\n", diagnostic.to_json())),
        }
    }
}
