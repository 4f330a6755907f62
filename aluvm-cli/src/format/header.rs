//! Items of a contract: their heads, and the lists in them, which take a line each where one is too long.

use super::layout::{Layout, STATEMENT, Surroundings};
use super::pieces::Piece;

/// The longest head of a routine in one line, in characters.
const WIDTH: usize = 100;

impl Layout<'_, '_> {
    /// An item, or an attribute of one.
    pub(super) fn item(&mut self) {
        let start = self.at;
        if self.is_attribute(start) {
            return self.inline(self.behind_group(start), start);
        }
        let mut word = start + usize::from(self.is(start, "pub"));
        if self.is(word, "(") {
            word = self.behind_group(word);
        }
        match self.body(word) {
            Some(body) if self.is(word, "fn") => {
                self.head(word, body);
                self.step = self.step_of(body + 1);
                self.block(body, Surroundings::Routine);
                self.step = STATEMENT;
            }
            Some(body) if self.is(word, "enum") => {
                self.inline(body, start);
                self.block(body, Surroundings::List);
            }
            _ => self.inline(self.statement_end(start).max(start + 1), start),
        }
    }

    /// The `{` of the item that begins here, if it has one.
    fn body(&self, mut at: usize) -> Option<usize> {
        loop {
            match self.piece(at)?.text {
                "{" => return Some(at),
                ";" => return None,
                "(" | "[" => at = self.behind_group(at),
                _ => at += 1,
            }
        }
    }

    /// What stands in braces, of which the first is at `open`.
    fn block(&mut self, open: usize, surroundings: Surroundings) {
        if self.is_commented {
            self.break_line(0);
        }
        self.inline(open + 1, open + 1);
        self.is_block_start = true;
        match surroundings {
            Surroundings::List => self.elements(),
            _ => self.statements(surroundings),
        }
        if self.at > open + 1 {
            self.break_line(0);
        }
        self.inline(self.at + 1, self.at);
    }

    /// What stands before the `{` of a routine, whose `fn` is at `word`.
    fn head(&mut self, word: usize, body: usize) {
        if self.fits(body) {
            return self.row(body);
        }
        self.inline(word, self.at);
        while let Some(open) = (self.at..body).find(|at| self.is(*at, "(")) {
            let close = self.behind_group(open) - 1;
            self.inline(open + 1, word);
            if close > open + 1 {
                self.elements();
                self.break_line(0);
            }
            self.inline(close + 1, close);
            // What fits behind the first list stays together.
            if self.fits(body) {
                break;
            }
        }
        self.row(body);
    }

    /// Whether the pieces up to `end` and what opens a block fit into the line.
    fn fits(&self, end: usize) -> bool {
        let pieces = self.pieces.get(self.at..end).unwrap_or_default();
        if pieces.iter().any(Piece::is_comment) {
            return false;
        }
        let mut layout = Layout::new(self.pieces, 0);
        layout.at = self.at;
        layout.row(end);
        let width = self.width();
        width + usize::from(width > 0) + layout.width() + " {".len() <= WIDTH
    }

    /// Writes the pieces up to `end` in a line, without commas behind the last of a list.
    fn row(&mut self, end: usize) {
        let start = self.at;
        for at in start..end {
            if self.is(at, ",") && self.is(at + 1, ")") && at > start && !self.is(at - 1, "(") {
                self.inline(at, start);
                self.at = at + 1;
            }
        }
        self.inline(end, start);
    }

    /// The elements of a list, a line each, to the bracket that closes it.
    fn elements(&mut self) {
        while self.line_begins(Surroundings::List) {
            let start = self.at;
            if self.is_attribute(start) {
                self.inline(self.behind_group(start), start);
                continue;
            }
            let end = self.element_end();
            self.inline(end, start);
            if !self.is(self.at.saturating_sub(1), ",") {
                self.out.push(',');
            }
        }
    }

    /// The index behind the element that begins here and its comma.
    fn element_end(&self) -> usize {
        let (mut at, mut end) = (self.at, self.at);
        while let Some(piece) = self.piece(at) {
            match piece.text {
                "," => return at + 1,
                ")" | "]" | "}" => break,
                "(" | "[" | "{" => at = self.behind_group(at),
                _ => at += 1,
            }
            // Comments at the end are looked at where the next line begins.
            end = if piece.is_comment() { end } else { at };
        }
        end
    }
}
