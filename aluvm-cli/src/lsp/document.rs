//! A text that is being edited.

use std::rc::Rc;

use lsp_types::{TextDocumentContentChangeEvent, Uri};

use super::position::{Encoding, Lines};

/// A text that is being edited.
#[derive(Clone, Debug)]
pub(super) struct Document {
    /// What the editor calls it.
    pub(super) uri: Uri,
    pub(super) version: i32,
    pub(super) text: Rc<str>,
}

impl Document {
    /// Applies changes, each to what those before it made.
    pub(super) fn change(
        &mut self,
        changes: Vec<TextDocumentContentChangeEvent>,
        encoding: Encoding,
    ) {
        for change in changes {
            let Some(range) = change.range else {
                self.text = change.text.into();
                continue;
            };
            let lines = Lines::of(&self.text);
            let start = lines.offset(&self.text, range.start, encoding);
            let end = lines.offset(&self.text, range.end, encoding).max(start);
            let (head, tail) = (self.text.get(..start), self.text.get(end..));
            let parts = [head.unwrap_or_default(), &change.text, tail.unwrap_or_default()];
            self.text = parts.concat().into();
        }
    }
}
