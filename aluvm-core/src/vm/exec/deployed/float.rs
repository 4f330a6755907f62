//! Floats. The `f512` are unsigned integers there, with which only `put`, `cnv` to an integer, `abs` and
//! comparisons are possible; `f256` do not compare.

use alloc::vec::Vec;
use core::cmp::Ordering;

use super::{Done, Panic};
use crate::isa::{FloatEqualFlag, Instr, Rounding as Flag, SizeA, SizeF};
use crate::num::float::deployed::{self, Operation};
use crate::num::float::{Encoding, FloatFormat, Rounding};
use crate::num::integer::{U512, Word};
use crate::vm::exec::put::constant;
use crate::vm::exec::size::{with_a, with_f};
use crate::vm::registers::{Bank, Content, Registers};

pub(super) fn execute(instr: &Instr, r: &mut Registers, data: &[u8]) -> Done {
    match *instr {
        Instr::PutF { size, dst, ref value } => {
            let bytes = constant(value, data, size.register_size().bytes());
            r.st0 &= bytes.is_some();
            let bytes = bytes.and_then(|bytes| read(size, bytes));
            write(r, size, dst.get(), bytes);
        }
        // What moves is read again, and of the x87 format not all values are then the same.
        Instr::MovF { src, dst, size } => {
            let bytes = value(r, size, src.get());
            write(r, size, dst.get(), bytes);
            write(r, size, src.get(), None);
        }
        Instr::DupF { src, dst, size } => {
            let bytes = value(r, size, src.get());
            write(r, size, dst.get(), bytes);
        }
        Instr::SwpF { src, dst, size } => {
            let [to_dst, to_src] = [src, dst].map(|index| value(r, size, index.get()));
            write(r, size, dst.get(), to_dst);
            write(r, size, src.get(), to_src);
        }
        Instr::CnvF { src_size, src, dst_size, dst } => {
            return convert(r, src_size, src.get(), dst_size, dst.get());
        }
        Instr::CnvAF { src_size, src, dst_size, dst } => {
            if with_a!(src_size, A => r.is_defined::<A>(src.get())) {
                return Err(Panic);
            }
            r.st0 = true;
            write(r, dst_size, dst.get(), None);
        }
        Instr::CnvFA { src_size, src, dst_size, dst } => {
            return to_integer(r, src_size, src.get(), dst_size, dst.get());
        }
        Instr::GtF { flag, first, second, size } => {
            let order = order(r, size, flag, first.get(), second.get())?;
            r.st0 = order == Some(Ordering::Greater);
        }
        Instr::LtF { flag, first, second, size } => {
            let order = order(r, size, flag, first.get(), second.get())?;
            r.st0 = order == Some(Ordering::Less);
        }
        Instr::EqF { first, second, size, .. } => {
            let operands = (bytes(r, size, first.get()), bytes(r, size, second.get()));
            r.st0 = matches!(operands, (Some(a), Some(b)) if a == b);
        }
        Instr::AddF { rounding, src, dst, size } => {
            return compute(r, Operation::Add, rounding, size, src.get(), dst.get());
        }
        Instr::SubF { rounding, src, dst, size } => {
            return compute(r, Operation::Sub, rounding, size, src.get(), dst.get());
        }
        Instr::MulF { rounding, src, dst, size } => {
            return compute(r, Operation::Mul, rounding, size, src.get(), dst.get());
        }
        Instr::DivF { rounding, src, dst, size } => {
            return compute(r, Operation::Div, rounding, size, src.get(), dst.get());
        }
        Instr::Neg { size, dst } => return change_sign(r, size.float(), dst.get(), true),
        Instr::Abs { size, dst } => return change_sign(r, size.float(), dst.get(), false),
        _ => return Err(Panic),
    }
    Ok(())
}

/// What a register of a size gives that was set to these bytes.
fn read(size: SizeF, bytes: &[u8]) -> Option<Vec<u8>> {
    match size {
        SizeF::F512 => Some(bytes.to_vec()),
        _ => deployed::read(format(size), bytes),
    }
}

fn format(size: SizeF) -> FloatFormat {
    size.register_size().float_format().unwrap_or(FloatFormat::F512)
}

/// The bytes of a register.
fn bytes(r: &Registers, size: SizeF, index: usize) -> Option<Vec<u8>> {
    let mut bytes = alloc::vec![0; size.register_size().bytes()];
    with_f!(size, F => r.read::<F>(index)?.write_bytes(&mut bytes));
    Some(bytes)
}

/// The value of a register, which is read again.
fn value(r: &Registers, size: SizeF, index: usize) -> Option<Vec<u8>> {
    read(size, &bytes(r, size, index)?)
}

