//! What the twin of a routine does: its statements as steps over values, for who writes it in another language.
//!
//! The steps know variables and no registers. They come from the walk that gives the routine its instructions, so that types
//! and the order in which operands are evaluated are decided once; where an instruction can stop a run or jumps, the
//! step names it, so that the twin stops and counts where the machine does. Values stand on a stack: a step takes its
//! operands from there, and leaves what it makes.

mod assigned;

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt::{self, Display, Formatter};

use crate::isa::{Instr, Register, RegisterSize};

/// A routine as its twin does it.
#[derive(Clone, Default, Debug)]
pub struct Twin {
    /// What it does.
    pub steps: Vec<Step>,
    /// Its variables.
    pub variables: Vec<TwinVariable>,
    /// Which of them are the inputs.
    pub inputs: Vec<usize>,
    /// Which of them are the outputs.
    pub outputs: Vec<usize>,
}

/// A variable: an input, an output, one of `let`, or a register by its name.
#[derive(Clone, Debug)]
pub struct TwinVariable {
    /// Its name; none of a register.
    pub name: Option<Box<str>>,
    /// The register that its name or the source names; none of a variable that is where the rule for places says.
    pub register: Option<Register>,
    /// The size of the register that holds its value.
    pub size: RegisterSize,
}

/// A step. `at` is the number of an instruction in the routine, of steps that jump the one that jumps, of
/// others the one that can stop the run.
#[derive(Clone, Debug)]
pub enum Step {
    /// The constant that a `put` puts.
    Constant {
        /// Its register.
        register: Register,
        /// The `put`.
        at: u32,
    },
    /// The value of a variable.
    Read(usize),
    /// The value becomes that of a variable.
    Assign(usize),
    /// A function of `aluvm_core::call::native`, whose result is a value, or perhaps none.
    Apply {
        /// Its name.
        function: &'static str,
        /// How many values it takes.
        operands: usize,
        /// The size of the result, where the operands do not say it.
        result: Option<RegisterSize>,
    },
    /// Adds the small number of an instruction.
    Increment {
        /// The instruction.
        at: u32,
    },
    /// A function of `aluvm_core::call::native`, which makes a condition.
    Compare {
        /// Its name.
        function: &'static str,
        /// How many values it takes.
        operands: usize,
    },
    /// An instruction over values.
    Execute {
        /// The instruction.
        at: u32,
        /// Where it expects the values.
        operands: Vec<Register>,
        /// Where it leaves one; else it makes a condition.
        result: Option<Register>,
    },
    /// The opposite of a condition.
    Not,
    /// Two conditions, of which the second decides if the first has not.
    Or {
        /// The jump behind the second.
        at: u32,
    },
    /// Stops if a condition is false, or if there is no value.
    Test {
        /// The `test`.
        at: u32,
    },
    /// A condition that nobody asks.
    Discard,
    /// A call of a routine. Of one without outputs its verdict is a condition.
    Call {
        /// The routine.
        callee: TwinCallee,
        /// How many inputs it has.
        inputs: usize,
        /// How many outputs it has.
        outputs: usize,
        /// The `routine` or `call`.
        at: u32,
    },
    /// The one output of a call as a value.
    Output,
    /// The outputs of a call become the values of variables.
    Outputs(Vec<Option<usize>>),
    /// Begins a block, and jumps behind it if the condition is true.
    Unless {
        /// The jump.
        at: u32,
    },
    /// Begins the block for a condition that is false, and jumps behind it if the condition is true.
    If {
        /// The jump.
        at: u32,
    },
    /// Begins the block for a condition that is true.
    Else,
    /// Ends the block that was begun last, or both.
    End,
    /// Begins a loop.
    Loop,
    /// Leaves the loop if the condition is true.
    Leave {
        /// The jump.
        at: u32,
    },
    /// Ends a loop.
    Again,
    /// A jump to where the next steps are.
    Jump {
        /// The jump.
        at: u32,
    },
    /// Leaves the loop.
    Break {
        /// The jump.
        at: u32,
    },
    /// Begins the loop anew.
    Continue {
        /// The jump.
        at: u32,
    },
    /// Returns.
    Return {
        /// The `ret`.
        at: u32,
    },
    /// Returns with a condition as the verdict.
    Verdict {
        /// The `ret`.
        at: u32,
    },
    /// Stops.
    Fail {
        /// The `fail`.
        at: u32,
    },
}

/// A routine that is called.
#[derive(Clone, Debug)]
pub enum TwinCallee {
    /// One of the library, by its item.
    Own(usize),
    /// One of another library, by the item that imports that, and its name.
    Other(usize, Box<str>),
}

/// Why a routine has no twin.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NoTwin {
    /// There is an instruction among its statements.
    Instruction,
    /// It uses an instruction of a host.
    Host {
        /// The mnemonic.
        mnemonic: Box<str>,
    },
    /// It asks whether a register has a value, which a variable always has.
    Definedness {
        /// The mnemonic.
        mnemonic: Box<str>,
    },
    /// It calls a routine without one.
    Callee {
        /// The routine.
        name: Box<str>,
    },
    /// It calls itself, directly or not.
    Circle,
    /// An input or output may be undefined.
    Optional {
        /// The name.
        name: Box<str>,
    },
    /// It permits that calls overwrite its registers, which they do not do to variables of Rust.
    Clobbered,
    /// The library is for a machine whose instructions mean something else.
    Profile,
    /// It reads a register that was not assigned on every way.
    Unassigned,
}

/// What it does, behind "a routine is Rust too, and".
impl Display for NoTwin {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            NoTwin::Instruction => f.write_str("this stands for nothing there"),
            NoTwin::Host { mnemonic } => {
                write!(f, "there is no host there that knows `{mnemonic}`")
            }
            NoTwin::Definedness { mnemonic } => {
                write!(f, "each variable has a value there, which `{mnemonic}` asks for")
            }
            NoTwin::Callee { name } => write!(f, "`{name}`, which it calls, is not"),
            NoTwin::Circle => f.write_str("this leads back to itself, as deep as the inputs say"),
            NoTwin::Optional { name } => write!(f, "`{name}` may have no value"),
            NoTwin::Clobbered => {
                f.write_str("no call overwrites a variable there, which it permits")
            }
            NoTwin::Profile => f.write_str("the profile gives instructions another meaning"),
            NoTwin::Unassigned => {
                f.write_str("it reads or returns a register that it did not assign on every way")
            }
        }
    }
}

/// The bytes of the constant that an instruction puts, if it has them.
pub fn constant(instr: &Instr) -> Option<&[u8]> {
    match instr {
        Instr::PutA { value, .. } | Instr::PutF { value, .. } | Instr::PutR { value, .. } => {
            value.0.bytes()
        }
        Instr::PutS { value, .. } => value.0.bytes(),
        _ => None,
    }
}

/// The small number that an instruction adds.
pub fn increment(instr: &Instr) -> Option<i8> {
    match instr {
        Instr::StepA { step, .. } => Some(step.0),
        _ => None,
    }
}
