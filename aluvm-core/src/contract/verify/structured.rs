//! What statements of the language rely on: `st0` is true before each, and what each reads has a value.
//!
//! Both follow from the rules where only such statements stand. Instructions among them may break them.

use alloc::collections::{BTreeMap, BTreeSet};

use super::length;
use crate::asm::token::{Span, Tokens};
use crate::contract::error::{Faults, LanguageErrorKind, OPEN_STATUS};
use crate::contract::expansion::{Expansion, Source};
use crate::contract::layout::{Layout, Placed};
use crate::contract::library::Library;
use crate::contract::names::Attributes;
use crate::flow::{Before, Definedness, Effect, Flow, Node};
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
    attributes: &Attributes<'t>,
    flow: &Flow,
    faults: &mut Faults,
) {
    let written = written(library, layout);
    let mut reported = BTreeSet::new();
    // By where they are in the code.
    let (mut open, mut opened) = (BTreeMap::new(), BTreeSet::new());
    flow.visit(&mut |node, before| {
        let at = layout.halves.in_bytes(node.offset.into());
        if written.get(&at).is_some_and(|written| written.opens(node)) {
            opened.insert(at);
        }
        if let Some(written) = written.get(&at)
            && let Some((token, error)) = written.mistake((library, layout, flow), node, before)
        {
            if error == LanguageErrorKind::OpenStatus {
                open.insert(at, token);
            } else if reported.insert(token) {
                faults.at(token, error);
            }
        }
    });
    // What opened it once is reported once: the statements behind the first follow from that.
    let mut last = None;
    for (at, one) in &written {
        let routine = one.routine.item;
        if let Some(token) = open.get(at)
            && last != Some(routine)
        {
            last = Some(routine);
            if !attributes.allows(routine, OPEN_STATUS) && !one.allows(OPEN_STATUS) {
                faults.at(*token, LanguageErrorKind::OpenStatus);
            }
        }
        if opened.contains(at) {
            last = None;
        }
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
    fn statement(&self) -> Option<usize> {
        Some(self.routine.body.written_at(self.number)?.statement as usize)
    }

    /// Whether an attribute of the statement permits what is called so.
    fn allows(&self, finding: &str) -> bool {
        self.statement().is_some_and(|statement| self.routine.body.allows(statement, finding))
    }

    /// Whether it stands in the source as an instruction, behind which `st0` can be another.
    fn opens(&self, node: &Node) -> bool {
        let source = self.statement().and_then(|statement| self.expansion.source(statement));
        let is_call = node.form.is_some_and(|form| matches!(form.name, "Routine" | "Call"));
        source.is_some_and(|(_, source)| source.is_plain) && (node.writes_status || is_call)
    }

    /// The token at which a statement reads a variable; none if its name does not stand there.
    fn reads(&self, tokens: Tokens<'_, S>, source: &Source, name: &str) -> Option<usize> {
        let is_name = |token: &usize| tokens.ident(*token) == Some(name);
        let assigns = |token: usize| {
            token == source.first
                && tokens.is_punct(token + 1, '=')
                && !tokens.is_punct(token + 2, '=')
        };
        (source.first..source.end).filter(is_name).find(|token| !assigns(*token))
    }

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
        let is_read = node.effect.computes_with(0)
            || node.effect == Effect::Equal
            || node.effect == Effect::Duplicate;
        let register = is_read.then(|| flow.graph().sources(node).find(is_undefined)).flatten()?;
        let name = self.expansion.name(register);
        let read = name.and_then(|name| self.reads(library.tokens, source, name));
        let token =
            read.or_else(|| self.routine.body.causes.get(self.number).map(|one| *one as usize))?;
        let name = name.map(Into::into);
        Some((token, LanguageErrorKind::Unassigned { name, register }))
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
