//! The vectors of `conformance/`: from the rows, from single instructions on edges and random operands, from
//! code with reserved bytes and ends, and from random programs. All is drawn from one seed.

mod control;
mod curves;
mod encoding;
mod operands;
mod program;
mod single;
mod strings;

use std::ops::RangeInclusive;

use aluvm_core::isa::{FORMS, FieldKind, Form};

pub use program::{Mix, program};
pub use single::single;

use crate::random::Random;
use crate::row;
use crate::vector::Vector;

/// What all vectors are drawn from.
const SEED: u64 = 0xA1_0B_17_E5;

/// How many vectors an instruction has for each of its flags, besides those of the rows and programs.
pub const COUNT: usize = 64;

/// The groups of the instruction set, by opcodes. Their rows are in files of the same names.
const GROUPS: [(&str, RangeInclusive<u8>); 10] = [
    ("control", 0x00..=0x07),
    ("put", 0x08..=0x0F),
    ("movement", 0x10..=0x17),
    ("compare", 0x18..=0x1F),
    ("arithmetic", 0x20..=0x27),
    ("float", 0x20..=0x27),
    ("bitwise", 0x28..=0x2F),
    ("string", 0x30..=0x3F),
    ("digest", 0x80..=0x84),
    ("curve", 0x88..=0x8F),
];

/// The names of the files of vectors.
pub fn files() -> impl Iterator<Item = &'static str> {
    GROUPS.iter().map(|(name, _)| *name).chain(["encoding", "programs"])
}

/// The vectors of a file.
pub fn vectors(file: &str) -> Vec<Vector> {
    let mut random = Random::new(
        SEED ^ u64::from_le_bytes(std::array::from_fn(|index| {
            file.as_bytes().get(index).copied().unwrap_or(0)
        })),
    );
    match file {
        "encoding" => encoding::vectors(&mut random),
        "programs" => program::vectors(&mut random),
        _ => group(file, &mut random),
    }
}

fn group(name: &str, random: &mut Random) -> Vec<Vector> {
    let rows = row::rows(row::file(name)).into_iter().map(|row| Vector::new("row", row.case()));
    let mut vectors: Vec<Vector> = rows.collect();
    // Eight formats in four rounding modes have more to show.
    let count = if name == "float" { 2 * COUNT } else { COUNT };
    for form in FORMS.iter().filter(|form| group_of(form) == name) {
        if name == "control" {
            vectors.extend(control::vectors(form, random));
            continue;
        }
        for flag in flags(form) {
            vectors.extend((0..count).map(|number| single::single(form, flag, number, random)));
        }
    }
    vectors
}

/// The group that a form's vectors stand in: arithmetic on floats is apart; `nop` stands with control.
fn group_of(form: &Form) -> &'static str {
    let is_float = matches!(form.name, "AddF" | "SubF" | "MulF" | "DivF");
    let group = GROUPS.iter().find(|(name, opcodes)| {
        opcodes.contains(&form.opcode) && !(*name == "arithmetic" && is_float)
    });
    group.map_or("control", |(name, _)| *name)
}

/// The values of a form's flags; one if it has none.
pub fn flags(form: &Form) -> Vec<Option<u8>> {
    let flags = form.fields.iter().find_map(|field| match field.kind {
        FieldKind::Flags(flags) => Some(flags),
        _ => None,
    });
    flags.map_or(vec![None], |flags| flags.iter().map(|flag| Some(flag.bits)).collect())
}
