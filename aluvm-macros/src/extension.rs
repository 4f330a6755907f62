//! Defining an extension: its type, and beside it the macro through which `aluasm!` gets its rows.

use aluvm_core::isa::{FORMS, Form, RowError, extension_row_error, id_error, row_error};
use proc_macro::{Delimiter, Group, Ident, Spacing, Span, TokenStream, TokenTree};

use crate::diagnostics::compile_error;
use crate::lex::Place;
use crate::rows::{self, Row};
use crate::tokens::Writer;

/// The opcodes of extensions, but for those of the shipped ones among them.
const OPCODES: (u8, u8) = (0x80, 0xFE);

/// Expands `[$crate] attributes visibility enum Name: "ID" { rows }`.
pub(crate) fn define(input: TokenStream) -> TokenStream {
    let trees: Vec<TokenTree> = input.into_iter().collect();
    let [TokenTree::Group(facade), head @ .., colon, id, TokenTree::Group(group)] = &trees[..]
    else {
        return usage(trees.last());
    };
    let Some(TokenTree::Ident(name)) = head.last() else { return usage(Some(colon)) };
    if !matches!(colon, TokenTree::Punct(punct) if punct.as_char() == ':')
        || !matches!(id, TokenTree::Literal(_))
        || group.delimiter() != Delimiter::Brace
    {
        return usage(Some(id));
    }
    let facade = facade.stream();
    let (rows, mut errors) = rows::read(group);
    errors.extend(self::errors(id, &rows));
    let mut out = Writer::new(Span::call_site());
    if errors.is_empty() {
        out.private(&facade, "define_isa!").group(Delimiter::Brace, table(head, name, id, group));
        instruction_set(&facade, name, id, &mut out);
        rows_macro(head, name, without_docs(group.stream()), &mut out);
    } else {
        out.tokens(errors);
        fallback(&facade, head, name, &rows, &mut out);
        let mut broken = Writer::new(Span::call_site());
        broken.punct('!').tokens(without_docs(group.stream()));
        rows_macro(head, name, broken.finish(), &mut out);
    }
    out.finish()
}

/// What is wrong with rows that are in the notation, and with the id.
fn errors(id: &TokenTree, rows: &[Row]) -> TokenStream {
    let mut errors = TokenStream::new();
    if let Some(message) = id_error(id.to_string().trim_matches('"')) {
        errors.extend(rows::error(id.span(), message));
    }
    let forms: Vec<Form> = rows.iter().map(|row| row.form).collect();
    for (number, row) in rows.iter().enumerate() {
        if !row.is_documented {
            let message = "an instruction has documentation: `/// What it does.` before its name";
            errors.extend(rows::error(row.name.span(), message));
        }
        let error = row_error(&forms, number, OPCODES.0, OPCODES.1);
        if let Some(error) = error.or_else(|| extension_row_error(&row.form)) {
            errors.extend(row_message(rows, row, error));
        }
    }
    errors
}

fn row_message(rows: &[Row], row: &Row, error: RowError) -> TokenStream {
    let one = |span: Span| Place { first: span, last: span };
    let text = |number: usize| one(row.texts.get(number).map_or(row.opcode, |span| *span));
    let name = |number: usize| rows.get(number).map_or("", |row| row.form.name);
    let field = |number: usize| match row.fields.get(number) {
        Some(Some((name, _))) => (one(name.span()), name.to_string()),
        _ => (row.arguments, String::new()),
    };
    let bits: u32 = row.form.fields.iter().map(|field| field.bits).sum();
    let (place, message) = match error {
        RowError::PartialBytes => {
            let missing = 8 - bits % 8;
            let noun = if missing == 1 { "bit" } else { "bits" };
            (
                row.arguments,
                format!(
                    "the arguments have {bits} bits, which are no whole bytes\n  = help: `#0/{missing}` \
                     adds {missing} fixed {noun}"
                ),
            )
        }
        RowError::TooLong => (
            row.arguments,
            format!("the arguments have {} bytes, 15 are possible behind an opcode", bits / 8),
        ),
        RowError::NoText | RowError::NoGeneralText => {
            (one(row.name.span()), error.message().into())
        }
        RowError::OpcodeRange => (
            one(row.opcode),
            format!("the opcodes of extensions are {:#x}..={:#X}", OPCODES.0, OPCODES.1),
        ),
        RowError::BaseOpcode { row: base } => (
            one(row.opcode),
            format!("this is the opcode of the shipped instruction `{}`", mnemonic(&FORMS[base])),
        ),
        RowError::SameEncoding { row: earlier } => (
            one(row.opcode),
            format!("`{}` has this encoding already: another opcode or other fixed bits are needed", name(earlier)),
        ),
        RowError::OtherLength { row: earlier } => {
            (one(row.opcode), format!("`{}` has this opcode and another length", name(earlier)))
        }
        RowError::UnnamedField { syntax, field: number } => {
            let (place, field) = field(number);
            let mnemonic = row.form.syntaxes.get(syntax).map_or("", |syntax| syntax.mnemonic);
            (place, format!("the text `{mnemonic}` does not say what the field `{field}` is"))
        }
        RowError::SameText { syntax, row: earlier } => (
            text(syntax),
            format!(
                "a statement could mean this row as well as `{}`: the operands differ in no kind, size \
                 or number",
                name(earlier)
            ),
        ),
        RowError::BaseText { syntax } => (
            text(syntax),
            "a statement could mean this row as well as an instruction of the base set: the operands \
             differ in no kind, size or number"
                .into(),
        ),
        RowError::OtherSegment { field: number } => (field(number).0, error.message().into()),
    };
    compile_error(place, &message)
}

fn mnemonic(form: &Form) -> &'static str {
    form.syntaxes.first().map_or("", |syntax| syntax.mnemonic)
}

/// The type with as many of its variants as could be read, so that nothing else goes wrong where it is
/// used.
fn fallback(
    facade: &TokenStream,
    head: &[TokenTree],
    name: &Ident,
    rows: &[Row],
    out: &mut Writer,
) {
    let mut variants = Writer::new(Span::call_site());
    for row in rows {
        variants.tokens([row.name.clone().into()]);
        let fields: Vec<&(Ident, Ident)> = row.fields.iter().flatten().collect();
        if !fields.is_empty() {
            let mut list = Writer::new(Span::call_site());
            for (field, field_type) in fields {
                list.tokens([field.clone().into()]).punct(':');
                list.tokens([field_type.clone().into()]).punct(',');
            }
            variants.group(Delimiter::Brace, list.finish());
        }
        variants.punct(',');
    }
    out.source("#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)] #[allow(missing_docs)]");
    out.tokens(head.iter().cloned()).group(Delimiter::Brace, variants.finish());
    let mut content = Writer::new(Span::call_site());
    content.source("const ID: &'static str = \"\"; const FORMS: &'static");
    let mut form = Writer::new(Span::call_site());
    form.private(facade, "isa::Form");
    content.group(Delimiter::Bracket, form.finish()).source("= &[];");
    content.source("fn from_word(_: u128) -> ::core::option::Option<Self> { None }");
    out.source("impl").private(facade, "InstructionSet");
    out.source(&format!("for {name}")).group(Delimiter::Brace, content.finish());
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
fn rows_macro(head: &[TokenTree], name: &Ident, rows: TokenStream, out: &mut Writer) {
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
    content.group(Delimiter::Brace, rows).source("$($block)*");
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
