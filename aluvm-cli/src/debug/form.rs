//! The form of the file: how JSON has what is known. Nothing of what is read is believed to be right.

mod read;
mod statement;

use std::borrow::Cow;

use aluvm_core::contract::description::{
    self, Description, ErrorEnum, Name, Parameter, Routine, Variable,
};
use aluvm_core::contract::{AttributePlace, Interface, TextAttributes};
use aluvm_core::library::LibId;
use serde::{Deserialize, Serialize, Serializer};

use self::read::{constant_of, errors_of, list, name_of, routine_of};
use self::statement::StatementForm;
use super::{Constant, DebugInfo};

/// The form that is written; others are not read.
const VERSION: u64 = 3;

type Text<'f> = Cow<'f, str>;

/// The file. It is written routine by routine, so that only one of them is held.
#[derive(Serialize, Deserialize)]
pub(super) struct Form<'f, R = Vec<RoutineForm<'f>>> {
    version: u64,
    id: Text<'f>,
    name: Text<'f>,
    file: Text<'f>,
    docs: Text<'f>,
    aliases: Vec<NameForm<'f>>,
    constants: Vec<ConstantForm<'f>>,
    errors: Vec<ErrorsForm<'f>>,
    routines: R,
    interface: Text<'f>,
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    attributes: Vec<Text<'f>>,
}

#[derive(Serialize, Deserialize)]
struct NameForm<'f> {
    name: Text<'f>,
    register: Text<'f>,
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    attributes: Vec<Text<'f>>,
}

#[derive(Serialize, Deserialize)]
struct ConstantForm<'f> {
    name: Text<'f>,
    size: Text<'f>,
    value: Text<'f>,
    public: bool,
    docs: Text<'f>,
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    attributes: Vec<Text<'f>>,
}

#[derive(Serialize, Deserialize)]
struct ErrorsForm<'f> {
    name: Text<'f>,
    docs: Text<'f>,
    register: Text<'f>,
    variants: Vec<VariantForm<'f>>,
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    attributes: Vec<Text<'f>>,
}

#[derive(Serialize, Deserialize)]
struct VariantForm<'f> {
    name: Text<'f>,
    number: u64,
    docs: Text<'f>,
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    attributes: Vec<Text<'f>>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct RoutineForm<'f> {
    name: Text<'f>,
    docs: Text<'f>,
    offset: u16,
    public: bool,
    inputs: Vec<ParameterForm<'f>>,
    outputs: Vec<ParameterForm<'f>>,
    aliases: Vec<NameForm<'f>>,
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    variables: Vec<VariableForm<'f>>,
    labels: Vec<LabelForm<'f>>,
    #[serde(borrow)]
    statements: Vec<StatementForm<'f>>,
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    attributes: Vec<Text<'f>>,
}

#[derive(Serialize, Deserialize)]
struct ParameterForm<'f> {
    name: Text<'f>,
    register: Text<'f>,
    #[serde(skip_serializing_if = "core::ops::Not::not", default)]
    signed: bool,
    optional: bool,
}

#[derive(Serialize, Deserialize)]
struct VariableForm<'f> {
    name: Text<'f>,
    register: Text<'f>,
    #[serde(skip_serializing_if = "core::ops::Not::not", default)]
    signed: bool,
    offset: u16,
    end: u16,
}

#[derive(Serialize, Deserialize)]
struct LabelForm<'f> {
    name: Text<'f>,
    offset: u16,
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    attributes: Vec<Text<'f>>,
}

/// The routines that are written.
pub(super) struct Routines<'d, 'f> {
    info: &'f DebugInfo,
    description: &'d Description<'f>,
}

impl Serialize for Routines<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Routines { info, description } = self;
        let all = description.routines.iter();
        serializer.collect_seq(all.map(|one| routine_form(one, info, description)))
    }
}

