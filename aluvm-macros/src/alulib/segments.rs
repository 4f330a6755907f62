//! The library itself: laid out and hashed here if all its bytes are known, else by the compiler, in constant
//! evaluation.

use std::collections::HashMap;

use aluvm_core::asm::{ConstantUse, LibraryOperand, Resolved, TokenKind, Wanted};
use aluvm_core::contract::{AssembledInstr, ItemKind};
use aluvm_core::expansion::library::{BY_ID, BY_SITE, CONSTANT, KNOWN, LITERAL, STRING};
use aluvm_core::isa::{FieldKind, Form, Instr};
use aluvm_core::library::{IsaId, Isae, Lib, LibId};
use aluvm_core::profile::Profile;
use proc_macro2::{Delimiter, Group, Ident, Literal, TokenStream};
use quote::{quote, quote_spanned};

use super::constants;
use super::library::{Library, own};
use crate::constant::Constants;
use crate::diagnostics::Place;
use crate::facade::{generate, generated_at};

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
        let lib = instrs
            .filter(|_| library.is_right)
            .and_then(|instrs| Lib::assemble_as(&instrs, isae.clone()).ok());
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
        let (extension, contract) = (library.extension_type(), library.contract_type());
        let span = library.extension_span();
        let program = own(if library.extension.is_some() { "program" } else { "program_plain" });
        let call = quote_spanned!(span=> #contract::#program(&ALUVM_CONTRACT));
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
                #private::Isae::from_static(#isae),
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
            pub fn program() -> #private::core::result::Result<
                &'static #private::Program<#extension>,
                #private::ProgramError,
            > {
                #call
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

/// The parts of a library, as expressions, with what stands before them.
type Parts = (TokenStream, TokenStream, TokenStream, TokenStream, TokenStream);

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

fn id(private: &TokenStream, id: LibId) -> TokenStream {
    let bytes = Literal::byte_string(&id.to_bytes());
    generate!(#private::LibId::from_bytes(*#bytes))
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

/// The segments with what only the compiler knows, as `aluvm_core::expansion::library` reads them.
#[derive(Default)]
struct Draft {
    code: Vec<u8>,
    patches: Vec<u8>,
    pieces: Vec<Piece>,
    literals: Vec<Vec<u8>>,
    libs: Vec<LibId>,
    calls: Vec<u8>,
    constants: Constants,
    /// The pieces by what they are.
    known: HashMap<(u8, usize), usize>,
    numbers: HashMap<Vec<u8>, usize>,
}

/// A piece of data and where it is used.
struct Piece {
    kind: u8,
    number: usize,
    /// The bits at which its place begins, and whether a length stands behind it.
    places: Vec<(u32, bool)>,
    length: usize,
}

impl Draft {
    fn of(library: &Library<'_>) -> Draft {
        let mut draft = Draft::default();
        for instr in &library.contract.instrs {
            if let Some(resolved) = &instr.resolved {
                draft.instr(library, instr, resolved);
            }
        }
        draft
    }

    fn instr(
        &mut self,
        library: &Library<'_>,
        instr: &AssembledInstr<Place>,
        resolved: &Resolved<Place>,
    ) {
        let start = self.code.len();
        match &resolved.verbatim {
            Some(verbatim) => self.code.extend_from_slice(verbatim.bytes()),
            None => self.code.extend_from_slice(&resolved.word.to_le_bytes()[..resolved.length()]),
        }
        let Some(form) = resolved.form else { return };
        let first_bit = 8 * start as u32;
        if let Some(data) = &resolved.data {
            let number = match self.numbers.get(data) {
                Some(number) => *number,
                None => {
                    self.literals.push(data.clone());
                    self.numbers.insert(data.clone(), self.literals.len() - 1);
                    self.literals.len() - 1
                }
            };
            self.piece((LITERAL, number), data.len(), form, first_bit);
        }
        if let Some(LibraryOperand::Id(id)) = resolved.library {
            let known = self.libs.iter().position(|other| *other == id);
            let number = known.unwrap_or_else(|| {
                self.libs.push(id);
                self.libs.len() - 1
            });
            self.call(form, start, KNOWN, number);
        }
        if let Some(callee) = instr.callee
            && resolved.library.is_none()
            && let Some(item) = library.contract.inside.items.get(callee.import)
            && let Some(name) = item.name
        {
            let (name, span) = (own(name.text), resolved.mnemonic);
            let constant = ConstantUse { tokens: 0..0, span, wanted: Wanted::Library };
            let number = self.constants.number_of(library.facade, &constant, generate!(#name::ID));
            self.call(form, start, BY_ID, number);
        }
        for constant in &resolved.constants {
            let source = source(library, constant);
            let number = self.constants.number_of(library.facade, constant, source);
            match constant.wanted {
                Wanted::Unsigned { shift, .. }
                | Wanted::Step { shift, .. }
                | Wanted::Switch { shift } => self.patch(first_bit + shift, number),
                Wanted::Value(size) => {
                    self.piece((CONSTANT, number), size.bytes(), form, first_bit)
                }
                Wanted::Bytes => self.piece((STRING, number), 0, form, first_bit),
                Wanted::Library => self.call(form, start, BY_ID, number),
                Wanted::Site { shift } => {
                    self.patch(first_bit + shift, number);
                    self.call(form, start, BY_SITE, number);
                }
            }
        }
    }

    fn patch(&mut self, bit: u32, constant: usize) {
        self.patches.extend(bit.to_le_bytes());
        self.patches.extend((constant as u16).to_le_bytes());
    }

    fn piece(&mut self, (kind, number): (u8, usize), length: usize, form: &Form, first_bit: u32) {
        let field = form.fields.iter().position(|field| {
            matches!(field.kind, FieldKind::RegisterData | FieldKind::StringData)
        });
        let Some(field) = field else { return };
        let has_length = matches!(form.fields[field].kind, FieldKind::StringData);
        let place = (first_bit + form.field_shift(field), has_length);
        let next = self.pieces.len();
        // What can be empty lies elsewhere at each use.
        let piece = match kind == STRING || kind == LITERAL && length == 0 {
            true => next,
            false => *self.known.entry((kind, number)).or_insert(next),
        };
        if piece == next {
            self.pieces.push(Piece { kind, number, places: Vec::new(), length });
        }
        self.pieces[piece].places.push(place);
    }

    fn call(&mut self, form: &Form, start: usize, kind: u8, number: usize) {
        let field = form.fields.iter().position(|field| matches!(field.kind, FieldKind::Library));
        let Some(field) = field else { return };
        let byte = start as u32 + form.field_shift(field) / 8;
        self.calls.extend(byte.to_le_bytes());
        self.calls.push(kind);
        self.calls.extend((number as u16).to_le_bytes());
    }

    /// All that Rust evaluates, where nothing evaluates it.
    fn mentions(&self, private: &TokenStream) -> TokenStream {
        let mentions = self.constants.mentions(true);
        generate! {
            const _: fn() = || {
                use #private::Unfit as _;
                #mentions
            };
        }
    }

    fn items(&self, library: &Library<'_>, isae: &TokenStream) -> Parts {
        let private = library.private();
        let layout = generate!(#private::library);
        let (mut data, mut places) = (Vec::new(), Vec::new());
        for Piece { kind, number, places: uses, .. } in &self.pieces {
            data.push(*kind);
            data.extend((*number as u16).to_le_bytes());
            data.extend((uses.len() as u16).to_le_bytes());
            for (bit, has_length) in uses {
                places.extend(bit.to_le_bytes());
                places.push(u8::from(*has_length));
            }
        }
        let literals = self.literals.iter().map(|bytes| Literal::byte_string(bytes));
        let libs = self.libs.iter().map(|lib| id(&private, *lib));
        let [code, patches, data, places, calls] =
            [&self.code, &self.patches, &data, &places, &self.calls]
                .map(|bytes| Literal::byte_string(bytes));
        let (items, fields, strings) = self.constants.items(library.facade);
        let count = self.constants.count();
        let code_length = self.code.len();
        let known: usize = self.pieces.iter().map(|piece| piece.length).sum();
        let libraries = (self.calls.len() / 7).min(256);
        let repeated = self.constants.mentions(false);
        let pinned = library.contract.id.map(|(pinned, token)| {
            let span = library.tokens.list[token].span.first;
            let (check, pinned) =
                (library.facade.private_at(generated_at(span)), id(&private, pinned));
            let bracketed = |content| {
                let mut group = Group::new(Delimiter::Parenthesis, content);
                group.set_span(span);
                group
            };
            let check = bracketed(generate!(#check::library::check_id));
            let arguments = bracketed(generate!(ID, #pinned));
            generate!(const _: () = #check #arguments;)
        });
        let before = generate! {
            #items
            #[doc(hidden)]
            const ALUVM_STRINGS: &[&[#private::core::primitive::u8]] = &[#(#strings),*];
            #[doc(hidden)]
            #[allow(long_running_const_eval)]
            const ALUVM_SEGMENTS: &#layout::LaidOut<
                #code_length,
                { #known + #layout::total_length(ALUVM_STRINGS) },
                #libraries,
            > = &{
                use #private::Unfit as _;
                #repeated
                #layout::lay_out::<
                    #code_length,
                    { #known + #layout::total_length(ALUVM_STRINGS) },
                    #libraries,
                    #count,
                >(#layout::Draft {
                    code: #code,
                    patches: #patches,
                    data: #data,
                    places: #places,
                    literals: &[#(#literals),*],
                    libs: &[#(#libs),*],
                    calls: #calls,
                    #fields
                    strings: ALUVM_STRINGS,
                })
            };
            #pinned
        };
        let id = generate! {
            #private::Lib::id_of(
                #isae,
                ALUVM_SEGMENTS.code(),
                ALUVM_SEGMENTS.data(),
                ALUVM_SEGMENTS.libs(),
            )
        };
        let [code, data, libs] = ["code", "data", "libs"].map(|part| {
            let part = own(part);
            generate!(ALUVM_SEGMENTS.#part())
        });
        (quote!(#before), code, data, libs, id)
    }
}

/// The expression of a constant; of one of the library's own that is wider than Rust's numbers its bytes.
fn source(library: &Library<'_>, constant: &ConstantUse<Place>) -> TokenStream {
    let source = library.tokens.source(constant.tokens.clone());
    let Some(TokenKind::Ident(name)) =
        library.tokens.list.get(constant.tokens.start).map(|token| &token.kind)
    else {
        return source;
    };
    if constant.tokens.len() != 1 || !library.is_rust_constant(name) {
        return source;
    }
    let size = library.contract.inside.items.iter().find_map(|item| match &item.kind {
        ItemKind::Constant(one) if item.name.is_some_and(|other| other.text == name) => one.size,
        _ => None,
    });
    let private = library.private();
    size.and_then(|size| constants::operand(&private, size, source.clone())).unwrap_or(source)
}
