//! Which types of Rust constants each kind of operand takes, and what the compiler says of others.
//!
//! The macro hands each constant through the function of its operand, which has nothing to do but to ask
//! for the trait: the error is at the constant. So that no second error follows, [`Unfit`] has the methods
//! of [`Const`] for all types that have none themselves.

use core::marker::PhantomData;

use super::constant::Const;
use super::value::{Number, Value};
use crate::library::{LibId, LibSite};

/// The methods of [`Const`] for types that have none.
pub trait Unfit {
    /// No number.
    fn aluvm_number(&self) -> Number<'_> {
        Number::Bytes(&[])
    }

    /// No number.
    fn aluvm_large_number(&self) -> Number<'_> {
        Number::Bytes(&[])
    }

    /// No float.
    fn aluvm_float(&self) -> f64 {
        0.0
    }

    /// No switch.
    fn aluvm_switch(&self) -> Value<'_> {
        Value::Bytes(&[])
    }

    /// No library.
    fn aluvm_library(&self) -> Value<'_> {
        Value::Bytes(&[])
    }

    /// No place in a library.
    fn aluvm_site(&self) -> Value<'_> {
        Value::Bytes(&[])
    }

    /// No bytes.
    fn aluvm_bytes(&self) -> &'static [u8] {
        &[]
    }
}

impl<T> Unfit for Const<T> {}

/// A trait and the types that it takes. Messages do not list the types, which have them in their words.
macro_rules! fits {
    ($($(#[$doc:meta])* $Trait:ident $message:literal $label:literal $(note $note:literal)? {
        $([$($generic:tt)*] $Type:ty),*
    })*) => {$(
        $(#[$doc])*
        #[diagnostic::on_unimplemented(message = $message, label = $label $(, note = $note)?)]
        pub trait $Trait {}

        $(
            #[diagnostic::do_not_recommend]
            impl<$($generic)*> $Trait for $Type {}
        )*
    )*};
}

fits! {
    /// Types that can be an offset or another unsigned number.
    Unsigned
        "a constant of type `{Self}` cannot be an offset or another unsigned number"
        "expected an integer"
        note "what has a number inside gives it by a public field or a `const fn`: `{{ CONSTANT.field }}`; of others, such \
              as the ids of a network, the number is a constant of its own, of which the other is made: \
              `const NUMBER: u16 = 4000;`" {}
    /// Types that can be a step.
    Step "a constant of type `{Self}` cannot be a step" "expected an integer" {}
    /// Types that can be the value of an integer register.
    Integer
        "a constant of type `{Self}` cannot be the value of an integer register"
        "expected an integer, or bytes: `[u8; N]` or `&[u8]`"
        { [const N: usize] [u8; N], [const N: usize] &[u8; N], [] &[u8] }
    /// Types that can be the value of a general register.
    General
        "a constant of type `{Self}` cannot be the value of a general register"
        "expected an integer, or bytes: `[u8; N]` or `&[u8]`"
        { [const N: usize] [u8; N], [const N: usize] &[u8; N], [] &[u8] }
    /// Types that can be the value of a float register.
    Float
        "a constant of type `{Self}` cannot be the value of a float register"
        "expected `f32` or `f64`"
        { [] f32, [] f64 }
    /// Types that can be `true` or `false`.
    Switch
        "a constant of type `{Self}` cannot be `true` or `false`"
        "expected `bool`"
        { [] bool }
    /// Types that can be a library.
    Library
        "a constant of type `{Self}` cannot be a library"
        "expected a `LibId`"
        { [] LibId }
    /// Types that can be a call target.
    Site
        "a constant of type `{Self}` cannot be a call target"
        "expected a `LibSite`; an offset and a library are written `OFFSET @ LIBRARY`"
        { [] LibSite }
    /// Types that can be the value of a string register.
    ByteString
        "a constant of type `{Self}` cannot be the value of a string register"
        "expected text or bytes: `&str`, `&[u8]` or `[u8; N]`"
        { [const N: usize] [u8; N], [const N: usize] &'static [u8; N], [] &'static [u8], [] &'static str }
}

macro_rules! integers {
    ($($Type:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Unsigned for $Type {}
        #[diagnostic::do_not_recommend]
        impl Step for $Type {}
        #[diagnostic::do_not_recommend]
        impl Integer for $Type {}
        #[diagnostic::do_not_recommend]
        impl General for $Type {}
    )*};
}

integers! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }

/// A constant for an offset or another unsigned number.
pub const fn for_unsigned<T: Unsigned>(value: T) -> Const<T> {
    Const(value)
}

/// A constant for a step.
pub const fn for_step<T: Step>(value: T) -> Const<T> {
    Const(value)
}

/// A constant for an integer register.
pub const fn for_integer<T: Integer>(value: T) -> Const<T> {
    Const(value)
}

/// A constant for a general register.
pub const fn for_general<T: General>(value: T) -> Const<T> {
    Const(value)
}

/// A constant for a float register.
pub const fn for_float<T: Float>(value: T) -> Const<T> {
    Const(value)
}

/// A constant for `true` or `false`.
pub const fn for_switch<T: Switch>(value: T) -> Const<T> {
    Const(value)
}

/// A constant for a library.
pub const fn for_library<T: Library>(value: T) -> Const<T> {
    Const(value)
}

/// A constant for a call target.
pub const fn for_site<T: Site>(value: T) -> Const<T> {
    Const(value)
}

/// A constant for a string register, by reference.
pub const fn for_bytes<T: ByteString>(value: &'static T) -> Const<&'static T> {
    Const(value)
}

/// Types that a path in `#![isa(…)]` can lead to: none without its rows.
#[diagnostic::on_unimplemented(
    message = "`#![isa(…)]` needs the extension itself",
    label = "this leads to `{Self}` without its instructions: expected the type that `isa_extension!` made, \
             by its own name or one that `use` gave it"
)]
pub trait OwnExtension {}

/// What the last name of a path in `#![isa(…)]` means among values.
pub const fn nothing() {}

/// What a path in `#![isa(…)]` leads to if there is no type.
pub struct Nowhere;

/// The type that a path in `#![isa(…)]` leads to.
pub struct Leads<T>(pub PhantomData<T>);

impl Leads<Nowhere> {
    /// Says that there is no type.
    pub fn aluvm_extension<T: Visible>(self, _: T) {}
}

/// The same for types that are there.
pub trait LeadsToType<T> {
    /// Says that the type has no rows.
    fn aluvm_extension(self, _: ())
    where
        T: OwnExtension;
}

impl<T> LeadsToType<T> for Leads<T> {
    fn aluvm_extension(self, _: ())
    where
        T: OwnExtension,
    {
    }
}

/// What is visible under a name that leads nowhere: nothing.
#[diagnostic::on_unimplemented(
    message = "`#![isa(…)]` needs an extension",
    label = "no extension of this name is visible here: expected the path of the type that `isa_extension!` made"
)]
pub trait Visible {}
