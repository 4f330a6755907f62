//! `alu explain`: what an instruction does, from the table that everything else is made of.

use std::fmt::Write;

use aluvm_core::asm::{AsmErrorKind, parse_instr_with};
use aluvm_core::isa::{FORMS, FieldKind, Flag, Form, InstructionSet};

use crate::failure::Failure;
use crate::output;

/// Prints what an instruction does.
///
/// It says how it is written, when it fails, its flags and its cost.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// A mnemonic, such as `add`.
    mnemonic: String,
}

pub(crate) fn run<E: InstructionSet>(arguments: &Arguments) -> Result<(), Failure> {
    let word = arguments.mnemonic.as_str();
    let mnemonic = word.split('.').next().unwrap_or(word);
    let has = |form: &&Form| form.syntaxes.iter().any(|syntax| syntax.mnemonic == mnemonic);
    let forms: Vec<String> =
        FORMS.iter().chain(E::FORMS).filter(has).map(|form| explain(form, mnemonic)).collect();
    match forms.is_empty() {
        true => Err(Failure::Usage(unknown::<E>(mnemonic))),
        false => output::print(forms.join("\n").as_bytes()),
    }
}

/// What the assembler says of a word that is no mnemonic.
fn unknown<E: InstructionSet>(word: &str) -> String {
    let errors = parse_instr_with::<E>(word).err();
    let errors = errors.iter().flat_map(|errors| errors.iter());
    let said = errors.map(|error| &error.kind).find(|kind| {
        matches!(kind, AsmErrorKind::UnknownMnemonic { .. } | AsmErrorKind::UpperCase { .. })
    });
    said.map_or_else(|| format!("`{word}` is no mnemonic"), ToString::to_string)
}

fn explain(form: &Form, mnemonic: &str) -> String {
    let mut text = String::new();
    let syntaxes = form.syntaxes.iter().filter(|syntax| syntax.mnemonic == mnemonic);
    // A string takes what is written into it.
    for line in syntaxes.flat_map(|syntax| form.usage(syntax, None)) {
        let _ = writeln!(text, "{line}");
    }
    for line in form.doc {
        let _ = writeln!(text, "{}", format!("    {}", line.trim()).trim_end());
    }
    for field in form.fields {
        if let FieldKind::Flags(flags) = field.kind {
            for Flag { text: flag, meaning, .. } in flags {
                let _ = writeln!(text, "    .{flag:<4} {meaning}");
            }
        }
    }
    let (bytes, cost) = (form.length(), form.cost);
    let plural = if bytes == 1 { "" } else { "s" };
    let extension = match form.isae {
        "" => String::new(),
        isae => format!(", extension {isae}"),
    };
    let _ = writeln!(text, "    {bytes} byte{plural}, costs {cost}{extension}");
    text
}
