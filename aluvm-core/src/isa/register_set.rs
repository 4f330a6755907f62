//! Sets of registers, as small as masks and usable in constants.

use core::fmt::{self, Debug, Formatter};

use super::register::{Register, RegisterSize};

const SIZES: usize = RegisterSize::ALL.len();

/// The code of `st0` where those of the sizes stand.
const STATUS: u8 = 0xFF;

/// A set of registers, `st0` among them.
///
/// ```
/// use aluvm_core::isa::{Register, RegisterSet, RegisterSize};
///
/// const WRITTEN: RegisterSet = RegisterSet::of(&[Register::Status]).with(RegisterSize::A64.register(3));
/// assert!(WRITTEN.contains(RegisterSize::A64.register(3)));
/// assert_eq!(format!("{WRITTEN:?}"), "{a64[3], st0}");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegisterSet {
    /// One mask a size.
    values: [u32; SIZES],
    status: bool,
}

impl RegisterSet {
    /// The set without any.
    pub const EMPTY: RegisterSet = RegisterSet { values: [0; SIZES], status: false };

    /// The set of these registers.
    pub const fn of(registers: &[Register]) -> RegisterSet {
        let mut set = RegisterSet::EMPTY;
        let mut at = 0;
        while at < registers.len() {
            set = set.with(registers[at]);
            at += 1;
        }
        set
    }

    /// The set of the registers with these [codes](Register::to_code), one behind the other: the
    /// shortest literal for a macro.
    ///
    /// # Panics
    /// If a code is not that of a register.
    pub const fn from_codes(codes: &[u8]) -> RegisterSet {
        let (codes, rest) = codes.as_chunks::<2>();
        assert!(rest.is_empty(), "a register's code has two bytes");
        let mut set = RegisterSet::EMPTY;
        let mut at = 0;
        while at < codes.len() {
            match Register::from_code(codes[at]) {
                Some(register) => set = set.with(register),
                None => panic!("there is no register with this code"),
            }
            at += 1;
        }
        set
    }

    /// The set and one more register. One that does not exist adds nothing.
    pub const fn with(mut self, register: Register) -> RegisterSet {
        match register {
            Register::Status => self.status = true,
            Register::Value { size, index } if index < size.count() => {
                self.values[size as usize] |= 1 << index;
            }
            Register::Value { .. } => {}
        }
        self
    }

    /// Whether a register is in the set.
    pub const fn contains(&self, register: Register) -> bool {
        match register {
            Register::Status => self.status,
            Register::Value { size, index } => {
                index < size.count() && self.values[size as usize] >> index & 1 == 1
            }
        }
    }

    /// The registers that are in one set or the other.
    pub const fn union(mut self, other: &RegisterSet) -> RegisterSet {
        let mut at = 0;
        while at < SIZES {
            self.values[at] |= other.values[at];
            at += 1;
        }
        self.status |= other.status;
        self
    }

    /// The registers that are in both sets.
    pub const fn intersection(mut self, other: &RegisterSet) -> RegisterSet {
        let mut at = 0;
        while at < SIZES {
            self.values[at] &= other.values[at];
            at += 1;
        }
        self.status &= other.status;
        self
    }

    /// The registers that are in this set and not in the other.
    pub const fn difference(mut self, other: &RegisterSet) -> RegisterSet {
        let mut at = 0;
        while at < SIZES {
            self.values[at] &= !other.values[at];
            at += 1;
        }
        self.status &= !other.status;
        self
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        let mut at = 0;
        while at < SIZES {
            if self.values[at] != 0 {
                return false;
            }
            at += 1;
        }
        !self.status
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        let values: u32 = self.values.iter().map(|mask| mask.count_ones()).sum();
        values as usize + usize::from(self.status)
    }

    /// The registers in the order of their sizes and indexes, `st0` last.
    pub fn iter(&self) -> impl Iterator<Item = Register> + '_ {
        let values = RegisterSize::ALL.iter().zip(&self.values).flat_map(|(size, mask)| {
            let is_in = move |index: &u8| mask >> index & 1 == 1;
            (0..size.count()).filter(is_in).map(|index| size.register(index))
        });
        values.chain(self.status.then_some(Register::Status))
    }
}

impl Register {
    /// Two bytes that stand for the register: its size in the order of [`RegisterSize::ALL`] and its
    /// index; 255 and 0 for `st0`.
    pub const fn to_code(self) -> [u8; 2] {
        match self {
            Register::Value { size, index } => [size as u8, index],
            Register::Status => [STATUS, 0],
        }
    }

    /// The register with this [code](Register::to_code), if there is one.
    pub const fn from_code([size, index]: [u8; 2]) -> Option<Register> {
        if size == STATUS && index == 0 {
            return Some(Register::Status);
        }
        if size as usize >= SIZES {
            return None;
        }
        let size = RegisterSize::ALL[size as usize];
        if index < size.count() { Some(size.register(index)) } else { None }
    }
}

impl FromIterator<Register> for RegisterSet {
    fn from_iter<T: IntoIterator<Item = Register>>(registers: T) -> RegisterSet {
        registers.into_iter().fold(RegisterSet::EMPTY, RegisterSet::with)
    }
}

impl Default for RegisterSet {
    fn default() -> RegisterSet {
        RegisterSet::EMPTY
    }
}

impl Debug for RegisterSet {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut set = f.debug_set();
        for register in self.iter() {
            set.entry(&format_args!("{register}"));
        }
        set.finish()
    }
}
