//! Code as the analysis sees it: a plain list of instructions, made of the bytes of a library or by an
//! assembler that does not know all immediates yet. Only registers, flags and jump targets matter.

use alloc::vec;
use alloc::vec::Vec;
use core::marker::PhantomData;

use super::effect::{Constant, Effect};
use super::reach::{Leap, Ways};
use super::register_set::{REGISTERS, number};
use super::signature::{Callee, Callees};
use crate::codec::decode_for;
use crate::isa::{
    Data, ExtensionInstr, Form, Given, Instr, InstructionSet, LibraryRef, OperandForm, Register,
    RegisterSize, Verbatim,
};
use crate::library::{Lib, LibSite};
use crate::profile::Profile;

/// One instruction of a list, as an assembler has it before the bytes are laid out.
#[derive(Clone, Copy, Debug)]
pub struct Instruction {
    /// Where it begins.
    pub offset: u16,
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

/// An instruction, and what the analysis asks of it.
#[derive(Clone, Copy, Debug)]
pub struct Node {
    /// Where it begins.
    pub offset: u16,
    /// How many bytes it takes.
    pub length: u8,
    /// Its row; none for bytes that are no instruction.
    pub form: Option<&'static Form>,
    /// What it leaves.
    pub effect: Effect,
    /// How the program goes on.
    pub turn: Turn,
    /// Whether it depends on `st0`.
    pub reads_status: bool,
    /// Whether it may change `st0`.
    pub writes_status: bool,
    operands: u32,
    sources: u8,
    results: u8,
}

/// How a program goes on after an instruction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
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

    /// The offset behind the instruction.
    pub fn behind(&self) -> usize {
        usize::from(self.offset) + usize::from(self.length)
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

    /// Whether the machine finds an instruction at an offset.
    fn exists(&self, offset: usize) -> bool;

    /// The instruction at an offset; none where the machine finds no code.
    fn node(&self, offset: usize, operands: &mut Operands) -> Option<Node>;
}

fn node(
    at: (u16, usize),
    instr: &Instr,
    effect: Effect,
    turn: Turn,
    operands: &mut Operands,
) -> Node {
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
    Node {
        offset: at.0,
        length: at.1 as u8,
        form,
        effect,
        turn,
        reads_status: sources.1,
        writes_status: results.1,
        operands: first,
        sources: sources.0,
        results: results.0,
    }
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
    /// For each offset the number of the instruction that begins there, plus one.
    at: Vec<u32>,
}

impl<'a> Listed<'a> {
    pub(super) fn new(instructions: &'a [Instruction], profile: Profile) -> Listed<'a> {
        let end = instructions.iter().map(|one| usize::from(one.offset) + usize::from(one.length));
        let mut at = vec![0; end.max().unwrap_or(0)];
        for (number, instruction) in instructions.iter().enumerate() {
            if let Some(at) = at.get_mut(usize::from(instruction.offset)) {
                *at = number as u32 + 1;
            }
        }
        Listed { instructions, profile, at }
    }
}

impl Source for Listed<'_> {
    fn end(&self) -> usize {
        self.at.len()
    }

    fn exists(&self, offset: usize) -> bool {
        self.at.get(offset).is_some_and(|number| *number != 0)
    }

    fn node(&self, offset: usize, operands: &mut Operands) -> Option<Node> {
        let number = self.at.get(offset)?.checked_sub(1)?;
        let Instruction { offset, length, form, is_extension, word, callee } =
            *self.instructions.get(number as usize)?;
        let instr = match form {
            Some(form) if is_extension => ExtensionInstr::new(form, word).map(Instr::Extension),
            Some(_) => Instr::from_word(word, Given::Nothing),
            None => None,
        };
        let instr = instr.or_else(|| Verbatim::new(&[word as u8]).map(Instr::Verbatim))?;
        let turn = turn(&self.profile, &instr, |_, _| Some(callee));
        let effect = Effect::under(&self.profile, &instr, Constant::Value);
        Some(node((offset, length.into()), &instr, effect, turn, operands))
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

    fn exists(&self, offset: usize) -> bool {
        decode_for::<E>(&self.profile, self.lib.code(), offset).is_some()
    }

    fn node(&self, offset: usize, operands: &mut Operands) -> Option<Node> {
        let decoded = decode_for::<E>(&self.profile, self.lib.code(), offset)?;
        let turn = turn(&self.profile, &decoded.instr, |leap, library| self.callee(leap, library));
        let constant = self.constant(&decoded.instr);
        let effect = Effect::under(&self.profile, &decoded.instr, constant);
        let at = (u16::try_from(offset).ok()?, decoded.length);
        Some(node(at, &decoded.instr, effect, turn, operands))
    }
}

const _: () = assert!(REGISTERS < u16::MAX as usize);
