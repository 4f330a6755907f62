//! Rust constants among the operands: the expression that makes a value of each.

use std::collections::HashMap;

use aluvm_core::asm::{ConstantUse, IntegerRange, Wanted};
use aluvm_core::isa::{Family, RegisterSize};
use proc_macro::{Delimiter, Literal, Span, TokenStream, TokenTree};

use crate::lex::{Place, Tokens};
use crate::tokens::Writer;

/// How many constants share a group, unless that gives more groups than [`GROUPS`]. Each reference to a
/// constant costs the compiler as much as its group is long, each group as much as the block is.
const GROUP: usize = 64;
const GROUPS: usize = 8;

/// A constant that is not for a string register.
struct Constant {
    /// How many bytes it has in its group.
    length: usize,
    value: TokenStream,
    span: Span,
}

/// The constants of a block, each once, as `aluvm_core::expansion` reads them.
#[derive(Default)]
pub(crate) struct Constants {
    values: Vec<Constant>,
    /// Those for string registers.
    strings: Vec<TokenStream>,
    /// Their numbers, by their source and by what is made of it.
    numbers: HashMap<(String, String), usize>,
}

impl Constants {
    /// The number of a constant, which is appended if it is new. All tokens but the user's have its
    /// span, so that the compiler points there when it does not fit.
    pub(crate) fn number(
        &mut self,
        facade: &TokenStream,
        constant: &ConstantUse<Place>,
        tokens: &Tokens,
    ) -> usize {
        let source = tokens.source(constant.tokens.clone());
        let key = (source.to_string(), call(constant.wanted));
        if let Some(number) = self.numbers.get(&key) {
            return *number;
        }
        // An error underlines from the span of its first token to that of its last.
        let trees: Vec<TokenTree> = source.clone().into_iter().collect();
        let (first, last) = match &trees[..] {
            [TokenTree::Group(group)] => (group.span(), group.span()),
            _ => (constant.span.first, constant.span.last),
        };
        let is_string = constant.wanted == Wanted::Bytes;
        let mut source = expression(source, first);
        if is_string {
            source = by_reference(source, first);
        }
        let of = if is_untyped(&source) { "Const::<i128>" } else { "Const" };
        let mut value = Writer::new(first);
        value.private(facade, of);
        let mut call = Writer::new(last);
        call.group(Delimiter::Parenthesis, source).source(&key.1);
        value.tokens(call.finish());
        let number = if is_string {
            self.strings.push(value.finish());
            self.strings.len() - 1
        } else {
            let length = length(constant.wanted);
            self.values.push(Constant { length, value: value.finish(), span: first });
            self.values.len() - 1
        };
        // `$crate` is not the same crate everywhere.
        if !key.0.contains('$') {
            self.numbers.insert(key, number);
        }
        number
    }

    /// How many there are, those for string registers left out.
    pub(crate) fn count(&self) -> usize {
        self.values.len()
    }

    /// `groups: &[…], lengths: b"…", strings: &[…],`.
    pub(crate) fn fields(self, facade: &TokenStream, out: &mut Writer) {
        let mut groups = Writer::new(Span::call_site());
        for group in self.values.chunks(self.values.len().div_ceil(GROUPS).max(GROUP)) {
            groups.tokens(self::group(facade, group)).punct(',');
        }
        out.source("groups: &").group(Delimiter::Bracket, groups.finish());
        let lengths: Vec<u8> = self
            .values
            .iter()
            .flat_map(|constant| (constant.length as u16).to_le_bytes())
            .collect();
        out.source(", lengths:").literal(Literal::byte_string(&lengths));
        let mut strings = Writer::new(Span::call_site());
        for string in self.strings {
            strings.tokens(string).punct(',');
        }
        out.source(", strings: &").group(Delimiter::Bracket, strings.finish()).punct(',');
    }
}

