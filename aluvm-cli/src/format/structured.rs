//! Statements of the language above the instructions: blocks with lines of their own, and a space around operators.

use super::layout::{Layout, STATEMENT, STRUCTURED, Surroundings};
use super::pieces::Piece;
use super::spacing::is_apart;

/// How deep blocks are laid out. The language has no deeper ones.
const BLOCKS_MAX: usize = 128;

/// The words that blocks follow.
const HEADS: [&str; 3] = ["if", "while", "loop"];

/// Words behind which a parenthesis is no list of arguments.
const APART: [&str; 8] = ["as", "else", "if", "in", "let", "require", "return", "while"];

/// What stands between two values, the longest first.
const OPERATORS: [&str; 22] = [
    "<<=", ">>=", "&&", "||", "==", "!=", "<=", ">=", "=>", "<<", ">>", "+=", "-=", "*=", "/=",
    "%=", "&=", "|=", "^=", "=", "<", ">",
];

/// Those of one character that nothing else begins with.
const SIGNS: [&str; 8] = ["+", "-", "*", "/", "%", "&", "|", "^"];

impl Layout<'_, '_> {
    /// The column in which statements begin here.
    pub(super) fn statement_column(&self) -> usize {
        self.step * (self.depth + 1)
    }

    /// How much further the statements of a routine, and those of each block in it, begin than what they belong to: with
    /// instructions among them as far as these.
    pub(super) fn step_of(&self, body: usize) -> usize {
        if self.is_structured_alone(body) { STRUCTURED } else { STATEMENT }
    }

    /// Whether a routine, the first piece of whose body is at `at`, has statements of the language, and no others but
    /// `refuse`.
    fn is_structured_alone(&self, mut at: usize) -> bool {
        let (mut depth, mut has_any) = (0usize, false);
        while let Some(piece) = self.piece(at) {
            match piece.text {
                "}" if depth == 0 => return has_any,
                "}" => (depth, at) = (depth - 1, at + 1),
                "{" => (depth, at) = (depth + 1, at + 1),
                "else" => at += 1,
                _ if piece.is_comment() => at += 1,
                _ if self.is_attribute(at) => at = self.behind_group(at),
                _ => {
                    let head = self.block_head(at);
                    has_any |= head.is_some() || self.is_structured(at);
                    at = match head {
                        Some(inside) => {
                            depth += 1;
                            inside
                        }
                        None if self.is_structured(at) || self.is_refusal(at) => {
                            self.statement_end(at + 1)
                        }
                        None => return false,
                    };
                }
            }
        }
        false
    }

    /// Whether `refuse` or a word without operands stands here, which the language has too.
    pub(super) fn is_refusal(&self, at: usize) -> bool {
        self.is(at, "refuse") || ["break", "continue", "return"].iter().any(|one| self.is(at, one))
    }

    /// The index behind the brace of the block that begins here.
    fn block_head(&self, at: usize) -> Option<usize> {
        let word = self.piece(at).filter(|piece| HEADS.contains(&piece.text))?;
        let mut at = at + 1;
        while let Some(piece) = self.piece(at).filter(|_| self.depth < BLOCKS_MAX) {
            match piece.text {
                "{" => return Some(at + 1),
                ";" | "}" => return None,
                "(" | "[" => at = self.behind_group(at),
                _ if word.is("loop") && !piece.is_comment() => return None,
                _ => at += 1,
            }
        }
        None
    }

    /// Writes the statement that begins here if it is one of the language.
    pub(super) fn structured(&mut self, start: usize) -> bool {
        if let Some(open) = self.block_head(start) {
            self.blocks(open, start);
            return true;
        }
        if !self.is_structured(start) {
            return false;
        }
        let end = self.statement_end(start + 1);
        self.spaced(end, start);
        true
    }

    /// A block whose brace stands before `open`, and those that `else` puts behind it.
    fn blocks(&mut self, mut open: usize, mut start: usize) {
        loop {
            self.spaced(open, start);
            self.depth += 1;
            self.is_block_start = true;
            self.statements(Surroundings::Routine);
            self.depth -= 1;
            if !self.is(self.at, "}") {
                return;
            }
            self.break_line(self.statement_column());
            self.spaced(self.at + 1, self.at);
            start = self.at;
            let next = match self.is(start, "else") {
                true if self.is(start + 1, "{") => Some(start + 2),
                true => self.block_head(start + 1),
                false => None,
            };
            let Some(next) = next else { return };
            open = next;
        }
    }

    /// Whether an assignment, a call, or what begins with a word of the language stands here.
    fn is_structured(&self, start: usize) -> bool {
        let is_word = |at: usize| self.piece(at).is_some_and(Piece::is_word);
        if !is_word(start) {
            return false;
        }
        if ["let", "require", "return"].iter().any(|word| self.is(start, word)) {
            return true;
        }
        let mut at = start + 1;
        if self.is(at, "[") {
            at = self.behind_group(at);
        }
        while self.is(at, ":") && self.is(at + 1, ":") && is_word(at + 2) {
            at += 3;
        }
        let behind_flags = if self.is(at, ".") && is_word(at + 1) { at + 2 } else { at };
        if self.is(behind_flags, "(") {
            return true;
        }
        let assigns = |length: &usize| self.is(at + length - 1, "=");
        let is_comparison = ["=", "!", "<", ">"].iter().any(|one| self.is(at, one));
        match self.operator(at).filter(assigns) {
            Some(1 | 3) => true,
            Some(_) => !is_comparison,
            None => false,
        }
    }

    /// How many pieces the operator has that stands here.
    fn operator(&self, at: usize) -> Option<usize> {
        let is_there = |text: &&&str| {
            text.char_indices().all(|(number, _)| {
                let piece = self.piece(at + number);
                piece.is_some_and(|piece| Some(piece.text) == text.get(number..number + 1))
            })
        };
        OPERATORS.iter().chain(&SIGNS).find(is_there).map(|text| text.len())
    }

    /// Writes the pieces up to `end` in a line, with a space around operators.
    fn spaced(&mut self, end: usize, start: usize) {
        self.structured_from = Some(start);
        self.inline(end, start);
        self.structured_from = None;
    }

    /// Whether a space stands before the piece at `at`, which has another before it in its line. The operands of an
    /// instruction begin at `operands`.
    pub(super) fn is_spaced(&self, at: usize, operands: usize) -> bool {
        let apart = || is_apart(self.pieces, at, operands);
        let Some(start) = self.structured_from.filter(|start| *start < at) else { return apart() };
        let (Some(before), Some(piece)) = (self.piece(at - 1), self.piece(at)) else {
            return apart();
        };
        if self.operator_between(at, start).is_some() {
            return true;
        }
        let longest = (at - start).min(3);
        for back in 1..=longest {
            match self.operator_between(at - back, start) {
                Some(length) if back <= length => return back == length,
                Some(_) => break,
                None => {}
            }
        }
        match (before.text, piece.text) {
            (word, "!" | "-" | "(") if APART.contains(&word) => true,
            ("!" | "-", _) => false,
            (_, ".") if before.ends_operand() => false,
            (".", _) => false,
            _ => apart(),
        }
    }

    /// How many pieces the operator has that stands here between two values.
    fn operator_between(&self, at: usize, start: usize) -> Option<usize> {
        let before = self.piece(at.checked_sub(1).filter(|before| *before >= start)?)?;
        let is_value = before.ends_operand() && !APART.contains(&before.text);
        self.operator(at).filter(|_| is_value || before.ends_operand() && self.is(at, "="))
    }
}
