//! A library from its tokens: all stages one behind the other.

mod mention;
mod parts;
mod twin;

use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;
use core::ops::Range;

pub use self::mention::Mention;
use self::mention::mentions;
use self::parts::Parts;
use self::twin::{report_twins, twins};
use super::error::{Faults, SourceError, SourceErrorKind};
use super::interface::{Interface, PublicParameter, PublicRoutine};
use super::item::{Inside, Item, ItemKind};
use super::language::{self, expansions};
use super::layout::{Placed, lay_out};
use super::library::Library;
use super::names::{
    Attributes, Callee, ConstantLiteral, ErrorEnum, Imports, Levels, Names, Resolve, check_isae,
    constants, enums, interfaces,
};
use super::parse;
use super::twin::Twin;
use super::types::Type;
use super::verify::{report_unused, verify};
use crate::asm::error::cut;
use crate::asm::parse::{Conditions, Grammar, Mnemonics, Mode};
use crate::asm::resolve::Resolved;
use crate::asm::token::{Errors, Span, Token, Tokens};
use crate::flow::{CLOBBERED, Summary};
use crate::isa::{Form, Register};
use crate::library::{IsaId, Isae, LibId};
use crate::limits::CODE_MAX;
use crate::profile::Profile;

/// A library that has been read.
#[derive(Debug)]
pub struct Contract<'t, S> {
    /// What stands in it.
    pub inside: Inside<'t>,
    /// For each item that is a constant its value.
    pub constants: Vec<Option<ConstantLiteral>>,
    /// The enums of errors, in the order of the source.
    pub enums: Vec<ErrorEnum>,
    /// The libraries that it imports, by the items that do.
    pub imports: Vec<(usize, Interface)>,
    /// The aliases that all later routines share.
    pub aliases: Vec<(Box<str>, Register)>,
    /// The routines, in the order of the source.
    pub routines: Vec<AssembledRoutine>,
    /// The instructions of all routines, one behind the other.
    pub instrs: Vec<AssembledInstr<S>>,
    /// The statements that became instructions.
    pub statements: Vec<AssembledStatement>,
    /// The types that constants of structured statements have, by the first token of each.
    pub constant_types: BTreeMap<usize, Type>,
    /// Names that are used in the macro, with what each means. Of a file they are none.
    pub mentions: Vec<(usize, Mention)>,
    /// What `isae` says, or else the profile.
    pub isae: Option<Isae>,
    /// What the machine does that runs it.
    pub profile: Profile,
    /// The pinned id and its token.
    pub id: Option<(LibId, usize)>,
    /// All errors, in the order of the source.
    pub errors: Vec<SourceError<S>>,
}

/// A routine that has been laid out.
#[derive(Clone, Debug)]
pub struct AssembledRoutine {
    /// The item that it is.
    pub item: usize,
    /// Where it begins.
    pub offset: u16,
    /// Its instructions, of all.
    pub instrs: Range<usize>,
    /// Its statements, of all.
    pub statements: Range<usize>,
    /// Its inputs.
    pub inputs: Vec<PublicParameter>,
    /// Its outputs.
    pub outputs: Vec<PublicParameter>,
    /// The aliases that only it has.
    pub aliases: Vec<(Box<str>, Register)>,
    /// The variables of its statements, without its inputs, outputs and aliases.
    pub variables: Vec<AssembledVariable>,
    /// Its labels and where in the code of the library they stand.
    pub labels: Vec<(Box<str>, u16)>,
    /// What it does, calls included.
    pub summary: Summary,
    /// What its twin does, if it has one.
    pub twin: Option<Twin>,
}

/// A variable of structured statements.
#[derive(Clone, Debug)]
pub struct AssembledVariable {
    /// Its name.
    pub name: Box<str>,
    /// Its type.
    pub ty: Type,
    /// Where it stands.
    pub register: Register,
    /// The code in which it is known.
    pub known: Range<u16>,
}

