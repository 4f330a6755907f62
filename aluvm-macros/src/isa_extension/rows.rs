//! Reading the rows of an extension: when it is defined, to find what is wrong with them, and in each
//! block that uses it, so that the assembler knows its instructions as it knows those of the base table.
//!
//! The notation is that of `aluvm_core::isa::table`.

use aluvm_core::isa::{
    DeleteFlag, EdAddFlag, EqualFlag, FillFlag, FloatEqualFlag, InsertFlag, IntFlags, MergeFlag,
    Offset, Rounding, SignFlag, SplitFlag,
};
use aluvm_core::isa::{
    Field, FieldKind, Form, Idx8, Idx16, Idx32, Operand, OperandForm, SizeA, SizeA2, SizeAF,
    SizeAR, SizeF, SizeR, SizeScalar, Step, Switch, Syntax, Unsigned8, Unsigned16, Unsigned32,
};
use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, LitStr, Token, Type, token};

use super::operand;
use super::read::{brackets, expected, ident, keyword, number, punct, text};
use crate::diagnostics::{Error, Place};

/// One row, with the places of what can be wrong with it.
pub(crate) struct Row {
    pub(crate) form: Form,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) name: Ident,
    pub(crate) opcode: Span,
    /// From the opening to the closing bracket of the arguments; the opcode where there are none.
    pub(crate) arguments: Place,
    /// The arguments; none for fixed bits.
    pub(crate) fields: Vec<Option<Argument>>,
    /// The mnemonic of each text.
    pub(crate) texts: Vec<Span>,
    /// The row without its attributes, and with the types of its arguments by their last names.
    pub(crate) notation: TokenStream,
}

/// An argument with a name.
pub(crate) struct Argument {
    pub(crate) name: Ident,
    /// The type as it is written, and its last name.
    pub(crate) path: Type,
    pub(crate) type_name: Ident,
}

/// A row that was read, or what is wrong with it.
pub(crate) struct Entry {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) row: Result<Row, Error>,
}

/// Reads rows up to the end.
pub(crate) fn read(input: ParseStream<'_>) -> Vec<Entry> {
    let mut entries = Vec::new();
    while !input.is_empty() {
        let (attributes, row) = match Attribute::parse_outer(input) {
            Ok(attributes) => (attributes.clone(), row(input, attributes)),
            Err(error) => (Vec::new(), Err(error.into())),
        };
        if row.is_err() {
            skip_row(input);
        }
        entries.push(Entry { attributes, row });
    }
    entries
}

/// Moves behind the next `;`.
fn skip_row(input: ParseStream<'_>) {
    while let Ok(tree) = input.parse::<TokenTree>() {
        if matches!(tree, TokenTree::Punct(punct) if punct.as_char() == ';') {
            return;
        }
    }
}

/// Gives the rows of a table their numbers.
pub(crate) fn number_rows(rows: &mut [Row]) {
    for (number, row) in rows.iter_mut().enumerate() {
        row.form.row = number as u8;
    }
}

/// The forms of rows that were found right when their extension was defined, behind the id of that.
pub(crate) fn forms(rows: TokenStream) -> &'static [Form] {
    let parser = |input: ParseStream<'_>| {
        let id: Option<LitStr> = input.parse()?;
        Ok((id, read(input)))
    };
    let (id, entries) = parser.parse2(rows).unwrap_or_default();
    let isae: &'static str = id.map_or("", |id| id.value().leak());
    let mut rows: Vec<Row> = entries.into_iter().filter_map(|entry| entry.row.ok()).collect();
    number_rows(&mut rows);
    rows.iter().map(|row| Form { isae, ..row.form }).collect::<Vec<_>>().leak()
}

