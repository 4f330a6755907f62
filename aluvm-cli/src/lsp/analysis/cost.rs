//! What statements and routines cost: what they add to `ca0`.

use aluvm_core::asm::{TextSpan, Token};
use aluvm_core::contract::{AssembledInstr, Contract, ItemKind};
use aluvm_core::flow::{Bounds, Summary};

use super::bytes;

/// What something costs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::lsp) enum Cost {
    /// A run of a routine that succeeds; none if none can.
    Routine(Option<Bounds>),
    /// A statement, what it calls included.
    Statement(Bounds),
}

/// What is known, at the bytes behind which it is told.
pub(super) fn costs(
    tokens: &[Token<'_, TextSpan>],
    contract: &Contract<'_, TextSpan>,
) -> Vec<(usize, Cost)> {
    let mut all = Vec::new();
    for routine in &contract.routines {
        let item = contract.inside.items.get(routine.item).map(|item| &item.kind);
        if let Some(ItemKind::Routine(source)) = item
            && let Some(body) = &source.body
            && let Some(last) = body.start.checked_sub(2)
            && is_known(&routine.summary)
        {
            all.push((bytes(tokens, last).end, Cost::Routine(routine.summary.succeeding)));
        }
    }
    for statement in &contract.statements {
        let instrs = contract.instrs.get(statement.instrs.clone()).unwrap_or_default();
        let sum = instrs.iter().try_fold(FREE, |sum, instr| Some(add(sum, cost(instr, contract)?)));
        if let (Some(sum), Some(last)) = (sum, statement.tokens.end.checked_sub(1)) {
            all.push((bytes(tokens, last).end, Cost::Statement(sum)));
        }
    }
    all.sort_by_key(|(at, _)| *at);
    all
}

const FREE: Bounds = Bounds { least: 0, most: Some(0) };

fn add(a: Bounds, b: Bounds) -> Bounds {
    let most = a.most.zip(b.most).and_then(|(a, b)| a.checked_add(b));
    Bounds { least: a.least.saturating_add(b.least), most }
}

/// What an instruction costs; none if that is not known.
fn cost(instr: &AssembledInstr<TextSpan>, contract: &Contract<'_, TextSpan>) -> Option<Bounds> {
    let resolved = instr.resolved.as_ref()?;
    let own = match resolved.form {
        Some(form) => Bounds { least: form.cost, most: Some(form.cost) },
        None => return None,
    };
    let called = if let Some(callee) = instr.callee.as_deref() {
        let mut imports = contract.imports.iter();
        let (_, interface) = imports.find(|(item, _)| *item == callee.import)?;
        interface.routines.as_ref()?.get(callee.routine?)?.summary
    } else if resolved.form.is_some_and(|form| form.name == "Routine") {
        let offset = (resolved.word >> 8) as u16;
        contract.routines.iter().find(|routine| routine.offset == offset)?.summary
    } else {
        return Some(own);
    };
    // Where it goes on behind the call, with `st0` true or false.
    called.returning.filter(|_| is_known(&called)).map(|bounds| add(own, bounds))
}

/// Whether anything is known of a routine.
fn is_known(summary: &Summary) -> bool {
    *summary != Summary::UNKNOWN
}
