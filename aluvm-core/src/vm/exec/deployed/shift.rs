//! Shifts and rotations. General registers take an undefined amount for zero, and stay, `st0` too, where
//! they are undefined.

use super::integer::cut;
use super::{Done, Panic};
use crate::isa::{Instr, SignFlag, SizeA2};
use crate::num::integer::{Integer, Shift, Word};
use crate::vm::exec::bitwise::amount;
use crate::vm::exec::size::{with_a, with_r};
use crate::vm::registers::{Bank, Registers};

/// Which bit of the value before `st0` becomes.
type Status<W> = fn(&W) -> bool;

/// Shifts a register, of an integer in one way and of a general family in another.
macro_rules! by_family {
    ($size:ident, $Bank:ident: $integer:expr, $general:expr) => {
        match ($size.integer(), $size.general()) {
            (Some(size), _) => with_a!(size, $Bank => { $integer }),
            (None, Some(size)) => with_r!(size, $Bank => { $general }),
            (None, None) => return Err(Panic),
        }
    };
}

pub(super) fn execute(instr: &Instr, r: &mut Registers) -> Done {
    match *instr {
        Instr::Shl { amount_size, amount, size, dst } => {
            let (by, dst) = (by(r, amount_size, amount.get()), dst.get());
            by_family!(size, B:
                upwards::<B>(r, by, dst, Shift::shift_left)?,
                general::<B>(r, by, dst, Shift::shift_left, Word::top_bit));
        }
        Instr::Scl { amount_size, amount, size, dst } => {
            let (by, dst) = (by(r, amount_size, amount.get()), dst.get());
            by_family!(size, B:
                upwards::<B>(r, by, dst, Shift::rotate_left)?,
                general::<B>(r, by, dst, Shift::rotate_left, Word::top_bit));
        }
        Instr::Scr { amount_size, amount, size, dst } => {
            let (by, dst) = (by(r, amount_size, amount.get()), dst.get());
            by_family!(size, B:
                downwards::<B>(r, by, dst, Shift::rotate_right),
                general::<B>(r, by, dst, Shift::rotate_right, Word::bottom_bit));
        }
        Instr::ShrR { amount_size, amount, size, dst } => {
            let by = by(r, amount_size, amount.get());
            with_r!(size, R => {
                general::<R>(r, by, dst.get(), Shift::shift_right, Word::bottom_bit);
            });
        }
        Instr::ShrA { amount_size, amount, flag, size, dst } => {
            let (by, dst) = (by(r, amount_size, amount.get()), dst.get());
            with_a!(size, A => {
                if let (Some(_), Some(value)) = (by, r.read::<A>(dst)) {
                    r.st0 = value.bottom_bit();
                }
                match flag {
                    SignFlag::Unsigned => integer::<A>(r, by, dst, Shift::shift_right),
                    SignFlag::Signed => integer::<A>(r, by, dst, shift_signed),
                }
            });
        }
        _ => return Err(Panic),
    }
    Ok(())
}

fn by(r: &Registers, size: SizeA2, index: usize) -> Option<u16> {
    amount(r, size, index)
}

/// `shl` and `scl` of an integer: `st0` becomes the top bit, of an undefined `a8` false.
fn upwards<B: Bank<Value: Integer>>(
    r: &mut Registers,
    by: Option<u16>,
    dst: usize,
    operation: fn(B::Value, u16) -> B::Value,
) -> Done {
    match r.read::<B>(dst) {
        Some(value) => r.st0 = value.top_bit(),
        None if B::SIZE.bytes() == 1 => r.st0 = false,
        None => return Err(Panic),
    }
    integer::<B>(r, by, dst, operation);
    Ok(())
}

/// `scr` of an integer: `st0` becomes the bottom bit, of an undefined one false.
fn downwards<B: Bank<Value: Integer>>(
    r: &mut Registers,
    by: Option<u16>,
    dst: usize,
    operation: fn(B::Value, u16) -> B::Value,
) {
    r.st0 = r.read::<B>(dst).is_some_and(|value| value.bottom_bit());
    integer::<B>(r, by, dst, operation);
}

/// The result is defined if both operands are.
fn integer<B: Bank>(
    r: &mut Registers,
    by: Option<u16>,
    dst: usize,
    operation: fn(B::Value, u16) -> B::Value,
) {
    let shifted = r.read::<B>(dst).zip(by).map(|(value, by)| operation(value, by));
    r.write::<B>(dst, shifted);
}

fn general<B: Bank<Value: Word>>(
    r: &mut Registers,
    by: Option<u16>,
    dst: usize,
    operation: fn(B::Value, u16) -> B::Value,
    status: Status<B::Value>,
) {
    if let Some(value) = r.read::<B>(dst) {
        r.st0 = status(&value);
        r.update::<B>(dst, operation(value, by.unwrap_or(0)));
    }
}

/// The value, extended with its sign to 1024 bits, is shifted as if it was unsigned, but the top bit of the
/// 1024 stays; shifted by as many or more it is zero.
fn shift_signed<W: Integer>(value: W, by: u16) -> W {
    if by >= 1024 {
        return W::ZERO;
    }
    let (limbs, bits) = (usize::from(by) / 64, u32::from(by) % 64);
    let limb = |index: usize| match index {
        0..16 => value.signed_limb(index),
        _ => 0,
    };
    let shifted = |index: usize| {
        let low = limb(index + limbs) >> bits;
        low | limb(index + limbs + 1).unbounded_shl(64 - bits)
    };
    let top = |index: usize| if index == 15 && value.top_bit() { 1 << 63 } else { 0 };
    cut(W::from_limbs_with(|index| shifted(index) | top(index)))
}
