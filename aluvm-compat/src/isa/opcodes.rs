//! Opcodes that hosts count offsets by, or lay their own beside.

/// `put` of an integer.
pub const INSTR_PUTA: u8 = 0x0B;
/// `extr`.
pub const INSTR_EXTR: u8 = 0x39;
/// The first opcode that is a host's.
pub const INSTR_ISAE_FROM: u8 = 0x83;
/// The last opcode that can be a host's.
pub const INSTR_ISAE_TO: u8 = 0xFE;
