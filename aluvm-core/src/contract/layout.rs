//! The routines of a library: each is read in a scope within that of the library, then they are laid out
//! one behind the other, then the jumps among them are resolved.

use alloc::vec::Vec;

use super::body::{self, Body, Source};
use super::error::{Faults, SourceErrorKind};
use super::item::{Inside, ItemKind, Name, Routine};
use super::library::Library;
use super::names::{ConstantLiteral, Parameters, define_parameters};
use super::parse::register_in;
use crate::asm::error::AsmErrorKind;
use crate::asm::parse::{self, StatementKind};
use crate::asm::resolve::{Halves, Labels, Scope};
use crate::asm::token::{Errors, Span};
use crate::isa::Register;
use crate::profile::Profile;

/// A name for a register.
#[derive(Clone, Copy, Debug)]
pub(super) struct Alias<'t> {
    pub(super) name: &'t str,
    /// Its token.
    pub(super) token: usize,
    pub(super) register: Register,
    pub(super) is_used: bool,
}

/// A routine that has been laid out.
pub(super) struct Placed<'t, S> {
    /// The item that it is.
    pub(super) item: usize,
    /// Its name; none if that could not be read.
    pub(super) name: Option<Name<'t>>,
    pub(super) is_public: bool,
    pub(super) parameters: Parameters,
    pub(super) aliases: Vec<Alias<'t>>,
    pub(super) body: Body<'t, S>,
    /// Where it begins in the code, in whole bytes.
    pub(super) offset: usize,
    /// Whether there is a mistake in it.
    pub(super) is_wrong: bool,
}

/// All code of a library.
pub(super) struct Layout<'t, S> {
    pub(super) routines: Vec<Placed<'t, S>>,
    /// The aliases that all later routines share.
    pub(super) aliases: Vec<Alias<'t>>,
    /// The items that are constants and are named by an instruction.
    pub(super) constants: Vec<usize>,
    /// The length of the code in whole bytes.
    pub(super) length: usize,
    /// Where code lies behind instructions that end with half a byte. Offsets of routines and in them are of whole
    /// bytes.
    pub(super) halves: Halves,
}

/// Reads and lays out all routines.
pub(super) fn lay_out<'t, S: Span>(
    library: Library<'_, 't, S>,
    inside: &Inside<'t>,
    literals: &'t [Option<ConstantLiteral>],
    profile: &Profile,
    errors: &mut Errors<'t, S>,
    faults: &mut Faults,
) -> Layout<'t, S> {
    let mut scope = Scope::new(library.grammar.mnemonics).with_profile(*profile);
    for (item, literal) in inside.items.iter().zip(literals) {
        if let (Some(name), ItemKind::Constant(constant), Some(literal)) =
            (item.name, &item.kind, literal)
        {
            scope.define_constant(name.text, literal.value(constant.size));
        }
    }
    let mut routines = Vec::new();
    let mut tokens = Vec::new();
    for (number, item) in inside.items.iter().enumerate() {
        match &item.kind {
            ItemKind::Alias(register) => {
                if let Some(name) = item.name.filter(|name| library.names.is_own(*name)) {
                    let source = (library.tokens, library.grammar);
                    let register = register_in(register, source, &scope, "`;`", errors, faults);
                    match scope.define_alias(name.text, name.token, register) {
                        Ok(()) => tokens.push(name),
                        Err(fault) => errors.push(fault),
                    }
                }
            }
            ItemKind::Routine(routine) => {
                let before = (errors.len(), faults.len());
                let (parameters, aliases, body) =
                    read(library, (number, routine), item.name, &scope, errors, faults);
                let is_broken = body.code.instrs.iter().any(Option::is_none);
                routines.push(Placed {
                    item: number,
                    name: item.name,
                    is_public: item.is_public(),
                    is_wrong: before != (errors.len(), faults.len())
                        || is_broken
                        || !parameters.is_whole,
                    parameters,
                    aliases,
                    body,
                    offset: 0,
                });
            }
            _ => {}
        }
    }
    let before = errors.len();
    let (length, halves) = link(&mut routines, profile, errors);
    report_shifted(&mut routines, &halves, faults);
    if !library.names.is_whole() {
        errors.retain_behind(before, |kind| !matches!(kind, AsmErrorKind::UndefinedLabel { .. }));
    }
    let constants = inside
        .items
        .iter()
        .enumerate()
        .filter(|(_, item)| item.name.is_some_and(|name| scope.is_constant_used(name.text)));
    Layout {
        routines,
        constants: constants.map(|(number, _)| number).collect(),
        aliases: aliases(tokens.into_iter(), &scope),
        length,
        halves,
    }
}

