//! The text of a contract, of what is known of its source.

use std::fmt::Write;

use aluvm_core::contract::description::{
    Description, EXCERPT_MAX, Name, Parameter, Routine, Statement,
};
use aluvm_core::contract::{AttributePlace, FINDINGS, Levels, parse_text_with};
use aluvm_core::isa::{Instr, InstructionSet};
use aluvm_core::library::Lib;

use super::{Shown, comment};
use crate::debug::{Constant, DebugInfo};
use crate::sources::Loaded;

/// The text; none if nothing is known, or if it would build to something else.
pub(super) fn text<E: InstructionSet>(loaded: &Loaded, shown: Shown) -> Option<String> {
    let info = loaded.debug.as_ref()?;
    let description = loaded.description();
    let writer = Writer { lib: &loaded.lib, info, description: &description, shown };
    let body = writer.body::<E>();
    let mut isae = String::new();
    write_docs(&mut isae, "//!", &info.docs);
    separate(&mut isae);
    let _ = writeln!(isae, "#![isae(\"{}\")]", loaded.lib.isae());
    for text in info.attributes(&AttributePlace::Library) {
        let _ = writeln!(isae, "#![{text}]");
    }
    let text = format!("{isae}\n{body}");
    let none = &mut |_: &str| Err("a disassembly imports nothing".into());
    let levels = Levels { profile: loaded.profile, ..Levels::default() };
    let found = match parse_text_with::<E>(&text, loaded.name.as_str(), "", levels, none) {
        Ok(read) => return (read.lib == loaded.lib).then_some(text),
        Err(errors) => errors,
    };
    // What is not imported has no signature, so that more may be found, all of which is permitted.
    let mut names: Vec<_> = found.iter().filter_map(|error| error.kind.finding()).collect();
    names.sort_unstable();
    names.dedup();
    let text = format!("{isae}#![allow({})]\n\n{body}", names.join(", "));
    let levels = Levels { allowed: &FINDINGS, ..levels };
    let read = parse_text_with::<E>(&text, loaded.name.as_str(), "", levels, none).ok()?;
    (read.lib == loaded.lib).then_some(text)
}

/// What a statement begins with.
const INSIDE: &str = "        ";

struct Writer<'l> {
    lib: &'l Lib,
    info: &'l DebugInfo,
    description: &'l Description<'l>,
    shown: Shown,
}

