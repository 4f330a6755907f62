//! The names that only one routine has: inputs, outputs, aliases, labels.

use alloc::collections::BTreeMap;

use super::word::{NameKind, Word};
use crate::asm::parse::{StatementKind, Statements};
use crate::contract::item::Routine;

/// The names of a routine, with what each is and the tokens that define them.
pub(super) struct Local<'t> {
    registers: BTreeMap<&'t str, (NameKind, usize)>,
    /// These mean something only where a jump can go.
    labels: BTreeMap<&'t str, usize>,
}

impl<'t> Local<'t> {
    pub(super) fn of(routine: &Routine<'t>, statements: &Statements<'t>) -> Local<'t> {
        let mut local = Local { registers: BTreeMap::new(), labels: BTreeMap::new() };
        for parameter in routine.inputs.iter().chain(&routine.outputs) {
            let name = parameter.name;
            local.registers.entry(name.text).or_insert((NameKind::Parameter, name.token));
        }
        for statement in &statements.list {
            match statement.kind {
                StatementKind::Alias { name, token, .. } => {
                    local.registers.entry(name).or_insert((NameKind::Alias, token));
                }
                StatementKind::Label { name } => {
                    local.labels.entry(name).or_insert(statement.first);
                }
                _ => {}
            }
        }
        local
    }

    /// What a name means where a jump can go, as far as it is the routine's own.
    pub(super) fn label(&self, name: &str) -> Option<Word> {
        let definition = *self.labels.get(name)?;
        Some(Word::Name { kind: NameKind::Label, definition })
    }

    /// What it means elsewhere.
    pub(super) fn register(&self, name: &str) -> Option<Word> {
        let (kind, definition) = *self.registers.get(name)?;
        Some(Word::Name { kind, definition })
    }
}
