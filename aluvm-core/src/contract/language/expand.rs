//! From statements of this language to those of a contract without it, by the tables of `docs/language.md`: a table is
//! a file. Nothing is decided here but by those rules, and nothing is made shorter.

mod call;
mod cast;
mod condition;
mod emit;
mod expression;
mod method;
mod mnemonic;
mod name;
mod operator;
mod statement;
mod twin;

use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use self::twin::Notes;
use super::constants::Constants;
use super::parse::Parsed;
use super::places::{Place, Places};
use super::registers::Registers;
use super::routines::{Aliases, Known};
use super::syntax::Expression;
use super::{Expansion, Source};
use crate::asm::parse::{Statement, Statements};
use crate::asm::token::Span;
use crate::contract::error::Faults;
use crate::contract::error::LanguageErrorKind;
use crate::contract::expansion::Variable as KnownVariable;
use crate::contract::item::Name;
use crate::contract::library::Library;
use crate::contract::types::Type;

/// What all routines are expanded with.
#[derive(Clone, Copy)]
pub(super) struct Context<'e, 't, S> {
    pub(super) library: Library<'e, 't, S>,
    pub(super) aliases: &'e Aliases<'t>,
    pub(super) constants: &'e Constants<'t>,
    pub(super) routines: &'e BTreeMap<usize, Known<'t>>,
    /// Whether it is asked what the twins do.
    pub(super) has_twins: bool,
    /// Names for the labels that an expansion makes. Those of the source are no numbers.
    pub(super) labels: &'t [String],
}

/// A name that can be read and assigned to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Variable<'t> {
    pub(super) name: Name<'t>,
    pub(super) place: Place,
    /// Whether the assembler knows the name too, as that of an alias.
    pub(super) is_alias: bool,
    pub(super) is_optional: bool,
}

/// Where the words of a loop lead.
struct Loop<'t> {
    again: &'t str,
    out: &'t str,
    is_left: bool,
}

/// Why a routine cannot have places by the rule.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Restriction {
    /// It calls itself.
    Circle,
    /// It calls something whose registers are not known.
    Unknown,
}

/// The routine that is expanded.
struct Expander<'e, 'f, 't, S> {
    context: Context<'e, 't, S>,
    faults: &'f mut Faults,
    /// The item that it is.
    item: usize,
    has_outputs: bool,
    /// Whether all inputs and outputs could be read.
    is_whole: bool,
    /// Whether it has been reported that no register is left.
    is_exhausted: bool,
    restriction: Option<Restriction>,
    /// What stands in the source without this language; what has been written is taken out.
    plain: Vec<Option<Statement<'t>>>,
    read: Statements<'t>,
    out: Statements<'t>,
    sources: Vec<Source>,
    /// For each statement that is written the number of its source.
    origins: Vec<u32>,
    places: Places,
    variables: Vec<Variable<'t>>,
    /// Names of variables that have no register because of a mistake that has been reported.
    misplaced: Vec<&'t str>,
    /// All that ever were.
    all_variables: Vec<KnownVariable<'t>>,
    /// The types of constants, by their first tokens.
    constants: Vec<(usize, Type)>,
    loops: Vec<Loop<'t>>,
    /// The statement of the source that instructions are written for.
    current: usize,
    /// The statement in whose block it is.
    outer: Option<u32>,
    /// The names of the variables that are read, by their tokens.
    read_names: BTreeSet<usize>,
    /// How many labels it has made.
    labels: usize,
    /// The error of the statement, behind whose calls it is put again.
    refusal: Option<usize>,
    /// What the statement assigns to and does not read.
    target: Option<Place>,
    /// What the twin does.
    notes: Notes,
}

