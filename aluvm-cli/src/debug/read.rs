//! Reading: the parts of a `.aludbg`, none of which is believed to be there.

use std::str::FromStr;

use aluvm_core::contract::description::{
    Description, ErrorEnum, Name, Parameter, Refusal, Routine, Statement, Variant,
};
use aluvm_core::isa::{Register, RegisterSize};
use aluvm_core::vm::Value as RegisterValue;
use serde_json::Value;

/// What the source says; none if something is missing.
pub(crate) fn description(value: &Value) -> Option<Description<'_>> {
    let errors: Vec<ErrorEnum<'_>> = list(&value["errors"], error)?;
    Some(Description {
        name: value["name"].as_str()?,
        file: value["file"].as_str()?,
        names: list(&value["aliases"], name)?,
        routines: list(&value["routines"], |one| routine(one, &errors))?,
        errors,
    })
}

/// A constant.
pub(crate) struct Constant<'v> {
    pub(crate) name: &'v str,
    pub(crate) size: RegisterSize,
    pub(crate) value: RegisterValue,
    /// Whether others see it.
    pub(crate) is_public: bool,
    /// Its documentation, a line each.
    pub(crate) docs: &'v str,
}

/// The constants that can be read.
pub(crate) fn constants(value: &Value) -> Vec<Constant<'_>> {
    let constants = value["constants"].as_array().into_iter().flatten();
    let constants = constants.filter_map(|one| {
        let size = RegisterSize::ALL.iter().copied().find(|size| one["size"] == size.name())?;
        Some(Constant {
            name: one["name"].as_str()?,
            size,
            value: RegisterValue::parse(size.register(0), one["value"].as_str()?).ok()?,
            is_public: one["public"].as_bool()?,
            docs: one["docs"].as_str()?,
        })
    });
    constants.collect()
}

/// The documentation of the library or of a part of it, a line each.
pub(crate) fn docs(value: &Value) -> &str {
    value["docs"].as_str().unwrap_or_default()
}

/// The labels of the routine with a name, and where they stand.
pub(crate) fn labels<'v>(value: &'v Value, routine: &str) -> Vec<(&'v str, u16)> {
    let routines = value["routines"].as_array().into_iter().flatten();
    let routine = routines.into_iter().find(|one| one["name"] == routine);
    let labels = routine.and_then(|one| one["labels"].as_array()).into_iter().flatten();
    let labels = labels.filter_map(|one| Some((one["name"].as_str()?, number(&one["offset"])?)));
    labels.collect()
}

fn list<'v, T>(value: &'v Value, read: impl Fn(&'v Value) -> Option<T>) -> Option<Vec<T>> {
    value.as_array()?.iter().map(read).collect()
}

fn number<T: TryFrom<u64>>(value: &Value) -> Option<T> {
    T::try_from(value.as_u64()?).ok()
}

fn register(value: &Value) -> Option<Register> {
    let register = Register::from_str(value["register"].as_str()?).ok()?;
    matches!(register, Register::Value { .. }).then_some(register)
}

fn name(value: &Value) -> Option<Name<'_>> {
    Some(Name { name: value["name"].as_str()?, register: register(value)? })
}

fn parameter(value: &Value) -> Option<Parameter<'_>> {
    let Name { name, register } = name(value)?;
    Some(Parameter { name, register, is_optional: value["optional"].as_bool()? })
}

fn error(value: &Value) -> Option<ErrorEnum<'_>> {
    let Name { name, register } = name(value)?;
    let variant = |one: &'_ Value| number(&one["number"]);
    let variants = list(&value["variants"], |one| {
        let (name, docs) = (one["name"].as_str()?, one["docs"].as_str()?);
        Some(Variant { name, number: variant(one)?, docs })
    });
    Some(ErrorEnum { name, register, variants: variants? })
}

fn routine<'v>(value: &'v Value, errors: &[ErrorEnum<'_>]) -> Option<Routine<'v>> {
    Some(Routine {
        name: value["name"].as_str()?,
        docs: value["docs"].as_str()?,
        offset: number(&value["offset"])?,
        is_public: value["public"].as_bool()?,
        inputs: list(&value["inputs"], parameter)?,
        outputs: list(&value["outputs"], parameter)?,
        names: list(&value["aliases"], name)?,
        statements: list(&value["statements"], |one| statement(one, errors))?,
    })
}

fn statement<'v>(value: &'v Value, errors: &[ErrorEnum<'_>]) -> Option<Statement<'v>> {
    let refusal = match &value["refusal"] {
        Value::Null => None,
        refusal => {
            let error = errors.iter().position(|one| refusal["errors"] == one.name)?;
            let mut variants = errors.get(error)?.variants.iter();
            let variant = variants.position(|one| refusal["variant"] == one.name)?;
            Some(Refusal {
                error: u16::try_from(error).ok()?,
                variant: u16::try_from(variant).ok()?,
            })
        }
    };
    Some(Statement {
        offset: number(&value["offset"])?,
        length: number(&value["length"])?,
        line: number(&value["line"])?,
        column: number(&value["column"])?,
        text: value["text"].as_str()?,
        refusal,
    })
}
