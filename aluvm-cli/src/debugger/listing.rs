//! The code of a library as lines: its source where there is one, its disassembly, and which line belongs
//! to which offset.

use std::collections::BTreeSet;
use std::ops::Range;

use aluvm_core::call::Source;
use aluvm_core::contract::description::{Description, Routine};
use aluvm_core::contract::is_structured;
use aluvm_core::isa::{InstructionSet, Register};
use aluvm_core::library::LibId;

/// What is known of a library.
pub(crate) struct Known {
    pub(crate) source: Source,
    /// The file that the description speaks of, if it could be read.
    pub(crate) text: Option<String>,
    /// Labels and where they stand.
    pub(crate) labels: Vec<(String, u16)>,
}

/// A library as lines.
pub(crate) struct Listing {
    pub(crate) id: LibId,
    known: Known,
    /// None if the source says nothing of the code.
    source: Option<View>,
    disassembly: View,
    /// Where statements begin, of each the first of its code; empty if nothing is known of them.
    begins: BTreeSet<u16>,
}

/// Lines, and the code that belongs to them.
#[derive(Default)]
pub(crate) struct View {
    /// What it is called: the file, or the id.
    pub(crate) title: String,
    pub(crate) rows: Vec<Row>,
    /// In the order of the code: where it stands, and its row.
    extents: Vec<(Range<usize>, usize)>,
}

/// A line.
pub(crate) struct Row {
    /// The number of the line, or the offset of the instruction.
    pub(crate) label: String,
    pub(crate) text: String,
}

impl Listing {
    pub(crate) fn new<E: InstructionSet>(known: Known) -> Listing {
        let id = known.source.lib.id();
        let description = known.source.describe();
        let source = (!description.routines.is_empty()).then(|| {
            let text = known.text.as_deref().filter(|text| is_of(text, &description));
            match text {
                Some(text) => file(text, &description),
                None => excerpts(&description),
            }
        });
        let disassembly = disassembly::<E>(&known, &description, id);
        let begins = begins(&description);
        Listing { id, source, disassembly, begins, known }
    }

    /// The lines: of the source if there is one and it is wanted.
    pub(crate) fn view(&self, wants_source: bool) -> &View {
        self.source.as_ref().filter(|_| wants_source).unwrap_or(&self.disassembly)
    }

    pub(crate) fn has_source(&self) -> bool {
        self.source.is_some()
    }

    /// Whether a statement begins at an offset; each instruction does if nothing is known of them.
    pub(crate) fn begins_statement(&self, offset: u16) -> bool {
        self.begins.is_empty() || self.begins.contains(&offset)
    }

    /// What the source says.
    pub(crate) fn describe(&self) -> Description<'_> {
        self.known.source.describe()
    }

    pub(crate) fn source(&self) -> &Source {
        &self.known.source
    }

    /// Where a routine or a label stands.
    pub(crate) fn offset_of(&self, name: &str) -> Option<u16> {
        let description = self.describe();
        let routine = description.routine(name).map(|routine| routine.offset);
        let mut labels = self.known.labels.iter();
        routine.or_else(|| labels.find(|(known, _)| known == name).map(|(_, offset)| *offset))
    }
}

impl View {
    /// The row of an offset.
    pub(crate) fn row_of(&self, offset: u16) -> Option<usize> {
        let offset = usize::from(offset);
        let behind = self.extents.partition_point(|(extent, _)| extent.start <= offset);
        let (extent, row) = self.extents.get(behind.checked_sub(1)?)?;
        extent.contains(&offset).then_some(*row)
    }

    /// Where the code of a row begins, or that of the next one that has code.
    pub(crate) fn offset_at(&self, row: usize) -> Option<u16> {
        let behind = self.extents.iter().filter(|(_, known)| *known >= row);
        let (extent, _) = behind.min_by_key(|(extent, known)| (*known, extent.start))?;
        u16::try_from(extent.start).ok()
    }

    /// The row with this label.
    pub(crate) fn row_labelled(&self, label: usize) -> Option<usize> {
        let label = label.to_string();
        self.rows.iter().position(|row| row.label == label)
    }
}

