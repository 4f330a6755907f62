//! Lines: what stands in one, in which column it begins, and where comments and empty lines stay.

use super::before_comment;
use super::pieces::{Piece, PieceKind};

/// The column of instructions and of what stands around them in a routine.
pub(super) const STATEMENT: usize = 8;
/// The same where only structured statements stand, as in Rust.
pub(super) const STRUCTURED: usize = 4;
/// The column of labels.
const LABEL: usize = 4;
/// The column of what stands in a list over several lines.
const ELEMENT: usize = 4;
/// How much further the lines of a statement behind its first one begin.
const CONTINUATION: usize = 8;

/// The column of operands, counted from the mnemonic.
const OPERANDS: usize = 8;

/// Words behind which a statement or item goes on.
const GOES_ON: [&str; 8] = ["as", "const", "in", "let", "not", "pub", "require", "use"];

/// A text that is being laid out. What is written ends within a line.
pub(super) struct Layout<'p, 't> {
    pub(super) pieces: &'p [Piece<'t>],
    /// The next piece.
    pub(super) at: usize,
    pub(super) out: String,
    /// Where the last line begins.
    line: usize,
    /// Whether nothing stands in the block yet.
    pub(super) is_block_start: bool,
    /// Whether a token stands in the last line.
    is_begun: bool,
    /// Whether the last line ends with a comment that nothing can follow.
    pub(super) is_commented: bool,
    /// In how many blocks of a routine it stands.
    pub(super) depth: usize,
    /// How much further the statements of the routine begin than what they belong to.
    pub(super) step: usize,
    /// Where the line begins that is of the language above the instructions.
    pub(super) structured_from: Option<usize>,
}

/// What stands around lines.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Surroundings {
    /// Items of a contract.
    Items,
    /// Elements of a list.
    List,
    /// Statements of a routine.
    Routine,
    /// Statements of a disassembly.
    Listing,
}

