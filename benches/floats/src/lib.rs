//! Pairs of operands and the operations to time on them: ours and those of other libraries, proven
//! to agree before anything is timed.

use aluvm_core::num::float::{
    F16, F16b, F32, F64, F80, F128, F256, F512, Float, FloatFormat, Rounding,
};
use amplify_apfloat::ieee::Oct;
use amplify_num::u256;
use rustc_apfloat::ieee;

/// Operand pairs in a case; one timed call goes through all of them.
pub const PAIRS: usize = 256;

/// The four operations.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Operation {
    Add,
    Sub,
    Mul,
    Div,
}

impl Operation {
    pub const ALL: [Self; 4] = [Self::Add, Self::Sub, Self::Mul, Self::Div];

    pub fn name(self) -> &'static str {
        ["add", "sub", "mul", "div"][self as usize]
    }
}

/// One thing to time: goes through all pairs once.
pub struct Case {
    pub format: FloatFormat,
    pub operation: Operation,
    pub rounding: Rounding,
    /// `aluvm`, `rustc_apfloat`, `amplify_apfloat` or `native`.
    pub who: &'static str,
    pub run: Box<dyn Fn()>,
}

/// Everything there is to time.
pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    of_format::<F16b>(&mut cases);
    rustc_format::<F16b, ieee::BFloat, 2>(&mut cases);
    of_format::<F16>(&mut cases);
    rustc_format::<F16, ieee::Half, 2>(&mut cases);
    of_format::<F32>(&mut cases);
    rustc_format::<F32, ieee::Single, 4>(&mut cases);
    native::<F32, f32>(&mut cases);
    of_format::<F64>(&mut cases);
    rustc_format::<F64, ieee::Double, 8>(&mut cases);
    native::<F64, f64>(&mut cases);
    of_format::<F80>(&mut cases);
    rustc_format::<F80, ieee::X87DoubleExtended, 10>(&mut cases);
    of_format::<F128>(&mut cases);
    rustc_format::<F128, ieee::Quad, 16>(&mut cases);
    of_format::<F256>(&mut cases);
    amplify_f256(&mut cases);
    of_format::<F512>(&mut cases);
    cases
}

/// Pairs of moderate size and random digits, of both signs, the same in every run.
fn pairs<F: Float>() -> Vec<(F, F)> {
    let mut state: u64 = 42;
    let mut next = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut word = state;
        word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        word ^ (word >> 31)
    };
    let mut value = || {
        let mut digits = [0; 80];
        digits.iter_mut().for_each(|byte| *byte = next() as u8);
        digits[79] = 1;
        let numerator = F::from_integer(&digits[80 - F::BYTES.min(10)..]);
        let denominator = F::from_integer(&next().to_le_bytes()[..F::BYTES.min(8) - 1]);
        let nearest = Rounding::NearestEven;
        let quotient = numerator.zip(denominator).and_then(|(a, b)| a.div(b, nearest));
        quotient
            .filter(|value| value.abs() != value.abs().neg())
            .unwrap_or_else(|| F::from_integer(&[3]).expect("three is a value of every format"))
    };
    (0..PAIRS).map(|_| (value(), value())).collect()
}

fn apply<F: Float>(operation: Operation, a: F, b: F, rounding: Rounding) -> Option<F> {
    match operation {
        Operation::Add => a.add(b, rounding),
        Operation::Sub => a.sub(b, rounding),
        Operation::Mul => a.mul(b, rounding),
        Operation::Div => a.div(b, rounding),
    }
}

/// A loop over the pairs, with one operation in it, as the machine's dispatch would have.
macro_rules! each {
    ($pairs:expr, |$a:ident, $b:ident| $body:expr) => {{
        let pairs = $pairs;
        Box::new(move || {
            for &($a, $b) in &pairs {
                let _ = std::hint::black_box($body);
            }
        })
    }};
}

