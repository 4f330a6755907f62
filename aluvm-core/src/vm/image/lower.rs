//! From an instruction to its operation.

use crate::isa::{
    Data, EqualFlag, Idx16, Idx32, Instr, IntFlags, RegisterData, SignFlag, SizeA, SizeAR, SizeR,
};
use crate::num::integer::Word;
use crate::vm::op::branch::sized as branch;
use crate::vm::op::float::sized as f;
use crate::vm::op::general::sized as r;
use crate::vm::op::integer::sized as a;
use crate::vm::op::{Handler, Op, constant, control, plain};

use super::emit::Lowered;

/// The operation of an instruction that has one of its own; none for those that run from the table
/// of instructions, and for those whose operation depends on more than themselves.
pub(super) fn operation(instr: &Instr, lib: u16, data: &[u8]) -> Option<Lowered> {
    Some(match *instr {
        Instr::Fail => (control::fail, Op::of(0)),
        Instr::Test => (control::test, Op::of(0)),
        Instr::Inv => (plain::invert, Op::of(0)),
        Instr::Nop => (plain::nop, Op::of(0)),

        Instr::PutA { size, dst, ref value } => {
            return put(size, dst, value, data)
                .or_else(|| at_place(constant::integer::sized::put_a(size), dst, value, lib));
        }
        Instr::PutF { size, dst, ref value } => {
            return at_place(constant::float::sized::put_f(size), dst, value, lib);
        }
        Instr::PutR { size, dst, ref value } => {
            return at_place(constant::general::sized::put_r(size), dst, value, lib);
        }
        Instr::ClrA { size, dst } => (a::clr(size), one(dst, 0)),
        Instr::ClrR { size, dst } => (r::clr_r(size), one(dst, 0)),
        Instr::MovA { size, src, dst } => (a::mov(size), pair(src, dst, 0)),
        Instr::MovF { src, dst, size } => (f::mov_f(size), pair(src, dst, 0)),
        Instr::MovR { src, dst, size } => (r::mov_r(size), pair(src, dst, 0)),
        Instr::DupA { size, src, dst } => (a::dup(size), pair(src, dst, 0)),
        Instr::DupF { src, dst, size } => (f::dup_f(size), pair(src, dst, 0)),
        Instr::DupR { src, dst, size } => (r::dup_r(size), pair(src, dst, 0)),
        Instr::SwpA { size, src, dst } => (a::swp(size), pair(src, dst, 0)),
        Instr::St { flag, size, dst } => (a::merge(size), one(dst, flag as i16)),

        Instr::AddA { flags, src, dst, size } => {
            (by_flags(flags, [a::add_uc, a::add_sc, a::add_w, a::add_w])(size), pair(src, dst, 0))
        }
        Instr::SubA { flags, src, dst, size } => {
            (by_flags(flags, [a::sub_uc, a::sub_sc, a::sub_w, a::sub_w])(size), pair(src, dst, 0))
        }
        Instr::MulA { flags, src, dst, size } => {
            (by_flags(flags, [a::mul_uc, a::mul_sc, a::mul_w, a::mul_w])(size), pair(src, dst, 0))
        }
        Instr::DivA { flags, src, dst, size } => {
            (by_flags(flags, [a::div_uc, a::div_sc, a::div_uw, a::div_sw])(size), pair(src, dst, 0))
        }
        Instr::Rem { src_size, src, dst_size, dst } if src_size == dst_size => {
            (a::rem(dst_size), pair(src, dst, 0))
        }
        Instr::StepA { size, dst, step } => {
            let sized = if step.0 < 0 { a::step_down } else { a::step_up };
            (sized(size), one(dst, step.0.unsigned_abs().into()))
        }
        Instr::Neg { size, dst } => match size.integer() {
            Some(size) => (a::neg(size), one(dst, 0)),
            None => (f::neg_f(size.float()?), one(dst, 0)),
        },
        Instr::Abs { size, dst } => match size.integer() {
            Some(size) => (a::abs(size), one(dst, 0)),
            None => (f::abs_f(size.float()?), one(dst, 0)),
        },
        Instr::AddF { rounding, src, dst, size } => {
            (f::add_f(size), pair(src, dst, rounding as u8))
        }
        Instr::SubF { rounding, src, dst, size } => {
            (f::sub_f(size), pair(src, dst, rounding as u8))
        }
        Instr::MulF { rounding, src, dst, size } => {
            (f::mul_f(size), pair(src, dst, rounding as u8))
        }
        Instr::DivF { rounding, src, dst, size } => {
            (f::div_f(size), pair(src, dst, rounding as u8))
        }

        Instr::And { size, first, second, dst } => {
            (by_family(size, a::and, r::and_r), three(first, second, dst))
        }
        Instr::Or { size, first, second, dst } => {
            (by_family(size, a::or, r::or_r), three(first, second, dst))
        }
        Instr::Xor { size, first, second, dst } => {
            (by_family(size, a::xor, r::xor_r), three(first, second, dst))
        }
        Instr::Not { size, dst } => (by_family(size, a::not, r::not_r), one(dst, 0)),
        Instr::Shl { amount_size, amount, size, dst } => {
            (a::shl(size.integer()?), pair(amount, dst, amount_size as u8))
        }
        Instr::ShrA { amount_size, amount, flag, size, dst } => {
            let sized = match flag {
                SignFlag::Unsigned => a::shr_u,
                SignFlag::Signed => a::shr_s,
            };
            (sized(size), pair(amount, dst, amount_size as u8))
        }
        Instr::Scl { amount_size, amount, size, dst } => {
            (a::scl(size.integer()?), pair(amount, dst, amount_size as u8))
        }
        Instr::Scr { amount_size, amount, size, dst } => {
            (a::scr(size.integer()?), pair(amount, dst, amount_size as u8))
        }

        Instr::LtF { flag, first, second, size } => {
            (f::lt_f(size), pair(first, second, flag as u8))
        }
        Instr::GtF { flag, first, second, size } => {
            (f::lt_f(size), pair(second, first, flag as u8))
        }
        Instr::EqF { flag, first, second, size } => {
            (f::eq_f(size), pair(first, second, flag as u8))
        }
        Instr::LtR { first, second, size } => (r::lt_r(size), pair(first, second, 0)),
        Instr::GtR { first, second, size } => (r::lt_r(size), pair(second, first, 0)),
        Instr::EqR { flag, first, second, size } => {
            (r::eq_r(size), pair(first, second, flag as u8))
        }
        Instr::IfZR { size, src } => (r::ifz_r(size), one(src, 0)),
        _ => {
            let Comparison { size, operands, plain, .. } = compared(instr)?;
            (plain(size), operands)
        }
    })
}

