//! Defining an extension: its type, and beside it the macro through which `aluasm!` gets its rows.

use proc_macro::{Delimiter, Group, Ident, Spacing, Span, TokenStream, TokenTree};

use crate::diagnostics::compile_error;
use crate::lex::Place;
use crate::tokens::Writer;

/// Expands `[$crate] attributes visibility enum Name: "ID" { rows }`.
pub(crate) fn define(input: TokenStream) -> TokenStream {
    let trees: Vec<TokenTree> = input.into_iter().collect();
    let [TokenTree::Group(facade), head @ .., colon, id, TokenTree::Group(rows)] = &trees[..]
    else {
        return usage(trees.last());
    };
    let Some(TokenTree::Ident(name)) = head.last() else { return usage(Some(colon)) };
    if !matches!(colon, TokenTree::Punct(punct) if punct.as_char() == ':')
        || !matches!(id, TokenTree::Literal(_))
        || rows.delimiter() != Delimiter::Brace
    {
        return usage(Some(id));
    }
    let facade = facade.stream();
    let mut out = Writer::new(Span::call_site());
    out.private(&facade, "define_isa!").group(Delimiter::Brace, table(head, name, id, rows));
    instruction_set(&facade, name, id, &mut out);
    rows_macro(head, name, rows, &mut out);
    out.finish()
}

fn usage(at: Option<&TokenTree>) -> TokenStream {
    let span = at.map_or_else(Span::call_site, TokenTree::span);
    compile_error(
        Place { first: span, last: span },
        "an extension is written `pub enum Name: \"ID\" { rows }`",
    )
}

/// The argument of `define_isa!`: the rows, each with the id of the extension.
fn table(head: &[TokenTree], name: &Ident, id: &TokenTree, rows: &Group) -> TokenStream {
    let mut with_id = Writer::new(Span::call_site());
    for tree in rows.stream() {
        if matches!(&tree, TokenTree::Punct(punct) if punct.as_char() == ';') {
            with_id.source("isae").tokens([id.clone()]);
        }
        with_id.tokens([tree]);
    }
    let mut out = Writer::new(Span::call_site());
    out.source("#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]");
    out.tokens(head.iter().cloned()).source("(0x80..=0xFE)");
    out.group(Delimiter::Brace, with_id.finish());
    out.source(&format!("const FORMS: pub {};", forms_name(name)));
    out.finish()
}

/// `STATE_INSTR_FORMS` for `StateInstr`.
fn forms_name(name: &Ident) -> String {
    let mut forms = String::new();
    for character in name.to_string().chars() {
        if character.is_uppercase() && !forms.is_empty() {
            forms.push('_');
        }
        forms.extend(character.to_uppercase());
    }
    forms + "_FORMS"
}

fn instruction_set(facade: &TokenStream, name: &Ident, id: &TokenTree, out: &mut Writer) {
    let mut body = Writer::new(Span::call_site());
    body.source("const ID: &'static str =").tokens([id.clone()]).punct(';');
    body.source("const FORMS: &'static [").private(facade, "isa::Form");
    let mut content = Writer::new(Span::call_site());
    content.source("const ID: &'static str =").tokens([id.clone()]).punct(';');
    let mut form = Writer::new(Span::call_site());
    form.private(facade, "isa::Form");
    content.source("const FORMS: &'static").group(Delimiter::Bracket, form.finish());
    content.punct('=').source(&forms_name(name)).punct(';');
    content.source("fn from_word(word: u128) -> ::core::option::Option<Self>");
    let mut call = Writer::new(Span::call_site());
    call.source(&format!("{name}::from_word")).group(Delimiter::Parenthesis, {
        let mut arguments = Writer::new(Span::call_site());
        arguments.source("word,").private(facade, "isa::Given::Nothing");
        arguments.finish()
    });
    content.group(Delimiter::Brace, call.finish());

    out.source("const _: () =");
    let mut check = Writer::new(Span::call_site());
    check.private(facade, "isa::check_extension").group(Delimiter::Parenthesis, {
        let mut arguments = Writer::new(Span::call_site());
        arguments.tokens([id.clone()]).source(&format!(", {}", forms_name(name)));
        arguments.finish()
    });
    out.group(Delimiter::Brace, check.finish()).punct(';');
    out.source("impl").private(facade, "InstructionSet");
    out.source(&format!("for {name}")).group(Delimiter::Brace, content.finish());
}

/// The macro that hands the rows to a macro it is told. It has the name of the type, so that one path
/// leads to both.
fn rows_macro(head: &[TokenTree], name: &Ident, rows: &Group, out: &mut Writer) {
    let hidden = format!("__aluvm_rows_of_{name}");
    let is_public =
        matches!(head, [.., TokenTree::Ident(public), _, _] if public.to_string() == "pub");
    out.source("#[doc(hidden)]");
    if is_public {
        out.source("#[macro_export]");
    }
    let mut body = Writer::new(Span::call_site());
    body.source("($($callback:tt)*) $($block:tt)*");
    let mut arm = Writer::new(Span::call_site());
    arm.group(Delimiter::Parenthesis, body.finish());
    arm.source("=>");
    let mut call = Writer::new(Span::call_site());
    let mut content = Writer::new(Span::call_site());
    content.group(Delimiter::Brace, without_docs(rows.stream())).source("$($block)*");
    call.source("$($callback)*! ").group(Delimiter::Brace, content.finish());
    arm.group(Delimiter::Brace, call.finish());
    out.source(&format!("macro_rules! {hidden}")).group(Delimiter::Brace, arm.finish());
    out.source("#[doc(hidden)] #[allow(unused_imports)]");
    out.source(if is_public { "pub use" } else { "pub(crate) use" });
    out.source(&format!("{hidden} as {name};"));
}

/// The rows without their documentation, which would only weigh on every use.
fn without_docs(rows: TokenStream) -> TokenStream {
    let mut trees = rows.into_iter().peekable();
    let mut kept = Vec::new();
    let mut is_row_start = true;
    while let Some(tree) = trees.next() {
        let is_attribute = is_row_start
            && matches!(&tree, TokenTree::Punct(punct)
                if punct.as_char() == '#' && punct.spacing() == Spacing::Alone);
        if is_attribute {
            trees.next();
            continue;
        }
        is_row_start = matches!(&tree, TokenTree::Punct(punct) if punct.as_char() == ';');
        kept.push(tree);
    }
    kept.into_iter().collect()
}
