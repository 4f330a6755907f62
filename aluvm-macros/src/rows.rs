//! Reading the rows of an extension: when it is defined, to find what is wrong with them, and in each
//! block that uses it, so that the assembler knows its instructions as it knows those of the base table.
//!
//! The notation is that of `aluvm_core::isa::table`, which `define_isa!` reads as well.

mod cursor;
mod operand;

use aluvm_core::isa::{
    DeleteFlag, EdAddFlag, EqualFlag, FillFlag, FloatEqualFlag, InsertFlag, IntFlags, MergeFlag,
    Offset, Rounding, SignFlag, SplitFlag,
};
use aluvm_core::isa::{
    Field, FieldKind, Form, Idx8, Idx16, Idx32, Operand, OperandForm, SizeA, SizeA2, SizeAF,
    SizeAR, SizeF, SizeR, SizeScalar, Step, Switch, Syntax, Unsigned8, Unsigned16, Unsigned32,
};
use proc_macro::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};

use crate::diagnostics::compile_error;
use crate::lex::Place;
use cursor::Cursor;

/// One row, with the places of what can be wrong with it.
pub(crate) struct Row {
    pub(crate) form: Form,
    pub(crate) name: Ident,
    pub(crate) opcode: Span,
    /// From the opening to the closing bracket of the arguments; the opcode where there are none.
    pub(crate) arguments: Place,
    /// The name and type of each argument; none for fixed bits.
    pub(crate) fields: Vec<Option<(Ident, Ident)>>,
    /// The mnemonic of each text.
    pub(crate) texts: Vec<Span>,
    pub(crate) is_documented: bool,
}

/// The rows that can be read, and errors for the compiler about those that cannot.
pub(crate) fn read(group: &Group) -> (Vec<Row>, TokenStream) {
    let trees: Vec<TokenTree> = group.stream().into_iter().collect();
    let mut cursor = Cursor::new(&trees, group.span_close());
    let (mut rows, mut errors) = (Vec::new(), TokenStream::new());
    while !cursor.is_at_end() {
        match row(&mut cursor) {
            Ok(row) => rows.push(row),
            Err(error) => {
                errors.extend(error);
                cursor.skip_row();
            }
        }
    }
    for (number, row) in rows.iter_mut().enumerate() {
        row.form.row = number as u8;
    }
    (rows, errors)
}

/// The forms of rows that were found right when their extension was defined.
pub(crate) fn forms(rows: TokenStream) -> &'static [Form] {
    let (rows, _) = read(&Group::new(Delimiter::Brace, rows));
    rows.iter().map(|row| row.form).collect::<Vec<_>>().leak()
}

fn row(cursor: &mut Cursor<'_>) -> Result<Row, TokenStream> {
    let mut is_documented = false;
    while cursor.is_punct('#') {
        cursor.next();
        cursor.next();
        is_documented = true;
    }
    let name = cursor.ident("the name of an instruction")?;
    cursor.punct('=')?;
    let opcode = cursor.span();
    let number = cursor.number("an opcode")?;
    let number = u8::try_from(number)
        .map_err(|_| error(opcode, "an opcode is a byte, of extensions 0x80..=0xFE"))?;
    let mut arguments = Place { first: opcode, last: opcode };
    let (mut fields, mut names) = (Vec::new(), Vec::new());
    if let Some(group) = cursor.group(Delimiter::Bracket) {
        arguments = Place { first: group.span_open(), last: group.span_close() };
        (fields, names) = self::fields(&group)?;
    }
    let fields: &'static [Field] = fields.leak();
    let mut texts = vec![cursor.span()];
    let mut syntaxes = vec![syntax(cursor, fields)?];
    while cursor.is_punct('|') {
        cursor.next();
        texts.push(cursor.span());
        syntaxes.push(syntax(cursor, fields)?);
    }
    let reads = access(cursor, "reads", fields)?;
    let writes = access(cursor, "writes", fields)?;
    cursor.keyword("cost")?;
    let cost = cursor.number("the complexity")?;
    cursor.punct(';')?;
    let form = Form {
        name: name.to_string().leak(),
        row: 0,
        doc: &[],
        opcode: number,
        fields,
        syntaxes: syntaxes.leak(),
        reads,
        writes,
        cost: cost as u64,
        isae: "",
    };
    Ok(Row { form, name, opcode, arguments, fields: names, texts, is_documented })
}

