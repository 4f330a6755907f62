//! The registers: for each size an array of plain values, and one mask of which are undefined.
//!
//! An undefined register costs a bit, "both are defined" is one test, and a reset sets masks, not
//! kilobytes. Sizes that few programs touch allocate their array when the first of its registers is
//! written, so that a new machine is small.
//!
//! [`Bank`] is the one way in which instructions reach registers; the host's names for them are in
//! [`host`], values of any size in [`value`].

pub(crate) mod banks;
mod content;
mod host;
mod index;
mod notation;
mod value;

use alloc::boxed::Box;

pub(crate) use self::banks::Bank;
pub(crate) use self::content::Content;
pub use self::host::RegisterError;
pub(crate) use self::index::{Index, Pair, Triple};
pub(crate) use self::notation::from_hex;
pub use self::notation::{Notation, ValueError, ValueErrorKind};
pub use self::value::Value;
use crate::bytes::ByteString;
use crate::num::float::{F16, F16b, F32, F64, F80, F128, F256, F512};
use crate::num::integer::{U160, U256, U512, U1024, U2048, U4096, U8192};

/// Registers of one size.
const COUNT: usize = 32;

/// Sizes of the families A, F and R together.
const SIZES: usize = 24;

/// String registers.
const STRINGS: usize = 16;

/// The state of a machine: the registers of all families and the control registers.
///
/// A host sets inputs before a run and reads results after it. Every register is undefined at first.
///
/// ```
/// use aluvm_core::vm::Registers;
///
/// let mut registers = Registers::new();
/// registers.set_a16(2, 1000)?;
/// registers.set_s16(0, b"header")?;
/// assert_eq!(registers.a16(2), Some(1000));
/// assert_eq!(registers.a16(3), None);
/// # Ok::<(), aluvm_core::vm::RegisterError>(())
/// ```
#[derive(Clone)]
pub struct Registers {
    /// One mask a size; bit `i` says that register `i` is undefined.
    undefined: [u32; SIZES],
    pub(crate) st0: bool,
    /// The host has set `st0` since the last run.
    pub(crate) st0_is_preset: bool,
    pub(crate) cy0: u16,
    pub(crate) ca0: u64,
    pub(crate) cl0: Option<u64>,
    a8: [u8; COUNT],
    a16: [u16; COUNT],
    a32: [u32; COUNT],
    a64: [u64; COUNT],
    a128: [u128; COUNT],
    a256: [U256; COUNT],
    a512: Option<Box<[U512; COUNT]>>,
    a1024: Option<Box<[U1024; COUNT]>>,
    f16b: [F16b; COUNT],
    f16: [F16; COUNT],
    f32: [F32; COUNT],
    f64: [F64; COUNT],
    f80: Option<Box<[F80; COUNT]>>,
    f128: Option<Box<[F128; COUNT]>>,
    f256: Option<Box<[F256; COUNT]>>,
    f512: Option<Box<[F512; COUNT]>>,
    r128: Option<Box<[u128; COUNT]>>,
    r160: Option<Box<[U160; COUNT]>>,
    r256: Option<Box<[U256; COUNT]>>,
    r512: Option<Box<[U512; COUNT]>>,
    r1024: Option<Box<[U1024; COUNT]>>,
    r2048: Option<Box<[U2048; COUNT]>>,
    r4096: Option<Box<[U4096; COUNT]>>,
    r8192: Option<Box<[U8192; COUNT]>>,
    strings: [Option<ByteString>; STRINGS],
}

impl Registers {
    /// Registers that are all undefined, with `st0` true and no complexity limit.
    pub fn new() -> Registers {
        Registers {
            undefined: [u32::MAX; SIZES],
            st0: true,
            st0_is_preset: false,
            cy0: 0,
            ca0: 0,
            cl0: None,
            a8: [0; COUNT],
            a16: [0; COUNT],
            a32: [0; COUNT],
            a64: [0; COUNT],
            a128: [0; COUNT],
            a256: [U256::ZERO; COUNT],
            a512: None,
            a1024: None,
            f16b: [Content::filler(); COUNT],
            f16: [Content::filler(); COUNT],
            f32: [Content::filler(); COUNT],
            f64: [Content::filler(); COUNT],
            f80: None,
            f128: None,
            f256: None,
            f512: None,
            r128: None,
            r160: None,
            r256: None,
            r512: None,
            r1024: None,
            r2048: None,
            r4096: None,
            r8192: None,
            strings: [const { None }; STRINGS],
        }
    }

    /// Makes all registers undefined, `st0` true, the counters zero and the complexity unlimited, as
    /// in new registers.
    pub fn reset(&mut self) {
        self.undefined = [u32::MAX; SIZES];
        for string in &mut self.strings {
            *string = None;
        }
        self.st0 = true;
        self.st0_is_preset = false;
        self.cy0 = 0;
        self.ca0 = 0;
        self.cl0 = None;
    }

    /// The value of a register; none if it is undefined.
    #[inline(always)]
    pub(crate) fn read<B: Bank>(&self, index: usize) -> Option<B::Value> {
        self.is_defined::<B>(index).then(|| self.value::<B>(index))
    }

    /// The value that a register has if it is defined.
    #[inline(always)]
    pub(crate) fn value<B: Bank>(&self, index: usize) -> B::Value {
        B::values(self).map_or_else(B::Value::filler, |values| values[index % COUNT])
    }

    #[inline(always)]
    pub(crate) fn is_defined<B: Bank>(&self, index: usize) -> bool {
        self.undefined[B::SLOT] >> (index % COUNT) & 1 == 0
    }

    /// Whether both registers are defined.
    #[inline(always)]
    pub(crate) fn are_defined<B: Bank>(&self, pair: Pair) -> bool {
        self.are_all_defined::<B>(pair.bits())
    }

    /// Whether all registers are defined whose bits in the mask are set.
    #[inline(always)]
    pub(crate) fn are_all_defined<B: Bank>(&self, bits: u32) -> bool {
        self.undefined[B::SLOT] & bits == 0
    }

    /// Sets a register, or makes it undefined.
    #[inline(always)]
    pub(crate) fn write<B: Bank>(&mut self, index: usize, value: Option<B::Value>) {
        match value {
            Some(value) => {
                self.undefined[B::SLOT] &= !(1 << (index % COUNT));
                self.update::<B>(index, value);
            }
            None => self.undefine::<B>(index),
        }
    }

    /// Changes the value of a register that is defined already. Leaving the mask alone matters in
    /// loops: each instruction would otherwise wait for the mask that the last one wrote.
    #[inline(always)]
    pub(crate) fn update<B: Bank>(&mut self, index: usize, value: B::Value) {
        B::values_mut(self)[index % COUNT] = value;
    }

    #[inline(always)]
    pub(crate) fn undefine<B: Bank>(&mut self, index: usize) {
        self.undefined[B::SLOT] |= 1 << (index % COUNT);
    }

    /// A string register; none if it is undefined.
    pub(crate) fn string(&self, index: usize) -> Option<&ByteString> {
        self.strings.get(index)?.as_ref()
    }

    pub(crate) fn set_string(&mut self, index: usize, value: Option<ByteString>) {
        if let Some(register) = self.strings.get_mut(index) {
            *register = value;
        }
    }

    /// Takes the value out of a string register, which becomes undefined.
    pub(crate) fn take_string(&mut self, index: usize) -> Option<ByteString> {
        self.strings.get_mut(index)?.take()
    }
}

impl Default for Registers {
    fn default() -> Registers {
        Registers::new()
    }
}
