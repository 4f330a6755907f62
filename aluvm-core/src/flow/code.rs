//! Code as the analysis sees it: a plain list of instructions, made of the bytes of a library or by an
//! assembler that does not know all immediates yet. Only registers, flags and jump targets matter.

use alloc::vec;
use alloc::vec::Vec;
use core::marker::PhantomData;
use core::ops::Range;

use super::effect::{Constant, Effect};
use super::reach::{Leap, Ways};
use super::register_set::{REGISTERS, number};
use super::signature::{Callee, Callees};
use crate::codec::{Decoded, Found, decode_for, decode_shifted, found};
use crate::isa::{
    Data, ExtensionInstr, Form, Given, Instr, InstructionSet, LibraryRef, OperandForm, Register,
    RegisterSize, Verbatim,
};
use crate::library::{Lib, LibSite};
use crate::profile::{Decoding, EndOfCode, MissingLibrary, Profile};

/// One instruction of a list, as an assembler has it before the bytes are laid out.
#[derive(Clone, Copy, Debug)]
pub struct Instruction {
    /// Where it begins.
    pub offset: u16,
    /// Whether it begins half a byte behind that.
    pub is_shifted: bool,
    /// How many bytes it takes.
    pub length: u8,
    /// Its row, of the base table or of an extension; none for bytes that are no instruction.
    pub form: Option<&'static Form>,
    /// Whether the row is one of an extension.
    pub is_extension: bool,
    /// The instruction word. Bits of immediates that are not known are zero; those of registers, flags
    /// and jump targets are known.
    pub word: u128,
    /// What `call` and `exec` reach.
    pub callee: Callee,
}

/// A place in code: an offset, or half a byte behind it. Only code behind an instruction that ends with half a byte is
/// shifted so, and a jump from there lands in the middle of a byte too.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Spot {
    pub(super) offset: usize,
    pub(super) is_shifted: bool,
}

impl Spot {
    /// The beginning of a byte.
    pub(super) fn aligned(offset: usize) -> Spot {
        Spot { offset, is_shifted: false }
    }

    /// Its number among all spots of a code of a length, the shifted ones last; none behind the end.
    pub(super) fn index(self, length: usize) -> Option<usize> {
        let first = if self.is_shifted { length } else { 0 };
        (self.offset < length).then_some(first + self.offset)
    }
}

/// An instruction, and what the analysis asks of it.
#[derive(Clone, Copy, Debug)]
pub struct Node {
    /// Where it begins.
    pub offset: u16,
    /// Whether it begins half a byte behind that.
    pub is_shifted: bool,
    /// Whether what follows begins half a byte before its end.
    pub ends_with_half: bool,
    /// How many bytes it takes.
    pub length: u8,
    /// Its row; none for bytes that are no instruction.
    pub form: Option<&'static Form>,
    /// What it leaves.
    pub effect: Effect,
    /// How the program goes on.
    pub turn: Turn,
    /// Whether it is the rest of the code, which is too short for an instruction. There programs of some profiles end
    /// with `st0` as it is.
    pub is_rest: bool,
    /// Whether it depends on `st0`.
    pub reads_status: bool,
    /// Whether it may change `st0`.
    pub writes_status: bool,
    operands: u32,
    sources: u8,
    results: u8,
}

/// How a program goes on after an instruction.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Turn {
    /// With the instruction behind.
    Next,
    /// With the instruction at an offset.
    Jump(u16),
    /// With the instruction at an offset if `st0` is true, else with that behind.
    Branch(u16),
    /// With a routine at an offset, and then with the instruction behind.
    Routine(u16),
    /// With a routine of another library, and then with the instruction behind.
    Call(Callee),
    /// With a routine of another library, for good.
    Exec(Callee),
    /// Behind the call that led here; without one the program has finished.
    Return,
    /// Not at all.
    Stop,
}

impl Node {
    /// The complexity.
    pub fn cost(&self) -> u64 {
        self.form.map_or(0, |form| form.cost)
    }

    /// The offset behind the instruction; half a byte behind that if [`falls_shifted`](Node::falls_shifted).
    pub fn behind(&self) -> usize {
        let half = usize::from(self.ends_with_half && !self.is_shifted);
        usize::from(self.offset) + usize::from(self.length) - half
    }

