//! What each instruction leaves: what it does to `st0`, and what `st0` then says about the registers
//! that it read and wrote. Which registers those are is in the rows of the instruction table.
//!
//! The match over all instructions asks for the answer when a row is added; `tests/flow` holds each
//! answer against the machine.

use crate::isa::{
    DeleteFlag, EqualFlag, FillFlag, InsertFlag, Instr, IntFlags, MergeFlag, RegisterSize, SizeA,
    SizeAF, SizeF, SplitFlag, Switch,
};
use crate::profile::Profile;

/// What an instruction leaves. *Sources* are the registers that it reads, *results* those that it
/// writes, `st0` left aside. "Either" is a register that may be defined or not.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Effect {
    /// No register and no `st0` changes.
    Nothing,
    /// The program stops.
    Stop,
    /// The program stops if `st0` is false.
    Test,
    /// `st0` is inverted.
    Invert,
    /// `st0` says whether the result is defined; if so, the sources were. A total operation has a result
    /// whenever its sources are defined.
    Arithmetic {
        /// Whether defined sources always have a result.
        is_total: bool,
    },
    /// `st0` is true only if the sources are defined.
    Compare,
    /// `st0` is true only if both sources are defined or both are not; certainly for one register twice.
    Equal,
    /// `st0` says whether the source is undefined.
    IsUndefined,
    /// `st0` says whether the source is defined.
    IsDefined,
    /// The result is defined if the sources are; if one is not, `st0` is false.
    Shift,
    /// The result is defined as the source is. `st0` is false only if the source is defined and does
    /// not fit.
    Resize {
        /// Whether every value fits.
        always_fits: bool,
    },
    /// As `Resize`, but the result is undefined where `st0` is false.
    Convert {
        /// Whether every value fits.
        always_fits: bool,
    },
    /// Two registers are exchanged. `st0` is false only if the value of the wider one was cut.
    Exchange {
        /// The wider register, if they differ.
        wider: Option<Side>,
    },
    /// `st0` stays, or becomes false. Where it is true, sources and results are defined; where it is
    /// false, the results are either. A total operation fails only if a source is undefined.
    Attempt {
        /// Whether defined sources always have a result.
        is_total: bool,
    },
    /// `st0` stays, or becomes false. Where it is true, the sources are defined. The result always is as
    /// the sources are.
    AttemptDefined,
    /// `st0` stays, or becomes false. Where it is true, the sources are defined; the result is either.
    AttemptSilently,
    /// `st0` stays, or becomes false. Where it is true, sources and result are defined. The result is
    /// the first source, which may be undefined; where it is false, the result is defined or as it was
    /// if the operation extends, and either if not.
    Fill {
        /// Whether the string grows where an offset passes its end.
        extends: bool,
    },
    /// The result gets the state of the source, and the source becomes undefined.
    Move,
    /// The result gets the state of the source.
    Duplicate,
    /// The two registers are exchanged.
    Swap,
    /// The result becomes undefined.
    Clear,
    /// The result is defined exactly if the sources are.
    Combine,
    /// The result is a constant.
    Put(Constant),
    /// The result becomes a constant if it is undefined, else `st0` becomes false.
    PutIfUndefined(Constant),
    /// The result is defined. `st0` becomes false only if it saturates what was defined.
    Merge {
        /// Whether it adds.
        saturates: bool,
    },
    /// The program may stop. `st0`, sources and results can be anything.
    Unknown,
    /// An instruction of a host: it may stop the program. If it writes `st0`, that can be either, and the
    /// results are undefined only where it is false.
    Host {
        /// Whether it writes `st0`.
        sets_status: bool,
    },
}

/// One of two registers that are exchanged.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Side {
    /// The first.
    First,
    /// The second.
    Second,
}

/// What is known of a constant in the data segment.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Constant {
    /// It is there and is a value.
    Value,
    /// It is a string that the data segment is too short for. The register gets what there is of it.
    Part,
    /// The data segment is too short for it, or has a pattern that no register holds.
    Absent,
}

