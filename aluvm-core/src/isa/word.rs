//! Instructions as one integer: the opcode byte in the lowest eight bits, then the arguments,
//! least significant bit first, exactly as they lie in the code.
//!
//! ```text
//! byte      0        1                2
//!       ┌────────┬────────────────┬───────────────
//! bits  │ opcode │ arg 0, arg 1 … │ …
//!       └────────┴────────────────┴───────────────
//!        0      7 8             15 16
//! ```

/// Packs arguments behind an opcode.
#[derive(Clone, Copy, Debug)]
pub struct Packer {
    word: u128,
    bits: u32,
}

impl Packer {
    /// Starts with the opcode.
    #[inline]
    pub const fn new(opcode: u8) -> Packer {
        Packer { word: opcode as u128, bits: 8 }
    }

    /// Appends the low `bits` bits of `value`.
    #[inline]
    pub const fn push(self, value: u64, bits: u32) -> Packer {
        Packer { word: self.word | ((value as u128) << self.bits), bits: self.bits + bits }
    }

    /// The instruction word and its length in bytes.
    #[inline]
    pub const fn finish(self) -> (u128, usize) {
        (self.word, (self.bits / 8) as usize)
    }
}

/// Takes arguments off an instruction word.
#[derive(Clone, Copy, Debug)]
pub struct Unpacker {
    word: u128,
    at: u32,
}

impl Unpacker {
    /// Starts behind the opcode.
    #[inline]
    pub const fn new(word: u128) -> Unpacker {
        Unpacker { word, at: 8 }
    }

    /// The next `bits` bits, which are at most 64, without moving on.
    #[inline]
    pub const fn peek(self, bits: u32) -> u64 {
        (self.word >> self.at) as u64 & (u64::MAX >> (64 - bits))
    }

    /// Moves past `bits` bits.
    #[inline]
    pub const fn skip(self, bits: u32) -> Unpacker {
        Unpacker { word: self.word, at: self.at + bits }
    }
}
