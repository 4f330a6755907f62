//! Run-time text: whole programs and single instructions.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::str::FromStr;

use super::assemble::assemble_as;
use super::error::{AsmError, AsmErrorKind, SHOWN_MAX, quoted};
use super::parse::{Conditions, Mode};
use super::report::AsmErrors;
use super::resolve::{Block, Directives, Resolved};
use super::token::{TextSpan, Token, TokenKind, lex};
use crate::isa::{Form, Instr, InstructionSet, NoExtension};
use crate::profile::Profile;

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
    assemble_text(text, E::FORMS, Mode::Block, &Profile::SPEC).map(|(instrs, _)| instrs)
}

/// Reads one instruction, which may be one of a host's own. A `;` may stand behind it.
///
/// # Errors
///
/// All errors of the text, and if it holds more or less than one instruction.
pub fn parse_instr_with<E: InstructionSet>(text: &str) -> Result<Instr, AsmErrors> {
    let (instrs, _) = assemble_text(text, E::FORMS, Mode::Instruction, &Profile::SPEC)?;
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

/// Assembles text for a machine with a profile, and gives what its directives say beside the instructions.
pub(super) fn assemble_text(
    text: &str,
    extension: &'static [Form],
    mode: Mode,
    profile: &Profile,
) -> Result<(Vec<Instr>, Directives), AsmErrors> {
    let tokens = lex(text).map_err(|errors| AsmErrors::new(text, errors))?;
    let (Block { instrs, mut errors }, directives) =
        assemble_as(&tokens, extension, (mode, Conditions::Unknown), profile);
    report_constants(&instrs, &tokens, &mut errors);
    if !errors.is_empty() {
        return Err(AsmErrors::new(text, errors));
    }
    Ok((instrs.into_iter().flatten().filter_map(Resolved::into_instr).collect(), directives))
}

/// Rust constants have no value at run time.
fn report_constants(
    instrs: &[Option<Resolved<TextSpan>>],
    tokens: &[Token<'_, TextSpan>],
    errors: &mut Vec<AsmError<TextSpan>>,
) {
    let before = errors.len();
    for constant in instrs.iter().flatten().flat_map(|resolved| &resolved.constants) {
        let source = tokens.get(constant.tokens.clone()).unwrap_or_default();
        let kind = AsmErrorKind::ConstantInText { name: described(source) };
        errors.push(AsmError { kind, span: constant.span, note: None });
    }
    if errors.len() > before {
        errors.sort_by_key(|error| error.span.start);
    }
}

/// The source of a constant, for a message.
fn described(source: &[Token<'_, TextSpan>]) -> Box<str> {
    let mut text = String::new();
    for token in source {
        if text.len() > 4 * SHOWN_MAX {
            break;
        }
        match &token.kind {
            TokenKind::Punct(':') => text.push(':'),
            TokenKind::Ident(name) => text.push_str(name),
            _ => return "this".into(),
        }
    }
    quoted(&text).into()
}