type Sized = fn(SizeA) -> Handler;

/// That of four which the flags of integer arithmetic choose, in their order.
fn by_flags(flags: IntFlags, all: [Sized; 4]) -> Sized {
    let [unsigned_checked, signed_checked, unsigned_wrapped, signed_wrapped] = all;
    match flags {
        IntFlags::UnsignedChecked => unsigned_checked,
        IntFlags::SignedChecked => signed_checked,
        IntFlags::UnsignedWrapped => unsigned_wrapped,
        IntFlags::SignedWrapped => signed_wrapped,
    }
}

/// That of integers or of general registers.
fn by_family(size: SizeAR, integer: Sized, general: fn(SizeR) -> Handler) -> Handler {
    match (size.integer(), size.general()) {
        (Some(size), _) => integer(size),
        (None, Some(size)) => general(size),
        (None, None) => control::nothing,
    }
}

fn one(dst: impl Into<Idx32>, small: i16) -> Op {
    Op::on_one(dst.into().get(), small)
}

fn pair(first: impl Into<Idx32>, second: impl Into<Idx32>, flag: u8) -> Op {
    Op::on_pair(first.into().get(), second.into().get(), flag)
}

fn three(first: Idx16, second: Idx16, dst: Idx16) -> Op {
    Op::on_three(first.get(), second.get(), dst.get())
}

