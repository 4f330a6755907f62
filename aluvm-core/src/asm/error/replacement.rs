//! What can stand in place of what is wrong, where that is certain enough to offer: editors apply it.

use alloc::format;
use alloc::string::String;

use super::kind::{AsmError, AsmErrorKind as Kind};

impl<S> AsmError<S> {
    /// A text that can stand in place of what the span covers, as the message proposes it.
    pub fn replacement(&self) -> Option<String> {
        self.kind.replacement()
    }
}

impl Kind {
    /// A text that can stand in place of what is wrong, as the message proposes it.
    pub fn replacement(&self) -> Option<String> {
        match self {
            Kind::UpperCase { expected, .. } => Some(expected.as_ref().into()),
            Kind::UnknownMnemonic { nearest: Some(nearest), .. } => Some((*nearest).into()),
            Kind::UnknownDirective { nearest: Some(nearest), .. } => Some(format!(".{nearest}")),
            Kind::UndefinedLabel { nearest: Some(nearest), .. }
            | Kind::UnknownName { nearest: Some(nearest), .. } => Some(nearest.as_ref().into()),
            _ => None,
        }
    }
}
