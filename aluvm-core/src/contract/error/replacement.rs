//! What can stand in place of what is wrong in a contract, where that is certain enough to offer.

use alloc::format;
use alloc::string::String;

use super::{LanguageErrorKind, OPEN_STATUS};
use super::{SourceError, SourceErrorKind as Kind};

impl<S> SourceError<S> {
    /// A text that can stand in place of what the span covers, as the message proposes it.
    pub fn replacement(&self) -> Option<String> {
        self.kind.replacement()
    }
}

impl Kind {
    /// A text that can stand in place of what is wrong, as the message proposes it.
    pub fn replacement(&self) -> Option<String> {
        match self {
            Kind::Asm(kind) => kind.replacement(),
            Kind::OtherId { id } | Kind::OtherImportId { id, .. } => Some(format!("\"{id}\"")),
            Kind::UnknownItem { nearest: Some(nearest), .. }
            | Kind::UnknownFinding { nearest: Some(nearest), .. }
            | Kind::UnknownAttribute { nearest, .. } => Some((*nearest).into()),
            Kind::RustType { size } => Some((*size).into()),
            Kind::RegisterOfConstant { size } => Some(format!("{size}")),
            Kind::ErrorPath { name } => Some(name.as_ref().into()),
            Kind::RustInFile { nearest: Some(nearest), .. }
            | Kind::UnknownError { nearest: Some(nearest), .. }
            | Kind::UnknownRoutine { nearest: Some(nearest), .. }
            | Kind::UnknownLibrary { nearest: Some(nearest), .. }
            | Kind::UnknownCallee { nearest: Some(nearest), .. } => Some(nearest.as_ref().into()),
            _ => None,
        }
    }

    /// The name of a finding, under which `#[allow(…)]` permits it; none for a mistake.
    pub fn finding(&self) -> Option<&'static str> {
        match self {
            Kind::Finding { problem, .. } => Some(problem.name()),
            Kind::Unused { what, .. } => Some(what.name()),
            Kind::Language(kind) if **kind == LanguageErrorKind::OpenStatus => Some(OPEN_STATUS),
            _ => None,
        }
    }
}
