//! Where the registers of each size lie. A bank is a type that stands for one size, so that code
//! for all sizes is written once and compiled for each.

use alloc::boxed::Box;
use alloc::vec;

use super::{COUNT, Content, Registers};
use crate::isa::RegisterSize;
use crate::num::float;
use crate::num::integer::{U160, U256, U512, U1024, U2048, U4096, U8192};

/// The registers of one size.
pub(crate) trait Bank {
    /// What they hold.
    type Value: Content;

    /// The size.
    const SIZE: RegisterSize;

    /// The place of the size among the masks.
    const SLOT: usize = Self::SIZE as usize;

    /// Whether a value is so wide that what is done to it takes more than to come to it.
    const IS_WIDE: bool = size_of::<Self::Value>() > 32;

    /// The values; none where nothing was ever written.
    fn values(registers: &Registers) -> Option<&[Self::Value; COUNT]>;

    /// The values, to be changed.
    fn values_mut(registers: &mut Registers) -> &mut [Self::Value; COUNT];
}

/// The array of a size whose first register is being written.
#[cold]
#[inline(never)]
fn allocate<T: Content>(values: &mut Option<Box<[T; COUNT]>>) -> &mut [T; COUNT] {
    // The widest array has 32 KiB, which must not lie on the stack on its way to the heap.
    let filled = vec![T::filler(); COUNT].into_boxed_slice();
    values.insert(filled.try_into().unwrap_or_else(|_| Box::new([T::filler(); COUNT])))
}

macro_rules! banks {
    ($($Bank:ident $field:ident: $Value:ty, $place:ident;)+) => {$(
        #[doc = concat!("The `", stringify!($field), "` registers.")]
        pub(crate) enum $Bank {}

        impl Bank for $Bank {
            type Value = $Value;
            const SIZE: RegisterSize = RegisterSize::$Bank;

            #[inline(always)]
            fn values(registers: &Registers) -> Option<&[$Value; COUNT]> {
                banks!(@values $place registers.$field)
            }

            #[inline(always)]
            fn values_mut(registers: &mut Registers) -> &mut [$Value; COUNT] {
                banks!(@values_mut $place registers.$field)
            }
        }
    )+};
    (@values inline $values:expr) => { Some(&$values) };
    (@values boxed $values:expr) => { $values.as_deref() };
    (@values_mut inline $values:expr) => { &mut $values };
    (@values_mut boxed $values:expr) => {
        match &mut $values {
            Some(values) => values,
            values => allocate(values),
        }
    };
}

banks! {
    A8 a8: u8, inline;
    A16 a16: u16, inline;
    A32 a32: u32, inline;
    A64 a64: u64, inline;
    A128 a128: u128, inline;
    A256 a256: U256, inline;
    A512 a512: U512, boxed;
    A1024 a1024: U1024, boxed;
    F16b f16b: float::F16b, inline;
    F16 f16: float::F16, inline;
    F32 f32: float::F32, inline;
    F64 f64: float::F64, inline;
    F80 f80: float::F80, boxed;
    F128 f128: float::F128, boxed;
    F256 f256: float::F256, boxed;
    F512 f512: float::F512, boxed;
    R128 r128: u128, boxed;
    R160 r160: U160, boxed;
    R256 r256: U256, boxed;
    R512 r512: U512, boxed;
    R1024 r1024: U1024, boxed;
    R2048 r2048: U2048, boxed;
    R4096 r4096: U4096, boxed;
    R8192 r8192: U8192, boxed;
}
