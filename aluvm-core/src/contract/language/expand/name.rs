//! Names: what each stands for, and what it may be called.

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::{Expander, Variable};
use crate::asm::parse::{is_constant_name, size_from_name};
use crate::asm::resolve::nearest;
use crate::asm::token::Span;
use crate::contract::error::LanguageErrorKind;
use crate::contract::error::Note;
use crate::contract::item::Name;
use crate::contract::language::STATEMENT_WORDS;
use crate::contract::language::constants::KnownConstant;
use crate::contract::language::places::Place;
use crate::contract::language::routines::{Known, Passed, Signature, fixed};
use crate::contract::language::syntax::{Declared, Expression, ExpressionKind};
use crate::contract::names::{Meaning, duplicate, reserved_in_rust};
use crate::contract::twin::NoTwin;
use crate::contract::types::Type;
use crate::isa::RegisterSize;

/// The words that statements have in them, beside those that they begin with.
const WORDS: [&str; 4] = ["as", "else", "in", "routine"];

/// What the name of an expression stands for.
pub(super) enum Named<'t> {
    Variable(Place),
    /// A constant, with what is known of it.
    Constant(KnownConstant<'t>),
}

impl<'t, S: Span> Expander<'_, '_, 't, S> {
    /// Gives their places to inputs and outputs, for each its register if the rule gives it.
    pub(super) fn parameters(&mut self, known: &Known<'t>) -> Vec<(usize, (RegisterSize, u8))> {
        let Signature { inputs, outputs } = &known.signature;
        let mut registers = Vec::with_capacity(inputs.len() + outputs.len());
        for (number, passed) in inputs.iter().chain(outputs).enumerate() {
            let of_name = |variable: &&Variable<'_>| variable.name.text == passed.name;
            let same = self.variables.iter().find(of_name).map(|variable| variable.place);
            let register = match same.filter(|_| number >= inputs.len()) {
                // An output that is an input keeps its register.
                Some(place) if place.ty == passed.ty => Some(place.register()),
                _ => self.parameter(passed),
            };
            registers.extend(register.map(|register| (passed.token, register)));
            if let Some((_, index)) = register {
                self.notes.parameter(Place { ty: passed.ty, index }, number < inputs.len());
            }
            if passed.is_optional {
                let why = NoTwin::Optional { name: passed.name.into() };
                self.notes.prevent(passed.token, why);
            }
        }
        registers
    }

    fn parameter(&mut self, passed: &Passed<'t>) -> Option<(RegisterSize, u8)> {
        let name = Name { text: passed.name, token: passed.token };
        let place = match passed.register {
            Some((size, index)) => {
                debug_assert_eq!(size, passed.ty.size());
                Some(Place { ty: passed.ty, index })
            }
            None => {
                // Keywords of Rust are reported of all inputs and outputs.
                let is_new = reserved_in_rust(name.text).is_none() && self.check_name(name);
                let place = self.take(passed.ty, Some(name.text), name.token);
                place.filter(|_| is_new)
            }
        };
        let Some(place) = place else {
            self.misplaced.push(name.text);
            return None;
        };
        let is_optional = passed.is_optional;
        self.add(Variable { name, place, is_alias: true, is_optional });
        Some(place.register())
    }

    /// Gives its place to a variable, which is known from behind its statement.
    pub(super) fn declare(&mut self, declared: &Declared<'t>) -> Option<Variable<'t>> {
        let variable = self.declared(declared);
        if variable.is_none() {
            self.misplaced.push(declared.name.text);
        }
        variable
    }

    fn declared(&mut self, declared: &Declared<'t>) -> Option<Variable<'t>> {
        let name = declared.name;
        if !self.check_name(name) {
            return None;
        }
        let place = match declared.register {
            Some((size, index)) => {
                if self.is_error_place((size, index)) {
                    let register = size.register(index);
                    let error = LanguageErrorKind::ErrorPlace { register };
                    let has_type = self.context.library.tokens.ident(declared.at + 1) == Some("in");
                    let token = if has_type { declared.at + 2 } else { declared.at };
                    return self.error(token, error);
                }
                Place { ty: declared.ty, index }
            }
            None => {
                self.notes.give(name.token);
                self.take(declared.ty, Some(name.text), name.token)?
            }
        };
        Some(Variable { name, place, is_alias: false, is_optional: false })
    }

    /// Whether an error of the library stands in a register.
    pub(super) fn is_error_place(&self, register: (RegisterSize, u8)) -> bool {
        self.context.library.enums.iter().any(|one| one.register == Some(register))
    }

    /// Whether a name may be that of a variable. Reports it if not.
    fn check_name(&mut self, name: Name<'t>) -> bool {
        if let Some(reserved) = self.reserved(name.text) {
            let error = LanguageErrorKind::ReservedVariable { name: name.text.into(), reserved };
            self.faults.at(name.token, error);
            return false;
        }
        let own = self.variables.iter().find(|variable| variable.name.text == name.text);
        let first = own.map(|variable| variable.name.token);
        let of_library = || Some(self.context.library.names.definition(name.text)?.1);
        if let Some(first) = first.or_else(of_library) {
            self.faults.noted(name.token, duplicate(name.text), (Note::First, first));
            return false;
        }
        true
    }

    fn reserved(&self, name: &str) -> Option<&'static str> {
        match name {
            _ if Type::from_name(name).is_some() => Some("a type"),
            _ if size_from_name(name).is_some() => Some("a register size"),
            _ if WORDS.contains(&name) || STATEMENT_WORDS.contains(&name) => {
                Some("a word of the language")
            }
            _ if self.context.library.grammar.mnemonics.has(name) => Some("a mnemonic"),
            _ => reserved_in_rust(name),
        }
    }

    /// The variable with a name, at this place.
    pub(super) fn variable(&self, name: &str) -> Option<Variable<'t>> {
        let found = self.variables.iter().rev().find(|variable| variable.name.text == name);
        found.copied().or_else(|| {
            let (text, (item, register)) = self.context.aliases.get_key_value(name)?;
            let (name, place) = (Name { text, token: 0 }, Place::of(*register));
            let is_before = *item < self.item;
            is_before.then_some(Variable { name, place, is_alias: true, is_optional: false })
        })
    }