impl<'f> Form<'f> {
    /// What is written of a library.
    pub(super) fn of<'d>(
        info: &'f DebugInfo,
        description: &'d Description<'f>,
        id: LibId,
    ) -> Form<'f, Routines<'d, 'f>> {
        let docs = info.error_docs.iter().map(|docs| &**docs).chain(std::iter::repeat(""));
        let errors = description.errors.iter().zip(docs);
        let of_item = |name: &str| texts(info, &AttributePlace::Item(name.into()));
        Form {
            version: VERSION,
            id: id.to_string().into(),
            name: description.name.into(),
            file: description.file.into(),
            docs: info.docs.as_str().into(),
            aliases: description
                .names
                .iter()
                .map(|one| name_form(one, of_item(one.name)))
                .collect(),
            constants: info
                .constants
                .iter()
                .map(|one| constant_form(one, of_item(&one.name)))
                .collect(),
            errors: errors.map(|(one, docs)| errors_form(one, docs, info)).collect(),
            routines: Routines { info, description },
            interface: info.interface.to_text().into(),
            attributes: texts(info, &AttributePlace::Library),
        }
    }

    /// What was read of the library with this id; none if something is wrong with it.
    pub(super) fn into_info(self, id: LibId) -> Option<DebugInfo> {
        if self.version != VERSION || self.id.parse() != Ok(id) {
            return None;
        }
        let errors: Vec<ErrorEnum<'_>> = list(&self.errors, errors_of)?;
        let description = Description {
            name: &self.name,
            file: &self.file,
            names: list(&self.aliases, name_of)?,
            routines: list(&self.routines, |one| routine_of(one, &errors))?,
            errors,
        };
        let labels = self.routines.iter().flat_map(|one| &one.labels);
        Some(DebugInfo {
            interface: Interface::from_text(&self.interface)?,
            constants: list(&self.constants, constant_of)?,
            error_docs: self.errors.iter().map(|one| (*one.docs).into()).collect(),
            labels: labels.map(|one| ((*one.name).into(), one.offset)).collect(),
            description: description.to_bytes(),
            attributes: self.attributes(),
            docs: self.docs.into_owned(),
        })
    }

    /// The attributes of all of it.
    fn attributes(&self) -> TextAttributes {
        let mut all = TextAttributes::new();
        let mut add = |place: AttributePlace, texts: &[Text<'_>]| {
            if !texts.is_empty() {
                all.insert(place, texts.iter().map(|text| (**text).into()).collect());
            }
        };
        let item = |name: &str| AttributePlace::Item(name.into());
        add(AttributePlace::Library, &self.attributes);
        self.aliases.iter().for_each(|one| add(item(&one.name), &one.attributes));
        self.constants.iter().for_each(|one| add(item(&one.name), &one.attributes));
        for one in &self.errors {
            add(item(&one.name), &one.attributes);
            for variant in &one.variants {
                let place = AttributePlace::Error((*one.name).into(), (*variant.name).into());
                add(place, &variant.attributes);
            }
        }
        for one in &self.routines {
            let name = || Box::from(&*one.name);
            add(item(&one.name), &one.attributes);
            for alias in &one.aliases {
                add(AttributePlace::Alias(name(), (*alias.name).into()), &alias.attributes);
            }
            for label in &one.labels {
                add(AttributePlace::Label(name(), (*label.name).into()), &label.attributes);
            }
            for statement in &one.statements {
                add(AttributePlace::Statement(statement.offset), &statement.attributes);
            }
        }
        all
    }
}

/// The attributes that stand before something.
fn texts<'f>(info: &'f DebugInfo, place: &AttributePlace) -> Vec<Text<'f>> {
    info.attributes(place).iter().map(|text| Cow::Borrowed(&**text)).collect()
}

fn name_form<'f>(one: &Name<'f>, attributes: Vec<Text<'f>>) -> NameForm<'f> {
    NameForm { name: one.name.into(), register: one.register.to_string().into(), attributes }
}

fn constant_form<'f>(one: &'f Constant, attributes: Vec<Text<'f>>) -> ConstantForm<'f> {
    let Constant { name, size, value, is_public, docs } = one;
    ConstantForm {
        name: (**name).into(),
        size: size.name().into(),
        value: value.notation(size.register(0)).to_string().into(),
        public: *is_public,
        docs: (**docs).into(),
        attributes,
    }
}

fn errors_form<'f>(errors: &ErrorEnum<'f>, docs: &'f str, info: &'f DebugInfo) -> ErrorsForm<'f> {
    let variant = |one: &description::Variant<'f>| VariantForm {
        name: one.name.into(),
        number: one.number,
        docs: one.docs.into(),
        attributes: texts(info, &AttributePlace::Error(errors.name.into(), one.name.into())),
    };
    let one = errors;
    ErrorsForm {
        name: one.name.into(),
        docs: docs.into(),
        register: one.register.to_string().into(),
        variants: one.variants.iter().map(variant).collect(),
        attributes: texts(info, &AttributePlace::Item(one.name.into())),
    }
}

fn routine_form<'f>(
    one: &Routine<'f>,
    info: &'f DebugInfo,
    description: &Description<'f>,
) -> RoutineForm<'f> {
    let parameter = |one: &Parameter<'f>| ParameterForm {
        name: one.name.into(),
        register: one.register.to_string().into(),
        signed: one.is_signed,
        optional: one.is_optional,
    };
    let statement = |one: &description::Statement<'f>| StatementForm {
        offset: one.offset,
        length: one.length,
        line: one.line,
        column: one.column,
        text: one.text.into(),
        refusal: one.refusal.and_then(|one| {
            let (error, variant) = description.error(one)?;
            Some(Box::new((error.name.into(), variant.name.into())))
        }),
        attributes: texts(info, &AttributePlace::Statement(one.offset)),
    };
    let labels = info.labels(one).map(|(name, offset)| LabelForm {
        name: name.into(),
        offset,
        attributes: texts(info, &AttributePlace::Label(one.name.into(), name.into())),
    });
    let variable = |one: &Variable<'f>| VariableForm {
        name: one.name.into(),
        register: one.register.to_string().into(),
        signed: one.is_signed,
        offset: one.offset,
        end: one.end,
    };
    let alias = |alias: &Name<'f>| {
        let place = AttributePlace::Alias(one.name.into(), alias.name.into());
        name_form(alias, texts(info, &place))
    };
    RoutineForm {
        name: one.name.into(),
        docs: one.docs.into(),
        offset: one.offset,
        public: one.is_public,
        inputs: one.inputs.iter().map(parameter).collect(),
        outputs: one.outputs.iter().map(parameter).collect(),
        aliases: one.names.iter().map(alias).collect(),
        variables: one.variables.iter().map(variable).collect(),
        labels: labels.collect(),
        statements: one.statements.iter().map(statement).collect(),
        attributes: texts(info, &AttributePlace::Item(one.name.into())),
    }
}
