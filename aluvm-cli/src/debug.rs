//! `.aludbg`: what the source of a library says of it, as JSON in a file beside the library. Nothing needs
//! it, and none of it reaches the id. `docs/toolchain.md` describes the form.

mod read;

use aluvm_core::contract::description::{
    Description, ErrorEnum, Name, Parameter, Routine, Statement,
};
use aluvm_core::contract::{Interface, TextConstant, TextLibrary};
use aluvm_core::isa::Register;
use aluvm_core::library::LibId;
use aluvm_core::vm::Value as RegisterValue;
use serde_json::{Value, json};

pub(crate) use self::read::{Constant, constants, description, docs, labels};

/// The form that is written; others are not read.
const VERSION: u64 = 1;

/// What is known of a library made of a text.
pub(crate) fn of(library: &TextLibrary, id: LibId) -> Value {
    let description = Description::from_bytes(&library.description).unwrap_or_default();
    let routines = description.routines.iter().map(|one| routine(one, library, &description));
    let docs = library.enum_docs.iter().map(|docs| &**docs).chain(std::iter::repeat(""));
    let errors = description.errors.iter().zip(docs).map(|(one, docs)| error(one, docs));
    json!({
        "version": VERSION,
        "id": id.to_string(),
        "name": description.name,
        "file": description.file,
        "docs": library.docs,
        "aliases": names(&description.names),
        "constants": library.constants.iter().map(constant).collect::<Vec<_>>(),
        "errors": errors.collect::<Vec<_>>(),
        "routines": routines.collect::<Vec<_>>(),
        "interface": library.interface.to_text(),
    })
}

/// Reads the text of a file, if it is about the library with this id.
pub(crate) fn read(text: &str, id: LibId) -> Option<Value> {
    let value: Value = serde_json::from_str(text).ok()?;
    let is_its = value["version"] == VERSION
        && value["id"].as_str().and_then(|text| text.parse().ok()) == Some(id);
    let is_whole = interface(&value).is_some_and(|interface| interface.id == Some(id))
        && read::description(&value).is_some();
    (is_its && is_whole).then_some(value)
}

/// What others see of the library.
pub(crate) fn interface(value: &Value) -> Option<Interface> {
    Interface::from_text(value["interface"].as_str()?)
}

fn constant(constant: &TextConstant) -> Value {
    let TextConstant { name, size, bytes, is_public, docs } = constant;
    let value = match size.bytes() {
        0 => bytes.to_vec().try_into().ok().map(RegisterValue::String),
        _ => Some(RegisterValue::Number(bytes.as_slice().into())),
    };
    let value = value.map(|value| value.notation(size.register(0)).to_string());
    json!({
        "name": name,
        "size": size.name(),
        "value": value,
        "public": is_public,
        "docs": docs,
    })
}

fn error(error: &ErrorEnum<'_>, docs: &str) -> Value {
    let variants = error.variants.iter().map(
        |variant| json!({ "name": variant.name, "number": variant.number, "docs": variant.docs }),
    );
    json!({
        "name": error.name,
        "docs": docs,
        "register": error.register.to_string(),
        "variants": variants.collect::<Vec<_>>(),
    })
}

fn routine(routine: &Routine<'_>, library: &TextLibrary, description: &Description<'_>) -> Value {
    let is_inside = |offset: u16| offset >= routine.offset && usize::from(offset) < routine.end();
    let labels = library.labels.iter().filter(|(_, offset)| is_inside(*offset));
    let labels = labels.map(|(name, offset)| json!({ "name": name, "offset": offset }));
    let statements = routine.statements.iter().map(|one| statement(one, description));
    json!({
        "name": routine.name,
        "docs": routine.docs,
        "offset": routine.offset,
        "public": routine.is_public,
        "inputs": parameters(&routine.inputs),
        "outputs": parameters(&routine.outputs),
        "aliases": names(&routine.names),
        "labels": labels.collect::<Vec<_>>(),
        "statements": statements.collect::<Vec<_>>(),
    })
}

fn statement(statement: &Statement<'_>, description: &Description<'_>) -> Value {
    let mut value = json!({
        "offset": statement.offset,
        "length": statement.length,
        "line": statement.line,
        "column": statement.column,
        "text": statement.text,
    });
    if let Some((error, variant)) = statement.refusal.and_then(|one| description.error(one)) {
        value["refusal"] = json!({ "errors": error.name, "variant": variant.name });
    }
    value
}

fn names(names: &[Name<'_>]) -> Vec<Value> {
    let name = |one: &Name<'_>| json!({ "name": one.name, "register": named(one.register) });
    names.iter().map(name).collect()
}

fn parameters(parameters: &[Parameter<'_>]) -> Vec<Value> {
    let parameter = |one: &Parameter<'_>| {
        json!({
            "name": one.name,
            "register": named(one.register),
            "optional": one.is_optional,
        })
    };
    parameters.iter().map(parameter).collect()
}

fn named(register: Register) -> String {
    register.to_string()
}
