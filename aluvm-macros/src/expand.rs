//! From an assembled block to a Rust expression: one call of a `const fn` over one byte-string
//! literal, which is by far the cheapest shape for the compiler.

use aluvm_core::asm::{self, Block, ConstantUse, IntegerRange, LibraryOperand, Resolved, Wanted};
use aluvm_core::isa::{Family, Form};
use proc_macro::{Delimiter, Literal, Span, TokenStream, TokenTree};

use crate::diagnostics;
use crate::lex::{Place, Tokens};
use crate::rows;
use crate::tokens::Writer;

/// Mnemonics that the expansion mentions, so that hovering them shows their documentation. Each
/// mention costs the compiler as much as a tenth of an instruction; beyond these there is none.
const MENTIONS: usize = 500;

/// Expands `[$crate] statements…`.
pub(crate) fn block(input: TokenStream) -> TokenStream {
    let mut input = input.into_iter();
    let facade = group(input.next());
    let statements: Vec<TokenTree> = input.collect();
    if let Some((path, rest)) = isa_attribute(&statements) {
        return ask_for_rows(&facade, path, rest);
    }
    expand(&facade, None, statements)
}

/// Expands `{rows} [$crate] [path] statements…`.
pub(crate) fn block_with(input: TokenStream) -> TokenStream {
    let mut input = input.into_iter();
    let rows = group(input.next());
    let facade = group(input.next());
    let path = group(input.next());
    let statements: Vec<TokenTree> = input.collect();
    match rows::forms(rows) {
        Ok(forms) => expand(&facade, Some((path, forms)), statements),
        Err(error) => error,
    }
}

fn group(tree: Option<TokenTree>) -> TokenStream {
    match tree {
        Some(TokenTree::Group(group)) => group.stream(),
        _ => TokenStream::new(),
    }
}

/// The path of `#![isa(path)]` at the start of a block, and what stands behind it.
fn isa_attribute(statements: &[TokenTree]) -> Option<(TokenStream, &[TokenTree])> {
    let [TokenTree::Punct(hash), TokenTree::Punct(bang), TokenTree::Group(attribute), rest @ ..] =
        statements
    else {
        return None;
    };
    let content: Vec<TokenTree> = attribute.stream().into_iter().collect();
    match &content[..] {
        [TokenTree::Ident(name), TokenTree::Group(path)]
            if hash.as_char() == '#' && bang.as_char() == '!' && name.to_string() == "isa" =>
        {
            Some((path.stream(), rest))
        }
        _ => None,
    }
}

/// Calls the macro that stands beside the extension's type. It calls back with the rows.
fn ask_for_rows(facade: &TokenStream, path: TokenStream, rest: &[TokenTree]) -> TokenStream {
    let span = path.clone().into_iter().next().map_or_else(Span::call_site, |tree| tree.span());
    let mut callback = Writer::new(Span::call_site());
    callback.private(facade, "aluasm_with");
    let mut arguments = Writer::new(Span::call_site());
    arguments
        .group(Delimiter::Parenthesis, callback.finish())
        .group(Delimiter::Bracket, facade.clone())
        .group(Delimiter::Bracket, path.clone())
        .tokens(rest.iter().cloned());
    let mut call = Writer::new(span);
    call.tokens(path).punct('!').group(Delimiter::Brace, arguments.finish());
    call.finish()
}

