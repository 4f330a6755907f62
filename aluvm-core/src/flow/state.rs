//! What can be true at a place: two states, one in which `st0` is true and one in which it is false.
//! Either can be impossible; in each a register is defined, undefined, left over or either.
//!
//! A register takes two bits. Those of all registers lie side by side in words, so that ways meet with
//! a few operations for 64 registers. Only registers that the code names have bits.

mod arena;
mod definedness;
mod meet;
mod pair;
mod tracked;

pub(super) use self::arena::States;
pub use self::definedness::Definedness;
pub(super) use self::pair::State;
pub(super) use self::tracked::Tracked;
