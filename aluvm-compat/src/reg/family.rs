//! Families and widths of the registers that hold numbers.

use core::fmt;

use aluvm_core::isa::RegisterSize;

macro_rules! families {
    ($($(#[$doc:meta])* $Family:ident { $($Width:ident = $Size:ident,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum $Family {
            $(#[doc = concat!("`", stringify!($Width), "`, in text in lower case.")] $Width,)+
        }

        impl $Family {
            /// The size as `aluvm-core` names it.
            pub const fn size(self) -> RegisterSize {
                match self { $($Family::$Width => RegisterSize::$Size,)+ }
            }

            pub(super) const fn from_size(size: RegisterSize) -> Option<$Family> {
                match size { $(RegisterSize::$Size => Some($Family::$Width),)+ _ => None }
            }
        }

        /// As in assembly text.
        impl fmt::Display for $Family {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.size().name())
            }
        }
    )+};
}

families! {
    /// The widths of integers.
    RegA {
        A8 = A8, A16 = A16, A32 = A32, A64 = A64, A128 = A128, A256 = A256, A512 = A512, A1024 = A1024,
    }
    /// The formats of floats.
    RegF {
        F16B = F16b, F16 = F16, F32 = F32, F64 = F64, F80 = F80, F128 = F128, F256 = F256, F512 = F512,
    }
    /// The widths of general registers.
    RegR {
        R128 = R128, R160 = R160, R256 = R256, R512 = R512,
        R1024 = R1024, R2048 = R2048, R4096 = R4096, R8192 = R8192,
    }
}

/// The width of a register of a number, of any family.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum RegAFR {
    /// An integer.
    A(RegA),
    /// A float.
    F(RegF),
    /// A general register.
    R(RegR),
}

impl RegAFR {
    /// The size as `aluvm-core` names it.
    pub const fn size(self) -> RegisterSize {
        match self {
            RegAFR::A(width) => width.size(),
            RegAFR::F(width) => width.size(),
            RegAFR::R(width) => width.size(),
        }
    }
}

impl From<RegA> for RegAFR {
    fn from(width: RegA) -> RegAFR {
        RegAFR::A(width)
    }
}

impl From<RegF> for RegAFR {
    fn from(width: RegF) -> RegAFR {
        RegAFR::F(width)
    }
}

impl From<RegR> for RegAFR {
    fn from(width: RegR) -> RegAFR {
        RegAFR::R(width)
    }
}