/// Reads a routine in the scope of its library.
fn read<'t, S: Span>(
    library: Library<'_, 't, S>,
    (item, routine): (usize, &Routine<'t>),
    name: Option<Name<'t>>,
    outer: &Scope<'_, 't>,
    errors: &mut Errors<'t, S>,
    faults: &mut Faults,
) -> (Parameters, Vec<Alias<'t>>, Body<'t, S>) {
    let Library { tokens, grammar, names, .. } = library;
    let mut scope = Scope::within(outer);
    let expansion = library.expansion(item);
    let given = |name| expansion.map(|expansion| expansion.parameter(name));
    let parameters =
        define_parameters(routine, (tokens, grammar), names, &given, &mut scope, errors, faults);
    let range = routine.body.clone().unwrap_or_default();
    let before = errors.len();
    let statements = match expansion {
        Some(expansion) => Source::Expanded(expansion),
        None => Source::Read(parse::statements(tokens, range, grammar, errors)),
    };
    let is_read = errors.len() == before && routine.body.is_some();
    let before = errors.len();
    let body = body::read(library, routine, &statements, &mut scope, errors, faults);
    if !(routine.is_whole && names.is_whole()) {
        errors.retain_behind(before, |kind| !matches!(kind, AsmErrorKind::UnknownName { .. }));
    }
    if let (true, true, Some(name)) = (body.code.instrs.is_empty(), is_read, name) {
        faults.at(name.token, SourceErrorKind::EmptyRoutine { name: name.text.into() });
    }
    let own = statements.list.iter().filter_map(|statement| match statement.kind {
        StatementKind::Alias { name, token, .. } => Some(Name { text: name, token }),
        _ => None,
    });
    let aliases = aliases(own, &scope);
    (parameters, aliases, body)
}

/// What names stand for in their scope, and whether they are used.
fn aliases<'t>(names: impl Iterator<Item = Name<'t>>, scope: &Scope<'_, 't>) -> Vec<Alias<'t>> {
    let known = names.filter_map(|Name { text, token }| {
        let (size, index) = scope.register(text)?;
        let is_used = scope.is_alias_used(text)?;
        Some(Alias { name: text, token, register: size.register(index), is_used })
    });
    known.collect()
}

/// Places the routines, and resolves the jumps. Returns the length of all code.
fn link<'t, S: Span>(
    routines: &mut [Placed<'t, S>],
    profile: &Profile,
    errors: &mut Errors<'t, S>,
) -> (usize, Halves) {
    let mut labels = Labels::default();
    let mut length = 0;
    for routine in &mut *routines {
        routine.offset = length;
        length += routine.body.code.length;
        if let Some(name) = routine.name {
            // A second routine of one name has been reported.
            let _ = labels.define(name.text, name.token, routine.offset);
        }
        labels.set_of_piece(&routine.body.code.labels);
    }
    let instrs = routines.iter().flat_map(|routine| &routine.body.code.instrs);
    let halves = Halves::of(profile, instrs.map(Option::as_ref));
    for routine in routines {
        let before = errors.len();
        routine.body.code.link(routine.offset, Some(&labels), &halves, errors);
        routine.is_wrong |= errors.len() != before;
    }
    (length, halves)
}

/// Reports routines that would begin in the middle of a byte, which no call leads to, and what only the compiler knows
/// behind an instruction that ends with half a byte.
fn report_shifted<S: Span>(routines: &mut [Placed<'_, S>], halves: &Halves, faults: &mut Faults) {
    if halves.is_empty() {
        return;
    }
    // The last instruction that ends with half a byte.
    let mut last = None;
    for routine in routines {
        let before = faults.len();
        if halves.moved(routine.offset).is_shifted
            && let Some((token, mnemonic)) = last
            && let Some(name) = routine.name
        {
            let routine = name.text.into();
            faults.at(token, SourceErrorKind::ShiftedRoutine { mnemonic, routine });
        }
        let mut at = routine.offset;
        let causes = routine.body.causes.iter();
        for (resolved, cause) in routine.body.code.instrs.iter().zip(causes) {
            let Some(resolved) = resolved else { continue };
            if halves.moved(at).is_shifted
                && (!resolved.constants.is_empty() || resolved.library.is_some())
            {
                faults.at(*cause as usize, SourceErrorKind::ShiftedConstant);
            }
            at += resolved.length();
            if halves.moved(at).is_shifted
                && let Some(form) = resolved.form.filter(|form| form.ends_with_half())
            {
                last = Some((
                    *cause as usize,
                    form.syntaxes.first().map_or("", |syntax| syntax.mnemonic),
                ));
            }
        }
        routine.is_wrong |= faults.len() != before;
    }
}
