//! The Rust types of inputs, made of values of registers.

use alloc::vec::Vec;
use core::fmt::Debug;

use half::{bf16, f16};

use crate::num::integer::{U256, U512, U1024, Word};
use crate::vm::Value;

/// The type of an input in a string register.
pub type Bytes = Vec<u8>;

/// A type of an input.
pub trait Input: Sized + Debug {
    /// Makes one of the value of a register, or of nothing; none if the register is of another kind, or
    /// the input must be there.
    fn from_value(value: Option<Value>) -> Option<Self>;
}

impl<T: Input> Input for Option<T> {
    fn from_value(value: Option<Value>) -> Option<Option<T>> {
        match value {
            Some(value) => T::from_value(Some(value)).map(Some),
            None => Some(None),
        }
    }
}

fn bytes(value: Option<Value>) -> Option<Vec<u8>> {
    match value? {
        Value::Number(bytes) => Some(bytes.into_vec()),
        Value::String(_) | Value::Status(_) => None,
    }
}

impl<const LENGTH: usize> Input for [u8; LENGTH] {
    fn from_value(value: Option<Value>) -> Option<[u8; LENGTH]> {
        bytes(value)?.try_into().ok()
    }
}

impl Input for Bytes {
    fn from_value(value: Option<Value>) -> Option<Bytes> {
        match value? {
            Value::String(string) => Some(string.as_bytes().to_vec()),
            Value::Number(_) | Value::Status(_) => None,
        }
    }
}

macro_rules! numbers {
    ($($Number:ty)+) => {$(
        impl Input for $Number {
            fn from_value(value: Option<Value>) -> Option<$Number> {
                Input::from_value(value).map(<$Number>::from_le_bytes)
            }
        }
    )+};
}

numbers!(u8 u16 u32 u64 u128 i8 i16 i32 i64 i128 f32 f64 f16 bf16);

macro_rules! wide_numbers {
    ($($Number:ty: $LENGTH:literal,)+) => {$(
        impl Input for $Number {
            fn from_value(value: Option<Value>) -> Option<$Number> {
                <[u8; $LENGTH]>::from_value(value).map(|bytes| <$Number>::read_le(&bytes))
            }
        }
    )+};
}

wide_numbers!(U256: 32, U512: 64, U1024: 128,);

/// The inputs of a routine: a tuple, in their order.
pub trait Inputs: Sized + Debug {
    /// How many there are.
    const COUNT: usize;

    /// Makes them of values; none if the types or the number are others.
    fn from_values(values: Vec<Option<Value>>) -> Option<Self>;
}

macro_rules! tuples {
    ($($($Input:ident)*;)+) => {$(
        impl<$($Input: Input),*> Inputs for ($($Input,)*) {
            const COUNT: usize = {
                const NAMES: &[&str] = &[$(stringify!($Input)),*];
                NAMES.len()
            };

            #[allow(unused_mut)]
            fn from_values(values: Vec<Option<Value>>) -> Option<Self> {
                let mut values = values.into_iter();
                let inputs = ($($Input::from_value(values.next()?)?,)*);
                values.next().is_none().then_some(inputs)
            }
        }
    )+};
}

/// The inputs of a routine that has more than a tuple that can be shown: a tuple of such tuples.
pub trait Groups: Sized + Debug {
    /// Makes them of values; none if the types or the number are others.
    fn from_values(values: Vec<Option<Value>>) -> Option<Self>;
}

macro_rules! groups {
    ($($($Group:ident)+;)+) => {$(
        impl<$($Group: Inputs),+> Groups for ($($Group,)+) {
            fn from_values(values: Vec<Option<Value>>) -> Option<Self> {
                let mut values = values.into_iter();
                let groups =
                    ($($Group::from_values(values.by_ref().take($Group::COUNT).collect())?,)+);
                values.next().is_none().then_some(groups)
            }
        }
    )+};
}

groups! {
    A B;
    A B C;
    A B C D;
    A B C D E;
    A B C D E F;
    A B C D E F G;
    A B C D E F G H;
}

tuples! {
    ;
    A;
    A B;
    A B C;
    A B C D;
    A B C D E;
    A B C D E F;
    A B C D E F G;
    A B C D E F G H;
    A B C D E F G H I;
    A B C D E F G H I J;
    A B C D E F G H I J K;
    A B C D E F G H I J K L;
}
