//! Where a space stands between two tokens of a line. No answer makes one token of two.

use super::pieces::{Piece, PieceKind};

/// Whether a space stands before the piece at `at`, which has another before it. The operands of an instruction
/// begin at `operands`.
pub(super) fn is_apart(pieces: &[Piece<'_>], at: usize, operands: usize) -> bool {
    let Some(before_at) = at.checked_sub(1) else { return false };
    let (Some(before), Some(piece)) = (pieces.get(before_at), pieces.get(at)) else { return false };
    let earlier = before_at.checked_sub(1).and_then(|at| pieces.get(at));
    let is_first = before_at == operands;
    // Whether what stands before has an operand before it, so that it is between two.
    let is_between = !is_first && earlier.is_some_and(Piece::ends_operand);
    let is_earlier = |text: &str| earlier.is_some_and(|earlier| earlier.is(text));
    match (before.text, piece.text) {
        (_, "," | ";" | "?" | ")" | "]") | ("(" | "[", _) | ("{", "}") => false,
        ("{", _) | (_, "{" | "}") => true,
        (":", ":") | ("=", ">" | "=") | ("-", ">") | ("#", "!") | ("#" | "!", "[") => false,
        (_, ":") if before.is_word() => false,
        (":", _) => !is_earlier(":"),
        (">", _) if is_earlier("=") || is_earlier("-") => true,
        (_, "-") if pieces.get(at + 1).is_some_and(|next| next.is(">")) => true,
        (_, "(") if before.is_word() => false,
        (_, "[") if before.ends_operand() => false,
        (_, ".") if before.is_word() => false,
        (".", _) if piece.is_word() && earlier.is_some_and(Piece::is_word) => false,
        ("@", _) => is_between,
        ("-", _) if piece.kind == PieceKind::Literal && !is_between => false,
        ("'", _) => piece.is_spaced,
        (",", _) | (_, "@") => true,
        (_, "=") if before.ends_operand() => true,
        ("=", _) => true,
        _ if before.ends_operand() && piece.kind != PieceKind::Punct => true,
        _ => piece.is_spaced,
    }
}
