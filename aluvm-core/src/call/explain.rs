//! Why a run ended as it did: what it executed last, which instruction made `st0` false, and where what
//! that instruction read became undefined. Found by running the case again.

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::Case;
use crate::flow::{Constant, Effect};
use crate::isa::{Instr, Register};
use crate::library::LibSite;
use crate::vm::{Change, Failure, Session, Stop, Value};

/// How many of the last steps are told.
pub const LAST_STEPS: u64 = 10;

/// The longest run that is repeated, which takes a second.
const STEPS_MAX: u64 = 1 << 22;

/// How many registers back an undefined one is followed.
const CHAIN_MAX: u32 = 8;

/// Why a run ended as it did.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Explanation {
    /// How many instructions were executed.
    pub steps: u64,
    /// The last ten of them, or all if there were fewer. At the last the run stopped.
    pub last: Vec<Executed>,
    /// What made `st0` false, if it was when the run stopped.
    pub status: Option<Origin>,
}

/// An instruction that was executed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Executed {
    /// How many were executed before it.
    pub number: u64,
    /// Where it stands.
    pub site: LibSite,
    /// The instruction, with its constants and libraries looked up.
    pub instr: Instr,
    /// The registers that it read, `st0` among them; an undefined register has no value.
    pub reads: Vec<(Register, Option<Value>)>,
    /// The registers whose value it changed.
    pub changes: Vec<Change>,
}

/// An instruction that made `st0` false or a register undefined, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Origin {
    /// The instruction.
    pub step: Executed,
    /// Why it did.
    pub reason: Reason,
}

/// Why an instruction made `st0` false, or its result undefined.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reason {
    /// What it computes with is undefined.
    Undefined {
        /// The register.
        register: Register,
        /// What made it undefined; none if it was never set.
        since: Option<Box<Origin>>,
    },
    /// The result is no value of its register: it overflows, or divides by zero.
    NoResult,
    /// What it compares does not hold.
    DoesNotHold,
    /// The bit that it shifted out is zero.
    ZeroBit,
    /// The value does not fit into the register.
    DoesNotFit,
    /// What it was asked for is not possible with these values.
    NotPossible,
    /// There is no such constant in the data segment.
    NoConstant,
    /// It takes a register that is undefined, and this one was not.
    WasDefined,
    /// `inv st0` found it true.
    Inverted {
        /// What made it true last; none if nothing did since the beginning.
        from: Option<Box<Executed>>,
    },
    /// It makes its register undefined by what it is.
    Cleared,
    /// An instruction of the host did it.
    Host,
}

impl Case {
    /// Why the run ended as it did. None if it cannot be repeated: what the host's instructions did was
    /// not recorded, or it was very long.
    pub fn explain(&self) -> Option<Explanation> {
        let program = self.program().ok()?;
        let mut session = self.session(&program)?;
        let status = follow_status(&mut session, u64::MAX)?;
        let steps = session.steps();
        let last = (steps.saturating_sub(LAST_STEPS)..steps)
            .filter_map(|number| executed(&mut session, number))
            .collect();
        let outcome = session.outcome()?;
        let is_by_status = matches!(outcome.stop, Stop::Finished | Stop::Failed(Failure::Test));
        let status = match status.fell {
            Some(number) if is_by_status && !outcome.status => {
                status_origin(&mut session, number, status.rose)
            }
            _ => None,
        };
        Some(Explanation { steps, last, status })
    }

    /// What made `st0` false, if it is false behind so many steps and the run is not over there. None if
    /// it is true, was false from the beginning, or the run cannot be repeated.
    pub fn explain_status(&self, steps: u64) -> Option<Origin> {
        let program = self.program().ok()?;
        let mut session = self.session(&program)?;
        let status = follow_status(&mut session, steps)?;
        if session.steps() < steps || session.registers().st0() {
            return None;
        }
        status_origin(&mut session, status.fell?, status.rose)
    }

    /// Why a register is undefined at the end. None if the run cannot be repeated, or nothing ever set
    /// the register.
    pub fn explain_undefined(&self, register: Register) -> Option<Origin> {
        let program = self.program().ok()?;
        let mut session = self.session(&program)?;
        follow_status(&mut session, u64::MAX)?;
        let end = session.steps();
        undefined_since(&mut session, register, end, CHAIN_MAX)
    }
}

/// The steps that decided on `st0`.
struct Status {
    /// The last one that made it false, or found it false and would have made it so.
    fell: Option<u64>,
    /// The last one that made it true before `inv` was the last that made it false.
    rose: Option<u64>,
}

