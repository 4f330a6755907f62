//! Inputs of routines for tests with `proptest`, by what the routines declare.
//!
//! Values lie at edges more often than chance has it: zero, small numbers, powers of two, the largest
//! values, infinities. What a call could not be started with is never among them: no NaN, no string of
//! more than 65,535 bytes.
//!
//! With the feature `proptest`, `alulib!` makes a function `inputs()` beside each routine of at most 96 inputs. It
//! gives a tuple; of more than twelve, of which no tuple can be shown, tuples of twelve in a tuple. [`values`] does
//! the same for a routine of which only the declaration is known.

mod input;

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use proptest::collection::vec as many;
use proptest::option;
use proptest::prelude::{Just, any};
use proptest::prop_oneof;
pub use proptest::strategy::Strategy;
use proptest::strategy::{BoxedStrategy, Union};

pub use self::input::{Bytes, Groups, Input, Inputs};
use crate::bytes::ByteString;
use crate::contract::description::Parameter;
use crate::isa::{Family, Register, RegisterSize};
use crate::num::float::FloatFormat;
use crate::vm::Value;

/// Inputs of a routine that declares these, in the types that its function takes.
///
/// ```
/// use aluvm_core::call::strategy::{Strategy, inputs};
/// use aluvm_core::contract::description::Parameter;
/// use aluvm_core::isa::RegisterSize;
///
/// const INPUTS: &[Parameter<'_>] = &[
///     Parameter {
///         name: "amount",
///         register: RegisterSize::A64.register(0),
///         is_signed: false,
///         is_optional: false,
///     },
///     Parameter {
///         name: "memo",
///         register: RegisterSize::S16.register(0),
///         is_signed: false,
///         is_optional: true,
///     },
/// ];
/// fn transfers() -> impl Strategy<Value = (u64, Option<Vec<u8>>)> {
///     inputs(INPUTS)
/// }
/// # let _ = transfers();
/// ```
///
/// Where the types are not those of the registers, no values are found.
pub fn inputs<T: Inputs + 'static>(parameters: &[Parameter<'_>]) -> BoxedStrategy<T> {
    values(parameters).prop_filter_map("types of the registers", T::from_values).boxed()
}

/// The same of a routine with more than twelve inputs, twelve in a tuple.
pub fn groups<T: Groups + 'static>(parameters: &[Parameter<'_>]) -> BoxedStrategy<T> {
    values(parameters).prop_filter_map("types of the registers", T::from_values).boxed()
}

/// Values for registers that a routine declares as inputs, in their order; none for one that is left
/// undefined, if it may be.
pub fn values(parameters: &[Parameter<'_>]) -> BoxedStrategy<Vec<Option<Value>>> {
    let one = |parameter: &Parameter<'_>| {
        let Register::Value { size, .. } = parameter.register else { return Just(None).boxed() };
        match parameter.is_optional {
            true => option::weighted(0.8, value(size)).boxed(),
            false => value(size).prop_map(Some).boxed(),
        }
    };
    parameters.iter().map(one).collect::<Vec<_>>().boxed()
}

/// Values that registers of a size hold.
pub fn value(size: RegisterSize) -> BoxedStrategy<Value> {
    match (size.family(), size.float_format()) {
        (_, Some(format)) => float(format),
        (Family::S, _) => string(),
        _ if size.bytes() <= 16 => short(size.bytes()),
        _ => long(size.bytes()),
    }
}

fn number(bytes: impl Into<Vec<u8>>) -> Value {
    Value::Number(bytes.into().into_boxed_slice())
}

/// Integers that Rust has. They shrink towards zero.
fn short(bytes: usize) -> BoxedStrategy<Value> {
    let bits = 8 * bytes as u32;
    let most = u128::MAX >> (128 - bits);
    prop_oneof![
        4 => 0..=most,
        2 => 0..=16u128,
        2 => most - 16..=most,
        1 => (0..bits).prop_map(|bit| 1u128 << bit),
        1 => (0..bits).prop_map(|bit| (1u128 << bit) - 1),
    ]
    .prop_map(move |value| number(&value.to_le_bytes()[..bytes]))
    .boxed()
}

/// Longer integers, and bytes of R registers.
fn long(bytes: usize) -> BoxedStrategy<Value> {
    let small = (0..=15u8).prop_map(move |byte| {
        let mut all = vec![0; bytes];
        all[0] = byte;
        all
    });
    let power = (0..8 * bytes).prop_map(move |bit| {
        let mut all = vec![0; bytes];
        all[bit / 8] = 1 << (bit % 8);
        all
    });
    let large = (0xF0..=0xFFu8).prop_map(move |byte| {
        let mut all = vec![0xFF; bytes];
        all[0] = byte;
        all
    });
    let any = many(any::<u8>(), bytes);
    prop_oneof![4 => any, 2 => small, 1 => power, 2 => large].prop_map(number).boxed()
}

/// Strings, most of them short.
fn string() -> BoxedStrategy<Value> {
    let long = (any::<u8>(), 65_530..=65_535usize).prop_map(|(byte, length)| vec![byte; length]);
    let text = many(b' '..=b'~', 0..=40);
    prop_oneof![
        6 => many(any::<u8>(), 0..=80),
        3 => text,
        2 => many(any::<u8>(), 0..=1024),
        1 => long,
    ]
    .prop_filter_map("at most 65,535 bytes", |bytes| {
        ByteString::try_from(bytes).ok().map(Value::String)
    })
    .boxed()
}

/// Floats as people write them, such at the edges, and any.
fn float(format: FloatFormat) -> BoxedStrategy<Value> {
    let parsed = move |text: String| format.parse(&text).ok();
    let plain = (-1000..=1000i32, 0..1000u32)
        .prop_map(|(whole, part)| alloc::format!("{whole}.{part:03}"))
        .prop_filter_map("a value of the format", parsed);
    let edges = ["0.0", "-0.0", "1.0", "-1.0", "inf", "-inf"].into_iter().map(String::from);
    let edges: Vec<_> = edges.filter_map(parsed).chain(largest(format)).map(Just).collect();
    let any = many(any::<u8>(), format.bytes()).prop_map(move |bytes| repaired(format, bytes));
    let all = prop_oneof![3 => plain, 2 => Union::new(edges), 4 => any];
    all.prop_filter("a value of the format", move |bytes| format.is_value(bytes))
        .prop_map(number)
        .boxed()
}

/// The largest finite value, and the least above zero.
fn largest(format: FloatFormat) -> [Vec<u8>; 2] {
    let mut most = vec![0xFF; format.bytes()];
    let last = format.bytes() - 1;
    most[last] = 0x7F;
    if !format.is_posit() {
        // The exponent of infinity, less one.
        let bit = format.precision() as usize - usize::from(format != FloatFormat::F80);
        most[bit / 8] &= !(1 << (bit % 8));
    }
    let mut least = vec![0; format.bytes()];
    least[0] = 1;
    [most, least]
}

/// Sets the leading bit of the significand where the format writes it, so that random bytes are seldom no
/// value.
fn repaired(format: FloatFormat, mut bytes: Vec<u8>) -> Vec<u8> {
    if format == FloatFormat::F80 && bytes.len() == 10 {
        let has_exponent = bytes[8] != 0 || bytes[9] & 0x7F != 0;
        bytes[7] = bytes[7] & 0x7F | u8::from(has_exponent) << 7;
    }
    bytes
}
