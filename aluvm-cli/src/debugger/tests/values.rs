use std::cmp::Ordering;

use aluvm_core::isa::{Family, Register, RegisterSize};
use aluvm_core::vm::{Registers, Value};

use super::super::command::Relation;
use super::super::condition::{Condition, Operand};
use super::super::value::Radix;
use super::programs::Random;

fn number(bytes: &[u8]) -> Value {
    Value::Number(bytes.into())
}

#[test]
fn numbers_in_decimal_are_what_the_reader_of_rows_reads() {
    let mut random = Random(1);
    let sizes = RegisterSize::ALL.iter().filter(|size| size.float_format().is_none());
    for size in sizes.filter(|size| size.bytes() > 0) {
        let register = size.register(0);
        for round in 0..40 {
            // Short ones too, and those of ones and zeros alone.
            let length = if round % 2 == 0 { size.bytes() } else { random.below(size.bytes()) };
            let byte = |random: &mut Random| match round % 5 {
                0 => 0xFF,
                1 => 0,
                _ => random.next() as u8,
            };
            let mut bytes: Vec<u8> = (0..length).map(|_| byte(&mut random)).collect();
            bytes.resize(size.bytes(), 0);
            let value = number(&bytes);
            for radix in [Radix::Decimal, Radix::Hexadecimal] {
                let text = radix.show(register, &value, false);
                assert_eq!(Value::parse(register, &text), Ok(value.clone()), "{text}");
            }
            if let Ok(bytes) = <[u8; 16]>::try_from(bytes) {
                let wanted = u128::from_le_bytes(bytes).to_string();
                assert_eq!(Radix::Decimal.show(register, &value, false), wanted);
            }
        }
    }
}

