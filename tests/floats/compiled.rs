//! Float literals and constants in `aluasm!`: rounded while Rust compiles, from their decimal digits to
//! the register's own format.

use std::panic;

use aluvm::__private::{float, group};
use aluvm::{Instr, Lib, Program, Vm, aluasm, asm};
use aluvm_core::num::float::FloatFormat;

use crate::cases;
use crate::literals::expected;
use crate::machine::get_f;
use crate::oracle::{self, Value};
use aluvm_judge::Random;
use aluvm_judge::float::operands;

/// Puts a literal into a register of each format, compiled, and compares with exact arithmetic.
macro_rules! check {
    ($($Format:ident $float:ident: $([$($literal:tt)+])+;)+) => {$($(
        {
            const CODE: [Instr; 2] = aluasm! { put $float[17], $($literal)+; ret; };
            let mut vm = Vm::new();
            let program = Program::new(Lib::assemble(&CODE).unwrap()).unwrap();
            assert!(vm.run(&program).is_success());
            let text = stringify!($($literal)+).replace(' ', "");
            let found = get_f(vm.registers(), FloatFormat::$Format, 17);
            assert_eq!(found, expected(FloatFormat::$Format, &text).ok(), "{text}");
            assert!(found.is_some());
        }
    )+)+};
}

#[test]
fn literals_of_every_format() {
    check! {
        F16b f16b: [0.1] [-2.13] [7] [-0.0] [3.3895e38] [1e-40] [4e-41] [0xFF];
        F16 f16: [0.1] [-2.13] [7] [-0.0] [65504] [65519.999] [6e-8] [2.9e-8];
        F32 f32: [0.1] [-2.13] [7] [-0.0] [3.4028235677e38] [1.4e-45] [1e-46] [16_777_217];
        F64 f64: [0.1] [-2.13] [7] [-0.0] [1.7976931348623157e308] [5e-324] [2e-324] [2.2250738585072011e-308];
        F80 f80: [0.1] [-2.13] [7] [-0.0] [1.18973149535723176502e4932] [3.6e-4951] [1e-5000];
        F128 f128: [0.1] [-2.13] [7] [-0.0] [1.189731495357231765085759326628007e4932] [6.5e-4966];
        F256 f256: [0.1] [-2.13] [7] [-0.0] [1.6e78913] [-2.24e-78984] [1e-79000];
        F512 f512: [0.1] [-2.13] [7] [0.0] [1e600] [-1e-600] [1e-700];
    }
}

/// Digits on which rounding to another format first, f64 for one, would go wrong.
#[test]
fn literals_are_rounded_once() {
    check! {
        F16b f16b: [1.003906250000000000000000000000001] [1.003906249999999999999999999999999] [1.00390625];
        F16 f16: [1.000488281250000000000000000000001] [1.000488281249999999999999999999999] [1.00048828125];
        F32 f32: [1.000000059604644775390625000000000001] [1.000000059604644775390624999999999999] [1.000000059604644775390625];
        F64 f64: [1.000000000000000111022302462515654042363166809082031250000000000000000000001]
            [1.00000000000000011102230246251565404236316680908203125];
        F80 f80: [1.0000000000000000000542101086242752217003726400434970855712890625000000000000001]
            [1.0000000000000000000542101086242752217003726400434970855712890624999999999999999];
        F128 f128: [0.1000000000000000055511151231257827021181583404541015625]
            [1.0000000000000000000000000000000000962964972193617926527988971292463659];
        F256 f256: [3.14159265358979323846264338327950288419716939937510582097494459230781640628620899];
        F512 f512: [3.14159265358979323846264338327950288419716939937510582097494459230781640628620899862803482534211706798214808651328230664709384460955058223172535940812848111745028410270193852110555964462294895493038196];
    }
}

/// Rust splits hexadecimal literals at a point and at a sign; text read at run time has them whole.
#[test]
fn hexadecimal_literals() {
    check! {
        F16 f16: [0x1p3] [-0x3FFp4];
        F64 f64: [0x1p3] [0x1p1023];
        F512 f512: [0x1p2040] [-0x1F_FFp2000];
    }
    let line = |literal: &str| asm::parse(&format!("put f80[3], {literal};"));
    for (hexadecimal, decimal) in
        [("0x1.8p3", "12"), ("-0x0.8", "-0.5"), ("0xff.8P-1", "127.75"), ("0x1p-3", "0.125")]
    {
        assert_eq!(line(hexadecimal).unwrap(), line(decimal).unwrap());
    }
}

