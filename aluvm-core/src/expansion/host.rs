//! The Rust types of registers' values, where the language has none of its own, and their bytes: those of
//! constants, inputs and outputs of routines.

pub use half::{bf16, f16};

pub use crate::bytes::ByteString;
pub use crate::num::integer::{U256, U512, U1024};

macro_rules! wide {
    ($($number:ident $bytes:ident: $Type:ident $limbs:literal $length:literal;)*) => {$(
        #[doc = concat!("The number with these bytes, the lowest first.")]
        pub const fn $number(bytes: &[u8; $length]) -> $Type {
            let (chunks, _) = bytes.as_chunks::<8>();
            let mut limbs = [0; $limbs];
            let mut i = 0;
            while i < $limbs {
                limbs[i] = u64::from_le_bytes(chunks[i]);
                i += 1;
            }
            $Type::from_limbs(limbs)
        }

        #[doc = concat!("The bytes of a number, the lowest first.")]
        pub const fn $bytes(number: $Type) -> [u8; $length] {
            let mut bytes = [0; $length];
            let mut i = 0;
            while i < $limbs {
                let limb = number.as_limbs()[i].to_le_bytes();
                bytes.split_at_mut(8 * i).1.split_at_mut(8).0.copy_from_slice(&limb);
                i += 1;
            }
            bytes
        }
    )*};
}

wide! {
    u256 u256_bytes: U256 4 32;
    u512 u512_bytes: U512 8 64;
    u1024 u1024_bytes: U1024 16 128;
}
