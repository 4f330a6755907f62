//! What an importing library knows of another: its id, and its public routines.

mod text;

use alloc::string::String;
use alloc::vec::Vec;

use super::types::{Type, signed_type};
use crate::flow::{self, RegisterSet, Summary};
use crate::isa::Register;
use crate::library::LibId;

/// A library as others see it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Interface {
    /// Its id; none if Rust computes it, so that only the compiler knows it.
    pub id: Option<LibId>,
    /// Its public routines; none if nothing is known of it, such as that of a library with mistakes.
    pub routines: Option<Vec<PublicRoutine>>,
}

/// A routine that others can call.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PublicRoutine {
    /// Its name.
    pub name: String,
    /// Where it begins.
    pub offset: u16,
    /// Its inputs.
    pub inputs: Vec<PublicParameter>,
    /// Its outputs.
    pub outputs: Vec<PublicParameter>,
    /// What it does, calls included.
    pub summary: Summary,
    /// Whether it is a function of Rust too. Of a file that is told only if a routine of it asks for it.
    pub has_twin: bool,
}

/// An input or output of a routine.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PublicParameter {
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub register: Register,
    /// Whether it is an integer with a sign, in two's complement.
    pub is_signed: bool,
    /// Whether it may be undefined.
    pub is_optional: bool,
}

impl Interface {
    /// That of a library of which nothing is known.
    pub const UNKNOWN: Interface = Interface { id: None, routines: None };
}

impl PublicParameter {
    /// The type of an integer with a sign; none of all else.
    pub fn signed_type(&self) -> Option<Type> {
        signed_type(self.register, self.is_signed)
    }
}

impl PublicRoutine {
    /// What a caller is verified with.
    pub(super) fn to_flow(&self) -> flow::Interface {
        let signature = signature(&self.inputs, &self.outputs);
        flow::Interface { signature, summary: self.summary }
    }
}

/// The registers that a routine takes and gives.
pub(super) fn signature(
    inputs: &[PublicParameter],
    outputs: &[PublicParameter],
) -> flow::Signature {
    let set = |all: &[PublicParameter], is_optional| -> RegisterSet {
        let some = all.iter().filter(|parameter| parameter.is_optional == is_optional);
        some.map(|parameter| parameter.register).collect()
    };
    flow::Signature {
        inputs: set(inputs, false),
        optional_inputs: set(inputs, true),
        outputs: set(outputs, false),
        optional_outputs: set(outputs, true),
    }
}
