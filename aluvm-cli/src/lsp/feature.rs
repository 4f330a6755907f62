//! The questions that editors ask, a file for each kind.

pub(super) mod completion;
pub(super) mod cost;
pub(super) mod hover;
pub(super) mod layout;
pub(super) mod mistake;
pub(super) mod navigation;
pub(super) mod rename;
pub(super) mod symbol;
pub(super) mod token;

use std::fmt::{self, Display, Formatter};

use lsp_server::ErrorCode;

/// Why a question has no answer.
#[derive(Debug)]
pub(super) enum Refused {
    /// There is no such question.
    Unknown(String),
    /// It is asked in the wrong way.
    Parameters(serde_json::Error),
    /// It is asked before the beginning.
    NotBegun,
    /// The beginning is asked for again.
    Begun,
    /// It is asked behind the end.
    Ended,
    /// There is no name to be changed.
    NoName,
    /// A name cannot be changed to this.
    Name {
        /// The new name.
        name: String,
        /// What the assembler has against it; none if it is no name at all.
        reason: Option<String>,
    },
}

impl Refused {
    pub(super) fn code(&self) -> i32 {
        let code = match self {
            Refused::Unknown(_) => ErrorCode::MethodNotFound,
            Refused::Parameters(_) => ErrorCode::InvalidParams,
            Refused::NotBegun => ErrorCode::ServerNotInitialized,
            Refused::Begun | Refused::Ended => ErrorCode::InvalidRequest,
            Refused::NoName | Refused::Name { .. } => ErrorCode::RequestFailed,
        };
        code as i32
    }
}

impl Display for Refused {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Refused::Unknown(method) => write!(f, "`{method}` is unknown here"),
            Refused::Parameters(error) => write!(f, "the parameters are wrong: {error}"),
            Refused::NotBegun => f.write_str("`initialize` comes first"),
            Refused::Begun => f.write_str("`initialize` comes once"),
            Refused::Ended => f.write_str("nothing comes behind `shutdown` but `exit`"),
            Refused::NoName => f.write_str("no name stands here that could be changed"),
            Refused::Name { name, reason: None } => {
                write!(
                    f,
                    "`{name}` is no name: a name is a letter or `_`, and letters, digits and `_`"
                )
            }
            Refused::Name { name, reason: Some(reason) } => {
                write!(f, "`{name}` cannot be the name: {reason}")
            }
        }
    }
}

impl std::error::Error for Refused {}
