//! The rounding modes of float arithmetic, as the flags of the instructions encode them.

/// What happens to an inexact result. The numbers are the flags of isa.md section 4.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[repr(u8)]
pub enum Rounding {
    /// `z`: the nearest value that is not larger in magnitude.
    TowardZero = 0,
    /// `n`: the nearest value; of two equally near ones the one whose pattern is even.
    #[default]
    NearestEven = 1,
    /// `f`: the nearest value that is not greater.
    Floor = 2,
    /// `c`: the nearest value that is not less.
    Ceil = 3,
}

impl Rounding {
    /// All modes, in the order of their flags.
    pub const ALL: [Self; 4] = [Self::TowardZero, Self::NearestEven, Self::Floor, Self::Ceil];
}
