//! The words that instructions begin with, and the rows of the instruction table behind each.
//!
//! The base table is sorted while this crate compiles, the rows of a host's extension once for each
//! block, so that a statement costs a binary search.

use alloc::string::String;
use alloc::vec::Vec;

use crate::isa::{FORMS, Form, Syntax};

/// One way to write an instruction, with the row that it belongs to.
#[derive(Clone, Copy)]
pub(crate) struct Row {
    pub(crate) form: &'static Form,
    pub(crate) syntax: &'static Syntax,
    pub(crate) is_extension: bool,
}

static BASE: [Row; count(FORMS)] = sorted(FORMS);

/// Where the mnemonics with each first letter begin in [`BASE`], so that a search goes over few.
static LETTERS: [u16; 27] = letters(&BASE);

const fn letters(rows: &[Row]) -> [u16; 27] {
    let mut starts = [0; 27];
    let mut letter = 0;
    let mut at = 0;
    while letter < starts.len() {
        while at < rows.len() && rows[at].syntax.mnemonic.as_bytes()[0] < b'a' + letter as u8 {
            at += 1;
        }
        starts[letter] = at as u16;
        letter += 1;
    }
    starts
}

const fn count(forms: &[Form]) -> usize {
    let mut count = 0;
    let mut i = 0;
    while i < forms.len() {
        count += forms[i].syntaxes.len();
        i += 1;
    }
    count
}

/// All rows in the order of their mnemonics; those of one mnemonic in the order of the table.
const fn sorted<const N: usize>(forms: &'static [Form]) -> [Row; N] {
    let first = Row { form: &forms[0], syntax: &forms[0].syntaxes[0], is_extension: false };
    let mut rows = [first; N];
    let mut filled = 0;
    let mut i = 0;
    while i < forms.len() {
        let mut j = 0;
        while j < forms[i].syntaxes.len() {
            let syntax = &forms[i].syntaxes[j];
            let mut at = filled;
            while at > 0 && is_before(syntax.mnemonic, rows[at - 1].syntax.mnemonic) {
                rows[at] = rows[at - 1];
                at -= 1;
            }
            rows[at] = Row { form: &forms[i], syntax, is_extension: false };
            filled += 1;
            j += 1;
        }
        i += 1;
    }
    rows
}

const fn is_before(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut i = 0;
    while i < a.len() && i < b.len() {
        if a[i] != b[i] {
            return a[i] < b[i];
        }
        i += 1;
    }
    a.len() < b.len()
}

/// The mnemonics of the base table and of an extension.
pub(crate) struct Mnemonics {
    /// The table of the extension.
    forms: &'static [Form],
    extension: Vec<Row>,
}

/// The rows of one mnemonic.
#[derive(Clone, Copy)]
pub(crate) struct Candidates<'m> {
    base: &'static [Row],
    extension: &'m [Row],
}

impl Mnemonics {
    pub(crate) fn new(extension_forms: &'static [Form]) -> Mnemonics {
        let rows = extension_forms.iter().flat_map(|form| {
            form.syntaxes.iter().map(move |syntax| Row { form, syntax, is_extension: true })
        });
        let mut extension: Vec<Row> = rows.collect();
        extension.sort_by_key(|row| row.syntax.mnemonic);
        Mnemonics { forms: extension_forms, extension }
    }

    pub(crate) fn find(&self, mnemonic: &str) -> Candidates<'_> {
        let letter = mnemonic.bytes().next().map(|first| usize::from(first.wrapping_sub(b'a')));
        let base = match letter.and_then(|letter| LETTERS.get(letter..)?.first_chunk()) {
            Some([start, end]) => &BASE[usize::from(*start)..usize::from(*end)],
            None => &[],
        };
        Candidates { base: range(base, mnemonic), extension: range(&self.extension, mnemonic) }
    }

    /// Whether there is such a mnemonic.
    pub(crate) fn has(&self, mnemonic: &str) -> bool {
        !self.find(mnemonic).is_empty()
    }

    /// The mnemonic that a word in upper case means.
    pub(crate) fn in_lower_case(&self, word: &str) -> Option<String> {
        if !word.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return None;
        }
        Some(word.to_ascii_lowercase()).filter(|lower| self.has(lower))
    }

    /// The instructions of the extension.
    pub(crate) fn extension(&self) -> &'static [Form] {
        self.forms
    }

    /// All mnemonics, some more than once.
    pub(crate) fn all(&self) -> impl Iterator<Item = &'static str> {
        BASE.iter().chain(&self.extension).map(|row| row.syntax.mnemonic)
    }
}

impl<'m> Candidates<'m> {
    /// Those of an unknown mnemonic.
    pub(super) const NONE: Candidates<'static> = Candidates { base: &[], extension: &[] };

    /// Whether any of them takes operands.
    pub(super) fn take_operands(&self) -> bool {
        self.iter().any(|row| !row.syntax.operands.is_empty())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.base.is_empty() && self.extension.is_empty()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = Row> + use<'m> {
        self.base.iter().chain(self.extension).copied()
    }
}

fn range<'r>(rows: &'r [Row], mnemonic: &str) -> &'r [Row] {
    let (mut low, mut high) = (0, rows.len());
    while low < high {
        let middle = (low + high) / 2;
        if rows[middle].syntax.mnemonic < mnemonic {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    while high < rows.len() && rows[high].syntax.mnemonic == mnemonic {
        high += 1;
    }
    &rows[low..high]
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::{BASE, LETTERS, Mnemonics, Row, count, letters, sorted};
    use crate::isa::{FORMS, Syntax};

    /// The texts of all rows with their row, in the order of the table.
    fn texts() -> Vec<(&'static str, u8)> {
        let texts = |form: &'static crate::isa::Form| {
            form.syntaxes.iter().map(|syntax| (syntax.mnemonic, form.row))
        };
        FORMS.iter().flat_map(texts).collect()
    }

    /// The sort that the compiler runs is the stable one of the library.
    #[test]
    fn rows_are_sorted_by_their_mnemonics() {
        let mut expected = texts();
        assert_eq!(count(FORMS), expected.len());
        expected.sort_by_key(|(mnemonic, _)| *mnemonic);
        let rows: [Row; BASE.len()] = sorted(FORMS);
        for (rows, letters) in [(&rows, letters(&rows)), (&BASE, LETTERS)] {
            let found: Vec<_> =
                rows.iter().map(|row| (row.syntax.mnemonic, row.form.row)).collect();
            assert_eq!(found, expected);
            for (letter, start) in (b'a'..=b'z' + 1).zip(letters) {
                let before = expected.iter().filter(|(text, _)| text.as_bytes()[0] < letter);
                assert_eq!(usize::from(start), before.count());
            }
        }
    }

    #[test]
    fn a_mnemonic_finds_all_of_its_rows() {
        let mnemonics = Mnemonics::new(&[]);
        for (mnemonic, _) in texts() {
            let found: Vec<&Syntax> =
                mnemonics.find(mnemonic).iter().map(|row| row.syntax).collect();
            let rows = texts().into_iter().filter(|(other, _)| *other == mnemonic).count();
            assert_eq!(found.len(), rows);
            assert!(found.iter().all(|syntax| syntax.mnemonic == mnemonic));
            assert!(
                mnemonics
                    .find(&alloc::format!("{mnemonic}x"))
                    .iter()
                    .all(|row| row.syntax.mnemonic != mnemonic)
            );
        }
        for none in ["", "A", "{", "aaa", "zzz", "é"] {
            assert!(!mnemonics.has(none), "{none}");
        }
    }
}
