//! Integers, their comparisons, and the bitwise operations on wide registers.

use super::{Done, Panic};
use crate::isa::{Instr, IntFlags, SignFlag, SizeA};
use crate::num::integer::{Integer, U1024, Word};
use crate::vm::exec::arithmetic::{binary, unary};
use crate::vm::exec::execute as specified;
use crate::vm::exec::size::{with_a, with_ar, with_r};
use crate::vm::registers::{Bank, Pair, Registers, banks};

/// The widest number that the machine computes with, in bits.
const BITS_MAX: u32 = 1024;

/// A number read as two's complement; of a negative one only as many bytes stay as it needs, and the
/// bytes above them become zero.
pub(super) fn cut<W: Word>(value: W) -> W {
    if !value.top_bit() {
        return value;
    }
    let mut bytes = [0; 128];
    let Some(bytes) = bytes.get_mut(..W::BYTES) else { return value };
    value.write_le(bytes);
    let mut length = W::BYTES;
    while length > 1 && bytes[length - 1] == 0xFF && bytes[length - 2] & 0x80 != 0 {
        length -= 1;
    }
    bytes[length..].fill(0);
    W::read_le(bytes)
}

/// `cnv`, `mov`, arithmetic, and logic of wide registers.
pub(super) fn execute(instr: &Instr, r: &mut Registers) -> Done {
    match *instr {
        // A string moved onto itself stays.
        Instr::MovS { .. } => {}
        Instr::CnvA { src_size, src, dst_size, dst } => {
            with_a!(src_size, S => with_a!(dst_size, D => {
                convert::<S, D>(r, src.get(), dst.get());
            }));
        }
        Instr::AddA { src, dst, size, .. } => {
            with_a!(size, A => binary::<A>(r, Pair::new(src.get(), dst.get()), add));
        }
        Instr::SubA { src, dst, size, .. } => {
            with_a!(size, A => binary::<A>(r, Pair::new(src.get(), dst.get()), sub));
        }
        Instr::MulA { src, dst, size, .. } => {
            with_a!(size, A => binary::<A>(r, Pair::new(src.get(), dst.get()), mul));
        }
        Instr::DivA { flags: IntFlags::UnsignedChecked, src, dst, size } => {
            with_a!(size, A => binary::<A>(r, Pair::new(src.get(), dst.get()), div));
        }
        Instr::DivA { src, dst, size, .. } => {
            with_a!(size, A => return divide::<A>(r, Pair::new(src.get(), dst.get())));
        }
        Instr::Rem { src_size, src, dst_size, dst } => {
            return remainder(r, src_size, src.get(), dst_size, dst.get());
        }
        Instr::Neg { size, dst } => {
            let Some(size) = size.integer() else { return Err(Panic) };
            with_a!(size, A => unary::<A>(r, dst.get(), |_| None));
        }
        Instr::Abs { size, dst } => {
            let Some(size) = size.integer() else { return Err(Panic) };
            with_a!(size, A => unary::<A>(r, dst.get(), Some));
        }
        Instr::And { size, first, second, .. }
        | Instr::Or { size, first, second, .. }
        | Instr::Xor { size, first, second, .. } => {
            with_ar!(size, B => check_width::<B>(r, first.get(), second.get()))?;
            specified(instr, r, &[]);
        }
        _ => return Err(Panic),
    }
    Ok(())
}

/// Of two defined registers neither may have more significant bits than the machine computes with.
fn check_width<B: Bank<Value: Word>>(r: &Registers, first: usize, second: usize) -> Done {
    let (Some(first), Some(second)) = (r.read::<B>(first), r.read::<B>(second)) else {
        return Ok(());
    };
    if first.bit_length().max(second.bit_length()) > BITS_MAX { Err(Panic) } else { Ok(()) }
}

/// Extends with zeros or drops high bits; the result is then taken for signed. `st0` says whether the
/// unsigned number fits.
fn convert<S: Bank<Value: Word>, D: Bank<Value: Word>>(r: &mut Registers, src: usize, dst: usize) {
    let resized = r.read::<S>(src).map(|value| value.resize::<D::Value>());
    r.st0 = resized.is_none_or(|(_, fits)| fits);
    r.write::<D>(dst, resized.map(|(value, _)| cut(value)));
}

