//! Sets of registers: one bit for each register that there is. They are plain constants, so that the
//! signature of a routine can be one.

use core::fmt;

use crate::isa::{Register, RegisterSize};

/// Registers that hold values: 24 sizes of 32, and 16 strings.
pub(super) const REGISTERS: usize = 24 * 32 + 16;

const WORDS: usize = REGISTERS.div_ceil(64);

/// A set of registers, `st0` not among them.
///
/// ```
/// use aluvm_core::flow::RegisterSet;
/// use aluvm_core::isa::{Register, RegisterSize};
///
/// const REGISTER: Register = Register::Value { size: RegisterSize::A64, index: 3 };
/// const SET: RegisterSet = RegisterSet::EMPTY.with(REGISTER);
/// assert!(SET.contains(REGISTER));
/// assert_eq!(SET.to_string(), "a64[3]");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct RegisterSet([u64; WORDS]);

impl RegisterSet {
    /// No register.
    pub const EMPTY: RegisterSet = RegisterSet([0; WORDS]);

    /// All registers.
    pub const ALL: RegisterSet = {
        let mut words = [u64::MAX; WORDS];
        words[WORDS - 1] = u64::MAX >> (64 * WORDS - REGISTERS);
        RegisterSet(words)
    };

    /// The set with these bits, for macros.
    #[doc(hidden)]
    pub const fn from_words(words: [u64; WORDS]) -> RegisterSet {
        RegisterSet(words)
    }

    /// The bits of the set, for macros.
    #[doc(hidden)]
    pub fn words(&self) -> &[u64] {
        &self.0
    }

    /// The registers of a list. `st0` is left out.
    pub const fn of(registers: &[Register]) -> RegisterSet {
        let mut set = RegisterSet::EMPTY;
        let mut i = 0;
        while i < registers.len() {
            set = set.with(registers[i]);
            i += 1;
        }
        set
    }

    /// The set with one more register. `st0` is left out.
    pub const fn with(mut self, register: Register) -> RegisterSet {
        if let Some(number) = number(register) {
            self.0[number / 64] |= 1 << (number % 64);
        }
        self
    }

    /// The set without a register.
    pub const fn without(mut self, register: Register) -> RegisterSet {
        if let Some(number) = number(register) {
            self.0[number / 64] &= !(1 << (number % 64));
        }
        self
    }

    /// Whether the register is in the set.
    pub const fn contains(&self, register: Register) -> bool {
        match number(register) {
            Some(number) => self.0[number / 64] >> (number % 64) & 1 == 1,
            None => false,
        }
    }

    /// Whether no register is in the set.
    pub const fn is_empty(&self) -> bool {
        let mut i = 0;
        while i < WORDS {
            if self.0[i] != 0 {
                return false;
            }
            i += 1;
        }
        true
    }

    /// How many registers are in the set.
    pub const fn len(&self) -> usize {
        let mut count = 0;
        let mut i = 0;
        while i < WORDS {
            count += self.0[i].count_ones() as usize;
            i += 1;
        }
        count
    }

    /// The registers of either set.
    pub const fn union(mut self, other: RegisterSet) -> RegisterSet {
        let mut i = 0;
        while i < WORDS {
            self.0[i] |= other.0[i];
            i += 1;
        }
        self
    }

    /// The registers of both sets.
    pub const fn intersection(mut self, other: RegisterSet) -> RegisterSet {
        let mut i = 0;
        while i < WORDS {
            self.0[i] &= other.0[i];
            i += 1;
        }
        self
    }

    /// The registers of this set that are not in the other.
    pub const fn difference(mut self, other: RegisterSet) -> RegisterSet {
        let mut i = 0;
        while i < WORDS {
            self.0[i] &= !other.0[i];
            i += 1;
        }
        self
    }

    /// The first register of the set, in the order of [`iter`](RegisterSet::iter).
    pub const fn first(&self) -> Option<Register> {
        let mut i = 0;
        while i < WORDS {
            if self.0[i] != 0 {
                return Some(register(64 * i + self.0[i].trailing_zeros() as usize));
            }
            i += 1;
        }
        None
    }

    /// The registers, in the order of their sizes and indexes.
    pub fn iter(&self) -> impl Iterator<Item = Register> + use<> {
        let mut rest = *self;
        core::iter::from_fn(move || {
            let first = rest.first()?;
            rest = rest.without(first);
            Some(first)
        })
    }
}

impl RegisterSet {
    /// The set with the register of a number, which is one.
    pub(super) const fn with_number(mut self, number: usize) -> RegisterSet {
        self.0[number / 64] |= 1 << (number % 64);
        self
    }
}

impl FromIterator<Register> for RegisterSet {
    fn from_iter<T: IntoIterator<Item = Register>>(registers: T) -> RegisterSet {
        registers.into_iter().fold(RegisterSet::EMPTY, RegisterSet::with)
    }
}

/// The registers, with commas between them.
impl fmt::Display for RegisterSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, register) in self.iter().enumerate() {
            let comma = if number == 0 { "" } else { ", " };
            write!(f, "{comma}{register}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for RegisterSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{{{self}}}")
    }
}

/// The number of a register that holds a value, in the order of sizes and indexes.
pub(super) const fn number(register: Register) -> Option<usize> {
    match register {
        Register::Value { size, index } => {
            let number = size as usize * 32 + index as usize;
            if index < size.count() && number < REGISTERS { Some(number) } else { None }
        }
        Register::Status => None,
    }
}

/// The register with a number, which is one.
pub(super) const fn register(number: usize) -> Register {
    Register::Value { size: RegisterSize::ALL[number / 32], index: (number % 32) as u8 }
}
