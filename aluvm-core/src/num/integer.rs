//! Integer values of the A and R registers and everything the instruction set does with them.
//!
//! A register value is a plain number without a sign; an operation that reads it as two's
//! complement says so in its name. The widths up to 128 bits are the native types, so that their
//! arithmetic is one machine instruction; the others are [`ruint`] numbers. Each family of
//! operations is a trait in its own file, implemented once for the native types and once for the
//! wide ones. [`Word`] gathers what every register can do, [`Integer`] adds the arithmetic of the
//! A registers.
//!
//! An operation returns `None` where the instruction set makes the destination undefined, and never
//! panics.

mod addition;
mod bitwise;
mod conversion;
mod division;
mod multiplication;
mod shift;
mod sign;
mod word;

pub use self::{
    addition::Addition,
    bitwise::Bitwise,
    conversion::{sign_extend, swap, zero_extend},
    division::{Division, remainder},
    multiplication::Multiplication,
    shift::Shift,
    sign::Sign,
    word::Word,
};

/// A value of an `r160` register.
pub type U160 = ruint::Uint<160, 3>;
/// A value of an `a256` or `r256` register.
pub type U256 = ruint::Uint<256, 4>;
/// A value of an `a512` or `r512` register.
pub type U512 = ruint::Uint<512, 8>;
/// A value of an `a1024` or `r1024` register.
pub type U1024 = ruint::Uint<1024, 16>;
/// A value of an `r2048` register.
pub type U2048 = ruint::Uint<2048, 32>;
/// A value of an `r4096` register.
pub type U4096 = ruint::Uint<4096, 64>;
/// A value of an `r8192` register.
pub type U8192 = ruint::Uint<8192, 128>;

/// A value of an A register: 8, 16, 32, 64, 128, 256, 512 or 1024 bits with arithmetic.
///
/// The flag of an arithmetic instruction is the suffix of the method: `u` reads the operands as
/// unsigned and `s` as two's complement; `c` is checked, so that a result outside the range is
/// `None`, and `w` wraps it modulo 2^[`BITS`](Word::BITS).
pub trait Integer: Word + Sign + Addition + Multiplication + Division {}

impl<T: Word + Sign + Addition + Multiplication + Division> Integer for T {}
