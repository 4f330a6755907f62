//! The documentation of routines and libraries beside what their authors wrote.

use std::fmt::Write;

use aluvm_core::contract::{AssembledRoutine, PublicParameter};
use aluvm_core::flow::{Bounds, RegisterSet};
use aluvm_core::library::LibId;
use proc_macro2::TokenStream;

use super::expand::Library;
use crate::facade::generate;

/// That of a library, for its module.
pub(super) fn of_library(library: &Library<'_>, id: Option<LibId>) -> TokenStream {
    let mut text = String::from("\n# Library\n\n");
    if let Some(id) = id {
        let _ = writeln!(text, "Its id is `{id}`.");
    }
    if !library.imports.is_empty() {
        let names = library.imports.iter().filter_map(|(number, _)| {
            Some(format!(
                "[`{0}`](mod@{0})",
                library.contract.inside.items.get(*number)?.name?.text
            ))
        });
        let _ = writeln!(text, "It calls {}.", names.collect::<Vec<_>>().join(", "));
    }
    generate!(#[doc = #text])
}

/// That of a routine.
pub(super) fn of_routine(library: &Library<'_>, routine: &AssembledRoutine) -> TokenStream {
    let mut text = String::from("\n");
    parameters(&mut text, "Inputs", &routine.inputs);
    parameters(&mut text, "Outputs", &routine.outputs);
    let _ = writeln!(text, "Writes {}.  ", registers(&routine.summary.writes));
    let _ = writeln!(text, "Complexity of a success: {}.\n", bounds(routine.summary.succeeding));
    let _ = writeln!(text, "# Errors\n\nIf an input cannot be set, or the routine fails.\n");
    let mut listing = String::from("# Listing\n\n```text\n");
    for statement in library.contract.statements.get(routine.statements.clone()).unwrap_or_default()
    {
        let offset =
            library.contract.instrs.get(statement.instrs.start).map_or(0, |instr| instr.offset);
        let source = library.contract.source_of(statement, &library.tokens.list);
        let _ = writeln!(listing, "0x{offset:04X}  {source};");
    }
    listing.push_str("```\n");
    generate!(#[doc = #text] #[cfg_attr(doc, doc = #listing)])
}

fn parameters(text: &mut String, what: &str, all: &[PublicParameter]) {
    if all.is_empty() {
        return;
    }
    let names = all.iter().map(|PublicParameter { name, register, is_optional }| {
        let mark = if *is_optional { "?" } else { "" };
        format!("`{name}: {register}{mark}`")
    });
    let _ = writeln!(text, "{what}: {}.  ", names.collect::<Vec<_>>().join(", "));
}

fn registers(set: &RegisterSet) -> String {
    if *set == RegisterSet::ALL {
        return "any register".into();
    }
    match set.is_empty() {
        true => "no register".into(),
        false => set.iter().map(|one| format!("`{one}`")).collect::<Vec<_>>().join(", "),
    }
}

fn bounds(bounds: Option<Bounds>) -> String {
    match bounds {
        None => "it never succeeds".into(),
        Some(Bounds { least, most: Some(most) }) if least == most => format!("{least}"),
        Some(Bounds { least, most: Some(most) }) => format!("{least} to {most}"),
        Some(Bounds { least, most: None }) => format!("{least} or more"),
    }
}
