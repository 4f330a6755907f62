//! The instructions on float registers, each in a program and run by the machine: which register gets
//! the result, what becomes of `st0`, and what undefined operands give. The values are the oracles'.

use std::cmp::Ordering;

use aluvm_core::num::float::{FloatFormat, Rounding};
use aluvm_core::vm::Vm;

use crate::cases;
use crate::machine::{assemble, get_f, run, set_f};
use crate::operation::Operation;
use crate::oracle::{self, Value};
use aluvm_judge::Random;
use aluvm_judge::float::operands;

const MODES: [(char, Rounding); 4] = [
    ('z', Rounding::TowardZero),
    ('n', Rounding::NearestEven),
    ('f', Rounding::Floor),
    ('c', Rounding::Ceil),
];

/// Values for a test, with undefined registers among them.
pub fn any(random: &mut Random, format: FloatFormat, directed: &[Vec<u8>]) -> Option<Vec<u8>> {
    (random.below(16) != 0).then(|| operands::any(random, format, directed))
}

pub fn decode(format: FloatFormat, bytes: &[u8]) -> Value {
    oracle::decode(format, bytes).expect("a value")
}

fn mnemonic(operation: Operation) -> &'static str {
    match operation {
        Operation::Add => "add",
        Operation::Sub => "sub",
        Operation::Mul => "mul",
        Operation::Div => "div",
    }
}

#[test]
fn arithmetic_replaces_the_second_register() {
    for format in FloatFormat::ALL {
        let directed = operands::directed(format);
        let mut random = Random::new(format as u64);
        for operation in Operation::ALL {
            for (flag, rounding) in MODES {
                let (f, name) = (format.name(), mnemonic(operation));
                let program = assemble(&format!("{name}.{flag} {f}[3], {f}[30]; ret;"));
                for case in 0..cases(150) {
                    let (first, second) = match case % 8 {
                        0 => (any(&mut random, format, &directed), None),
                        1 => (None, any(&mut random, format, &directed)),
                        _ => {
                            let (first, second) = operands::pair(&mut random, format, &directed);
                            (Some(first), Some(second))
                        }
                    };
                    let mut vm = Vm::new();
                    vm.registers_mut().set_st0(random.below(2) == 0);
                    set_f(vm.registers_mut(), format, 3, first.as_deref()).unwrap();
                    set_f(vm.registers_mut(), format, 30, second.as_deref()).unwrap();
                    run(&mut vm, &program);
                    let expected = match (&first, &second) {
                        (Some(first), Some(second)) => {
                            let (x, y) = (decode(format, first), decode(format, second));
                            operation.expected(format, &x, &y, rounding)
                        }
                        _ => None,
                    };
                    let context = format!("{f} {name}.{flag} {first:02x?} {second:02x?}");
                    assert_eq!(vm.registers().st0(), expected.is_some(), "{context}");
                    assert_eq!(get_f(vm.registers(), format, 30), expected, "{context}");
                    assert_eq!(get_f(vm.registers(), format, 3), first, "{context}");
                }
            }
        }
    }
}

#[test]
fn a_register_can_be_both_operands() {
    for format in FloatFormat::ALL {
        let mut random = Random::new(33 + format as u64);
        let directed = operands::directed(format);
        for operation in Operation::ALL {
            let (f, name) = (format.name(), mnemonic(operation));
            let program = assemble(&format!("{name}.n {f}[7], {f}[7]; ret;"));
            for _ in 0..cases(60) {
                let value = operands::any(&mut random, format, &directed);
                let mut vm = Vm::new();
                set_f(vm.registers_mut(), format, 7, Some(&value)).unwrap();
                run(&mut vm, &program);
                let x = decode(format, &value);
                let expected = operation.expected(format, &x, &x, Rounding::NearestEven);
                assert_eq!(vm.registers().st0(), expected.is_some());
                assert_eq!(get_f(vm.registers(), format, 7), expected, "{f} {name} {x:?}");
            }
        }
    }
}

#[test]
fn neg_and_abs_change_the_sign_alone() {
    for format in FloatFormat::ALL {
        let f = format.name();
        let neg = assemble(&format!("neg {f}[15]; ret;"));
        let abs = assemble(&format!("abs {f}[15]; ret;"));
        let mut random = Random::new(11 + format as u64);
        let directed = operands::directed(format);
        let drawn: Vec<_> =
            (0..cases(100)).map(|_| operands::any(&mut random, format, &directed)).collect();
        for value in directed.iter().chain(&drawn) {
            let x = decode(format, value);
            for (program, expected) in [(&neg, -x.clone()), (&abs, x.clone().abs())] {
                let mut vm = Vm::new();
                vm.registers_mut().set_st0(false);
                set_f(vm.registers_mut(), format, 15, Some(value)).unwrap();
                run(&mut vm, program);
                assert!(vm.registers().st0());
                assert_eq!(
                    get_f(vm.registers(), format, 15),
                    oracle::convert(format, &expected),
                    "{f} {x:?}"
                );
            }
        }
        for program in [&neg, &abs] {
            let mut vm = Vm::new();
            run(&mut vm, program);
            assert!(!vm.registers().st0());
            assert_eq!(get_f(vm.registers(), format, 15), None);
        }
    }
}

