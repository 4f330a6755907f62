//! Byte strings. These leave `st0` unless they fail; an undefined operand makes the destination
//! undefined and `st0` false, unless a function says otherwise.

use crate::bytes::{self, ByteString, Outcome};
use crate::isa::{Data, DeleteFlag, FillFlag, InsertFlag, SizeA2, SplitFlag, StringData};
use crate::num::integer::Word;
use crate::vm::registers::{Bank, Registers, banks};

use super::bitwise::amount;

fn set_string(registers: &mut Registers, dst: usize, outcome: Outcome<Option<ByteString>>) {
    registers.st0 &= outcome.success;
    registers.set_string(dst, outcome.value);
}

/// What an undefined operand gives.
fn undefined<T: Default>() -> Outcome<T> {
    Outcome::failure(T::default())
}

/// `put`. Data that is missing gives the part that exists, and `st0` false.
pub(super) fn put(registers: &mut Registers, dst: usize, value: &StringData, data: &[u8]) {
    let Outcome { value, success } = match &value.0 {
        Data::At { offset, length } => bytes::load(data, *offset, *length),
        given => {
            let bytes = given.bytes().unwrap_or_default();
            let length = u16::try_from(bytes.len()).unwrap_or(u16::MAX);
            let whole = bytes::load(bytes, 0, length);
            Outcome { success: bytes.len() == usize::from(length), ..whole }
        }
    };
    set_string(registers, dst, Outcome { value: Some(value), success });
}

/// `mov`: the source becomes undefined; `st0` stays.
pub(super) fn mov(registers: &mut Registers, src: usize, dst: usize) {
    let value = registers.take_string(src);
    if src != dst {
        registers.set_string(dst, value);
    }
}

/// `swp`; `st0` stays.
pub(super) fn swp(registers: &mut Registers, first: usize, second: usize) {
    let to_second = registers.take_string(first);
    let to_first = registers.take_string(second);
    registers.set_string(second, to_second);
    if first != second {
        registers.set_string(first, to_first);
    }
}

/// `fill`. An undefined string counts as empty; an undefined offset or value keeps the string.
pub(super) fn fill(
    registers: &mut Registers,
    flag: FillFlag,
    first: usize,
    second: usize,
    value: usize,
    dst: usize,
) {
    let first = registers.read::<banks::A16>(first);
    let second = registers.read::<banks::A16>(second);
    let value = registers.read::<banks::A8>(value);
    if let (Some(first), Some(second), Some(value)) = (first, second, value) {
        let string = registers.take_string(dst).unwrap_or_default();
        set_string(registers, dst, bytes::fill(string, first, second, value, flag));
    } else {
        registers.st0 = false;
    }
}

/// `len`; undefined, with `st0` false, where the length does not fit.
pub(super) fn len<B: Bank<Value: Word>>(registers: &mut Registers, src: usize, dst: usize) {
    let length = registers.string(src).and_then(|string| {
        let (length, is_whole) = string.length().resize();
        is_whole.then_some(length)
    });
    registers.st0 &= length.is_some();
    registers.write::<B>(dst, length);
}

/// `cnt`.
pub(super) fn cnt(registers: &mut Registers, src: usize, value: usize, dst: usize) {
    let count = match (registers.string(src), registers.read::<banks::A8>(value)) {
        (Some(string), Some(value)) => Some(bytes::count(string, value)),
        _ => None,
    };
    registers.st0 &= count.is_some();
    registers.write::<banks::A16>(dst, count);
}

/// `eq`, which sets `st0`; two undefined strings are equal.
pub(super) fn eq(registers: &mut Registers, first: usize, second: usize) {
    registers.st0 = registers.string(first) == registers.string(second);
}

/// `con`.
pub(super) fn con(
    registers: &mut Registers,
    strings: [usize; 2],
    number: usize,
    offset: usize,
    length: usize,
) {
    let [first, second] = strings.map(|index| registers.string(index));
    let fragment = match (first, second, registers.read::<banks::A16>(number)) {
        (Some(first), Some(second), Some(number)) => bytes::common(first, second, number),
        _ => None,
    };
    registers.st0 &= fragment.is_some();
    registers.write::<banks::A16>(offset, fragment.map(|(offset, _)| offset));
    registers.write::<banks::A16>(length, fragment.map(|(_, length)| length));
}

