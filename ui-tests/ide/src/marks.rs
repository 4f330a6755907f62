//! Marks in sources: a comment `/*? … */` directly before a token says what an editor shows there. Several
//! stand in one comment, apart by `;`.
//!
//! ```text
//! hover TEXT        the hover of the token has this text
//! def NAME          here is the definition of a name for the others
//! goto NAME         going to the definition leads there and nowhere else
//! use NAME          a rename of the name changes this token, as it does the definition
//! rename NAME       a rename here changes the definition and all uses, and nothing else
//! complete A, B     completion with the cursor behind the token offers these
//! document A, B     and these with their documentation
//! not …             rust-analyzer does not do it, and the reason stands beside; tells when it does
//! ```

use std::fs;
use std::io;
use std::path::PathBuf;

const START: &str = "/*?";
const END: &str = "*/";

/// A file with its marks.
pub(crate) struct Source {
    pub(crate) path: PathBuf,
    pub(crate) text: String,
    pub(crate) marks: Vec<Mark>,
}

/// What an editor shows of the token at an offset.
pub(crate) struct Mark {
    pub(crate) offset: usize,
    pub(crate) text: String,
}

impl Mark {
    /// Whether it says that something does not work; and what, as a word and its argument.
    pub(crate) fn parts(&self) -> (bool, &str, &str) {
        let (negated, rest) = match self.text.strip_prefix("not ") {
            Some(rest) => (true, rest),
            None => (false, self.text.as_str()),
        };
        let (word, argument) = rest.split_once(' ').unwrap_or((rest, ""));
        (negated, word, argument.trim())
    }
}

impl Source {
    pub(crate) fn read(path: PathBuf) -> io::Result<Source> {
        let text = fs::read_to_string(&path)?;
        let mut marks = Vec::new();
        for (start, _) in text.match_indices(START) {
            let comment = &text[start + START.len()..];
            let length = comment.find(END).unwrap_or(comment.len());
            let offset = start + START.len() + length + END.len();
            let texts = comment[..length].split(';').map(str::trim);
            marks.extend(texts.map(|text| Mark { offset, text: text.to_owned() }));
        }
        Ok(Source { path, text, marks })
    }

    /// Where the word ends that begins at an offset.
    pub(crate) fn end_of_word(&self, offset: usize) -> usize {
        let rest = &self.text[offset..];
        offset + rest.find(|character| !is_word(character)).unwrap_or(rest.len())
    }

    /// Line and column of an offset, both from zero; columns are bytes.
    pub(crate) fn position(&self, offset: usize) -> (usize, usize) {
        let before = &self.text[..offset];
        let line = before.matches('\n').count();
        (line, offset - before.rfind('\n').map_or(0, |at| at + 1))
    }

    /// The place for a message.
    pub(crate) fn place(&self, offset: usize) -> String {
        let (line, column) = self.position(offset);
        format!("{}:{}:{}", self.path.display(), line + 1, column + 1)
    }

    pub(crate) fn uri(&self) -> String {
        format!("file://{}", self.path.display())
    }
}

/// Whether a character can be in a name.
pub(crate) fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}
