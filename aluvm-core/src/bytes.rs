//! Byte strings, the values of the S registers, and everything the instruction set does with them.
//!
//! Each instruction is a pure function in the file of its kind. It takes the values of registers
//! that are defined and gives back the values of the destinations in an [`Outcome`]; the rule that
//! an undefined operand makes the destination undefined is the caller's, the same for all of them.
//! Offsets and lengths are 16-bit numbers, which is what the length limit is about. All functions
//! take time linear in the lengths of their strings, whatever these contain.
//!
//! The comparison `eq` is that of `Option<ByteString>`: two undefined registers are equal, and an
//! undefined one differs from a defined one.

mod deletion;
mod extract;
mod fill;
mod insertion;
mod load;
mod search;
mod split;
mod string;

pub use self::{
    deletion::delete,
    extract::{extract, inject},
    fill::fill,
    insertion::{insert, join},
    load::load,
    search::{common, count, find},
    split::split,
    string::{ByteString, TooLong},
};

/// What an instruction leaves in its destinations, and what it tells `st0`.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Outcome<T> {
    /// The value of the destination, or of both; `None` leaves a register undefined.
    pub value: T,
    /// `false` sets `st0` to false; `true` leaves it as it is.
    pub success: bool,
}

impl<T> Outcome<T> {
    /// An outcome that leaves `st0` as it is.
    pub const fn success(value: T) -> Self {
        Self { value, success: true }
    }

    /// An outcome that sets `st0` to false.
    pub const fn failure(value: T) -> Self {
        Self { value, success: false }
    }
}
