//! From an instruction to its operation.

use crate::isa::{Data, EqualFlag, Instr, IntFlags, RegisterData, SignFlag, SizeA};
use crate::num::integer::Word;
use crate::vm::registers::Pair;

use super::op::{
    Branch, Compared, Equal, MergeInto, One, Op, Rounded, ShiftBy, StepBy, Target, Three, make,
};

/// The operation of an instruction that has one of its own; none for those that run from the table
/// of instructions, and for those whose operation depends on more than themselves.
pub(super) fn operation(instr: &Instr, data: &[u8]) -> Option<Op> {
    let op = match *instr {
        Instr::Fail => Op::Fail,
        Instr::Test => Op::Test,
        Instr::Ret => Op::Return,
        Instr::Inv => Op::Invert,
        Instr::Nop => Op::Nop,
        Instr::PutA { size, dst, ref value } => return put(size, dst.get() as u8, value, data),
        Instr::ClrA { size, dst } => make::clr(size, One { dst: dst.get() as u8 }),
        Instr::MovA { size, src, dst } => make::mov(size, Pair::new(src.get(), dst.get())),
        Instr::DupA { size, src, dst } => make::dup(size, Pair::new(src.get(), dst.get())),
        Instr::SwpA { size, src, dst } => make::swp(size, Pair::new(src.get(), dst.get())),
        Instr::St { flag, size, dst } => {
            make::merge(size, MergeInto { dst: dst.get() as u8, flag })
        }
        Instr::StepA { size, dst, step } => {
            make::step(size, StepBy { dst: dst.get() as u8, step: step.0 })
        }
        _ => {
            return arithmetic(instr)
                .or_else(|| bitwise(instr))
                .or_else(|| comparison(instr))
                .or_else(|| float(instr))
                .or_else(|| general(instr));
        }
    };
    Some(op)
}

/// A constant that is missing, or too wide for an operation, is left to the table of instructions.
fn put(size: SizeA, dst: u8, value: &RegisterData, data: &[u8]) -> Option<Op> {
    let Data::At { offset, .. } = value.0 else { return None };
    let bytes = data.get(usize::from(offset)..)?.get(..size.register_size().bytes())?;
    Some(match size {
        SizeA::A8 => Op::Put8 { dst, value: u8::read_le(bytes) },
        SizeA::A16 => Op::Put16 { dst, value: u16::read_le(bytes) },
        SizeA::A32 => Op::Put32 { dst, value: u32::read_le(bytes) },
        SizeA::A64 => {
            let value = u64::read_le(bytes);
            Op::Put64 { dst, low: value as u32, high: (value >> 32) as u32 }
        }
        SizeA::A128 | SizeA::A256 | SizeA::A512 | SizeA::A1024 => return None,
    })
}

fn arithmetic(instr: &Instr) -> Option<Op> {
    use IntFlags::{SignedChecked, SignedWrapped, UnsignedChecked, UnsignedWrapped};
    let (flags, size, operands) = match *instr {
        Instr::AddA { flags, src, dst, size }
        | Instr::SubA { flags, src, dst, size }
        | Instr::MulA { flags, src, dst, size }
        | Instr::DivA { flags, src, dst, size } => (flags, size, Pair::new(src.get(), dst.get())),
        Instr::Rem { src_size, src, dst_size, dst } if src_size == dst_size => {
            return Some(make::rem(dst_size, Pair::new(src.get(), dst.get())));
        }
        _ => return None,
    };
    let make = match (instr, flags) {
        (Instr::AddA { .. }, UnsignedChecked) => make::add_uc,
        (Instr::AddA { .. }, SignedChecked) => make::add_sc,
        (Instr::AddA { .. }, UnsignedWrapped | SignedWrapped) => make::add_w,
        (Instr::SubA { .. }, UnsignedChecked) => make::sub_uc,
        (Instr::SubA { .. }, SignedChecked) => make::sub_sc,
        (Instr::SubA { .. }, UnsignedWrapped | SignedWrapped) => make::sub_w,
        (Instr::MulA { .. }, UnsignedChecked) => make::mul_uc,
        (Instr::MulA { .. }, SignedChecked) => make::mul_sc,
        (Instr::MulA { .. }, UnsignedWrapped | SignedWrapped) => make::mul_w,
        (_, UnsignedChecked) => make::div_uc,
        (_, SignedChecked) => make::div_sc,
        (_, UnsignedWrapped) => make::div_uw,
        (_, SignedWrapped) => make::div_sw,
    };
    Some(make(size, operands))
}

fn float(instr: &Instr) -> Option<Op> {
    Some(match *instr {
        Instr::AddF { rounding, src, dst, size }
        | Instr::SubF { rounding, src, dst, size }
        | Instr::MulF { rounding, src, dst, size }
        | Instr::DivF { rounding, src, dst, size } => {
            let make = match instr {
                Instr::AddF { .. } => make::add_f,
                Instr::SubF { .. } => make::sub_f,
                Instr::MulF { .. } => make::mul_f,
                _ => make::div_f,
            };
            make(size, Rounded { operands: Pair::new(src.get(), dst.get()), rounding })
        }
        Instr::LtF { flag, first, second, size } => {
            make::lt_f(size, Compared { operands: Pair::new(first.get(), second.get()), flag })
        }
        Instr::GtF { flag, first, second, size } => {
            make::lt_f(size, Compared { operands: Pair::new(second.get(), first.get()), flag })
        }
        Instr::EqF { flag, first, second, size } => {
            make::eq_f(size, Compared { operands: Pair::new(first.get(), second.get()), flag })
        }
        Instr::DupF { src, dst, size } => make::dup_f(size, Pair::new(src.get(), dst.get())),
        _ => return None,
    })
}

