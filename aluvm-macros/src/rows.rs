//! Reading the rows of an extension, so that the assembler knows its instructions while compiling
//! as it knows those of the base table.
//!
//! The notation is that of `aluvm_core::isa::table`, which `define_isa!` reads as well; what is wrong
//! with a row is found there first, where the extension is defined.

use aluvm_core::isa::{
    DeleteFlag, EdAddFlag, EqualFlag, FillFlag, FloatEqualFlag, InsertFlag, IntFlags, MergeFlag,
    Offset, Rounding, SignFlag, SplitFlag,
};
use aluvm_core::isa::{
    Field, FieldKind, Form, Idx8, Idx16, Idx32, Operand, OperandForm, SizeA, SizeA2, SizeAF,
    SizeAR, SizeF, SizeR, SizeScalar, Step, Switch, Syntax, Unsigned8, Unsigned16, Unsigned32,
};
use proc_macro::{Delimiter, Span, TokenStream, TokenTree};

use crate::diagnostics::compile_error;
use crate::lex::Place;

type Trees = core::iter::Peekable<proc_macro::token_stream::IntoIter>;

/// The forms of an extension's rows.
///
/// # Errors
///
/// An error for the compiler, where a row is not in the notation.
pub(crate) fn forms(rows: TokenStream) -> Result<&'static [Form], TokenStream> {
    let mut trees = rows.into_iter().peekable();
    let mut forms = Vec::new();
    while trees.peek().is_some() {
        forms.push(row(&mut trees)?);
    }
    Ok(forms.leak())
}

fn row(trees: &mut Trees) -> Result<Form, TokenStream> {
    while is_punct(trees.peek(), '#') {
        trees.next();
        trees.next();
    }
    let name = ident(trees, "the name of an instruction")?;
    punct(trees, '=')?;
    let opcode = number(trees, "an opcode")? as u8;
    let fields = match trees.peek() {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Bracket => {
            let stream = group.stream();
            trees.next();
            fields(&mut stream.into_iter().peekable())?
        }
        _ => Vec::new(),
    }
    .leak();
    let mut syntaxes = vec![syntax(trees, fields)?];
    while is_punct(trees.peek(), '|') {
        trees.next();
        syntaxes.push(syntax(trees, fields)?);
    }
    let reads = access(trees, "reads", fields)?;
    let writes = access(trees, "writes", fields)?;
    keyword(trees, "cost")?;
    let cost = number(trees, "the complexity")? as u64;
    punct(trees, ';')?;
    Ok(Form {
        name: name.leak(),
        doc: &[],
        opcode,
        fields,
        syntaxes: syntaxes.leak(),
        reads,
        writes,
        cost,
        isae: "",
    })
}

fn fields(trees: &mut Trees) -> Result<Vec<Field>, TokenStream> {
    let mut fields = Vec::new();
    while trees.peek().is_some() {
        if is_punct(trees.peek(), '#') {
            trees.next();
            let value = number(trees, "the value of fixed bits")? as u64;
            punct(trees, '/')?;
            let bits = number(trees, "the width of fixed bits")? as u32;
            fields.push(Field { name: "", bits, kind: FieldKind::Fixed(value) });
        } else {
            let name = ident(trees, "the name of a field")?;
            punct(trees, ':')?;
            let span = trees.peek().map(TokenTree::span);
            let type_name = ident(trees, "the type of a field")?;
            let Some((bits, kind)) = operand_type(&type_name) else {
                return Err(error(
                    span,
                    &format!("`{type_name}` is no operand type that `aluasm!` knows"),
                ));
            };
            fields.push(Field { name: name.leak(), bits, kind });
        }
        if trees.peek().is_some() {
            punct(trees, ',')?;
        }
    }
    Ok(fields)
}

fn operand_type(name: &str) -> Option<(u32, FieldKind)> {
    macro_rules! types {
        ($($Type:ident)*) => {
            match name {
                $(stringify!($Type) => Some(($Type::BITS, <$Type as Operand>::KIND)),)*
                _ => None,
            }
        };
    }
    types! {
        SizeA SizeF SizeR SizeAF SizeAR SizeA2 SizeScalar Idx32 Idx16 Idx8 Step Switch Offset
        Unsigned8 Unsigned16 Unsigned32 IntFlags Rounding SignFlag FloatEqualFlag EqualFlag
        MergeFlag FillFlag SplitFlag InsertFlag DeleteFlag EdAddFlag
    }
}

