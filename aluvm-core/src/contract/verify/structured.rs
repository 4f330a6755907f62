//! What statements of the language rely on: `st0` is true before each, and what each reads has a value.
//!
//! Both follow from the rules where only such statements stand. Instructions among them may break them.

use alloc::collections::{BTreeMap, BTreeSet};

use super::length;
use crate::asm::token::Span;
use crate::contract::error::Faults;
use crate::contract::error::LanguageErrorKind;
use crate::contract::expansion::Expansion;
use crate::contract::layout::{Layout, Placed};
use crate::contract::library::Library;
use crate::flow::{Before, Definedness, Flow, Node};
use crate::isa::{Form, Register};

/// An instruction of a routine with such statements.
struct Written<'l, 't, S> {
    routine: &'l Placed<'t, S>,
    expansion: &'l Expansion<'t>,
    number: usize,
    is_first: bool,
}

/// Reports statements before which `st0` can be false, and values that may not be there.
pub(super) fn report<'t, S: Span>(
    library: Library<'_, 't, S>,
    layout: &Layout<'t, S>,
    flow: &Flow,
    faults: &mut Faults,
) {
    let written = written(library, layout);
    let mut reported = BTreeSet::new();
    // The first of each routine; those behind it follow from it.
    let mut open: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    flow.visit(&mut |node, before| {
        let at = layout.halves.in_bytes(node.offset.into());
        if let Some(written) = written.get(&at)
            && let Some((token, error)) = written.mistake((library, layout, flow), node, before)
        {
            if error == LanguageErrorKind::OpenStatus {
                let first = open.entry(written.routine.item).or_insert((at, token));
                *first = (at, token).min(*first);
            } else if reported.insert(token) {
                faults.at(token, error);
            }
        }
    });
    for (_, token) in open.into_values() {
        faults.at(token, LanguageErrorKind::OpenStatus);
    }
}

/// The instructions by where they begin.
fn written<'l, 't, S: Span>(
    library: Library<'l, 't, S>,
    layout: &'l Layout<'t, S>,
) -> BTreeMap<usize, Written<'l, 't, S>> {
    let mut all = BTreeMap::new();
    for routine in layout.routines.iter().filter(|routine| !routine.is_wrong) {
        let Some(expansion) = library.expansion(routine.item) else { continue };
        let mut at = routine.offset;
        let mut seen = BTreeSet::new();
        for (number, resolved) in routine.body.code.instrs.iter().enumerate() {
            let statement = routine.body.written_at(number).map(|one| one.statement as usize);
            let source = statement.and_then(|statement| expansion.source(statement));
            let is_first = source.is_some_and(|(source, _)| seen.insert(source));
            all.insert(at, Written { routine, expansion, number, is_first });
            at += length(resolved.as_ref());
        }
    }
    all
}

impl<'t, S: Span> Written<'_, 't, S> {
    /// What is wrong with the instruction, at the token that shows it.
    fn mistake(
        &self,
        (library, layout, flow): (Library<'_, 't, S>, &Layout<'t, S>, &Flow),
        node: &Node,
        before: &Before<'_>,
    ) -> Option<(usize, LanguageErrorKind)> {
        let statement = self.routine.body.written_at(self.number)?.statement as usize;
        let (_, source) = self.expansion.source(statement)?;
        if source.is_plain {
            let token = *self.routine.body.causes.get(self.number)? as usize;
            let is_open = before.can_be(false) && self.begins_another(library, layout, node);
            return is_open.then_some((token, LanguageErrorKind::OpenStatus));
        }
        if self.is_first && before.can_be(false) {
            return Some((source.first, LanguageErrorKind::OpenStatus));
        }
        let is_undefined = |register: &Register| before.register(*register) != Definedness::Defined;
        let register = match node.effect.computes_with(0) || self.is_copy(node) {
            true => flow.graph().sources(node).find(is_undefined)?,
            false => return None,
        };
        let token = *self.routine.body.causes.get(self.number)? as usize;
        let name = self.expansion.name(register).map(Into::into);
        Some((token, LanguageErrorKind::Unassigned { name, register }))
    }

    /// Whether the instruction copies, as it does a variable.
    fn is_copy(&self, node: &Node) -> bool {
        node.form.is_some_and(|form| form.name.starts_with("Dup"))
    }

    /// Whether the instruction leads to a routine that begins with a statement of the language.
    fn begins_another(
        &self,
        library: Library<'_, 't, S>,
        layout: &Layout<'t, S>,
        node: &Node,
    ) -> bool {
        let is_meant = |form: &&Form| matches!(form.name, "Routine" | "Jmp");
        let Some(form) = node.form.filter(is_meant) else { return false };
        let resolved = self.routine.body.code.instrs.get(self.number).and_then(Option::as_ref);
        let Some(resolved) = resolved else { return false };
        let target = layout.halves.in_bytes(form.field_bits(resolved.word, 0) as usize);
        let found = layout.routines.binary_search_by_key(&target, |routine| routine.offset);
        let callee = found.ok().and_then(|number| layout.routines.get(number));
        let expansion = callee.and_then(|callee| library.expansion(callee.item));
        expansion.is_some_and(Expansion::begins_true)
    }
}
