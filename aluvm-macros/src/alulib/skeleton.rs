//! What a library has for others where its imports or its extension cannot be found: all that does not depend on
//! them, with nothing behind it. It comes in by a glob import, and gives way to the items of the last round.
//! Without it a path that leads nowhere would be followed by an error at each use of the library.

use aluvm_core::asm::TokenKind;
use aluvm_core::contract::{
    Attribute, Inside, Item, ItemKind, Meaning, Name, Parameter, Routine, Type,
};
use aluvm_core::isa::RegisterSize;
use proc_macro2::{Ident, TokenStream};
use syn::parse2;

use super::constants::{known, rust_type_of};
use super::errors::{derives, implementation};
use super::library::emitted;
use crate::facade::{Facade, generate, generated};
use crate::tokens::Tokens;

/// The glob import and what it imports.
pub(super) fn items(facade: &Facade, inside: &Inside<'_>, tokens: &Tokens) -> TokenStream {
    let is_isa = |attribute: &Attribute<'_>| matches!(attribute.meaning, Meaning::Isa);
    let has_extension = inside.attributes.iter().any(is_isa);
    let skeleton = Skeleton { private: facade.private(), tokens, has_extension };
    let public = emitted(&inside.items, tokens).into_iter();
    let public = public.filter_map(|number| inside.items.get(number));
    let items = public.filter(|item| item.is_public()).filter_map(|item| skeleton.item(item));
    let items: TokenStream = items.collect();
    let private = facade.private();
    // A path that leads nowhere names no type.
    let generic = has_extension.then(|| generate!(<E>));
    generate! {
        #[doc(hidden)]
        #[allow(warnings)]
        pub use self::aluvm_unknown::*;

        #[doc(hidden)]
        #[allow(warnings)]
        mod aluvm_unknown {
            pub const ID: #private::LibId = #private::LibId::from_bytes([0; 32]);
            pub static LIB: #private::Lib = #private::Lib::from_static(
                #private::Isae::from_static(&[]), &[], &[], #private::Libs::from_static(&[]), ID,
            );
            pub fn program #generic() -> #private::core::result::Result<
                &'static #private::Program #generic,
                #private::ProgramError,
            > {
                #private::instr()
            }
            #items
        }
    }
}

struct Skeleton<'s> {
    private: TokenStream,
    tokens: &'s Tokens,
    has_extension: bool,
}

impl Skeleton<'_> {
    fn item(&self, item: &Item<'_>) -> Option<TokenStream> {
        let (private, name) = (&self.private, self.name(item.name?)?);
        match &item.kind {
            ItemKind::Constant(constant) => {
                let size = constant.size?;
                let value = known(private, size, &vec![0; size.bytes()]);
                let is_signed = constant.ty.is_some_and(Type::is_signed);
                let rust_type = rust_type_of(private, size, is_signed);
                Some(generate!(pub const #name: #rust_type = #value;))
            }
            ItemKind::Errors(errors) => {
                let variants = errors.variants.iter().filter_map(|one| self.name(one.name));
                let (text, derives) = (item.name?.text, derives(private));
                let implementation = implementation(private, &name, text, &TokenStream::new());
                Some(generate! {
                    #derives
                    pub enum #name { #(#variants),* }
                    #implementation
                })
            }
            ItemKind::Routine(routine) => Some(self.routine(&name, routine)),
            _ => None,
        }
    }

    /// A routine for inputs of any type, and a machine of any extension if that cannot be found.
    fn routine(&self, name: &Ident, routine: &Routine<'_>) -> TokenStream {
        let private = &self.private;
        let inputs =
            routine.inputs.iter().map(|_| generate!(_: impl #private::core::marker::Sized));
        let fields = routine.outputs.iter().filter_map(|output| {
            let (name, rust_type) = (self.name(output.name)?, self.rust_type(output)?);
            Some(generate!(pub #name: #rust_type,))
        });
        let (generics, machine, context) = match self.has_extension {
            true => (
                generate!(<E, C: ?#private::core::marker::Sized>),
                generate!(<E>),
                generate!(_: &mut C,),
            ),
            false => (TokenStream::new(), TokenStream::new(), TokenStream::new()),
        };
        generate! {
            pub fn #name #generics(_: &mut #private::Vm #machine, #context #(#inputs),*)
            -> #private::core::result::Result<#name::Output, #private::CallError> {
                #private::instr()
            }

            pub mod #name {
                #[derive(
                    #private::core::fmt::Debug,
                    #private::core::clone::Clone,
                    #private::core::cmp::PartialEq,
                )]
                pub struct Output { #(#fields)* }
                pub const OFFSET: #private::core::primitive::u16 = 0;
                pub const SITE: #private::LibSite =
                    #private::LibSite { lib: super::ID, offset: OFFSET };
                pub const COMPLEXITY: #private::Bounds =
                    #private::Bounds { least: 0, most: #private::core::option::Option::None };
                pub const SIGNATURE: #private::Signature<'static> = #private::Signature {
                    inputs: &[],
                    outputs: &[],
                    writes: #private::RegisterSet::ALL,
                    complexity: COMPLEXITY,
                    depth: #private::core::option::Option::None,
                };
            }
        }
    }

    /// The type of an output whose type or register is written as one.
    fn rust_type(&self, output: &Parameter<'_>) -> Option<TokenStream> {
        let TokenKind::Ident(word) = &self.tokens.list.get(output.register.start)?.kind else {
            return None;
        };
        let of_size = || RegisterSize::from_name(word).map(Type::of);
        let ty = of_size().or_else(|| Type::from_name(word))?;
        let (private, size) = (&self.private, ty.size());
        let rust_type = match size {
            RegisterSize::S16 => generate!(#private::host::ByteString),
            _ => rust_type_of(private, size, ty.is_signed()),
        };
        Some(match output.may_be_undefined {
            true => generate!(#private::core::option::Option<#rust_type>),
            false => rust_type,
        })
    }

    /// A name that an editor does not take for the user's.
    fn name(&self, name: Name<'_>) -> Option<Ident> {
        let mut ident: Ident = parse2(self.tokens.source(name.token..name.token + 1)).ok()?;
        ident.set_span(generated());
        Some(ident)
    }
}