    /// Whether what follows begins half a byte behind an offset.
    pub fn falls_shifted(&self) -> bool {
        self.is_shifted != self.ends_with_half
    }

    /// The bytes of which it has at least one half.
    pub(super) fn bytes(&self) -> Range<usize> {
        self.offset.into()..self.behind() + usize::from(self.falls_shifted())
    }

    pub(super) fn spot(&self) -> Spot {
        Spot { offset: self.offset.into(), is_shifted: self.is_shifted }
    }

    /// Where the instruction behind begins.
    pub(super) fn next(&self) -> Spot {
        Spot { offset: self.behind(), is_shifted: self.falls_shifted() }
    }

    /// Where a jump from here goes.
    pub(super) fn target(&self, offset: u16) -> Spot {
        Spot { offset: offset.into(), is_shifted: self.is_shifted }
    }
}

/// The registers that instructions name, by number.
#[derive(Clone, Default, Debug)]
pub(super) struct Operands(Vec<u16>);

impl Operands {
    /// The registers that an instruction reads.
    pub(super) fn sources(&self, node: &Node) -> &[u16] {
        let start = node.operands as usize;
        self.0.get(start..start + usize::from(node.sources)).unwrap_or(&[])
    }

    /// The registers that it writes.
    pub(super) fn results(&self, node: &Node) -> &[u16] {
        let start = node.operands as usize + usize::from(node.sources);
        self.0.get(start..start + usize::from(node.results)).unwrap_or(&[])
    }

    /// Every register that an instruction names, again for each time.
    pub(super) fn all(&self) -> &[u16] {
        &self.0
    }

    /// The same with other numbers.
    pub(super) fn map(&self, number: impl Fn(u16) -> u16) -> Operands {
        Operands(self.0.iter().map(|one| number(*one)).collect())
    }

    /// Appends the registers among operands; says how many, and whether `st0` is one.
    fn push(&mut self, form: &Form, word: u128, operands: &[OperandForm]) -> (u8, bool) {
        let before = self.0.len();
        let mut status = false;
        for operand in operands {
            match operand.register(form, word) {
                Some(Register::Status) => status = true,
                Some(register) => self.0.extend(number(register).map(|number| number as u16)),
                None => {}
            }
        }
        (u8::try_from(self.0.len() - before).unwrap_or(u8::MAX), status)
    }
}

/// Where instructions come from.
pub(super) trait Source {
    /// The number of bytes of the code.
    fn end(&self) -> usize;

    /// Whether an instruction can end with half a byte.
    fn can_shift(&self) -> bool;

    /// Whether the machine finds an instruction at a spot.
    fn exists(&self, spot: Spot) -> bool;

    /// Whether a program ends, with `st0` as it is, where it runs off the end of the code.
    fn ends_behind(&self) -> bool;

    /// The instruction at a spot; none where the machine finds no code.
    fn node(&self, spot: Spot, operands: &mut Operands) -> Option<Node>;
}

fn node(
    at: (Spot, usize),
    instr: &Instr,
    effect: Effect,
    turn: Turn,
    operands: &mut Operands,
) -> Option<Node> {
    let effect = if turn == Turn::Stop { Effect::Stop } else { effect };
    let form = instr.form();
    let first = operands.0.len() as u32;
    let word = instr.word();
    let (mut sources, mut results) = ((0, false), (0, false));
    if let Some(form) = form {
        sources = operands.push(form, word, form.reads);
        results = operands.push(form, word, form.writes);
        if effect == Effect::Unknown {
            let (count, _) = operands.push(form, word, form.reads);
            results = (results.0 + count, true);
        }
    }
    let (spot, length) = at;
    Some(Node {
        offset: u16::try_from(spot.offset).ok()?,
        is_shifted: spot.is_shifted,
        ends_with_half: false,
        is_rest: false,
        length: length as u8,
        form,
        effect,
        turn,
        reads_status: sources.1,
        writes_status: results.1,
        operands: first,
        sources: sources.0,
        results: results.0,
    })
}

