//! What the twin of the routine does, noted where its instructions are written.

use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet};

use super::{Expander, Variable};
use crate::asm::parse::StatementKind;
use crate::asm::token::Span;
use crate::contract::language::places::Place;
use crate::contract::language::syntax::{Expression, ExpressionKind};
use crate::contract::twin::{NoTwin, Step, Twin, TwinVariable};
use crate::isa::RegisterSize;

/// What makes two uses uses of one variable.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// A register that the source names, or that holds an input or output.
    Register(RegisterSize, u8),
    /// The token that declares it.
    Declared(usize),
}

/// The notes.
#[derive(Default)]
pub(super) struct Notes {
    /// Whether somebody wants to know.
    is_wanted: bool,
    twin: Twin,
    variables: BTreeMap<Key, usize>,
    /// The tokens of the variables that the rule gives their registers.
    given: BTreeSet<usize>,
    /// How many instructions have been written.
    instrs: u32,
    /// Why there is no twin, and the token that shows it.
    obstacle: Option<(usize, NoTwin)>,
}

impl Notes {
    pub(super) fn new(is_wanted: bool) -> Notes {
        Notes { is_wanted, ..Notes::default() }
    }

    /// The number of the instruction that is written next.
    pub(super) fn next(&self) -> u32 {
        self.instrs
    }

    /// Counts the instructions of a statement that is written.
    pub(super) fn count(&mut self, kind: &StatementKind<'_>) {
        self.instrs += match kind {
            StatementKind::Instruction(_) | StatementKind::Put { .. } => 1,
            StatementKind::Refuse { .. } => 2,
            _ => 0,
        };
    }

    pub(super) fn step(&mut self, step: Step) {
        if self.is_wanted && self.obstacle.is_none() {
            self.twin.steps.push(step);
        }
    }

    /// Notes that the rule gives its register to the variable of a token.
    pub(super) fn give(&mut self, token: usize) {
        if self.is_wanted {
            self.given.insert(token);
        }
    }

    /// Notes why there is no twin.
    pub(super) fn prevent(&mut self, token: usize, why: NoTwin) {
        self.obstacle.get_or_insert((token, why));
    }

    /// Notes an input or output.
    pub(super) fn parameter(&mut self, place: Place, is_input: bool) {
        let variable = self.register(place);
        match is_input {
            true => self.twin.inputs.push(variable),
            false => self.twin.outputs.push(variable),
        }
    }

    fn register(&mut self, place: Place) -> usize {
        let (size, index) = place.register();
        let register = Some(place.to_register());
        self.variable(Key::Register(size, index), || TwinVariable { name: None, register, size })
    }

    fn variable(&mut self, key: Key, make: impl FnOnce() -> TwinVariable) -> usize {
        if !self.is_wanted {
            return 0;
        }
        let next = self.twin.variables.len();
        let number = *self.variables.entry(key).or_insert(next);
        if number == next {
            self.twin.variables.push(make());
        }
        number
    }

    /// What the twin does of a routine that ends at a token, or why there is none.
    pub(super) fn into_twin(self, end: usize) -> Result<Twin, (usize, NoTwin)> {
        match self.obstacle {
            Some(obstacle) => Err(obstacle),
            None if !self.is_wanted => Err((end, NoTwin::Instruction)),
            None if !self.twin.is_assigned() => Err((end, NoTwin::Unassigned)),
            None => Ok(self.twin),
        }
    }
}

impl<'t, S: Span> Expander<'_, '_, 't, S> {
    /// Notes a function over the last values.
    pub(super) fn note_function(&mut self, function: &'static str, operands: usize) {
        self.notes.step(Step::Apply { function, operands, result: None });
    }

    /// The same of one that makes a value of a size.
    pub(super) fn note_conversion(&mut self, function: &'static str, size: RegisterSize) {
        self.notes.step(Step::Apply { function, operands: 1, result: Some(size) });
    }

    /// Notes a comparison of the last values.
    pub(super) fn note_comparison(&mut self, function: &'static str, operands: usize) {
        self.notes.step(Step::Compare { function, operands });
    }

    /// Notes that the value of a variable is read, of which an expression is the name.
    pub(super) fn note_read(&mut self, expression: &Expression<'t>, place: Place) {
        let variable = self.twin_variable_of(expression, place);
        self.notes.step(Step::Read(variable));
    }

    /// The variable of which an expression is the name.
    pub(super) fn twin_variable_of(&mut self, expression: &Expression<'t>, place: Place) -> usize {
        let named = match expression.kind {
            ExpressionKind::Name(name) => self.variable(name),
            _ => None,
        };
        match named {
            Some(variable) => self.twin_variable(variable),
            None => self.notes.register(place),
        }
    }

    pub(super) fn twin_variable(&mut self, variable: Variable<'t>) -> usize {
        let Variable { name, place, .. } = variable;
        if !self.notes.given.contains(&name.token) {
            return self.notes.register(place);
        }
        let size = place.ty.size();
        let make = || TwinVariable { name: Some(Box::from(name.text)), register: None, size };
        self.notes.variable(Key::Declared(name.token), make)
    }
}
