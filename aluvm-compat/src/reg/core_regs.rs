//! The registers of a machine, as a host's instructions reach them.

use aluvm_core::bytes::ByteString;
use aluvm_core::isa::{Idx16, Idx32};
use aluvm_core::vm::{Registers, Value};

#[cfg(feature = "log")]
use super::Reg;
use super::{Reg32, RegA, RegAFR, RegS};
use crate::data::{ByteStr, MaybeNumber, Number};

/// The registers of a machine with what its runs have counted.
#[derive(Clone, Default, Debug)]
pub struct CoreRegs {
    machine: Registers,
    /// Jumps taken. They are counted over all runs of a machine.
    jumps: u16,
    complexity: u64,
    /// A host's instruction wrote a number that its register cannot hold.
    is_overflowed: bool,
}

impl CoreRegs {
    /// Registers that are all undefined, with `st0` true.
    pub fn new() -> CoreRegs {
        CoreRegs::default()
    }

    /// The number in a register; none if it is undefined.
    pub fn get_n(&self, width: impl Into<RegAFR>, index: impl Into<Reg32>) -> MaybeNumber {
        let (width, index) = (width.into(), index.into().number());
        let machine = &self.machine;
        match width {
            RegAFR::A(RegA::A8) => machine.a8(index).map(Number::from),
            RegAFR::A(RegA::A16) => machine.a16(index).map(Number::from),
            RegAFR::A(RegA::A32) => machine.a32(index).map(Number::from),
            RegAFR::A(RegA::A64) => machine.a64(index).map(Number::from),
            _ => match machine.get(width.size().register(index)) {
                Some(Value::Number(bytes)) => Number::from_le_bytes(&bytes),
                _ => None,
            },
        }
        .into()
    }

    /// Sets a register of a number, or makes it undefined. Says whether there was a number.
    ///
    /// A number that the register cannot hold leaves it as it is, and the program fails behind the instruction
    /// that is running: the deployed machine panics there.
    pub fn set_n(
        &mut self,
        width: impl Into<RegAFR>,
        index: impl Into<Reg32>,
        value: impl Into<MaybeNumber>,
    ) -> bool {
        let size = width.into().size();
        let register = size.register(index.into().number());
        let value: Option<Number> = value.into().into();
        let is_set = match value {
            Some(number) => number.to_le_bytes(size.bytes()).is_some_and(|bytes| {
                self.machine.set(register, Value::Number(bytes.into())).is_ok()
            }),
            None => self.machine.clear(register).is_ok(),
        };
        self.is_overflowed |= !is_set;
        value.is_some()
    }

    /// A byte string; none if the register is undefined.
    pub fn s16(&self, index: RegS) -> Option<&ByteString> {
        self.machine.s16(index.number())
    }

    /// Sets a byte string.
    pub fn set_s16(&mut self, index: RegS, value: impl Into<ByteStr>) {
        let ByteStr(string) = value.into();
        if let Some(index) = Idx16::new(index.number()) {
            self.machine.put_s16(index, string);
        }
    }

    /// The status flag `st0`.
    pub fn status(&self) -> bool {
        self.machine.st0()
    }

    /// Makes `st0` false.
    pub fn set_failure(&mut self) {
        self.machine.set_st0(false);
    }

    /// All registers, as `aluvm-core` has them. What runs have counted is not among them.
    pub fn machine(&self) -> &Registers {
        &self.machine
    }

    pub(crate) fn machine_mut(&mut self) -> &mut Registers {
        &mut self.machine
    }

    /// Counts a jump; false if there were as many as there can be.
    pub(crate) fn count_jump(&mut self) -> bool {
        let next = self.jumps.checked_add(1);
        self.jumps = next.unwrap_or(self.jumps);
        next.is_some()
    }

    /// Counts the complexity of an instruction.
    pub(crate) fn count_complexity(&mut self, complexity: u64) {
        self.complexity = self.complexity.saturating_add(complexity);
    }

    /// Whether a number was too wide since this was asked last.
    pub(crate) fn take_overflow(&mut self) -> bool {
        core::mem::take(&mut self.is_overflowed)
    }

    /// The value of a register.
    #[cfg(feature = "log")]
    pub(crate) fn value(&self, register: Reg) -> Option<Value> {
        self.machine.get(register.register())
    }
}

macro_rules! integers {
    ($($get:ident $set:ident $put:ident: $Integer:ty;)+) => {
        impl CoreRegs {$(
            #[doc = concat!("The number in `", stringify!($get), "[index]`.")]
            pub fn $get(&self, index: impl Into<Reg32>) -> Option<$Integer> {
                self.machine.$get(index.into().number())
            }

            #[doc = concat!("Sets `", stringify!($get), "[index]`, and gives what was there.")]
            pub fn $set(&mut self, index: impl Into<Reg32>, value: $Integer) -> Option<$Integer> {
                let index = index.into();
                let before = self.$get(index);
                if let Some(index) = Idx32::new(index.number()) {
                    self.machine.$put(index, value);
                }
                before
            }
        )+}
    };
}

integers! {
    a8 set_a8 put_a8: u8;
    a16 set_a16 put_a16: u16;
    a32 set_a32 put_a32: u32;
    a64 set_a64 put_a64: u64;
    a128 set_a128 put_a128: u128;
}
