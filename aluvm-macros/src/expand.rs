//! From an assembled block to a Rust expression: one call of a `const fn` over one byte-string
//! literal, which is by far the cheapest shape for the compiler.

use aluvm_core::asm::{self, Block};
use aluvm_core::isa::Form;
use proc_macro::{Delimiter, Literal, Span, TokenStream, TokenTree};

use crate::constant::Constants;
use crate::diagnostics;
use crate::lex::{Place, Tokens};
use crate::record::Records;
use crate::rows;
use crate::tokens::Writer;

/// Expands `[$crate] statements…`.
pub(crate) fn block(input: TokenStream) -> TokenStream {
    let mut input = input.into_iter();
    let facade = group(input.next());
    let statements: Vec<TokenTree> = input.collect();
    match isa_attribute(&statements) {
        None => expand(&facade, None, statements),
        Some((path, rest)) if !path.is_empty() => ask_for_rows(&facade, path, rest),
        Some((_, rest)) => {
            let span = statements.get(2).map_or_else(Span::call_site, TokenTree::span);
            let mut content = Writer::new(Span::call_site());
            content.tokens(diagnostics::compile_error(
                Place { first: span, last: span },
                "expected the path of an extension, `#![isa(path::To::Extension)]`",
            ));
            content.tokens(expand(&facade, None, rest.to_vec()));
            let mut block = Writer::new(Span::call_site());
            block.group(Delimiter::Brace, content.finish());
            block.finish()
        }
    }
}

/// Expands `{rows} [$crate] [path] statements…`.
pub(crate) fn block_with(input: TokenStream) -> TokenStream {
    let mut input = input.into_iter();
    let rows = group(input.next());
    let facade = group(input.next());
    let path = group(input.next());
    let statements: Vec<TokenTree> = input.collect();
    let mut rows = rows.into_iter().peekable();
    // What is wrong with the rows has been said where they stand.
    let is_broken = rows.next_if(|tree| matches!(tree, TokenTree::Punct(_))).is_some();
    let forms = rows::forms(rows.collect());
    expand(&facade, Some(Extension { path, forms, is_broken }), statements)
}

fn group(tree: Option<TokenTree>) -> TokenStream {
    match tree {
        Some(TokenTree::Group(group)) => group.stream(),
        _ => TokenStream::new(),
    }
}

