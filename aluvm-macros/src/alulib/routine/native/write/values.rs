//! What steps leave for those behind them: values, conditions and outputs, as expressions of Rust.

use aluvm_core::contract::twin::constant;
use aluvm_core::isa::{Family, Register, RegisterSize};
use proc_macro2::{Ident, Literal, TokenStream};

use super::super::{code, value_type};
use super::{Left, Writer};
use crate::alulib::library::own;
use crate::facade::generate;

impl Writer<'_, '_> {
    /// The value of a variable, which keeps it.
    pub(super) fn owned(&self, number: usize) -> TokenStream {
        let (variable, private) = (self.variable(number), &self.private);
        match self.twin.variables.get(number).map(|variable| variable.size) {
            Some(RegisterSize::S16) => generate!(#private::core::clone::Clone::clone(&#variable)),
            _ => generate!(#variable),
        }
    }

    /// The last value.
    pub(super) fn value(&mut self) -> TokenStream {
        match self.left.pop() {
            Some(Left::Variable(number)) => self.owned(number),
            Some(Left::Value(value)) => value,
            Some(Left::Applied(function, generics, operands)) => {
                generate!(native::#function #generics (#(#operands),*))
            }
            _ => TokenStream::new(),
        }
    }

    /// The last values, in the order in which they were left.
    pub(super) fn values(&mut self, count: usize) -> Vec<TokenStream> {
        let mut values: Vec<TokenStream> = (0..count).map(|_| self.value()).collect();
        values.reverse();
        values
    }

    /// The last values as operands of a comparison: by reference where one is a variable of a byte string, which would
    /// be copied.
    pub(super) fn compared(&mut self, count: usize) -> Vec<TokenStream> {
        let first = self.left.len().saturating_sub(count);
        let is_string = |left: &Left| match left {
            Left::Variable(number) => {
                let variable = self.twin.variables.get(*number);
                variable.is_some_and(|variable| variable.size == RegisterSize::S16)
            }
            _ => false,
        };
        match self.left.iter().skip(first).any(is_string) {
            true => self.references(count),
            false => self.values(count),
        }
    }

    /// References to them.
    pub(super) fn references(&mut self, count: usize) -> Vec<TokenStream> {
        let mut references: Vec<TokenStream> = (0..count)
            .map(|_| match self.left.pop() {
                Some(Left::Variable(number)) => {
                    let variable = self.variable(number);
                    generate!(&#variable)
                }
                other => {
                    self.left.extend(other);
                    let value = self.value();
                    generate!(&#value)
                }
            })
            .collect();
        references.reverse();
        references
    }

    pub(super) fn condition(&mut self) -> TokenStream {
        match self.left.pop() {
            Some(Left::Condition(condition)) => condition,
            _ => TokenStream::new(),
        }
    }

    pub(super) fn outputs(&mut self) -> TokenStream {
        match self.left.pop() {
            Some(Left::Outputs(outputs)) => outputs,
            _ => TokenStream::new(),
        }
    }

    /// `test`. Behind a routine with outputs `st0` is true.
    pub(super) fn test(&mut self, at: u32) {
        let offset = self.offset(at);
        match self.left.pop() {
            Some(Left::Condition(condition)) => {
                self.write(generate!(native::Run::test(aluvm_run, #condition, #offset);));
            }
            Some(Left::Value(value)) => {
                let value = generate!(native::Run::some(aluvm_run, #value, #offset));
                self.left.push(Left::Value(value));
            }
            Some(Left::Applied(function, generics, operands)) => {
                self.left.push(Left::Value(generate! {
                    native::tested::#function #generics (aluvm_run, #(#operands,)* #offset)
                }));
            }
            other => self.left.extend(other),
        }
    }

    /// The value of a `put`. What only the compiler knows is read from the code.
    pub(super) fn constant(&self, register: Register, at: u32) -> TokenStream {
        let Register::Value { size, .. } = register else { return TokenStream::new() };
        let value_type = value_type(&self.private, size);
        let instr = self.instr(at);
        match instr.as_ref().and_then(constant) {
            Some(bytes) if size.family() == Family::A && bytes.len() <= 16 => {
                let mut all = [0; 16];
                all.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from);
                let number = u128::from_le_bytes(all);
                let literal = match size {
                    RegisterSize::A8 => Literal::u8_suffixed(number as u8),
                    RegisterSize::A16 => Literal::u16_suffixed(number as u16),
                    RegisterSize::A32 => Literal::u32_suffixed(number as u32),
                    RegisterSize::A64 => Literal::u64_suffixed(number as u64),
                    _ => Literal::u128_suffixed(number),
                };
                generate!(#literal)
            }
            Some(bytes) => {
                let bytes = Literal::byte_string(bytes);
                generate!(native::constant::<#value_type>(#bytes))
            }
            None => {
                let (offset, register) = (self.offset(at), code(register));
                let value = generate! {
                    native::Run::execute::<#value_type>(
                        aluvm_run, (&super::LIB, #offset), &[], #register,
                    )
                };
                generate!(native::always(#value))
            }
        }
    }

    pub(super) fn execute(&mut self, at: u32, operands: &[Register], result: Option<Register>) {
        let values = self.references(operands.len());
        let names: Vec<Ident> =
            (0..values.len()).map(|number| own(&format!("aluvm_operand_{number}"))).collect();
        let codes = operands.iter().map(|register| code(*register));
        let offset = self.offset(at);
        let values = generate! { #(let #names = #values;)* };
        let operands = generate!((&super::LIB, #offset), &[#((#names, #codes)),*]);
        let Some(result) = result else {
            let holds = generate!(native::Run::holds(aluvm_run, #operands));
            return self.left.push(Left::Condition(generate!({ #values #holds })));
        };
        let Register::Value { size, .. } = result else { return };
        let (value_type, result) = (value_type(&self.private, size), code(result));
        let value = generate! {
            native::Run::execute::<#value_type>(aluvm_run, #operands, #result)
        };
        self.left.push(Left::Value(generate!({ #values #value })));
    }
}