/// Whether all bits of the widest numbers are in use, so that an overflow cannot be seen afterwards.
fn is_widest<W: Word>() -> bool {
    W::BITS == BITS_MAX
}

fn add<W: Integer>(a: W, b: W) -> Option<W> {
    let sum = a.add_sw(b)?;
    if is_widest::<W>() && overflows(a, b, sum) { None } else { Some(cut(sum)) }
}

fn sub<W: Integer>(a: W, b: W) -> Option<W> {
    let difference = a.sub_sw(b)?;
    let overflows = is_widest::<W>() && overflows(a, b.wrapping_negate(), difference);
    if overflows { None } else { Some(cut(difference)) }
}

/// Whether a sum has another sign than both terms; with the least number nothing is noticed.
fn overflows<W: Integer>(a: W, b: W, sum: W) -> bool {
    let least = W::MIN_SIGNED;
    a != least && b != least && a.top_bit() == b.top_bit() && a.top_bit() != sum.top_bit()
}

fn mul<W: Integer>(a: W, b: W) -> Option<W> {
    if !is_widest::<W>() {
        return a.mul_sw(b).map(cut);
    }
    if a == W::MIN_SIGNED {
        let (a, _) = a.resize::<U1024>();
        let (b, _) = b.resize::<U1024>();
        return Some(cut(multiply_least(a, b)?.resize::<W>().0));
    }
    a.mul_sc(b).map(cut)
}

/// The product where the first factor is the least number, whose negative it is itself: the steps of
/// Booth's algorithm then go wrong.
fn multiply_least(a: U1024, b: U1024) -> Option<U1024> {
    let top = a;
    let half = |value: U1024| value >> 1 | value & top;
    let (mut high, mut low) = (U1024::ZERO, b);
    let mut previous = false;
    for _ in 0..BITS_MAX {
        let bit = low.bottom_bit();
        if bit != previous {
            high = high.wrapping_add(a);
        }
        previous = bit;
        low = half(low);
        low = if high.bottom_bit() { low | top } else { low & !top };
        high = half(high);
    }
    let expected = if low.top_bit() { U1024::MAX } else { U1024::ZERO };
    (high == expected).then_some(low)
}

/// A quotient of unsigned numbers is taken for signed.
fn div<W: Integer>(a: W, b: W) -> Option<W> {
    a.div_uc(b).map(cut)
}

/// Signed division by Euclid's rule.
fn divide<A: Bank<Value: Integer>>(r: &mut Registers, operands: Pair) -> Done {
    let quotient = match (r.read::<A>(operands.first()), r.read::<A>(operands.second())) {
        (Some(a), Some(b)) => quotient(a, b)?,
        _ => None,
    };
    r.st0 = quotient.is_some();
    r.write::<A>(operands.second(), quotient);
    Ok(())
}

fn quotient<W: Integer>(a: W, b: W) -> Result<Option<W>, Panic> {
    if b.is_zero() || a.is_zero() {
        return Ok((!b.is_zero()).then_some(W::ZERO));
    }
    let least = W::MIN_SIGNED;
    if a == least && b == W::MAX {
        return Ok(None);
    }
    if is_widest::<W>() && (a == least || b == least) {
        return quotient_with_least(a, b).map(Some);
    }
    if a.top_bit() != b.top_bit() && a.magnitude().bit_length() < b.magnitude().bit_length() {
        return Err(Panic);
    }
    Ok(a.div_sw(b).map(cut))
}

/// A quotient of the widest numbers, one of which is the least, which is no magnitude there.
fn quotient_with_least<W: Integer>(a: W, b: W) -> Result<W, Panic> {
    if a == W::MIN_SIGNED {
        return if b.top_bit() { Ok(W::ONE) } else { Err(Panic) };
    }
    if a.magnitude().bit_length() < W::BITS - 1 {
        return Err(Panic);
    }
    Ok(if a.top_bit() { W::ONE } else { W::ZERO })
}

