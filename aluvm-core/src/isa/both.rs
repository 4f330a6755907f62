//! Two extensions together, for programs that use the instructions of both.

use super::check::check_table;
use super::extension::InstructionSet;
use super::form::Form;

/// The instructions of two extensions, which have no opcode in common: that would be an error of the
/// compiler's. More than two are `Both<First, Both<Second, Third>>`, as `#![isa(First, Second, Third)]` in a block
/// stands for.
///
/// Libraries name each of the extensions whose instructions they use. If both run, so do they together; their context
/// is a pair of the contexts of the two.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Both<A, B> {
    /// An instruction of the first.
    First(A),
    /// An instruction of the second.
    Second(B),
}

impl<A: InstructionSet, B: InstructionSet> InstructionSet for Both<A, B> {
    /// None of its own: each form names that of its set.
    const ID: &'static str = "";

    const FORMS: &'static [Form] = {
        let table: &'static Table = &const { Table::of(A::FORMS, B::FORMS) };
        table.forms.split_at(table.length).0
    };

    fn from_word(word: u128) -> Option<Both<A, B>> {
        match A::from_word(word) {
            Some(instr) => Some(Both::First(instr)),
            None => B::from_word(word).map(Both::Second),
        }
    }
}

/// The rows of two sets. The length of an array cannot depend on a type, so it has room for all numbers of rows.
struct Table {
    forms: [Form; ROWS_MAX],
    length: usize,
}

/// As many rows as a number of a row can tell apart.
const ROWS_MAX: usize = 1 << u8::BITS;

impl Table {
    const fn of(first: &[Form], second: &[Form]) -> Table {
        let mut table = Table { forms: [Form::NONE; ROWS_MAX], length: 0 };
        table.append(first);
        table.append(second);
        let mut a = 0;
        while a < first.len() {
            let mut b = 0;
            while b < second.len() {
                assert!(
                    first[a].opcode != second[b].opcode,
                    "two extensions of one program have instructions with the same opcode"
                );
                b += 1;
            }
            a += 1;
        }
        check_table(table.forms.split_at(table.length).0, 0x80, 0xFE);
        table
    }

    const fn append(&mut self, forms: &[Form]) {
        let mut number = 0;
        while number < forms.len() {
            assert!(self.length < ROWS_MAX, "extensions of one program have more than 256 rows");
            self.forms[self.length] = Form { row: self.length as u8, ..forms[number] };
            self.length += 1;
            number += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::Table;
    use crate::isa::{FORMS, Form};

    /// Rows of the base table as those of an extension with these opcodes.
    fn rows(names: &[&str], opcodes: &[u8]) -> Vec<Form> {
        let form = |name: &&str| FORMS.iter().find(|form| form.name == *name).expect("a row");
        let forms = names.iter().map(form).zip(opcodes);
        forms.zip(0..).map(|((form, opcode), row)| Form { opcode: *opcode, row, ..*form }).collect()
    }

    #[test]
    fn rows_of_both_stand_behind_each_other() {
        let first = rows(&["Fail", "ClrA"], &[0x90, 0x80]);
        let second = rows(&["Test", "ClrR", "Nop"], &[0x81, 0xFE, 0x91]);
        let table = Table::of(&first, &second);
        let found: Vec<_> = table.forms[..table.length]
            .iter()
            .map(|form| (form.name, form.row, form.opcode))
            .collect();
        let expected = [
            ("Fail", 0, 0x90),
            ("ClrA", 1, 0x80),
            ("Test", 2, 0x81),
            ("ClrR", 3, 0xFE),
            ("Nop", 4, 0x91),
        ];
        assert_eq!(found, expected);
        assert_eq!(Table::of(&[], &second).length, 3);
    }

    #[test]
    #[should_panic(expected = "have instructions with the same opcode")]
    fn an_opcode_belongs_to_one_of_them() {
        Table::of(&rows(&["Fail", "Nop"], &[0x90, 0x91]), &rows(&["Test"], &[0x91]));
    }

    #[test]
    #[should_panic(expected = "two texts of the instruction table cannot be told apart")]
    fn a_text_belongs_to_one_of_them() {
        Table::of(&rows(&["Fail"], &[0x90]), &rows(&["Fail"], &[0x91]));
    }
}
