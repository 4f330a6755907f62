//! Which registers have bits.

use alloc::vec;
use alloc::vec::Vec;

use crate::flow::register_set::{REGISTERS, RegisterSet, number, register};
use crate::isa::Register;

/// The registers that have bits, numbered in the order in which the code names them.
#[derive(Clone, Debug)]
pub(in crate::flow) struct Tracked {
    /// For each register its bit; [`UNTRACKED`] if it has none.
    bits: Vec<u16>,
    /// For each bit its register.
    registers: Vec<u16>,
}

/// The bit of a register without one. Nothing is known of it, ever.
const UNTRACKED: u16 = u16::MAX;

impl Tracked {
    /// The registers of a list, at most `limit` of them.
    pub(in crate::flow) fn new(numbers: impl Iterator<Item = u16>, limit: usize) -> Tracked {
        let mut tracked = Tracked { bits: vec![UNTRACKED; REGISTERS], registers: Vec::new() };
        for number in numbers {
            let bit = &mut tracked.bits[usize::from(number)];
            if *bit != UNTRACKED {
                continue;
            }
            if tracked.registers.len() < limit {
                *bit = tracked.registers.len() as u16;
                tracked.registers.push(number);
            }
        }
        tracked
    }

    /// Words of a set with a bit for each register.
    pub(in crate::flow) fn words(&self) -> usize {
        self.registers.len().div_ceil(64)
    }

    /// The bit of a register by its number.
    pub(in crate::flow) fn bit(&self, number: u16) -> usize {
        usize::from(self.bits[usize::from(number)])
    }

    /// The bit of a register.
    pub(in crate::flow) fn bit_of(&self, register: Register) -> usize {
        number(register).map_or(usize::from(UNTRACKED), |number| self.bit(number as u16))
    }

    /// Whether a register has a bit.
    pub(in crate::flow) fn has(&self, register: Register) -> bool {
        self.bit_of(register) != usize::from(UNTRACKED)
    }

    /// The registers that have bits.
    pub(in crate::flow) fn registers(&self) -> impl Iterator<Item = Register> {
        self.registers.iter().map(|number| register(usize::from(*number)))
    }

    /// A set as words.
    pub(in crate::flow) fn words_of(&self, set: &RegisterSet) -> Vec<u64> {
        let mut words = vec![0; self.words()];
        for (bit, number) in self.registers.iter().enumerate() {
            if set.contains(register(usize::from(*number))) {
                words[bit / 64] |= 1 << (bit % 64);
            }
        }
        words
    }

    /// Words as a set.
    pub(in crate::flow) fn set_of(&self, words: &[u64]) -> RegisterSet {
        let mut set = RegisterSet::EMPTY;
        for (number, word) in words.iter().enumerate() {
            let mut rest = *word;
            while rest != 0 {
                let bit = 64 * number + rest.trailing_zeros() as usize;
                // Words that stand for everything have bits beyond the last register.
                let Some(number) = self.registers.get(bit) else { break };
                set = set.with_number(usize::from(*number));
                rest &= rest - 1;
            }
        }
        set
    }
}