impl Effect {
    /// The effect of an instruction in a machine with a profile. Of most instructions to which the profile
    /// gives another meaning nothing is known.
    pub fn under(profile: &Profile, instr: &Instr, constant: Constant) -> Effect {
        use Instr::*;
        if profile.varied(instr).is_none() {
            return Effect::of(instr, constant);
        }
        match *instr {
            // There only values differ.
            DivA { flags: IntFlags::UnsignedChecked | IntFlags::UnsignedWrapped, .. }
            | CnvA { .. }
            | GtA { .. }
            | LtA { .. }
            | MovF { .. }
            | DupF { .. }
            | SwpF { .. } => Effect::of(instr, constant),
            Neg { .. } => Effect::Arithmetic { is_total: false },
            Abs { size, .. } if !is_float(size) => Effect::Arithmetic { is_total: true },
            PutS { .. } if constant == Constant::Value => Effect::of(instr, constant),
            // It sees overflows of the widest registers only.
            AddA { size, .. } | SubA { size, .. } | MulA { size, .. } => {
                Effect::Arithmetic { is_total: size != SizeA::A1024 }
            }
            Extr { .. } | Con { .. } => Effect::Attempt { is_total: false },
            _ => Effect::Unknown,
        }
    }

    /// The effect of an instruction by the instruction set; `constant` is what is known of the constant that it names. An operand
    /// that nobody knows yet may be zero.
    pub fn of(instr: &Instr, constant: Constant) -> Effect {
        use Instr::*;
        match *instr {
            Jmp { .. } | Jif { .. } | Routine { .. } | Call { .. } | Exec { .. } | Ret | Nop => {
                Effect::Nothing
            }
            Fail | Verbatim(_) => Effect::Stop,
            Test => Effect::Test,
            Inv => Effect::Invert,

            ClrA { .. } | ClrF { .. } | ClrR { .. } => Effect::Clear,
            PutA { .. } | PutF { .. } | PutR { .. } | PutS { .. } => Effect::Put(constant),
            PutIfA { .. } | PutIfR { .. } => Effect::PutIfUndefined(constant),
            MovA { .. } | MovF { .. } | MovR { .. } | MovS { .. } => Effect::Move,
            DupA { .. } | DupF { .. } | DupR { .. } => Effect::Duplicate,
            SwpA { .. } | SwpF { .. } | SwpS { .. } => Effect::Swap,

            CpyA { src_size, dst_size, .. } | CnvA { src_size, dst_size, .. } => {
                resize(src_size.register_size(), dst_size.register_size())
            }
            CpyR { src_size, dst_size, .. } => {
                resize(src_size.register_size(), dst_size.register_size())
            }
            SpyAR { src_size, dst_size, .. } => {
                let (first, second) = (src_size.register_size(), dst_size.register_size());
                Effect::Exchange { wider: wider(first.bytes(), second.bytes()) }
            }
            CnvF { src_size, dst_size, .. } => Effect::Convert {
                always_fits: float_fits(src_size.register_size(), dst_size.register_size()),
            },
            CnvAF { src_size, dst_size, .. } => Effect::Convert {
                always_fits: integer_fits(src_size.register_size(), dst_size.register_size()),
            },
            CnvFA { .. } => Effect::Convert { always_fits: false },

            GtA { .. }
            | LtA { .. }
            | GtF { .. }
            | LtF { .. }
            | GtR { .. }
            | LtR { .. }
            | EqF { .. }
            | IfZA { .. }
            | IfZR { .. } => Effect::Compare,
            EqA { flag, first, second, .. } | EqR { flag, first, second, .. } => match flag {
                EqualFlag::UndefinedDiffers if first == second => Effect::IsDefined,
                EqualFlag::UndefinedDiffers => Effect::Compare,
                EqualFlag::UndefinedEqual => Effect::Equal,
            },
            EqS { .. } => Effect::Equal,
            IfNA { .. } | IfNR { .. } => Effect::IsUndefined,
            St { flag, .. } => Effect::Merge { saturates: flag == MergeFlag::Add },

            AddA { flags, .. } | SubA { flags, .. } | MulA { flags, .. } => {
                let is_total = matches!(flags, IntFlags::UnsignedWrapped | IntFlags::SignedWrapped);
                Effect::Arithmetic { is_total }
            }
            AddF { size, .. } | SubF { size, .. } | MulF { size, .. } => {
                Effect::Arithmetic { is_total: size == SizeF::F512 }
            }
            Neg { size, .. } | Abs { size, .. } => Effect::Arithmetic { is_total: is_float(size) },
            DivA { .. } | DivF { .. } | Rem { .. } | StepA { .. } => {
                Effect::Arithmetic { is_total: false }
            }

            And { .. }
            | Or { .. }
            | Xor { .. }
            | Not { .. }
            | Scl { .. }
            | Scr { .. }
            | RevA { .. }
            | RevR { .. } => Effect::Combine,
            Shl { .. } | ShrA { .. } | ShrR { .. } => Effect::Shift,

            Fill { flag, .. } => Effect::Fill { extends: flag == FillFlag::Extend },
            Len { size, .. } => Effect::Attempt { is_total: size.register_size().bytes() >= 2 },
            Cnt { .. } | RevS { .. } => Effect::Attempt { is_total: true },
            Con { .. } | Find { .. } | Inj { .. } | Join { .. } => {
                Effect::Attempt { is_total: false }
            }
            Extr { .. } => Effect::AttemptDefined,
            Splt { flag: SplitFlag::Cz | SplitFlag::Zz, .. } => Effect::AttemptDefined,
            Splt { .. } => Effect::Attempt { is_total: false },
            Ins { flag: InsertFlag::C | InsertFlag::S, .. } => Effect::AttemptDefined,
            Ins { .. } => Effect::Attempt { is_total: false },
            Del { flag: DeleteFlag::N, begin_fails, end_fails, .. } => {
                match (begin_fails, end_fails) {
                    (Switch(true), Switch(true)) => Effect::Attempt { is_total: false },
                    _ => Effect::AttemptSilently,
                }
            }
            Del { .. } => Effect::AttemptDefined,

            Ripemd { .. } | Sha256 { .. } | Sha512 { .. } | Blake3 { .. } | EdGen { .. } => {
                Effect::Attempt { is_total: true }
            }
            SecpGen { .. }
            | SecpMul { .. }
            | SecpAdd { .. }
            | SecpNeg { .. }
            | EdMul { .. }
            | EdAdd { .. }
            | EdNeg { .. } => Effect::Attempt { is_total: false },

            Extension(_) => {
                let sets_status =
                    instr.writes().any(|register| register == crate::isa::Register::Status);
                Effect::Host { sets_status }
            }
        }
    }

