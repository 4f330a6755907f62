//! The constants of a library as those of Rust, of the type that the values of their registers have.

use aluvm_core::contract::{ConstantLiteral, ItemKind, Type};
use aluvm_core::isa::{Family, RegisterSize};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::library::{Library, own};
use crate::constant::bytes_of;
use crate::diagnostics::Place;
use crate::facade::{Facade, generate};

/// All constants.
pub(super) fn items(library: &Library<'_>) -> TokenStream {
    let constants = library.contract.inside.items.iter().zip(&library.contract.constants);
    let items = constants.enumerate().filter_map(|(number, (item, literal))| {
        let (ItemKind::Constant(constant), Some(name)) = (&item.kind, item.name) else {
            return None;
        };
        library.emitted_item(number)?;
        let attributes = library.attributes(&item.attributes);
        let visibility = library.tokens.source(item.visibility.clone());
        let (keyword, name) = (library.ident(name.token - 1), library.ident(name.token));
        let private = library.private();
        let unused = (!item.is_public()).then(|| generate!(#[allow(dead_code)]));
        let Some(size) = constant.size else {
            return Some(quote!(#attributes #unused #visibility #keyword #name: () = ();));
        };
        let source = library.tokens.source(constant.value.clone());
        let span = library.tokens.list.get(constant.value.start).map(|token| token.span)?;
        let last = library.tokens.list.get(constant.value.end - 1).map_or(span, |token| token.span);
        let place = Place { first: span.first, last: last.last };
        let is_signed = constant.ty.is_some_and(Type::is_signed);
        let rust_type = rust_type_of(&private, size, is_signed);
        let value = match literal {
            Some(ConstantLiteral::Known { bytes, .. }) => match sign(&private, size, is_signed) {
                Some(Sign { cast, .. }) => {
                    let value = known(&private, size, bytes);
                    generate!(#cast(#value))
                }
                None => known(&private, size, bytes),
            },
            Some(ConstantLiteral::Rust) => {
                expression(library.facade, &private, size, source, place)
            }
            _ => known(&private, size, &vec![0; size.bytes()]),
        };
        Some(quote!(#attributes #unused #visibility #keyword #name: #rust_type = #value;))
    });
    items.collect()
}

/// The Rust type of the values of registers of a size, as constants, inputs and outputs have it; of a string
/// register that of constants.
pub(super) fn rust_type(private: &TokenStream, size: RegisterSize) -> TokenStream {
    use RegisterSize::*;
    let primitive = |name: &str| {
        let name = own(name);
        generate!(#private::core::primitive::#name)
    };
    let host = |name: &str| {
        let name = own(name);
        generate!(#private::host::#name)
    };
    match size {
        A8 => primitive("u8"),
        A16 => primitive("u16"),
        A32 => primitive("u32"),
        A64 => primitive("u64"),
        A128 => primitive("u128"),
        A256 => host("U256"),
        A512 => host("U512"),
        A1024 => host("U1024"),
        F16b => host("bf16"),
        F16 => host("f16"),
        F32 => primitive("f32"),
        F64 => primitive("f64"),
        S16 => generate!(&'static [#private::core::primitive::u8]),
        _ => {
            let bytes = size.bytes();
            generate!([#private::core::primitive::u8; #bytes])
        }
    }
}

/// The same of an integer that may have a sign. Those that are wider than Rust's stay as their registers hold them.
pub(super) fn rust_type_of(
    private: &TokenStream,
    size: RegisterSize,
    is_signed: bool,
) -> TokenStream {
    match sign(private, size, is_signed) {
        Some(Sign { signed, .. }) => signed,
        None => rust_type(private, size),
    }
}

/// An integer of Rust with a sign, in a register that holds integers without.
pub(super) struct Sign {
    /// Its type.
    pub(super) signed: TokenStream,
    /// The function that makes one of what a register holds.
    pub(super) cast: TokenStream,
}

/// The integer with a sign of a size, if Rust has one and it is asked for.
pub(super) fn sign(private: &TokenStream, size: RegisterSize, is_signed: bool) -> Option<Sign> {
    let bits = 8 * size.bytes();
    if !is_signed || size.family() != Family::A || bits > 128 {
        return None;
    }
    let unsigned = rust_type(private, size);
    let signed = own(&format!("i{bits}"));
    let signed = generate!(#private::core::primitive::#signed);
    Some(Sign { cast: generate!(<#unsigned>::cast_signed), signed })
}

/// A value that is known.
pub(super) fn known(private: &TokenStream, size: RegisterSize, bytes: &[u8]) -> TokenStream {
    use RegisterSize::*;
    let literal = Literal::byte_string(bytes);
    let number = || {
        let mut all = [0; 16];
        all[..bytes.len().min(16)].copy_from_slice(&bytes[..bytes.len().min(16)]);
        Literal::u128_unsuffixed(u128::from_le_bytes(all))
    };
    match size {
        A8 | A16 | A32 | A64 | A128 => {
            let number = number();
            generate!(#number)
        }
        A256 => generate!(#private::host::u256(#literal)),
        A512 => generate!(#private::host::u512(#literal)),
        A1024 => generate!(#private::host::u1024(#literal)),
        F16b | F16 | F32 | F64 => {
            let (rust_type, number) = (rust_type(private, size), number());
            generate!(<#rust_type>::from_bits(#number))
        }
        S16 => generate!(#literal),
        _ => generate!(*#literal),
    }
}

/// A value that Rust evaluates.
fn expression(
    facade: &Facade,
    private: &TokenStream,
    size: RegisterSize,
    source: TokenStream,
    place: Place,
) -> TokenStream {
    use RegisterSize::*;
    if matches!(size, A8 | A16 | A32 | A64 | A128 | F32 | F64) {
        return source;
    }
    let bytes = bytes_of(facade, size, source, place);
    match size {
        A256 => generate!(#private::host::u256(&#bytes)),
        A512 => generate!(#private::host::u512(&#bytes)),
        A1024 => generate!(#private::host::u1024(&#bytes)),
        F16b | F16 => {
            let rust_type = rust_type(private, size);
            generate!(<#rust_type>::from_bits(#private::core::primitive::u16::from_le_bytes(#bytes)))
        }
        _ => bytes,
    }
}

/// The expression by which instructions use a constant of a size that Rust evaluates: operands take no numbers
/// wider than Rust's own.
pub(super) fn operand(
    private: &TokenStream,
    size: RegisterSize,
    name: TokenStream,
) -> Option<TokenStream> {
    use RegisterSize::*;
    match size {
        A256 => Some(generate!({ #private::host::u256_bytes(#name) })),
        A512 => Some(generate!({ #private::host::u512_bytes(#name) })),
        A1024 => Some(generate!({ #private::host::u1024_bytes(#name) })),
        _ if size.family() == Family::F && size.bytes() == 2 => {
            Some(generate!({ #name.to_f64_const() }))
        }
        _ => None,
    }
}