/// `rem`, by the native division of 128 bits.
fn remainder(r: &mut Registers, src_size: SizeA, src: usize, dst_size: SizeA, dst: usize) -> Done {
    let dividend = with_a!(src_size, S => r.read::<S>(src).map(signed));
    let divisor = with_a!(dst_size, D => r.read::<D>(dst).map(|value| {
        (signed(value), value.is_zero())
    }));
    let remainder = match (dividend, divisor) {
        (Some(_), Some((_, false)))
            if src_size.register_size().bytes() > 16 || dst_size.register_size().bytes() > 16 =>
        {
            return Err(Panic);
        }
        (Some(dividend), Some((divisor, false))) => {
            Some(dividend.checked_rem(divisor).ok_or(Panic)?)
        }
        _ => None,
    };
    r.st0 = remainder.is_some();
    with_a!(dst_size, D => {
        let remainder = remainder.map(|value| cut(<D as Bank>::Value::read_le(&widened(value))));
        r.write::<D>(dst, remainder);
    });
    Ok(())
}

/// The low 128 bits of a number extended with its sign.
fn signed<W: Integer>(value: W) -> i128 {
    (u128::from(value.signed_limb(1)) << 64 | u128::from(value.signed_limb(0))).cast_signed()
}

/// The bytes of a number for registers of which none that takes it is wider than it is.
fn widened(value: i128) -> [u8; 128] {
    let mut bytes = [0; 128];
    bytes[..16].copy_from_slice(&value.to_le_bytes());
    bytes
}

/// `gt`, `lt` and `eq` of integers and general registers, and `st.a`.
pub(super) fn compare(instr: &Instr, r: &mut Registers) -> Done {
    match *instr {
        Instr::GtA { flag: SignFlag::Signed, first, second, size } => {
            with_a!(size, A => less::<A>(r, second.get(), first.get()));
        }
        Instr::LtA { flag: SignFlag::Signed, first, second, size } => {
            with_a!(size, A => less::<A>(r, first.get(), second.get()));
        }
        Instr::GtR { first, second, size } | Instr::LtR { first, second, size } => {
            with_r!(size, R => check_width::<R>(r, first.get(), second.get()))?;
            specified(instr, r, &[]);
        }
        Instr::EqA { first, second, size, .. } => {
            with_a!(size, A => equal::<A>(r, first.get(), second.get()));
        }
        Instr::EqR { first, second, size, .. } => {
            with_r!(size, R => equal::<R>(r, first.get(), second.get()));
        }
        Instr::St { size: SizeA::A8, dst, .. } => {
            let sum = match r.read::<banks::A8>(dst.get()) {
                Some(value) => value.checked_add(r.st0.into()).unwrap_or(value),
                None => r.st0.into(),
            };
            r.write::<banks::A8>(dst.get(), Some(sum));
        }
        Instr::St { size, dst, .. } => with_a!(size, A => {
            if r.is_defined::<A>(dst.get()) {
                return Err(Panic);
            }
            let status = if r.st0 { <A as Bank>::Value::ONE } else { Word::ZERO };
            r.write::<A>(dst.get(), Some(status));
        }),
        _ => return Err(Panic),
    }
    Ok(())
}

/// Positive numbers are greater than all others; the others are compared as what is left of them when
/// they are cut.
fn less<B: Bank<Value: Integer>>(r: &mut Registers, first: usize, second: usize) {
    let (Some(a), Some(b)) = (r.read::<B>(first), r.read::<B>(second)) else {
        r.st0 = false;
        return;
    };
    let is_positive = |value: B::Value| !value.top_bit() && !value.is_zero();
    r.st0 = match (is_positive(a), is_positive(b)) {
        (false, true) => true,
        (true, false) => false,
        _ => cut(a) < cut(b),
    };
}

/// Where either is undefined they are equal.
fn equal<B: Bank>(r: &mut Registers, first: usize, second: usize) {
    r.st0 = match (r.read::<B>(first), r.read::<B>(second)) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    };
}