    /// Whether the program can stop at the instruction.
    pub fn can_stop(self) -> bool {
        matches!(self, Effect::Stop | Effect::Test | Effect::Unknown | Effect::Host { .. })
    }

    /// Whether the instruction computes with its source number `source`: not if it moves or tests the
    /// undefined state as it does a value.
    pub fn computes_with(self, source: usize) -> bool {
        match self {
            Effect::Move | Effect::Duplicate | Effect::Swap | Effect::Exchange { .. } => false,
            Effect::IsUndefined | Effect::Equal => false,
            Effect::PutIfUndefined(_) | Effect::Merge { .. } => false,
            Effect::Fill { .. } => source != 0,
            _ => true,
        }
    }

    /// Whether the results take the state of the sources, defined or not.
    pub fn carries(self) -> bool {
        matches!(
            self,
            Effect::Move
                | Effect::Duplicate
                | Effect::Swap
                | Effect::Exchange { .. }
                | Effect::Combine
                | Effect::Shift
                | Effect::Resize { .. }
                | Effect::Convert { .. }
                | Effect::AttemptDefined
        )
    }
}

fn resize(from: RegisterSize, to: RegisterSize) -> Effect {
    Effect::Resize { always_fits: to.bytes() >= from.bytes() }
}

fn wider(first: usize, second: usize) -> Option<Side> {
    match first.cmp(&second) {
        core::cmp::Ordering::Greater => Some(Side::First),
        core::cmp::Ordering::Less => Some(Side::Second),
        core::cmp::Ordering::Equal => None,
    }
}

/// Whether every float of a size, infinity too, has a value in another.
fn float_fits(from: RegisterSize, to: RegisterSize) -> bool {
    let (Some(from), Some(to)) = (from.float_format(), to.float_format()) else { return false };
    if from == to {
        return true;
    }
    // Only the posit has no infinity. Rounding can carry a value to the next power of two.
    let exponents = (from.max_exponent(), to.max_exponent());
    !to.is_posit()
        && (exponents.0 < exponents.1
            || exponents.0 == exponents.1 && from.precision() <= to.precision())
}

/// Whether every signed integer of a size has a value in a float format.
fn integer_fits(from: RegisterSize, to: RegisterSize) -> bool {
    let bits = 8 * from.bytes() as i32;
    to.float_format().is_some_and(|to| to.is_posit() || bits - 1 <= to.max_exponent())
}

fn is_float(size: SizeAF) -> bool {
    size.float().is_some()
}
