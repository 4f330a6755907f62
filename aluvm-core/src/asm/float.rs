//! Float literals.

use crate::isa::RegisterSize;
use alloc::vec::Vec;

/// Temporary.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FloatLiteralError {
    /// Never.
    Never,
}

impl core::fmt::Display for FloatLiteralError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("floats are not read yet")
    }
}

pub(super) fn float_literal(
    _: RegisterSize,
    _: bool,
    _: &str,
) -> Result<Vec<u8>, FloatLiteralError> {
    Err(FloatLiteralError::Never)
}
