//! Registers as little-endian bytes under their names, and the control registers.

use std::collections::{BTreeMap, BTreeSet};

use aluvm_core::isa::{Family, RegisterSize};
use num_bigint::{BigInt, Sign};

/// A register by its size and index.
pub type Register = (RegisterSize, u8);

/// The register in brackets notation, such as `a16[3]`.
pub fn named(text: &str) -> Option<Register> {
    let (name, index) = text.strip_suffix(']')?.split_once('[')?;
    let size = RegisterSize::ALL.iter().find(|size| size.name() == name)?;
    let index = index.parse().ok()?;
    (index < size.count()).then_some((*size, index))
}

/// The sizes of a family.
pub fn sizes(family: Family) -> Vec<RegisterSize> {
    RegisterSize::ALL.iter().copied().filter(|size| size.family() == family).collect()
}

/// All that a program can change.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct State {
    values: BTreeMap<Register, Vec<u8>>,
    pub st0: bool,
    pub cy0: u16,
    pub ca0: u64,
    pub cl0: Option<u64>,
}

impl Default for State {
    fn default() -> State {
        State { values: BTreeMap::new(), st0: true, cy0: 0, ca0: 0, cl0: None }
    }
}

impl State {
    /// No registers, and a status.
    pub fn with_status(st0: bool) -> State {
        State { st0, ..State::default() }
    }

    /// The bytes of a register, unless it is undefined.
    pub fn get(&self, register: Register) -> Option<&[u8]> {
        self.values.get(&register).map(Vec::as_slice)
    }

    /// Sets a register, or makes it undefined.
    ///
    /// # Panics
    ///
    /// If there is no such register, or it does not hold so many bytes.
    pub fn set(&mut self, register: Register, value: Option<Vec<u8>>) {
        let (size, index) = register;
        assert!(index < size.count(), "{size}[{index}]");
        match value {
            None => {
                self.values.remove(&register);
            }
            Some(value) => {
                let fits = match size {
                    RegisterSize::S16 => value.len() <= crate::bytes::M,
                    _ => value.len() == size.bytes(),
                };
                assert!(fits, "{} bytes in {size}", value.len());
                self.values.insert(register, value);
            }
        }
    }

    /// A register as an unsigned number.
    pub fn number(&self, register: Register) -> Option<BigInt> {
        self.get(register).map(|bytes| BigInt::from_bytes_le(Sign::Plus, bytes))
    }

    /// Sets a register to an unsigned number.
    ///
    /// # Panics
    ///
    /// If it is negative or too great for the register.
    pub fn set_number(&mut self, register: Register, number: Option<BigInt>) {
        self.set(register, number.map(|number| to_bytes(&number, register.0.bytes())));
    }

    /// The registers in which another state differs, and what it has there.
    pub fn differences<'a>(&self, other: &'a State) -> Vec<(Register, Option<&'a [u8]>)> {
        let registers: BTreeSet<_> = self.values.keys().chain(other.values.keys()).collect();
        let different = registers.into_iter().filter(|name| self.get(**name) != other.get(**name));
        different.map(|register| (*register, other.get(*register))).collect()
    }

    /// The defined registers in the order of the instruction set's list.
    pub fn registers(&self) -> impl Iterator<Item = (Register, &[u8])> {
        self.values.iter().map(|(register, value)| (*register, value.as_slice()))
    }
}

/// A number that is not negative in so many bytes, the lowest first.
pub fn to_bytes(number: &BigInt, width: usize) -> Vec<u8> {
    let (sign, mut bytes) = number.to_bytes_le();
    if sign == Sign::NoSign {
        bytes.clear();
    }
    assert!(sign != Sign::Minus && bytes.len() <= width, "{number} in {width} bytes");
    bytes.resize(width, 0);
    bytes
}
