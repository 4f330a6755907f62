//! Instructions of the table whose arguments are any bits, for tests that make them at random.

use aluvm_core::isa::Form;

/// The word of a form with the given bits wherever the form leaves them open.
pub fn word(form: &Form, bits: u128) -> u128 {
    bits & !form.fixed_mask() | form.fixed_bits()
}

/// The bytes of a form whose arguments are the given bits: the lowest stands behind the opcode.
pub fn bytes(form: &Form, arguments: u128) -> Vec<u8> {
    word(form, arguments << 8).to_le_bytes()[..form.length()].to_vec()
}