type Names = Vec<Option<(Ident, Ident)>>;

fn fields(group: &Group) -> Result<(Vec<Field>, Names), TokenStream> {
    let trees: Vec<TokenTree> = group.stream().into_iter().collect();
    let mut cursor = Cursor::new(&trees, group.span_close());
    let (mut fields, mut names) = (Vec::<Field>::new(), Vec::new());
    while !cursor.is_at_end() {
        if cursor.is_punct('#') {
            fields.push(fixed(&mut cursor)?);
            names.push(None);
        } else {
            let name = cursor.ident("the name of a field")?;
            if fields.iter().any(|field| name.to_string() == field.name) {
                return Err(error(name.span(), &format!("the field `{name}` is there twice")));
            }
            cursor.punct(':')?;
            let field_type = cursor.ident("the type of a field")?;
            let Some((bits, kind)) = operand_type(&field_type.to_string()) else {
                let message = format!(
                    "`{field_type}` is no type of an operand\n  = help: the types are {}",
                    TYPES.join(", ")
                );
                return Err(error(field_type.span(), &message));
            };
            fields.push(Field { name: name.to_string().leak(), bits, kind });
            names.push(Some((name, field_type)));
        }
        if !cursor.is_at_end() {
            cursor.punct(',')?;
        }
    }
    Ok((fields, names))
}

/// Reads `#value/width`.
fn fixed(cursor: &mut Cursor<'_>) -> Result<Field, TokenStream> {
    cursor.next();
    let value_span = cursor.span();
    let value = cursor.number("the value of fixed bits")?;
    cursor.punct('/')?;
    let width_span = cursor.span();
    let bits = cursor.number("the width of fixed bits")?;
    if !(1..=64).contains(&bits) {
        return Err(error(width_span, "fixed bits are 1 to 64 bits wide"));
    }
    if value >> bits != 0 {
        return Err(error(value_span, &format!("`{value}` does not fit into {bits} bits")));
    }
    Ok(Field { name: "", bits: bits as u32, kind: FieldKind::Fixed(value as u64) })
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

fn syntax(cursor: &mut Cursor<'_>, fields: &'static [Field]) -> Result<Syntax, TokenStream> {
    let mnemonic = cursor.text("a mnemonic in quotes")?;
    let mut flags = None;
    if cursor.is_punct('.') {
        cursor.next();
        let name = cursor.ident("the field of the flags")?;
        flags = Some(operand::field(fields, &name, "flags", |kind| {
            matches!(kind, FieldKind::Flags(_))
        })?);
    }
    let operands = operand::list(cursor, fields)?;
    let mut condition = None;
    if cursor.is_ident("where") {
        cursor.next();
        let name = cursor.ident("the field of the condition")?;
        let field = operand::field(fields, &name, "any kind", |_| true)?;
        cursor.punct('=')?;
        condition = Some((field, cursor.number("the value of the condition")? as i64));
    }
    Ok(Syntax { mnemonic: mnemonic.leak(), flags, operands, condition })
}

fn access(
    cursor: &mut Cursor<'_>,
    word: &str,
    fields: &'static [Field],
) -> Result<&'static [OperandForm], TokenStream> {
    cursor.keyword(word)?;
    operand::list(cursor, fields)
}

/// An error at one token.
pub(crate) fn error(span: Span, message: &str) -> TokenStream {
    compile_error(Place { first: span, last: span }, message)
}
