//! Float arithmetic, conversions and text: against `rustc_apfloat`, where it has the format, and as
//! digests, which every platform has to come to. `tests/floats` compares the results that the digests
//! are made of with exact numbers.

mod operands;

use std::fmt::Write;

use aluvm_core::num::float::{
    F16, F16b, F32, F64, F80, F128, F256, F512, Float, FloatFormat, Rounding,
};
use aluvm_tests::cases;
use rustc_apfloat::{Round, Status, StatusAnd, ieee};
use sha2::{Digest, Sha256};

/// What SHA-256 says of the results for the first so many operands of each format.
const DIGESTS: &str = include_str!("digests.txt");

/// The numbers of operands for which there are digests.
const COUNTS: [u32; 2] = [50, 5000];

/// Bytes of all integer registers.
const WIDTHS: [usize; 8] = [1, 2, 4, 8, 16, 32, 64, 128];

fn bytes<F: Float>(value: F) -> Vec<u8> {
    let mut bytes = vec![0; F::BYTES];
    value.write_le_bytes(&mut bytes);
    bytes
}

fn value<F: Float>(bytes: &[u8]) -> F {
    F::from_le_bytes(bytes).unwrap_or_else(|| panic!("{:?}: {bytes:02x?}", F::FORMAT))
}

fn add<F: Float>(digest: &mut Sha256, result: Option<F>) {
    match result {
        Some(value) => digest.update(bytes(value)),
        None => digest.update(b"none"),
    }
}

/// All operations in all modes, and the comparisons.
fn arithmetic<F: Float>(digest: &mut Sha256, (a, b): (F, F)) {
    for rounding in Rounding::ALL {
        add(digest, a.add(b, rounding));
        add(digest, a.sub(b, rounding));
        add(digest, a.mul(b, rounding));
        add(digest, a.div(b, rounding));
    }
    add(digest, Some(a.neg()));
    add(digest, Some(a.abs()));
    digest.update([a.compare(b) as u8, a.compare_rough(b) as u8]);
}

/// To each format, and to and from integers of each width.
fn conversions<F: Float>(digest: &mut Sha256, (a, _): (F, F)) {
    add(digest, F16b::from_float(a));
    add(digest, F16::from_float(a));
    add(digest, F32::from_float(a));
    add(digest, F64::from_float(a));
    add(digest, F80::from_float(a));
    add(digest, F128::from_float(a));
    add(digest, F256::from_float(a));
    add(digest, F512::from_float(a));
    for width in WIDTHS {
        let mut integer = vec![0; width];
        let fits = a.to_integer(&mut integer);
        digest.update([fits.into()]);
        digest.update(if fits { &integer[..] } else { &[] });
    }
}

/// The shortest text that reads back as the same value, for one operand of eight.
fn text<F: Float>(digest: &mut Sha256, (a, b): (F, F)) {
    if bytes(b)[0].is_multiple_of(8) {
        let text = a.to_string();
        let again = F::FORMAT.parse(&text).expect("what was printed");
        assert_eq!(again, bytes(a), "{text}");
        digest.update(text);
    }
}

/// Adds what becomes of two operands to a digest.
type Run<F> = fn(&mut Sha256, (F, F));

fn check<F: Float>() {
    let name = F::FORMAT.name();
    let kinds: [(&str, Run<F>); 3] =
        [("arithmetic", arithmetic), ("conversions", conversions), ("text", text)];
    let mut differences = String::new();
    let mut compare = |kind: &str, number: u32, digest: &Sha256| {
        let bytes = digest.clone().finalize();
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let line = format!("{name} {kind} {number} {hex}");
        if !DIGESTS.lines().any(|known| known == line) {
            writeln!(differences, "{line}").expect("a string");
        }
    };
    let wanted = COUNTS[1].min(cases(COUNTS[1]).max(COUNTS[0]));
    let counts = || COUNTS.into_iter().filter(|count| *count <= wanted);
    for (kind, run) in kinds {
        let mut digest = Sha256::new();
        for (number, (first, second)) in (1..).zip(operands::pairs(F::FORMAT, wanted)) {
            run(&mut digest, (value(&first), value(&second)));
            if counts().any(|count| count == number) {
                compare(kind, number, &digest);
            }
        }
    }
    for count in counts() {
        let mut digest = Sha256::new();
        for width in WIDTHS {
            let integers = operands::integers(F::FORMAT, width, count / 10);
            integers.for_each(|integer| add(&mut digest, F::from_integer(&integer)));
        }
        compare("integers", count / 10, &digest);
    }
    assert!(differences.is_empty(), "other digests are found:\n{differences}");
}

fn word(bytes: &[u8]) -> u128 {
    bytes.iter().rev().fold(0, |word, &byte| word << 8 | u128::from(byte))
}

/// All operations in all modes against the oracle.
fn check_against<F: Float, A: rustc_apfloat::Float>() {
    for (first, second) in operands::pairs(F::FORMAT, cases(3000)) {
        let (a, b): (F, F) = (value(&first), value(&second));
        let (x, y) = (A::from_bits(word(&first)), A::from_bits(word(&second)));
        for rounding in Rounding::ALL {
            let mode = match rounding {
                Rounding::TowardZero => Round::TowardZero,
                Rounding::NearestEven => Round::NearestTiesToEven,
                Rounding::Floor => Round::TowardNegative,
                Rounding::Ceil => Round::TowardPositive,
            };
            let results = [
                (a.add(b, rounding), x.add_r(y, mode)),
                (a.sub(b, rounding), x.sub_r(y, mode)),
                (a.mul(b, rounding), x.mul_r(y, mode)),
                (a.div(b, rounding), x.div_r(y, mode)),
            ];
            for (number, (found, StatusAnd { status, value })) in results.into_iter().enumerate() {
                let is_undefined = value.is_nan() || status.contains(Status::OVERFLOW);
                let expected = (!is_undefined).then(|| value.to_bits());
                let found = found.map(|value| word(&bytes(value)));
                // It reports no overflow that the mode rounds to the largest value: both are possible.
                if found.is_none() && value.abs() == A::largest() && status == Status::INEXACT {
                    continue;
                }
                assert_eq!(found, expected, "operation {number} {rounding:?} of {a} and {b}");
            }
        }
    }
}

#[test]
fn f16b() {
    check::<F16b>();
    check_against::<F16b, ieee::BFloat>();
}

#[test]
fn f16() {
    check::<F16>();
    check_against::<F16, ieee::Half>();
}

#[test]
fn f32() {
    check::<F32>();
    check_against::<F32, ieee::Single>();
}

#[test]
fn f64() {
    check::<F64>();
    check_against::<F64, ieee::Double>();
}

#[test]
fn f80() {
    check::<F80>();
    check_against::<F80, ieee::X87DoubleExtended>();
}

#[test]
#[cfg_attr(miri, ignore = "it takes long")]
fn f128() {
    check::<F128>();
    check_against::<F128, ieee::Quad>();
}

#[test]
#[cfg_attr(miri, ignore = "it takes long")]
fn f256() {
    check::<F256>();
}

#[test]
#[cfg_attr(miri, ignore = "it takes long")]
fn f512() {
    check::<F512>();
}

#[test]
fn there_is_a_digest_for_each_format_and_kind() {
    assert_eq!(DIGESTS.lines().count(), FloatFormat::ALL.len() * 4 * COUNTS.len());
}