/// An instruction at its place.
#[derive(Clone, Debug)]
pub struct AssembledInstr<S> {
    /// The instruction; none if there is a mistake in it.
    pub resolved: Option<Resolved<S>>,
    /// Where it begins.
    pub offset: u16,
    /// The token that it comes from.
    pub cause: u32,
    /// The routine of another library that it calls by its name.
    pub callee: Option<Box<Callee>>,
}

/// A statement that became instructions.
#[derive(Clone, Debug)]
pub struct AssembledStatement {
    /// Its tokens, attributes and the semicolon left out.
    pub tokens: Range<usize>,
    /// Its instructions, of all.
    pub instrs: Range<usize>,
    /// The error that it refuses with: the number of the enum, and that of the variant.
    pub refusal: Option<(usize, usize)>,
    /// Whether it is of the language above the instructions, so that these are others than it says.
    pub is_structured: bool,
}

/// Where a library is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin<'d> {
    /// In the macro, among items of Rust.
    Macro {
        /// The first tokens of the conditions that do not hold.
        disabled: &'d BTreeSet<usize>,
    },
    /// In a file.
    File {
        /// What is verified.
        levels: Levels<'d>,
    },
}

impl<S> Contract<'_, S> {
    /// The routines that others can call.
    pub fn public_routines(&self) -> Vec<PublicRoutine> {
        let routines = self.routines.iter().filter_map(|routine| {
            let item = self.inside.items.get(routine.item).filter(|item| item.is_public())?;
            Some(PublicRoutine {
                name: item.name?.text.into(),
                offset: routine.offset,
                inputs: routine.inputs.clone(),
                outputs: routine.outputs.clone(),
                summary: routine.summary,
                has_twin: routine.twin.is_some(),
            })
        });
        routines.collect()
    }
}

/// Reads the items of a library and looks nothing up. What is wrong is told by [`assemble`].
pub fn items<'t, S: Span>(tokens: &'t [Token<'t, S>]) -> Inside<'t> {
    let mut faults = Faults::default();
    parse::inside(Tokens::new(tokens), 0..tokens.len(), &mut faults)
}

/// Reads what stands inside of a library, verifies and lays it out. The errors are found, each once, in the
/// order of the source, but for those behind the hundredth.
pub fn assemble<'t, S: Span>(
    tokens: &'t [Token<'t, S>],
    range: Range<usize>,
    extension: &'static [Form],
    origin: Origin<'_>,
    resolve: Resolve<'_>,
) -> Contract<'t, S> {
    let mut contract = assemble_uncut(tokens, range, extension, origin, resolve);
    cut(&mut contract.errors);
    contract
}

