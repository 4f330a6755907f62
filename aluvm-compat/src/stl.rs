//! The type library `AluVM`, to which the type libraries of the network refer by its id.

use strict_types::TypeLib;

/// The type library of [`Lib`](crate::library::Lib) and [`LibSite`](crate::library::LibSite).
///
/// # Panics
///
/// Never: the types do not change, and a test compiles them.
pub fn aluvm_stl() -> TypeLib {
    aluvm_strict::aluvm_stl().expect("the types make a library")
}
