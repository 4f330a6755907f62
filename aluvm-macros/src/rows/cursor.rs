//! Reading tokens one by one. An error leaves the wrong token where it is.

use proc_macro::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};

use super::error;

/// What is left of a group's tokens.
pub(super) struct Cursor<'t> {
    trees: &'t [TokenTree],
    at: usize,
    /// The end of the group.
    end: Span,
}

impl<'t> Cursor<'t> {
    pub(super) fn new(trees: &'t [TokenTree], end: Span) -> Cursor<'t> {
        Cursor { trees, at: 0, end }
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.at >= self.trees.len()
    }

    pub(super) fn next(&mut self) {
        self.at += 1;
    }

    /// Moves behind the next `;`.
    pub(super) fn skip_row(&mut self) {
        while !self.is_at_end() && !self.is_punct(';') {
            self.next();
        }
        self.next();
    }

    /// Where the next token stands, or the end of the group.
    pub(super) fn span(&self) -> Span {
        self.peek().map_or(self.end, TokenTree::span)
    }

    pub(super) fn is_punct(&self, character: char) -> bool {
        matches!(self.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == character)
    }

    pub(super) fn is_ident(&self, name: &str) -> bool {
        matches!(self.peek(), Some(TokenTree::Ident(ident)) if ident.to_string() == name)
    }

    pub(super) fn group(&mut self, delimiter: Delimiter) -> Option<Group> {
        let group = match self.peek() {
            Some(TokenTree::Group(group)) if group.delimiter() == delimiter => group.clone(),
            _ => return None,
        };
        self.next();
        Some(group)
    }

    pub(super) fn ident(&mut self, what: &str) -> Result<Ident, TokenStream> {
        let ident = match self.peek() {
            Some(TokenTree::Ident(ident)) => ident.clone(),
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::None => {
                let trees: Vec<TokenTree> = group.stream().into_iter().collect();
                match &trees[..] {
                    [TokenTree::Ident(ident)] => ident.clone(),
                    _ => return Err(self.expected(what)),
                }
            }
            _ => return Err(self.expected(what)),
        };
        self.next();
        Ok(ident)
    }

    pub(super) fn keyword(&mut self, word: &str) -> Result<(), TokenStream> {
        if !self.is_ident(word) {
            return Err(self.expected(&format!("`{word}`")));
        }
        self.next();
        Ok(())
    }

    pub(super) fn punct(&mut self, character: char) -> Result<(), TokenStream> {
        if !self.is_punct(character) {
            return Err(self.expected(&format!("`{character}`")));
        }
        self.next();
        Ok(())
    }

    pub(super) fn number(&mut self, what: &str) -> Result<i128, TokenStream> {
        let start = self.at;
        let is_negative = self.is_punct('-');
        self.at += usize::from(is_negative);
        let text = self.peek().map(TokenTree::to_string).unwrap_or_default().replace('_', "");
        let number = match text.strip_prefix("0x") {
            Some(digits) => i128::from_str_radix(digits, 16),
            None => text.parse(),
        };
        let Ok(number) = number else {
            self.at = start;
            return Err(self.expected(what));
        };
        self.next();
        Ok(if is_negative { -number } else { number })
    }

    /// A text in quotes.
    pub(super) fn text(&mut self, what: &str) -> Result<String, TokenStream> {
        let text = match self.peek() {
            Some(TokenTree::Literal(literal)) => literal.to_string(),
            _ => return Err(self.expected(what)),
        };
        match text.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
            Some(text) => {
                self.next();
                Ok(text.to_owned())
            }
            None => Err(self.expected(what)),
        }
    }

    pub(super) fn expected(&self, what: &str) -> TokenStream {
        let found = match self.peek() {
            Some(TokenTree::Group(group)) => match group.delimiter() {
                Delimiter::Parenthesis => "`(`".into(),
                Delimiter::Bracket => "`[`".into(),
                Delimiter::Brace => "`{`".into(),
                Delimiter::None => format!("`{group}`"),
            },
            Some(tree) => format!("`{tree}`"),
            None => "the end".into(),
        };
        error(self.span(), &format!("expected {what}, found {found}"))
    }

    fn peek(&self) -> Option<&'t TokenTree> {
        self.trees.get(self.at)
    }
}