/// Expands a routine whose places are those that [`Places`] gives. Returns what it stands for, and all registers that
/// it was given.
pub(super) fn expand<'t, S: Span>(
    context: Context<'_, 't, S>,
    item: usize,
    mut parsed: Parsed<'t>,
    (excluded, restriction): (Registers, Option<Restriction>),
    faults: &mut Faults,
) -> Option<(Expansion<'t>, Registers)> {
    let known = context.routines.get(&item)?;
    let plain = core::mem::take(&mut parsed.statements.list);
    let capacity = 4 * plain.len();
    let mut expander = Expander {
        context,
        faults,
        item,
        has_outputs: !known.signature.outputs.is_empty(),
        is_whole: known.is_whole,
        is_exhausted: false,
        restriction,
        plain: plain.into_iter().map(Some).collect(),
        read: parsed.statements,
        out: Statements::with_capacity(capacity),
        sources: Vec::new(),
        origins: Vec::with_capacity(capacity),
        places: Places::new(excluded),
        variables: Vec::new(),
        misplaced: core::mem::take(&mut parsed.lost),
        all_variables: Vec::new(),
        constants: Vec::new(),
        loops: Vec::new(),
        current: 0,
        outer: None,
        read_names: BTreeSet::new(),
        labels: 0,
        refusal: None,
        target: None,
        notes: Notes::new(context.has_twins),
    };
    let parameters = expander.parameters(known);
    expander.body(&parsed.block, parsed.is_structured);
    let Expander { mut out, read, sources, origins, places, read_names, notes, .. } = expander;
    let (mut variables, constants) = (expander.all_variables, expander.constants);
    for variable in &mut variables {
        variable.is_read = read_names.contains(&variable.name.token);
    }
    let twin = notes.into_twin(parsed.block.close);
    out.adopt_attributes(read);
    let expansion =
        Expansion { statements: out, origins, sources, parameters, variables, constants, twin };
    Some((expansion, places.given()))
}

impl<'t, S: Span> Expander<'_, '_, 't, S> {
    /// Reports an error, and that what it is about stands for nothing.
    fn error<T>(&mut self, token: usize, kind: LanguageErrorKind) -> Option<T> {
        self.error_between(token, token, kind)
    }

    fn error_in<T>(&mut self, part: &Expression<'t>, kind: LanguageErrorKind) -> Option<T> {
        self.error_between(part.first, part.last, kind)
    }

    fn error_between<T>(
        &mut self,
        first: usize,
        last: usize,
        kind: LanguageErrorKind,
    ) -> Option<T> {
        self.faults.between(first, last, kind);
        None
    }

    /// Gives a register to a variable.
    fn take(&mut self, ty: Type, name: Option<&str>, token: usize) -> Option<Place> {
        if let Some(restriction) = self.restriction {
            let name = name.map(Box::from);
            let calls_itself = restriction == Restriction::Circle;
            return self.error(token, LanguageErrorKind::NoRule { name, ty, calls_itself });
        }
        if let Some(place) = self.places.take(ty) {
            return Some(place);
        }
        if core::mem::replace(&mut self.is_exhausted, true) {
            return None;
        }
        let of_size = |variable: &&Variable<'_>| variable.place.ty.size() == ty.size();
        let holders: Vec<_> = self
            .variables
            .iter()
            .filter(of_size)
            .map(|variable| (Box::from(variable.name.text), variable.place.to_register()))
            .collect();
        let held = self.places.held().count(ty.size());
        let temporaries = held.saturating_sub(holders.len());
        self.error(token, LanguageErrorKind::NoPlace { ty, holders, temporaries })
    }

    /// Gives a register to the value of an expression.
    fn temporary(&mut self, ty: Type, token: usize) -> Option<Place> {
        self.take(ty, None, token)
    }

    fn release(&mut self, place: Place) {
        self.places.release(place);
    }

    /// Makes a variable known.
    fn add(&mut self, variable: Variable<'t>) {
        let Variable { name, place: Place { ty, index }, is_alias, .. } = variable;
        let known = self.out.list.len()..usize::MAX;
        let is_read = false;
        self.all_variables.push(KnownVariable { name, ty, index, known, is_alias, is_read });
        self.variables.push(variable);
    }
}
