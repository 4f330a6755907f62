//! Conditions on registers and counters, for `until`.

use std::cmp::Ordering;

use aluvm_core::isa::{Family, Register, RegisterSize};
use aluvm_core::vm::{Registers, Value};

use super::command::Relation;

/// A condition whose names and values have been looked up.
pub(crate) struct Condition {
    pub(crate) left: Operand,
    pub(crate) relation: Relation,
}

/// What is compared, with what.
pub(crate) enum Operand {
    /// A register, perhaps of integers with a sign, with a value or with none.
    Register { register: Register, is_signed: bool, value: Option<Value> },
    /// `cy0`.
    Jumps(u64),
    /// `ca0`.
    Complexity(u64),
}

impl Condition {
    /// Whether it holds. An undefined register equals `none`, and is neither less nor greater than
    /// anything.
    pub(crate) fn holds(&self, registers: &Registers) -> bool {
        let order = match &self.left {
            Operand::Jumps(number) => Some(u64::from(registers.cy0()).cmp(number)),
            Operand::Complexity(number) => Some(registers.ca0().cmp(number)),
            Operand::Register { register, is_signed, value } => {
                let found = registers.get(*register);
                match (&found, value) {
                    (Some(found), Some(value)) => {
                        Some(compare((*register, *is_signed), found, value))
                    }
                    _ if found.is_none() && value.is_none() => Some(Ordering::Equal),
                    _ => None,
                }
            }
        };
        match (self.relation, order) {
            (Relation::NotEqual, order) => order != Some(Ordering::Equal),
            (_, None) => false,
            (Relation::Equal, Some(order)) => order.is_eq(),
            (Relation::Less, Some(order)) => order.is_lt(),
            (Relation::AtMost, Some(order)) => order.is_le(),
            (Relation::Greater, Some(order)) => order.is_gt(),
            (Relation::AtLeast, Some(order)) => order.is_ge(),
        }
    }
}

/// The order of two values of a register: integers as unsigned ones or in two's complement, floats as numbers, strings by
/// their bytes.
fn compare((register, is_signed): (Register, bool), one: &Value, other: &Value) -> Ordering {
    match (register, one, other) {
        (Register::Value { size, .. }, Value::Number(one), Value::Number(other)) => {
            match size.family() {
                Family::F => key(size, one).cmp(&key(size, other)),
                _ if is_signed => {
                    let is_negative = |bytes: &[u8]| bytes.last().is_some_and(|last| *last > 0x7F);
                    let by_sign = is_negative(other).cmp(&is_negative(one));
                    by_sign.then_with(|| one.iter().rev().cmp(other.iter().rev()))
                }
                _ => one.iter().rev().cmp(other.iter().rev()),
            }
        }
        _ => one.cmp(other),
    }
}

/// Bytes that are ordered as the floats with these patterns are.
fn key(size: RegisterSize, bytes: &[u8]) -> Vec<u8> {
    let mut key: Vec<u8> = bytes.iter().rev().copied().collect();
    let sign = key.first().map_or(0, |byte| byte & 0x80);
    // A posit is ordered as an integer in two's complement.
    let is_posit = size == RegisterSize::F512;
    let is_zero =
        key.iter().enumerate().all(|(at, byte)| byte & if at == 0 { 0x7F } else { 0xFF } == 0);
    // Both zeros are equal.
    let is_reversed = sign != 0 && !is_posit && !is_zero;
    if is_reversed {
        key.iter_mut().for_each(|byte| *byte = !*byte);
    } else if let (0, _) | (_, true) = (sign, is_posit) {
        key.iter_mut().take(1).for_each(|byte| *byte ^= 0x80);
    }
    key
}