/// The value without the lowest bit of its significand, for a posit of its pattern.
fn rough(format: FloatFormat, bytes: &[u8]) -> Option<Value> {
    let mut bytes = bytes.to_vec();
    bytes[0] &= !1;
    oracle::decode(format, &bytes)
}

#[test]
fn comparisons_set_the_status() {
    for format in FloatFormat::ALL {
        let f = format.name();
        let directed = operands::directed(format);
        for (name, order) in
            [("gt", Ordering::Greater), ("lt", Ordering::Less), ("eq", Ordering::Equal)]
        {
            for flag in ['e', 'r'] {
                let program = assemble(&format!("{name}.{flag} {f}[0], {f}[31]; ret;"));
                let mut random = Random::new(77 + format as u64);
                for case in 0..cases(400) {
                    let (mut first, mut second) = operands::pair(&mut random, format, &directed);
                    if case % 4 == 0 {
                        // Equal, or apart by the lowest bit.
                        second.clone_from(&first);
                        first[0] &= !1;
                        second[0] |= 1;
                        first[0] |= random.below(2) as u8;
                        if oracle::decode(format, &first).is_none()
                            || oracle::decode(format, &second).is_none()
                        {
                            continue;
                        }
                    }
                    let found = if flag == 'e' {
                        decode(format, &first).partial_cmp(&decode(format, &second))
                    } else {
                        match (rough(format, &first), rough(format, &second)) {
                            (Some(x), Some(y)) => x.partial_cmp(&y),
                            // Below the least posit, whose last bit is one, is the pattern of NaR.
                            (x, y) => Some(x.is_some().cmp(&y.is_some())),
                        }
                    };
                    let mut vm = Vm::new();
                    vm.registers_mut().set_st0(random.below(2) == 0);
                    set_f(vm.registers_mut(), format, 0, Some(&first)).unwrap();
                    set_f(vm.registers_mut(), format, 31, Some(&second)).unwrap();
                    run(&mut vm, &program);
                    let context = format!("{name}.{flag} {f} {first:02x?} {second:02x?}");
                    assert_eq!(vm.registers().st0(), found == Some(order), "{context}");
                    assert_eq!(get_f(vm.registers(), format, 0), Some(first), "{context}");
                    assert_eq!(get_f(vm.registers(), format, 31), Some(second), "{context}");
                }
                // Undefined registers compare false, both being undefined too.
                for defined in [None, Some(0), Some(31)] {
                    let mut vm = Vm::new();
                    if let Some(index) = defined {
                        set_f(vm.registers_mut(), format, index, Some(&directed[0])).unwrap();
                    }
                    run(&mut vm, &program);
                    assert!(!vm.registers().st0());
                }
            }
        }
    }
}

#[test]
fn zeros_are_equal_and_distinct() {
    for format in FloatFormat::ALL.into_iter().filter(|format| !format.is_posit()) {
        let f = format.name();
        let program =
            assemble(&format!("put {f}[0], 0.0; put {f}[1], -0.0; eq.e {f}[0], {f}[1]; ret;"));
        let mut vm = Vm::new();
        run(&mut vm, &program);
        assert!(vm.registers().st0());
        assert_ne!(get_f(vm.registers(), format, 0), get_f(vm.registers(), format, 1));
    }
}

#[test]
fn moves_keep_every_bit() {
    for format in FloatFormat::ALL {
        let f = format.name();
        let mut random = Random::new(5 + format as u64);
        let directed = operands::directed(format);
        for _ in 0..cases(100) {
            let first = any(&mut random, format, &directed);
            let second = any(&mut random, format, &directed);
            let status = random.below(2) == 0;
            for (text, expected) in [
                (format!("mov {f}[1], {f}[2];"), (None, first.clone())),
                (format!("dup {f}[1], {f}[2];"), (first.clone(), first.clone())),
                (format!("swp {f}[1], {f}[2];"), (second.clone(), first.clone())),
                (format!("mov {f}[1], {f}[1];"), (None, second.clone())),
                (format!("dup {f}[1], {f}[1];"), (first.clone(), second.clone())),
                (format!("clr {f}[2];"), (first.clone(), None)),
            ] {
                let mut vm = Vm::new();
                vm.registers_mut().set_st0(status);
                set_f(vm.registers_mut(), format, 1, first.as_deref()).unwrap();
                set_f(vm.registers_mut(), format, 2, second.as_deref()).unwrap();
                run(&mut vm, &assemble(&format!("{text} ret;")));
                assert_eq!(vm.registers().st0(), status, "{text}");
                let found = [1, 2].map(|index| get_f(vm.registers(), format, index));
                assert_eq!(found, [expected.0, expected.1], "{text}");
            }
        }
    }
}
