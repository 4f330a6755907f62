//! The language above the instructions: structured statements, expressions, and the rule that gives each value its
//! register. What each form stands for is said in `docs/language.md`; nothing here decides but by that.
//!
//! A routine with such statements is expanded to the statements that a contract has without them, each of which
//! names the statement that it comes from, so that all stages behind this one know no others. What is read goes
//! through stages, each of which knows only those before it, beside the data that they hand on (`syntax`,
//! `registers`, `constants`):
//!
//! ```text
//! parse     tokens to statements and expressions, plain data in which names are names
//! routines  what each routine takes and gives, which registers it names, and what it calls
//! order     routines one behind the other, those that are called first
//! places    which registers are free
//! expand    the tables of the page
//! ```

mod constants;
mod expand;
mod order;
mod parse;
mod places;
mod registers;
mod routines;
mod syntax;

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::ops::Range;

use self::constants::constants;
use self::expand::{Context, Restriction, expand};
use self::order::{Group, groups};
pub use self::parse::STATEMENT_WORDS;
pub(super) use self::parse::{begins, has_any, register_at};
use self::registers::Registers;
use self::routines::{Known, aliases, known};
use super::error::Faults;
use super::expansion::{Expansion, Source};
use super::item::{Inside, Item, ItemKind};
use super::library::Library;
#[cfg(feature = "text")]
use crate::asm::parse::{Conditions, Grammar, Mnemonics, Mode};
#[cfg(feature = "text")]
use crate::asm::token::lex_unfinished;
use crate::asm::token::{Errors, Span, TokenKind, Tokens};

/// Names for as many labels as the statements in a range of tokens can need.
pub(super) fn labels<S: Span>(tokens: Tokens<'_, S>, range: Range<usize>) -> Vec<String> {
    let needed = |at| match tokens.kind(at) {
        Some(TokenKind::Ident(word)) if matches!(&**word, "if" | "while" | "loop") => 2,
        Some(TokenKind::Punct('&' | '|')) => 1,
        _ => 0,
    };
    let all: usize = range.map(needed).sum();
    (0..all).map(|number| number.to_string()).collect()
}

/// Whether a label is one of these.
pub(super) fn is_made(label: &str) -> bool {
    label.starts_with(|first: char| first.is_ascii_digit())
}

/// Expands the routines that have statements of this language, or inputs or outputs with types: for each item what it
/// stands for.
pub(super) fn expansions<'t, S: Span>(
    library: Library<'_, 't, S>,
    inside: &Inside<'t>,
    labels: &'t [String],
    errors: &mut Errors<'t, S>,
    faults: &mut Faults,
) -> Vec<Option<Expansion<'t>>> {
    let (aliases, constants) = (aliases(library, inside), constants(library, inside, faults));
    let mut routines: BTreeMap<usize, Known<'t>> = BTreeMap::new();
    let mut bodies: BTreeMap<usize, Range<usize>> = BTreeMap::new();
    for (item, source) in inside.items.iter().enumerate() {
        let ItemKind::Routine(routine) = &source.kind else { continue };
        let known = known(library, routine, &aliases, faults);
        let body = routine.body.clone();
        let is_expanded = |body: &Range<usize>| {
            known.has_types || parse::has_any(library.tokens, body.clone(), library.grammar)
        };
        bodies.extend(body.filter(is_expanded).map(|body| (item, body)));
        routines.insert(item, known);
    }
    if bodies.is_empty() {
        return Vec::new();
    }
    let has_twins = !library.imports.is_file || inside.items.iter().any(Item::asks_for_twin);
    let mut all: Vec<Option<Expansion<'t>>> = inside.items.iter().map(|_| None).collect();
    let mut taken = Taken { errors: error_registers(library), ..Taken::default() };
    for Group { items, is_circle } in groups(&routines) {
        let (excluded, restriction) = taken.before(&items, is_circle, &routines);
        let mut given = excluded;
        for item in &items {
            let Some(body) = bodies.remove(item) else { continue };
            let context = Context {
                library,
                aliases: &aliases,
                constants: &constants,
                routines: &routines,
                has_twins,
                labels,
            };
            let parsed = parse::body(library.tokens, body, library.grammar, errors, faults);
            let expanded = expand(context, *item, parsed, (excluded, restriction), faults);
            let Some((expansion, places)) = expanded else { continue };
            given.extend(&places);
            if let Some(known) = routines.get_mut(item) {
                known.signature.set_registers(&expansion.parameters);
                known.has_twin = expansion.twin.is_ok();
            }
            if let Some(place) = all.get_mut(*item) {
                *place = Some(expansion);
            }
        }
        taken.behind(items, given, restriction);
    }
    all
}

/// What the routines have that were expanded so far.
#[derive(Default)]
struct Taken {
    /// The registers of the errors.
    errors: Registers,
    /// For each routine the registers that it and all that it calls may have.
    touched: BTreeMap<usize, Registers>,
    /// The routines that call something of which nothing is known.
    unknown: BTreeSet<usize>,
}

impl Taken {
    /// The registers that the rule does not give to routines which call each other, and why it gives none.
    fn before(
        &self,
        items: &[usize],
        is_circle: bool,
        routines: &BTreeMap<usize, Known<'_>>,
    ) -> (Registers, Option<Restriction>) {
        let mut excluded = self.errors;
        let mut restriction = is_circle.then_some(Restriction::Circle);
        for known in items.iter().filter_map(|item| routines.get(item)) {
            excluded.extend(&known.named);
            excluded.extend(&known.elsewhere);
            let mut callees = known.calls.iter();
            if known.calls_unknown || callees.any(|callee| self.unknown.contains(callee)) {
                restriction = restriction.or(Some(Restriction::Unknown));
            }
            for callee in known.calls.iter().filter_map(|callee| self.touched.get(callee)) {
                excluded.extend(callee);
            }
        }
        (excluded, restriction)
    }

    /// Notes what the routines have.
    fn behind(&mut self, items: Vec<usize>, given: Registers, restriction: Option<Restriction>) {
        for item in items {
            self.touched.insert(item, given);
            if restriction == Some(Restriction::Unknown) {
                self.unknown.insert(item);
            }
        }
    }
}

/// Whether the text of a statement, as a description has it, is of this language, so that its instructions are others
/// than it says.
///
/// ```
/// use aluvm_core::contract::is_structured;
///
/// assert!(is_structured("total = a64[1] + 1"));
/// assert!(!is_structured("require add.uc a64[0], a64[1] => TooGreat"));
/// ```
#[cfg(feature = "text")]
pub fn is_structured(statement: &str) -> bool {
    // A brace stands for the `ret` at the end of a routine.
    if statement == "}" {
        return true;
    }
    // Nearly all are instructions, which need not be read to see that.
    let has_word = || STATEMENT_WORDS.iter().any(|word| statement.starts_with(word));
    if !statement.contains(['=', '(']) && !has_word() {
        return false;
    }
    let tokens = lex_unfinished(statement);
    let tokens = Tokens::new(&tokens);
    let mnemonics = Mnemonics::new(&[]);
    let conditions = Conditions::Unknown;
    let grammar = Grammar { mnemonics: &mnemonics, mode: Mode::Routine, conditions };
    parse::has_any(tokens, 0..tokens.len(), grammar)
}

/// The registers of the errors.
fn error_registers<S: Span>(library: Library<'_, '_, S>) -> Registers {
    let mut all = Registers::default();
    for (size, index) in library.enums.iter().filter_map(|one| one.register) {
        all.insert(size, index);
    }
    all
}
