//! The inputs and outputs of a routine: names for registers.

use alloc::vec::Vec;

use super::meaning::{Meaning, Names, duplicate, reserved_in_rust};
use crate::asm::parse::Grammar;
use crate::asm::resolve::Scope;
use crate::asm::token::{Errors, Span, Tokens};
use crate::contract::error::{Faults, Note, SourceErrorKind};
use crate::contract::interface::PublicParameter;
use crate::contract::item::{Parameter, Routine};
use crate::contract::parse::register_in;
use crate::contract::types::{is_signed, is_typed};
use crate::isa::RegisterSize;

/// The parameters of a routine whose registers are known.
#[derive(Clone, Default, Debug)]
pub(in crate::contract) struct Parameters {
    pub(in crate::contract) inputs: Vec<PublicParameter>,
    pub(in crate::contract) outputs: Vec<PublicParameter>,
    /// Whether all parameters are there.
    pub(in crate::contract) is_whole: bool,
}

/// Defines the parameters of a routine in its scope. For those with types, `given` finds the register by the token of
/// the name.
pub(in crate::contract) fn define_parameters<'t, S: Span>(
    routine: &Routine<'t>,
    (tokens, grammar): (Tokens<'t, S>, Grammar<'t>),
    names: &Names<'t>,
    given: &dyn Fn(usize) -> Option<Option<(RegisterSize, u8)>>,
    scope: &mut Scope<'_, 't>,
    errors: &mut Errors<'t, S>,
    faults: &mut Faults,
) -> Parameters {
    let mut known = Parameters { is_whole: routine.is_whole, ..Parameters::default() };
    for (parameters, is_output) in [(&routine.inputs, false), (&routine.outputs, true)] {
        let mut seen: Vec<((RegisterSize, u8), &Parameter<'t>)> = Vec::new();
        for parameter in parameters {
            let (range, source) = (&parameter.register, (tokens, grammar));
            let is_name = |word: &str| is_name(routine, names, word);
            let is_typed = is_typed(tokens, range, &is_name);
            let typed = is_typed.then(|| given(parameter.name.token)).flatten();
            let register = match typed {
                Some(register) => register,
                None => register_in(range, source, scope, "`,` or `)`", errors, faults),
            };
            if !name(parameter, register, (names, routine), is_output, scope, errors, faults) {
                known.is_whole = false;
                continue;
            }
            let Some((size, index)) = register else {
                known.is_whole = false;
                continue;
            };
            let register = size.register(index);
            let same = |(other, _): &&((RegisterSize, u8), &Parameter<'t>)| *other == (size, index);
            if let Some((_, first)) = seen.iter().find(same) {
                let error = SourceErrorKind::SameRegister { register, is_output };
                faults.noted(parameter.register.start, error, (Note::First, first.register.start));
                known.is_whole = false;
                continue;
            }
            seen.push(((size, index), parameter));
            let list = if is_output { &mut known.outputs } else { &mut known.inputs };
            list.push(PublicParameter {
                name: parameter.name.text.into(),
                register,
                is_signed: is_typed && is_signed(tokens, range),
                is_optional: parameter.may_be_undefined,
            });
        }
    }
    known
}

/// Names the register of a parameter. Returns whether the name is its own.
fn name<'t, S: Span>(
    parameter: &Parameter<'t>,
    register: Option<(RegisterSize, u8)>,
    (names, routine): (&Names<'t>, &Routine<'t>),
    is_output: bool,
    scope: &mut Scope<'_, 't>,
    errors: &mut Errors<'t, S>,
    faults: &mut Faults,
) -> bool {
    let name = parameter.name;
    if let Some(reserved) = reserved_in_rust(name.text) {
        let error = SourceErrorKind::ReservedName { name: name.text.into(), reserved };
        faults.at(name.token, error);
        return false;
    }
    if !names.check_own(name, faults) {
        // So that its uses mean something.
        let _ = scope.define_alias(name.text, name.token, register);
        return false;
    }
    let input = routine.inputs.iter().find(|input| input.name.text == name.text);
    if let (true, Some(input)) = (is_output, input) {
        // An output that keeps the name of an input keeps its register.
        if register.is_some() && scope.register(name.text) != register {
            faults.noted(name.token, duplicate(name.text), (Note::First, input.name.token));
            return false;
        }
        return true;
    }
    match scope.define_alias(name.text, name.token, register) {
        Ok(()) => true,
        Err(fault) => {
            errors.push(fault);
            false
        }
    }
}

/// Whether a word that could be a type is the name of an alias, an input or an output, as which it has a meaning in a
/// contract without this language.
pub(in crate::contract) fn is_name(routine: &Routine<'_>, names: &Names<'_>, word: &str) -> bool {
    let mut parameters = routine.inputs.iter().chain(&routine.outputs);
    parameters.any(|parameter| parameter.name.text == word)
        || matches!(names.get(word), Some(Meaning::Alias))
}
