//! What the debugger says: what came of a command, and what was wrong with one.

use std::error::Error;
use std::fmt;

use aluvm_core::isa::{Register, RegisterNameError};
use aluvm_core::vm::{RegisterError, Stop, ValueError};

use super::command::{CommandError, Place};
use super::value::Radix;

/// What came of a command.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Notice {
    /// The run is at its end.
    End,
    /// The run is at its beginning.
    Beginning,
    /// Somebody stopped a search.
    Interrupted,
    /// What the host's instructions did has grown too large to go on.
    Full,
    /// A breakpoint was set, or taken away.
    Breakpoint { place: String, is_set: bool },
    /// There is no breakpoint that could stop it.
    NoBreakpoint,
    /// No line has the text.
    NoText { text: String },
    /// No instruction before wrote the register.
    NeverWritten { register: Register, is_defined: bool },
    /// No routine was entered before.
    NoCall,
    /// `st0` is true, and stays so.
    StaysTrue,
    /// `st0` was false from the beginning.
    FalseFromBeginning,
    /// The stop made `st0` false.
    Stopped(Stop),
    /// Why `st0` is false, in several lines.
    Story(String),
    /// The run is too long for an explanation.
    TooLong,
    /// It runs again with other inputs; perhaps the host's instructions do what they did with those
    /// before.
    Again { is_recorded: bool },
    /// How values are shown now.
    Radix(Radix),
    /// There is no source to show.
    NoSource,
    /// Nothing is defined that could be selected.
    NoRegisters,
    /// Something was wrong.
    #[cfg(feature = "tui")]
    Trouble(Trouble),
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Notice::End => f.write_str("this is the end"),
            Notice::Beginning => f.write_str("this is the beginning"),
            Notice::Interrupted => f.write_str("stopped on the way"),
            Notice::Full => f.write_str(
                "the run goes no further: what instructions of the host did, which going back needs, \
                 takes more than 30 MiB",
            ),
            Notice::Breakpoint { place, is_set: true } => write!(f, "breakpoint at {place}"),
            Notice::Breakpoint { place, is_set: false } => write!(f, "no breakpoint at {place}"),
            Notice::NoBreakpoint => f.write_str("no breakpoint is set; `b` sets one at the cursor"),
            Notice::NoText { text } => write!(f, "no line has `{}`", text.escape_debug()),
            Notice::NeverWritten { register, is_defined: true } => {
                write!(f, "no instruction before wrote {register}: it is an input")
            }
            Notice::NeverWritten { register, is_defined: false } => {
                write!(f, "no instruction before wrote {register}: it is undefined")
            }
            Notice::NoCall => f.write_str("no routine was entered before; this is the beginning"),
            Notice::StaysTrue => f.write_str("st0 is true, and stays so to the end"),
            Notice::FalseFromBeginning => f.write_str("st0 was false from the beginning"),
            Notice::Stopped(stop) => write!(f, "st0 became false because {stop}"),
            Notice::Story(story) => write!(f, "st0 became false {}", story.trim_end()),
            Notice::TooLong => f.write_str("the run is too long for an explanation"),
            Notice::Again { is_recorded: false } => f.write_str("run again"),
            Notice::Again { is_recorded: true } => f.write_str(
                "run again; instructions of the host still do what was recorded with other inputs",
            ),
            Notice::Radix(radix) => write!(f, "values in {}", radix.name()),
            Notice::NoSource => f.write_str("nothing is known of the source"),
            Notice::NoRegisters => f.write_str("no register is defined"),
            #[cfg(feature = "tui")]
            Notice::Trouble(trouble) => write!(f, "{trouble}"),
        }
    }
}

/// What was wrong with a command.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Trouble {
    /// It is none.
    Command(CommandError),
    /// A name is that of no register.
    NoRegister { name: String },
    /// A register is written in a wrong way.
    Name(RegisterNameError),
    /// A value is none of the register.
    Value(ValueError),
    /// A register does not take the value.
    Register(RegisterError),
    /// A counter is compared with what is no number.
    Counter { name: &'static str },
    /// There is no code at a place.
    NoPlace(Place),
    /// No register is shown that could be meant.
    NothingSelected,
    /// Nothing was searched before.
    NotSearched,
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Trouble::Command(error) => error.fmt(f),
            Trouble::NoRegister { name } => {
                write!(f, "`{}` names no register here", name.escape_debug())
            }
            Trouble::Name(error) => error.fmt(f),
            Trouble::Value(error) => error.fmt(f),
            Trouble::Register(error) => error.fmt(f),
            Trouble::Counter { name } => write!(f, "{name} is compared with a decimal number"),
            Trouble::NoPlace(Place::Line(line)) => {
                write!(f, "there is no code from line {line} on")
            }
            Trouble::NoPlace(Place::Offset(offset)) => {
                write!(f, "there is no code at 0x{offset:04X}")
            }
            Trouble::NoPlace(Place::Name(name)) => {
                write!(f, "no routine and no label is called `{}`", name.escape_debug())
            }
            Trouble::NothingSelected => f.write_str("no register is defined; name one"),
            Trouble::NotSearched => f.write_str("nothing was searched before; `/TEXT` does"),
        }
    }
}

impl Error for Trouble {}

impl From<CommandError> for Trouble {
    fn from(error: CommandError) -> Trouble {
        Trouble::Command(error)
    }
}
