//! Every size limit of the machine, in one place, so that no module invents its own. The numbers are
//! those of the instruction set (`docs/isa.md`); a comment says what each one follows from.

/// Bytes in a code segment: a jump offset and the segment's length are 16-bit numbers.
pub const CODE_MAX: usize = 0xFFFF;

/// Bytes of the code space that a program counter walks: code is extended with zeros (`fail`) to
/// all that a 16-bit offset can name.
pub const CODE_SPACE: usize = 1 << 16;

/// Bytes in a data segment: data offsets and the segment's length are 16-bit numbers.
pub const DATA_MAX: usize = 0xFFFF;

/// Bytes of constants that decoding takes from one data segment. Further constants stay places, or
/// thousands of instructions that each name all of the segment would take hundreds of megabytes.
pub const DECODED_DATA_MAX: usize = 64 * DATA_MAX;

/// Library ids in a libs segment: their count is one byte.
pub const LIBS_MAX: usize = 0xFF;

/// Libraries in a program.
pub const PROGRAM_LIBS_MAX: usize = 1024;

/// Extension ids in an isae segment.
pub const ISAE_MAX: usize = 64;

/// Bytes of an isae segment as text, its ids joined by single spaces.
pub const ISAE_TEXT_MAX: usize = 128;

/// Characters in the shortest extension id.
pub const ISA_ID_MIN: usize = 2;

/// Characters in the longest extension id.
pub const ISA_ID_MAX: usize = 8;

/// Bytes in a byte string (an S register): its length is a 16-bit number.
pub const BYTES_MAX: usize = 0xFFFF;

/// Entries in the call stack.
pub const CALL_STACK_MAX: usize = 1 << 16;

/// Jumps in one run: the counter `cy0` has 16 bits and must not overflow.
pub const JUMPS_MAX: u16 = u16::MAX;

/// Bytes of the record of what a host's instructions did in a run: it stays beside the run, whose length
/// depends on its inputs, and two million instructions that each set a number of 64 bits fit in.
pub const EFFECTS_MAX: usize = 32 << 20;

/// Bytes that one instruction of a host can take of that record: all string registers, and all others with
/// what stands before each.
pub const EFFECT_ROOM: usize = 2 << 20;

/// Bytes in the largest binary form of a library: a count byte and the isae ids, each with its
/// length byte (which takes the place of the joining space), two segments with 16-bit lengths, and a
/// count byte with the library ids. Reading more than this from a file cannot give a library,
/// but for a profile that does not bound the ids.
pub const LIB_FILE_MAX: usize =
    (1 + ISAE_TEXT_MAX + 1) + (2 + CODE_MAX) + (2 + DATA_MAX) + (1 + 32 * LIBS_MAX);
