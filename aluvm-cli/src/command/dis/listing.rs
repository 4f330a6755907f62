//! The text of a library of whose source nothing is known.

use aluvm_core::isa::InstructionSet;

use super::{Shown, comment};
use crate::sources::Loaded;

/// The disassembly, perhaps with the bytes of the instructions.
pub(super) fn text<E: InstructionSet>(loaded: &Loaded, shown: Shown) -> String {
    let Loaded { lib, profile, .. } = loaded;
    let text = lib.listing_for::<E>(profile).to_string();
    if !shown.bytes {
        return text;
    }
    let mut offsets: Vec<usize> = text.lines().filter_map(offset).collect();
    offsets.push(lib.code().len());
    let mut ends = offsets.into_iter().skip(1);
    let lines = text.lines().map(|line| match offset(line) {
        Some(start) => {
            let end = ends.next().unwrap_or(start);
            comment(line, lib.code().get(start..end).unwrap_or_default()) + "\n"
        }
        None => format!("{line}\n"),
    });
    lines.collect()
}

/// The offset that a line of an instruction begins with.
fn offset(line: &str) -> Option<usize> {
    let (digits, _) = line.strip_prefix("/* 0x")?.split_once(" */")?;
    usize::from_str_radix(digits, 16).ok()
}
