//! Integer arithmetic of all register widths against `num-bigint`, pairwise at the edges and at
//! random, and the rows of the instruction set's text by hand.

/// Calls a generic check for the width of each A register.
macro_rules! each_integer {
    ($check:ident) => {
        each!($check: u8 u16 u32 u64 u128 U256 U512 U1024)
    };
}

/// Calls a generic check for the width of each A or R register.
macro_rules! each_word {
    ($check:ident) => {
        each!($check: u8 u16 u32 u64 u128 U160 U256 U512 U1024 U2048 U4096 U8192)
    };
}

/// Calls a generic check for a first width and the width of each A register.
macro_rules! with_each_integer {
    ($check:ident, $first:ty) => {
        each!($check, $first: u8 u16 u32 u64 u128 U256 U512 U1024)
    };
}

/// Calls a generic check for a first width and the width of each R register.
macro_rules! with_each_general {
    ($check:ident, $first:ty) => {
        each!($check, $first: u128 U160 U256 U512 U1024 U2048 U4096 U8192)
    };
}

macro_rules! each {
    ($check:ident: $($ty:ty)+) => {$($check::<$ty>();)+};
    ($check:ident, $first:ty: $($ty:ty)+) => {$($check::<$first, $ty>();)+};
}

mod arithmetic;
mod bits;
mod conversion;
mod inputs;
mod rows;

use aluvm_judge::integer as oracle;
