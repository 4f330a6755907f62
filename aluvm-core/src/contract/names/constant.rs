//! The constants of a library: literals and earlier constants have a value here, all else has one when
//! Rust evaluates it.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::ops::Range;

use super::meaning::nearest_of;
use crate::asm::error::{AsmErrorKind, Fault, quoted};
use crate::asm::parse::{Grammar, Instruction, Operand, OperandKind, Reading};
use crate::asm::resolve::{Code, ConstantValue, Scope};
use crate::asm::token::{Errors, Span, TokenKind, Tokens};
use crate::contract::error::{Faults, SourceErrorKind};
use crate::contract::item::{Constant, Inside, ItemKind, push_source};
use crate::isa::{Family, RegisterSize};

/// What is known of a constant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ConstantLiteral {
    /// The bytes of the register, and a literal that stands for them in instructions.
    Known {
        /// The register size that it is for.
        size: RegisterSize,
        /// The value as a register of the constant's size holds it.
        bytes: Arc<[u8]>,
        /// How the value is written.
        spelling: Spelling,
    },
    /// What its tokens say to Rust.
    Rust,
    /// A mistake that has been reported.
    Wrong,
}

/// A literal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Spelling {
    /// A number that is not negative.
    Number(Arc<str>),
    /// A float.
    Float {
        /// Whether a minus stands before it.
        negative: bool,
        /// The number.
        text: Arc<str>,
    },
    /// A string or byte string.
    Text(Arc<str>),
}

impl ConstantLiteral {
    /// What the name of the constant stands for in instructions.
    pub(in crate::contract) fn value(&self, size: Option<RegisterSize>) -> ConstantValue<'_> {
        match (self, size) {
            (ConstantLiteral::Rust, _) => ConstantValue::Rust,
            (ConstantLiteral::Known { spelling, .. }, Some(size)) => match spelling {
                Spelling::Number(text) => ConstantValue::Number { negative: false, text },
                Spelling::Float { negative, text } => {
                    ConstantValue::Float { size, negative: *negative, text }
                }
                Spelling::Text(text) => ConstantValue::Text(text),
            },
            _ => ConstantValue::Wrong,
        }
    }
}

/// The values of all constants, for each item that is one.
pub(in crate::contract) fn constants<'t, S: Span>(
    inside: &Inside<'t>,
    tokens: Tokens<'t, S>,
    grammar: Grammar<'t>,
    is_file: bool,
    errors: &mut Errors<'t, S>,
    faults: &mut Faults,
) -> Vec<Option<ConstantLiteral>> {
    let mut literals: Vec<Option<ConstantLiteral>> = Vec::with_capacity(inside.items.len());
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    let mut circles = Circles::new(inside);
    for (number, item) in inside.items.iter().enumerate() {
        let closes_circle = circles.close(inside, tokens, number);
        let ItemKind::Constant(constant) = &item.kind else {
            literals.push(None);
            continue;
        };
        let earlier = |name: &str| literals.get(*known.get(name)?)?.as_ref();
        let literal = match read(constant, tokens, earlier) {
            Source::Known(literal) => literal,
            Source::Literal(spelling) => match constant.size {
                Some(size) => literal(size, &spelling, constant, grammar, is_file, errors),
                None => ConstantLiteral::Wrong,
            },
            Source::Rust if constant.size.is_some() => match item.name {
                Some(name) if closes_circle => {
                    let error = SourceErrorKind::ConstantOfItself { name: name.text.into() };
                    faults.at(constant.value.start, error);
                    ConstantLiteral::Wrong
                }
                _ if is_file => {
                    let (first, last) = (constant.value.start, constant.value.end - 1);
                    if let Some(error) =
                        rust_in_file(inside, tokens, first..last + 1, faults.suggests())
                    {
                        faults.between(first, last, error);
                    }
                    ConstantLiteral::Wrong
                }
                _ => ConstantLiteral::Rust,
            },
            Source::Rust | Source::Wrong => ConstantLiteral::Wrong,
        };
        if let Some(name) = item.name {
            known.entry(name.text).or_insert(number);
        }
        literals.push(Some(literal));
    }
    literals
}

