//! Where the analysis has code from: the bytes of a library, or a list of instructions of an assembler that
//! does not know all immediates yet.

use alloc::vec;
use alloc::vec::Vec;
use core::marker::PhantomData;

use super::effect::{Constant, Effect};
use super::node::{Node, Operands, Spot, Turn};
use super::reach::Leap;
use super::signature::{Callee, Callees};
use crate::codec::{Decoded, Found, decode_for, decode_shifted, found};
use crate::isa::{
    Data, ExtensionInstr, Form, Given, Instr, InstructionSet, LibraryRef, Register, RegisterSize,
    Verbatim,
};
use crate::library::{Lib, LibSite};
use crate::profile::{Decoding, EndOfCode, Meaning, Profile};

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
            true => found(&self.profile, &self.code, spot.offset, 4),
            false => Found::Instruction,
        };
        let instr = match (found, form) {
            (Found::Nothing, _) => return Node::rest(spot, self.length, operands),
            (Found::Failing | Found::Panicking, _) | (_, None) => None,
            (_, Some(form)) if is_extension => {
                ExtensionInstr::new(form, word).map(Instr::Extension)
            }
            (_, Some(_)) => Instr::from_word(word, Given::Nothing),
        };
        let instr = instr.or_else(reserved)?;
        let turn = Turn::under(&self.profile, &instr, |_, _| Some(callee));
        let effect = Effect::under(&self.profile, &instr, Constant::Value);
        let mut node = Node::new((spot, length.into()), &instr, effect, turn, operands)?;
        node.ends_with_half = ends_with_half(&self.profile, form);
        Some(node)
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
            // Of nothing, nothing is missing; the deployed machine looks for it all the same.
            (None, Some(RegisterSize::S16))
                if length == 0 && self.profile.strings() == Meaning::Specified =>
            {
                Constant::Value
            }
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
            return if self.ends_behind() { Node::rest(spot, self.end(), operands) } else { None };
        };
        let turn = Turn::under(&self.profile, &instr, |leap, library| self.callee(leap, library));
        let effect = Effect::under(&self.profile, &instr, self.constant(&instr));
        let mut node = Node::new((spot, length), &instr, effect, turn, operands)?;
        node.ends_with_half = ends_with_half(&self.profile, instr.form());
        Some(node)
    }
}