fn of_format<F: Float + 'static>(cases: &mut Vec<Case>) {
    let who = "aluvm";
    for rounding in Rounding::ALL {
        for operation in Operation::ALL {
            let run: Box<dyn Fn()> = match operation {
                Operation::Add => each!(pairs::<F>(), |a, b| a.add(b, rounding)),
                Operation::Sub => each!(pairs::<F>(), |a, b| a.sub(b, rounding)),
                Operation::Mul => each!(pairs::<F>(), |a, b| a.mul(b, rounding)),
                Operation::Div => each!(pairs::<F>(), |a, b| a.div(b, rounding)),
            };
            cases.push(Case { format: F::FORMAT, operation, rounding, who, run });
        }
    }
}

/// The cases of a library with the interface of LLVM's `APFloat`, of which there are two.
macro_rules! apfloat {
    ($cases:expr, $format:ty, $library:ident, $theirs:expr, $bits:expr) => {{
        use $library::Round;
        let modes = [
            Round::TowardZero,
            Round::NearestTiesToEven,
            Round::TowardNegative,
            Round::TowardPositive,
        ];
        for (rounding, mode) in Rounding::ALL.into_iter().zip(modes) {
            for operation in Operation::ALL {
                let theirs = || -> Vec<_> {
                    let pairs = pairs::<$format>().into_iter();
                    pairs.map(|(a, b)| ($theirs(a), $theirs(b))).collect()
                };
                for ((a, b), (x, y)) in pairs::<$format>().into_iter().zip(theirs()) {
                    let result = match operation {
                        Operation::Add => x.add_r(y, mode),
                        Operation::Sub => x.sub_r(y, mode),
                        Operation::Mul => x.mul_r(y, mode),
                        Operation::Div => x.div_r(y, mode),
                    };
                    let ours = apply(operation, a, b, rounding).expect("no overflow");
                    assert_eq!($bits($theirs(ours)), $bits(result.value));
                }
                let run: Box<dyn Fn()> = match operation {
                    Operation::Add => each!(theirs(), |x, y| x.add_r(y, mode)),
                    Operation::Sub => each!(theirs(), |x, y| x.sub_r(y, mode)),
                    Operation::Mul => each!(theirs(), |x, y| x.mul_r(y, mode)),
                    Operation::Div => each!(theirs(), |x, y| x.div_r(y, mode)),
                };
                let (format, who) = (<$format>::FORMAT, stringify!($library));
                $cases.push(Case { format, operation, rounding, who, run });
            }
        }
    }};
}

/// LLVM's implementation in Rust, for a format of at most 128 bits.
fn rustc_format<F, A, const N: usize>(cases: &mut Vec<Case>)
where
    F: Float + Into<[u8; N]>,
    A: rustc_apfloat::Float + 'static,
{
    let theirs = |value: F| -> A {
        let mut bytes = [0; 16];
        bytes[..N].copy_from_slice(&value.into());
        A::from_bits(u128::from_le_bytes(bytes))
    };
    apfloat!(cases, F, rustc_apfloat, theirs, A::to_bits);
}

/// binary256 as the deployed machine computes it.
fn amplify_f256(cases: &mut Vec<Case>) {
    use amplify_apfloat::Float as _;
    let theirs = |value: F256| Oct::from_bits(u256::from_le_bytes(value.into()));
    apfloat!(cases, F256, amplify_apfloat, theirs, Oct::to_bits);
}

/// The processor's own operation, in the only mode it has from Rust.
fn native<F: Float, N>(cases: &mut Vec<Case>)
where
    N: From<F> + Copy + 'static,
    N: std::ops::Add + std::ops::Sub + std::ops::Mul + std::ops::Div,
{
    let theirs =
        || -> Vec<(N, N)> { pairs::<F>().into_iter().map(|(a, b)| (a.into(), b.into())).collect() };
    for operation in Operation::ALL {
        let run: Box<dyn Fn()> = match operation {
            Operation::Add => each!(theirs(), |x, y| x + y),
            Operation::Sub => each!(theirs(), |x, y| x - y),
            Operation::Mul => each!(theirs(), |x, y| x * y),
            Operation::Div => each!(theirs(), |x, y| x / y),
        };
        let (rounding, who) = (Rounding::NearestEven, "native");
        cases.push(Case { format: F::FORMAT, operation, rounding, who, run });
    }
}
