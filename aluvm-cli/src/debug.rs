//! `.aludbg`: what the source of a library says of it, as JSON in a file beside the library. Nothing needs
//! it, and none of it reaches the id. `docs/toolchain.md` describes the form.

mod form;

use aluvm_core::contract::description::{Description, Routine};
use aluvm_core::contract::{AttributePlace, Interface, TextAttributes, TextConstant, TextLibrary};
use aluvm_core::isa::RegisterSize;
use aluvm_core::library::LibId;
use aluvm_core::vm::Value;

use self::form::Form;

/// What the source of a library says of it.
#[derive(Debug)]
pub(crate) struct DebugInfo {
    /// What others see of the library.
    pub(crate) interface: Interface,
    /// The documentation of the library, a line each.
    pub(crate) docs: String,
    pub(crate) constants: Vec<Constant>,
    /// The documentation of each enum of errors.
    pub(crate) error_docs: Vec<Box<str>>,
    attributes: TextAttributes,
    /// The labels of all routines, and where in the code they stand, in that order.
    labels: Vec<(Box<str>, u16)>,
    /// All else, in the binary form.
    description: Vec<u8>,
}

/// A constant.
#[derive(Debug)]
pub(crate) struct Constant {
    pub(crate) name: Box<str>,
    pub(crate) size: RegisterSize,
    pub(crate) value: Value,
    /// Whether others see it.
    pub(crate) is_public: bool,
    /// Its documentation, a line each.
    pub(crate) docs: Box<str>,
}

impl DebugInfo {
    /// What is known of a library made of a text.
    pub(crate) fn of(library: TextLibrary) -> DebugInfo {
        let TextLibrary { interface, description, labels, constants, docs, .. } = library;
        let constants = constants.into_iter().filter_map(constant).collect();
        let (error_docs, attributes) = (library.enum_docs, library.attributes);
        DebugInfo { interface, docs, constants, error_docs, attributes, labels, description }
            .sorted()
    }

    /// Reads the text of a file, if it is about the library with this id.
    pub(crate) fn read(text: &str, id: LibId) -> Option<DebugInfo> {
        let info = serde_json::from_str::<Form<'_>>(text).ok()?.into_info(id)?;
        (info.interface.id == Some(id)).then(|| info.sorted())
    }

    /// Puts the labels where they are looked for.
    fn sorted(mut self) -> DebugInfo {
        self.labels.sort_by_key(|(_, offset)| *offset);
        self
    }

    /// The text of the file.
    pub(crate) fn to_json(&self, id: LibId) -> String {
        // Every part of the form is a string, a number or a list.
        serde_json::to_string(&Form::of(self, &self.description(), id)).unwrap_or_default() + "\n"
    }

    /// What the source says of the code.
    pub(crate) fn description(&self) -> Description<'_> {
        Description::from_bytes(&self.description).unwrap_or_default()
    }

    /// The attributes that stand before something, what is between their brackets.
    pub(crate) fn attributes(&self, place: &AttributePlace) -> &[Box<str>] {
        self.attributes.get(place).map_or(&[], Vec::as_slice)
    }

    /// The labels of a routine, and where they stand.
    pub(crate) fn labels(&self, routine: &Routine<'_>) -> impl Iterator<Item = (&str, u16)> {
        let before = |end: usize| self.labels.partition_point(|(_, at)| usize::from(*at) < end);
        let range = before(routine.offset.into())..before(routine.end());
        let labels = self.labels.get(range).unwrap_or_default();
        labels.iter().map(|(name, offset)| (&**name, *offset))
    }
}

fn constant(constant: TextConstant) -> Option<Constant> {
    let TextConstant { name, size, bytes, is_public, docs } = constant;
    let value = match size.bytes() {
        0 => Value::String(bytes[..].try_into().ok()?),
        _ => Value::Number(bytes[..].into()),
    };
    Some(Constant { name, size, value, is_public, docs })
}