/// Runs to the end, or until behind so many steps. None if that is too far.
fn follow_status(session: &mut Session<'_>, steps: u64) -> Option<Status> {
    let mut status = Status { fell: None, rose: None };
    let mut rose = None;
    while session.steps() < steps
        && let Some(instr) = session.instr()
    {
        if session.steps() == STEPS_MAX {
            return None;
        }
        let (number, was_true) = (session.steps(), session.registers().st0());
        let effect = Effect::of(&instr, Constant::Value);
        session.step()?;
        // What stops the program makes `st0` false because it stops, and not the other way round.
        if session.outcome().is_some_and(|outcome| outcome.stop != Stop::Finished) {
            continue;
        }
        let writes = effect == Effect::Invert || instr.writes().any(|at| at == Register::Status);
        match (was_true, session.registers().st0()) {
            (true, false) => status = Status { fell: Some(number), rose },
            (false, false) if writes && sets(effect) => {
                status = Status { fell: Some(number), rose }
            }
            (_, true) if writes => rose = Some(number),
            _ => {}
        }
    }
    Some(status)
}

/// Whether an instruction that writes `st0` sets it whatever it was.
fn sets(effect: Effect) -> bool {
    matches!(
        effect,
        Effect::Arithmetic { .. }
            | Effect::Compare
            | Effect::Equal
            | Effect::IsUndefined
            | Effect::IsDefined
            | Effect::Shift
            | Effect::Resize { .. }
            | Effect::Convert { .. }
            | Effect::Exchange { .. }
            | Effect::Host { .. }
    )
}

/// A step of a run that has been there, which goes behind it.
fn executed(session: &mut Session<'_>, number: u64) -> Option<Executed> {
    session.rewind(number);
    if session.steps() < number {
        session.run_until(|session| session.steps() == number);
    }
    let instr = session.instr()?;
    let mut reads: Vec<(Register, Option<Value>)> = Vec::new();
    for register in instr.reads() {
        if reads.iter().all(|(known, _)| *known != register) {
            reads.push((register, session.registers().get(register)));
        }
    }
    let step = session.step()?;
    Some(Executed { number, site: step.site, instr, reads, changes: step.changes.to_vec() })
}

fn status_origin(session: &mut Session<'_>, number: u64, rose: Option<u64>) -> Option<Origin> {
    let step = executed(session, number)?;
    let reason = match Effect::of(&step.instr, Constant::Value) {
        Effect::Invert => {
            Reason::Inverted { from: rose.and_then(|rose| executed(session, rose)).map(Box::new) }
        }
        _ => reason(session, &step, CHAIN_MAX),
    };
    Some(Origin { step, reason })
}

/// Why an instruction had no result or made `st0` false.
fn reason(session: &mut Session<'_>, step: &Executed, chain: u32) -> Reason {
    let effect = Effect::of(&step.instr, Constant::Value);
    let values = step.reads.iter().filter(|(register, _)| *register != Register::Status);
    let undefined = values.enumerate().find(|(number, (_, value))| {
        value.is_none() && (effect.computes_with(*number) || effect.carries())
    });
    if let Some((_, (register, _))) = undefined
        && effect != Effect::Clear
    {
        let since = undefined_since(session, *register, step.number, chain).map(Box::new);
        return Reason::Undefined { register: *register, since };
    }
    match effect {
        Effect::Arithmetic { .. } => Reason::NoResult,
        Effect::Compare | Effect::Equal | Effect::IsUndefined | Effect::IsDefined => {
            Reason::DoesNotHold
        }
        Effect::Shift => Reason::ZeroBit,
        Effect::Resize { .. } | Effect::Convert { .. } | Effect::Exchange { .. } => {
            Reason::DoesNotFit
        }
        Effect::Put(_) => Reason::NoConstant,
        Effect::PutIfUndefined(_) => Reason::WasDefined,
        Effect::Clear | Effect::Move => Reason::Cleared,
        Effect::Host { .. } | Effect::Stop => Reason::Host,
        _ => Reason::NotPossible,
    }
}

/// What made a register undefined before a step; none if it was never set.
fn undefined_since(
    session: &mut Session<'_>,
    register: Register,
    before: u64,
    chain: u32,
) -> Option<Origin> {
    let chain = chain.checked_sub(1)?;
    if before == 0 {
        return None;
    }
    session.rewind(0);
    let mut since = None;
    let mut was_defined = session.registers().get(register).is_some();
    session.run_until(|session| {
        let is_defined = session.registers().get(register).is_some();
        if was_defined && !is_defined {
            since = Some(session.steps() - 1);
        }
        was_defined = is_defined;
        session.steps() >= before
    });
    let step = executed(session, since?)?;
    let reason = reason(session, &step, chain);
    Some(Origin { step, reason })
}
