//! What is known of the routines of a library before their statements are read: what each takes and gives, which
//! registers it names, and what it calls.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;
use core::ops::Range;

use super::parse::{declared_in, register_at};
use super::registers::Registers;
use crate::asm::parse::Mnemonics;
use crate::asm::token::{Delimiter, Span, Tokens};
use crate::contract::error::Faults;
use crate::contract::interface::{PublicParameter, PublicRoutine};
use crate::contract::item::{Inside, ItemKind, Parameter, Routine};
use crate::contract::library::Library;
use crate::contract::names::{Meaning, is_name};
use crate::contract::types::Type;
use crate::isa::{IndexOf, OperandForm, Register, RegisterSize, SizeOf};

/// An input or output.
#[derive(Clone, Copy, Debug)]
pub(super) struct Passed<'t> {
    pub(super) name: &'t str,
    /// The token of its name; none in another library.
    pub(super) token: usize,
    pub(super) ty: Type,
    /// The register, once it is known.
    pub(super) register: Option<(RegisterSize, u8)>,
    pub(super) is_optional: bool,
}

/// What a routine takes and gives.
#[derive(Clone, Debug)]
pub(super) struct Signature<'t> {
    pub(super) inputs: Vec<Passed<'t>>,
    pub(super) outputs: Vec<Passed<'t>>,
}

/// A routine of the library.
pub(super) struct Known<'t> {
    pub(super) signature: Signature<'t>,
    /// Whether an input or output has a type.
    pub(super) has_types: bool,
    /// The registers that it names.
    pub(super) named: Registers,
    /// The items that it calls or jumps to.
    pub(super) calls: BTreeSet<usize>,
    /// The registers of the routines of other libraries that it calls.
    pub(super) elsewhere: Registers,
    /// Whether it calls something of which nothing is known.
    pub(super) calls_unknown: bool,
    /// Whether all inputs and outputs are there.
    pub(super) is_whole: bool,
    /// Whether it has been expanded and has a twin.
    pub(super) has_twin: bool,
}

/// The names of registers that items give, with the items.
pub(super) type Aliases<'t> = BTreeMap<&'t str, (usize, (RegisterSize, u8))>;

/// The aliases of the library.
pub(super) fn aliases<'t, S: Span>(
    library: Library<'_, 't, S>,
    inside: &Inside<'t>,
) -> Aliases<'t> {
    let mut aliases = Aliases::new();
    for (item, source) in inside.items.iter().enumerate() {
        if let (ItemKind::Alias(tokens), Some(name)) = (&source.kind, source.name)
            && let Some(register) = register_or_alias(library.tokens, tokens.start, &aliases)
        {
            aliases.insert(name.text, (item, register));
        }
    }
    aliases
}

/// The register that stands at a token, as such or by the name of an alias.
fn register_or_alias<S: Span>(
    tokens: Tokens<'_, S>,
    at: usize,
    aliases: &Aliases<'_>,
) -> Option<(RegisterSize, u8)> {
    match register_at(tokens, at) {
        Some((register, _)) => Some(register),
        None => aliases.get(tokens.ident(at)?).map(|(_, register)| *register),
    }
}

/// What is known of a routine, by its tokens.
pub(super) fn known<'t, S: Span>(
    library: Library<'_, 't, S>,
    routine: &Routine<'t>,
    aliases: &Aliases<'t>,
    faults: &mut Faults,
) -> Known<'t> {
    let mut has_types = false;
    let is_name = |word: &str| is_name(routine, library.names, word);
    let mut read = |parameters: &[Parameter<'t>]| -> Vec<Passed<'t>> {
        let one = |parameter| {
            passed((library.tokens, &is_name), parameter, aliases, &mut has_types, faults)
        };
        parameters.iter().filter_map(one).collect()
    };
    let signature = Signature { inputs: read(&routine.inputs), outputs: read(&routine.outputs) };
    let mut named = Registers::default();
    for (size, index) in signature.all().filter_map(|passed| passed.register) {
        named.insert(size, index);
    }
    let mut known = Known {
        signature,
        has_types,
        named,
        calls: BTreeSet::new(),
        elsewhere: Registers::default(),
        calls_unknown: false,
        is_whole: routine.is_whole,
        has_twin: false,
    };
    known.read(library, routine.body.clone().unwrap_or_default(), aliases);
    known
}

/// Whether a word is a name.
type IsName<'n> = &'n dyn Fn(&str) -> bool;

/// An input or output; none if it cannot be read, which is reported where it is defined.
fn passed<'t, S: Span>(
    (tokens, is_name): (Tokens<'t, S>, IsName<'_>),
    parameter: &Parameter<'t>,
    aliases: &Aliases<'t>,
    has_types: &mut bool,
    faults: &mut Faults,
) -> Option<Passed<'t>> {
    let first = parameter.register.start;
    let (name, token) = (parameter.name.text, parameter.name.token);
    let is_optional = parameter.may_be_undefined;
    Some(match declared_in(tokens, &parameter.register, is_name, faults) {
        Some((ty, register)) => {
            *has_types = true;
            Passed { name, token, ty, register, is_optional }
        }
        None => {
            let register = register_or_alias(tokens, first, aliases)?;
            let (ty, register) = (Type::of(register.0), Some(register));
            Passed { name, token, ty, register, is_optional }
        }
    })
}

