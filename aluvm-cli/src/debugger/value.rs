//! Values as the debugger shows them: in decimal, in hexadecimal, or as text.

use std::fmt::Write;

use aluvm_core::isa::Register;
use aluvm_core::vm::Value;

/// How values are shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Radix {
    /// Numbers in decimal, whatever their width, with their sign if their type has one; floats too; strings in quotes.
    #[default]
    Decimal,
    /// The bits as a number, and the bytes of strings.
    Hexadecimal,
    /// The bytes in their order, those that are no printable ASCII as escapes; of numbers without the
    /// zeros at the end.
    Text,
}

impl Radix {
    /// The way that the key comes to next.
    pub(crate) fn next(self) -> Radix {
        match self {
            Radix::Decimal => Radix::Hexadecimal,
            Radix::Hexadecimal => Radix::Text,
            Radix::Text => Radix::Decimal,
        }
    }

    /// The way with an initial.
    pub(crate) fn from_letter(letter: &str) -> Option<Radix> {
        match letter {
            "d" => Some(Radix::Decimal),
            "h" => Some(Radix::Hexadecimal),
            "t" => Some(Radix::Text),
            _ => None,
        }
    }

    /// Its name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Radix::Decimal => "decimal",
            Radix::Hexadecimal => "hexadecimal",
            Radix::Text => "text",
        }
    }

    /// A value as ASCII. In decimal an integer can have a sign, in two's complement.
    pub(crate) fn show(self, register: Register, value: &Value, is_signed: bool) -> String {
        let format = match register {
            Register::Value { size, .. } => size.float_format(),
            Register::Status => None,
        };
        match (value, self) {
            (Value::Status(status), _) => status.to_string(),
            (Value::String(bytes), Radix::Hexadecimal) => {
                bytes.iter().fold("hex:".to_owned(), |mut text, byte| {
                    // A string takes what is written into it.
                    let _ = write!(text, "{byte:02x}");
                    text
                })
            }
            (Value::String(bytes), _) => quoted(bytes),
            (Value::Number(bytes), Radix::Text) => {
                let end = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
                quoted(bytes.get(..end).unwrap_or(bytes))
            }
            (Value::Number(bytes), Radix::Hexadecimal) => hexadecimal(bytes),
            (Value::Number(bytes), Radix::Decimal) => match format {
                Some(_) => value.notation(register).to_string(),
                None if is_signed && bytes.last().is_some_and(|last| *last > 0x7F) => {
                    format!("-{}", decimal(&negated(bytes)))
                }
                None => decimal(bytes),
            },
        }
    }
}

fn quoted(bytes: &[u8]) -> String {
    format!("\"{}\"", bytes.escape_ascii())
}

fn hexadecimal(bytes: &[u8]) -> String {
    let mut digits = bytes.iter().rev().skip_while(|byte| **byte == 0);
    let mut text = format!("0x{:X}", digits.next().unwrap_or(&0));
    for byte in digits {
        let _ = write!(text, "{byte:02X}");
    }
    text
}

/// The number that is added to one for zero, in two's complement.
fn negated(bytes: &[u8]) -> Vec<u8> {
    let mut carry = true;
    let bytes = bytes.iter().map(|byte| {
        let (sum, overflows) = (!byte).overflowing_add(carry.into());
        carry = overflows;
        sum
    });
    bytes.collect()
}

/// The number with these little-endian bytes, however many.
fn decimal(bytes: &[u8]) -> String {
    /// What fits 32 bits with the most digits.
    const GROUP: u64 = 1_000_000_000;
    let mut limbs: Vec<u32> = Vec::with_capacity(bytes.len().div_ceil(4));
    for chunk in bytes.chunks(4) {
        limbs.push(chunk.iter().rev().fold(0, |limb, byte| limb << 8 | u32::from(*byte)));
    }
    let mut groups = Vec::new();
    loop {
        while limbs.last() == Some(&0) {
            limbs.pop();
        }
        if limbs.is_empty() {
            break;
        }
        let mut rest = 0;
        for limb in limbs.iter_mut().rev() {
            let all = rest << 32 | u64::from(*limb);
            // The quotient of what is less than a group and 32 bits more has 32 bits.
            *limb = (all / GROUP) as u32;
            rest = all % GROUP;
        }
        groups.push(rest);
    }
    let mut groups = groups.iter().rev();
    let mut text = groups.next().map_or_else(|| "0".into(), u64::to_string);
    for group in groups {
        let _ = write!(text, "{group:09}");
    }
    text
}