/// `&const { group::<BYTES>(&[value, value]) }`.
fn group(facade: &TokenStream, constants: &[Constant]) -> TokenStream {
    let span = constants.first().map_or_else(Span::call_site, |constant| constant.span);
    let mut list = Writer::new(span);
    for constant in constants {
        list.tokens(constant.value.clone()).punct(',');
    }
    let mut reference = Writer::new(span);
    reference.punct('&').group(Delimiter::Bracket, list.finish());
    let bytes: usize = constants.iter().map(|constant| constant.length).sum();
    let mut group = Writer::new(span);
    group.private(facade, &format!("group::<{bytes}>"));
    group.group(Delimiter::Parenthesis, reference.finish());
    by_reference(group.finish(), span)
}

/// `&const { source }`.
fn by_reference(source: TokenStream, span: Span) -> TokenStream {
    let mut reference = Writer::new(span);
    reference.source("&const").group(Delimiter::Brace, source);
    reference.finish()
}

/// How many bytes a constant has in its group.
fn length(wanted: Wanted) -> usize {
    match wanted {
        Wanted::Unsigned { .. } => 4,
        Wanted::Step { .. } | Wanted::Switch { .. } => 1,
        Wanted::Value(size) => size.bytes(),
        Wanted::Bytes => 0,
        Wanted::Library => 32,
        Wanted::Site { .. } => 34,
    }
}

/// The method of `Const` that checks a constant, with its arguments.
fn call(wanted: Wanted) -> String {
    match wanted {
        Wanted::Unsigned { bits, .. } => {
            let range = IntegerRange::unsigned(bits);
            let message = format!("this constant does not fit: the range is {range}");
            format!(".unsigned({bits}, {message:?})")
        }
        Wanted::Step { negated, .. } => {
            let range = if negated { "-127..=128" } else { "-128..=127" };
            let message = format!("this step does not fit: the range is {range}");
            format!(".step({negated}, {message:?})")
        }
        Wanted::Switch { .. } => ".switch()".into(),
        Wanted::Value(size) => register_call(size),
        Wanted::Bytes => ".byte_string(\"this constant is longer than 65535 bytes\")".into(),
        Wanted::Library => ".library()".into(),
        Wanted::Site { .. } => ".site()".into(),
    }
}

/// The method that turns a constant into the bytes of a register.
fn register_call(size: RegisterSize) -> String {
    let bytes = size.bytes();
    let method = match size.family() {
        Family::F => {
            let message =
                format!("this constant is no value of `{size}`: it must be exact in the format");
            let format = float_code(size.name());
            return format!(".float::<{bytes}>({format}, {message:?})");
        }
        Family::A => "integer",
        Family::R | Family::S => "general",
    };
    let message = format!(
        "this constant does not fit `{size}`: the range is {}, or {bytes} {}",
        IntegerRange::of_register(size),
        if bytes == 1 { "byte" } else { "bytes" }
    );
    format!(".{method}({bytes}, {message:?})")
}

/// The user's expression; one in braces becomes a `const` block, which rustc does not call superfluous.
fn expression(source: TokenStream, span: Span) -> TokenStream {
    let is_braced = matches!(source.clone().into_iter().next(),
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace);
    if !is_braced {
        return source;
    }
    let mut out = Writer::new(span);
    out.source("const").tokens(source);
    out.finish()
}

/// Whether an expression has nothing but operators and integer literals without a suffix: those, which
/// no constant of the user's gives a type, are `i128`.
fn is_untyped(source: &TokenStream) -> bool {
    source.clone().into_iter().all(|tree| match tree {
        TokenTree::Group(group) => is_untyped(&group.stream()),
        TokenTree::Punct(_) => true,
        TokenTree::Ident(word) => word.to_string() == "const",
        TokenTree::Literal(literal) => {
            let text = literal.to_string();
            let digits = text.strip_prefix("0x").map_or(10, |_| 16);
            text.starts_with(|c: char| c.is_ascii_digit())
                && text
                    .trim_start_matches("0x")
                    .trim_start_matches("0o")
                    .trim_start_matches("0b")
                    .chars()
                    .all(|c| c == '_' || c.is_digit(digits))
        }
    })
}

/// The number of a float format, in the order of the ISA.
fn float_code(name: &str) -> usize {
    ["f16b", "f16", "f32", "f64", "f80", "f128", "f256", "f512"]
        .iter()
        .position(|format| *format == name)
        .unwrap_or_default()
}
