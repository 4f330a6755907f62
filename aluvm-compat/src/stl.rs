//! The type library `AluVM`, to which the type libraries of the network refer by its id.

use strict_encoding::LibName;
use strict_types::TypeLib;
use strict_types::typelib::LibBuilder;

use crate::LIB_NAME_ALUVM;
use crate::library::{Lib, LibSite};

/// The type library of [`Lib`] and [`LibSite`].
///
/// # Panics
///
/// Never: the types do not change, and a test compiles them.
pub fn aluvm_stl() -> TypeLib {
    let standard = strict_types::stl::std_stl().to_dependency_types();
    LibBuilder::with(LibName::from(LIB_NAME_ALUVM), [standard])
        .transpile::<Lib>()
        .transpile::<LibSite>()
        .compile()
        .expect("the types of this crate make a library")
}
