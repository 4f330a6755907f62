//! The library itself: laid out and hashed here if all its bytes are known, else by the compiler, in constant
//! evaluation.

use aluvm_core::contract::AssembledInstr;
use aluvm_core::isa::Instr;
use aluvm_core::library::{IsaId, Isae, Lib, LibId};
use aluvm_core::profile::Profile;
use proc_macro2::{Ident, Literal, TokenStream};

use super::draft::{Draft, Parts, id};
use super::library::{Library, own};
use crate::diagnostics::Place;
use crate::facade::generate;

/// What is known of the segments.
pub(super) struct Segments {
    /// The id, if all bytes are known.
    pub(super) id: Option<LibId>,
    lib: Option<Lib>,
    isae: Isae,
}

impl Segments {
    pub(super) fn of(library: &Library<'_>) -> Segments {
        let contract = &library.contract;
        let instrs = contract.instrs.iter().map(known);
        let instrs: Option<Vec<Instr>> = instrs.collect();
        let isae = contract.isae.clone().unwrap_or_else(|| used(&contract.instrs));
        let lib = instrs.filter(|_| library.is_right).and_then(|instrs| {
            Lib::assemble_with_profile(&instrs, isae.clone(), &contract.profile).ok()
        });
        Segments { id: lib.as_ref().map(Lib::id), lib, isae }
    }

    /// `ID`, `LIB`, `program()` and what they are made of.
    pub(super) fn items(&self, library: &Library<'_>) -> TokenStream {
        let private = library.private();
        let isae = isae(&private, &self.isae);
        let (before, code, data, libs, id) = match &self.lib {
            _ if !library.is_right => wrong(&private, Draft::of(library).mentions(&private)),
            Some(lib) => laid_out(&private, lib),
            None => Draft::of(library).items(library, &isae),
        };
        let (extension, bound) = (library.extension_type(), library.extension_bound());
        let program = own(if bound.is_some() { "program" } else { "program_plain" });
        let modules = library.imports.iter().filter_map(|(number, _)| {
            let name = library.contract.inside.items.get(*number)?.name?.text;
            // What nothing uses, rustc is to warn of.
            let used = library.is_used(name).then(|| own(name))?;
            Some(generate!(#used::ALUVM_CONTRACT.module()))
        });
        let modules: Vec<TokenStream> =
            if library.is_right { modules.collect() } else { Vec::new() };
        let public = library.routines().filter(|(routine, ..)| library.is_public(routine.item));
        let entries = public.map(|(routine, ..)| Literal::u16_suffixed(routine.offset));
        let mut entries: Vec<Literal> = entries.collect();
        if entries.is_empty() {
            entries.push(Literal::u16_suffixed(0));
        }
        let description = description(library);
        let (make, profile) = profile(&private, library.contract.profile);
        let isae = match &profile {
            Some(profile) => generate!(#private::Isae::from_static_for(#isae, &#profile)),
            None => generate!(#private::Isae::from_static(#isae)),
        };
        let id_docs = match self.id {
            Some(id) => format!("The id of the library, `{id}`."),
            None => "The id of the library.".into(),
        };
        generate! {
            #before

            #[doc = #id_docs]
            #[allow(long_running_const_eval)]
            pub const ID: #private::LibId = #id;

            /// The library, laid out and hashed while compiling.
            pub static LIB: #private::Lib = #private::Lib::from_static(
                #isae,
                #code,
                #data,
                #private::Libs::from_static(#libs),
                ID,
            );

            /// The program of this library with all that it calls, built once. It begins at the first routine that
            /// others can call, and all of them are entries.
            ///
            /// # Errors
            ///
            /// If the libraries need an ISA extension that neither this build nor the host has, or are more than
            /// a program can have.
            #[inline]
            #[allow(trivial_bounds)]
            pub fn program() -> #private::core::result::Result<
                &'static #private::Program<#extension>,
                #private::ProgramError,
            >
            where
                #bound
            {
                #private::Contract::#program(&ALUVM_CONTRACT)
            }

            #[doc(hidden)]
            pub static ALUVM_CONTRACT: #private::Contract<#extension> = #private::Contract::#make(
                #private::Module { lib: &LIB, description: #description, imports: const { &[#(#modules),*] } },
                &[#(#entries),*],
                #profile
            );
        }
    }
}

/// The instruction, if all its bytes are known.
fn known(instr: &AssembledInstr<Place>) -> Option<Instr> {
    let resolved = instr.resolved.as_ref()?;
    if instr.callee.is_some() && resolved.library.is_none() {
        return None;
    }
    resolved.clone().into_instr()
}

/// How a contract is made, and what comes behind its entries.
fn profile(private: &TokenStream, profile: Profile) -> (Ident, Option<TokenStream>) {
    if profile == Profile::SPEC {
        return (own("new"), None);
    }
    let constant = own(&profile.name().to_uppercase().replace(['-', '.'], "_"));
    (own("with_profile"), Some(generate!(#private::Profile::#constant)))
}

/// `ALU` and the extensions whose instructions these are.
fn used(instrs: &[AssembledInstr<Place>]) -> Isae {
    let forms = instrs.iter().filter_map(|instr| instr.resolved.as_ref()?.form);
    let ids = forms.filter_map(|form| IsaId::new(form.isae).ok());
    Isae::new(core::iter::once(IsaId::ALU).chain(ids)).unwrap_or_default()
}

fn isae(private: &TokenStream, isae: &Isae) -> TokenStream {
    let ids = isae.iter().map(|id| {
        let text = id.as_str().to_owned();
        generate!(#private::IsaId::from_static(#text))
    });
    generate!(const { &[#(#ids),*] })
}

/// What stands in the place of a library with errors: one that fails.
fn wrong(private: &TokenStream, before: TokenStream) -> Parts {
    let id = generate!(#private::LibId::from_bytes([0; 32]));
    (before, generate!(b"\0"), generate!(b""), generate!(&[]), id)
}

fn laid_out(private: &TokenStream, lib: &Lib) -> Parts {
    let [code, data] = [lib.code(), lib.data()].map(Literal::byte_string);
    let ids = lib.libs().iter().map(|lib| id(private, lib));
    let id = id(private, lib.id());
    (TokenStream::new(), generate!(#code), generate!(#data), generate!(const { &[#(#ids),*] }), id)
}

/// The description as a byte string.
fn description(library: &Library<'_>) -> Literal {
    let contract = &library.contract;
    if !library.is_right || !proc_macro::is_available() {
        return Literal::byte_string(b"");
    }
    let first = library.tokens.list.first().map(|token| token.span.first.unwrap());
    let file = first.map_or_else(String::new, |span| span.file());
    let place = |token: usize| match library.tokens.list.get(token) {
        Some(token) => {
            let span = token.span.first.unwrap();
            (span.line() as u32, span.column() as u32)
        }
        None => (1, 1),
    };
    let description = contract.description((&library.name, &file), &library.texts, place);
    Literal::byte_string(&description.to_bytes())
}