fn bitwise(instr: &Instr) -> Option<Op> {
    Some(match *instr {
        Instr::And { size, first, second, dst }
        | Instr::Or { size, first, second, dst }
        | Instr::Xor { size, first, second, dst } => {
            let make = match instr {
                Instr::And { .. } => make::and,
                Instr::Or { .. } => make::or,
                _ => make::xor,
            };
            let operands = Pair::new(first.get(), second.get());
            make(size.integer()?, Three { operands, dst: dst.get() as u8 })
        }
        Instr::Not { size, dst } => make::not(size.integer()?, One { dst: dst.get() as u8 }),
        Instr::Shl { amount_size, amount, size, dst } => {
            let (amount, dst) = (amount.get() as u8, dst.get() as u8);
            make::shl(size.integer()?, ShiftBy { amount, size: amount_size, dst })
        }
        Instr::ShrA { amount_size, amount, flag, size, dst } => {
            let make = match flag {
                SignFlag::Unsigned => make::shr_u,
                SignFlag::Signed => make::shr_s,
            };
            let (amount, dst) = (amount.get() as u8, dst.get() as u8);
            make(size, ShiftBy { amount, size: amount_size, dst })
        }
        Instr::Scl { amount_size, amount, size, dst } => {
            let (amount, dst) = (amount.get() as u8, dst.get() as u8);
            make::scl(size.integer()?, ShiftBy { amount, size: amount_size, dst })
        }
        Instr::Scr { amount_size, amount, size, dst } => {
            let (amount, dst) = (amount.get() as u8, dst.get() as u8);
            make::scr(size.integer()?, ShiftBy { amount, size: amount_size, dst })
        }
        _ => return None,
    })
}

/// Of the general registers.
fn general(instr: &Instr) -> Option<Op> {
    Some(match *instr {
        Instr::ClrR { size, dst } => make::clr_r(size, One { dst: dst.get() as u8 }),
        Instr::DupR { src, dst, size } => make::dup_r(size, Pair::new(src.get(), dst.get())),
        Instr::MovR { src, dst, size } => make::mov_r(size, Pair::new(src.get(), dst.get())),
        Instr::And { size, first, second, dst }
        | Instr::Or { size, first, second, dst }
        | Instr::Xor { size, first, second, dst } => {
            let make = match instr {
                Instr::And { .. } => make::and_r,
                Instr::Or { .. } => make::or_r,
                _ => make::xor_r,
            };
            let operands = Pair::new(first.get(), second.get());
            make(size.general()?, Three { operands, dst: dst.get() as u8 })
        }
        Instr::Not { size, dst } => make::not_r(size.general()?, One { dst: dst.get() as u8 }),
        Instr::LtR { first, second, size } => {
            make::lt_r(size, Pair::new(first.get(), second.get()))
        }
        Instr::GtR { first, second, size } => {
            make::lt_r(size, Pair::new(second.get(), first.get()))
        }
        Instr::EqR { flag, first, second, size } => {
            make::eq_r(size, Equal { operands: Pair::new(first.get(), second.get()), flag })
        }
        Instr::IfZR { size, src } => make::ifz_r(size, One { dst: src.get() as u8 }),
        _ => return None,
    })
}

type MakePlain = fn(SizeA, Pair) -> Op;
type MakeFused = fn(SizeA, Branch) -> Op;

/// A comparison of integers, by itself or with the jump behind it.
struct Comparison {
    size: SizeA,
    operands: Pair,
    plain: MakePlain,
    fused: MakeFused,
}

fn compared(instr: &Instr) -> Option<Comparison> {
    let (size, operands, plain, fused): (_, _, MakePlain, MakeFused) = match *instr {
        Instr::GtA { flag, first, second, size } => {
            let operands = Pair::new(second.get(), first.get());
            match flag {
                SignFlag::Unsigned => (size, operands, make::lt_u, make::jump_lt_u),
                SignFlag::Signed => (size, operands, make::lt_s, make::jump_lt_s),
            }
        }
        Instr::LtA { flag, first, second, size } => {
            let operands = Pair::new(first.get(), second.get());
            match flag {
                SignFlag::Unsigned => (size, operands, make::lt_u, make::jump_lt_u),
                SignFlag::Signed => (size, operands, make::lt_s, make::jump_lt_s),
            }
        }
        Instr::EqA { flag, first, second, size } => {
            let operands = Pair::new(first.get(), second.get());
            match flag {
                EqualFlag::UndefinedDiffers => (size, operands, make::eq_n, make::jump_eq_n),
                EqualFlag::UndefinedEqual => (size, operands, make::eq_e, make::jump_eq_e),
            }
        }
        Instr::IfZA { size, src } => {
            (size, Pair::new(src.get(), src.get()), make::ifz, make::jump_ifz)
        }
        Instr::IfNA { size, src } => {
            (size, Pair::new(src.get(), src.get()), make::ifn, make::jump_ifn)
        }
        _ => return None,
    };
    Some(Comparison { size, operands, plain, fused })
}

fn comparison(instr: &Instr) -> Option<Op> {
    let Comparison { size, operands, plain, .. } = compared(instr)?;
    Some(plain(size, operands))
}

/// The operation of a comparison and a `jif` behind it; none if it is no comparison of integers.
pub(super) fn fuse(comparison: &Instr, target: Target) -> Option<Op> {
    let Comparison { size, operands, fused, .. } = compared(comparison)?;
    Some(fused(
        size,
        Branch { first: operands.first() as u8, second: operands.second() as u8, target },
    ))
}
