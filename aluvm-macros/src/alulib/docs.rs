//! The documentation of routines and libraries beside what their authors wrote.

use std::fmt::Write;

use aluvm_core::asm::Resolved;
use aluvm_core::contract::{AssembledRoutine, Item, ItemKind, PublicParameter};
use aluvm_core::flow::{Bounds, RegisterSet};
use proc_macro2::{Ident, TokenStream};

use super::library::Library;
use crate::aluasm::editor;
use crate::facade::generate;

/// That of a library, for its module. What it calls may not be known yet, so the id stands at the constant.
pub(super) fn of_library(name: &Ident, items: &[Item<'_>]) -> TokenStream {
    let calls = items.iter().filter(|item| matches!(item.kind, ItemKind::Module(_)));
    let names = calls.filter_map(|item| Some(format!("`{}`", item.name?.text)));
    let names = names.collect::<Vec<_>>().join(", ");
    let id = format!("[`ID`](const@{name}::ID)");
    let text = match names.is_empty() {
        true => format!("A library, named by its {id}. It calls no other."),
        false => format!("A library, named by its {id}. It calls {names}."),
    };
    generate!(#[doc = ""] #[doc = #text])
}

/// That of a routine.
pub(super) fn of_routine(library: &Library<'_>, routine: &AssembledRoutine) -> TokenStream {
    let mut text = String::new();
    parameters(&mut text, "Inputs", &routine.inputs);
    parameters(&mut text, "Outputs", &routine.outputs);
    let _ = writeln!(text, "**Writes** {}  ", registers(&routine.summary.writes));
    let _ = writeln!(text, "**Complexity of a success** {}\n", bounds(routine.summary.succeeding));
    let _ = writeln!(text, "# Errors\n\nIf an input cannot be set, or the routine fails.\n");
    // Each line of the listing costs, and nothing else reads it.
    let listing = editor::is_program("rustdoc").then(|| {
        let listing = listing(library, routine);
        generate!(#[doc = #listing])
    });
    generate!(#[doc = ""] #[doc = #text] #listing)
}

/// The statements of a routine and their offsets.
fn listing(library: &Library<'_>, routine: &AssembledRoutine) -> String {
    let mut listing = String::from("# Listing\n\n```text\n");
    for number in routine.statements.clone() {
        let Some(statement) = library.contract.statements.get(number) else { continue };
        let instrs = library.contract.instrs.get(statement.instrs.clone()).unwrap_or_default();
        let text = library.texts.statement(number);
        if !statement.is_structured {
            let offset = instrs.first().map_or(0, |instr| instr.offset);
            let _ = writeln!(listing, "0x{offset:04X}  {text};");
            continue;
        }
        // What it stands for, with it before as a comment.
        let _ = writeln!(listing, "        // {text}");
        for instr in instrs {
            let known = instr.resolved.clone().and_then(Resolved::into_instr);
            let written = match (known, instr.resolved.as_ref().and_then(|one| one.form)) {
                (Some(known), _) => known.to_string(),
                // A constant that only the compiler knows.
                (None, Some(form)) => {
                    format!("{} …", form.syntaxes.first().map_or("", |one| one.mnemonic))
                }
                (None, None) => continue,
            };
            let _ = writeln!(listing, "0x{:04X}  {written};", instr.offset);
        }
    }
    listing.push_str("```\n");
    listing
}

fn parameters(text: &mut String, what: &str, all: &[PublicParameter]) {
    if all.is_empty() {
        return;
    }
    let names = all.iter().map(|parameter| {
        let PublicParameter { name, register, is_optional, .. } = parameter;
        let ty = parameter.signed_type().map_or_else(String::new, |ty| format!("{ty} in "));
        let mark = if *is_optional { "?" } else { "" };
        format!("`{name}: {ty}{register}{mark}`")
    });
    let _ = writeln!(text, "**{what}** {}  ", names.collect::<Vec<_>>().join(", "));
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
