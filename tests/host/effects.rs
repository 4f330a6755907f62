//! The record of what a host's instructions did: what goes in comes out, up to the limit of its bytes.

use aluvm::vm::{Effect, Effects, Value};
use aluvm_core::limits::{EFFECT_ROOM, EFFECTS_MAX};

/// A string of so many bytes became the value of a register.
fn string(length: usize) -> Effect {
    let value = Value::String(vec![7; length].try_into().expect("short"));
    let changes = vec![("s16[3]".parse().expect("a register"), Some(value))];
    Effect { length: 2, cost: 9, changes, ..Effect::default() }
}

/// The bytes that it takes with a string of at least 2^14 bytes: the length, the flags, the complexity, the number of
/// changes; the register, what it became, and the length of that in three numbers of seven bits.
fn size(length: usize) -> usize {
    4 + 2 + 1 + 3 + length
}

/// A record of just so many bytes.
fn filled(bytes: usize) -> Effects {
    const LENGTH: usize = 30_000;
    let count = bytes / size(LENGTH) - 1;
    let last = bytes - count * size(LENGTH) - size(0);
    (0..count).map(|_| string(LENGTH)).chain([string(last)]).collect()
}

#[test]
fn what_is_recorded_comes_out_in_order() {
    let none = Effects::new();
    assert!(none.is_empty() && none.is_complete() && !none.is_full());
    assert_eq!(format!("{none:?}"), "[]");
    assert_eq!(none.iter().count(), 0);

    let limits = [None, Some(None), Some(Some(0)), Some(Some(300)), Some(Some(u64::MAX))];
    let values = [
        ("a8[31]", Some(Value::Number([7].into()))),
        ("r8192[0]", Some(Value::Number([3; 1024].into()))),
        ("s16[15]", Some(Value::String(Vec::new().try_into().expect("short")))),
        ("s16[0]", Some(Value::String(vec![1; 65_535].try_into().expect("short")))),
        ("st0", Some(Value::Status(true))),
        ("st0", Some(Value::Status(false))),
        ("f64[2]", None),
    ];
    let value =
        |(name, value): &(&str, Option<Value>)| (name.parse().expect("a register"), value.clone());
    let all: Vec<Effect> = (limits.into_iter().cycle().take(35).enumerate())
        .map(|(number, limit)| Effect {
            length: number as u8,
            cost: [0, 127, 128, 16_384, u64::MAX][number / 5 % 5],
            changes: values[..number % 8].iter().map(value).collect(),
            limit,
            stops: number % 3 == 0,
        })
        .collect();
    let effects: Effects = all.iter().cloned().collect();
    assert!(!effects.is_empty() && effects.is_complete());
    assert!(effects.iter().eq(all.iter().cloned()));
    let mut pushed = Effects::new();
    all.iter().for_each(|effect| pushed.push(effect));
    assert_eq!(pushed, effects);
    pushed.extend(all.iter().cloned());
    assert!(pushed.iter().eq(all.iter().chain(&all).cloned()));
    // A copy is another one.
    assert!(effects.iter().eq(all.iter().cloned()));
    let few: Effects = all[..2].iter().cloned().collect();
    assert_eq!(format!("{few:?}"), format!("{:?}", &all[..2]));
}

#[test]
fn a_record_takes_its_limit_and_no_byte_more() {
    let mut effects = filled(EFFECTS_MAX);
    assert!(effects.is_complete());
    let before = effects.iter().count();
    effects.push(&Effect::default());
    assert!(!effects.is_complete(), "it had room for more than {EFFECTS_MAX} bytes");
    assert_eq!(effects.iter().count(), before);

    // The last is one byte too long. What comes behind is left out too, though there is room for it.
    let mut effects = filled(EFFECTS_MAX + 1);
    assert!(!effects.is_complete());
    let before: Vec<usize> = effects.iter().map(|effect| effect.changes.len()).collect();
    effects.push(&string(1));
    assert_eq!(effects.iter().count(), before.len());
    let (whole, short) = (filled(EFFECTS_MAX), before.len());
    assert!(whole.iter().take(short).eq(effects.iter()));
    assert_eq!(whole.iter().count(), short + 1);
}

/// All of what one instruction can do has room as long as the record is not full.
#[test]
fn a_record_is_full_where_the_room_of_one_instruction_begins() {
    let most = EFFECTS_MAX - EFFECT_ROOM;
    assert!(!filled(most - 1).is_full() && !filled(most).is_full());
    assert!(filled(most + 1).is_full() && filled(EFFECTS_MAX).is_full());
    assert!(!filled(EFFECT_ROOM).is_full() && !Effects::new().is_full());
    let mut effects = filled(most);
    effects.extend(filled(EFFECT_ROOM).iter());
    assert!(effects.is_complete() && effects.is_full());
}
