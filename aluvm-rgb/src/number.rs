//! Conversions to and from the numbers of `amplify`, by which the network's crates name registers and depths.

use aluvm::isa::{Idx8, Idx16, Idx32};
use amplify::num::{u3, u4, u5, u24};

/// A number that `amplify` has as well: indexes of registers are its `u3`, `u4` and `u5`, and the depth that `ldc` reads, a
/// `u32` below 2^24, is its `u24`.
///
/// A trait of its own, because neither type is one of this crate.
///
/// ```
/// use aluvm::isa::Idx16;
/// use aluvm_rgb::number::AmplifyNumber;
/// use amplify::num::{u4, u24};
///
/// let index = Idx16::from_amplify(u4::with(7));
/// assert_eq!((index.get(), index.to_amplify()), (7, Some(u4::with(7))));
/// assert_eq!((1_u32 << 24).to_amplify(), None::<u24>);
/// ```
pub trait AmplifyNumber: Sized {
    /// The type of `amplify`.
    type Number;

    /// The same number there; none if it is too large, which no index is.
    fn to_amplify(self) -> Option<Self::Number>;

    /// The same number here.
    fn from_amplify(number: Self::Number) -> Self;
}

macro_rules! indexes {
    ($($Index:ident $Number:ident)*) => {$(
        impl AmplifyNumber for $Index {
            type Number = $Number;

            fn to_amplify(self) -> Option<$Number> {
                $Number::try_from(self.byte()).ok()
            }

            fn from_amplify(number: $Number) -> $Index {
                $Index::from_bits(number.to_u8().into(), aluvm::isa::Given::Nothing)
            }
        }
    )*};
}

indexes! {
    Idx8 u3
    Idx16 u4
    Idx32 u5
}

impl AmplifyNumber for u32 {
    type Number = u24;

    fn to_amplify(self) -> Option<u24> {
        u24::try_from(self).ok()
    }

    fn from_amplify(number: u24) -> u32 {
        number.into_u32()
    }
}
