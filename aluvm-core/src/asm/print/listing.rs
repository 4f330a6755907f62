//! The text of a whole library: its code with offsets and labels, and its other segments as far as
//! the code does not give them. Assembling the text gives back every byte.
//!
//! ```text
//! .isae   "ALU BPDIGEST";
//! .lib    "alu1…";
//! .data   b"\x01\x00";
//!
//! /* 0x0000 */ put     a16[0], 1000;
//! L0005:
//! /* 0x0005 */ dec     a16[0];
//! /* 0x0008 */ jif     L0005;
//! ```
//!
//! `.isae` lists the ISA extensions; without it they are those that the code uses. `.lib` adds a
//! library that the code does not name, `.data` stands before the constants of the code, and may be
//! split over several directives.
//!
//! A text whose `.isae` lacks an extension that its code uses is refused, but a library can be such. Then the
//! instructions stand there as bytes, with what they are in a comment.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;
use core::fmt::{self, Display, Formatter};

use super::instr::{write_bytes, write_instr, write_label};
use crate::codec::{
    Decoded, Position, Segments, decode, decode_all_for, decode_bytes_for, decode_for,
    decode_shifted, encode_for, ends_with_half,
};
use crate::isa::{Instr, InstructionSet, LibraryRef, NoExtension, OperandForm, Verbatim};
use crate::library::{Isae, Lib, LibId};
use crate::profile::{Decoding, Profile};

/// A library that prints itself as text; [`listing`] makes it.
#[derive(Clone, Debug)]
pub struct Listing {
    isae: Isae,
    profile: Profile,
    instrs: Vec<Instr>,
    /// What a comment behind an instruction says, by their offsets.
    notes: BTreeMap<usize, Note>,
    /// The jump targets at which an instruction begins, and the end of the code; with whether they lie half a byte
    /// behind the offset.
    labels: BTreeSet<(u16, bool)>,
    /// The libraries to name, if the code does not name just those.
    libs: BTreeSet<LibId>,
    /// The data to write out, if the constants of the code do not give it.
    data: Vec<u8>,
}

/// What a comment says.
#[derive(Clone, Debug)]
enum Note {
    /// The bytes are an instruction of an extension that the isae lacks.
    Lacking(Instr),
    /// The machine with the profile runs this instead.
    RunsAs(Instr),
    /// The machine with the profile fails here.
    Fails,
    /// The machine with the profile ends here.
    Ends,
}

/// Disassembles a library, whose code may have instructions of the extension `E`.
pub fn listing<E: InstructionSet>(isae: &Isae, segments: &Segments) -> Listing {
    listing_for::<E>(&Profile::SPEC, isae, segments)
}

/// The same for a machine with a profile. Where it runs another instruction than stands there, since it
/// ignores a bit or reads in the middle of a byte, a comment says which. Such code has `.4` behind its offset.
pub fn listing_for<E: InstructionSet>(
    profile: &Profile,
    isae: &Isae,
    segments: &Segments,
) -> Listing {
    let Segments { code, data, libs } = segments;
    let mut instrs = match profile.decoding() {
        Decoding::Strict => decode::<E>(code, data, libs),
        Decoding::Lenient => decode_all_for::<E>(profile, code, data, libs),
    };
    let lacks = |instr: &Instr| instr.form().is_some_and(|form| !isae.covers(form));
    if instrs.iter().any(|instr| ends_with_half(profile, instr)) && instrs.iter().any(lacks) {
        // Bytes that stand for an instruction have no halves.
        instrs = decode_bytes_for::<E>(profile, code, data, libs);
    }
    let mut notes = to_bytes(&mut instrs, isae, code);
    if profile.decoding() == Decoding::Lenient {
        note_runs::<E>(profile, &instrs, code, &mut notes);
    }
    let again = encode_for(profile, &instrs, &[], libs.clone());
    let gives_data = again.is_ok_and(|again| again.data == *data && again.code == *code);
    let named: BTreeSet<LibId> = instrs.iter().filter_map(library_id).collect();
    Listing {
        isae: isae.clone(),
        profile: *profile,
        labels: labels(profile, &instrs),
        instrs,
        notes,
        libs: if named == *libs { BTreeSet::new() } else { libs.clone() },
        data: if gives_data { Vec::new() } else { data.clone() },
    }
}

/// Makes bytes of instructions whose extension the isae lacks, and gives them by their offsets.
fn to_bytes(instrs: &mut [Instr], isae: &Isae, code: &[u8]) -> BTreeMap<usize, Note> {
    let mut notes = BTreeMap::new();
    let mut offset = 0;
    for instr in instrs {
        let end = offset + instr.length();
        if instr.form().is_some_and(|form| !isae.covers(form))
            && let Some(bytes) = code.get(offset..end).and_then(Verbatim::new)
        {
            let instr = core::mem::replace(instr, Instr::Verbatim(bytes));
            notes.insert(offset, Note::Lacking(instr));
        }
        offset = end;
    }
    notes
}

/// Notes what is run where that is not what stands there.
fn note_runs<E: InstructionSet>(
    profile: &Profile,
    instrs: &[Instr],
    code: &[u8],
    notes: &mut BTreeMap<usize, Note>,
) {
    let mut at = Position::default();
    for instr in instrs {
        let note = match at.is_shifted() {
            true => shifted_note::<E>(profile, instr, code, at.offset()),
            false => decode_for::<E>(profile, code, at.offset())
                .and_then(|Decoded { instr: run, .. }| runs_as(instr, run)),
        };
        if let Some(note) = note {
            notes.entry(at.offset()).or_insert(note);
        }
        at.advance(profile, instr);
    }
}

