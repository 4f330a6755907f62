//! Which instructions a profile gives another meaning than the instruction set.

use super::{Meaning, Nop, Profile};
use crate::isa::{EqualFlag, Instr, IntFlags, MergeFlag, SignFlag, SizeF, SizeR};

/// Instructions whose meaning is one choice of a profile.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Group {
    Nop,
    Constants,
    Moves,
    Comparisons,
    Integers,
    Logic,
    Shifts,
    Floats,
    Strings,
    Curves,
}

impl Profile {
    /// The group of an instruction to which this profile gives another meaning; none where it means what
    /// the instruction set says.
    #[inline]
    pub(crate) fn varied(&self, instr: &Instr) -> Option<Group> {
        if self.is_specified() { None } else { self.varied_group(instr) }
    }

    fn varied_group(&self, instr: &Instr) -> Option<Group> {
        let group = group(instr)?;
        let is_varied = match group {
            Group::Nop => self.nop() == Nop::Hangs,
            Group::Constants => self.constants() == Meaning::Deployed,
            Group::Moves => self.moves() == Meaning::Deployed,
            Group::Comparisons => self.comparisons() == Meaning::Deployed,
            Group::Integers => self.integers() == Meaning::Deployed,
            Group::Logic => self.logic() == Meaning::Deployed,
            Group::Shifts => self.shifts() == Meaning::Deployed,
            Group::Floats => self.floats() == Meaning::Deployed,
            Group::Strings => self.strings() == Meaning::Deployed,
            Group::Curves => self.curves() == Meaning::Deployed,
        };
        is_varied.then_some(group)
    }
}

/// The choice that an instruction is subject to. What every machine does alike is in none.
fn group(instr: &Instr) -> Option<Group> {
    use Instr::*;
    Some(match *instr {
        Nop => Group::Nop,
        PutIfA { .. } | PutIfR { .. } => Group::Constants,
        MovS { src, dst } if src == dst => Group::Moves,
        CnvA { .. } => Group::Moves,
        GtA { flag: SignFlag::Signed, .. } | LtA { flag: SignFlag::Signed, .. } => {
            Group::Comparisons
        }
        EqA { flag: EqualFlag::UndefinedEqual, .. }
        | EqR { flag: EqualFlag::UndefinedEqual, .. }
        | St { flag: MergeFlag::Add, .. } => Group::Comparisons,
        GtR { size, .. } | LtR { size, .. } if is_wide(size) => Group::Comparisons,
        AddA { flags: IntFlags::SignedWrapped, .. }
        | SubA { flags: IntFlags::SignedWrapped, .. }
        | MulA { flags: IntFlags::SignedWrapped, .. }
        | DivA { .. }
        | Rem { .. } => Group::Integers,
        Neg { size, .. } | Abs { size, .. } => match size.float() {
            Some(_) => Group::Floats,
            None => Group::Integers,
        },
        And { size, .. } | Or { size, .. } | Xor { size, .. } => {
            size.general().filter(|size| is_wide(*size))?;
            Group::Logic
        }
        Shl { .. } | ShrA { .. } | ShrR { .. } | Scl { .. } | Scr { .. } => Group::Shifts,
        PutF { .. }
        | CnvF { .. }
        | CnvAF { .. }
        | CnvFA { .. }
        | GtF { .. }
        | LtF { .. }
        | EqF { .. }
        | AddF { .. }
        | SubF { .. }
        | MulF { .. }
        | DivF { .. }
        | MovF { size: SizeF::F80, .. }
        | DupF { size: SizeF::F80, .. }
        | SwpF { size: SizeF::F80, .. } => Group::Floats,
        PutS { .. }
        | Fill { .. }
        | Con { .. }
        | Find { .. }
        | Extr { .. }
        | Inj { .. }
        | Join { .. }
        | Splt { .. }
        | Ins { .. }
        | Del { .. } => Group::Strings,
        SecpGen { .. } | SecpMul { .. } | SecpAdd { .. } | SecpNeg { .. } => Group::Curves,
        _ => return None,
    })
}

/// Whether registers of a size hold more bits than the deployed machine computes with.
fn is_wide(size: SizeR) -> bool {
    size.register_size().bytes() > 128
}