fn write(r: &mut Registers, size: SizeF, index: usize, bytes: Option<Vec<u8>>) {
    with_f!(size, F => {
        r.write::<F>(index, bytes.map(|bytes| <F as Bank>::Value::from_raw(&bytes)));
    });
}

fn compute(
    r: &mut Registers,
    operation: Operation,
    rounding: Flag,
    size: SizeF,
    src: usize,
    dst: usize,
) -> Done {
    let rounding = match rounding {
        Flag::TowardZero => Rounding::TowardZero,
        Flag::NearestEven => Rounding::NearestEven,
        Flag::Floor => Rounding::Floor,
        Flag::Ceil => Rounding::Ceil,
    };
    let result = match (value(r, size, src), value(r, size, dst)) {
        (Some(_), Some(_)) if size == SizeF::F512 => return Err(Panic),
        (Some(a), Some(b)) => {
            let computed = deployed::compute(format(size), operation, &a, &b, rounding);
            computed.map_err(|_| Panic)?
        }
        _ => None,
    };
    r.st0 = result.is_some();
    write(r, size, dst, result);
    Ok(())
}

fn order(
    r: &Registers,
    size: SizeF,
    flag: FloatEqualFlag,
    first: usize,
    second: usize,
) -> Result<Option<Ordering>, Panic> {
    // A rough comparison is one of bytes, as they are.
    let operand = |index| match flag {
        FloatEqualFlag::Rough => bytes(r, size, index),
        FloatEqualFlag::Exact => value(r, size, index),
    };
    let (Some(a), Some(b)) = (operand(first), operand(second)) else { return Ok(None) };
    Ok(Some(match (size, flag) {
        (SizeF::F512, _) => U512::read_le(&a).cmp(&U512::read_le(&b)),
        (_, FloatEqualFlag::Rough) => deployed::order_rough(format(size), &a, &b),
        (SizeF::F256, FloatEqualFlag::Exact) => return Err(Panic),
        (_, FloatEqualFlag::Exact) => deployed::order(&a, &b),
    }))
}

fn convert(r: &mut Registers, src_size: SizeF, src: usize, dst_size: SizeF, dst: usize) -> Done {
    let Some(bytes) = value(r, src_size, src) else {
        r.st0 = true;
        write(r, dst_size, dst, None);
        return Ok(());
    };
    let is_wide = |size| matches!(size, SizeF::F256 | SizeF::F512);
    if src_size == dst_size && src_size != SizeF::F512 {
        r.st0 = true;
        write(r, dst_size, dst, Some(bytes));
        return Ok(());
    }
    if is_wide(src_size) || is_wide(dst_size) {
        return Err(Panic);
    }
    let converted = deployed::convert(format(src_size), format(dst_size), &bytes);
    let Ok(converted) = converted else { return Err(Panic) };
    r.st0 = false;
    write(r, dst_size, dst, converted);
    Ok(())
}

fn to_integer(r: &mut Registers, src_size: SizeF, src: usize, dst_size: SizeA, dst: usize) -> Done {
    let bytes = value(r, src_size, src);
    with_a!(dst_size, A => {
        let (value, status) = match bytes {
            None => (None, true),
            Some(bytes) => match src_size {
                SizeF::F16b => return Err(Panic),
                SizeF::F512 => {
                    let (value, fits) = U512::read_le(&bytes).resize::<<A as Bank>::Value>();
                    (Some(value), fits)
                }
                _ => {
                    let (number, is_exact) = deployed::to_integer(format(src_size), &bytes);
                    (Some(<A as Bank>::Value::read_le(&number)), is_exact)
                }
            },
        };
        r.st0 = status;
        r.write::<A>(dst, value);
    });
    Ok(())
}

/// `neg` and `abs`. Zero keeps its sign; of `f512` there are no negative ones.
fn change_sign(r: &mut Registers, size: Option<SizeF>, dst: usize, is_negated: bool) -> Done {
    let Some(size) = size else { return Err(Panic) };
    let mut bytes = value(r, size, dst).filter(|_| !is_negated || size != SizeF::F512);
    if size != SizeF::F512
        && let Some(bytes) = &mut bytes
        && bytes.iter().any(|byte| *byte != 0)
        && let Some(top) = bytes.last_mut()
    {
        *top = if is_negated { *top ^ 0x80 } else { *top & 0x7F };
    }
    let bytes = bytes.and_then(|bytes| read(size, &bytes));
    r.st0 = bytes.is_some();
    write(r, size, dst, bytes);
    Ok(())
}
