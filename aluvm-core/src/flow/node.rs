//! An instruction as the analysis sees it: where it stands, what it leaves, how the program goes on. Only
//! registers, flags and jump targets matter.

use alloc::vec::Vec;
use core::ops::Range;

use super::effect::Effect;
use super::reach::{Leap, Ways};
use super::register_set::{REGISTERS, number};
use super::signature::Callee;
use crate::isa::{Form, Instr, LibraryRef, OperandForm, Register};
use crate::profile::{MissingLibrary, Profile};

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

impl Turn {
    /// That behind an instruction in a machine with a profile.
    pub(super) fn under(
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
}

impl Node {
    /// The instruction at a spot, of a length.
    pub(super) fn new(
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
    pub(super) fn rest(spot: Spot, end: usize, operands: &Operands) -> Option<Node> {
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

const _: () = assert!(REGISTERS < u16::MAX as usize);