    /// What an expression stands for that is one name or register, and is read; none if it is more.
    pub(super) fn named(&mut self, expression: &Expression<'t>) -> Option<Named<'t>> {
        let meaning = self.meaning(expression);
        self.read_names.extend(self.definition(expression));
        meaning
    }

    /// The token that defines the variable that an expression is, if it is no more than that.
    fn definition(&self, expression: &Expression<'t>) -> Option<usize> {
        let ExpressionKind::Name(name) = expression.kind else { return None };
        self.variable(name).map(|variable| variable.name.token)
    }

    /// Whether the variable that an expression is has been read so far.
    pub(super) fn is_read(&self, expression: &Expression<'t>) -> bool {
        self.definition(expression).is_some_and(|token| self.read_names.contains(&token))
    }

    /// Takes back that it has been read.
    pub(super) fn unmark_read(&mut self, expression: &Expression<'t>) {
        if let Some(token) = self.definition(expression) {
            self.read_names.remove(&token);
        }
    }

    /// What an expression stands for that is one name or register; none if it is more.
    pub(super) fn meaning(&mut self, expression: &Expression<'t>) -> Option<Named<'t>> {
        match expression.kind {
            ExpressionKind::Register(size, index) => {
                Some(Named::Variable(Place::of((size, index))))
            }
            ExpressionKind::Name(name) => {
                if let Some(variable) = self.variable(name) {
                    if variable.is_optional {
                        let error = LanguageErrorKind::OptionalVariable { name: name.into() };
                        self.faults.at(expression.at, error);
                    }
                    return Some(Named::Variable(variable.place));
                }
                match self.context.library.names.get(name) {
                    Some(Meaning::Constant) => {
                        let known = self.context.constants.get(name).copied();
                        return Some(Named::Constant(known.unwrap_or(KnownConstant::Other)));
                    }
                    None if is_constant_name(name) => {
                        return Some(Named::Constant(KnownConstant::Other));
                    }
                    None if !self.context.library.names.is_whole() || !self.is_whole => {
                        return None;
                    }
                    _ if self.misplaced.contains(&name) => return None,
                    _ => {}
                }
                let nearest = self.nearest(name);
                let name = name.into();
                self.error(expression.at, LanguageErrorKind::UnknownVariable { name, nearest })
            }
            _ => None,
        }
    }

    /// The name that may be meant; none behind the first errors, since all of many names would be compared with all of
    /// many.
    fn nearest(&self, name: &str) -> Option<Box<str>> {
        if !self.faults.suggests() {
            return None;
        }
        let variables = self.variables.iter().map(|variable| variable.name.text);
        let aliases = self.context.aliases.keys().copied();
        let near = nearest(name, variables.chain(aliases)).map(Into::into);
        let is_constant = |meaning| matches!(meaning, Meaning::Constant);
        near.or_else(|| self.context.library.names.nearest(name, is_constant, self.faults))
    }

    /// The type that a constant has by itself, if an expression is no more than its name.
    pub(super) fn constant_type(&self, expression: &Expression<'t>) -> Option<Type> {
        let ExpressionKind::Name(name) = expression.kind else { return None };
        if self.variable(name).is_some() {
            return None;
        }
        self.context.constants.get(name)?.ty()
    }

    /// The register that an expression is, if it is no more than that.
    pub(super) fn place_of(&self, expression: &Expression<'t>) -> Option<Place> {
        match expression.kind {
            ExpressionKind::Register(size, index) => Some(Place::of((size, index))),
            ExpressionKind::Name(name) => Some(self.variable(name)?.place),
            _ => None,
        }
    }

    /// Whether an expression is the variable in a register.
    pub(super) fn is_in(&self, expression: &Expression<'t>, place: Place) -> bool {
        self.place_of(expression).is_some_and(|own| own.is(place))
    }

    /// Whether an expression reads a register, or its instructions have it by themselves.
    pub(super) fn reads(&self, expression: &Expression<'t>, place: Place) -> bool {
        let mnemonics = self.context.library.grammar.mnemonics;
        let (size, index) = place.register();
        expression.any(&|part| match &part.kind {
            ExpressionKind::Call(call) => fixed(mnemonics, call.name.text).contains(size, index),
            _ => self.is_in(part, place),
        })
    }

    /// The variable that stands in a register.
    pub(super) fn holder(&self, (size, index): (RegisterSize, u8)) -> Option<Variable<'t>> {
        let register = size.register(index);
        let is_it = |variable: &&Variable<'_>| variable.place.to_register() == register;
        self.variables.iter().find(is_it).copied()
    }
}
