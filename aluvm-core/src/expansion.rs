//! The half of `aluasm!` that runs in the crate of its user, in constant evaluation.
//!
//! The macro expands to one call of [`block`] over one byte-string literal, the cheapest shape for
//! the compiler by far, and to one [`Constant`] for each Rust constant among the operands. Nothing
//! here is meant to be called by hand.

mod constant;
mod float;
pub mod mnemonic;

use core::mem;

pub use constant::{Const, Constant, ConstantValue, Integer, bits, step, switch};

use crate::isa::{ExtensionInstr, Form, Given, Instr, Verbatim};
use crate::library::LibId;

/// Set in the first byte of a record whose constant follows: two bytes of length and the bytes.
pub const DATA: u8 = 1;
/// Set in the first byte of a record that the 32 bytes of a library id follow.
pub const LIBRARY: u8 = 2;
/// Set in the first byte of a record whose word has 16 bytes, not four.
pub const LONG: u8 = 4;
/// Set in the first byte of a record whose row is one of the extension's.
pub const EXTENSION: u8 = 8;
/// The first byte of a record of plain bytes: their number and the bytes follow.
pub const VERBATIM: u8 = 16;

/// The instructions of a block. For each there is a record: flags, the row, the instruction word,
/// and what the flags announce. `constants` stand in the order of their instructions.
///
/// # Panics
///
/// In constant evaluation, where the macro and this function disagree.
pub const fn block<const N: usize>(
    mut records: &'static [u8],
    extension: &'static [Form],
    constants: &[Constant],
) -> [Instr; N] {
    let mut instrs = [const { Instr::Fail }; N];
    let mut next = 0;
    let mut number = 0;
    while number < N {
        let [kind, row, rest @ ..] = records else { panic!("a block ends too early") };
        records = rest;
        let instr = if *kind == VERBATIM {
            let (bytes, rest) = records.split_at(*row as usize);
            records = rest;
            Instr::Verbatim(Verbatim::new(bytes).expect("bytes of no length"))
        } else {
            let (mut word, mut given);
            (word, given, records) = operands(*kind, records);
            while next < constants.len() && constants[next].instr == number {
                (word, given) = constants[next].value.apply(word, given);
                next += 1;
            }
            if *kind & EXTENSION != 0 {
                let form = &extension[*row as usize];
                Instr::Extension(ExtensionInstr::new(form, word).expect("a word of another form"))
            } else {
                Instr::from_row(*row as usize, word, given)
            }
        };
        // `Instr` has drop glue, which does not run in constants: what was there is forgotten.
        mem::forget(mem::replace(&mut instrs[number], instr));
        number += 1;
    }
    instrs
}

/// The word of a record, its operand from another segment, and the records behind.
const fn operands(kind: u8, records: &'static [u8]) -> (u128, Given, &'static [u8]) {
    let (word, mut records) = match records {
        [a, b, c, d, rest @ ..] if kind & LONG == 0 => {
            (u32::from_le_bytes([*a, *b, *c, *d]) as u128, rest)
        }
        _ => match records.split_first_chunk::<16>() {
            Some((word, rest)) => (u128::from_le_bytes(*word), rest),
            None => panic!("a block ends too early"),
        },
    };
    let mut given = Given::Nothing;
    if kind & DATA != 0 {
        let [low, high, rest @ ..] = records else { panic!("a block ends too early") };
        let (data, rest) = rest.split_at(u16::from_le_bytes([*low, *high]) as usize);
        given = Given::Data(data);
        records = rest;
    }
    if kind & LIBRARY != 0 {
        let Some((id, rest)) = records.split_first_chunk::<32>() else {
            panic!("a block ends too early")
        };
        given = Given::Library(LibId::from_bytes(*id));
        records = rest;
    }
    (word, given, records)
}

/// What stands in the place of a block with errors: as many instructions, so that nothing else goes
/// wrong from it.
pub const fn fallback<const N: usize>() -> [Instr; N] {
    [const { Instr::Fail }; N]
}
