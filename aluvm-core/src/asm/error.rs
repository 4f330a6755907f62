//! What can be wrong with assembly, and how it is said. All stages use it, and it knows none of them.

mod accepted;
mod fault;
mod foreign;
mod help;
mod kind;
mod list;
mod literal;
mod message;
mod replacement;
mod token;
mod usage;
mod words;

pub use accepted::{Accepted, IntegerRange, SizeSet};
pub(crate) use fault::Fault;
pub(crate) use foreign::{begins_rust_item, counterpart};
pub(crate) use help::with_hints;
pub use kind::{AsmError, AsmErrorKind, Note, Unclosed};
pub use list::Located;
pub(crate) use list::cut;
pub(crate) use list::located;
pub use literal::LiteralError;
pub use token::TokenError;
pub(super) use usage::Extension;
pub use usage::{FlagUsage, Usage};
#[cfg(feature = "text")]
pub(super) use words::SHOWN_MAX;
pub(crate) use words::{ALIAS_NAME, ERROR, quoted};
pub(super) use words::{
    CALL_END, CONDITION, CONDITION_END, ERROR_END, OPERAND_END, STATEMENT, shortened,
};
