//! The library's reader of values, on those of the rows and random ones, against one of its own kind.

use aluvm_core::isa::{Family, Register, RegisterSize};
use aluvm_core::vm::{Registers, Value, ValueErrorKind};
use aluvm_judge::row::rows;
use aluvm_judge::{sizes, value};
use aluvm_tests::machine::{all, get, set};
use num_bigint::BigInt;
use num_traits::{One, Signed};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::FILES;

fn bytes(value: &Value) -> Vec<u8> {
    match value {
        Value::Number(bytes) => bytes.to_vec(),
        Value::String(string) => string.to_vec(),
        Value::Status(status) => vec![u8::from(*status)],
    }
}

#[test]
fn values_of_the_rows_are_read_as_by_the_judge() {
    let mut count = 0;
    for row in FILES.iter().flat_map(|file| rows(file)) {
        let sides = row.text.split('|').step_by(2).flat_map(str::split_whitespace);
        for (name, text) in sides.filter_map(|word| word.split_once('=')) {
            let (Ok(register), true) = (name.parse::<Register>(), text != "none") else { continue };
            count += 1;
            // Names that only rows for all sizes have.
            let text = text.replace("BITS", &row.bits.to_string());
            let text = text.replace("BYTES", &(row.bits / 8).to_string());
            let read = Value::parse(register, &text).unwrap_or_else(|error| panic!("{error}"));
            let expected = match register {
                Register::Value { size, .. } => value::bytes(&text, size, row.bits),
                Register::Status => vec![u8::from(text == "true")],
            };
            assert_eq!(bytes(&read), expected, "{register}={text}");
            let again = read.notation(register).to_string();
            assert!(!again.contains(char::is_whitespace), "{again}");
            assert_eq!(Value::parse(register, &again), Ok(read), "{register}={text}: {again}");
        }
    }
    assert!(count > 5_000, "{count} values");
}

fn term() -> impl Strategy<Value = String> {
    let names = ["MAX", "MIN", "SMAX", "0", "1"].map(String::from);
    prop_oneof![
        3 => select(names.to_vec()),
        2 => (0u32..70).prop_map(|exponent| format!("2^{exponent}")),
        1 => (0u32..9000).prop_map(|exponent| format!("2^{exponent}")),
        2 => any::<u64>().prop_map(|number| number.to_string()),
        1 => any::<u128>().prop_map(|number| format!("{number:#x}")),
        1 => "[0-9]{1,400}",
    ]
}

fn words() -> impl Strategy<Value = RegisterSize> {
    select([sizes(Family::A), sizes(Family::R)].concat())
}

proptest! {
    #[test]
    fn sums_are_those_of_unbounded_integers(
        size in words(),
        terms in vec((any::<bool>(), term()), 1..5),
    ) {
        let mut text = String::new();
        for (number, (is_negative, term)) in terms.iter().enumerate() {
            text += match (is_negative, number) {
                (true, _) => "-",
                (false, 0) => "",
                (false, _) => "+",
            };
            text += term;
        }
        let bits = 8 * size.bytes() as u32;
        let expected = value::integer(&text, bits, bits);
        let one: BigInt = BigInt::one();
        let fits = expected < &one << bits && expected >= -(&one << (bits - 1));
        match Value::parse(size.register(0), &text) {
            Ok(read) => {
                prop_assert!(fits);
                let expected = if expected.is_negative() { expected + (one << bits) } else { expected };
                prop_assert_eq!(BigInt::from_bytes_le(num_bigint::Sign::Plus, &bytes(&read)), expected);
            }
            Err(error) => {
                prop_assert_eq!(error.kind, ValueErrorKind::DoesNotFit);
                // A term of its own may be too great where the sum is not.
                let is_great = |term: &String| value::integer(term, bits, bits) > &one << bits;
                prop_assert!(!fits || terms.iter().any(|(_, term)| is_great(term)));
            }
        }
    }

    #[test]
    fn what_is_printed_reads_back(size in select(RegisterSize::ALL.to_vec()), filling in any::<[u8; 32]>(), length in 0usize..40) {
        let mut registers = Registers::new();
        let register = size.register(3);
        let length = if size == RegisterSize::S16 { length } else { size.bytes() };
        let content: Vec<u8> = filling.iter().cycle().take(length).copied().collect();
        let value = match size {
            RegisterSize::S16 => Value::String(content.try_into().expect("short")),
            _ => Value::Number(content.into()),
        };
        // Some patterns are no floats.
        if registers.set(register, value.clone()).is_ok() {
            prop_assert_eq!(registers.get(register), Some(value.clone()));
            let text = value.notation(register).to_string();
            prop_assert!(text.bytes().all(|byte| (0x21..0x7F).contains(&byte)));
            prop_assert_eq!(Value::parse(register, &text), Ok(value));
        } else {
            prop_assert_eq!(size.family(), Family::F);
        }
    }

    #[test]
    fn any_text_is_read_or_refused(size in select(RegisterSize::ALL.to_vec()), text in "[-+*^0-9xMASINhex:\"\\\\.]{0,12}|\\PC{0,8}") {
        let register = size.register(0);
        match Value::parse(register, &text) {
            Ok(value) => prop_assert!(Registers::new().set(register, value).is_ok() || text.starts_with("0x") || text.starts_with("hex:")),
            Err(error) => prop_assert!(error.to_string().starts_with(&register.to_string())),
        }
    }
}

