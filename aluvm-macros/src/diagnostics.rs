//! From the assembler's errors to the compiler's.

use aluvm_core::asm::{AsmError, Note};
use proc_macro::{Delimiter, Group, Literal, TokenStream, TokenTree};

use crate::lex::Place;
use crate::tokens::Writer;

/// All errors of a block.
pub(crate) fn errors(errors: &[AsmError<Place>]) -> TokenStream {
    let mut all = TokenStream::new();
    for error in errors {
        let mut report = error.report();
        if let Some((Note::FirstDefinition, place)) = error.note {
            report.push_str(&format!("\n  = note: first defined in line {}", place.first.line()));
        }
        all.extend(compile_error(error.span, &report));
    }
    all
}

/// One error, `::core::compile_error! { "message" }`: the compiler underlines from the span of its
/// first token to that of its last.
pub(crate) fn compile_error(place: Place, message: &str) -> TokenStream {
    let mut first = Writer::new(place.first);
    first.source("::core::compile_error!");
    let mut message = Literal::string(message);
    message.set_span(place.last);
    let mut group = Group::new(Delimiter::Brace, TokenTree::from(message).into());
    group.set_span(place.last);
    first.tokens([group.into()]);
    first.finish()
}
