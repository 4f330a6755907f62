//! Byte strings.

use alloc::vec::Vec;

use super::{Done, Panic};
use crate::bytes::ByteString;
use crate::isa::{Data, FillFlag, Instr, SizeAR};
use crate::limits::DATA_MAX;
use crate::num::integer::Word;
use crate::vm::exec::bytes::put;
use crate::vm::exec::size::with_ar;
use crate::vm::registers::{Bank, Registers, banks};

pub(super) fn execute(instr: &Instr, r: &mut Registers, data: &[u8]) -> Done {
    match *instr {
        Instr::PutS { dst, ref value } => {
            if let Data::At { offset, length } = value.0 {
                let end = usize::from(offset) + usize::from(length);
                // Only of a segment of full length a part is taken.
                if usize::from(offset) > data.len() || end.min(DATA_MAX) > data.len() {
                    return Err(Panic);
                }
            }
            put(r, dst.get(), value, data);
        }
        Instr::Fill { dst, first, second, value, flag } => {
            return fill(r, flag, [first.get(), second.get(), value.get()], dst.get());
        }
        Instr::Con { first, second, number, offset, length } => {
            let fragment = match (
                r.string(first.get()),
                r.string(second.get()),
                r.read::<banks::A16>(number.get()),
            ) {
                (Some(first), Some(second), Some(number)) => common(first, second, number),
                _ => None,
            };
            r.st0 &= fragment.is_some();
            r.write::<banks::A16>(offset.get(), fragment.map(|(offset, _)| offset));
            r.write::<banks::A16>(length.get(), fragment.map(|(_, length)| length));
        }
        Instr::Find { haystack, needle } => {
            let count = match (r.string(haystack.get()), r.string(needle.get())) {
                (Some(_), Some(needle)) if needle.is_empty() => return Err(Panic),
                (Some(haystack), Some(needle)) => {
                    let windows = haystack.as_bytes().windows(needle.len());
                    let count = windows.filter(|window| *window == needle.as_bytes()).count();
                    u16::try_from(count).ok()
                }
                _ => None,
            };
            r.st0 &= count.is_some();
            r.write::<banks::A16>(0, count);
        }
        Instr::Extr { src, size, dst, offset } => {
            with_ar!(size, B => extract::<B>(r, src.get(), dst.get(), offset.get()));
        }
        Instr::Inj { dst, size, src, offset } => {
            return inject(r, dst.get(), size, src.get(), offset.get());
        }
        Instr::Join { first, second, dst } => {
            let joined = match (r.string(first.get()), r.string(second.get())) {
                (Some(first), Some(second)) if first.len() + second.len() > DATA_MAX => None,
                (Some(first), Some(second)) if second.is_empty() => Some(first.clone()),
                (Some(_), Some(_)) => return Err(Panic),
                _ => None,
            };
            r.st0 &= joined.is_some();
            r.set_string(dst.get(), joined);
        }
        // `splt`, `ins` and `del` were never written.
        _ => return Err(Panic),
    }
    Ok(())
}

/// The offsets are not sorted. A string to be extended becomes as long as the second says.
fn fill(r: &mut Registers, flag: FillFlag, operands: [usize; 3], dst: usize) -> Done {
    let [first, second, value] = operands;
    let (Some(start), Some(end), Some(value)) =
        (r.read::<banks::A16>(first), r.read::<banks::A16>(second), r.read::<banks::A8>(value))
    else {
        r.st0 = false;
        return Ok(());
    };
    let string = r.take_string(dst).unwrap_or_default();
    if flag == FillFlag::Fail && string.length() <= end {
        r.st0 = false;
        r.set_string(dst, Some(string));
        return Ok(());
    }
    if start > end {
        return Err(Panic);
    }
    let mut bytes = Vec::from(string);
    bytes.resize(bytes.len().max(end.into()), 0);
    bytes[start.into()..end.into()].fill(value);
    r.set_string(dst, ByteString::try_from(bytes).ok());
    Ok(())
}

/// The fragment with a number that two strings have in common, as its offset and length. Behind the first,
/// a byte is lost between a fragment and the gap behind it, and another at the end of the gap.
fn common(first: &[u8], second: &[u8], number: u16) -> Option<(u16, u16)> {
    let size = first.len().min(second.len());
    let is_equal = |at: usize| first.get(at) == second.get(at);
    let mut at = (0..size).find(|at| is_equal(*at)).unwrap_or(size);
    // Skips bytes that are alike or not, and the byte behind them.
    let skip = |at: usize, equal: bool| {
        let rest = (at..size).find(|at| is_equal(*at) != equal);
        rest.map_or(size, |at| at + 1)
    };
    for _ in 0..number {
        if at >= size {
            return None;
        }
        at = skip(at, false);
        at = skip(at, true);
    }
    if at >= size {
        return None;
    }
    let end = (at + 1..size).find(|at| !is_equal(*at)).unwrap_or(size);
    Some((u16::try_from(at).ok()?, u16::try_from(end - at).ok()?))
}

fn extract<B: Bank<Value: Word>>(r: &mut Registers, src: usize, dst: usize, offset: usize) {
    let bytes = r.string(src).zip(r.read::<banks::A16>(offset)).and_then(|(string, offset)| {
        string.as_bytes().get(usize::from(offset)..).filter(|bytes| !bytes.is_empty())
    });
    let is_whole = bytes.is_some_and(|bytes| bytes.len() >= B::SIZE.bytes());
    let value = bytes.map(B::Value::read_le);
    r.st0 &= is_whole;
    r.write::<B>(dst, value);
}

/// Never succeeds: it cuts the string before the last byte that it writes.
fn inject(r: &mut Registers, dst: usize, size: SizeAR, src: usize, offset: usize) -> Done {
    with_ar!(size, B => {
        let is_defined = r.string(dst).is_some()
            && r.is_defined::<B>(src)
            && r.is_defined::<banks::A16>(offset);
        if is_defined {
            return Err(Panic);
        }
        r.undefine::<B>(src);
    });
    r.st0 = false;
    Ok(())
}
