//! Mentions of what carries the documentation of each instruction, with the span of its mnemonic, so that
//! hovering the mnemonic shows it. For the base set this is an item with the mnemonic's name, for an
//! extension the variant.

use aluvm_core::asm::Resolved;
use aluvm_core::isa::Form;
use proc_macro2::{Ident, Punct, Spacing, Span, TokenStream, TokenTree};

use crate::diagnostics::Place;
use crate::extensions::Extensions;
use crate::facade::{Facade, generate};

/// Items that mention instructions, and the extensions.
pub(crate) fn mentions<'r>(
    facade: &Facade,
    extensions: Option<&Extensions>,
    instrs: impl Iterator<Item = &'r Resolved<Place>>,
) -> TokenStream {
    let private = facade.private();
    let mut names: Vec<TokenTree> = Vec::new();
    let mut matches = TokenStream::new();
    for instr in instrs {
        let Some(form) = instr.form else { continue };
        let span = instr.mnemonic.first;
        let extension = extensions.filter(|_| instr.is_extension);
        match extension.and_then(|all| all.path_of(form)) {
            Some(path) => {
                let variant = Ident::new(form.name, span);
                matches.extend(generate! {
                    match #private::instr::<#path>() { #path::#variant { .. } => {} _ => {} }
                });
            }
            None => {
                names.push(Ident::new(written_mnemonic(form, span), span).into());
                names.push(Punct::new(',', Spacing::Alone).into());
            }
        }
    }
    let names: TokenStream = names.into_iter().collect();
    let paths = extensions.into_iter().flat_map(Extensions::paths);
    let uses: TokenStream =
        paths.map(|path| generate!(let _ = #private::instr::<#path>;)).collect();
    let extension = extensions.map(|_| generate!(const _: fn() = || { #uses #matches };));
    generate! {
        const _: &[()] = { use #private::mnemonic::*; &[#names] };
        #extension
    }
}

/// The mnemonic of an instruction, of which one row may have several.
fn written_mnemonic(form: &Form, span: Span) -> &'static str {
    let mut all = form.syntaxes.iter().map(|syntax| syntax.mnemonic);
    let first = all.next().unwrap_or_default();
    match form.syntaxes {
        [_] => first,
        _ => {
            let text = span.source_text();
            all.find(|mnemonic| text.as_deref() == Some(mnemonic)).unwrap_or(first)
        }
    }
}