/// That a file has no such constant; none where it may be one whose name could not be read. Says which one may be
/// meant if it is to suggest one.
pub(in crate::contract) fn rust_in_file<S: Span>(
    inside: &Inside<'_>,
    tokens: Tokens<'_, S>,
    range: Range<usize>,
    suggests: bool,
) -> Option<SourceErrorKind> {
    let name = tokens.ident(range.start).filter(|_| range.len() == 1);
    if name.is_some() && !inside.is_whole {
        return None;
    }
    let all = inside.items.iter().filter(|item| matches!(item.kind, ItemKind::Constant(_)));
    let names = all.filter_map(|item| Some(item.name?.text)).filter(|other| Some(*other) != name);
    let nearest = name.filter(|_| suggests).and_then(|name| nearest_of(name, names));
    let mut source = String::new();
    push_source(&mut source, tokens, range);
    let found = quoted(&source).into();
    Some(SourceErrorKind::RustInFile { found, is_name: name.is_some(), nearest })
}

/// Where constants lead that are the names of others, so that those are found that lead to themselves.
struct Circles<'t> {
    /// The first item of each name.
    numbers: BTreeMap<&'t str, usize>,
    /// The item behind all that were looked at to which each of them leads over names alone.
    leads: Vec<Option<usize>>,
}

impl<'t> Circles<'t> {
    fn new(inside: &Inside<'t>) -> Circles<'t> {
        let mut numbers = BTreeMap::new();
        for (number, item) in inside.items.iter().enumerate() {
            if let Some(name) = item.name {
                numbers.entry(name.text).or_insert(number);
            }
        }
        Circles { numbers, leads: Vec::with_capacity(inside.items.len()) }
    }

    /// Whether the next item, of this number, is a constant that leads to itself, over items before it.
    fn close<S: Span>(
        &mut self,
        inside: &Inside<'t>,
        tokens: Tokens<'t, S>,
        number: usize,
    ) -> bool {
        let mut at = self.named(inside, tokens, number);
        let mut passed = Vec::new();
        while let Some(before) = at.filter(|at| *at < number) {
            passed.push(before);
            at = self.leads.get(before).copied().flatten();
        }
        let is_closed = at == Some(number);
        let behind = at.filter(|_| !is_closed);
        for before in passed {
            if let Some(lead) = self.leads.get_mut(before) {
                *lead = behind;
            }
        }
        self.leads.push(behind);
        is_closed
    }

    /// The item that a constant names, if that is all it is.
    fn named<S: Span>(
        &self,
        inside: &Inside<'t>,
        tokens: Tokens<'t, S>,
        number: usize,
    ) -> Option<usize> {
        match &inside.items.get(number)?.kind {
            ItemKind::Constant(constant) if constant.value.len() == 1 => {
                self.numbers.get(tokens.ident(constant.value.start)?).copied()
            }
            _ => None,
        }
    }
}

/// What stands behind the `=` of a constant.
enum Source {
    /// An earlier constant of the same size.
    Known(ConstantLiteral),
    Literal(Spelt),
    Rust,
    Wrong,
}

/// A literal as it is written.
struct Spelt {
    negative: bool,
    text: String,
    /// Whether it is `inf`.
    is_name: bool,
}

fn read<'l, S: Span>(
    constant: &Constant,
    tokens: Tokens<'_, S>,
    earlier: impl Fn(&str) -> Option<&'l ConstantLiteral>,
) -> Source {
    let is_float = constant.size.is_some_and(|size| size.family() == Family::F);
    let start = constant.value.start;
    let negative = tokens.is_punct(start, '-');
    let at = start + usize::from(negative);
    if constant.value.is_empty() {
        return Source::Wrong;
    }
    if constant.value.end != at + 1 {
        return Source::Rust;
    }
    let spelt = |negative, text: &str| Spelt { negative, text: text.into(), is_name: false };
    match tokens.kind(at) {
        Some(TokenKind::Literal(text)) => Source::Literal(spelt(negative, text)),
        Some(TokenKind::Ident(name)) if name == "inf" || is_float && is_misspelt_float(name) => {
            Source::Literal(Spelt { is_name: true, ..spelt(negative, name) })
        }
        Some(TokenKind::Ident(name)) if !negative => match earlier(name) {
            Some(known @ ConstantLiteral::Known { size, .. }) if constant.size == Some(*size) => {
                Source::Known(known.clone())
            }
            Some(ConstantLiteral::Known { spelling, .. }) => Source::Literal(match spelling {
                Spelling::Number(text) | Spelling::Text(text) => spelt(false, text),
                Spelling::Float { negative, text } => {
                    Spelt { is_name: &**text == "inf", ..spelt(*negative, text) }
                }
            }),
            Some(ConstantLiteral::Wrong) => Source::Wrong,
            _ => Source::Rust,
        },
        _ => Source::Rust,
    }
}

