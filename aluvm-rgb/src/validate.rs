//! Running a script for an operation, as validators of the network do.

use core::fmt;

use aluvm::isa::Idx32;
use aluvm::{LibSite, Outcome, Program, Vm};

use crate::{Operation, RgbInstr};

/// A script refused an operation.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Refused {
    /// What the script left in `a8[0]`: the number of its reason.
    pub reason: Option<u8>,
    /// How and where the script stopped. It can be [`Failure::Hang`](aluvm::vm::Failure::Hang) or
    /// [`Failure::Panic`](aluvm::vm::Failure::Panic), where the network's machine does so.
    pub outcome: Outcome,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.reason {
            Some(reason) => write!(f, "the script refuses the operation with error {reason}"),
            None => f.write_str("the script refuses the operation"),
        }
    }
}

impl core::error::Error for Refused {}

/// Runs the script at a place for an operation. Its registers are undefined at first, but for `a16[0]` with
/// the type of a transition.
///
/// # Errors
///
/// If the script refuses the operation.
pub fn validate<const LIBS_MAX: usize>(
    vm: &mut Vm<RgbInstr>,
    program: &Program<RgbInstr, LIBS_MAX>,
    script: LibSite,
    transition: Option<u16>,
    operation: &mut (dyn Operation + '_),
) -> Result<(), Refused> {
    vm.reset();
    vm.registers_mut().put_a16(Idx32::FIRST, transition);
    let outcome = vm.run_at(program, script, operation);
    match outcome.is_success() {
        true => Ok(()),
        false => Err(Refused { reason: vm.registers().a8(0), outcome }),
    }
}
