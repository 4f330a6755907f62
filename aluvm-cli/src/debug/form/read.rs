//! What a file says, read: none of it if something is wrong with it.

use std::str::FromStr;

use aluvm_core::contract::description::{
    self, ErrorEnum, Name, Parameter, Refusal, Routine, Variable,
};
use aluvm_core::isa::{Register, RegisterSize};
use aluvm_core::vm::Value;

use super::statement::StatementForm;
use super::{ConstantForm, ErrorsForm, NameForm, ParameterForm, RoutineForm, VariableForm};
use crate::debug::Constant;

pub(super) fn list<'v, F, T>(forms: &'v [F], read: impl Fn(&'v F) -> Option<T>) -> Option<Vec<T>> {
    forms.iter().map(read).collect()
}

/// A register that has a value, other than `st0`.
fn register(text: &str) -> Option<Register> {
    let register = Register::from_str(text).ok()?;
    matches!(register, Register::Value { .. }).then_some(register)
}

pub(super) fn name_of<'v>(form: &'v NameForm<'_>) -> Option<Name<'v>> {
    Some(Name { name: &form.name, register: register(&form.register)? })
}

pub(super) fn constant_of(form: &ConstantForm<'_>) -> Option<Constant> {
    let size = RegisterSize::ALL.iter().copied().find(|size| form.size == size.name())?;
    Some(Constant {
        name: (*form.name).into(),
        size,
        value: Value::parse(size.register(0), &form.value).ok()?,
        is_public: form.public,
        docs: (*form.docs).into(),
    })
}

pub(super) fn errors_of<'v>(form: &'v ErrorsForm<'_>) -> Option<ErrorEnum<'v>> {
    let variants = form.variants.iter().map(|one| description::Variant {
        name: &one.name,
        number: one.number,
        docs: &one.docs,
    });
    let variants = variants.collect();
    Some(ErrorEnum { name: &form.name, register: register(&form.register)?, variants })
}

fn parameter_of<'v>(form: &'v ParameterForm<'_>) -> Option<Parameter<'v>> {
    let register = register(&form.register)?;
    Some(Parameter {
        name: &form.name,
        register,
        is_signed: form.signed,
        is_optional: form.optional,
    })
}

fn variable_of<'v>(form: &'v VariableForm<'_>) -> Option<Variable<'v>> {
    Some(Variable {
        name: &form.name,
        register: register(&form.register)?,
        is_signed: form.signed,
        offset: form.offset,
        end: form.end,
    })
}

pub(super) fn routine_of<'v>(
    form: &'v RoutineForm<'_>,
    errors: &[ErrorEnum<'_>],
) -> Option<Routine<'v>> {
    Some(Routine {
        name: &form.name,
        docs: &form.docs,
        offset: form.offset,
        is_public: form.public,
        inputs: list(&form.inputs, parameter_of)?,
        outputs: list(&form.outputs, parameter_of)?,
        names: list(&form.aliases, name_of)?,
        variables: list(&form.variables, variable_of)?,
        statements: list(&form.statements, |one| statement_of(one, errors))?,
    })
}

fn statement_of<'v>(
    form: &'v StatementForm<'_>,
    errors: &[ErrorEnum<'_>],
) -> Option<description::Statement<'v>> {
    let refusal = match form.refusal.as_deref() {
        None => None,
        Some((name, variant)) => {
            let error = errors.iter().position(|one| *name == one.name)?;
            let mut variants = errors.get(error)?.variants.iter();
            let variant = variants.position(|one| *variant == one.name)?;
            Some(Refusal {
                error: u16::try_from(error).ok()?,
                variant: u16::try_from(variant).ok()?,
            })
        }
    };
    Some(description::Statement {
        offset: form.offset,
        length: form.length,
        line: form.line,
        column: form.column,
        text: &form.text,
        refusal,
    })
}