type Extension = Option<(TokenStream, &'static [Form])>;

fn expand(facade: &TokenStream, extension: Extension, statements: Vec<TokenTree>) -> TokenStream {
    let tokens = Tokens::read(statements);
    let forms = extension.as_ref().map_or(&[][..], |(_, forms)| forms);
    let block = asm::assemble(&tokens.list, forms);
    let mut content = Writer::new(Span::call_site());
    if block.errors.is_empty() {
        let mut constant = Writer::new(Span::call_site());
        mentions(facade, &block, &mut constant);
        call(facade, &extension, &block, &tokens, &mut constant);
        content.source("const").group(Delimiter::Brace, constant.finish());
    } else {
        let mut fallback = Writer::new(Span::call_site());
        fallback.tokens(diagnostics::errors(&block.errors));
        fallback.private(facade, &format!("fallback::<{}>()", block.instrs.len()));
        content.group(Delimiter::Brace, fallback.finish());
    }
    content.finish()
}

/// `let _ = mnemonic::add;` with the span of the mnemonic, for as many as may be.
fn mentions(facade: &TokenStream, block: &Block<Place, asm::AsmError<Place>>, out: &mut Writer) {
    let base = block.instrs.iter().flatten().filter(|instr| !instr.is_extension);
    for instr in base.take(MENTIONS) {
        let Some(form) = instr.form else { continue };
        out.source("let _ =").private(facade, "mnemonic::");
        out.ident(form.syntaxes[0].mnemonic, instr.mnemonic.first).punct(';');
    }
}

/// `block::<N>(b"…", &[forms], &[constants])`.
fn call(
    facade: &TokenStream,
    extension: &Extension,
    block: &Block<Place, asm::AsmError<Place>>,
    tokens: &Tokens,
    out: &mut Writer,
) {
    let mut bytes = Vec::new();
    let mut constants = Writer::new(Span::call_site());
    for (number, instr) in block.instrs.iter().flatten().enumerate() {
        record(instr, &mut bytes);
        for constant in &instr.constants {
            constants.tokens(self::constant(facade, number, constant, tokens)).punct(',');
        }
    }
    let mut forms = Writer::new(Span::call_site());
    if let Some((path, _)) = extension {
        forms
            .punct('<')
            .tokens(path.clone())
            .source("as")
            .private(facade, "InstructionSet>::FORMS");
    } else {
        forms.source("&[]");
    }
    let mut arguments = Writer::new(Span::call_site());
    arguments.literal(Literal::byte_string(&bytes)).punct(',');
    arguments.tokens(forms.finish()).punct(',');
    arguments.punct('&').group(Delimiter::Bracket, constants.finish());
    out.private(facade, &format!("block::<{}>", block.instrs.len()));
    out.group(Delimiter::Parenthesis, arguments.finish());
}

/// What `aluvm_core::expansion::block` reads for an instruction.
fn record(instr: &Resolved<Place>, bytes: &mut Vec<u8>) {
    use aluvm_core::expansion::{DATA, EXTENSION, LIBRARY, LONG, VERBATIM};
    if let Some(verbatim) = &instr.verbatim {
        bytes.extend([VERBATIM, verbatim.bytes().len() as u8]);
        bytes.extend(verbatim.bytes());
        return;
    }
    let Some(form) = instr.form else { return };
    let mut kind = if instr.is_extension { EXTENSION } else { 0 };
    let word = match u32::try_from(instr.word) {
        Ok(word) => word.to_le_bytes().to_vec(),
        Err(_) => {
            kind |= LONG;
            instr.word.to_le_bytes().to_vec()
        }
    };
    let data = instr.data.as_deref();
    if data.is_some() {
        kind |= DATA;
    }
    let library = match instr.library {
        Some(LibraryOperand::Id(id)) => Some(id),
        _ => None,
    };
    if library.is_some() {
        kind |= LIBRARY;
    }
    bytes.extend([kind, form.row]);
    bytes.extend(word);
    if let Some(data) = data {
        bytes.extend((data.len() as u16).to_le_bytes());
        bytes.extend(data);
    }
    if let Some(id) = library {
        bytes.extend(id.to_bytes());
    }
}

/// `Constant { instr, value: … }`. All tokens but the user's have the span of the constant, so that
/// the compiler points there when it does not fit.
fn constant(
    facade: &TokenStream,
    number: usize,
    constant: &ConstantUse<Place>,
    tokens: &Tokens,
) -> TokenStream {
    let span = constant.span.first;
    let source = expression(tokens.source(constant.tokens.clone()), span);
    let mut value = Writer::new(span);
    match constant.wanted {
        Wanted::Unsigned { shift, bits } => {
            let range = IntegerRange::unsigned(bits);
            let message = format!("this constant does not fit: the range is {range}");
            value.private(facade, "bits");
            value.group(
                Delimiter::Parenthesis,
                arguments(
                    facade,
                    source,
                    span,
                    &format!(".integer(), {shift}, {bits}, {message:?}"),
                ),
            );
        }
        Wanted::Step { shift, negated } => {
            let range = if negated { "-127..=128" } else { "-128..=127" };
            let message = format!("this step does not fit: the range is {range}");
            value.private(facade, "step");
            value.group(
                Delimiter::Parenthesis,
                arguments(
                    facade,
                    source,
                    span,
                    &format!(".integer(), {shift}, {negated}, {message:?}"),
                ),
            );
        }
        Wanted::Switch { shift } => {
            value.private(facade, "switch");
            let mut inner = Writer::new(span);
            inner.tokens(source).source(&format!(", {shift}"));
            value.group(Delimiter::Parenthesis, inner.finish());
        }
        Wanted::Value(size) => {
            let bytes = size.bytes();
            let (method, message) = match size.family() {
                Family::F => (
                    "float_register",
                    format!(
                        "this constant is no value of `{size}`: it must be exact in the format"
                    ),
                ),
                family => (
                    if family == Family::A { "integer_register" } else { "general_register" },
                    format!(
                        "this constant does not fit `{size}`: the range is {}, or {bytes} bytes",
                        IntegerRange::of_register(size)
                    ),
                ),
            };
            let call = match size.family() {
                Family::F => {
                    format!(".{method}::<{bytes}>({}, {message:?})", float_code(size.name()))
                }
                _ => format!(".{method}::<{bytes}>({message:?})"),
            };
            let inner = arguments(facade, source, span, &call);
            data(facade, inner, span, &mut value);
        }
        Wanted::Bytes => {
            let mut inner = Writer::new(span);
            inner.source("&const").group(Delimiter::Brace, source);
            let mut of = Writer::new(span);
            of.private(facade, "Const").group(Delimiter::Parenthesis, inner.finish());
            of.source(".byte_string(\"this constant is longer than 65535 bytes\")");
            value.private(facade, "ConstantValue::Data");
            value.group(Delimiter::Parenthesis, of.finish());
        }
        Wanted::Library => {
            value.private(facade, "ConstantValue::Library").group(Delimiter::Parenthesis, source);
        }
        Wanted::Site { shift } => {
            value.private(facade, "ConstantValue::Site");
            let mut inner = Writer::new(span);
            inner.tokens(source).source(&format!(", {shift}"));
            value.group(Delimiter::Parenthesis, inner.finish());
        }
    }
    let mut fields = Writer::new(span);
    fields.source(&format!("instr: {number}, value:")).tokens(value.finish());
    let mut out = Writer::new(span);
    out.private(facade, "Constant").group(Delimiter::Brace, fields.finish());
    out.finish()
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

/// `Const(source)` and what is called on it. Literals without a type, which no constant of the
/// user's gives one, are `i128`.
fn arguments(facade: &TokenStream, source: TokenStream, span: Span, call: &str) -> TokenStream {
    let constant = if is_untyped(&source) { "Const::<i128>" } else { "Const" };
    let mut out = Writer::new(span);
    out.private(facade, constant).group(Delimiter::Parenthesis, source).source(call);
    out.finish()
}

/// `ConstantValue::Data(&const { … })`.
fn data(facade: &TokenStream, inner: TokenStream, span: Span, out: &mut Writer) {
    let mut reference = Writer::new(span);
    reference.source("&const").group(Delimiter::Brace, inner);
    out.private(facade, "ConstantValue::Data").group(Delimiter::Parenthesis, reference.finish());
}

/// Whether an expression has nothing but operators and integer literals without a suffix.
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