fn row(input: ParseStream<'_>, attributes: Vec<Attribute>) -> Result<Row, Error> {
    let name = ident(input, "the name of an instruction")?;
    punct::<Token![=]>(input, "=")?;
    let opcode = number(input, "an opcode")?;
    let is_byte = matches!(opcode.suffix(), "" | "u8");
    let byte = opcode.base10_parse::<u8>().ok().filter(|_| is_byte);
    let byte = byte.ok_or_else(|| {
        Error::new(opcode.span(), "an opcode is a byte, of extensions 0x80..=0xFE")
    })?;
    let mut arguments = Place::from(opcode.span());
    let mut fields = Fields::default();
    if input.peek(token::Bracket) {
        let (content, brackets) = brackets(input)?;
        arguments = Place { first: brackets.span.open(), last: brackets.span.close() };
        let read = self::fields(&content);
        // What is not read would be an error of its own.
        content.parse::<TokenStream>()?;
        fields = read?;
    }
    let Fields { list, arguments: named, notation } = fields;
    let list: &'static [Field] = list.leak();
    let behind_arguments = input.cursor();
    let mut texts = vec![input.span()];
    let mut syntaxes = vec![syntax(input, list)?];
    while input.peek(Token![|]) {
        punct::<Token![|]>(input, "|")?;
        texts.push(input.span());
        syntaxes.push(syntax(input, list)?);
    }
    let reads = access(input, "reads", list)?;
    let writes = access(input, "writes", list)?;
    keyword(input, "cost")?;
    let cost = number(input, "the complexity")?;
    let cost = cost.base10_parse::<u64>().map_err(|_| {
        Error::new(cost.span(), "a complexity is a whole number of at most 64 bits")
    })?;
    let mut notation = quote!(#name = #opcode #notation);
    let mut at = behind_arguments;
    while let Some((tree, next)) = at.token_tree().filter(|_| at != input.cursor()) {
        tree.to_tokens(&mut notation);
        at = next;
    }
    punct::<Token![;]>(input, ";")?;
    notation.extend(quote!(;));
    let form = Form {
        name: name.unraw().to_string().leak(),
        row: 0,
        doc: &[],
        opcode: byte,
        fields: list,
        syntaxes: syntaxes.leak(),
        reads,
        writes,
        cost,
        isae: "",
    };
    let opcode = opcode.span();
    Ok(Row { form, attributes, name, opcode, arguments, fields: named, texts, notation })
}

/// The arguments of a row.
#[derive(Default)]
struct Fields {
    list: Vec<Field>,
    arguments: Vec<Option<Argument>>,
    notation: Option<Group>,
}

fn fields(input: ParseStream<'_>) -> Result<Fields, Error> {
    let mut fields = Fields::default();
    let mut notation = TokenStream::new();
    while !input.is_empty() {
        let (field, argument) = if input.peek(Token![#]) {
            let (field, written) = fixed(input)?;
            notation.extend(written);
            (field, None)
        } else {
            let name = ident(input, "the name of a field")?;
            let text = name.unraw().to_string();
            if fields.list.iter().any(|field| text == field.name) {
                return Err(Error::new(name.span(), format!("the field `{name}` is there twice")));
            }
            punct::<Token![:]>(input, ":")?;
            let (path, type_name) = operand_path(input)?;
            let Some((bits, kind)) = operand_type(&type_name.to_string()) else {
                let message = format!(
                    "`{type_name}` is no type of an operand\n  = help: the types are {}",
                    TYPES.join(", ")
                );
                return Err(Error::new(type_name.span(), message));
            };
            notation.extend(quote!(#name: #type_name));
            (Field { name: text.leak(), bits, kind }, Some(Argument { name, path, type_name }))
        };
        fields.list.push(field);
        fields.arguments.push(argument);
        if !input.is_empty() {
            punct::<Token![,]>(input, ",")?;
            notation.extend(quote!(,));
        }
    }
    fields.notation = Some(Group::new(proc_macro2::Delimiter::Bracket, notation));
    Ok(fields)
}

/// The type of an argument and its last name.
fn operand_path(input: ParseStream<'_>) -> syn::Result<(Type, Ident)> {
    let wrong = expected(input, "the type of a field");
    let path: Type = input.parse().map_err(|_| wrong.clone())?;
    let mut inner = &path;
    while let Type::Group(syn::TypeGroup { elem, .. }) | Type::Paren(syn::TypeParen { elem, .. }) =
        inner
    {
        inner = elem;
    }
    let last = match inner {
        Type::Path(path) => path.path.segments.last(),
        _ => None,
    };
    let name = last.ok_or(wrong)?.ident.clone();
    Ok((path, name))
}

/// Reads `#value/width`.
fn fixed(input: ParseStream<'_>) -> Result<(Field, TokenStream), Error> {
    punct::<Token![#]>(input, "#")?;
    let value = number(input, "the value of fixed bits")?;
    punct::<Token![/]>(input, "/")?;
    let width = number(input, "the width of fixed bits")?;
    let bits = width.base10_parse::<u32>().ok().filter(|bits| (1..=64).contains(bits));
    let bits = bits.ok_or_else(|| Error::new(width.span(), "fixed bits are 1 to 64 bits wide"))?;
    let bit_values = value.base10_parse::<u64>().ok();
    let bit_values = bit_values.filter(|value| bits == 64 || value >> bits == 0);
    let bit_values = bit_values.ok_or_else(|| {
        Error::new(value.span(), format!("`{value}` does not fit into {bits} bits"))
    })?;
    let field = Field { name: "", bits, kind: FieldKind::Fixed(bit_values) };
    Ok((field, quote!(# #value/#width)))
}

macro_rules! types {
    ($($Type:ident)*) => {
        const TYPES: &[&str] = &[$(concat!("`", stringify!($Type), "`"),)*];

        fn operand_type(name: &str) -> Option<(u32, FieldKind)> {
            match name {
                $(stringify!($Type) => Some(($Type::BITS, <$Type as Operand>::KIND)),)*
                _ => None,
            }
        }
    };
}

types! {
    SizeA SizeF SizeR SizeAF SizeAR SizeA2 SizeScalar Idx32 Idx16 Idx8 Step Switch Offset
    Unsigned8 Unsigned16 Unsigned32 IntFlags Rounding SignFlag FloatEqualFlag EqualFlag
    MergeFlag FillFlag SplitFlag InsertFlag DeleteFlag EdAddFlag
}

fn syntax(input: ParseStream<'_>, fields: &'static [Field]) -> Result<Syntax, Error> {
    let mnemonic = text(input, "a mnemonic in quotes")?.value();
    let mut flags = None;
    if input.peek(Token![.]) {
        punct::<Token![.]>(input, ".")?;
        let name = ident(input, "the field of the flags")?;
        flags = Some(operand::field(fields, &name, "flags", |kind| {
            matches!(kind, FieldKind::Flags(_))
        })?);
    }
    let operands = operand::list(input, fields)?;
    let mut condition = None;
    if input.peek(Token![where]) {
        punct::<Token![where]>(input, "where")?;
        let name = ident(input, "the field of the condition")?;
        let field = operand::field(fields, &name, "any kind", |_| true)?;
        punct::<Token![=]>(input, "=")?;
        condition = Some((field, operand::signed(input, "the value of the condition")?));
    }
    Ok(Syntax { mnemonic: mnemonic.leak(), flags, operands, condition })
}

fn access(
    input: ParseStream<'_>,
    word: &str,
    fields: &'static [Field],
) -> Result<&'static [OperandForm], Error> {
    keyword(input, word)?;
    operand::list(input, fields)
}
