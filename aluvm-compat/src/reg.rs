//! The registers: their names, and their values as a host sees them.

mod core_regs;
mod family;
mod index;

use core::fmt;

use aluvm_core::isa::{Register, RegisterSize};

pub use self::core_regs::CoreRegs;
pub use self::family::{RegA, RegAFR, RegF, RegR};
pub use self::index::{Reg16, Reg32, RegS};

/// A register of any family.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Reg {
    /// An integer.
    A(RegA, Reg32),
    /// A float.
    F(RegF, Reg32),
    /// A general register.
    R(RegR, Reg32),
    /// A byte string.
    S(RegS),
}

impl Reg {
    /// The register as `aluvm-core` names it.
    pub fn register(self) -> Register {
        match self {
            Reg::A(family, index) => family.size().register(index.number()),
            Reg::F(family, index) => family.size().register(index.number()),
            Reg::R(family, index) => family.size().register(index.number()),
            Reg::S(index) => RegisterSize::S16.register(index.number()),
        }
    }

    /// The register that `aluvm-core` names so; none for `st0`.
    pub(crate) fn from_register(register: Register) -> Option<Reg> {
        let Register::Value { size, index } = register else { return None };
        let index32 = Reg32::from_number(index);
        let a = RegA::from_size(size).map(|family| Reg::A(family, index32));
        let f = || RegF::from_size(size).map(|family| Reg::F(family, index32));
        let r = || RegR::from_size(size).map(|family| Reg::R(family, index32));
        Some(a.or_else(f).or_else(r).unwrap_or(Reg::S(RegS::from(index))))
    }
}

/// As in assembly text, `a16[3]`.
impl fmt::Display for Reg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.register().fmt(f)
    }
}