/// The path of `#![isa(path)]` at the start of a block, empty if it is missing, and what stands behind.
fn isa_attribute(statements: &[TokenTree]) -> Option<(TokenStream, &[TokenTree])> {
    let [TokenTree::Punct(hash), TokenTree::Punct(bang), TokenTree::Group(attribute), rest @ ..] =
        statements
    else {
        return None;
    };
    let content: Vec<TokenTree> = attribute.stream().into_iter().collect();
    let is_isa =
        matches!(content.first(), Some(TokenTree::Ident(name)) if name.to_string() == "isa");
    if hash.as_char() != '#' || bang.as_char() != '!' || !is_isa {
        return None;
    }
    match &content[1..] {
        [TokenTree::Group(path)] => Some((path.stream(), rest)),
        _ => Some((TokenStream::new(), rest)),
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

/// The extension that a block uses.
struct Extension {
    path: TokenStream,
    forms: &'static [Form],
    is_broken: bool,
}

fn expand(
    facade: &TokenStream,
    extension: Option<Extension>,
    statements: Vec<TokenTree>,
) -> TokenStream {
    let tokens = Tokens::read(statements);
    let forms = extension.as_ref().map_or(&[][..], |extension| extension.forms);
    let block = asm::assemble(&tokens.list, forms);
    let mut content = Writer::new(Span::call_site());
    let is_broken = extension.as_ref().is_some_and(|extension| extension.is_broken);
    if block.errors.is_empty() && !is_broken {
        let mut constant = Writer::new(Span::call_site());
        mentions(facade, &extension, &block, &mut constant);
        // Beside the methods of `Const` those that say which types an operand takes.
        constant.source("use").private(facade, "Unfit as _;");
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

/// Mentions what carries the documentation of each instruction, with the span of its mnemonic, so that
/// hovering the mnemonic shows it. For the base set this is an item with the mnemonic's name, for an
/// extension the variant.
fn mentions(
    facade: &TokenStream,
    extension: &Option<Extension>,
    block: &Block<Place, asm::AsmError<Place>>,
    out: &mut Writer,
) {
    let mut items = Writer::new(Span::call_site());
    let mut matches = Writer::new(Span::call_site());
    for instr in block.instrs.iter().flatten() {
        let Some(form) = instr.form else { continue };
        let span = instr.mnemonic.first;
        match extension {
            Some(extension) if instr.is_extension => {
                let mut arms = Writer::new(Span::call_site());
                arms.tokens(extension.path.clone()).source("::");
                arms.ident(form.name, span).source("{ .. } => {} _ => {}");
                matches.source("match instr").group(Delimiter::Brace, arms.finish());
            }
            _ => {
                items.ident(written_mnemonic(form, span), span).punct(',');
            }
        }
    }
    let mut list = Writer::new(Span::call_site());
    list.source("use").private(facade, "mnemonic::*; &").group(Delimiter::Bracket, items.finish());
    out.source("const _: &[()] =").group(Delimiter::Brace, list.finish()).punct(';');
    if let Some(extension) = extension {
        let mut parameter = Writer::new(Span::call_site());
        parameter.punct('&').tokens(extension.path.clone());
        out.source("const _: fn").group(Delimiter::Parenthesis, parameter.finish());
        out.source("= |instr|").group(Delimiter::Brace, matches.finish()).punct(';');
    }
}

/// The mnemonic of an instruction, of which one row may have several.
fn written_mnemonic(form: &Form, span: Span) -> &'static str {
    let mut all = form.syntaxes.iter().map(|syntax| syntax.mnemonic);
    let first = all.next().unwrap_or_default();
    match form.syntaxes {
        [_] => first,
        _ => {
            let text = span.source_text();
            all.find(|mnemonic| text.as_deref() == Some(mnemonic)).unwrap_or(first)
        }
    }
}

/// `block::<N, C>(Source { records: &[b"…"], data: &[b"…"], places: b"…", groups: &[…], … })`.
fn call(
    facade: &TokenStream,
    extension: &Option<Extension>,
    block: &Block<Place, asm::AsmError<Place>>,
    tokens: &Tokens,
    out: &mut Writer,
) {
    let mut records = Records::default();
    let mut constants = Constants::default();
    for instr in block.instrs.iter().flatten() {
        records.push(instr);
        for constant in &instr.constants {
            let number = constants.number(facade, constant, tokens);
            records.place(instr, constant.wanted, number);
        }
    }
    let mut fields = Writer::new(Span::call_site());
    byte_strings("records", records.pieces(), &mut fields);
    byte_strings("data", records.data.iter(), &mut fields);
    fields.source("places:").literal(Literal::byte_string(&records.places)).punct(',');
    let count = constants.count();
    constants.fields(facade, &mut fields);
    fields.source("extension:");
    match extension {
        Some(Extension { path, .. }) => {
            fields.punct('<').tokens(path.clone()).source("as");
            fields.private(facade, "InstructionSet>::FORMS");
        }
        None => {
            fields.source("&[]");
        }
    }
    let mut source = Writer::new(Span::call_site());
    source.private(facade, "Source").group(Delimiter::Brace, fields.finish());
    out.private(facade, &format!("block::<{}, {count}>", block.instrs.len()));
    out.group(Delimiter::Parenthesis, source.finish());
}

/// `name: &[b"…", b"…"],`.
fn byte_strings<B: AsRef<[u8]>>(name: &str, all: impl Iterator<Item = B>, out: &mut Writer) {
    let mut literals = Writer::new(Span::call_site());
    for bytes in all {
        literals.literal(Literal::byte_string(bytes.as_ref())).punct(',');
    }
    out.ident(name, Span::call_site()).source(": &");
    out.group(Delimiter::Bracket, literals.finish()).punct(',');
}