impl<'p, 't> Layout<'p, 't> {
    pub(super) fn new(pieces: &'p [Piece<'t>], length: usize) -> Self {
        let out = String::with_capacity(length + length / 4);
        let (is_block_start, is_begun, is_commented) = (true, false, false);
        Layout {
            pieces,
            at: 0,
            out,
            line: 0,
            is_block_start,
            is_begun,
            is_commented,
            depth: 0,
            step: STATEMENT,
            structured_from: None,
        }
    }

    /// The whole text.
    pub(super) fn document(mut self) -> String {
        let first = self.pieces.iter().find(|piece| !piece.is_comment());
        if first.is_some_and(|first| first.is(".")) {
            self.statements(Surroundings::Listing);
        }
        while self.line_begins(Surroundings::Items) {
            self.item();
        }
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out
    }

    pub(super) fn piece(&self, at: usize) -> Option<&'p Piece<'t>> {
        self.pieces.get(at)
    }

    pub(super) fn is(&self, at: usize, text: &str) -> bool {
        self.piece(at).is_some_and(|piece| piece.is(text))
    }

    /// The characters of the last line.
    pub(super) fn width(&self) -> usize {
        self.out.get(self.line..).unwrap_or_default().chars().count()
    }

    /// Begins a line.
    pub(super) fn break_line(&mut self, column: usize) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.line = self.out.len();
        self.pad(column);
        (self.is_block_start, self.is_begun, self.is_commented) = (false, false, false);
    }

    fn pad(&mut self, count: usize) {
        self.out.extend(std::iter::repeat_n(' ', count));
    }

    /// Writes a piece.
    pub(super) fn push(&mut self, piece: &Piece<'_>) {
        self.out.push_str(piece.text);
        if matches!(piece.kind, PieceKind::Literal | PieceKind::BlockComment)
            && let Some(at) = piece.text.rfind('\n')
        {
            self.line = self.out.len() - piece.text.len() + at + 1;
        }
        (self.is_begun, self.is_commented) = (true, piece.kind == PieceKind::LineComment);
    }

    /// Writes the comments that stand here, then begins the line of what follows; no if nothing follows in
    /// this block.
    pub(super) fn line_begins(&mut self, surroundings: Surroundings) -> bool {
        let rest = self.pieces.get(self.at..).unwrap_or_default();
        let comments = rest.iter().position(|piece| !piece.is_comment()).unwrap_or(rest.len());
        let (comments, rest) = rest.split_at(comments);
        let ends = |piece: &Piece<'_>| match surroundings {
            Surroundings::Routine => piece.is("}"),
            Surroundings::List => matches!(piece.text, "}" | ")" | "]"),
            Surroundings::Items | Surroundings::Listing => false,
        };
        let next = rest.first().filter(|next| !ends(next));
        let margin = next.map_or(0, |next| margin(comments, next));
        let behind = match self.out.is_empty() || self.is_commented {
            true => 0,
            false => comments.iter().take_while(|comment| comment.breaks == 0).count(),
        };
        let behind = behind.min(comments.len() - margin);
        self.at += comments.len();
        let column = self.column(surroundings);
        let (behind, others) = comments.split_at(behind);
        let (own, margin) = others.split_at(others.len() - margin);
        self.behind(behind, surroundings);
        for (number, comment) in own.iter().enumerate() {
            if number > 0 && comment.breaks == 0 {
                self.out.push(' ');
            } else {
                self.separate(comment.breaks, column);
            }
            self.push(comment);
        }
        let Some(next) = next else { return false };
        let first = margin.first().unwrap_or(next);
        let length: usize = match surroundings {
            Surroundings::List => 0,
            _ => margin.iter().map(|one| one.text.chars().count() + 1).sum(),
        };
        self.separate(first.breaks, column.saturating_sub(length));
        for comment in margin {
            self.push(comment);
            self.out.push(' ');
            self.is_begun = false;
        }
        true
    }

    /// Begins a line, behind an empty one if there was one.
    fn separate(&mut self, breaks: u32, column: usize) {
        if breaks > 1 && !self.is_block_start {
            self.out.push('\n');
        }
        self.break_line(column);
    }

    /// Writes comments behind what stands in the line.
    fn behind(&mut self, comments: &[Piece<'_>], surroundings: Surroundings) {
        for (number, comment) in comments.iter().enumerate() {
            let is_aligned = number == 0
                && !self.is_block_start
                && matches!(surroundings, Surroundings::Routine | Surroundings::Listing);
            self.pad(if is_aligned { before_comment(self.width()) } else { 1 });
            self.push(comment);
        }
    }

    /// The column in which what stands here begins.
    fn column(&self, surroundings: Surroundings) -> usize {
        let mut at = self.at;
        // An attribute stands where what it is about does.
        while self.is_attribute(at) {
            at = self.behind_attribute(at);
        }
        let is_directive = self.is(at, ".") && !self.is(at + 1, "byte");
        match surroundings {
            Surroundings::Items => 0,
            Surroundings::List => ELEMENT,
            Surroundings::Routine if self.label_end(at).is_some() => {
                self.statement_column() - LABEL
            }
            Surroundings::Listing if is_directive || self.label_end(at).is_some() => 0,
            Surroundings::Routine | Surroundings::Listing => self.statement_column(),
        }
    }

    /// The index behind the label that stands here.
    fn label_end(&self, at: usize) -> Option<usize> {
        let is_word = self.piece(at).is_some_and(Piece::is_word);
        (is_word && self.is(at + 1, ":") && !self.is(at + 2, ":")).then_some(at + 2)
    }

    pub(super) fn is_attribute(&self, at: usize) -> bool {
        self.is(at, "#") && (self.is(at + 1, "[") || self.is(at + 1, "!") && self.is(at + 2, "["))
    }

    /// The index behind an attribute and the comments behind it.
    fn behind_attribute(&self, at: usize) -> usize {
        let mut at = self.behind_group(at);
        while self.piece(at).is_some_and(Piece::is_comment) {
            at += 1;
        }
        at
    }

    /// The index behind the first group that begins here or later.
    pub(super) fn behind_group(&self, at: usize) -> usize {
        let mut depth = 0usize;
        for (number, piece) in self.pieces.iter().enumerate().skip(at) {
            match piece.text {
                "(" | "[" | "{" => depth += 1,
                ")" | "]" | "}" if depth < 2 => return number + 1,
                ")" | "]" | "}" => depth -= 1,
                _ => {}
            }
        }
        self.pieces.len()
    }

    /// Statements to the end of the block.
    pub(super) fn statements(&mut self, surroundings: Surroundings) {
        while self.line_begins(surroundings) {
            self.statement();
        }
    }

    fn statement(&mut self) {
        let start = self.at;
        if self.is_attribute(start) {
            return self.inline(self.behind_group(start), start);
        }
        if let Some(end) = self.label_end(start) {
            return self.inline(end, start);
        }
        if self.structured(start) {
            return;
        }
        let column = self.width();
        let is_word = |at: usize| self.piece(at).is_some_and(Piece::is_word);
        let is_directive = self.is(start, ".") && is_word(start + 1);
        if !is_word(start) && !is_directive {
            return self.inline(self.statement_end(start).max(start + 1), start);
        }
        let mut operands = start + 1 + usize::from(is_directive);
        while self.is(operands, ".") && is_word(operands + 1) {
            operands += 2;
        }
        let end = self.statement_end(operands);
        for piece in self.pieces.get(start..operands).unwrap_or_default() {
            self.push(piece);
        }
        self.at = operands;
        match self.piece(operands) {
            Some(first) if operands < end && !first.is(";") && !first.is_comment() => {
                let length = self.width() - column;
                let is_narrow = self.is(start, "let")
                    || self.step == STRUCTURED && self.is_refusal(start)
                    || is_directive && self.is(start + 1, "byte");
                self.pad(if is_narrow { 1 } else { OPERANDS.saturating_sub(length).max(1) });
                self.push(first);
                self.at += 1;
            }
            _ => {}
        }
        self.inline(end, operands);
    }

    /// The index behind the statement or item that begins here: behind its `;`, or where a line behind `head`
    /// begins with what cannot belong to it, because the `;` is missing.
    pub(super) fn statement_end(&self, head: usize) -> usize {
        let mut depth = 0usize;
        // Comments at the end are looked at where the next line begins.
        let mut end = head;
        for (number, piece) in self.pieces.iter().enumerate().skip(head) {
            match piece.text {
                "}" | ")" | "]" if depth == 0 => break,
                "(" | "[" | "{" => depth += 1,
                "}" | ")" | "]" => depth -= 1,
                ";" if depth == 0 => return number + 1,
                _ if piece.is_comment() => continue,
                _ => {}
            }
            if depth == 0 && piece.breaks > 0 && number > head && self.begins_next(end - 1, piece) {
                break;
            }
            end = number + 1;
        }
        end
    }

    /// Whether a piece at the beginning of a line belongs to the next statement, by what stands before it.
    fn begins_next(&self, before: usize, piece: &Piece<'_>) -> bool {
        let is_open = |piece: &&Piece<'_>| piece.ends_operand() && !GOES_ON.contains(&piece.text);
        let is_closed = self.piece(before).filter(is_open).is_some();
        is_closed && (piece.is("#") || piece.is_word() && !matches!(piece.text, "as" | "in"))
    }

    /// Writes the pieces up to `end` in a line; comments within may need more.
    pub(super) fn inline(&mut self, end: usize, operands: usize) {
        let column = self.indentation() + CONTINUATION.min(self.step);
        for at in self.at..end {
            let Some(piece) = self.piece(at) else { break };
            let before = at.checked_sub(1).and_then(|at| self.piece(at));
            let is_beside_comment = piece.is_comment() || before.is_some_and(Piece::is_comment);
            if self.is_commented || self.is_begun && piece.is_comment() && piece.breaks > 0 {
                self.break_line(column);
            } else if self.is_begun
                && match is_beside_comment {
                    true => !matches!(piece.text, "," | ";"),
                    false => self.is_spaced(at, operands),
                }
            {
                self.out.push(' ');
            }
            self.push(piece);
        }
        self.at = end;
    }

    /// The column in which the last line begins.
    fn indentation(&self) -> usize {
        let line = self.out.get(self.line..).unwrap_or_default();
        line.len() - line.trim_start_matches(' ').len()
    }
}

/// How many of the comments before a piece stand in its line, before it.
fn margin(comments: &[Piece<'_>], next: &Piece<'_>) -> usize {
    let mut breaks = next.breaks;
    let before = comments.iter().rev().take_while(|comment| {
        let is_beside = breaks == 0 && !comment.text.contains('\n');
        breaks = comment.breaks;
        is_beside
    });
    before.count()
}