/// The same with all errors, however many there are.
pub fn assemble_uncut<'t, S: Span>(
    tokens: &'t [Token<'t, S>],
    range: Range<usize>,
    extension: &'static [Form],
    origin: Origin<'_>,
    resolve: Resolve<'_>,
) -> Contract<'t, S> {
    let tokens = Tokens::new(tokens);
    let is_file = matches!(origin, Origin::File { .. });
    let mut faults = Faults::default();
    let mut errors = Errors::new(tokens.spans());
    let mut inside = parse::inside(tokens, range.clone(), &mut faults);
    let is_read = faults.len() == 0;
    let mnemonics = Mnemonics::new(extension);
    let conditions = match origin {
        Origin::Macro { disabled } => {
            inside.disable(disabled);
            Conditions::Without(disabled)
        }
        Origin::File { .. } => Conditions::Unknown,
    };
    let grammar = Grammar { mnemonics: &mnemonics, mode: Mode::Routine, conditions };
    let mut attributes = Attributes::of(&inside, tokens, is_file, &mut faults);
    if let Origin::File { levels } = origin {
        attributes.apply(levels);
    }
    let profile = attributes.profile.unwrap_or_default();
    attributes.read_isae(&inside, tokens, &profile, &mut faults);
    let names = Names::of(&inside, &mnemonics, &mut faults);
    let constants = constants(&inside, tokens, grammar, is_file, &mut errors, &mut faults);
    let enums = enums(&inside, tokens, grammar, &mut errors, &mut faults);
    let all = interfaces(&inside, tokens, is_file, resolve, &mut faults);
    let imports = Imports { names: &names, all, is_file };
    let library = Library {
        tokens,
        grammar,
        names: &names,
        enums: &enums,
        imports: &imports,
        expansions: &[],
    };
    let labels = language::labels(tokens, range.clone());
    let expansions = expansions(library, &inside, &labels, &mut errors, &mut faults);
    let library = Library { expansions: &expansions, ..library };
    let layout = lay_out(library, &inside, &constants, &profile, &mut errors, &mut faults);
    if is_read {
        check_public(&inside, range.end, &mut faults);
    }
    let is_right = faults.len() == 0 && errors.len() == 0;
    let summaries = match layout.length <= CODE_MAX {
        true => verify(library, &inside, &layout, &attributes, &mut faults),
        // Offsets have no meaning there.
        false => Vec::new(),
    };
    if is_right {
        report_unused(library, (&inside, &range), &layout, &attributes, &mut faults);
    }
    // Names are followed by an editor through what the macro makes of them; a file has its outline.
    let mentions = if is_file { Vec::new() } else { mentions(library, &inside, &layout) };
    let constant_types = expansions.iter().flatten().flat_map(|one| one.constants.iter().copied());
    let constant_types = constant_types.collect();
    let aliases = layout.aliases.iter().map(|alias| (alias.name.into(), alias.register)).collect();
    let length = layout.length;
    let permits = |routine: &Placed<'_, S>| {
        attributes.allows(routine.item, CLOBBERED) || routine.body.permits(CLOBBERED)
    };
    let clobbered = layout.routines.iter().filter(|routine| permits(routine));
    let clobbered = clobbered.map(|routine| routine.item).collect();
    let mut parts = Parts::of(library, layout, summaries);
    let no_twin = twins(&inside, &mut parts.routines, expansions, &profile, &clobbered);
    if is_right {
        report_twins(&inside, &no_twin, &mut faults);
    }
    let resolved = parts.instrs.iter().filter_map(|instr| instr.resolved.as_ref());
    check_isae(&attributes, resolved.clone(), &mut faults);
    let by_profile = isae_of(&profile, resolved);
    parts.check_size(length, &mut errors);
    let Parts { routines, instrs, statements } = parts;
    let Attributes { isae, id, .. } = attributes;
    let isae = isae.map(|(isae, _)| isae).or(by_profile);
    let imports = imports.all;
    let errors = faults.into_sorted(errors);
    Contract {
        inside,
        constants,
        enums,
        imports,
        aliases,
        routines,
        instrs,
        statements,
        constant_types,
        mentions,
        isae,
        profile,
        id,
        errors,
    }
}

/// What all libraries of a network name, and the extensions whose instructions are used.
fn isae_of<'r, S: 'r>(
    profile: &Profile,
    instrs: impl Iterator<Item = &'r Resolved<S>>,
) -> Option<Isae> {
    let base = profile.isae()?;
    let used = instrs.filter_map(|resolved| Some(resolved.form?.isae));
    let names = base.iter().copied().chain(used.filter(|name| !name.is_empty()));
    Isae::new_for(names.filter_map(|name| IsaId::new(name).ok()), profile).ok()
}

/// Reports that no routine can be called by others.
fn check_public(inside: &Inside<'_>, end: usize, faults: &mut Faults) {
    let mut routines = inside.items.iter().filter(|item| matches!(item.kind, ItemKind::Routine(_)));
    let Some(first) = routines.next() else {
        return faults.at(end, SourceErrorKind::NoPublicRoutine { private: None });
    };
    if !first.is_public()
        && !routines.any(Item::is_public)
        && let Some(name) = first.name
    {
        let private = Some(name.text.into());
        faults.at(name.token, SourceErrorKind::NoPublicRoutine { private });
    }
}