/// A `put` whose constant stays where it is.
fn at_place(handler: Handler, dst: Idx32, value: &RegisterData, lib: u16) -> Option<Lowered> {
    let Data::At { offset, .. } = value.0 else { return None };
    Some((handler, Op::new(dst.get(), dst.get(), lib as i16, offset.into())))
}

/// A `put` whose constant is there and not too wide for an operation.
fn put(size: SizeA, dst: Idx32, value: &RegisterData, data: &[u8]) -> Option<Lowered> {
    let Data::At { offset, .. } = value.0 else { return None };
    let bytes = data.get(usize::from(offset)..)?.get(..size.register_size().bytes())?;
    let (handler, value): (Handler, u32) = match size {
        SizeA::A8 => (plain::put8, u8::read_le(bytes).into()),
        SizeA::A16 => (plain::put16, u16::read_le(bytes).into()),
        SizeA::A32 => (plain::put32, u32::read_le(bytes)),
        SizeA::A64 => (plain::put64, u32::try_from(u64::read_le(bytes)).ok()?),
        SizeA::A128 | SizeA::A256 | SizeA::A512 | SizeA::A1024 => return None,
    };
    Some((handler, Op::new(dst.get(), dst.get(), 0, value)))
}

/// A comparison of integers, by itself or with the jump behind it.
struct Comparison {
    size: SizeA,
    operands: Op,
    plain: Sized,
    fused: Sized,
}

fn compared(instr: &Instr) -> Option<Comparison> {
    let (size, operands, plain, fused): (_, _, Sized, Sized) = match *instr {
        Instr::GtA { flag, first, second, size } => {
            let operands = pair(second, first, 0);
            match flag {
                SignFlag::Unsigned => (size, operands, a::lt_u, branch::jump_lt_u),
                SignFlag::Signed => (size, operands, a::lt_s, branch::jump_lt_s),
            }
        }
        Instr::LtA { flag, first, second, size } => {
            let operands = pair(first, second, 0);
            match flag {
                SignFlag::Unsigned => (size, operands, a::lt_u, branch::jump_lt_u),
                SignFlag::Signed => (size, operands, a::lt_s, branch::jump_lt_s),
            }
        }
        Instr::EqA { flag, first, second, size } => {
            let operands = pair(first, second, 0);
            match flag {
                EqualFlag::UndefinedDiffers => (size, operands, a::eq_n, branch::jump_eq_n),
                EqualFlag::UndefinedEqual => (size, operands, a::eq_e, branch::jump_eq_e),
            }
        }
        Instr::IfZA { size, src } => (size, one(src, 0), a::ifz, branch::jump_ifz),
        Instr::IfNA { size, src } => (size, one(src, 0), a::ifn, branch::jump_ifn),
        _ => return None,
    };
    Some(Comparison { size, operands, plain, fused })
}

/// The operation of a comparison and a `jif` behind it, before it has a target; none if it is no
/// comparison of integers.
pub(super) fn fuse(comparison: &Instr) -> Option<Lowered> {
    let Comparison { size, operands, fused, .. } = compared(comparison)?;
    Some((fused(size), operands))
}

/// The operation of an addition of one, a comparison of the sum with another register, and a `jif` behind it, likewise.
pub(super) fn fuse_step(step: &Instr, comparison: &Instr) -> Option<Lowered> {
    let Instr::StepA { size, dst, step } = *step else { return None };
    let (first, second) = match *comparison {
        Instr::LtA { flag: SignFlag::Unsigned, first, second, size: same } if same == size => {
            (first, second)
        }
        Instr::GtA { flag: SignFlag::Unsigned, first, second, size: same } if same == size => {
            (second, first)
        }
        _ => return None,
    };
    let is_counted = step.0 == 1 && first == dst && second != dst;
    is_counted.then(|| (branch::step_jump_lt_u(size), pair(first, second, 0)))
}
