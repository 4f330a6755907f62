//! A block of instructions: all stages one behind the other.

use alloc::collections::BTreeSet;

use super::error::{AsmError, Fault, cut};
use super::parse::{self, Conditions, Grammar, Mnemonics, Mode};
use super::resolve::{Block, Code, Directives, Halves, Scope, check_size, lacking};
use super::token::{Errors, Span, Token, Tokens};
use crate::isa::Form;
use crate::profile::Profile;

/// Assembles a block of tokens. `extension` holds the host's own instructions.
///
/// The errors of the block are found, each once, in the order of the source, but for those behind the
/// hundredth.
pub fn assemble<S: Span>(
    tokens: &[Token<'_, S>],
    extension: &'static [Form],
) -> Block<S, AsmError<S>> {
    assemble_cut(tokens, extension, Conditions::Unknown)
}

/// Assembles a block with conditions, the attributes that [`conditions`](super::conditions) lists.
/// `disabled` has the first token of the first condition of each statement that is not there. Such a
/// statement is read, so that mistakes in how it is written are found, but means nothing: it gives no
/// instruction and no name.
pub fn assemble_with<S: Span>(
    tokens: &[Token<'_, S>],
    extension: &'static [Form],
    disabled: &BTreeSet<usize>,
) -> Block<S, AsmError<S>> {
    assemble_cut(tokens, extension, Conditions::Without(disabled))
}

fn assemble_cut<S: Span>(
    tokens: &[Token<'_, S>],
    extension: &'static [Form],
    conditions: Conditions<'_>,
) -> Block<S, AsmError<S>> {
    let grammar = (Mode::Block, conditions);
    let (mut block, _) = assemble_as(tokens, extension, grammar, &Profile::SPEC);
    cut(&mut block.errors);
    block
}

/// Assembles statements of a kind of text, for a machine with a profile, and gives what directives say beside the
/// instructions.
pub(super) fn assemble_as<S: Span>(
    tokens: &[Token<'_, S>],
    extension: &'static [Form],
    (mode, conditions): (Mode, Conditions<'_>),
    profile: &Profile,
) -> (Block<S, AsmError<S>>, Directives) {
    let tokens = Tokens::new(tokens);
    let mnemonics = Mnemonics::new(extension);
    let grammar = Grammar { mnemonics: &mnemonics, mode, conditions };
    let mut errors = Errors::new(tokens.spans());
    let statements = parse::statements(tokens, 0..tokens.len(), grammar, &mut errors);
    let mut scope = Scope::new(&mnemonics).with_profile(*profile);
    let mut code = Code::with_capacity(statements.list.len());
    code.statements(&statements, &mut scope, &mut errors);
    let halves = Halves::of(profile, code.instrs.iter().map(Option::as_ref));
    code.link(0, None, &halves, &mut errors);
    if let Some((isae, token)) = &code.directives.isae {
        for kind in lacking(isae, code.instrs.iter().flatten()) {
            errors.push(Fault::at(*token, kind));
        }
    }
    check_size(code.instrs.iter().flatten(), code.length, &mut errors);
    (Block { instrs: code.instrs, errors: errors.into_sorted() }, code.directives)
}
