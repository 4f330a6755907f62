//! The record of what a host's instructions did in a run. A debugger keeps it beside a run of a million steps, so
//! that it is bytes, a dozen for an instruction that sets a number, and takes no more than a limit.
//!
//! An entry is the length, a byte of flags, the complexity, the complexity limit if it was set, and the number of
//! changes, each a register, what it became, and a length and bytes if it has a value. Lengths and the
//! complexity are numbers of seven bits a byte, the lowest first.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use super::effect::Effect;
use super::registers::Value;
use crate::isa::Register;
use crate::limits::{EFFECT_ROOM, EFFECTS_MAX};

const STOPS: u8 = 1;
const TAKES_LIMIT_AWAY: u8 = 2;
const SETS_LIMIT: u8 = 4;

const UNDEFINED: u8 = 0;
const NUMBER: u8 = 1;
const STRING: u8 = 2;
const FALSE: u8 = 3;
const TRUE: u8 = 4;

/// What a host's instructions did in a run, in the order in which they ran. A copy shares its memory.
///
/// It has room for [`EFFECTS_MAX`] bytes. What comes behind is left out, and then it is not
/// [complete](Effects::is_complete).
///
/// ```
/// use aluvm_core::vm::{Effect, Effects, Value};
///
/// let change = ("a8[0]".parse()?, Some(Value::Number([7].into())));
/// let effect = Effect { length: 2, cost: 10, changes: vec![change], ..Effect::default() };
/// let effects: Effects = [effect.clone()].into_iter().collect();
/// assert!(effects.iter().eq([effect]));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Effects {
    /// None until something is recorded, which most runs do not.
    bytes: Option<Arc<Vec<u8>>>,
    is_cut: bool,
}

impl Effects {
    /// An empty record.
    pub fn new() -> Effects {
        Effects::default()
    }

    /// Records one more, if there is room for it.
    pub fn push(&mut self, effect: &Effect) {
        if self.is_cut {
            return;
        }
        let bytes = Arc::make_mut(self.bytes.get_or_insert_default());
        let before = bytes.len();
        write(bytes, effect);
        if bytes.len() > EFFECTS_MAX {
            bytes.truncate(before);
            self.is_cut = true;
        }
    }

    fn bytes(&self) -> &[u8] {
        self.bytes.as_ref().map_or(&[], |bytes| bytes)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = Effect> {
        let mut at = 0;
        core::iter::from_fn(move || {
            let (effect, behind) = self.get(at)?;
            at = behind;
            Some(effect)
        })
    }

    /// Whether nothing was recorded.
    pub fn is_empty(&self) -> bool {
        self.bytes().is_empty()
    }

    /// Whether nothing was left out.
    pub fn is_complete(&self) -> bool {
        !self.is_cut
    }

    /// Whether there may be no room for one more, however little it does.
    pub fn is_full(&self) -> bool {
        self.bytes().len() > EFFECTS_MAX - EFFECT_ROOM
    }

    /// The bytes that it takes.
    pub(super) fn size(&self) -> usize {
        self.bytes().len()
    }

    /// The one that begins at a byte, and where the next one does.
    pub(super) fn get(&self, at: usize) -> Option<(Effect, usize)> {
        let bytes = self.bytes();
        let mut rest = bytes.get(at..)?;
        let effect = read(&mut rest)?;
        Some((effect, bytes.len() - rest.len()))
    }
}

impl Extend<Effect> for Effects {
    fn extend<I: IntoIterator<Item = Effect>>(&mut self, effects: I) {
        effects.into_iter().for_each(|effect| self.push(&effect));
    }
}

impl FromIterator<Effect> for Effects {
    fn from_iter<I: IntoIterator<Item = Effect>>(effects: I) -> Effects {
        let mut all = Effects::new();
        all.extend(effects);
        all
    }
}

impl fmt::Debug for Effects {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

fn write(bytes: &mut Vec<u8>, effect: &Effect) {
    let Effect { length, cost, changes, limit, stops } = effect;
    let limits = match limit {
        None => 0,
        Some(None) => TAKES_LIMIT_AWAY,
        Some(Some(_)) => SETS_LIMIT,
    };
    bytes.extend([*length, limits | if *stops { STOPS } else { 0 }]);
    write_number(bytes, *cost);
    if let Some(Some(limit)) = limit {
        write_number(bytes, *limit);
    }
    write_number(bytes, changes.len() as u64);
    for (register, value) in changes {
        bytes.extend(register.to_code());
        let (kind, content) = match value {
            None => (UNDEFINED, None),
            Some(Value::Number(number)) => (NUMBER, Some(&number[..])),
            Some(Value::String(string)) => (STRING, Some(string.as_bytes())),
            Some(Value::Status(status)) => (if *status { TRUE } else { FALSE }, None),
        };
        bytes.push(kind);
        if let Some(content) = content {
            write_number(bytes, content.len() as u64);
            bytes.extend(content);
        }
    }
}

fn write_number(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn read(bytes: &mut &[u8]) -> Option<Effect> {
    let (length, flags) = (read_byte(bytes)?, read_byte(bytes)?);
    let cost = read_number(bytes)?;
    let limit = match () {
        () if flags & SETS_LIMIT != 0 => Some(Some(read_number(bytes)?)),
        () if flags & TAKES_LIMIT_AWAY != 0 => Some(None),
        () => None,
    };
    let count = read_number(bytes)?;
    let changes = (0..count).map(|_| read_change(bytes)).collect::<Option<_>>()?;
    Some(Effect { length, cost, changes, limit, stops: flags & STOPS != 0 })
}

fn read_change(bytes: &mut &[u8]) -> Option<(Register, Option<Value>)> {
    let register = Register::from_code([read_byte(bytes)?, read_byte(bytes)?])?;
    let value = match read_byte(bytes)? {
        NUMBER => Some(Value::Number(read_content(bytes)?.into())),
        STRING => Some(Value::String(read_content(bytes)?.try_into().ok()?)),
        FALSE => Some(Value::Status(false)),
        TRUE => Some(Value::Status(true)),
        _ => None,
    };
    Some((register, value))
}

fn read_content<'b>(bytes: &mut &'b [u8]) -> Option<&'b [u8]> {
    let length = usize::try_from(read_number(bytes)?).ok()?;
    let (content, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    Some(content)
}

fn read_byte(bytes: &mut &[u8]) -> Option<u8> {
    let (first, rest) = bytes.split_first()?;
    *bytes = rest;
    Some(*first)
}

fn read_number(bytes: &mut &[u8]) -> Option<u64> {
    let (mut number, mut shift) = (0, 0);
    loop {
        let byte = read_byte(bytes)?;
        number |= u64::from(byte & 0x7F) << shift;
        if byte < 0x80 {
            return Some(number);
        }
        shift += 7;
        if shift > 63 {
            return None;
        }
    }
}
