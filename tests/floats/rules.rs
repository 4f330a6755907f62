//! The rules that isa.md states of float arithmetic, each in numbers that one can check by hand:
//! overflow in every mode, division by zero, infinities, underflow, and what posits do instead.

use aluvm_core::num::float::FloatFormat;
use aluvm_core::vm::Vm;
use num_bigint::BigInt;

use crate::machine::{assemble, get_f, run, set_f};
use crate::oracle::{self, infinity, low_bits, power_of_two};

const MODES: [char; 4] = ['z', 'n', 'f', 'c'];

fn ieee() -> impl Iterator<Item = FloatFormat> {
    FloatFormat::ALL.into_iter().filter(|format| !format.is_posit())
}

/// The positive value of a number, which counts up from zero through the values of the format.
fn magnitude(format: FloatFormat, number: impl Into<BigInt>) -> Vec<u8> {
    oracle::pattern(format, &number.into(), false)
}

/// The sign bit flipped.
fn minus(mut bytes: Vec<u8>) -> Vec<u8> {
    if let Some(top) = bytes.last_mut() {
        *top ^= 0x80;
    }
    bytes
}

/// Two to an exponent at which the format has normal values.
fn power(format: FloatFormat, exponent: i32) -> Vec<u8> {
    let shape = oracle::shape(format);
    magnitude(format, BigInt::from(exponent + shape.max_exponent) << (shape.precision - 1))
}

/// The result of `operation x, y` and the status.
fn apply(format: FloatFormat, operation: &str, x: &[u8], y: &[u8]) -> (Option<Vec<u8>>, bool) {
    let f = format.name();
    let mut vm = Vm::new();
    set_f(vm.registers_mut(), format, 0, Some(x)).unwrap();
    set_f(vm.registers_mut(), format, 1, Some(y)).unwrap();
    run(&mut vm, &assemble(&format!("{operation} {f}[0], {f}[1]; ret;")));
    (get_f(vm.registers(), format, 1), vm.registers().st0())
}

#[track_caller]
fn check(format: FloatFormat, operation: &str, x: &[u8], y: &[u8], expected: Option<Vec<u8>>) {
    let status = expected.is_some();
    assert_eq!(apply(format, operation, x, y), (expected, status), "{format:?} {operation}");
}

#[test]
fn overflow_is_undefined_whatever_the_rounding() {
    for format in ieee() {
        let shape = oracle::shape(format);
        let largest = magnitude(format, infinity(format) - 1);
        let lowest = minus(largest.clone());
        let two = power(format, 1);
        for mode in MODES {
            check(format, &format!("add.{mode}"), &largest, &largest, None);
            check(format, &format!("sub.{mode}"), &lowest, &largest, None);
            check(format, &format!("mul.{mode}"), &largest, &two, None);
            check(format, &format!("mul.{mode}"), &lowest, &largest, None);
            check(format, &format!("div.{mode}"), &largest, &power(format, -1), None);
        }
        // Half an ulp above the largest value there is overflow where rounding goes up: the result is
        // judged as if the exponent had no bound.
        let half_ulp = power(format, shape.max_exponent - shape.precision as i32);
        for (mode, positive, negative) in
            [('z', true, true), ('n', false, false), ('f', true, false), ('c', false, true)]
        {
            let add = format!("add.{mode}");
            check(format, &add, &half_ulp, &largest, positive.then(|| largest.clone()));
            let half_ulp = minus(half_ulp.clone());
            check(format, &add, &half_ulp, &lowest, negative.then(|| lowest.clone()));
        }
        let less = power(format, shape.max_exponent - shape.precision as i32 - 1);
        check(format, "add.n", &less, &largest, Some(largest.clone()));
    }
}

#[test]
fn division_by_zero_gives_infinity_of_the_right_sign() {
    for format in ieee() {
        let zero = magnitude(format, 0);
        let infinite = magnitude_of_infinity(format);
        for finite in
            [power(format, 0), magnitude(format, 1), magnitude(format, infinity(format) - 1)]
        {
            for mode in MODES {
                let div = format!("div.{mode}");
                let negative = minus(finite.clone());
                check(format, &div, &finite, &zero, Some(infinite.clone()));
                check(format, &div, &negative, &zero, Some(minus(infinite.clone())));
                check(format, &div, &finite, &minus(zero.clone()), Some(minus(infinite.clone())));
                check(format, &div, &negative, &minus(zero.clone()), Some(infinite.clone()));
            }
        }
    }
}

fn magnitude_of_infinity(format: FloatFormat) -> Vec<u8> {
    magnitude(format, infinity(format))
}

#[test]
fn what_is_not_a_number_is_undefined() {
    for format in ieee() {
        let zero = magnitude(format, 0);
        let infinite = magnitude_of_infinity(format);
        for mode in MODES {
            for [x, y] in [[&zero, &zero], [&infinite, &infinite]] {
                for (x, y) in [
                    (x.clone(), y.clone()),
                    (minus(x.clone()), y.clone()),
                    (x.clone(), minus(y.clone())),
                    (minus(x.clone()), minus(y.clone())),
                ] {
                    check(format, &format!("div.{mode}"), &x, &y, None);
                }
            }
            check(format, &format!("sub.{mode}"), &infinite, &infinite, None);
            check(format, &format!("add.{mode}"), &minus(infinite.clone()), &infinite, None);
            check(format, &format!("mul.{mode}"), &zero, &infinite, None);
            check(format, &format!("mul.{mode}"), &infinite, &minus(zero.clone()), None);
        }
    }
}