/// The rest of the code at a spot, where a program ends.
fn rest(spot: Spot, end: usize, operands: &Operands) -> Option<Node> {
    Some(Node {
        offset: u16::try_from(spot.offset).ok()?,
        is_shifted: spot.is_shifted,
        ends_with_half: spot.is_shifted,
        is_rest: true,
        length: u8::try_from(end.checked_sub(spot.offset)?).unwrap_or(u8::MAX),
        form: None,
        effect: Effect::Nothing,
        turn: Turn::Return,
        reads_status: false,
        writes_status: false,
        operands: operands.0.len() as u32,
        sources: 0,
        results: 0,
    })
}

fn turn(
    profile: &Profile,
    instr: &Instr,
    callee: impl FnOnce(Leap, LibraryRef) -> Option<Callee>,
) -> Turn {
    let Ways { falls_through, leap } = Ways::under(profile, instr);
    match leap {
        None if falls_through => Turn::Next,
        None if *instr == Instr::Ret => Turn::Return,
        None => Turn::Stop,
        Some(leap) => match leap.library {
            None if leap.comes_back => Turn::Routine(leap.target),
            None if falls_through => Turn::Branch(leap.target),
            None => Turn::Jump(leap.target),
            Some(library) => match callee(leap, library) {
                None if profile.missing_library() == MissingLibrary::Ends => Turn::Return,
                None => Turn::Stop,
                Some(callee) if leap.comes_back => Turn::Call(callee),
                Some(callee) => Turn::Exec(callee),
            },
        },
    }
}

/// A list of instructions.
pub(super) struct Listed<'a> {
    instructions: &'a [Instruction],
    profile: Profile,
    length: usize,
    /// For each spot the number of the instruction that begins there, plus one.
    at: Vec<u32>,
    /// The bytes as far as they are known, where code is shifted: all but immediates.
    code: Vec<u8>,
}

impl<'a> Listed<'a> {
    pub(super) fn new(instructions: &'a [Instruction], profile: Profile) -> Listed<'a> {
        let ends = |one: &Instruction| ends_with_half(&profile, one.form);
        let can_shift = instructions.iter().any(ends);
        let end = |one: &Instruction| {
            let half = usize::from(ends(one) && !one.is_shifted);
            let more = usize::from(one.is_shifted && !ends(one));
            usize::from(one.offset) + usize::from(one.length) + more - half
        };
        let length = instructions.iter().map(end).max().unwrap_or(0);
        let mut at = vec![0; if can_shift { 2 * length } else { length }];
        for (number, one) in instructions.iter().enumerate() {
            let spot = Spot { offset: one.offset.into(), is_shifted: one.is_shifted };
            if let Some(at) = spot.index(length).and_then(|index| at.get_mut(index)) {
                *at = number as u32 + 1;
            }
        }
        let code = if can_shift { known_bytes(instructions, length) } else { Vec::new() };
        Listed { instructions, profile, length, at, code }
    }

    fn instruction(&self, spot: Spot) -> Option<&Instruction> {
        let number = self.at.get(spot.index(self.length)?)?.checked_sub(1)?;
        self.instructions.get(number as usize)
    }
}

fn ends_with_half(profile: &Profile, form: Option<&Form>) -> bool {
    profile.decoding() == Decoding::Lenient && form.is_some_and(Form::ends_with_half)
}

/// The code of a length that instructions make, with zeros for what is not known.
fn known_bytes(instructions: &[Instruction], length: usize) -> Vec<u8> {
    let mut code = vec![0; length];
    for one in instructions {
        let word = if one.is_shifted { one.word << 4 } else { one.word };
        let bytes = usize::from(one.length) + usize::from(one.is_shifted);
        let at = code.iter_mut().skip(one.offset.into()).take(bytes);
        at.zip(word.to_le_bytes()).for_each(|(byte, more)| *byte |= more);
    }
    code
}

impl Source for Listed<'_> {
    fn end(&self) -> usize {
        self.length
    }

    fn can_shift(&self) -> bool {
        self.at.len() > self.length
    }

    fn exists(&self, spot: Spot) -> bool {
        self.instruction(spot).is_some()
    }

    fn ends_behind(&self) -> bool {
        self.profile.end_of_code() == EndOfCode::Ends
    }