fn syntax(trees: &mut Trees, fields: &'static [Field]) -> Result<Syntax, TokenStream> {
    let mnemonic = match trees.next() {
        Some(TokenTree::Literal(literal)) => literal.to_string().trim_matches('"').to_owned(),
        other => return Err(expected("a mnemonic in quotes", other)),
    };
    let mut flags = None;
    if is_punct(trees.peek(), '.') {
        trees.next();
        flags = Form::field(fields, &ident(trees, "the field of the flags")?);
    }
    let operands = operands(trees, fields)?;
    let mut condition = None;
    if is_ident(trees.peek(), "where") {
        trees.next();
        let field = ident(trees, "the field of the condition")?;
        punct(trees, '=')?;
        let value = number(trees, "the value of the condition")? as i64;
        condition = Some((Form::required_field(fields, &field), value));
    }
    Ok(Syntax { mnemonic: mnemonic.leak(), flags, operands, condition })
}

fn access(
    trees: &mut Trees,
    word: &str,
    fields: &'static [Field],
) -> Result<&'static [OperandForm], TokenStream> {
    keyword(trees, word)?;
    operands(trees, fields)
}

/// Operands in brackets, each `word`, `word word`, `word number` or `minus word`.
fn operands(
    trees: &mut Trees,
    fields: &'static [Field],
) -> Result<&'static [OperandForm], TokenStream> {
    let group = match trees.next() {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis => group,
        other => return Err(expected("operands in `( )`", other)),
    };
    let mut operands = Vec::new();
    let mut words: Vec<String> = Vec::new();
    let mut number = String::new();
    let mut trees = group.stream().into_iter().peekable();
    while let Some(tree) = trees.next() {
        match tree {
            TokenTree::Ident(ident) => words.push(ident.to_string()),
            TokenTree::Literal(literal) => number = literal.to_string(),
            _ => {}
        }
        if trees.peek().is_none() || is_punct(trees.peek(), ',') {
            trees.next();
            let word = |i: usize| words.get(i).map_or("", String::as_str);
            operands.push(Form::operand(fields, [word(0), word(1), &number, ""]));
            words.clear();
            number.clear();
        }
    }
    Ok(operands.leak())
}

fn is_punct(tree: Option<&TokenTree>, character: char) -> bool {
    matches!(tree, Some(TokenTree::Punct(punct)) if punct.as_char() == character)
}

fn is_ident(tree: Option<&TokenTree>, name: &str) -> bool {
    matches!(tree, Some(TokenTree::Ident(ident)) if ident.to_string() == name)
}

fn ident(trees: &mut Trees, what: &str) -> Result<String, TokenStream> {
    match trees.next() {
        Some(TokenTree::Ident(ident)) => Ok(ident.to_string()),
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::None => {
            ident(&mut group.stream().into_iter().peekable(), what)
        }
        other => Err(expected(what, other)),
    }
}

fn keyword(trees: &mut Trees, word: &str) -> Result<(), TokenStream> {
    if is_ident(trees.peek(), word) {
        trees.next();
        return Ok(());
    }
    Err(expected(&format!("`{word}`"), trees.next()))
}

fn punct(trees: &mut Trees, character: char) -> Result<(), TokenStream> {
    if is_punct(trees.peek(), character) {
        trees.next();
        return Ok(());
    }
    Err(expected(&format!("`{character}`"), trees.next()))
}

fn number(trees: &mut Trees, what: &str) -> Result<i128, TokenStream> {
    let is_negative = is_punct(trees.peek(), '-');
    if is_negative {
        trees.next();
    }
    let tree = trees.next();
    let text = tree.as_ref().map(TokenTree::to_string).unwrap_or_default().replace('_', "");
    let number = match text.strip_prefix("0x") {
        Some(digits) => i128::from_str_radix(digits, 16),
        None => text.parse(),
    };
    match number {
        Ok(number) => Ok(if is_negative { -number } else { number }),
        Err(_) => Err(expected(what, tree)),
    }
}

fn expected(what: &str, found: Option<TokenTree>) -> TokenStream {
    let span = found.as_ref().map(TokenTree::span);
    let found = found.map_or_else(|| "nothing".to_owned(), |tree| format!("`{tree}`"));
    error(span, &format!("expected {what}, found {found}"))
}

fn error(span: Option<Span>, message: &str) -> TokenStream {
    let span = span.unwrap_or_else(Span::call_site);
    compile_error(Place { first: span, last: span }, message)
}
