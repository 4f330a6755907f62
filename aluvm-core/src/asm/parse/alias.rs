//! Names for registers: `let counter = a16[0];`.

use core::ops::Range;

use super::data::{StatementKind, Statements};
use super::operand::operand;
use super::reader::Reader;
use crate::asm::error::ALIAS_NAME as NAME;
use crate::asm::token::Span;

/// Reads `let name = register;`, with the current token at `let`.
pub(super) fn alias<'t, S: Span>(
    reader: &mut Reader<'_, 't, S>,
    statements: &mut Statements<'t>,
) -> Option<StatementKind<'t>> {
    reader.at += 1;
    if reader.tokens.ident(reader.at) == Some("mut") && reader.tokens.ident(reader.at + 1).is_some()
    {
        reader.expected(reader.at, NAME);
        reader.at += 1;
    }
    let token = reader.at;
    let Some(name) = reader.tokens.ident(token) else {
        reader.expected(token, NAME);
        reader.skip_statement();
        return None;
    };
    reader.at += 1;
    let register = register(reader, statements);
    Some(StatementKind::Alias { name, token, register })
}

/// Reads `= register;`.
fn register<'t, S: Span>(
    reader: &mut Reader<'_, 't, S>,
    statements: &mut Statements<'t>,
) -> Range<usize> {
    let start = statements.operands.len();
    if !reader.tokens.is_punct(reader.at, '=') {
        reader.expected(reader.at, "`=` and a register");
        reader.skip_statement();
        return start..start;
    }
    reader.at += 1;
    if reader.is_statement_end() {
        reader.expected(reader.at, REGISTER);
        reader.skip_statement();
        return start..start;
    }
    statements.operands.push(operand(reader));
    reader.end_statement("`;`");
    start..start + 1
}

/// What an alias stands for.
pub(crate) const REGISTER: &str = "a register, as in `a16[0]`";
