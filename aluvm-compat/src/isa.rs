//! Instruction sets: what a host implements for its own instructions, and the base set united with them.

mod bytecode;
mod control_flow;
mod instr;
pub mod opcodes;
mod operand;
mod place;
mod reserved;
mod set;

pub use self::bytecode::{Bytecode, BytecodeError};
pub use self::control_flow::ControlFlowOp;
pub use self::instr::Instr;
pub(crate) use self::instr::PROFILE;
pub use self::place::Place;
pub use self::reserved::ReservedOp;
pub use self::set::{ExecStep, InstructionSet};
