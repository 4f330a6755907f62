//! Float arithmetic, each result the next operand: the latency of an operation.

use std::hint::black_box;

use aluvm_core::isa::RegisterSize;

use crate::Guest;
use crate::guest::repeat;
use crate::row::{Bound, Kind, Pace, Row, fold};

const COUNT: u64 = 64 * 64;

/// What is done with the last result, as the second operand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Operation {
    Add,
    Mul,
    Div,
}

/// A mode of rounding that both soft-float crates know.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Rounding {
    NearestEven,
    TowardZero,
}

use Operation::{Add, Div, Mul};
use Rounding::{NearestEven, TowardZero};

impl Operation {
    fn mnemonic(self) -> &'static str {
        match self {
            Add => "add",
            Mul => "mul",
            Div => "div",
        }
    }

    /// Numbers without short forms, that neither overflow nor lose themselves in a long chain.
    fn operands(self) -> (f64, f64) {
        match self {
            Add => (0.1, 1.0 / 3.0),
            Mul => (1.0 + 0.1 / 65536.0, 1.0 / 3.0),
            Div => (0.7, 1.0 / 3.0),
        }
    }
}

pub fn rows() -> Vec<Row> {
    use RegisterSize::{F64, F128, F256};
    let clock = |limit| Bound::Nanoseconds(limit, Pace::Clock);
    vec![
        row("f64 add", F64, Add, NearestEven, clock(3.0)),
        row("f64 mul", F64, Mul, NearestEven, clock(3.0)),
        row("f64 div", F64, Div, NearestEven, clock(6.0)),
        row("f64 add toward zero", F64, Add, TowardZero, clock(20.0)),
        row("f64 mul toward zero", F64, Mul, TowardZero, clock(20.0)),
        row("f64 div toward zero", F64, Div, TowardZero, clock(40.0)),
        row("f128 add", F128, Add, NearestEven, clock(30.0)),
        row("f128 mul", F128, Mul, NearestEven, clock(40.0)),
        row("f128 div", F128, Div, NearestEven, clock(100.0)),
        row("f256 add", F256, Add, NearestEven, clock(50.0)),
        row("f256 mul", F256, Mul, NearestEven, clock(100.0)),
        row("f256 div", F256, Div, NearestEven, clock(250.0)),
    ]
}

fn hard(operation: Operation, constant: f64, start: f64) -> f64 {
    match operation {
        Add => (0..COUNT).fold(start, |value, _| constant + value),
        Mul => (0..COUNT).fold(start, |value, _| constant * value),
        Div => (0..COUNT).fold(start, |value, _| constant / value),
    }
}

/// The soft-float library, the deployed machine and ours.
fn row(
    name: &'static str,
    size: RegisterSize,
    operation: Operation,
    rounding: Rounding,
    bound: Bound,
) -> Row {
    let mut row = Row::new(name, [bound]);
    let (library, soft): (_, fn(Operation, Rounding) -> u64) = match size {
        RegisterSize::F64 => ("rustc_apfloat", apfloat::chain::<rustc_apfloat::ieee::Double>),
        RegisterSize::F128 => ("rustc_apfloat", apfloat::chain::<rustc_apfloat::ieee::Quad>),
        _ => ("amplify_apfloat", oct),
    };
    let expected = soft(operation, rounding);
    row.add(Kind::Peer, library, COUNT, expected, move || soft(operation, rounding));
    if size == RegisterSize::F64 && rounding == NearestEven {
        row.add(Kind::Native, "Rust", COUNT, expected, move || {
            let (constant, start) = black_box(operation.operands());
            fold(hard(operation, constant, start).to_le_bytes())
        });
    }
    let guest = guest(size, operation, rounding, COUNT);
    let (mut ours, deployed) = (guest.ours(), guest.deployed());
    row.add(Kind::Ours, "aluvm", COUNT, expected, move || ours.run());
    row.add(Kind::Deployed, "rgb-aluvm", COUNT, expected, move || deployed.run());
    row
}

/// Adds `count` times.
pub fn addition_guest(size: RegisterSize, count: u64) -> Guest {
    guest(size, Add, NearestEven, count)
}

fn guest(size: RegisterSize, operation: Operation, rounding: Rounding, count: u64) -> Guest {
    let (constant, start) = operation.operands();
    let setup = format!("put {size}[0], {}; put {size}[1], {};", exact(constant), exact(start));
    let flag = match rounding {
        NearestEven => 'n',
        TowardZero => 'z',
    };
    let body = format!("{}.{flag} {size}[0], {size}[1];", operation.mnemonic());
    Guest::new(&repeat(&setup, &body, count), size, 1)
}

/// All decimal digits of a number.
fn exact(number: f64) -> String {
    format!("{number:.100}").trim_end_matches('0').to_owned()
}

mod apfloat {
    use rustc_apfloat::{Float, FloatConvert, Round, ieee::Double};

    use super::*;

    pub(super) fn chain<F: Float>(operation: Operation, rounding: Rounding) -> u64
    where
        Double: FloatConvert<F>,
    {
        let (constant, start) = black_box(operation.operands());
        let [constant, start] = [constant, start]
            .map(|number| Double::from_bits(number.to_bits().into()).convert(&mut false).value);
        let round = match rounding {
            NearestEven => Round::NearestTiesToEven,
            TowardZero => Round::TowardZero,
        };
        let next = |value: F| match operation {
            Add => constant.add_r(value, round).value,
            Mul => constant.mul_r(value, round).value,
            Div => constant.div_r(value, round).value,
        };
        let result = (0..COUNT).fold(start, |value, _| next(value));
        fold(&result.to_bits().to_le_bytes()[..F::BITS / 8])
    }
}

/// `rustc_apfloat` has no 256 bits.
fn oct(operation: Operation, rounding: Rounding) -> u64 {
    use amplify_apfloat::ieee::{Double, Oct};
    use amplify_apfloat::{Float, FloatConvert, Round};
    use amplify_num::u256;

    let (constant, start) = black_box(operation.operands());
    let [constant, start] = [constant, start].map(|number| -> Oct {
        Double::from_bits(u256::from(number.to_bits())).convert(&mut false).value
    });
    let round = match rounding {
        NearestEven => Round::NearestTiesToEven,
        TowardZero => Round::TowardZero,
    };
    let next = |value: Oct| match operation {
        Add => constant.add_r(value, round).value,
        Mul => constant.mul_r(value, round).value,
        Div => constant.div_r(value, round).value,
    };
    let result = (0..COUNT).fold(start, |value, _| next(value));
    fold(result.to_bits().to_le_bytes())
}