/// `find`, whose result is `a16[0]`.
pub(super) fn find(registers: &mut Registers, haystack: usize, needle: usize) {
    let count = match (registers.string(haystack), registers.string(needle)) {
        (Some(haystack), Some(needle)) => bytes::find(haystack, needle),
        _ => None,
    };
    registers.st0 &= count.is_some();
    registers.write::<banks::A16>(0, count);
}

/// `extr`.
pub(super) fn extr<B: Bank<Value: Word>>(
    registers: &mut Registers,
    src: usize,
    dst: usize,
    offset: usize,
) {
    let Outcome { value, success } =
        match (registers.string(src), registers.read::<banks::A16>(offset)) {
            (Some(string), Some(offset)) => {
                let Outcome { value, success } = bytes::extract(string, offset);
                Outcome { value: Some(value), success }
            }
            _ => undefined(),
        };
    registers.st0 &= success;
    registers.write::<B>(dst, value);
}

/// `inj`.
pub(super) fn inj<B: Bank<Value: Word>>(
    registers: &mut Registers,
    dst: usize,
    src: usize,
    offset: usize,
) {
    let string = registers.take_string(dst);
    let outcome = match (string, registers.read::<B>(src), registers.read::<banks::A16>(offset)) {
        (Some(string), Some(value), Some(offset)) => bytes::inject(string, value, offset),
        _ => undefined(),
    };
    set_string(registers, dst, outcome);
}

/// `join`.
pub(super) fn join(registers: &mut Registers, first: usize, second: usize, dst: usize) {
    let outcome = match (registers.string(first), registers.string(second)) {
        (Some(first), Some(second)) => bytes::join(first, second),
        _ => undefined(),
    };
    set_string(registers, dst, outcome);
}

/// `splt`. Where both parts go to one register, it keeps the second.
pub(super) fn splt(
    registers: &mut Registers,
    flag: SplitFlag,
    src: usize,
    offset: usize,
    first: usize,
    second: usize,
) {
    let outcome = match (registers.string(src), registers.read::<banks::A16>(offset)) {
        (Some(string), Some(offset)) => bytes::split(string, offset, flag),
        _ => undefined(),
    };
    registers.st0 &= outcome.success;
    registers.set_string(first, outcome.value.0);
    registers.set_string(second, outcome.value.1);
}

/// `ins`.
pub(super) fn ins(
    registers: &mut Registers,
    flag: InsertFlag,
    src: usize,
    dst: usize,
    offset: usize,
) {
    let strings = (registers.string(src), registers.string(dst));
    let outcome = match (strings, registers.read::<banks::A16>(offset)) {
        ((Some(source), Some(destination)), Some(offset)) => {
            bytes::insert(source, destination, offset, flag)
        }
        _ => undefined(),
    };
    set_string(registers, dst, outcome);
}

/// The operands of `del` that are not strings.
pub(super) struct Deletion {
    pub(super) flag: DeleteFlag,
    pub(super) from: (SizeA2, usize),
    pub(super) to: (SizeA2, usize),
    pub(super) begin_fails: bool,
    pub(super) end_fails: bool,
}

/// `del`.
pub(super) fn del(registers: &mut Registers, deletion: &Deletion, src: usize, dst: usize) {
    let Deletion { flag, from, to, begin_fails, end_fails } = *deletion;
    let from = amount(registers, from.0, from.1);
    let to = amount(registers, to.0, to.1);
    let outcome = match (registers.string(src), from, to) {
        (Some(string), Some(from), Some(to)) => {
            bytes::delete(string, from, to, flag, begin_fails, end_fails)
        }
        _ => undefined(),
    };
    set_string(registers, dst, outcome);
}

/// `rev`.
pub(super) fn rev(registers: &mut Registers, src: usize, dst: usize) {
    let outcome = match registers.string(src) {
        Some(string) => Outcome::success(Some(string.reversed())),
        None => undefined(),
    };
    set_string(registers, dst, outcome);
}