#[test]
fn values_as_text_and_bytes() {
    let register = RegisterSize::A64.register(0);
    let show = |radix: Radix, register, text: &str| {
        radix.show(register, &Value::parse(register, text).expect("a value"), false)
    };
    assert_eq!(show(Radix::Text, register, "0x6F6C6C6568"), "\"hello\"");
    assert_eq!(show(Radix::Text, register, "0"), "\"\"");
    assert_eq!(show(Radix::Hexadecimal, register, "-1"), "0xFFFFFFFFFFFFFFFF");
    let string = RegisterSize::S16.register(0);
    let bytes = "hex:61ff0a22e2";
    assert_eq!(show(Radix::Decimal, string, bytes), r#""a\xff\n\"\xe2""#);
    assert_eq!(show(Radix::Text, string, bytes), r#""a\xff\n\"\xe2""#);
    assert_eq!(show(Radix::Hexadecimal, string, bytes), bytes);
    let float = RegisterSize::F64.register(0);
    assert_eq!(show(Radix::Decimal, float, "-2.5"), "-2.5");
    assert_eq!(show(Radix::Hexadecimal, float, "-2.5"), "0xC004000000000000");
    assert_eq!(Radix::Hexadecimal.show(Register::Status, &Value::Status(true), false), "true");
}

/// What all relations say of a register with a value and another value.
fn relations(register: Register, one: &Value, other: &Value) -> [bool; 6] {
    let mut registers = Registers::new();
    registers.set(register, one.clone()).expect("fits");
    let all = [
        Relation::Equal,
        Relation::NotEqual,
        Relation::Less,
        Relation::AtMost,
        Relation::Greater,
        Relation::AtLeast,
    ];
    all.map(|relation| {
        let left = Operand::Register { register, is_signed: false, value: Some(other.clone()) };
        Condition { left, relation }.holds(&registers)
    })
}

fn expected(order: Ordering) -> [bool; 6] {
    let (less, equal, greater) = (order.is_lt(), order.is_eq(), order.is_gt());
    [equal, !equal, less, less || equal, greater, greater || equal]
}

#[test]
fn integers_and_floats_are_ordered_as_numbers() {
    let mut random = Random(2);
    let integer = RegisterSize::A64.register(3);
    let edges = [0, 1, u64::MAX, u64::MAX - 1, 1 << 63];
    let floats = [0.0, -0.0, 1.0, -1.0, 1e300, -1e300, f64::MIN_POSITIVE, 5e-324, f64::INFINITY];
    let float = RegisterSize::F64.register(3);
    for round in 0..500 {
        let mut draw = || match round % 2 {
            0 => edges[random.below(edges.len())],
            _ => random.next(),
        };
        let (one, other) = (draw(), draw());
        let [first, second] = [one, other].map(|value| number(&value.to_le_bytes()));
        assert_eq!(relations(integer, &first, &second), expected(one.cmp(&other)));
        let mut draw = || match round % 2 {
            0 => floats[random.below(floats.len())],
            _ => f64::from_bits(random.next()),
        };
        let (one, other) = (draw(), draw());
        let [first, second] = [one, other].map(|value| number(&value.to_le_bytes()));
        if let Some(order) = one.partial_cmp(&other) {
            assert_eq!(relations(float, &first, &second), expected(order), "{one} {other}");
        }
    }
}

#[test]
fn floats_of_every_format_are_ordered_as_their_texts() {
    // The posit too, whose patterns are ordered otherwise.
    let texts = ["-1e9", "-2", "-1", "-1e-3", "0", "1e-3", "1", "1.5", "2", "1e9"];
    for size in RegisterSize::ALL.iter().filter(|size| size.float_format().is_some()) {
        let register = size.register(0);
        let parse = |text| Value::parse(register, text);
        let values = texts.iter().filter_map(|text| parse(text).ok()).collect::<Vec<_>>();
        assert!(values.len() > 5, "{size}");
        for (at, one) in values.iter().enumerate() {
            for (by, other) in values.iter().enumerate() {
                assert_eq!(
                    relations(register, one, other),
                    expected(at.cmp(&by)),
                    "{size} {at} {by}"
                );
            }
        }
    }
}

#[test]
fn undefined_is_none_and_nothing_else() {
    let register = RegisterSize::A8.register(0);
    let holds = |relation, value: Option<Value>, registers: &Registers| {
        Condition { left: Operand::Register { register, is_signed: false, value }, relation }
            .holds(registers)
    };
    let undefined = Registers::new();
    assert!(holds(Relation::Equal, None, &undefined));
    assert!(!holds(Relation::NotEqual, None, &undefined));
    for relation in [Relation::Less, Relation::AtMost, Relation::Greater, Relation::AtLeast] {
        assert!(!holds(relation, Some(number(&[1])), &undefined));
    }
    assert!(holds(Relation::NotEqual, Some(number(&[0])), &undefined));
    let mut defined = Registers::new();
    defined.set(register, number(&[0])).expect("fits");
    assert!(holds(Relation::NotEqual, None, &defined));
    assert!(!holds(Relation::Equal, None, &defined));
}

#[test]
fn an_integer_with_a_sign_shows_it() {
    for size in RegisterSize::ALL.iter().filter(|size| size.family() == Family::A) {
        let register = size.register(0);
        let show = |text: &str, radix: Radix| {
            radix.show(register, &Value::parse(register, text).expect("a value"), true)
        };
        for text in ["0", "-1", "1", "-100", "127", "-128"] {
            assert_eq!(show(text, Radix::Decimal), text, "{register}");
        }
        let ones = "F".repeat(2 * size.bytes());
        assert_eq!(show("-1", Radix::Hexadecimal), format!("0x{ones}"), "{register}");
    }
}

#[test]
fn integers_with_a_sign_are_ordered_by_it() {
    let register = RegisterSize::A16.register(0);
    let mut random = Random(0x5160);
    let mut registers = Registers::new();
    for _ in 0..1000 {
        let numbers = [(); 2].map(|()| random.next() as u16 as i16);
        let [one, other] =
            numbers.map(|number| Value::Number(number.to_le_bytes().to_vec().into()));
        registers.set(register, Some(one)).expect("fits");
        let left = Operand::Register { register, is_signed: true, value: Some(other) };
        let holds = Condition { left, relation: Relation::Less }.holds(&registers);
        assert_eq!(holds, numbers[0] < numbers[1], "{numbers:?}");
    }
}
