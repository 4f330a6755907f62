//! The four operations as the machine computes them.

use aluvm_core::num::float::{Float, Rounding};
pub use aluvm_judge::float::Operation;

/// What the machine computes.
pub fn apply<F: Float>(operation: Operation, first: F, second: F, rounding: Rounding) -> Option<F> {
    match operation {
        Operation::Add => first.add(second, rounding),
        Operation::Sub => first.sub(second, rounding),
        Operation::Mul => first.mul(second, rounding),
        Operation::Div => first.div(second, rounding),
    }
}

pub fn bytes<F: Float>(value: F) -> Vec<u8> {
    let mut bytes = vec![0; F::BYTES];
    value.write_le_bytes(&mut bytes);
    bytes
}
