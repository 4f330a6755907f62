//! From a block of assembly to a Rust expression: one call of a `const fn` over byte-string literals, which is
//! by far the cheapest shape for the compiler.
//!
//! A block is expanded in as many rounds as it needs: one to learn which conditions of its statements hold,
//! one for each extension to get its rows from the macro beside its type, and the last.

mod condition;
pub(crate) mod editor;
mod extension;
pub(crate) mod mention;
mod record;

use aluvm_core::asm::{self, AsmError, AsmErrorKind, Block};
use aluvm_core::isa::Form;
use proc_macro2::{Literal, TokenStream, TokenTree};
use syn::Path;

use crate::constant::Constants;
use crate::diagnostics::{Error, Place, compile_errors};
use crate::extensions::Extensions;
use crate::facade::{Facade, generate};
use crate::tokens::Tokens;
use extension::{Attribute, Extension, Known};
use record::Records;

/// Expands `[$crate] statements…`.
pub(crate) fn block(input: TokenStream) -> TokenStream {
    let mut trees = input.clone().into_iter();
    let facade = Facade::read(trees.next());
    let statements: Vec<TokenTree> = trees.collect();
    match condition::ask(&facade, &statements, &input) {
        Some(round) => round,
        None => configured(&facade, None, statements, generate!({} #input)),
    }
}

/// Expands `{answers} [$crate] statements…`.
pub(crate) fn block_configured(input: TokenStream) -> TokenStream {
    let mut trees = input.clone().into_iter();
    let answers = trees.next();
    let facade = Facade::read(trees.next());
    configured(&facade, answers, trees.collect(), input)
}

/// Asks for the rows of the extension, or expands statements that have none. What is handed on is the input
/// itself: from trees the compiler would not know again what a user's macro handed on as one piece.
fn configured(
    facade: &Facade,
    answers: Option<TokenTree>,
    statements: Vec<TokenTree>,
    input: TokenStream,
) -> TokenStream {
    match Attribute::read(&statements) {
        Attribute::None => expand(facade, Extension::None, answers, statements),
        Attribute::Paths(paths, _) => ask(facade, &paths, Known::default(), input),
        Attribute::Wrong(error, rest) => {
            expand(facade, Extension::Wrong(error), answers, rest.to_vec())
        }
    }
}

/// Asks for the rows of the first extension that is not known, or expands the block.
fn ask(facade: &Facade, paths: &[Path], known: Known, input: TokenStream) -> TokenStream {
    match paths.get(known.count()) {
        Some(path) => extension::ask(facade, path, &known, input),
        None => last_round(known.extension(), input.into_iter()),
    }
}

/// Expands `{rows} [path] [name] (known) {answers} [$crate] #![isa(paths)] statements…`.
pub(crate) fn block_with(input: TokenStream) -> TokenStream {
    let mut input = input.into_iter();
    let (rows, path, _name) = (input.next(), input.next(), input.next());
    let mut known = Known::read(input.next());
    known.push(path, rows);
    let input: TokenStream = input.collect();
    let mut trees = input.clone().into_iter();
    let _answers = trees.next();
    let facade = Facade::read(trees.next());
    let statements: Vec<TokenTree> = trees.collect();
    let paths = match Attribute::read(&statements) {
        Attribute::Paths(paths, _) => paths,
        Attribute::None | Attribute::Wrong(..) => Vec::new(),
    };
    ask(&facade, &paths, known, input)
}

/// Expands `(callback) [path] [name] (known) {answers} [$crate] #![isa(paths)] statements…`.
pub(crate) fn block_without(input: TokenStream) -> TokenStream {
    let mut input = input.into_iter().skip(1);
    let extension = Extension::missing(input.next(), input.next());
    last_round(extension, input.skip(1))
}

fn last_round(extension: Extension, mut input: impl Iterator<Item = TokenTree>) -> TokenStream {
    let answers = input.next();
    let facade = Facade::read(input.next());
    // `#`, `!` and the brackets of the attribute.
    expand(&facade, extension, answers, input.skip(3).collect())
}

/// The expression that a block is.
fn expand(
    facade: &Facade,
    extension: Extension,
    answers: Option<TokenTree>,
    statements: Vec<TokenTree>,
) -> TokenStream {
    let tokens = Tokens::read(statements);
    let forms: &'static [Form] = extension.known().map_or(&[], Extensions::forms);
    let disabled = condition::disabled(&tokens, answers);
    let block = asm::assemble_with(&tokens.list, forms, &disabled);
    let errors = errors(&extension, &block);
    let mut records = Records::default();
    let mut constants = Constants::default();
    for instr in block.instrs.iter().flatten() {
        records.push(instr);
        for constant in &instr.constants {
            let number = constants.number(facade, constant, &tokens);
            records.place(instr, constant.wanted, number);
        }
    }
    let private = facade.private();
    let mentions = mention::mentions(facade, extension.known(), block.instrs.iter().flatten());
    // First, since rust-analyzer completes only what stands not behind the end of the expansion before.
    let editor = editor::mentions(facade, forms, &tokens);
    let before = generate! {
        #editor
        #mentions
        // Beside the methods of `Const` those of the types that have none.
        use #private::Unfit as _;
    };
    if !errors.is_empty() || !extension.is_known() {
        let constants = constants.mentions(true);
        let error = extension.type_error(facade);
        let length = block.instrs.len();
        let end = match errors.is_empty() {
            true => generate!(#private::fallback::<#length>()),
            false => compile_errors(&errors),
        };
        return generate!({ #before #constants #error #end });
    }
    let repeated = constants.mentions(false);
    let source = source(facade, &extension, &records, &constants);
    let (length, count) = (block.instrs.len(), constants.count());
    generate! {
        const {
            #before
            #repeated
            #private::block::<#length, #count>(#source)
        }
    }
}

/// The errors of a block. Where the extension is not known, neither are its mnemonics.
fn errors(extension: &Extension, block: &Block<Place, AsmError<Place>>) -> Vec<Error> {
    let is_known = |error: &&AsmError<Place>| {
        extension.is_known() || !matches!(error.kind, AsmErrorKind::UnknownMnemonic { .. })
    };
    let own = extension.errors().into_iter();
    own.chain(block.errors.iter().filter(is_known).map(Error::from)).collect()
}

/// `Source { records: &[b"…"], data: &[b"…"], places: b"…", groups: &[…], … }`.
fn source(
    facade: &Facade,
    extension: &Extension,
    records: &Records,
    constants: &Constants,
) -> TokenStream {
    let private = facade.private();
    let pieces = byte_strings(records.pieces());
    let data = byte_strings(records.data.iter());
    let places = Literal::byte_string(&records.places);
    let constants = constants.fields(facade);
    let forms = match extension.known().and_then(|known| known.of_all(facade)) {
        Some(all) => generate!(<#all as #private::InstructionSet>::FORMS),
        None => generate!(&[]),
    };
    generate! {
        #private::Source {
            records: &[#pieces],
            data: &[#data],
            places: #places,
            #constants
            extension: #forms,
        }
    }
}

/// `b"…", b"…",`.
fn byte_strings<B: AsRef<[u8]>>(all: impl Iterator<Item = B>) -> TokenStream {
    let literals = all.map(|bytes| Literal::byte_string(bytes.as_ref()));
    generate!(#(#literals,)*)
}
