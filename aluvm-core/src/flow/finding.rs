//! What the analysis finds wrong, by name, and how it is said.

use core::fmt;

use super::graph::RoutineId;
use crate::isa::Register;

/// Something that is wrong with code, and where.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Finding {
    /// The offset of the instruction that shows it; of the routine, for what concerns all of it.
    pub offset: u16,
    /// What it is.
    pub problem: Problem,
    /// The routine, for what concerns its inputs and outputs or all of it.
    pub routine: Option<RoutineId>,
}

/// What can be wrong with code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum Problem {
    /// Execution can run past the end, or into the routine that is named. What that routine needs, and
    /// leaves of the outputs of this one, is not looked at then.
    EndOfCode {
        /// The declared routine that it runs into.
        into: Option<RoutineId>,
    },
    /// Nothing reaches the instructions from the offset up to this one.
    Unreachable {
        /// The first offset behind them.
        end: u32,
    },
    /// Nothing calls the routine.
    Uncalled,
    /// An instruction computes with a register that is undefined on every way to it.
    UndefinedRead {
        /// The register.
        register: Register,
    },
    /// An output can be undefined where the routine returns with `st0` true.
    UndefinedOutput {
        /// The output.
        register: Register,
    },
    /// An input of a called routine can be undefined.
    UndefinedInput {
        /// The input.
        register: Register,
    },
    /// No way to a return writes an output.
    UnsetOutput {
        /// The output.
        register: Register,
    },
    /// An input is never read.
    UnusedInput {
        /// The input.
        register: Register,
    },
    /// The routine can return results with `st0` false.
    FalseStatus {
        /// Where `st0` can only be false on the way to there.
        since: u16,
    },
    /// A comparison is inverted, and holds for an undefined operand then.
    NegatedUndefined {
        /// An operand that can be undefined.
        register: Register,
    },
    /// A call loses a register that is read behind it.
    Clobbered {
        /// The register.
        register: Register,
    },
    /// Nothing leads out of a loop.
    EndlessLoop {
        /// The last instruction of the loop.
        end: u16,
    },
    /// `st0` is overwritten before anything looks at what an arithmetic instruction left in it.
    UnreadStatus,
}

/// The names under which the variants of an enum can be permitted: of each, and all of them.
macro_rules! names {
    ($($variants:pat => $name:expr,)*) => {
        /// The name under which it can be permitted.
        pub const fn name(&self) -> &'static str {
            match self { $($variants => $name,)* }
        }

        /// The names of all variants.
        pub const NAMES: &[&str] = &[$($name),*];
    };
}

pub(crate) use names;

/// The name of [`Problem::Clobbered`], which permits are also asked for by themselves.
pub(crate) const CLOBBERED: &str = "clobbered";

impl Problem {
    names! {
        Problem::EndOfCode { .. } => "end_of_code",
        Problem::Unreachable { .. } | Problem::Uncalled => "unreachable",
        Problem::UndefinedRead { .. } => "undefined_read",
        Problem::UndefinedOutput { .. } | Problem::UndefinedInput { .. } => "maybe_undefined",
        Problem::UnsetOutput { .. } => "unset_output",
        Problem::UnusedInput { .. } => "unused_input",
        Problem::FalseStatus { .. } => "false_status",
        Problem::NegatedUndefined { .. } => "negated_undefined",
        Problem::Clobbered { .. } => CLOBBERED,
        Problem::EndlessLoop { .. } => "endless_loop",
        Problem::UnreadStatus => "unread_status",
    }

    /// Whether it can be wrong because a register is defined. What is undefined, or lost, is not less so where others
    /// are not defined.
    pub(super) fn can_follow_from_definedness(&self) -> bool {
        matches!(
            self,
            Problem::Unreachable { .. }
                | Problem::Uncalled
                | Problem::EndlessLoop { .. }
                | Problem::FalseStatus { .. }
        )
    }

    /// Whether it is reported only to those who ask for it.
    pub const fn is_on_request(&self) -> bool {
        matches!(self, Problem::UnreadStatus)
    }
}

/// What is wrong, in one sentence.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::EndOfCode { into: None } => {
                f.write_str("execution runs past the end of the code here")
            }
            Problem::EndOfCode { into: Some(_) } => {
                f.write_str("execution runs into the next routine here")
            }
            Problem::Unreachable { .. } => f.write_str("nothing reaches this instruction"),
            Problem::Uncalled => f.write_str("nothing calls this routine"),
            Problem::UndefinedRead { register } => {
                write!(f, "{register} is undefined on every way to here")
            }
            Problem::UndefinedOutput { register } => {
                write!(f, "output {register} can be undefined here while st0 is true")
            }
            Problem::UndefinedInput { register } => {
                write!(f, "{register}, an input of the called routine, can be undefined here")
            }
            Problem::UnsetOutput { register } => {
                write!(f, "no way through the routine sets output {register}")
            }
            Problem::UnusedInput { register } => write!(f, "input {register} is never read"),
            Problem::FalseStatus { .. } => {
                f.write_str("the routine returns its outputs here with st0 false")
            }
            Problem::NegatedUndefined { register } => write!(
                f,
                "{register} can be undefined; the comparison is false then, and its inverse true"
            ),
            Problem::Clobbered { register } => {
                write!(f, "this call overwrites {register}, which is read behind it")
            }
            Problem::EndlessLoop { .. } => f.write_str("nothing leads out of this loop"),
            Problem::UnreadStatus => {
                f.write_str("st0 is overwritten before anything looks at whether this failed")
            }
        }
    }
}

impl Problem {
    /// How to mend it.
    pub const fn help(&self) -> &'static str {
        match self {
            Problem::EndOfCode { .. } => "end each way with `ret`, `fail` or a jump",
            Problem::Unreachable { .. } => "remove it, or jump to it from where it is needed",
            Problem::Uncalled => "call it, make it `pub`, or remove it",
            Problem::UndefinedRead { .. } => "set it before, or make it an input",
            Problem::UndefinedOutput { .. } => {
                "set it on every way, `test` what says that it is defined, or mark it with `?`"
            }
            Problem::UndefinedInput { .. } => {
                "set it before the call, `test` what says that it is defined, or mark the input \
                 with `?`"
            }
            Problem::UnsetOutput { .. } => "set it, or remove it from the outputs",
            Problem::UnusedInput { .. } => {
                "remove it, or begin its name with `_` if callers rely on it"
            }
            Problem::FalseStatus { .. } => {
                "`inv st0` before `ret` returns a success; `fail` or `refuse` stops the program"
            }
            Problem::NegatedUndefined { .. } => {
                "`test` what says that it is defined, or compare the other way round"
            }
            Problem::Clobbered { .. } => {
                "keep it in a register that the called routine leaves alone"
            }
            Problem::EndlessLoop { .. } => "leave it with `jif`, `ret` or `test`",
            Problem::UnreadStatus => "look at st0 with `test`, `jif`, `inv` or `st`",
        }
    }
}

/// The offset, the name and what is wrong.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:#06x}: {}: {}", self.offset, self.problem.name(), self.problem)
    }
}
