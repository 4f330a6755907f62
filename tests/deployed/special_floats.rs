//! Floats on which rules of their own decide, on both machines: each with each other in each operation, those that
//! two roundings or a tie decide, and those at the ends of the integers.

use aluvm_core::isa::{Instr, RegisterSize, SizeA, SizeF};
use aluvm_core::num::float::FloatFormat;
use aluvm_core::vm::Stop;
use aluvm_tests::{Random, cases};

use crate::compare::{compare, here};
use crate::edges::{beside, put};
use crate::profile::{explain, laid_out};

/// Holds a program against the deployed machine.
fn check(instrs: &[Instr]) {
    let instrs = [instrs, &[Instr::Ret]].concat();
    if compare(&[laid_out(&instrs)]).is_err() {
        panic!("{:?}", explain(&instrs));
    }
}

fn parsed(text: &str) -> Instr {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// The formats of the sizes.
fn formats() -> impl Iterator<Item = (RegisterSize, FloatFormat)> {
    let formats = SizeF::SIZES.iter().map(|size| (*size, size.float_format()));
    formats.filter_map(|(size, format)| Some((size, format?)))
}

/// Zero, one, the least and the greatest numbers, those beside them, and infinities where there are some; of both signs.
fn specials(format: FloatFormat) -> Vec<Vec<u8>> {
    let width = format.bytes();
    let mut all: Vec<Vec<u8>> =
        ["0", "1", "3"].iter().map(|text| format.parse(text).expect("a number")).collect();
    let least_normal = format.parse(&format!("0x1p{}", format.min_exponent()));
    for edge in [least_normal, format.parse("inf")].into_iter().flatten() {
        all.extend([-1, 0, 1].map(|step| beside(&edge, step)));
    }
    let mut first = vec![0; width];
    first[0] = 1;
    let mut last = vec![0xFF; width];
    last[width - 1] = 0x7F;
    all.extend([first, last]);
    let negative = all.iter().cloned().map(|mut bytes| {
        bytes[width - 1] ^= 0x80;
        bytes
    });
    let negative: Vec<_> = negative.collect();
    all.extend(negative);
    all.sort();
    all.dedup();
    all
}

#[test]
fn special_floats_end_alike() {
    let mut defined = 0;
    for (size, format) in formats() {
        let specials = specials(format);
        for (first, second) in specials.iter().flat_map(|a| specials.iter().map(move |b| (a, b))) {
            let puts = [put(size, 0, first), put(size, 1, second)];
            for name in ["add.n", "sub.n", "mul.n", "div.n", "lt.e", "lt.r", "eq.e", "eq.r"] {
                check(&[&puts[..], &[parsed(&format!("{name} {size}[0], {size}[1]"))]].concat());
            }
            let (outcome, state) = here(&[laid_out(&[&puts[..], &[Instr::Ret]].concat())]);
            defined += u32::from(outcome.stop == Stop::Finished && state.registers.len() == 2);
        }
    }
    assert!(defined > 1000, "{defined}");
}

/// Results above the greatest number, and those just below, in each rounding.
#[test]
fn too_great_results_end_alike() {
    for (size, format) in formats().filter(|(_, format)| *format != FloatFormat::F512) {
        let power = |exponent: i32, sign: &str| {
            format.parse(&format!("{sign}0x1p{exponent}")).expect("a number")
        };
        let half = format.max_exponent() / 2;
        for signs in [["", ""], ["", "-"], ["-", ""], ["-", "-"]] {
            let greatest = signs.map(|sign| power(format.max_exponent(), sign));
            let root = signs.map(|sign| power(half + 1, sign));
            let below = [power(format.max_exponent(), signs[0]), power(-2, signs[1])];
            let sum = [greatest[0].clone(), beside(&greatest[1], -1)];
            for (names, [first, second]) in
                [("add sub", greatest), ("add sub", sum), ("mul", root), ("div", below)]
            {
                let puts = [put(size, 0, &first), put(size, 1, &second)];
                for name in names.split(' ') {
                    for rounding in ["z", "n", "f", "c"] {
                        let last = parsed(&format!("{name}.{rounding} {size}[0], {size}[1]"));
                        check(&[&puts[..], &[last]].concat());
                    }
                }
            }
        }
    }
}

/// One number and another so far below that it only decides what is rounded, or not even that.
#[test]
fn far_numbers_end_alike() {
    for (size, format) in formats().filter(|(_, format)| *format != FloatFormat::F512) {
        let precision = format.precision() as i32;
        let step = if precision > 60 { 7 } else { 1 };
        for first in ["1", "-1", "1.5"] {
            let belows = (1..2 * precision + 12).step_by(step);
            for (digits, below) in belows.flat_map(|below| [("1", below), ("1.8", below)]) {
                let Ok(second) = format.parse(&format!("0x{digits}p-{below}")) else { continue };
                let first = format.parse(first).expect("a number");
                let puts = [put(size, 0, &first), put(size, 1, &second)];
                for name in ["add.n", "sub.n", "add.f", "sub.c", "sub.z"] {
                    for operands in [(0, 1), (1, 0)] {
                        let (a, b) = operands;
                        let last = parsed(&format!("{name} {size}[{a}], {size}[{b}]"));
                        check(&[&puts[..], &[last]].concat());
                    }
                }
            }
        }
    }
}

/// Each alone, and moved twice.
#[test]
fn special_floats_are_moved_alike() {
    for (size, format) in formats() {
        for value in specials(format) {
            let puts = [put(size, 0, &value), put(size, 1, &value)];
            for name in ["neg", "abs", "clr"] {
                check(&[&puts[..], &[parsed(&format!("{name} {size}[0]"))]].concat());
            }
            for name in ["mov", "dup", "swp"] {
                let moves = [parsed(&format!("{name} {size}[0], {size}[2]")), parsed("inv st0")];
                check(&[&puts[..], &moves].concat());
                let more = parsed(&format!("{name} {size}[2], {size}[1]"));
                check(&[&puts[..], &moves, &[more]].concat());
            }
        }
    }
}

#[test]
fn special_floats_are_converted_alike() {
    for (size, format) in formats() {
        for value in specials(format) {
            let put = put(size, 0, &value);
            // The text of the ends of f256 is long: two are enough.
            let floats = match format {
                FloatFormat::F256 => &SizeF::SIZES[..2],
                _ => SizeF::SIZES,
            };
            for to in floats.iter().map(ToString::to_string).chain(["a64".into(), "a256".into()]) {
                check(&[put.clone(), parsed(&format!("cnv {size}[0], {to}[1]"))]);
            }
        }
    }
}

/// Halfway between two numbers of the format to which they are converted, exactly or but for little, in as few digits as
/// the text has through which conversions go.
#[test]
fn ties_are_converted_alike() {
    for (size, _) in formats().filter(|(_, format)| *format != FloatFormat::F512) {
        let from = size.float_format().expect("a float");
        for (to, other) in formats().filter(|(_, other)| other.precision() < from.precision()) {
            let precision = other.precision() as i32;
            for whole in [1, precision - 3, precision - 2, precision - 1, precision] {
                for (odd, more) in (0..2).flat_map(|odd| [-1, 0, 1].map(|more| (odd, more))) {
                    for below in [24 - precision, 40, 60] {
                        let Some(bytes) = tie(from, (precision, whole), (odd, more, below)) else {
                            continue;
                        };
                        let put = put(size, 0, &bytes);
                        check(&[put, parsed(&format!("cnv {size}[0], {to}[1]"))]);
                    }
                }
            }
        }
    }
}

/// `2^whole + odd * ulp + ulp / 2 + more * ulp / 2^below` for the ulp of a precision, if the format has it.
fn tie(
    format: FloatFormat,
    (precision, whole): (i32, i32),
    (odd, more, below): (i32, i32, i32),
) -> Option<Vec<u8>> {
    let ulp = whole + 1 - precision;
    // Sums of powers of two, least first, as hexadecimal digits of one number.
    let least = ulp - 1 - below.max(1);
    let mut number = num_bigint::BigInt::from(0);
    let mut add = |power: i32, sign: i32| {
        number += num_bigint::BigInt::from(sign) << (power - least) as u32;
    };
    add(whole, 1);
    add(ulp, odd);
    add(ulp - 1, 1);
    add(ulp - below.max(1), more);
    format.parse(&format!("0x{number:x}p{least}")).ok()
}

#[test]
fn ends_of_the_integers_are_converted_alike() {
    for (size, format) in formats() {
        for exponent in [126, 127, 128, 254, 255, 256] {
            for sign in ["", "-"] {
                let Ok(power) = format.parse(&format!("{sign}0x1p{exponent}")) else { continue };
                for bytes in [-1, 0, 1].map(|step| beside(&power, step)) {
                    let put = put(size, 0, &bytes);
                    for to in SizeA::SIZES {
                        check(&[put.clone(), parsed(&format!("cnv {size}[0], {to}[1]"))]);
                    }
                }
            }
        }
    }
}

/// Of the x87 format, products, quotients and sums near its least numbers, most of them exact.
#[test]
fn least_x87_numbers_end_alike() {
    let mut random = Random::new(96);
    let mut defined = 0;
    for _ in 0..cases(5_000) {
        let name = *random.pick(&["add", "sub", "mul", "div"]);
        let first = least_x87(&mut random, exponent_field(name, 0));
        let second = {
            let at = random.below(70) as i32 - 35;
            let field = exponent_field(name, at);
            least_x87(&mut random, field)
        };
        let operands = match random.chance(50) {
            true => [&first, &second],
            false => [&second, &first],
        };
        let rounding = random.pick(&["z", "n", "f", "c"]);
        let puts =
            [0, 1].map(|index: u8| put(RegisterSize::F80, index, operands[usize::from(index)]));
        let last = parsed(&format!("{name}.{rounding} f80[0], f80[1]"));
        check(&[&puts[..], std::slice::from_ref(&last)].concat());
        let (_, state) = here(&[laid_out(&[&puts[..], &[last, Instr::Ret]].concat())]);
        defined += u32::from(state.st0);
    }
    assert!(defined > cases(500), "{defined}");
}

/// The exponent field of an operand: near the least, and for products and quotients of the other near one.
fn exponent_field(name: &str, at: i32) -> i32 {
    match name {
        "mul" | "div" if at != 0 => 16_383 + at,
        _ => at.unsigned_abs() as i32 % 5,
    }
}

fn least_x87(random: &mut Random, field: i32) -> Vec<u8> {
    let low: u64 = match random.below(6) {
        0 => 0,
        1 => 1 << random.below(63),
        2 => u64::MAX << random.below(63),
        3 => random.below(16),
        4 => u64::MAX >> random.below(63),
        _ => random.next_number() << random.below(63),
    };
    let leading = u64::from(field != 0) << 63;
    let mut bytes = (low & (u64::MAX >> 1) | leading).to_le_bytes().to_vec();
    bytes.extend((field as u16 | u16::from(random.chance(50)) << 15).to_le_bytes());
    bytes
}
