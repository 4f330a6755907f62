//! Writes the text of a contract.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::ops::Range;

use aluvm_core::contract::description::{
    Description, EXCERPT_MAX, Name, Parameter, Routine, Statement,
};
use aluvm_core::contract::{AttributePlace, is_structured};
use aluvm_core::isa::Instr;

use super::super::{Shown, comment};
use super::imports::{Import, called, library};
use crate::debug::{Constant, DebugInfo};
use crate::sources::Loaded;

/// A contract that is written.
pub(super) struct Subject<'l> {
    pub(super) loaded: &'l Loaded,
    pub(super) info: &'l DebugInfo,
    pub(super) description: Description<'l>,
    /// The instructions, and where they stand.
    pub(super) instrs: Vec<(usize, Instr)>,
    pub(super) imports: Vec<Import>,
    pub(super) shown: Shown,
}

impl Subject<'_> {
    /// The instructions in a part of the code.
    fn instrs_in(&self, range: Range<usize>) -> &[(usize, Instr)] {
        let before = |end: usize| self.instrs.partition_point(|(offset, _)| *offset < end);
        self.instrs.get(before(range.start)..before(range.end)).unwrap_or_default()
    }
}

/// What is permitted, by what the permit stands before.
pub(super) type Permits = BTreeMap<AttributePlace, BTreeSet<&'static str>>;

/// Instructions with where they stand.
pub(super) fn placed(instrs: Vec<Instr>) -> Vec<(usize, Instr)> {
    let mut end = 0;
    let placed = instrs.into_iter().map(|instr| {
        let offset = end;
        end += instr.length();
        (offset, instr)
    });
    placed.collect()
}

/// The text.
pub(super) fn write(subject: &Subject<'_>, permits: &Permits) -> String {
    Writer::new(subject, permits, None).write().text
}

/// Where in the text everything stands that a permit can stand before: the items and statements.
pub(super) fn places(subject: &Subject<'_>, permits: &Permits) -> Vec<(usize, AttributePlace)> {
    Writer::new(subject, permits, Some(Vec::new())).write().places.unwrap_or_default()
}

/// What a statement begins with.
const INSIDE: &str = "        ";

/// The width of a mnemonic.
const MNEMONIC: usize = 7;

struct Writer<'l> {
    subject: &'l Subject<'l>,
    permits: &'l Permits,
    text: String,
    /// Kept if somebody asks for them.
    places: Option<Vec<(usize, AttributePlace)>>,
    /// The labels of a routine to which its structured statements jump.
    labels: BTreeMap<usize, String>,
}

// A string takes what is written into it, so the results of writing are not looked at.
impl<'l> Writer<'l> {
    fn new(
        subject: &'l Subject<'l>,
        permits: &'l Permits,
        places: Option<Vec<(usize, AttributePlace)>>,
    ) -> Self {
        Writer { subject, permits, text: String::new(), places, labels: BTreeMap::new() }
    }

    fn write(mut self) -> Self {
        self.header();
        self.items();
        for routine in &self.subject.description.routines {
            self.separate();
            self.routine(routine);
        }
        self
    }

    fn header(&mut self) {
        let Subject { loaded, info, imports, .. } = self.subject;
        self.docs("//!", &info.docs);
        self.separate();
        let _ = writeln!(self.text, "#![isae(\"{}\")]", loaded.lib.isae());
        self.attributes("#!", AttributePlace::Library);
        self.text.push('\n');
        for Import { file, name, id, .. } in imports {
            self.attributes("#", AttributePlace::Item(name.as_str().into()));
            let _ = writeln!(self.text, "use {file:?} as {name} = \"{id}\";");
        }
        if !imports.is_empty() {
            self.text.push('\n');
        }
    }

    fn items(&mut self) {
        let Subject { info, description, .. } = self.subject;
        for Constant { name, size, value, is_public, docs } in &info.constants {
            self.docs("///", docs);
            self.attributes("#", AttributePlace::Item(name.clone()));
            let (visibility, value) = (visibility(*is_public), value.notation(size.register(0)));
            let _ = writeln!(self.text, "{visibility}const {name}: {size} = {value};");
        }
        for Name { name, register } in &description.names {
            self.attributes("#", AttributePlace::Item((*name).into()));
            let _ = writeln!(self.text, "let {name} = {register};");
        }
        let docs = info.error_docs.iter().map(|docs| &**docs).chain(std::iter::repeat(""));
        for (one, docs) in description.errors.iter().zip(docs) {
            self.separate();
            self.docs("///", docs);
            self.attributes("#", AttributePlace::Item(one.name.into()));
            let _ = writeln!(self.text, "pub enum {} in {} {{", one.name, one.register);
            for variant in &one.variants {
                self.docs("    ///", variant.docs);
                let place = AttributePlace::Error(one.name.into(), variant.name.into());
                self.attributes("    #", place);
                let _ = writeln!(self.text, "    {} = {},", variant.name, variant.number);
            }
            self.text.push_str("}\n");
        }
    }

