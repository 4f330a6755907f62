//! Float literals and their text, by register size. The rounding itself is
//! [`num::float`](crate::num::float)'s.

use alloc::string::String;
use alloc::vec::Vec;

use crate::isa::RegisterSize;
use crate::num::float::FloatLiteralError;

/// The bytes of a literal, rounded to nearest even in the register's own format.
pub(crate) fn float_literal(
    size: RegisterSize,
    negative: bool,
    literal: &str,
) -> Result<Vec<u8>, FloatLiteralError> {
    let format = size.float_format().ok_or(FloatLiteralError::NotANumber)?;
    if negative {
        let mut signed = String::from("-");
        signed.push_str(literal);
        return format.parse(&signed);
    }
    format.parse(literal)
}
