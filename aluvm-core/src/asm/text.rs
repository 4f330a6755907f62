//! Run-time text: whole programs and single instructions.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use super::block::{Block, LibraryOperand, Resolved};
use super::error::{AsmError, AsmErrorKind};
use super::lex::{TextSpan, lex};
use super::stmt::{Assembler, Mode};
use super::token::Token;
use crate::isa::{
    Data, ExtensionInstr, Form, Given, Instr, InstructionSet, LibraryRef, NoExtension,
};

/// Reads a program: statements as in `aluasm!`, but for Rust constants, which only a compiler has.
///
/// # Errors
///
/// All errors of the text.
pub fn parse(text: &str) -> Result<Vec<Instr>, AsmErrors> {
    parse_with::<NoExtension>(text)
}

/// Reads a program that uses a host's own instructions.
///
/// # Errors
///
/// All errors of the text.
pub fn parse_with<E: InstructionSet>(text: &str) -> Result<Vec<Instr>, AsmErrors> {
    assemble_text(text, E::FORMS, Mode::Block).map(|(instrs, _)| instrs)
}

/// Reads one instruction, which may be one of a host's own. A `;` may stand behind it.
///
/// # Errors
///
/// All errors of the text, and if it holds more or less than one instruction.
pub fn parse_instr_with<E: InstructionSet>(text: &str) -> Result<Instr, AsmErrors> {
    let (instrs, _) = assemble_text(text, E::FORMS, Mode::Instruction)?;
    let [instr] = <[Instr; 1]>::try_from(instrs).map_err(|instrs| {
        let span = TextSpan { line: 1, column: 1, start: 0, end: text.trim_end().len() as u32 };
        let kind = AsmErrorKind::NotOneInstruction { found: instrs.len() };
        AsmErrors::new(text, Vec::from([AsmError { kind, span, note: None }]))
    })?;
    Ok(instr)
}

/// Reads one instruction of the base set, as it is printed.
impl FromStr for Instr {
    type Err = AsmErrors;

    fn from_str(text: &str) -> Result<Instr, AsmErrors> {
        parse_instr_with::<NoExtension>(text)
    }
}

/// Assembles text, and gives what its directives say beside the instructions.
pub(super) fn assemble_text(
    text: &str,
    extension: &'static [Form],
    mode: Mode,
) -> Result<(Vec<Instr>, super::directive::Directives), AsmErrors> {
    let tokens = lex(text).map_err(|errors| AsmErrors::new(text, errors))?;
    let mut assembler = Assembler::new(&tokens, extension, mode);
    assembler.run();
    let directives = core::mem::take(&mut assembler.directives);
    let Block { instrs, mut errors } = assembler.into_block();
    report_constants(&instrs, &tokens, &mut errors);
    if !errors.is_empty() {
        return Err(AsmErrors::new(text, errors));
    }
    Ok((instrs.into_iter().flatten().filter_map(Resolved::into_instr).collect(), directives))
}

/// Rust constants have no value at run time.
fn report_constants(
    instrs: &[Option<Resolved<TextSpan>>],
    tokens: &[Token<TextSpan>],
    errors: &mut Vec<AsmError<TextSpan>>,
) {
    let before = errors.len();
    for constant in instrs.iter().flatten().flat_map(|resolved| &resolved.constants) {
        let name = super::cursor::Tokens::new(tokens).describe_range(constant.tokens.clone());
        let kind = AsmErrorKind::ConstantInText { name };
        errors.push(AsmError { kind, span: constant.span, note: None });
    }
    if errors.len() > before {
        errors.sort_by_key(|error| error.span.start);
    }
}

impl<S> Resolved<S> {
    /// The instruction, if it needs no Rust constants.
    pub fn into_instr(self) -> Option<Instr> {
        if !self.constants.is_empty() {
            return None;
        }
        if let Some(verbatim) = self.verbatim {
            return Some(Instr::Verbatim(verbatim));
        }
        if self.is_extension {
            return ExtensionInstr::new(self.form?, self.word).map(Instr::Extension);
        }
        let mut instr = Instr::from_word(self.word, Given::Nothing)?;
        if let (Some(bytes), Some(data)) = (self.data, instr.data_mut()) {
            *data = Data::new(bytes);
        }
        if let (Some(LibraryOperand::Id(id)), Some(library)) = (self.library, instr.library_mut()) {
            *library = LibraryRef::Id(id);
        }
        Some(instr)
    }
}

/// The errors of a text, at least one, with the lines that they stand in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AsmErrors {
    errors: Box<[(AsmError<TextSpan>, Excerpt)]>,
}

/// The line that an error stands in.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Excerpt {
    line: Box<str>,
    /// How many characters precede the wrong ones, and how many these are.
    before: usize,
    marked: usize,
}

/// The longest part of a line that is shown.
const LINE_MAX: usize = 120;

impl Excerpt {
    /// Looks only at what it shows, so that many errors in one long line do not cost its square.
    fn of(text: &str, span: TextSpan) -> Excerpt {
        let (head, tail) = text.split_at_checked(span.start as usize).unwrap_or((text, ""));
        let before = head.chars().rev().take_while(|c| *c != '\n').take(LINE_MAX / 2).count();
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

impl AsmErrors {
    pub(super) fn new(text: &str, errors: Vec<AsmError<TextSpan>>) -> AsmErrors {
        let with_excerpt = |error: AsmError<TextSpan>| {
            let excerpt = Excerpt::of(text, error.span);
            (error, excerpt)
        };
        AsmErrors { errors: errors.into_iter().map(with_excerpt).collect() }
    }

    /// The errors in the order of the text.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &AsmError<TextSpan>> {
        self.errors.iter().map(|(error, _)| error)
    }
}

/// Shows each error as rustc does, with its line and a mark under what is wrong.
impl Display for AsmErrors {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (number, (error, excerpt)) in self.errors.iter().enumerate() {
            if number > 0 {
                f.write_str("\n\n")?;
            }
            let TextSpan { line, column, .. } = error.span;
            let gutter = " ".repeat(alloc::format!("{line}").len());
            writeln!(f, "error: {error}")?;
            writeln!(f, "{gutter}--> {line}:{column}")?;
            writeln!(f, "{gutter} |")?;
            writeln!(f, "{line} | {}", excerpt.line)?;
            let (indent, mark) = (" ".repeat(excerpt.before), "^".repeat(excerpt.marked));
            write!(f, "{gutter} | {indent}{mark}")?;
            if let Some((note, place)) = &error.note {
                write!(f, "\n{gutter} = note: {note}: {}:{}", place.line, place.column)?;
            }
            for hint in error.help() {
                let hint = hint.replace('\n', &alloc::format!("\n{gutter}         "));
                write!(f, "\n{gutter} = help: {hint}")?;
            }
        }
        Ok(())
    }
}

impl Error for AsmErrors {}