    fn routine(&mut self, routine: &Routine<'_>) {
        self.docs("///", routine.docs);
        self.attributes("#", AttributePlace::Item(routine.name.into()));
        let _ = write!(self.text, "{}fn {}", visibility(routine.is_public), routine.name);
        self.parameters(&routine.inputs);
        if !routine.outputs.is_empty() {
            self.text.push_str(" -> ");
            self.parameters(&routine.outputs);
        }
        self.text.push_str(" {\n");
        for Name { name, register } in &routine.names {
            let place = AttributePlace::Alias(routine.name.into(), (*name).into());
            self.attributes("        #", place);
            let _ = writeln!(self.text, "{INSIDE}let {name} = {register};");
        }
        let mut labels = self.subject.info.labels(routine).peekable();
        self.labels = made_labels(self.subject, routine);
        for statement in &routine.statements {
            while let Some((name, _)) = labels.next_if(|(_, offset)| *offset <= statement.offset) {
                let place = AttributePlace::Label(routine.name.into(), name.into());
                self.attributes("    #", place);
                let _ = writeln!(self.text, "    {name}:");
            }
            self.statement(statement);
        }
        self.text.push_str("}\n");
    }

    fn parameters(&mut self, parameters: &[Parameter<'_>]) {
        self.text.push('(');
        for (number, parameter) in parameters.iter().enumerate() {
            let Parameter { name, register, is_optional, .. } = parameter;
            let before = if number == 0 { "" } else { ", " };
            let mark = if *is_optional { "?" } else { "" };
            let _ = write!(self.text, "{before}{name}: ");
            if let Some(ty) = parameter.signed_type() {
                let _ = write!(self.text, "{ty} in ");
            }
            let _ = write!(self.text, "{register}{mark}");
        }
        self.text.push(')');
    }

    /// A statement as it was written; its instructions if it names a library that is not imported here, or is not known
    /// as a whole. Of a structured one both, so that what it stands for can be read.
    fn statement(&mut self, statement: &Statement<'_>) {
        let range = usize::from(statement.offset)..statement.end();
        self.made_label(range.start);
        let is_whole = statement.text.len() < EXCERPT_MAX - 4;
        // Few have a colon at all, which is found sooner than two.
        let has_path = statement.text.contains(':') && statement.text.contains("::");
        let is_structured = is_structured(statement.text);
        if is_structured {
            // A string can have a line end in it.
            let line = statement.text.replace(['\n', '\r'], " ");
            let _ = writeln!(self.text, "{INSIDE}// {line}");
        } else if is_whole && (!has_path || self.is_imported(statement)) {
            return self.line(range, |text| push_in_columns(text, statement.text));
        }
        for (offset, instr) in self.subject.instrs_in(range) {
            self.made_label(*offset);
            let written = self.written(instr);
            self.line(*offset..offset + instr.length(), |text| text.push_str(&written));
        }
    }

    /// The label that a structured statement made here, once.
    fn made_label(&mut self, offset: usize) {
        if let Some(name) = self.labels.get_mut(&offset).filter(|name| !name.ends_with(':')) {
            name.push(':');
            let _ = writeln!(self.text, "    {name}");
        }
    }

    /// An instruction; of a call of a routine and of a jump the name, as contracts have it.
    fn written(&self, instr: &Instr) -> String {
        if let Instr::Routine { target } = instr
            && let Some(callee) = self.subject.description.routine_at(target.0)
            && callee.offset == target.0
        {
            return format!("{:MNEMONIC$} {}", "routine", callee.name);
        }
        if let Some((mnemonic, target)) = jump(instr)
            && let Some(label) = self.labels.get(&target)
        {
            return format!("{mnemonic:MNEMONIC$} {}", label.trim_end_matches(':'));
        }
        if let Some((id, offset)) = called(instr)
            && let Some(import) = self.subject.imports.iter().find(|import| import.id == id)
            && let Some(name) = import.routine_at(offset)
        {
            let mnemonic = if matches!(instr, Instr::Call { .. }) { "call" } else { "exec" };
            return format!("{mnemonic:MNEMONIC$} {}::{name}", import.name);
        }
        instr.to_string()
    }

    fn is_imported(&self, statement: &Statement<'_>) -> bool {
        let library = library(statement);
        self.subject.imports.iter().any(|import| Some(import.name.as_str()) == library)
    }

    /// The attributes of something, and what is permitted there, a line each.
    fn attributes(&mut self, mark: &str, place: AttributePlace) {
        for one in self.subject.info.attributes(&place) {
            let _ = writeln!(self.text, "{mark}[{one}]");
        }
        if let Some(findings) = self.permits.get(&place) {
            let findings: Vec<&str> = findings.iter().copied().collect();
            let _ = writeln!(self.text, "{mark}[allow({})]", findings.join(", "));
        }
        if let (Some(places), AttributePlace::Item(_) | AttributePlace::Statement(_)) =
            (&mut self.places, &place)
        {
            places.push((self.text.len(), place));
        }
    }

    fn line(&mut self, range: Range<usize>, statement: impl FnOnce(&mut String)) {
        if let Ok(offset) = u16::try_from(range.start) {
            self.attributes("        #", AttributePlace::Statement(offset));
        }
        let start = self.text.len();
        match self.subject.shown.offsets {
            true => {
                let _ = write!(self.text, "/* 0x{:04X} */ ", range.start);
            }
            false => self.text.push_str(INSIDE),
        }
        statement(&mut self.text);
        self.text.push(';');
        if self.subject.shown.bytes {
            let bytes = self.subject.loaded.lib.code().get(range).unwrap_or_default();
            let line = comment(self.text.get(start..).unwrap_or_default(), bytes);
            self.text.truncate(start);
            self.text.push_str(&line);
        }
        self.text.push('\n');
    }

    /// Documentation, with what each of its lines begins with.
    fn docs(&mut self, mark: &str, docs: &str) {
        for line in docs.lines() {
            let _ = writeln!(self.text, "{}", format!("{mark} {line}").trim_end());
        }
    }

    /// An empty line between items.
    fn separate(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }
}

/// The mnemonic and the target of a jump as structured statements have it.
fn jump(instr: &Instr) -> Option<(&'static str, usize)> {
    match instr {
        Instr::Jmp { target } => Some(("jmp", target.0.into())),
        Instr::Jif { target } => Some(("jif", target.0.into())),
        _ => None,
    }
}

/// Where the structured statements of a routine jump to, with the names of labels there: those of the source, else the
/// offset as a disassembly has it, if nothing else is called so.
fn made_labels(subject: &Subject<'_>, routine: &Routine<'_>) -> BTreeMap<usize, String> {
    let own = routine.offset.into()..routine.end();
    let structured = routine.statements.iter().filter(|one| is_structured(one.text));
    let instrs = structured.flat_map(|one| subject.instrs_in(usize::from(one.offset)..one.end()));
    let targets = instrs.filter_map(|(_, instr)| jump(instr)).map(|(_, target)| target);
    let named = |target: usize| {
        let mut labels = subject.info.labels(routine);
        let known = labels.find(|(_, offset)| usize::from(*offset) == target);
        match known {
            // It is written as it was.
            Some((name, _)) => Some(format!("{name}:")),
            None => Some(format!("L{target:04X}")).filter(|name| !is_name(subject, routine, name)),
        }
    };
    let all = targets.filter(|target| own.contains(target));
    all.filter_map(|target| Some((target, named(target)?))).collect()
}

/// Whether something in a routine is called so.
fn is_name(subject: &Subject<'_>, routine: &Routine<'_>, name: &str) -> bool {
    let Subject { info, description, imports, .. } = subject;
    let mut labels = info.labels(routine);
    let mut parameters = routine.inputs.iter().chain(&routine.outputs);
    let mut aliases = routine.names.iter().chain(&description.names);
    info.constants.iter().any(|one| &*one.name == name)
        || imports.iter().any(|one| one.name == name)
        || description.routines.iter().any(|one| one.name == name)
        || description.errors.iter().any(|one| one.name == name)
        || parameters.any(|one| one.name == name)
        || aliases.any(|one| one.name == name)
        || labels.any(|(label, _)| label == name)
}

fn visibility(is_public: bool) -> &'static str {
    if is_public { "pub " } else { "" }
}

/// Appends a statement with its operands in the column of the disassembly.
fn push_in_columns(text: &mut String, statement: &str) {
    match statement.split_once(' ') {
        Some((mnemonic, operands)) => {
            text.push_str(mnemonic);
            (mnemonic.len()..MNEMONIC).for_each(|_| text.push(' '));
            text.push(' ');
            text.push_str(operands);
        }
        None => text.push_str(statement),
    }
}
