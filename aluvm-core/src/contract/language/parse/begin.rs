//! How a statement begins that a contract without this language does not have.

use core::ops::Range;

use crate::asm::parse::{Grammar, Mode, size_from_name};
use crate::asm::token::{Delimiter, Span, TokenKind, Tokens};

/// The words that begin statements.
pub const STATEMENT_WORDS: [&str; 9] =
    ["let", "require", "refuse", "if", "while", "loop", "break", "continue", "return"];

/// The statements of this language by what they begin with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Begin {
    Let,
    LetEach,
    Assign,
    Call,
    Require,
    If,
    While,
    Loop,
    Break,
    Continue,
    Return,
}

/// Whether a statement of this language stands among the tokens of a routine, as far as that can be told without
/// reading them all. It saves routines of instructions the reading.
pub(in crate::contract) fn has_any<S: Span>(
    tokens: Tokens<'_, S>,
    range: Range<usize>,
    grammar: Grammar<'_>,
) -> bool {
    let tokens = tokens.until(range.end);
    let first = range.start;
    range.into_iter().any(|at| {
        let may_begin = at == first
            || matches!(
                tokens.kind(at - 1),
                Some(TokenKind::Punct(';' | ':') | TokenKind::Close(Delimiter::Bracket))
            );
        may_begin && begin(tokens, grammar, at).is_some()
    })
}

/// Whether a statement of this language begins at a token.
pub(in crate::contract) fn begins<S: Span>(
    tokens: Tokens<'_, S>,
    grammar: Grammar<'_>,
    at: usize,
) -> bool {
    begin(tokens, grammar, at).is_some()
}

/// What begins at a token; none if it is an instruction, a label, an alias, or a `require` with an instruction.
pub(super) fn begin<S: Span>(
    tokens: Tokens<'_, S>,
    grammar: Grammar<'_>,
    at: usize,
) -> Option<Begin> {
    let word = tokens.ident(at)?;
    if tokens.is_label(at) || grammar.mode != Mode::Routine {
        return None;
    }
    match word {
        "if" => Some(Begin::If),
        "while" => Some(Begin::While),
        "loop" => Some(Begin::Loop),
        "break" => Some(Begin::Break),
        "continue" => Some(Begin::Continue),
        "return" => Some(Begin::Return),
        "let" if tokens.is_open(at + 1, Delimiter::Parenthesis) => Some(Begin::LetEach),
        "let" => (tokens.is_label(at + 1) || lacks_type(tokens, at + 1)).then_some(Begin::Let),
        "require" => requires_condition(tokens, grammar, at + 1).then_some(Begin::Require),
        "refuse" => None,
        _ if is_call(tokens, grammar, at) => Some(Begin::Call),
        _ => {
            let is_register = size_from_name(word).is_some() && is_index(tokens, at + 1);
            let behind = if is_register { at + 4 } else { at + 1 };
            let is_name = is_register || !grammar.mnemonics.has(word);
            (is_name && is_assignment(tokens, behind)).then_some(Begin::Assign)
        }
    }
}

/// Whether what a `let` gives a name to here can only be a variable: with `mut`, or with the value of an expression.
fn lacks_type<S: Span>(tokens: Tokens<'_, S>, at: usize) -> bool {
    if tokens.ident(at) == Some("mut") {
        return tokens.is_label(at + 1);
    }
    if !tokens.is_punct(at + 1, '=') || tokens.ident(at + 2).is_none() {
        return false;
    }
    let behind = if is_index(tokens, at + 3) { at + 6 } else { at + 3 };
    match tokens.kind(behind) {
        Some(TokenKind::Punct(punct)) => "+-*/%&|^<>.".contains(*punct),
        Some(TokenKind::Open(delimiter)) => *delimiter == Delimiter::Parenthesis,
        _ => tokens.ident(behind) == Some("as"),
    }
}

fn is_index<S: Span>(tokens: Tokens<'_, S>, at: usize) -> bool {
    tokens.is_open(at, Delimiter::Bracket) && tokens.is_close(at + 2, Delimiter::Bracket)
}

/// Whether `=` or an operator with it stands here.
fn is_assignment<S: Span>(tokens: Tokens<'_, S>, at: usize) -> bool {
    let is = |at, puncts: &[char]| puncts.iter().any(|punct| tokens.is_punct(at, *punct));
    let operator = match () {
        _ if is(at, &['<']) && is(at + 1, &['<']) || is(at, &['>']) && is(at + 1, &['>']) => 2,
        _ if is(at, &['+', '-', '*', '/', '%', '&', '|', '^']) => 1,
        _ => 0,
    };
    // `x++` is none, and says so.
    let is_step = |step: &[char]| is(at, step) && is(at + 1, step) && is(at + 2, &[';']);
    is(at + operator, &['=']) && !is(at + operator + 1, &['=', '>'])
        || is_step(&['+'])
        || is_step(&['-'])
}

/// Whether something is called here, rather than an instruction written.
pub(super) fn is_call<S: Span>(tokens: Tokens<'_, S>, grammar: Grammar<'_>, at: usize) -> bool {
    let Some(word) = tokens.ident(at) else { return false };
    let is_open = |at| tokens.is_open(at, Delimiter::Parenthesis);
    if tokens.is_path_separator(at + 1) {
        return tokens.ident(at + 3).is_some() && is_open(at + 4);
    }
    let has_flags = tokens.is_punct(at + 1, '.') && tokens.ident(at + 2).is_some();
    is_open(at + 1) || has_flags && is_open(at + 3) && grammar.mnemonics.has(word)
}

/// Whether `require` has a condition of this language, which begins at a token, rather than an instruction.
fn requires_condition<S: Span>(tokens: Tokens<'_, S>, grammar: Grammar<'_>, at: usize) -> bool {
    let mut first = at;
    while tokens.is_punct(first, '!') {
        first += 1;
    }
    if is_call(tokens, grammar, first) {
        return true;
    }
    let Some(word) = tokens.ident(first) else {
        let is_parenthesis = tokens.is_open(first, Delimiter::Parenthesis);
        return is_parenthesis || tokens.is_punct(first, '-') || tokens.literal(first).is_some();
    };
    let is_operator = |at| match tokens.kind(at) {
        Some(TokenKind::Punct(punct)) => {
            "+-*/%&|^<>!".contains(*punct) || *punct == '=' && !tokens.is_punct(at + 1, '>')
        }
        _ => false,
    };
    let is_method = tokens.is_punct(first + 1, '.')
        && tokens.ident(first + 2).is_some()
        && tokens.is_open(first + 3, Delimiter::Parenthesis);
    let is_instruction = matches!(word, "not" | "st0") || grammar.mnemonics.has(word);
    let behind = if is_index(tokens, first + 1) { first + 4 } else { first + 1 };
    !is_instruction
        && (is_operator(behind)
            || is_method
            || tokens.ident(behind) == Some("as")
            || tokens.is_path_separator(behind) && first == at)
}
