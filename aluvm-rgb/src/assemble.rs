//! Writing scripts: instructions with the network's, and libraries that name what the network's do.

use aluvm::library::AssembleError;
use aluvm::profile::Profile;
use aluvm::{Instr, IsaId, Isae, Lib};

/// What each library of the network names, whether it uses them or not.
pub const ISAE: Isae = Isae::from_static(&[
    IsaId::from_static("ALU"),
    IsaId::from_static("BPDIGEST"),
    IsaId::from_static("RGB"),
]);

/// Makes a library of the network of instructions, as [`Profile::RGB_0_11`] lays them out: what follows
/// `vts` begins in the middle of a byte.
///
/// # Errors
///
/// As [`Lib::assemble`].
pub fn assemble(instrs: &[Instr]) -> Result<Lib, AssembleError> {
    Lib::assemble_with_profile(instrs, ISAE, &Profile::RGB_0_11)
}

/// [`aluasm!`](aluvm::aluasm) with the instructions of the network. [`assemble`] makes a library of it that
/// names `ALU BPDIGEST RGB`, as those of the network do.
///
/// ```
/// use aluvm_rgb::{assemble, rgbasm};
///
/// const ASSET: u16 = 4000;
/// let lib = assemble(&rgbasm! {
///     put     a8[0], 1;
///     svs     ASSET;
///     test;
///     ret;
/// })?;
/// assert_eq!(lib.isae().to_string(), "ALU BPDIGEST RGB");
/// # Ok::<(), aluvm::AssembleError>(())
/// ```
#[macro_export]
macro_rules! rgbasm {
    ($($block:tt)*) => {
        $crate::__private::aluvm::aluasm! { #![isa($crate::RgbInstr)] $($block)* }
    };
}