    fn node(&self, spot: Spot, operands: &mut Operands) -> Option<Node> {
        let Instruction { length, form, is_extension, word, callee, .. } =
            *self.instruction(spot)?;
        let reserved = || Verbatim::new(&[word as u8]).map(Instr::Verbatim);
        let found = match spot.is_shifted {
            true => found(&self.code, spot.offset, 4),
            false => Found::Instruction,
        };
        let instr = match (found, form) {
            (Found::Nothing, _) => return rest(spot, self.length, operands),
            (Found::Failing | Found::Panicking, _) | (_, None) => None,
            (_, Some(form)) if is_extension => {
                ExtensionInstr::new(form, word).map(Instr::Extension)
            }
            (_, Some(_)) => Instr::from_word(word, Given::Nothing),
        };
        let instr = instr.or_else(reserved)?;
        let turn = turn(&self.profile, &instr, |_, _| Some(callee));
        let effect = Effect::under(&self.profile, &instr, Constant::Value);
        let node = node((spot, length.into()), &instr, effect, turn, operands)?;
        Some(Node { ends_with_half: ends_with_half(&self.profile, form), ..node })
    }
}

/// The code of a library, read as the machine reads it.
pub(super) struct Bytes<'a, E> {
    lib: &'a Lib,
    callees: &'a Callees,
    profile: Profile,
    extension: PhantomData<fn() -> E>,
}

impl<'a, E: InstructionSet> Bytes<'a, E> {
    pub(super) fn new(lib: &'a Lib, callees: &'a Callees, profile: Profile) -> Bytes<'a, E> {
        Bytes { lib, callees, profile, extension: PhantomData }
    }

    /// The instruction that the machine finds at a spot.
    fn decode(&self, Spot { offset, is_shifted }: Spot) -> Option<Decoded> {
        match is_shifted {
            false => decode_for::<E>(&self.profile, self.lib.code(), offset),
            true => decode_shifted::<E>(&self.profile, self.lib.code(), offset),
        }
    }

    /// What is known of the constant of an instruction.
    fn constant(&self, instr: &Instr) -> Constant {
        let Some(Data::At { offset, length }) = instr.data() else { return Constant::Value };
        let size = instr.writes().find_map(|register| match register {
            Register::Value { size, .. } => Some(size),
            Register::Status => None,
        });
        let length = size.map_or(0, RegisterSize::bytes).max(usize::from(*length));
        let start = usize::from(*offset);
        match (self.lib.data().get(start..start + length), size) {
            // Of nothing, nothing is missing.
            (None, Some(RegisterSize::S16)) if length == 0 => Constant::Value,
            (None, Some(RegisterSize::S16)) => Constant::Part,
            (None, _) => Constant::Absent,
            (Some(bytes), Some(size)) => match size.float_format() {
                Some(format) if !format.is_value(bytes) => Constant::Absent,
                _ => Constant::Value,
            },
            _ => Constant::Value,
        }
    }

    /// What a call reaches; none if the library is not there.
    fn callee(&self, leap: Leap, library: LibraryRef) -> Option<Callee> {
        let id = match library {
            LibraryRef::Index(index) => self.lib.libs().get(index)?,
            LibraryRef::Id(id) => id,
        };
        Some(self.callees.at(LibSite::new(id, leap.target)))
    }
}

impl<E: InstructionSet> Source for Bytes<'_, E> {
    fn end(&self) -> usize {
        self.lib.code().len()
    }

    fn can_shift(&self) -> bool {
        E::FORMS.iter().any(|form| ends_with_half(&self.profile, Some(form)))
    }

    fn exists(&self, spot: Spot) -> bool {
        self.decode(spot).is_some()
    }

    fn ends_behind(&self) -> bool {
        self.profile.end_of_code() == EndOfCode::Ends
    }

    fn node(&self, spot: Spot, operands: &mut Operands) -> Option<Node> {
        let Some(Decoded { instr, length }) = self.decode(spot) else {
            let ends = self.ends_behind() && spot.offset < self.end();
            return if ends { rest(spot, self.end(), operands) } else { None };
        };
        let turn = turn(&self.profile, &instr, |leap, library| self.callee(leap, library));
        let effect = Effect::under(&self.profile, &instr, self.constant(&instr));
        let node = node((spot, length), &instr, effect, turn, operands)?;
        Some(Node { ends_with_half: ends_with_half(&self.profile, instr.form()), ..node })
    }
}

const _: () = assert!(REGISTERS < u16::MAX as usize);
