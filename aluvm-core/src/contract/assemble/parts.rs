//! The code of all routines, one behind the other, with where everything stands.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::ops::Range;

use super::{AssembledInstr, AssembledRoutine, AssembledStatement, AssembledVariable};
use crate::asm::resolve::{Resolved, check_size};
use crate::asm::token::{Errors, Span, TokenKind, Tokens};
use crate::contract::body::Written;
use crate::contract::expansion::Variable;
use crate::contract::language;
use crate::contract::layout::{Layout, Placed};
use crate::contract::library::Library;
use crate::flow::Summary;

/// The code of all routines, one behind the other.
pub(super) struct Parts<S> {
    pub(super) routines: Vec<AssembledRoutine>,
    pub(super) instrs: Vec<AssembledInstr<S>>,
    pub(super) statements: Vec<AssembledStatement>,
}

impl<S: Span> Parts<S> {
    pub(super) fn of(
        library: Library<'_, '_, S>,
        layout: Layout<'_, S>,
        summaries: Vec<Summary>,
    ) -> Parts<S> {
        let tokens = library.tokens;
        let bodies = || layout.routines.iter().map(|routine| &routine.body);
        let mut parts = Parts {
            routines: Vec::with_capacity(layout.routines.len()),
            instrs: Vec::with_capacity(bodies().map(|body| body.code.instrs.len()).sum()),
            statements: Vec::with_capacity(bodies().map(|body| body.written.len()).sum()),
        };
        let halves = layout.halves;
        let moved = |offset: usize| halves.moved(offset).offset as u16;
        let mut summaries = summaries.into_iter();
        for routine in layout.routines {
            let Placed { item, parameters, aliases, body, offset, .. } = routine;
            let (first, first_statement) = (parts.instrs.len(), parts.statements.len());
            let variables = library.expansion(item).map_or(&[][..], |one| &one.variables);
            let variables = variables.iter().filter(|variable| !variable.is_alias);
            let variables: Vec<(&Variable<'_>, [usize; 2])> =
                variables.map(|one| (one, instrs_of(&one.known, &body.written))).collect();
            for Written { first: token, end, instrs, refusal, .. } in body.written {
                let instrs = first + instrs.start as usize..first + instrs.end as usize;
                let tokens = token..end.unwrap_or_else(|| statement_end(tokens, token));
                let refusal = refusal.map(|(one, variant)| (one as usize, variant as usize));
                match parts.statements.get_mut(first_statement..).and_then(<[_]>::last_mut) {
                    // One statement of the language stands for several.
                    Some(last) if end.is_some() && last.tokens == tokens => {
                        last.instrs.end = instrs.end;
                        last.refusal = last.refusal.or(refusal);
                    }
                    _ => {
                        let is_structured = end.is_some();
                        parts.statements.push(AssembledStatement {
                            tokens,
                            instrs,
                            refusal,
                            is_structured,
                        });
                    }
                }
            }
            let labels = body.code.labels.places();
            let labels = labels.filter(|(name, _)| !language::is_made(name));
            let labels = labels.map(|(name, at)| (name.into(), moved(offset + at))).collect();
            let mut offset_of_next = offset;
            let mut calls = body.calls.into_iter().peekable();
            for (number, resolved) in body.code.instrs.into_iter().enumerate() {
                let offset = moved(offset_of_next);
                offset_of_next += resolved.as_ref().map_or(0, Resolved::length);
                let callee = calls.next_if(|(instr, _)| *instr == number);
                let callee = callee.map(|(_, callee)| Box::new(callee));
                let cause = body.causes.get(number).copied().unwrap_or_default();
                parts.instrs.push(AssembledInstr { resolved, offset, cause, callee });
            }
            let end = moved(offset_of_next);
            let place = |instr: usize| {
                parts.instrs.get(first.saturating_add(instr)).map_or(end, |instr| instr.offset)
            };
            let variables = variables.into_iter().map(|(variable, known)| AssembledVariable {
                name: variable.name.text.into(),
                ty: variable.ty,
                register: variable.register(),
                known: place(known[0])..place(known[1]),
            });
            let variables = variables.collect();
            parts.routines.push(AssembledRoutine {
                item,
                offset: moved(offset),
                instrs: first..parts.instrs.len(),
                statements: first_statement..parts.statements.len(),
                inputs: parameters.inputs,
                outputs: parameters.outputs,
                aliases: aliases.iter().map(|alias| (alias.name.into(), alias.register)).collect(),
                variables,
                labels,
                summary: summaries.next().unwrap_or(Summary::UNKNOWN),
                twin: None,
            });
        }
        parts
    }

    /// Reports code and constants that no library can hold.
    pub(super) fn check_size(&self, length: usize, errors: &mut Errors<'_, S>) {
        let instrs = self.instrs.iter().filter_map(|instr| instr.resolved.as_ref());
        check_size(instrs, length, errors);
    }
}

/// The first instruction of some statements, and the one behind the last.
fn instrs_of(statements: &Range<usize>, written: &[Written]) -> [usize; 2] {
    [statements.start, statements.end].map(|statement| {
        let before = written.partition_point(|one| (one.statement as usize) < statement);
        written.get(before).map_or(usize::MAX, |one| one.instrs.start as usize)
    })
}

/// The token behind the last of a statement, its semicolon left out.
fn statement_end<S: Span>(tokens: Tokens<'_, S>, first: usize) -> usize {
    let mut at = first;
    loop {
        at = match tokens.kind(at) {
            None | Some(TokenKind::Punct(';') | TokenKind::Close(_)) => return at,
            Some(TokenKind::Open(_)) => tokens.behind_group(at).unwrap_or(at + 1),
            Some(_) => at + 1,
        };
    }
}
