//! Indexes of registers as operations hold them. An enum of all indexes there are, so that the compiler
//! knows that each is inside of the array of its size, and reaches the value without a test or a mask.

use super::COUNT;

/// The index of a register of the families A, F and R.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
#[rustfmt::skip]
pub(crate) enum Index {
    R0, R1, R2, R3, R4, R5, R6, R7, R8, R9, R10, R11, R12, R13, R14, R15,
    R16, R17, R18, R19, R20, R21, R22, R23, R24, R25, R26, R27, R28, R29, R30, R31,
}

impl Index {
    #[rustfmt::skip]
    const ALL: [Index; COUNT] = {
        use Index::*;
        [
            R0, R1, R2, R3, R4, R5, R6, R7, R8, R9, R10, R11, R12, R13, R14, R15,
            R16, R17, R18, R19, R20, R21, R22, R23, R24, R25, R26, R27, R28, R29, R30, R31,
        ]
    };

    /// The index; what is too high wraps around.
    #[inline(always)]
    pub(crate) fn new(index: usize) -> Index {
        Index::ALL[index % COUNT]
    }

    /// As a number.
    #[inline(always)]
    pub(crate) fn get(self) -> usize {
        self as usize
    }

    /// Its bit in the mask of a size.
    #[inline(always)]
    pub(crate) fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// Two registers of one size. Their bits in the mask are made when a program is built, not when it
/// runs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pair {
    first: Index,
    second: Index,
    bits: u32,
}

impl Pair {
    #[inline(always)]
    pub(crate) fn new(first: usize, second: usize) -> Pair {
        Pair::of(Index::new(first), Index::new(second))
    }

    #[inline(always)]
    pub(crate) fn of(first: Index, second: Index) -> Pair {
        Pair { first, second, bits: first.bit() | second.bit() }
    }

    /// Two registers whose bits are known.
    #[inline(always)]
    pub(crate) fn with_bits(first: Index, second: Index, bits: u32) -> Pair {
        Pair { first, second, bits }
    }

    #[inline(always)]
    pub(crate) fn first(self) -> usize {
        self.first.get()
    }

    #[inline(always)]
    pub(crate) fn second(self) -> usize {
        self.second.get()
    }

    #[inline(always)]
    pub(crate) fn bits(self) -> u32 {
        self.bits
    }
}

/// Two registers and a third that is set to what comes of them, all of one size, and their bits.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Triple {
    pub(crate) first: Index,
    pub(crate) second: Index,
    pub(crate) dst: usize,
    pub(crate) bits: u32,
}

impl Triple {
    #[inline(always)]
    pub(crate) fn new(first: usize, second: usize, dst: usize) -> Triple {
        let (first, second, dst) = (Index::new(first), Index::new(second), Index::new(dst));
        let bits = first.bit() | second.bit() | dst.bit();
        Triple { first, second, dst: dst.get(), bits }
    }
}
