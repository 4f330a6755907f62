//! Code that is hard to analyse: as long as code can be, and no more reasonable than an attacker is.

use aluvm_core::limits::CODE_MAX;
use aluvm_tests::Random;

/// Full code segments, with what is hard about them.
pub fn codes() -> Vec<(&'static str, Vec<u8>)> {
    let mut codes = vec![
        ("a routine at each byte", vec![0x07; CODE_MAX]),
        ("nothing but ends", vec![0x00; CODE_MAX]),
        ("one jump from everywhere", vec![0x03; CODE_MAX]),
        ("calls that overlap", overlapping_calls()),
        ("calls inside each other", nested_calls(false)),
        ("calls inside each other, with all registers", nested_calls(true)),
        ("a register's state that wanders", wandering()),
        ("a register's state that wanders through many blocks", wandering_through_blocks(20_000)),
        ("loops inside each other", nested_loops()),
    ];
    for (name, kinds) in [
        ("jumps everywhere", &[0x02, 0x03, 0x03, 0x03][..]),
        ("calls everywhere", &[0x04, 0x03, 0x04, 0x07]),
        ("any control flow", &[0x00, 0x01, 0x02, 0x03, 0x03, 0x04, 0x04, 0x07, 0x1F]),
    ] {
        codes.push((name, at_random(kinds, false)));
        codes.push((name, at_random(kinds, true)));
    }
    let mut random = Random::new(5);
    codes.push(("random bytes", (0..CODE_MAX).map(|_| random.next_number() as u8).collect()));
    codes.push(("random small bytes", (0..CODE_MAX).map(|_| random.below(0x34) as u8).collect()));
    codes
}

fn full(mut code: Vec<u8>) -> Vec<u8> {
    code.resize(CODE_MAX, 0x07);
    code
}

fn jump(code: &mut Vec<u8>, opcode: u8, target: usize) {
    let [low, high] = (target as u16).to_le_bytes();
    code.extend([opcode, low, high]);
}

/// Names every register.
fn all_registers() -> Vec<u8> {
    let mut code = Vec::new();
    for opcode in [0x08, 0x09, 0x0A] {
        for operand in 0..=255 {
            code.extend([opcode, operand]);
        }
    }
    for index in 0..16 {
        code.extend([0x31, index | index << 4]);
    }
    code
}

/// `routine` at every second byte, each to another place.
fn overlapping_calls() -> Vec<u8> {
    let mut random = Random::new(1);
    full((0..CODE_MAX / 2).flat_map(|_| [0x04, random.next_number() as u8]).collect())
}

/// Each routine calls the next one. Some change registers and `st0`.
fn nested_calls(with_registers: bool) -> Vec<u8> {
    let mut code = if with_registers { all_registers() } else { Vec::new() };
    let mut random = Random::new(2);
    while code.len() + 12 < CODE_MAX {
        let next = code.len() + 6;
        code.extend([0x08 + random.below(3) as u8, random.next_number() as u8]);
        jump(&mut code, 0x04, next);
        code.push(0x07);
    }
    full(code)
}

/// A loop through which a state wanders by one register in each round, around and around.
fn wandering() -> Vec<u8> {
    let mut code = all_registers();
    // One register is defined.
    code.extend([0x1E, 0x00]);
    let start = code.len();
    while code.len() + 40 < CODE_MAX {
        for size in 0..8u16 {
            for to in (1..32u16).rev() {
                let word = 1 | (to - 1) << 3 | to << 8 | size << 13;
                code.push(0x10);
                code.extend(word.to_le_bytes());
            }
            // From the last of this size to the first of the next.
            let next = (size + 1) % 8;
            let word = size | 31 << 3 | next << 8;
            code.push(0x11);
            code.extend(word.to_le_bytes());
            if code.len() + 40 >= CODE_MAX {
                break;
            }
        }
        jump(&mut code, 0x03, start);
    }
    jump(&mut code, 0x02, start);
    full(code)
}

/// The same with one chain of registers and a loop of many blocks, each of which changes again in each round.
pub fn wandering_through_blocks(count: usize) -> Vec<u8> {
    let mut code = all_registers();
    let behind = code.len() + 3;
    jump(&mut code, 0x03, behind);
    code.extend([0x1E, 0x00]);
    let start = code.len();
    for to in (1..32u16).rev() {
        let word = 1 | (to - 1) << 3 | to << 8;
        code.push(0x10);
        code.extend(word.to_le_bytes());
    }
    for _ in 0..count {
        let next = code.len() + 3;
        jump(&mut code, 0x03, next);
    }
    jump(&mut code, 0x03, start);
    full(code)
}

/// Loops inside each other, as deep as they go, around a step of each register.
fn nested_loops() -> Vec<u8> {
    let mut code = all_registers();
    let mut starts = Vec::new();
    let mut random = Random::new(3);
    while code.len() < CODE_MAX / 2 {
        starts.push(code.len());
        let from = random.below(31) as u16;
        let word = 1 | from << 3 | (from + 1) << 8 | 3 << 13;
        code.push(0x10);
        code.extend(word.to_le_bytes());
    }
    for start in starts.into_iter().rev() {
        jump(&mut code, 0x03, start);
    }
    code.truncate(CODE_MAX);
    full(code)
}

/// Instructions of some kinds at random, with targets anywhere, between instructions on registers.
fn at_random(kinds: &[u8], with_registers: bool) -> Vec<u8> {
    let mut random = Random::new(4);
    let mut code = if with_registers { all_registers() } else { Vec::new() };
    while code.len() + 8 < CODE_MAX {
        let kind = *random.pick(kinds);
        if (0x02..=0x04).contains(&kind) {
            let target = random.below(CODE_MAX as u64) as usize;
            jump(&mut code, kind, target);
        } else {
            code.push(kind);
        }
        if with_registers && random.chance(40) {
            let word = random.next_number();
            match random.below(4) {
                0 => code.extend([0x08 + random.below(3) as u8, word as u8]),
                1 => code.extend([0x10, word as u8, (word >> 8) as u8]),
                2 => code.extend([0x20, word as u8, (word >> 8) as u8]),
                _ => code.extend([0x1C, word as u8]),
            }
        }
    }
    full(code)
}
