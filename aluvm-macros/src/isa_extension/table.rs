//! What an extension's rows become: the list of their forms, and the way from an instruction word to a
//! variant.

use aluvm_core::isa::{Field, FieldKind, Form, IndexOf, OperandForm, RegisterSize, SizeOf, Syntax};
use proc_macro2::{Ident, TokenStream};
use syn::{Expr, LitStr, Meta};

use super::rows::{Argument, Row};
use crate::facade::{generate, generated};

/// The list of the forms. `isa` is the path to the module with their types, `core` to the standard library.
pub(super) fn forms([isa, core]: [&TokenStream; 2], id: &LitStr, rows: &[Row]) -> TokenStream {
    let forms = rows.iter().map(|row| form([isa, core], id, row));
    generate!(&[#(#forms),*])
}

fn form([isa, core]: [&TokenStream; 2], id: &LitStr, row: &Row) -> TokenStream {
    let Form { name, row: number, opcode, cost, .. } = row.form;
    let doc = documentation(row);
    let fields = row.form.fields.iter().zip(&row.fields);
    let fields = fields.map(|(field, argument)| self::field(isa, field, argument.as_ref()));
    let syntaxes = row.form.syntaxes.iter().map(|syntax| self::syntax([isa, core], syntax));
    let [reads, writes] = [row.form.reads, row.form.writes]
        .map(|access| access.iter().map(|operand| self::operand(isa, *operand)));
    generate! {
        #isa::Form {
            name: #name,
            row: #number,
            doc: &[#(#doc),*],
            opcode: #opcode,
            fields: &[#(#fields),*],
            syntaxes: &[#(#syntaxes),*],
            reads: &[#(#reads),*],
            writes: &[#(#writes),*],
            cost: #cost,
            isae: #id,
        }
    }
}

/// The lines of a row's documentation.
pub(super) fn documentation(row: &Row) -> Vec<&Expr> {
    let lines = row.attributes.iter().filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(doc) if doc.path.is_ident("doc") => Some(&doc.value),
        _ => None,
    });
    lines.collect()
}

fn field(isa: &TokenStream, field: &Field, argument: Option<&Argument>) -> TokenStream {
    let name = field.name;
    match (argument, field.kind) {
        (Some(Argument { type_name, .. }), _) => generate! {
            #isa::Field {
                name: #name,
                bits: #isa::#type_name::BITS,
                kind: <#isa::#type_name as #isa::Operand>::KIND,
            }
        },
        (None, kind) => {
            let bits = field.bits;
            let value = if let FieldKind::Fixed(value) = kind { value } else { 0 };
            generate!(#isa::Field { name: #name, bits: #bits, kind: #isa::FieldKind::Fixed(#value) })
        }
    }
}

fn syntax([isa, core]: [&TokenStream; 2], syntax: &Syntax) -> TokenStream {
    let Syntax { mnemonic, flags, operands, condition } = *syntax;
    let flags = option(core, flags.map(|field| generate!(#field)));
    let operands = operands.iter().map(|operand| self::operand(isa, *operand));
    let condition = option(core, condition.map(|(field, value)| generate!((#field, #value))));
    generate! {
        #isa::Syntax {
            mnemonic: #mnemonic,
            flags: #flags,
            operands: &[#(#operands),*],
            condition: #condition,
        }
    }
}

fn option(core: &TokenStream, value: Option<TokenStream>) -> TokenStream {
    match value {
        Some(value) => generate!(#core::option::Option::Some(#value)),
        None => generate!(#core::option::Option::None),
    }
}

fn operand(isa: &TokenStream, operand: OperandForm) -> TokenStream {
    let operand = match operand {
        OperandForm::Register { size, index } => {
            let size = match size {
                SizeOf::Field(field) => generate!(Field(#field)),
                SizeOf::Fixed(size) => {
                    let size = register_size(size);
                    generate!(Fixed(#isa::RegisterSize::#size))
                }
            };
            let index = match index {
                IndexOf::Field(field) => generate!(Field(#field)),
                IndexOf::Fixed(index) => generate!(Fixed(#index)),
            };
            generate!(Register { size: #isa::SizeOf::#size, index: #isa::IndexOf::#index })
        }
        OperandForm::Status => generate!(Status),
        OperandForm::RegisterData(field) => generate!(RegisterData(#field)),
        OperandForm::StringData(field) => generate!(StringData(#field)),
        OperandForm::Target(field) => generate!(Target(#field)),
        OperandForm::Site { offset, library } => {
            generate!(Site { offset: #offset, library: #library })
        }
        OperandForm::Step { field, negated } => {
            generate!(Step { field: #field, negated: #negated })
        }
        OperandForm::Switch(field) => generate!(Switch(#field)),
        OperandForm::Unsigned(field) => generate!(Unsigned(#field)),
    };
    generate!(#isa::OperandForm::#operand)
}

/// The variant of a size, of which `Debug` is the name.
fn register_size(size: RegisterSize) -> Ident {
    Ident::new(&format!("{size:?}"), generated())
}

/// The arms of a `match` over the opcode of the word `word`.
pub(super) fn from_word([isa, core]: [&TokenStream; 2], word: &Ident, rows: &[Row]) -> TokenStream {
    let arms = rows.iter().map(|row| {
        let Row { name, form, .. } = row;
        let (opcode, mask, bits) = (form.opcode, form.fixed_mask(), form.fixed_bits());
        let fields = row.fields.iter().enumerate().filter_map(|(number, argument)| {
            let Argument { name, type_name, .. } = argument.as_ref()?;
            let (shift, width) = (form.field_shift(number), form.fields[number].bits);
            // The unpacker starts behind the opcode.
            let skip = shift - 8;
            Some(generate! {
                #name: #isa::#type_name::from_bits(
                    #isa::Unpacker::new(#word).skip(#skip).peek(#width),
                    #isa::Given::Nothing,
                )
            })
        });
        generate! {
            #opcode if #word & #mask == #bits => {
                #core::option::Option::Some(Self::#name { #(#fields),* })
            }
        }
    });
    generate!(#(#arms)* _ => #core::option::Option::None,)
}