/// Words that are no floats here, of which the assembler says what is.
fn is_misspelt_float(name: &str) -> bool {
    matches!(name, "nan" | "NaN" | "infinity" | "Infinity" | "Inf")
}

/// The value of a literal, which is read as in `put`.
fn literal<'t, S: Span>(
    size: RegisterSize,
    spelt: &Spelt,
    constant: &Constant,
    grammar: Grammar<'t>,
    is_file: bool,
    errors: &mut Errors<'t, S>,
) -> ConstantLiteral {
    // `6u32` is an expression of Rust.
    let has_suffix = spelt.text.starts_with(|c: char| c.is_ascii_digit())
        && spelt.text.ends_with(|c: char| !c.is_ascii_digit())
        && ["u8", "u16", "u32", "u64", "u128", "usize", "f32", "f64"]
            .iter()
            .any(|suffix| spelt.text.ends_with(suffix));
    if has_suffix && !is_file && !spelt.text.starts_with("0x") {
        return ConstantLiteral::Rust;
    }
    let (start, last) = (constant.value.start, constant.value.end - 1);
    if spelt.text.starts_with('\'') {
        let error = AsmErrorKind::CharLiteral { text: spelt.text.as_str().into() };
        errors.push(Fault::at(last, error));
        return ConstantLiteral::Wrong;
    }
    let kind = match spelt.text.as_bytes() {
        _ if spelt.is_name => OperandKind::Name { negative: spelt.negative, name: &spelt.text },
        [b'0'..=b'9', ..] | [b'b', b'\'', ..] => {
            OperandKind::Number { negative: spelt.negative, text: &spelt.text }
        }
        _ => OperandKind::Text(&spelt.text),
    };
    let operands = [
        Operand::at(start, OperandKind::Register { size, index: 0 }),
        Operand { last, ..Operand::at(start, kind) },
    ];
    match put(&operands, start, grammar, errors) {
        Some(bytes) => {
            let spelling = spelling(size, spelt, &bytes);
            ConstantLiteral::Known { size, bytes, spelling }
        }
        None => ConstantLiteral::Wrong,
    }
}

/// The bytes that `put` would put into a register.
fn put<S: Span>(
    operands: &[Operand<'_>],
    at: usize,
    grammar: Grammar<'_>,
    errors: &mut Errors<'_, S>,
) -> Option<Arc<[u8]>> {
    let instruction = Instruction {
        mnemonic: "put",
        at,
        rows: grammar.mnemonics.find("put"),
        flags: None,
        operands: 0..0,
        reading: Reading::Right,
    };
    let mut own = Errors::new(errors.spans());
    let mut code = Code::with_capacity(1);
    code.instruction(&instruction, operands, &Scope::new(grammar.mnemonics), &mut own);
    errors.extend(own.into_list());
    code.instrs.pop()??.data.map(Into::into)
}

/// A literal that has the same value in every register that holds it.
fn spelling(size: RegisterSize, spelt: &Spelt, bytes: &[u8]) -> Spelling {
    match size.family() {
        Family::F => Spelling::Float { negative: spelt.negative, text: spelt.text.as_str().into() },
        Family::S => Spelling::Text(spelt.text.as_str().into()),
        Family::A | Family::R => {
            let is_number = spelt.text.starts_with(|c: char| c.is_ascii_digit());
            if is_number && !spelt.negative {
                return Spelling::Number(spelt.text.as_str().into());
            }
            let digits: Vec<String> =
                bytes.iter().rev().map(|byte| format!("{byte:02x}")).collect();
            Spelling::Number(["0x", &digits.concat()].concat().into())
        }
    }
}
