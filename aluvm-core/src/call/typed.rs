//! What `alulib!` makes functions of routines of: a call takes references to its inputs, each of which sets its
//! register, and a type that is read from the registers.
//!
//! Each of two hundred routines costs the compiler what stands in its function. So that is one call, without
//! a closure and without names of the standard library; all else is here, and compiled once.

use super::{CallError, Contract, InputError};
use crate::bytes::ByteString;
use crate::contract::description::{Parameter, Signature};
use crate::isa::{NoExtension, Register, RegisterSize};
use crate::num::integer::{U256, U512, U1024};
use crate::vm::{Extension, RegisterError, Registers, Vm};

/// A value for an input of a routine, in a Rust type that registers of its size take.
#[doc(hidden)]
pub trait Argument {
    /// Sets a register.
    ///
    /// # Errors
    ///
    /// If the register does not hold the value.
    fn set(
        &self,
        registers: &mut Registers,
        size: RegisterSize,
        index: u8,
    ) -> Result<(), RegisterError>;
}

macro_rules! arguments {
    ($($Type:ty: $($Size:ident $set:ident),+;)+) => {$(
        impl Argument for $Type {
            fn set(
                &self,
                registers: &mut Registers,
                size: RegisterSize,
                index: u8,
            ) -> Result<(), RegisterError> {
                match size {
                    $(RegisterSize::$Size => registers.$set(index, *self),)+
                    _ => Err(RegisterError::Unsuitable { register: size.register(index) }),
                }
            }
        }
    )+};
}

arguments! {
    u8: A8 set_a8;
    u16: A16 set_a16;
    u32: A32 set_a32;
    u64: A64 set_a64;
    u128: A128 set_a128;
    U256: A256 set_a256;
    U512: A512 set_a512;
    U1024: A1024 set_a1024;
    half::bf16: F16b set_f16b;
    half::f16: F16 set_f16;
    f32: F32 set_f32;
    f64: F64 set_f64;
    [u8; 10]: F80 set_f80;
    [u8; 16]: F128 set_f128, R128 set_r128;
    [u8; 20]: R160 set_r160;
    [u8; 32]: F256 set_f256, R256 set_r256;
    [u8; 64]: F512 set_f512, R512 set_r512;
    [u8; 128]: R1024 set_r1024;
    [u8; 256]: R2048 set_r2048;
    [u8; 512]: R4096 set_r4096;
    [u8; 1024]: R8192 set_r8192;
}

macro_rules! signed_arguments {
    ($($Type:ty)+) => {$(
        impl Argument for $Type {
            fn set(
                &self,
                registers: &mut Registers,
                size: RegisterSize,
                index: u8,
            ) -> Result<(), RegisterError> {
                self.cast_unsigned().set(registers, size, index)
            }
        }
    )+};
}

signed_arguments!(i8 i16 i32 i64 i128);

/// Of an input that may be undefined. Registers are undefined before they are set.
impl<T: Argument> Argument for Option<T> {
    fn set(
        &self,
        registers: &mut Registers,
        size: RegisterSize,
        index: u8,
    ) -> Result<(), RegisterError> {
        match self {
            Some(value) => value.set(registers, size, index),
            None => Ok(()),
        }
    }
}

/// A byte string in any type that `set_s16` takes.
#[doc(hidden)]
#[derive(Debug)]
pub struct Bytes<'v, T>(pub &'v T);

impl<T> Argument for Bytes<'_, T>
where
    T: TryInto<ByteString> + Clone,
    RegisterError: From<T::Error>,
{
    fn set(
        &self,
        registers: &mut Registers,
        size: RegisterSize,
        index: u8,
    ) -> Result<(), RegisterError> {
        match size {
            RegisterSize::S16 => registers.set_s16(index, self.0.clone()),
            _ => Err(RegisterError::Unsuitable { register: size.register(index) }),
        }
    }
}

/// The outputs of a routine.
#[doc(hidden)]
pub trait Outputs: Sized {
    /// Reads them. Those without `?` are defined.
    fn read(registers: &Registers) -> Self;
}

/// An output without `?`, behind a call that has looked whether it is defined.
///
/// # Panics
///
/// If it is not.
#[doc(hidden)]
#[inline]
pub fn output<T>(value: Option<T>) -> T {
    value.expect("a success has its outputs")
}

/// An input or output with the code of its register.
#[doc(hidden)]
pub const fn parameter(
    name: &str,
    register: [u8; 2],
    is_signed: bool,
    is_optional: bool,
) -> Parameter<'_> {
    match Register::from_code(register) {
        Some(register) => Parameter { name, register, is_signed, is_optional },
        None => panic!("there is no such register"),
    }
}

#[doc(hidden)]
impl<E: Extension> Contract<E> {
    /// [`Contract::call`] for macros.
    #[inline]
    pub fn call_typed<T: Outputs>(
        &'static self,
        vm: &mut Vm<E>,
        offset: u16,
        context: &mut E::Context<'_>,
        arguments: &[&dyn Argument],
        signature: &'static Signature<'static>,
    ) -> Result<T, CallError> {
        match self.call_with(vm, offset, context, arguments, signature) {
            Ok(()) => Ok(T::read(vm.registers())),
            Err(error) => Err(error),
        }
    }

    /// The same up to the outputs, which are defined then: without a type of its own for each routine.
    fn call_with(
        &'static self,
        vm: &mut Vm<E>,
        offset: u16,
        context: &mut E::Context<'_>,
        arguments: &[&dyn Argument],
        signature: &'static Signature<'static>,
    ) -> Result<(), CallError> {
        let inputs = |registers: &mut Registers| set(registers, signature.inputs, arguments);
        self.call_erased(vm, offset, context, &inputs, &mut |registers| {
            let mut outputs = signature.outputs.iter();
            outputs.all(|output| output.is_optional || registers.is_defined_at(output.register))
        })
    }
}

/// What macros call for libraries without an extension. It is compiled here, and not again in each crate with
/// a library, which would take seconds.
#[doc(hidden)]
impl Contract<NoExtension> {
    /// [`Contract::call_typed`].
    #[inline]
    pub fn call_plain<T: Outputs>(
        &'static self,
        vm: &mut Vm,
        offset: u16,
        arguments: &[&dyn Argument],
        signature: &'static Signature<'static>,
    ) -> Result<T, CallError> {
        match self.call_plain_with(vm, offset, arguments, signature) {
            Ok(()) => Ok(T::read(vm.registers())),
            Err(error) => Err(error),
        }
    }

    #[inline(never)]
    fn call_plain_with(
        &'static self,
        vm: &mut Vm,
        offset: u16,
        arguments: &[&dyn Argument],
        signature: &'static Signature<'static>,
    ) -> Result<(), CallError> {
        self.call_with(vm, offset, &mut (), arguments, signature)
    }
}

/// Sets the inputs of a routine.
pub(super) fn set(
    registers: &mut Registers,
    inputs: &[Parameter<'static>],
    arguments: &[&dyn Argument],
) -> Result<(), InputError> {
    for (input, argument) in inputs.iter().zip(arguments) {
        let Register::Value { size, index } = input.register else { continue };
        argument.set(registers, size, index).map_err(CallError::input(input.name))?;
    }
    Ok(())
}
