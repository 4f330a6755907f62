//! The segments of a library in whose code stands what only the compiler knows, as
//! `aluvm_core::expansion::library` reads them to lay them out in constant evaluation.

use std::collections::HashMap;

use aluvm_core::asm::{ConstantUse, LibraryOperand, Resolved, TokenKind, Wanted};
use aluvm_core::contract::{AssembledInstr, ItemKind};
use aluvm_core::expansion::library::{
    BY_ID, BY_SITE, CALL, CONSTANT, HAS_LENGTH, KNOWN, LITERAL, STRING,
};
use aluvm_core::isa::{Family, FieldKind, Form};
use aluvm_core::library::LibId;
use aluvm_core::profile::Decoding;
use proc_macro2::{Delimiter, Group, Ident, Literal, TokenStream};
use quote::{quote, quote_spanned};

use super::constants;
use super::library::{Library, own};
use crate::constant::Constants;
use crate::diagnostics::Place;
use crate::facade::{generate, generated_at};

/// The parts of a library, as expressions, with what stands before them.
pub(super) type Parts = (TokenStream, TokenStream, TokenStream, TokenStream, TokenStream);

/// The segments with what only the compiler knows.
#[derive(Default)]
pub(super) struct Draft {
    code: Vec<u8>,
    /// The length of the code in half bytes.
    half_bytes: usize,
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
    pub(super) fn of(library: &Library<'_>) -> Draft {
        let mut draft = Draft::default();
        for instr in &library.contract.instrs {
            if let Some(resolved) = &instr.resolved {
                draft.instr(library, instr, resolved);
            }
        }
        // Half a byte at the end is dropped.
        draft.code.truncate(draft.half_bytes / 2);
        draft
    }