// A string takes what is written into it, so the results of writing are not looked at.
impl Writer<'_> {
    fn body<E: InstructionSet>(&self) -> String {
        let mut text = String::new();
        for Constant { name, size, value, is_public, docs } in &self.info.constants {
            write_docs(&mut text, "///", docs);
            self.attributes(&mut text, "", AttributePlace::Item(name.clone()));
            let (visibility, value) = (visibility(*is_public), value.notation(size.register(0)));
            let _ = writeln!(text, "{visibility}const {name}: {size} = {value};");
        }
        for Name { name, register } in &self.description.names {
            self.attributes(&mut text, "", AttributePlace::Item((*name).into()));
            let _ = writeln!(text, "let {name} = {register};");
        }
        let docs = self.info.error_docs.iter().map(|docs| &**docs).chain(std::iter::repeat(""));
        for (one, docs) in self.description.errors.iter().zip(docs) {
            separate(&mut text);
            write_docs(&mut text, "///", docs);
            self.attributes(&mut text, "", AttributePlace::Item(one.name.into()));
            let _ = writeln!(text, "pub enum {} in {} {{", one.name, one.register);
            for variant in &one.variants {
                write_docs(&mut text, "    ///", variant.docs);
                let place = AttributePlace::Error(one.name.into(), variant.name.into());
                self.attributes(&mut text, "    ", place);
                let _ = writeln!(text, "    {} = {},", variant.name, variant.number);
            }
            text.push_str("}\n");
        }
        let instrs = self.lib.disassemble::<E>();
        for routine in &self.description.routines {
            separate(&mut text);
            self.routine(&mut text, routine, &instrs);
        }
        text
    }

    fn routine(&self, text: &mut String, routine: &Routine<'_>, instrs: &[Instr]) {
        write_docs(text, "///", routine.docs);
        self.attributes(text, "", AttributePlace::Item(routine.name.into()));
        let visibility = visibility(routine.is_public);
        let _ = write!(text, "{visibility}fn {}({})", routine.name, parameters(&routine.inputs));
        if !routine.outputs.is_empty() {
            let _ = write!(text, " -> ({})", parameters(&routine.outputs));
        }
        text.push_str(" {\n");
        for Name { name, register } in &routine.names {
            let place = AttributePlace::Alias(routine.name.into(), (*name).into());
            self.attributes(text, INSIDE, place);
            let _ = writeln!(text, "{INSIDE}let {name} = {register};");
        }
        let labels: Vec<(&str, u16)> = self.info.labels(routine).collect();
        for statement in &routine.statements {
            for (name, _) in labels.iter().filter(|(_, offset)| *offset == statement.offset) {
                let place = AttributePlace::Label(routine.name.into(), (*name).into());
                self.attributes(text, "    ", place);
                let _ = writeln!(text, "    {name}:");
            }
            self.statement(text, statement, instrs);
        }
        text.push_str("}\n");
    }

    /// A statement as it was written; its instructions if it names another library, which is not imported
    /// here, or is not known as a whole.
    fn statement(&self, text: &mut String, statement: &Statement<'_>, instrs: &[Instr]) {
        if statement.text.len() < EXCERPT_MAX - 4 && !statement.text.contains("::") {
            let line = in_columns(statement.text);
            return self.line(text, usize::from(statement.offset)..statement.end(), &line);
        }
        let mut offset = 0;
        for instr in instrs {
            let end = offset + instr.length();
            if (usize::from(statement.offset)..statement.end()).contains(&offset) {
                self.line(text, offset..end, &instr.to_string());
            }
            offset = end;
        }
    }

    /// The attributes of something, a line each.
    fn attributes(&self, text: &mut String, indent: &str, place: AttributePlace) {
        for one in self.info.attributes(&place) {
            let _ = writeln!(text, "{indent}#[{one}]");
        }
    }

    fn line(&self, text: &mut String, range: std::ops::Range<usize>, statement: &str) {
        if let Ok(offset) = u16::try_from(range.start) {
            self.attributes(text, INSIDE, AttributePlace::Statement(offset));
        }
        let line = match self.shown.offsets {
            true => format!("/* 0x{:04X} */ {statement};", range.start),
            false => format!("{INSIDE}{statement};"),
        };
        let line = match self.shown.bytes {
            true => comment(&line, self.lib.code().get(range).unwrap_or_default()),
            false => line,
        };
        text.push_str(&line);
        text.push('\n');
    }
}

/// An empty line between items.
fn separate(text: &mut String) {
    if !text.is_empty() {
        text.push('\n');
    }
}

/// Writes documentation, with what each of its lines begins with.
fn write_docs(text: &mut String, mark: &str, docs: &str) {
    for line in docs.lines() {
        let _ = writeln!(text, "{}", format!("{mark} {line}").trim_end());
    }
}

fn visibility(is_public: bool) -> &'static str {
    if is_public { "pub " } else { "" }
}

fn parameters(parameters: &[Parameter<'_>]) -> String {
    let parameter = |one: &Parameter<'_>| {
        let Parameter { name, register, is_optional } = one;
        format!("{name}: {register}{}", if *is_optional { "?" } else { "" })
    };
    parameters.iter().map(parameter).collect::<Vec<_>>().join(", ")
}

/// A statement with its operands in the column of the disassembly.
fn in_columns(statement: &str) -> String {
    match statement.split_once(' ') {
        Some((mnemonic, operands)) => format!("{mnemonic:<7} {operands}"),
        None => statement.into(),
    }
}