/// What is run at a place, if that is not what stands there.
fn runs_as(instr: &Instr, run: Instr) -> Option<Note> {
    let is_other = !matches!(run, Instr::Verbatim(_))
        && run.word() != instr.word()
        && (matches!(instr, Instr::Verbatim(_)) || run.data().is_none() && run.library().is_none());
    is_other.then_some(Note::RunsAs(run))
}

/// The same half a byte behind an offset, where machines mostly take an instruction for another.
fn shifted_note<E: InstructionSet>(
    profile: &Profile,
    instr: &Instr,
    code: &[u8],
    offset: usize,
) -> Option<Note> {
    match decode_shifted::<E>(profile, code, offset) {
        None => Some(Note::Ends),
        Some(Decoded { instr: Instr::Verbatim(_), .. }) => Some(Note::Fails),
        Some(Decoded { instr: run, .. }) => runs_as(instr, run),
    }
}

fn library_id(instr: &Instr) -> Option<LibId> {
    match instr.library() {
        Some(LibraryRef::Id(id)) => Some(*id),
        _ => None,
    }
}

fn labels(profile: &Profile, instrs: &[Instr]) -> BTreeSet<(u16, bool)> {
    let mut targets = BTreeSet::new();
    let mut starts = BTreeSet::new();
    let mut at = Position::default();
    for instr in instrs {
        starts.insert((at.offset(), at.is_shifted()));
        // A jump does not change whether code is shifted.
        targets.extend(targets_of(instr).map(|target| (target, at.is_shifted())));
        at.advance(profile, instr);
    }
    starts.insert((at.offset(), at.is_shifted()));
    targets.retain(|(target, is_shifted)| starts.contains(&(usize::from(*target), *is_shifted)));
    targets
}

/// The jump targets of an instruction.
fn targets_of(instr: &Instr) -> impl Iterator<Item = u16> {
    let form = instr.form();
    let word = instr.word();
    let operands = form.and_then(|form| form.syntaxes.first()).map_or(&[][..], |s| s.operands);
    operands.iter().filter_map(move |operand| match operand {
        OperandForm::Target(field) => u16::try_from(form?.field_bits(word, *field)).ok(),
        _ => None,
    })
}

/// How many bytes of data stand in a line.
const DATA_LINE: usize = 32;

impl Display for Listing {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, ".isae   \"{}\";", self.isae)?;
        for id in &self.libs {
            writeln!(f, ".lib    \"{id}\";")?;
        }
        for line in self.data.chunks(DATA_LINE) {
            f.write_str(".data   ")?;
            write_bytes(f, line)?;
            f.write_str(";\n")?;
        }
        f.write_str("\n")?;
        let mut at = Position::default();
        for instr in &self.instrs {
            self.write_label(f, at)?;
            let bits = if at.is_shifted() { ".4" } else { "" };
            write!(f, "/* 0x{:04X}{bits} */ ", at.offset())?;
            let has_label = |offset| self.labels.contains(&(offset, at.is_shifted()));
            write_instr(f, instr, &has_label)?;
            f.write_str(";")?;
            match self.notes.get(&at.offset()) {
                Some(Note::Lacking(instr)) => {
                    let extension = instr.form().map_or("", |form| form.isae);
                    write!(f, " // {extension}: {instr}")?;
                }
                Some(Note::RunsAs(instr)) => write!(f, " // runs as: {instr}")?,
                Some(Note::Fails) => f.write_str(" // taken for another instruction: fails")?,
                Some(Note::Ends) => f.write_str(" // taken for another instruction: ends")?,
                None => {}
            }
            f.write_str("\n")?;
            at.advance(&self.profile, instr);
        }
        self.write_label(f, at)
    }
}

impl Listing {
    fn write_label(&self, f: &mut Formatter<'_>, at: Position) -> fmt::Result {
        match u16::try_from(at.offset()) {
            Ok(offset) if self.labels.contains(&(offset, at.is_shifted())) => {
                write_label(f, offset)?;
                f.write_str(":\n")
            }
            _ => Ok(()),
        }
    }
}

impl Lib {
    /// The text of the library, with the instructions of the extension `E`.
    pub fn listing<E: InstructionSet>(&self) -> Listing {
        let (code, data) = (self.code().to_vec(), self.data().to_vec());
        listing::<E>(self.isae(), &Segments { code, data, libs: self.libs().iter().collect() })
    }

    /// The same for a machine with a profile.
    pub fn listing_for<E: InstructionSet>(&self, profile: &Profile) -> Listing {
        let (code, data) = (self.code().to_vec(), self.data().to_vec());
        let segments = Segments { code, data, libs: self.libs().iter().collect() };
        listing_for::<E>(profile, self.isae(), &segments)
    }
}

/// The disassembly, with offsets and with labels for jump targets, which reads back as the same
/// library. Instructions of a host's extension stand there as bytes; [`Lib::listing`] has them.
///
/// ```
/// use aluvm_core::library::Lib;
///
/// let lib: Lib = "next: dec a16[0]; jif next; ret;".parse()?;
/// assert!(lib.to_string().contains("/* 0x0003 */ jif     L0000;"));
/// assert_eq!(lib.to_string().parse(), Ok(lib));
/// # Ok::<(), aluvm_core::asm::LibTextError>(())
/// ```
impl Display for Lib {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.listing::<NoExtension>().fmt(f)
    }
}
