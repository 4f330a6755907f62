//! From statements to instructions: what names stand for in a scope, which row of the instruction table
//! is meant, and what its fields hold. Nothing here looks at a token; faults name theirs by index.
//!
//! The caller makes the scope, which can lie in another one, and says where the code begins as soon as
//! it is known. A whole block is the simplest case:
//!
//! ```text
//! let mut scope = Scope::new(&mnemonics);
//! let mut code = Code::with_capacity(statements.list.len());
//! code.statements(&statements, &mut scope, &mut errors);
//! code.link(0, None, &Halves::default(), &mut errors);
//! check_size(&code.instrs, code.length, &mut errors);
//! ```
//!
//! Several pieces of code that know each other's names, such as the routines of a library, are each read
//! in a scope within that of the library, then laid out, then linked:
//!
//! ```text
//! let mut library = Scope::new(&mnemonics);
//! library.define_alias("balance", (RegisterSize::A64, 0), token)?;
//! for body in bodies {
//!     let mut scope = Scope::within(&library);
//!     let mut code = Code::with_capacity(statements.list.len());
//!     code.statements(body, &mut scope, &mut errors);
//!     routines.define(name, token, length)?;          // `routines: Labels`
//!     length += code.length;
//! }
//! code.link(base, Some(&routines), &halves, &mut errors);      // each of them
//! ```

mod accepted;
mod argument;
mod block;
mod call;
mod choose;
mod code;
mod directive;
mod fill;
mod fit;
mod flags;
mod halves;
mod instruction;
mod labels;
mod nearest;
mod scope;
mod size;
mod value;

pub(crate) use accepted::accepted;
pub use block::{Block, ConstantUse, LibraryOperand, Resolved, Wanted};
pub(crate) use code::{Code, aliased};
pub(super) use directive::Directives;
pub(crate) use directive::lacking;
pub(crate) use halves::{Halves, Moved};
pub(crate) use labels::Labels;
pub(crate) use nearest::{SUGGESTIONS_MAX, nearest};
pub(crate) use scope::{ConstantValue, Scope};
pub(crate) use size::check_size;
