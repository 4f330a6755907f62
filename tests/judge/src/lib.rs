//! The judge: a second interpreter of the machine, for tests. It shares nothing with the machine but the
//! table of forms, which gives it the fields and the mnemonics of instructions.
//!
//! What an instruction does is written from the text of the instruction set in the plainest way there is:
//! integers are unbounded ones of `num-bigint`, floats exact fractions, byte strings vectors, digests and
//! curves their standards' formulas. Each of these modules is an oracle of other tests as well.
//! `State` holds the registers, `codec` reads instructions from bytes, `execute` runs one, `run` a program.

pub mod bytes;
mod case;
pub mod codec;
pub mod curve;
pub mod digest;
mod execute;
pub mod float;
pub mod generate;
pub mod integer;
mod library;
mod random;
pub mod row;
mod run;
mod state;
pub mod value;
mod vector;

pub use case::Case;
pub use library::{Lib, LibId};
pub use random::Random;
pub use run::{End, Host, Judge, NoHost, Site, Stop};
pub use state::{Register, State, named, sizes};
pub use vector::Vector;
