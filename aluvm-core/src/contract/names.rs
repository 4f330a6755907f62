//! What the names and attributes of a library mean: the second stage, behind [`parse`](super::parse).
//!
//! Each item has its file, which says what is wrong with it in itself. Instructions stand for nothing here.

mod attribute;
mod constant;
mod import;
mod meaning;
mod parameters;
mod refusal;

#[cfg(feature = "text")]
pub(super) use attribute::string;
pub(super) use attribute::{Attributes, allowed, allowed_by, check_isae};
pub use attribute::{FINDINGS, Levels, nearest_finding};
pub(super) use constant::constants;
#[cfg(feature = "text")]
pub(super) use constant::rust_in_file;
pub use constant::{ConstantLiteral, Spelling};
pub use import::{Callee, Import, Resolve};
pub(super) use import::{Imports, interfaces};
pub use meaning::is_taken;
pub(super) use meaning::{Meaning, Names, duplicate, reserved_in_rust};
pub(super) use parameters::{Parameters, define_parameters, is_name};
pub use refusal::ErrorEnum;
pub(super) use refusal::enums;
