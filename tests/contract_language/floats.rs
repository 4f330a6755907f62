//! A constant of one float format in an instruction of another: the same value, or an error where there is none.

use aluvm_core::isa::{Instr, NoExtension};
use aluvm_core::num::float::FloatFormat;
use aluvm_judge::Random;
use aluvm_judge::float::{Value, convert, decode, operands, shape};
use aluvm_tests::cases;

use crate::read;

/// A literal of just this value.
fn literal(format: FloatFormat, value: &Value) -> String {
    let sign = if value.is_sign_negative() { "-" } else { "" };
    let Some(number) = value.rational() else { return format!("{sign}inf") };
    // One bit more than there can be from the leading one on.
    let unit = value
        .exponent()
        .map_or(0, |exponent| i64::from(exponent) - i64::from(shape(format).precision));
    let (digits, _) = number.abs().floor(unit);
    format!("{sign}0x{digits:x}p{unit}")
}

#[test]
fn constants_of_other_formats() {
    let mut random = Random::new(35);
    let (mut same, mut refused) = (0, 0);
    for source in FloatFormat::ALL {
        let directed = operands::directed(source);
        for target in FloatFormat::ALL.into_iter().filter(|target| *target != source) {
            for _ in 0..cases(40) {
                let bytes = operands::any(&mut random, source, &directed);
                let value = decode(source, &bytes).expect("a value");
                let expected = convert(target, &value)
                    .filter(|bytes| decode(target, bytes).as_ref() == Some(&value));
                let text = format!(
                    "pub const A: {} = {}; pub fn f() {{ put {}[0], A; ret; }}",
                    source.name(),
                    literal(source, &value),
                    target.name()
                );
                match (read(&text), expected) {
                    (Ok(library), Some(expected)) => {
                        same += 1;
                        let put = &library.lib.disassemble::<NoExtension>()[0];
                        let Instr::PutF { value, .. } = put else { panic!("{put} of {text}") };
                        assert_eq!(value.0.bytes(), Some(&expected[..]), "{text}");
                    }
                    (Err(errors), None) => {
                        refused += 1;
                        let message = errors.to_string();
                        assert!(message.contains(target.name()), "{message}");
                        assert_eq!(errors.iter().count(), 1, "{message}");
                    }
                    (Ok(_), None) => panic!("{} has no such value: {text}", target.name()),
                    (Err(errors), Some(_)) => panic!("{text}: {errors}"),
                }
            }
        }
    }
    assert!(same.min(refused) > cases(40) * 10, "{same} {refused}");
}
