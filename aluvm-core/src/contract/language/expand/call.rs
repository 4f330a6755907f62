//! Calls of routines, of this library and of others.

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::expression::Held;
use super::{Expander, Restriction};
use crate::asm::parse::{Operand, OperandKind};
use crate::asm::resolve::nearest;
use crate::asm::token::Span;
use crate::contract::error::LanguageErrorKind;
use crate::contract::language::places::Place;
use crate::contract::language::routines::{Passed, Signature};
use crate::contract::language::syntax::{Call, Expression, ExpressionKind};
use crate::contract::names::Meaning;
use crate::contract::twin::{NoTwin, Step, TwinCallee};
use crate::contract::types::Type;

/// What a name before parentheses means.
enum Callee<'e> {
    /// A routine, with the mnemonic that calls it.
    Routine(Signature<'e>, &'static str),
    Mnemonic,
}

impl<'e, 't, S: Span> Expander<'e, '_, 't, S> {
    /// The value that a call leaves.
    pub(super) fn called_value(
        &mut self,
        expression: &Expression<'t>,
        call: &Call<'t>,
        into: Place,
    ) -> Option<()> {
        let Callee::Routine(signature, mnemonic) = self.callee(call)? else {
            return self.instruction_value(expression, call, into);
        };
        let outputs = self.routine_outputs(call, &signature, mnemonic)?;
        let &[output] = &*outputs else { return self.other_outputs(call, outputs.len(), 1) };
        self.check_type(expression, output.ty, into.ty)?;
        self.test(expression.at)?;
        self.notes.step(Step::Output);
        self.transfer(output, into, expression.at)
    }

    /// A call whose verdict is a condition.
    pub(super) fn called_condition(
        &mut self,
        expression: &Expression<'t>,
        call: &Call<'t>,
    ) -> Option<()> {
        let Callee::Routine(signature, mnemonic) = self.callee(call)? else {
            return self.instruction_condition(expression, call);
        };
        if !signature.outputs.is_empty() {
            let name = call.name.text.into();
            return self.error(call.name.token, LanguageErrorKind::NoVerdict { name });
        }
        self.routine_outputs(call, &signature, mnemonic).map(|_| ())
    }

    /// A call that is a statement.
    pub(super) fn called_statement(
        &mut self,
        expression: &Expression<'t>,
        call: &Call<'t>,
    ) -> Option<()> {
        let Callee::Routine(signature, mnemonic) = self.callee(call)? else {
            return self.instruction_statement(call);
        };
        if !signature.outputs.is_empty() {
            let name = call.name.text.into();
            return self.error(call.name.token, LanguageErrorKind::UnusedResult { name });
        }
        self.routine_outputs(call, &signature, mnemonic)?;
        self.test(expression.at)
    }

    /// A call of which each output has its name; what is to be done with it comes behind the `test`.
    pub(super) fn called_outputs(
        &mut self,
        expression: &Expression<'t>,
        names: usize,
    ) -> Option<Vec<Place>> {
        let ExpressionKind::Call(call) = &expression.kind else {
            let (first, last) = (expression.first, expression.last);
            let found = self.context.library.tokens.describe(first);
            let expected = "a call of a routine";
            self.faults.between(
                first,
                last,
                crate::asm::AsmErrorKind::Expected { expected, found },
            );
            return None;
        };
        let Callee::Routine(signature, mnemonic) = self.callee(call)? else {
            return self.other_outputs(call, 1, names);
        };
        if signature.outputs.len() != names {
            return self.other_outputs(call, signature.outputs.len(), names);
        }
        let outputs = self.routine_outputs(call, &signature, mnemonic)?;
        self.test(expression.at)?;
        Some(outputs)
    }

    fn other_outputs<T>(&mut self, call: &Call<'t>, outputs: usize, names: usize) -> Option<T> {
        let name = call.name.text.into();
        self.error(call.name.token, LanguageErrorKind::OutputCount { name, outputs, names })
    }

    /// The type of what a call leaves; none if that comes from where it stands.
    pub(super) fn type_of_call(&self, call: &Call<'t>) -> Option<Type> {
        let outputs = match (call.module, self.context.library.names.get(call.name.text)) {
            (None, Some(Meaning::Routine { item })) => {
                &self.context.routines.get(&item)?.signature.outputs
            }
            (None, _) => return self.type_of_instruction(call),
            (Some(module), _) => {
                let Meaning::Import { item } = self.context.library.names.get(module.text)? else {
                    return None;
                };
                let imports = self.context.library.imports;
                let routine = imports.routine_named(item, call.name.text)?;
                let signature = Signature::of_public(routine);
                return Some(signature.outputs.first()?.ty);
            }
        };
        outputs.first().map(|output| output.ty)
    }

    /// Reports a call that leaves no value by itself.
    pub(super) fn untyped_call<T>(
        &mut self,
        expression: &Expression<'t>,
        call: &Call<'t>,
    ) -> Option<T> {
        match self.callee(call)? {
            Callee::Routine(signature, _) if signature.outputs.is_empty() => {
                self.other_outputs(call, 0, 1)
            }
            Callee::Routine(..) => None,
            Callee::Mnemonic => self.error_in(expression, LanguageErrorKind::Untyped),
        }
    }

    /// What a call calls.
    fn callee(&mut self, call: &Call<'t>) -> Option<Callee<'e>> {
        let library = self.context.library;
        let Some(module) = call.module else {
            return match library.names.get(call.name.text) {
                Some(Meaning::Routine { item }) => {
                    let known = self.context.routines.get(&item)?;
                    let signature: Signature<'e> = known.signature.clone();
                    Some(Callee::Routine(signature, "routine"))
                }
                _ if library.grammar.mnemonics.has(call.name.text) => Some(Callee::Mnemonic),
                None if !library.names.is_whole() => None,
                _ => self.unknown_callee(call),
            };
        };
        let target = path(module.token, call.name.token);
        let callee = library.imports.callee(&target, library.tokens, self.faults).ok()?;
        let name = || Box::from(call.name.text);
        match callee.and_then(|callee| library.imports.routine(callee)) {
            Some(routine) => Some(Callee::Routine(Signature::of_public(routine), "call")),
            // What is wrong with the library has been reported.
            None if callee.is_none_or(|callee| !library.imports.is_bare(callee.import)) => None,
            None => self.error(call.name.token, LanguageErrorKind::NoSignature { name: name() }),
        }
    }

    fn unknown_callee<T>(&mut self, call: &Call<'t>) -> Option<T> {
        let library = self.context.library;
        let is_routine = |meaning| matches!(meaning, Meaning::Routine { .. });
        let routine = library.names.nearest(call.name.text, is_routine, self.faults);
        let suggests = self.faults.suggests();
        let mnemonic = || nearest(call.name.text, library.grammar.mnemonics.all()).map(Into::into);
        let nearest = routine.or_else(|| if suggests { mnemonic() } else { None });
        let name = call.name.text.into();
        self.error(call.name.token, LanguageErrorKind::UnknownCallee { name, nearest })
    }

    /// Passes the arguments, calls the routine, and puts the error of the statement again. Returns the outputs.
    fn routine_outputs(
        &mut self,
        call: &Call<'t>,
        signature: &Signature<'_>,
        mnemonic: &'static str,
    ) -> Option<Vec<Place>> {
        let at = call.name.token;
        let inputs = self.passed(call, &signature.inputs)?;
        let outputs = self.passed(call, &signature.outputs)?;
        if inputs.len() != call.arguments.len() {
            let (expected, found) = (inputs.len(), call.arguments.len());
            let name = call.name.text.into();
            return self.error(at, LanguageErrorKind::ArgumentCount { name, expected, found });
        }
        self.check_overwritten(call, &inputs, &outputs)?;
        let has_call = |part: &Expression<'t>| self.is_routine_call(part);
        match call.arguments.iter().any(|argument| argument.any(&has_call)) {
            false => self.pass_each(&call.arguments, &inputs)?,
            true => self.pass_all(&call.arguments, &inputs)?,
        }
        let target = match call.module {
            Some(module) => path(module.token, at),
            None => Self::routine(call.name),
        };
        let number = self.notes.next();
        self.emit(mnemonic, None, &[target], at)?;
        self.note_call(call, (inputs.len(), outputs.len()), number);
        self.put_refusal_again();
        Some(outputs)
    }

    /// The registers of inputs or outputs, all of which are defined.
    fn passed(&mut self, call: &Call<'t>, all: &[Passed<'_>]) -> Option<Vec<Place>> {
        if let Some(optional) = all.iter().find(|passed| passed.is_optional) {
            let (routine, name) = (call.name.text.into(), optional.name.into());
            let error = LanguageErrorKind::OptionalParameter { routine, name };
            return self.error(call.name.token, error);
        }
        // What has no register could not be given one, which has been reported.
        let place = |passed: &Passed<'_>| {
            let (_, index) = passed.register?;
            Some(Place { ty: passed.ty, index })
        };
        all.iter().map(place).collect()
    }

    /// Notes a call, by its instruction, of a routine with so many inputs and outputs.
    fn note_call(&mut self, call: &Call<'t>, (inputs, outputs): (usize, usize), at: u32) {
        let library = self.context.library;
        let (name, token) = (call.name.text, call.name.token);
        let (callee, has_twin) = match (call.module, library.names.get(name)) {
            (None, Some(Meaning::Routine { item })) => {
                let known = self.context.routines.get(&item);
                (TwinCallee::Own(item), known.is_some_and(|known| known.has_twin))
            }
            (None, _) => return,
            (Some(module), _) => {
                let Some(Meaning::Import { item }) = library.names.get(module.text) else { return };
                let routine = library.imports.routine_named(item, name);
                // Of a file it is not known.
                let is_file = library.imports.is_file;
                let has_twin = is_file || routine.is_some_and(|routine| routine.has_twin);
                (TwinCallee::Other(item, name.into()), has_twin)
            }
        };
        match (has_twin, self.restriction) {
            (true, _) => self.notes.step(Step::Call { callee, inputs, outputs, at }),
            (false, Some(Restriction::Circle)) => self.notes.prevent(token, NoTwin::Circle),
            (false, _) => self.notes.prevent(token, NoTwin::Callee { name: name.into() }),
        }
    }

    fn is_routine_call(&self, part: &Expression<'t>) -> bool {
        let ExpressionKind::Call(call) = &part.kind else { return false };
        let meaning = self.context.library.names.get(call.name.text);
        call.module.is_some() || matches!(meaning, Some(Meaning::Routine { .. }))
    }

    /// Reports variables in whose registers arguments or outputs go.
    fn check_overwritten(
        &mut self,
        call: &Call<'t>,
        inputs: &[Place],
        outputs: &[Place],
    ) -> Option<()> {
        let is_target = |place: &Place| self.target.is_some_and(|target| target.is(*place));
        let mut overwritten = None;
        for (place, argument) in inputs.iter().zip(&call.arguments) {
            if !is_target(place) && !self.is_in(argument, *place) {
                overwritten = overwritten.or_else(|| self.holder(place.register()));
            }
        }
        for place in outputs.iter().filter(|place| !is_target(place)) {
            overwritten = overwritten.or_else(|| self.holder(place.register()));
        }
        let Some(variable) = overwritten else { return Some(()) };
        let (name, register) = (variable.name.text.into(), variable.place.to_register());
        self.error(call.name.token, LanguageErrorKind::Overwritten { name, register })
    }

    /// Each argument by `E` into the register of its input.
    fn pass_each(&mut self, arguments: &[Expression<'t>], inputs: &[Place]) -> Option<()> {
        for (number, (argument, input)) in arguments.iter().zip(inputs).enumerate() {
            let earlier = arguments.iter().zip(inputs).take(number);
            let mut gone = earlier.filter(|(argument, input)| !self.is_in(argument, **input));
            if let Some((_, read)) = gone.find(|(_, input)| self.reads(argument, **input)) {
                return self.earlier_read(argument, *read);
            }
            self.value(argument, *input)?;
        }
        Some(())
    }

    /// The register of each argument, then all into those of the inputs.
    fn pass_all(&mut self, arguments: &[Expression<'t>], inputs: &[Place]) -> Option<()> {
        let mut held: Vec<Held> = Vec::with_capacity(arguments.len());
        for (argument, input) in arguments.iter().zip(inputs) {
            held.push(self.operand(argument, input.ty)?);
        }
        for (number, (argument, input)) in arguments.iter().zip(inputs).enumerate() {
            let Some(from) = held.get(number).copied() else { continue };
            let mut earlier = held.iter().zip(inputs).take(number);
            let is_gone =
                |(held, input): &(&Held, &Place)| !held.place.is(**input) && input.is(from.place);
            if let Some((_, read)) = earlier.find(is_gone) {
                return self.earlier_read(argument, *read);
            }
            match from.is_temporary {
                true => self.transfer(from.place, *input, argument.at)?,
                false => self.copy(from.place, *input, argument.at)?,
            }
            self.done(from);
        }
        Some(())
    }

    fn earlier_read(&mut self, argument: &Expression<'t>, place: Place) -> Option<()> {
        let register = place.to_register();
        self.error_in(argument, LanguageErrorKind::EarlierRead { register })
    }

    /// Moves what a call left to where it belongs. `targets` are in the order of the outputs.
    pub(super) fn distribute(
        &mut self,
        outputs: &[Place],
        targets: &[Option<(Place, usize)>],
        at: usize,
    ) -> Option<()> {
        for (number, (output, target)) in outputs.iter().zip(targets).enumerate() {
            let Some((target, token)) = *target else { continue };
            let mut later = outputs.iter().skip(number + 1);
            if let Some(lost) = later.find(|later| later.is(target)) {
                let register = lost.to_register();
                return self.error(token, LanguageErrorKind::EarlierRead { register });
            }
            self.transfer(*output, target, at)?;
        }
        Some(())
    }
}

/// The operand `module::name`.
fn path<'t>(module: usize, name: usize) -> Operand<'t> {
    Operand { first: module, last: name, ..Operand::at(name, OperandKind::Constant) }
}
