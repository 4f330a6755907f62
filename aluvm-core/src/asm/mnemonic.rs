//! Finding the rows of the instruction table by mnemonic.
//!
//! The base table is sorted while this crate compiles, the rows of a host's extension once for each
//! block, so that a statement costs a binary search.

use alloc::vec::Vec;

use crate::isa::{FORMS, Form, Syntax};

/// One way to write an instruction, with the row that it belongs to.
#[derive(Clone, Copy)]
pub(super) struct Row {
    pub(super) form: &'static Form,
    pub(super) syntax: &'static Syntax,
    pub(super) is_extension: bool,
}

static BASE: [Row; count(FORMS)] = sorted(FORMS);

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
pub(super) struct Mnemonics {
    extension: Vec<Row>,
}

/// The rows of one mnemonic.
#[derive(Clone, Copy)]
pub(super) struct Candidates<'m> {
    base: &'static [Row],
    extension: &'m [Row],
}

impl Mnemonics {
    pub(super) fn new(extension: &'static [Form]) -> Mnemonics {
        let rows = extension.iter().flat_map(|form| {
            form.syntaxes.iter().map(move |syntax| Row { form, syntax, is_extension: true })
        });
        let mut extension: Vec<Row> = rows.collect();
        extension.sort_by_key(|row| row.syntax.mnemonic);
        Mnemonics { extension }
    }

    pub(super) fn find(&self, mnemonic: &str) -> Candidates<'_> {
        Candidates { base: range(&BASE, mnemonic), extension: range(&self.extension, mnemonic) }
    }

    /// Whether there is such a mnemonic.
    pub(super) fn has(&self, mnemonic: &str) -> bool {
        !self.find(mnemonic).is_empty()
    }

    /// All mnemonics, some more than once.
    pub(super) fn all(&self) -> impl Iterator<Item = &'static str> {
        BASE.iter().chain(&self.extension).map(|row| row.syntax.mnemonic)
    }
}

impl<'m> Candidates<'m> {
    pub(super) fn is_empty(&self) -> bool {
        self.base.is_empty() && self.extension.is_empty()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Row> + use<'m> {
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