#[test]
fn mistakes_say_what_is_wrong() {
    let message = |register: &str, text: &str| {
        let register = register.parse().expect("a register");
        Value::parse(register, text).expect_err("a mistake").to_string()
    };
    assert_eq!(message("a8[0]", "256"), "a8[0]: the number does not fit");
    assert_eq!(message("a8[0]", "-129"), "a8[0]: the number does not fit");
    assert_eq!(message("r160[1]", "hex:00"), "r160[1]: the register has 20 bytes, not 1");
    assert_eq!(message("st0", "1"), "st0: it is `true` or `false`");
    assert!(message("a16[3]", "1++2").starts_with("a16[3]: no number stands at byte 2;"));
    assert!(message("s16[0]", "\"a\"+b").starts_with("s16[0]: no string stands at byte 4;"));
    assert!(message("s16[0]", "\"ab\"*40000").contains("80000 bytes"));
    assert!(message("f64[0]", "nan").starts_with("f64[0]: a register never holds nan"));
    assert_eq!(
        "a16[32]".parse::<Register>().expect_err("32").to_string(),
        "a16 registers are a16[0] to a16[31]"
    );
    assert_eq!(
        "a16".parse::<Register>().expect_err("no index").to_string(),
        "a register is written `a64[0]`, or `st0`"
    );
    assert!("b16[0]".parse::<Register>().expect_err("b16").to_string().contains("only a8, a16, "));
}

#[test]
fn registers_take_values_of_their_own_kind() {
    let mut registers = Registers::new();
    let parse = |text: &str| text.parse::<Register>().expect("a register");
    let number = |bytes: &[u8]| Value::Number(bytes.into());
    assert_eq!(registers.set(parse("a16[3]"), number(&[1, 2])), Ok(()));
    assert_eq!(
        registers.set(parse("s16[15]"), Value::String(b"ab".try_into().expect("short"))),
        Ok(())
    );
    assert_eq!(registers.set(Register::Status, Value::Status(false)), Ok(()));
    for (register, value, message) in [
        ("a16[3]", number(&[1]), "a16[3] takes a number of 2 bytes"),
        ("a16[3]", Value::Status(true), "a16[3] takes a number of 2 bytes"),
        ("s16[1]", number(&[1]), "s16[1] takes a byte string"),
        ("st0", number(&[1]), "st0 is true or false"),
        (
            "f16[0]",
            number(&[0xFF, 0x7F]),
            "a register f16 cannot hold this pattern, which is not a number",
        ),
    ] {
        let error = registers.set(parse(register), value).expect_err("unsuitable");
        assert_eq!(error.to_string(), message);
    }
    let missing = RegisterSize::S16.register(16);
    assert!(registers.set(missing, None).is_err());
    let defined: Vec<String> = registers
        .defined()
        .map(|(register, value)| format!("{register}={}", value.notation(register)))
        .collect();
    assert_eq!(defined, ["a16[3]=513", "s16[15]=\"ab\""]);
    assert!(!registers.st0());
    registers.set(parse("a16[3]"), None).expect("exists");
    assert_eq!(registers.defined().count(), 1);
}

/// Every register of random ones is listed once, with its value.
#[test]
fn the_defined_registers_are_listed() {
    let mut registers = Registers::new();
    let wanted: Vec<(RegisterSize, u8)> =
        all().filter(|(size, index)| (*size as u8 + index).is_multiple_of(3)).collect();
    for (size, index) in &wanted {
        set(&mut registers, *size, *index, Some(&vec![0; size.bytes()]));
    }
    let found = registers.defined().map(|(register, value)| {
        let Register::Value { size, index } = register else { panic!("{register}") };
        assert_eq!(Some(bytes(&value)), get(&registers, size, index));
        (size, index)
    });
    assert!(found.eq(wanted.iter().copied()));
}

