//! The errors of a text with the lines that they stand in, as rustc shows them.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt::{self, Debug, Display, Formatter};

use super::error::{AsmError, Located, cut};
use super::token::{BYTE_ORDER_MARK, TextSpan};

/// The errors of a text, at least one, with the lines that they stand in. There are at most a hundred; of
/// more the last says how many.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TextErrors<E> {
    errors: Box<[(E, Excerpt)]>,
}

/// The errors of assembly.
pub type AsmErrors = TextErrors<AsmError<TextSpan>>;

/// The line that an error stands in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Excerpt {
    line: Box<str>,
    /// How many characters precede the wrong ones, and how many these are.
    before: usize,
    marked: usize,
}

/// The longest part of a line that is shown.
const LINE_MAX: usize = 120;

impl Excerpt {
    /// Looks only at what it shows, so that many errors in one long line do not cost its square.
    pub(crate) fn of(text: &str, span: TextSpan) -> Excerpt {
        let (head, tail) = text.split_at_checked(span.start as usize).unwrap_or((text, ""));
        let before = head
            .chars()
            .rev()
            .take_while(|c| !matches!(*c, '\n' | BYTE_ORDER_MARK))
            .take(LINE_MAX / 2)
            .count();
        let start = head.char_indices().rev().take(before).last().map_or(head.len(), |(at, _)| at);
        let behind = tail.chars().take_while(|c| *c != '\n').take(LINE_MAX - before);
        let line: String = head[start..].chars().chain(behind).collect();
        let line: Box<str> = line.replace('\t', " ").trim_end().into();
        let end = (span.end - span.start) as usize;
        let room = line.chars().count().saturating_sub(before);
        let marked = tail.char_indices().take(room).take_while(|(at, _)| *at < end).count();
        Excerpt { line, before, marked: marked.max(1) }
    }
}

impl<E: Located<Span = TextSpan>> TextErrors<E> {
    /// The errors, with their lines of the text.
    pub fn new(text: &str, mut errors: Vec<E>) -> TextErrors<E> {
        cut(&mut errors);
        let with_excerpt = |error: E| {
            let excerpt = Excerpt::of(text, error.span());
            (error, excerpt)
        };
        TextErrors { errors: errors.into_iter().map(with_excerpt).collect() }
    }
}

impl<E> TextErrors<E> {
    /// The errors in the order of the text.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &E> {
        self.errors.iter().map(|(error, _)| error)
    }
}

/// Shows each error as rustc does, with its line and a mark under what is wrong.
impl<E: Located<Span = TextSpan>> Display for TextErrors<E> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (number, (error, excerpt)) in self.errors.iter().enumerate() {
            if number > 0 {
                f.write_str("\n\n")?;
            }
            let span = error.span();
            excerpt.write(f, error, span)?;
            if let Some((note, place)) = error.note() {
                excerpt.write_note(f, note, span, place)?;
            }
            excerpt.write_help(f, span, &error.hints())?;
        }
        Ok(())
    }
}

impl<E: Located<Span = TextSpan> + Debug> Error for TextErrors<E> {}

/// The spaces before the bar, as wide as the number of the line.
fn gutter(span: TextSpan) -> String {
    " ".repeat(alloc::format!("{}", span.line).len())
}

impl Excerpt {
    /// Writes what is wrong, where, and the line.
    pub(crate) fn write(
        &self,
        f: &mut Formatter<'_>,
        error: &dyn Display,
        span: TextSpan,
    ) -> fmt::Result {
        let (gutter, TextSpan { line, column, .. }) = (gutter(span), span);
        writeln!(f, "error: {error}")?;
        writeln!(f, "{gutter}--> {line}:{column}")?;
        writeln!(f, "{gutter} |")?;
        writeln!(f, "{line} | {}", self.line)?;
        let (indent, mark) = (" ".repeat(self.before), "^".repeat(self.marked));
        write!(f, "{gutter} | {indent}{mark}")
    }

    /// Writes why a second place belongs to the error, and where it is.
    pub(crate) fn write_note(
        &self,
        f: &mut Formatter<'_>,
        note: &dyn Display,
        span: TextSpan,
        place: TextSpan,
    ) -> fmt::Result {
        let TextSpan { line, column, .. } = place;
        write!(f, "\n{} = note: {note}: {line}:{column}", gutter(span))
    }

    /// Writes how to mend the error.
    pub(crate) fn write_help(
        &self,
        f: &mut Formatter<'_>,
        span: TextSpan,
        hints: &[String],
    ) -> fmt::Result {
        let gutter = gutter(span);
        for hint in hints {
            let hint = hint.replace('\n', &alloc::format!("\n{gutter}         "));
            write!(f, "\n{gutter} = help: {hint}")?;
        }
        Ok(())
    }
}