impl<'t> Signature<'t> {
    /// Inputs, then outputs.
    pub(super) fn all(&self) -> impl Iterator<Item = &Passed<'t>> {
        self.inputs.iter().chain(&self.outputs)
    }

    /// Sets the registers of inputs and outputs, by the tokens of their names.
    pub(super) fn set_registers(&mut self, registers: &[(usize, (RegisterSize, u8))]) {
        for passed in self.inputs.iter_mut().chain(&mut self.outputs) {
            let mut all = registers.iter();
            let own = all.find(|(token, _)| *token == passed.token);
            passed.register = own.map(|(_, register)| *register).or(passed.register);
        }
    }

    /// That of a routine of another library.
    pub(super) fn of_public(routine: &'t PublicRoutine) -> Signature<'t> {
        let all = |parameters: &'t [PublicParameter]| {
            let one = |parameter: &'t PublicParameter| {
                let Register::Value { size, index } = parameter.register else { return None };
                Some(Passed {
                    name: &parameter.name,
                    token: 0,
                    ty: if parameter.is_signed { Type::signed(size) } else { Type::of(size) },
                    register: Some((size, index)),
                    is_optional: parameter.is_optional,
                })
            };
            parameters.iter().filter_map(one).collect()
        };
        Signature { inputs: all(&routine.inputs), outputs: all(&routine.outputs) }
    }
}

/// The registers that a routine of another library takes, gives and writes.
fn of_public(routine: &PublicRoutine) -> Registers {
    let mut all = Registers::default();
    let parameters = routine.inputs.iter().chain(&routine.outputs);
    let parameters = parameters.map(|parameter| parameter.register);
    for register in parameters.chain(routine.summary.writes.iter()) {
        if let Register::Value { size, index } = register {
            all.insert(size, index);
        }
    }
    all
}

impl Known<'_> {
    /// Finds what stands in the body of a routine.
    fn read<S: Span>(
        &mut self,
        library: Library<'_, '_, S>,
        body: Range<usize>,
        aliases: &Aliases<'_>,
    ) {
        let tokens = library.tokens.until(body.end);
        let mut next = body.start;
        while next < body.end {
            let at = next;
            next = match tokens.is_punct(at, '#') {
                // What is permitted there can be called as a routine is.
                true => tokens.behind_group(at + 1).unwrap_or(at + 1),
                false => at + 1,
            };
            let Some(word) = tokens.ident(at) else { continue };
            if let Some((size, index)) = register_or_alias(tokens, at, aliases) {
                self.named.insert(size, index);
            }
            if tokens.is_open(at + 1, Delimiter::Parenthesis) {
                self.named.extend(&fixed(library.grammar.mnemonics, word));
            }
            match library.names.get(word) {
                // Behind a module stands a routine of that.
                Some(Meaning::Routine { item }) if !is_behind_module(tokens, at) => {
                    self.calls.insert(item);
                }
                Some(Meaning::Import { item }) if tokens.is_path_separator(at + 1) => {
                    self.calls_elsewhere(library, item, tokens.ident(at + 3));
                }
                _ => {}
            }
            let is_call = matches!(word, "call" | "exec") && !tokens.is_punct(at + 1, ':');
            let is_import = |name| matches!(library.names.get(name), Some(Meaning::Import { .. }));
            self.calls_unknown |= is_call
                && !(tokens.ident(at + 1).is_some_and(is_import)
                    && tokens.is_path_separator(at + 2));
        }
    }

    fn calls_elsewhere<S: Span>(
        &mut self,
        library: Library<'_, '_, S>,
        item: usize,
        name: Option<&str>,
    ) {
        match name.and_then(|name| library.imports.routine_named(item, name)) {
            Some(routine) => self.elsewhere.extend(&of_public(routine)),
            // Else it is one with mistakes, or has no such routine, which has been reported.
            None => self.calls_unknown |= library.imports.is_bare(item),
        }
    }
}

fn is_behind_module<S: Span>(tokens: Tokens<'_, S>, at: usize) -> bool {
    at.checked_sub(2).is_some_and(|colons| tokens.is_path_separator(colons))
}

/// The registers that all instructions of a mnemonic have, such as `a16[0]` of `find`.
pub(super) fn fixed(mnemonics: &Mnemonics, mnemonic: &str) -> Registers {
    let mut all = Registers::default();
    for row in mnemonics.find(mnemonic).iter() {
        for operand in row.syntax.operands {
            if let OperandForm::Register {
                size: SizeOf::Fixed(size),
                index: IndexOf::Fixed(index),
            } = operand
            {
                all.insert(*size, *index);
            }
        }
    }
    all
}