#[test]
fn a_literal_that_overflows_is_an_error_at_the_literal() {
    for (format, least, largest) in [
        (FloatFormat::F16b, "3.39617752923047e38", "3.39617752923045e38"),
        (FloatFormat::F16, "65520", "65519.9999"),
        (
            FloatFormat::F32,
            "3.4028235677973366163753939546e38",
            "3.4028235677973366163753939545e38",
        ),
        (FloatFormat::F64, "1.7976931348623159e308", "1.7976931348623158e308"),
        (FloatFormat::F80, "1.18973149535723177e4932", "1.18973149535723176e4932"),
        (FloatFormat::F128, "1.2e4932", "1.18e4932"),
        (FloatFormat::F256, "1.62e78913", "1.61e78913"),
        (FloatFormat::F512, "1.3e614", "1.2e614"),
    ] {
        let line = |literal: &str| format!("put     {}[0], {literal};", format.name());
        assert!(
            expected(format, least).is_err() && expected(format, largest).is_ok(),
            "{format:?}"
        );
        let errors = asm::parse(&line(least)).unwrap_err();
        assert_eq!(errors.iter().count(), 1);
        let text = errors.to_string();
        let column = line("").find(';').unwrap() + 1;
        assert!(text.contains(&format!("1:{column}")), "{text}");
        assert!(text.contains(format.name()), "{text}");
        assert!(asm::parse(&line(largest)).is_ok());
    }
    for literal in ["nan", "NaN", "-nan"] {
        assert!(asm::parse(&format!("put f64[0], {literal};")).is_err());
    }
    assert!(asm::parse("put f512[0], inf;").is_err());
}

/// The nearest double.
fn double(value: &Value) -> f64 {
    let largest = if value.is_sign_negative() { f64::NEG_INFINITY } else { f64::INFINITY };
    let bytes = oracle::convert(FloatFormat::F64, value);
    bytes.map_or(largest, |bytes| f64::from_le_bytes(bytes.try_into().unwrap()))
}

type Compile = fn(f64, FloatFormat) -> Option<Vec<u8>>;

/// The bytes that a constant has in a register; none if it does not compile.
fn constant<const N: usize>(value: f64, format: FloatFormat) -> Option<Vec<u8>> {
    let compile = || group::<N>(&[float::<N>(value, format as usize, "not exact")]).to_vec();
    panic::catch_unwind(compile).ok()
}

#[test]
#[cfg_attr(not(panic = "unwind"), ignore = "it catches panics")]
fn constants_are_exact_or_errors() {
    let formats: [(FloatFormat, Compile); 8] = [
        (FloatFormat::F16b, constant::<2>),
        (FloatFormat::F16, constant::<2>),
        (FloatFormat::F32, constant::<4>),
        (FloatFormat::F64, constant::<8>),
        (FloatFormat::F80, constant::<10>),
        (FloatFormat::F128, constant::<16>),
        (FloatFormat::F256, constant::<32>),
        (FloatFormat::F512, constant::<64>),
    ];
    let message = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let mut random = Random::new(3);
    let doubles = operands::directed(FloatFormat::F64);
    let (mut accepted, mut refused) = (0, 0);
    for (format, constant) in formats {
        let directed = operands::directed(format);
        for case in 0..cases(1000) {
            // Half of them values of the format, if a double has them.
            let value = if case % 2 == 0 {
                let bytes = operands::any(&mut random, format, &directed);
                double(&oracle::decode(format, &bytes).unwrap())
            } else {
                let bytes = operands::any(&mut random, FloatFormat::F64, &doubles);
                f64::from_le_bytes(bytes.try_into().unwrap())
            };
            let found = constant(value, format);
            let exact = oracle::decode(FloatFormat::F64, &value.to_le_bytes()).unwrap();
            let expected = oracle::convert(format, &exact)
                .filter(|bytes| oracle::decode(format, bytes).as_ref() == Some(&exact));
            // A posit has one zero.
            if format.is_posit() && value == 0.0 && value.is_sign_negative() {
                assert_eq!(found, None);
                continue;
            }
            *if found.is_some() { &mut accepted } else { &mut refused } += 1;
            assert_eq!(found, expected, "{value} in {format:?}");
        }
        assert_eq!(constant(f64::NAN, format), None);
    }
    panic::set_hook(message);
    assert!(accepted > cases(2000) && refused > cases(1000), "{accepted} {refused}");
}