/// Where statements begin. Of what stands around a block, such as a loop, the code behind the block goes on.
fn begins(description: &Description<'_>) -> BTreeSet<u16> {
    let mut seen = BTreeSet::new();
    let statements = description.routines.iter().flat_map(|routine| &routine.statements);
    let first =
        statements.filter(|one| !is_structured(one.text) || seen.insert((one.line, one.column)));
    first.map(|one| one.offset).collect()
}

/// The names of a register in a routine where a run stands at an offset.
pub(crate) fn names(
    description: &Description<'_>,
    routine: Option<&Routine<'_>>,
    (offset, register): (u16, Register),
) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for name in routine.into_iter().flat_map(|one| description.names_at(one, offset, register)) {
        if all.iter().all(|known| known != name) {
            all.push(name.into());
        }
    }
    all
}

/// Whether the statements stand in a text where the description says: a file may have been changed.
fn is_of(text: &str, description: &Description<'_>) -> bool {
    let lines: Vec<&str> = text.lines().collect();
    let mut statements = description.routines.iter().flat_map(|routine| &routine.statements);
    statements.all(|statement| {
        let line = lines.get((statement.line as usize).saturating_sub(1)).copied().unwrap_or("");
        let column = (statement.column as usize).saturating_sub(1);
        let at = line.char_indices().nth(column).map_or(line.len(), |(at, _)| at);
        let first = statement.text.lines().next().unwrap_or("");
        let is_word = |character: char| character.is_alphanumeric() || character == '_';
        let end = first.find(|character| !is_word(character)).unwrap_or(first.len());
        let word = first.get(..end.max(1)).unwrap_or("");
        line.get(at..).is_some_and(|rest| rest.starts_with(word))
    })
}

/// The file as it is.
fn file(text: &str, description: &Description<'_>) -> View {
    let rows = text
        .lines()
        .enumerate()
        .map(|(number, line)| Row { label: (number + 1).to_string(), text: clean(line) });
    let rows: Vec<Row> = rows.collect();
    let statements = description.routines.iter().flat_map(|routine| &routine.statements);
    let extents = statements
        .map(|one| (one.offset.into()..one.end(), (one.line as usize).saturating_sub(1)))
        .filter(|(_, row)| *row < rows.len());
    View { title: description.file.into(), extents: extents.collect(), rows }
}

/// The statements that the description has, where the file is not there.
fn excerpts(description: &Description<'_>) -> View {
    let mut view = View { title: description.file.into(), ..View::default() };
    for routine in &description.routines {
        let visibility = if routine.is_public { "pub " } else { "" };
        let text = format!("{visibility}fn {}", clean(routine.name));
        view.rows.push(Row { label: String::new(), text });
        for statement in &routine.statements {
            view.extents.push((statement.offset.into()..statement.end(), view.rows.len()));
            let mut lines = statement.text.lines();
            let text = format!("        {}", clean(lines.next().unwrap_or("")));
            let more = if lines.next().is_some() { " …" } else { "" };
            let label = statement.line.to_string();
            view.rows.push(Row { label, text: format!("{text}{more}") });
        }
    }
    view
}

fn disassembly<E: InstructionSet>(known: &Known, description: &Description<'_>, id: LibId) -> View {
    let lib = &known.source.lib;
    let name = if description.name.is_empty() { "library" } else { description.name };
    let mut view = View { title: format!("{name} {id}"), ..View::default() };
    let mut offset = 0;
    for instr in lib.disassemble::<E>() {
        let routines = description.routines.iter();
        let here = routines.filter(|routine| usize::from(routine.offset) == offset);
        for routine in here {
            view.rows.push(Row { label: String::new(), text: format!("{}:", routine.name) });
        }
        for (label, _) in known.labels.iter().filter(|(_, at)| usize::from(*at) == offset) {
            view.rows.push(Row { label: String::new(), text: format!("  {label}:") });
        }
        let length = instr.length().max(1);
        view.extents.push((offset..offset + length, view.rows.len()));
        let text = format!("    {}", clean(&instr.to_string()));
        view.rows.push(Row { label: format!("{offset:04X}"), text });
        offset += length;
    }
    view
}

/// A line without what a terminal would obey: tabs are spaces, other control characters show themselves.
fn clean(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    for character in line.chars() {
        match character {
            '\t' => {
                let width = 8 - text.chars().count() % 8;
                text.extend(std::iter::repeat_n(' ', width));
            }
            _ if character.is_control() => text.extend(character.escape_default()),
            _ => text.push(character),
        }
    }
    text
}