#[test]
fn infinities_propagate() {
    for format in ieee() {
        let infinite = magnitude_of_infinity(format);
        let (one, zero) = (power(format, 0), magnitude(format, 0));
        for mode in MODES {
            for (name, x, y, expected) in [
                ("add", &infinite, &one, infinite.clone()),
                ("add", &one, &infinite, infinite.clone()),
                ("add", &infinite, &infinite, infinite.clone()),
                ("sub", &one, &infinite, minus(infinite.clone())),
                ("mul", &infinite, &minus(one.clone()), minus(infinite.clone())),
                ("div", &infinite, &one, infinite.clone()),
                ("div", &infinite, &zero, infinite.clone()),
                ("div", &one, &infinite, zero.clone()),
                ("div", &minus(one.clone()), &infinite, minus(zero.clone())),
            ] {
                check(format, &format!("{name}.{mode}"), x, y, Some(expected));
            }
        }
    }
}

#[test]
fn underflow_gives_the_subnormal_or_zero() {
    for format in ieee() {
        let shape = oracle::shape(format);
        let at = |number: u32| magnitude(format, number);
        let half = power(format, -1);
        // One and three halves of the smallest value, which are ties.
        for (mode, one, three, minus_one, minus_three) in
            [('z', 0, 1, 0, 1), ('n', 0, 2, 0, 2), ('f', 0, 1, 1, 2), ('c', 1, 2, 0, 1)]
        {
            let mul = format!("mul.{mode}");
            check(format, &mul, &half, &at(1), Some(at(one)));
            check(format, &mul, &half, &at(3), Some(at(three)));
            check(format, &mul, &half, &minus(at(1)), Some(minus(at(minus_one))));
            check(format, &mul, &half, &minus(at(3)), Some(minus(at(minus_three))));
        }
        // The smallest normal value halved is exact, and twice the largest subnormal one as well.
        let normal = power_of_two(shape.precision - 1);
        let halved = magnitude(format, &normal >> 1_u32);
        check(format, "mul.n", &half, &magnitude(format, normal.clone()), Some(halved));
        let subnormal = magnitude(format, normal.clone() - 1);
        let doubled = magnitude(format, (&normal << 1_u32) - 2);
        check(format, "add.n", &subnormal, &subnormal, Some(doubled));
        // The smallest normal value is where the largest subnormal and the next one meet.
        check(format, "add.n", &at(1), &subnormal, Some(magnitude(format, normal)));
    }
}

#[test]
fn a_sum_of_zero_is_negative_in_floor_only() {
    for format in ieee() {
        let (one, zero) = (power(format, 0), magnitude(format, 0));
        for mode in MODES {
            let expected = if mode == 'f' { minus(zero.clone()) } else { zero.clone() };
            check(format, &format!("sub.{mode}"), &one, &one, Some(expected.clone()));
            check(format, &format!("add.{mode}"), &zero, &minus(zero.clone()), Some(expected));
            let negative = minus(zero.clone());
            check(format, &format!("add.{mode}"), &negative, &negative, Some(negative.clone()));
        }
    }
}

/// The pattern of a posit by its number, which counts up from zero through the positive ones.
fn posit(number: impl Into<BigInt>) -> Vec<u8> {
    oracle::bytes(&low_bits(&number.into(), 512), 64)
}

#[test]
fn posits_saturate() {
    let format = FloatFormat::F512;
    let maximum = oracle::ones(511);
    let largest = || posit(maximum.clone());
    let lowest = || posit(-maximum.clone());
    let (least, minus_least) = (|| posit(1), || posit(-1));
    let one = posit(power_of_two(510));
    for mode in MODES {
        // There is nothing above the largest value in any direction.
        check(format, &format!("add.{mode}"), &largest(), &largest(), Some(largest()));
        check(format, &format!("mul.{mode}"), &largest(), &lowest(), Some(lowest()));
        check(format, &format!("div.{mode}"), &lowest(), &least(), Some(lowest()));
        check(format, &format!("sub.{mode}"), &largest(), &largest(), Some(posit(0)));
        check(format, &format!("div.{mode}"), &one, &posit(0), None);
        check(format, &format!("div.{mode}"), &posit(0), &posit(0), None);
        check(format, &format!("div.{mode}"), &posit(0), &one, Some(posit(0)));
    }
    // To nearest nothing but zero becomes zero; the other modes go in their directions.
    for (mode, positive, negative) in [
        ('n', least(), minus_least()),
        ('z', posit(0), posit(0)),
        ('f', posit(0), minus_least()),
        ('c', least(), posit(0)),
    ] {
        check(format, &format!("mul.{mode}"), &least(), &least(), Some(positive));
        check(format, &format!("mul.{mode}"), &least(), &minus_least(), Some(negative));
    }
}

#[test]
fn posits_negate_as_integers_and_have_one_zero() {
    let format = FloatFormat::F512;
    for number in [BigInt::from(1), BigInt::from(12345), oracle::ones(511)] {
        for (operation, from, to) in [
            ("neg", number.clone(), -number.clone()),
            ("neg", -number.clone(), number.clone()),
            ("abs", -number.clone(), number.clone()),
            ("abs", number.clone(), number.clone()),
        ] {
            let mut vm = Vm::new();
            set_f(vm.registers_mut(), format, 0, Some(&posit(from))).unwrap();
            run(&mut vm, &assemble(&format!("{operation} f512[0]; ret;")));
            assert_eq!(get_f(vm.registers(), format, 0), Some(posit(to)), "{operation}");
        }
    }
    let mut vm = Vm::new();
    run(
        &mut vm,
        &assemble("put f512[0], 0.0; neg f512[0]; put f64[1], -0.0; cnv f64[1], f512[1]; ret;"),
    );
    assert!(vm.registers().st0());
    assert_eq!(vm.registers().f512(0), Some([0; 64]));
    assert_eq!(vm.registers().f512(1), Some([0; 64]));
}