/// Strings of any byte, which rows have to keep together: nothing that ends or splits a word stands for itself.
#[test]
fn strings_are_written_so_that_they_stay_one_word() {
    let register = RegisterSize::S16.register(0);
    for byte in 0..=u8::MAX {
        let value = Value::String([b'a', byte, b'b'].as_slice().try_into().expect("short"));
        let written = value.notation(register).to_string();
        let inside = written.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
        let inside = inside.unwrap_or_else(|| panic!("{written}"));
        assert!(!inside.contains(['"', '+', '*', '|', '#', ' ']), "{byte:#04x}: {written}");
        assert_eq!(Value::parse(register, &written), Ok(value), "{written}");
    }
    for (text, expected) in
        [(r#""a\"b""#, &b"a\"b"[..]), (r#""\\\"""#, b"\\\""), (r#""\x5c"+"\"""#, b"\\\"")]
    {
        let read = Value::parse(register, text).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(bytes(&read), expected, "{text}");
    }
}

#[test]
fn numbers_with_a_sign_are_those_of_twos_complement() {
    for size in RegisterSize::ALL.iter().filter(|size| size.family() == Family::A) {
        let (register, width) = (size.register(1), size.bytes());
        let ends = [BigInt::one() << (8 * width - 1), BigInt::one() << (8 * width - 2)];
        let small = [-300, -129, -128, -127, -2, -1, 0, 1, 127, 128, 300].map(BigInt::from);
        let numbers = ends.iter().flat_map(|end| [end - 1, -end, 1 - end]).chain(small);
        for number in numbers.filter(|number| number.bits() < 8 * width as u64) {
            let fill = if number.is_negative() { 0xFF } else { 0 };
            let mut digits = number.to_signed_bytes_le();
            digits.resize(width, fill);
            let value = Value::Number(digits.into());
            let written = value.notation(register).signed(true).to_string();
            // Of more than 64 bits the digits are hexadecimal.
            let expected = match number.bits() {
                ..=64 => number.to_string(),
                _ => format!("{number:#X}").replace("0X", "0x"),
            };
            assert_eq!(written, expected, "{size}");
            assert_eq!(Value::parse(register, &written), Ok(value), "{written}");
        }
    }
}

#[test]
fn terms_may_be_a_bit_longer_than_their_sum() {
    let register = RegisterSize::A8.register(0);
    let read = |text: &str| Value::parse(register, text).map(|value| bytes(&value));
    for (text, expected) in [("2^8-1", 255), ("511-256", 255), ("256-1", 255), ("0x1FF-0x100", 255)]
    {
        assert_eq!(read(text), Ok(vec![expected]), "{text}");
    }
    for text in ["512-300", "1024-1000", "2^9-2^8-1"] {
        assert_eq!(read(text).expect_err(text).kind, ValueErrorKind::DoesNotFit, "{text}");
    }
    for text in ["2^", "2^+1", "2^x", "2^1a", "2^-1", "2^ 1"] {
        let error = read(text).expect_err(text);
        assert_eq!(error.kind, ValueErrorKind::Term { at: 0 }, "{text}");
    }
}

#[test]
fn a_string_that_is_too_long_is_the_source_of_the_error() {
    use std::error::Error;
    let register = RegisterSize::S16.register(0);
    let error = Value::parse(register, "\"ab\"*40000").expect_err("too long");
    let source = error.source().expect("a source").to_string();
    assert!(source.contains("80000"), "{source}");
    assert!(Value::parse(register, "5").expect_err("no string").source().is_none());
}

#[test]
fn registers_are_equal_that_hold_the_same() {
    // Small numbers, which all formats have.
    let value = |size: RegisterSize, number: u8| {
        let mut bytes = vec![0; size.bytes().max(1)];
        bytes[0] = number;
        bytes
    };
    let mut base = Registers::new();
    for (size, index) in all().filter(|(size, index)| (*size as u8 + index).is_multiple_of(4)) {
        set(&mut base, size, index, Some(&value(size, index + 1)));
    }
    assert!(base == base.clone());
    let changes: [fn(&mut Registers); 2] =
        [|registers| registers.set_st0(!registers.st0()), |registers| registers.set_cl0(Some(77))];
    for change in changes {
        let mut other = base.clone();
        change(&mut other);
        assert!(base != other);
    }
    for (size, index) in all() {
        let mut other = base.clone();
        let was = get(&base, size, index);
        set(&mut other, size, index, Some(&value(size, 101)));
        assert!(base != other, "{size}[{index}]");
        set(&mut other, size, index, was.as_deref());
        assert!(base == other, "{size}[{index}]");
    }
}
