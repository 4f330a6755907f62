//! What each word of a library is, and what can stand at a place of it: what an editor shows, follows and
//! offers. The text may be unfinished; it is read with the parser that all else is read with, and what is
//! wrong is told by [`assemble`](super::assemble), not here.

mod expectation;
mod local;
mod structured;
mod word;
mod words;

use alloc::vec::Vec;

use super::error::Faults;
use super::expansion::Expansion;
use super::item::{Inside, ItemKind, Routine};
use super::language::{self, expansions};
use super::layout::{Layout, Placed, lay_out};
use super::library::Library;
use super::names::{Imports, Names};
use super::parse;
use crate::asm::parse::{Conditions, Grammar, Mnemonics, Mode};
use crate::asm::token::{Errors, Span, Token, Tokens};
use crate::isa::{Form, Register};
use crate::profile::Profile;

pub use expectation::{Expectation, expectation};
pub use word::{NameKind, Word};

/// The words of a library.
#[derive(Debug)]
pub struct Outline<'t> {
    /// What stands in it.
    pub inside: Inside<'t>,
    /// The words whose meaning is known, with their tokens, in the order of the source.
    pub words: Vec<(usize, Word)>,
    /// The registers of names, by the tokens that define these.
    pub registers: Vec<(usize, Register)>,
}

/// Finds out what each word of a library is. `extension` holds the host's own instructions.
///
/// ```
/// use aluvm_core::asm::lex_unfinished;
/// use aluvm_core::contract::{NameKind, Word, outline};
///
/// let tokens = lex_unfinished("pub fn double(value: a64[0]) -> (value: a64[0]) { add.uc value,");
/// let outline = outline(&tokens, &[]);
/// let (_, last) = outline.words.last().ok_or("none")?;
/// // The name of the input is the fifth token, from 0.
/// assert_eq!(*last, Word::Name { kind: NameKind::Parameter, definition: 4 });
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn outline<'t, S: Span>(tokens: &'t [Token<'t, S>], extension: &'static [Form]) -> Outline<'t> {
    let (words, registers) =
        read(tokens, extension, |reading| (words::words(&reading), words::registers(&reading)));
    let all = 0..tokens.len();
    let inside = parse::inside(Tokens::new(tokens), all, &mut Faults::default());
    Outline { inside, words, registers }
}

/// A library that has been read as far as its parser goes.
struct Reading<'r, S> {
    tokens: Tokens<'r, S>,
    grammar: Grammar<'r>,
    inside: &'r Inside<'r>,
    names: &'r Names<'r>,
    layout: &'r Layout<'r, S>,
    expansions: &'r [Option<Expansion<'r>>],
}

impl<'r, S> Reading<'r, S> {
    /// The routines, with their items.
    fn routines(&self) -> impl Iterator<Item = (&'r Placed<'r, S>, &'r Routine<'r>)> {
        let inside = self.inside;
        self.layout.routines.iter().filter_map(|placed| {
            match inside.items.get(placed.item).map(|item| &item.kind) {
                Some(ItemKind::Routine(routine)) => Some((placed, routine)),
                _ => None,
            }
        })
    }
}

/// Reads a library, and does something with what is read.
fn read<S: Span, T>(
    tokens: &[Token<'_, S>],
    extension: &'static [Form],
    then: impl FnOnce(Reading<'_, S>) -> T,
) -> T {
    let tokens = Tokens::new(tokens);
    let mut faults = Faults::default();
    let mut errors = Errors::new(tokens.spans());
    let inside = parse::inside(tokens, 0..tokens.len(), &mut faults);
    let mnemonics = Mnemonics::new(extension);
    let grammar =
        Grammar { mnemonics: &mnemonics, mode: Mode::Routine, conditions: Conditions::Unknown };
    let names = Names::of(&inside, &mnemonics, &mut faults);
    let imports = Imports { names: &names, all: Vec::new(), is_file: true };
    let library =
        Library { tokens, grammar, names: &names, enums: &[], imports: &imports, expansions: &[] };
    let labels = language::labels(tokens, 0..tokens.len());
    let expansions = expansions(library, &inside, &labels, &mut errors, &mut faults);
    let library = Library { expansions: &expansions, ..library };
    let literals = Vec::from_iter(inside.items.iter().map(|_| None));
    let layout = lay_out(library, &inside, &literals, &Profile::SPEC, &mut errors, &mut faults);
    let (inside, names) = (&inside, &names);
    then(Reading { tokens, grammar, inside, names, layout: &layout, expansions: &expansions })
}
