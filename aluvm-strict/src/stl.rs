//! The type library `AluVM`, to which the type libraries of the network refer by its id.

use strict_encoding::LibName;
use strict_types::TypeLib;
use strict_types::typelib::{CompileError, LibBuilder};

use crate::{LIB_NAME_ALUVM, Lib, LibSite};

/// The type library `AluVM`, which those of the network depend on.
///
/// # Errors
///
/// Never; the compiler of type libraries can fail for others.
pub fn aluvm_stl() -> Result<TypeLib, Box<CompileError>> {
    let name = LibName::from(LIB_NAME_ALUVM);
    LibBuilder::with(name, [strict_types::stl::std_stl().to_dependency_types()])
        .transpile::<Lib>()
        .transpile::<LibSite>()
        .compile()
        .map_err(Box::new)
}
