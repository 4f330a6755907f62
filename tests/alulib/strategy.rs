//! Random inputs of routines: no call is refused for them, and values at edges are among them.

use aluvm::Vm;
use aluvm::contract::strategy::{inputs, value, values};
use aluvm::contract::{CallErrorKind, Parameter};
use aluvm::isa::{Family, RegisterSize};
use aluvm::vm::{Registers, Value};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{TestError, TestRunner};

use crate::types::types;
use crate::vault::vault;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn integers_come_as_they_are_called((a, b, c, d, e, f, g, h) in types::integers::inputs()) {
        let out = types::integers(&mut Vm::new(), a, b, c, d, e, f, g, h)?;
        prop_assert_eq!(
            (out.a, out.b, out.c, out.d, out.e, out.f, out.g, out.h),
            (a, b, c, d, e, f, g, h)
        );
    }

    #[test]
    fn floats_are_never_nan((a, b, c, d, e, f, g, h) in types::floats::inputs()) {
        let out = types::floats(&mut Vm::new(), a, b, c, d, e, f, g, h)?;
        prop_assert_eq!((out.a, out.b, out.c, out.d), (a, b, c, d));
        prop_assert_eq!((out.e, out.f, out.g, out.h), (e, f, g, h));
    }

    #[test]
    fn bytes_are_of_the_length_of_registers((a, b, c, d, e, f, g, h) in types::general::inputs()) {
        let out = types::general(&mut Vm::new(), a, b, c, d, e, f, g, h)?;
        prop_assert!((out.a, out.b, out.c, out.d) == (a, b, c, d));
        prop_assert!((out.e, out.f, out.g, out.h) == (e, f, g, h));
    }

    #[test]
    fn strings_are_short_enough((s, t) in types::strings::inputs()) {
        let out = types::strings(&mut Vm::new(), s.clone(), t.clone())?;
        prop_assert!(out.s.as_bytes() == s && out.t.as_bytes() == t);
    }

    #[test]
    fn what_may_be_undefined_sometimes_is((a, f, r, s) in types::optional::inputs()) {
        let out = types::optional(&mut Vm::new(), a, f, r, s.clone())?;
        prop_assert_eq!((out.a, out.f, out.r), (a, f, r));
        prop_assert!(out.s.as_ref().map(|s| s.as_bytes()) == s.as_deref());
    }

    #[test]
    fn more_than_twelve_come_in_tuples_of_twelve(
        ((a, b, c, d, e, f, g, h, i, j, k, l), (m, n)) in types::many::inputs()
    ) {
        let vm = &mut Vm::new();
        let out = types::many(vm, a, b, c, d, e, f, g, h, i, j, k, l, m, n.clone())?;
        prop_assert_eq!(out.m, m);
        prop_assert!(out.n.as_ref().map(|n| n.as_bytes()) == n.as_deref());
    }

    #[test]
    fn a_contract_pays_or_refuses((balance, amount, age) in vault::withdraw::inputs()) {
        match vault::withdraw(&mut Vm::new(), balance, amount, age) {
            Ok(output) => prop_assert_eq!(output.rest, balance - amount),
            Err(error) => {
                let is_refusal = matches!(error.kind(), CallErrorKind::Refused(_));
                prop_assert!(is_refusal, "{}", error);
            }
        }
    }
}

fn parameter(size: RegisterSize, is_optional: bool) -> Parameter<'static> {
    Parameter { name: "x", register: size.register(1), is_signed: false, is_optional }
}

#[test]
fn registers_take_every_value() {
    let mut runner = TestRunner::deterministic();
    for size in RegisterSize::ALL {
        let strategy = values(&[parameter(*size, false), parameter(*size, true)]);
        let mut undefined = 0;
        for _ in 0..400 {
            let both = strategy.new_tree(&mut runner).expect("values").current();
            assert!(both[0].is_some(), "{size}");
            undefined += u32::from(both[1].is_none());
            for value in both.into_iter().flatten() {
                let mut registers = Registers::new();
                assert_eq!(registers.set(size.register(1), value), Ok(()));
            }
        }
        assert!((20..200).contains(&undefined), "{size}: {undefined} of 400 are undefined");
    }
}

#[test]
fn values_at_edges_are_among_them() {
    let mut runner = TestRunner::deterministic();
    for size in RegisterSize::ALL {
        let strategy = value(*size);
        let mut seen = Vec::new();
        for _ in 0..4000 {
            match strategy.new_tree(&mut runner).expect("a value").current() {
                Value::Number(bytes) => seen.push(bytes.into_vec()),
                Value::String(string) => seen.push(string.as_bytes().to_vec()),
                Value::Status(_) => unreachable!("st0 has no size"),
            }
        }
        let has = |bytes: &[u8]| seen.iter().any(|one| one == bytes);
        match size.family() {
            Family::S => {
                assert!(has(b"") && seen.iter().any(|one| one.len() == 65_535));
            }
            Family::A | Family::R => {
                assert!(has(&vec![0; size.bytes()]) && has(&vec![0xFF; size.bytes()]), "{size}");
            }
            Family::F => {
                let format = size.float_format().expect("a format");
                let least = [&[1][..], &vec![0; size.bytes() - 1]].concat();
                assert!(has(&vec![0; size.bytes()]) && has(&least), "{size}");
                // Just below infinity, or the largest posit.
                let mut largest = vec![0xFF; size.bytes()];
                largest[size.bytes() - 1] = 0x7F;
                if let Ok(infinity) = format.parse("inf") {
                    assert!(has(&infinity), "{size}");
                    // The bits of the exponent, less one; those of the significand.
                    let (bits, bytes) = (format.precision() as usize - 1, &infinity);
                    largest = vec![0xFF; size.bytes()];
                    let bit = if *size == RegisterSize::F80 { bits + 1 } else { bits };
                    largest[bit / 8..].copy_from_slice(&bytes[bit / 8..]);
                    largest[bit / 8] &= !(1 << (bit % 8));
                    largest[bit / 8] |= (1 << (bit % 8)) - 1;
                }
                assert!(has(&largest), "{size}");
            }
        }
    }
}

#[test]
fn failing_inputs_shrink_to_the_least() {
    let strategy = inputs::<(u64, [u8; 32])>(&[
        parameter(RegisterSize::A64, false),
        parameter(RegisterSize::R256, false),
    ]);
    let mut runner = TestRunner::deterministic();
    let result = runner.run(&strategy, |(number, _)| {
        prop_assert!(number < 1000);
        Ok(())
    });
    match result {
        Err(TestError::Fail(_, (number, bytes))) => assert_eq!((number, bytes), (1000, [0; 32])),
        other => panic!("{other:?}"),
    }
}
