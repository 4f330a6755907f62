//! What the compiler says of a Rust constant whose type an operand does not take.
//!
//! The methods of [`Const`](super::Const) come first. Where there is none, because the type is wrong,
//! these have the same names, and bounds that no such type meets, with a message.

use super::{Const, Value};

/// The methods of [`Const`](super::Const) for types that have none.
pub trait Unfit<T> {
    /// The value of an integer register.
    fn integer(&self, _: usize, _: &str) -> Value<'_>
    where
        T: Integer,
    {
        Value::Bytes(&[])
    }

    /// The value of a general register.
    fn general(&self, _: usize, _: &str) -> Value<'_>
    where
        T: General,
    {
        Value::Bytes(&[])
    }

    /// The value of a float register.
    fn float<const BYTES: usize>(&self, _: usize, _: &str) -> Value<'_>
    where
        T: Float,
    {
        Value::Bytes(&[])
    }

    /// An unsigned number.
    fn unsigned(&self, _: usize, _: &str) -> Value<'_>
    where
        T: Unsigned,
    {
        Value::Bytes(&[])
    }

    /// A step.
    fn step(&self, _: bool, _: &str) -> Value<'_>
    where
        T: Step,
    {
        Value::Bytes(&[])
    }

    /// `true` or `false`.
    fn switch(&self) -> Value<'_>
    where
        T: Switch,
    {
        Value::Bytes(&[])
    }

    /// A library.
    fn library(&self) -> Value<'_>
    where
        T: Library,
    {
        Value::Bytes(&[])
    }

    /// A place in a library.
    fn site(&self) -> Value<'_>
    where
        T: Site,
    {
        Value::Bytes(&[])
    }

    /// The value of a string register.
    fn byte_string(&self, _: &str) -> &'static [u8]
    where
        T: ByteString,
    {
        &[]
    }
}

impl<T> Unfit<T> for Const<T> {}

/// Types that can be the value of an integer register.
#[diagnostic::on_unimplemented(
    message = "a constant of type `{Self}` cannot be the value of an integer register",
    label = "expected an integer, or bytes: `[u8; N]` or `&[u8]`"
)]
pub trait Integer {}

/// Types that can be the value of a general register.
#[diagnostic::on_unimplemented(
    message = "a constant of type `{Self}` cannot be the value of a general register",
    label = "expected an integer, or bytes: `[u8; N]` or `&[u8]`"
)]
pub trait General {}

/// Types that can be the value of a float register.
#[diagnostic::on_unimplemented(
    message = "a constant of type `{Self}` cannot be the value of a float register",
    label = "expected `f32` or `f64`"
)]
pub trait Float {}

/// Types that can be an offset or another unsigned number.
#[diagnostic::on_unimplemented(
    message = "a constant of type `{Self}` cannot be an offset or another unsigned number",
    label = "expected an integer"
)]
pub trait Unsigned {}

/// Types that can be a step.
#[diagnostic::on_unimplemented(
    message = "a constant of type `{Self}` cannot be a step",
    label = "expected an integer"
)]
pub trait Step {}

/// Types that can be `true` or `false`.
#[diagnostic::on_unimplemented(
    message = "a constant of type `{Self}` cannot be `true` or `false`",
    label = "expected `bool`"
)]
pub trait Switch {}

/// Types that can be a library.
#[diagnostic::on_unimplemented(
    message = "a constant of type `{Self}` cannot be a library",
    label = "expected a `LibId`"
)]
pub trait Library {}

/// Types that can be a call target.
#[diagnostic::on_unimplemented(
    message = "a constant of type `{Self}` cannot be a call target",
    label = "expected a `LibSite`; an offset and a library are written `OFFSET @ LIBRARY`"
)]
pub trait Site {}

/// Types that can be the value of a string register.
#[diagnostic::on_unimplemented(
    message = "a constant of type `{Self}` cannot be the value of a string register",
    label = "expected text or bytes: `&str`, `&[u8]` or `[u8; N]`"
)]
pub trait ByteString {}