    fn instr(
        &mut self,
        library: &Library<'_>,
        instr: &AssembledInstr<Place>,
        resolved: &Resolved<Place>,
    ) {
        let first_bit = 4 * self.half_bytes as u32;
        let is_lenient = library.contract.profile.decoding() == Decoding::Lenient;
        let half = resolved.form.is_some_and(|form| is_lenient && form.ends_with_half());
        match &resolved.verbatim {
            Some(verbatim) => self.append(verbatim.bytes(), half),
            None => self.append(&resolved.word.to_le_bytes()[..resolved.length()], half),
        }
        let Some(form) = resolved.form else { return };
        if let Some(data) = &resolved.data {
            let number = self.literal(data);
            self.piece((LITERAL, number), data.len(), form, first_bit);
        }
        if let Some(LibraryOperand::Id(id)) = resolved.library.as_deref() {
            let known = self.libs.iter().position(|other| other == id);
            let number = known.unwrap_or_else(|| {
                self.libs.push(*id);
                self.libs.len() - 1
            });
            self.call(form, first_bit, KNOWN, number);
        }
        if let Some(callee) = instr.callee.as_deref()
            && resolved.library.is_none()
            && let Some(item) = library.contract.inside.items.get(callee.import)
            && let Some(name) = item.name
        {
            let (name, span) = (own(name.text), resolved.mnemonic);
            let constant = ConstantUse { tokens: 0..0, span, wanted: Wanted::Library };
            let number = self.constants.number_of(library.facade, &constant, generate!(#name::ID));
            self.call(form, first_bit, BY_ID, number);
        }
        for constant in &resolved.constants {
            self.constant(library, form, first_bit, constant);
        }
    }

    /// A Rust constant in the instruction that begins at this bit.
    fn constant(
        &mut self,
        library: &Library<'_>,
        form: &Form,
        first_bit: u32,
        constant: &ConstantUse<Place>,
    ) {
        let source = source(library, constant);
        let number = self.constants.number_of(library.facade, constant, source);
        match constant.wanted {
            Wanted::Unsigned { shift, .. }
            | Wanted::Step { shift, .. }
            | Wanted::Switch { shift } => self.patch(first_bit, shift, number),
            Wanted::Value(size) => self.piece((CONSTANT, number), size.bytes(), form, first_bit),
            Wanted::Bytes => self.piece((STRING, number), 0, form, first_bit),
            Wanted::Library => self.call(form, first_bit, BY_ID, number),
            Wanted::Site { shift } => {
                self.patch(first_bit, shift, number);
                self.call(form, first_bit, BY_SITE, number);
            }
        }
    }

    /// Appends the bytes of an instruction, where it ends with half a byte without the other half.
    fn append(&mut self, bytes: &[u8], ends_with_half: bool) {
        let halves = bytes.iter().flat_map(|byte| [byte & 0xF, byte >> 4]);
        for half in halves.take(2 * bytes.len() - usize::from(ends_with_half)) {
            match self.code.last_mut().filter(|_| !self.half_bytes.is_multiple_of(2)) {
                Some(last) => *last |= half << 4,
                None => self.code.push(half),
            }
            self.half_bytes += 1;
        }
    }

    fn literal(&mut self, data: &[u8]) -> usize {
        if let Some(number) = self.numbers.get(data) {
            return *number;
        }
        let number = self.literals.len();
        self.literals.push(data.to_vec());
        self.numbers.insert(data.to_vec(), number);
        number
    }

    fn patch(&mut self, first_bit: u32, shift: u32, constant: usize) {
        self.patches.extend(place(first_bit + shift, false));
        self.patches.extend(word(constant));
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

    fn call(&mut self, form: &Form, first_bit: u32, kind: u8, number: usize) {
        let field = form.fields.iter().position(|field| matches!(field.kind, FieldKind::Library));
        let Some(field) = field else { return };
        self.calls.extend(word((first_bit + form.field_shift(field)) as usize / 8));
        self.calls.push(kind);
        self.calls.extend(word(number));
    }

    /// All that Rust evaluates, where nothing evaluates it.
    pub(super) fn mentions(&self, private: &TokenStream) -> TokenStream {
        let mentions = self.constants.mentions(true);
        generate! {
            const _: fn() = || {
                use #private::Unfit as _;
                #mentions
            };
        }
    }

    /// The items that lay the segments out, and the parts of the library that they are.
    pub(super) fn items(&self, library: &Library<'_>, isae: &TokenStream) -> Parts {
        let private = library.private();
        let (items, fields, strings) = self.constants.items(library.facade);
        let repeated = self.constants.mentions(false);
        let draft = self.literal_of(&private, &fields);
        let (code, known) = (self.code.len(), self.pieces.iter().map(|piece| piece.length));
        let (known, count) = (known.sum::<usize>(), self.constants.count());
        let libs = (self.calls.len() / CALL).min(256);
        let pinned = pinned(library, &private);
        let before = generate! {
            #items
            #[doc(hidden)]
            const ALUVM_STRINGS: &[&[#private::core::primitive::u8]] = &[#(#strings),*];
            #[doc(hidden)]
            const ALUVM_DATA: #private::core::primitive::usize =
                #known + #private::library::total_length(ALUVM_STRINGS);
            #[doc(hidden)]
            #[allow(long_running_const_eval)]
            const ALUVM_SEGMENTS: &#private::library::LaidOut<#code, ALUVM_DATA, #libs> = &{
                use #private::Unfit as _;
                #repeated
                #private::library::lay_out::<#code, ALUVM_DATA, #libs, #count>(#draft)
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

    /// `Draft { code: b"…", patches: b"…", … }`.
    fn literal_of(&self, private: &TokenStream, constants: &TokenStream) -> TokenStream {
        let pairs = rarest_pairs(&self.literals);
        let (mut data, mut places) = (Vec::new(), Vec::new());
        for piece in &self.pieces {
            let pair = if piece.kind == LITERAL { pairs[piece.number] } else { 0 };
            data.push(piece.kind);
            data.extend([piece.number, piece.places.len(), pair].into_iter().flat_map(word));
            places
                .extend(piece.places.iter().flat_map(|(bit, has_length)| place(*bit, *has_length)));
        }
        let [code, patches, data, places, calls] =
            [&self.code, &self.patches, &data, &places, &self.calls]
                .map(|bytes| Literal::byte_string(bytes));
        let literals = self.literals.iter().map(|bytes| Literal::byte_string(bytes));
        let libs = self.libs.iter().map(|lib| id(private, *lib));
        generate! {
            #private::library::Draft {
                code: #code,
                patches: #patches,
                data: #data,
                places: #places,
                literals: &[#(#literals),*],
                libs: &[#(#libs),*],
                calls: #calls,
                #constants
                strings: ALUVM_STRINGS,
            }
        }
    }
}

fn word(number: usize) -> [u8; 2] {
    (number as u16).to_le_bytes()
}

/// A place in the code.
fn place(bit: u32, has_length: bool) -> [u8; 3] {
    let [low, high] = word(bit as usize / 8);
    [low, high, (bit % 8) as u8 | if has_length { HAS_LENGTH } else { 0 }]
}

/// Of each literal where the pair of bytes begins that is the rarest in all of them.
fn rarest_pairs(literals: &[Vec<u8>]) -> Vec<usize> {
    let key = |pair: &[u8]| usize::from(pair[0]) << 8 | usize::from(pair[1]);
    let mut counts = vec![0u32; 1 << 16];
    for pair in literals.iter().flat_map(|bytes| bytes.windows(2)) {
        counts[key(pair)] += 1;
    }
    let rarest = |bytes: &Vec<u8>| {
        let pairs = bytes.windows(2).enumerate();
        pairs.min_by_key(|(_, pair)| counts[key(pair)]).map_or(0, |(at, _)| at)
    };
    literals.iter().map(rarest).collect()
}

/// The check of the id that a library is pinned to.
fn pinned(library: &Library<'_>, private: &TokenStream) -> Option<TokenStream> {
    let (pinned, token) = library.contract.id?;
    let span = library.tokens.list[token].span.first;
    let check = library.facade.private_at(generated_at(span));
    let bracketed = |content| {
        let mut group = Group::new(Delimiter::Parenthesis, content);
        group.set_span(span);
        group
    };
    let pinned = id(private, pinned);
    let check = bracketed(generate!(#check::library::check_id));
    let arguments = bracketed(generate!(ID, #pinned));
    Some(generate!(const _: () = #check #arguments;))
}

/// The expression of a constant; of one of the library's own that is wider than Rust's numbers its bytes.
fn source(library: &Library<'_>, constant: &ConstantUse<Place>) -> TokenStream {
    let source = library.tokens.source(constant.tokens.clone());
    let Some(TokenKind::Ident(name)) =
        library.tokens.list.get(constant.tokens.start).map(|token| &token.kind)
    else {
        return typed(library, constant, source);
    };
    if constant.tokens.len() != 1 || !library.is_rust_constant(name) {
        return typed(library, constant, source);
    }
    let size = library.contract.inside.items.iter().find_map(|item| match &item.kind {
        ItemKind::Constant(one) if item.name.is_some_and(|other| other.text == name) => one.size,
        _ => None,
    });
    let private = library.private();
    size.and_then(|size| constants::operand(&private, size, source.clone())).unwrap_or(source)
}

/// An expression of the type that structured statements have for it, so that the compiler refuses others; of an integer
/// that Rust has.
fn typed(library: &Library<'_>, constant: &ConstantUse<Place>, source: TokenStream) -> TokenStream {
    let Some(ty) = library.contract.constant_types.get(&constant.tokens.start) else {
        return source;
    };
    let bytes = ty.size().bytes();
    if ty.size().family() != Family::A || bytes > 16 {
        return source;
    }
    let sign = if ty.is_signed() { 'i' } else { 'u' };
    let span = generated_at(constant.span.first);
    let (ty, name) =
        (Ident::new(&format!("{sign}{}", 8 * bytes), span), Ident::new("ALUVM_VALUE", span));
    let private = library.facade.private_at(span);
    quote_spanned!(span=> { #[allow(unused_braces)] const #name: #private::core::primitive::#ty = #source; #name })
}

pub(super) fn id(private: &TokenStream, id: LibId) -> TokenStream {
    let bytes = Literal::byte_string(&id.to_bytes());
    generate!(#private::LibId::from_bytes(*#bytes))
}
