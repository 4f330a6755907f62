//! Vectors of code that is no instruction or not a whole one: reserved opcodes, unused bits that are set,
//! instructions cut by the end of the code and by offset 2^16.

use aluvm_core::isa::{FORMS, FieldKind, RegisterSize};

use crate::bytes::M;
use crate::case::Case;
use crate::codec::{Decoded, decode, encode, length};
use crate::random::Random;
use crate::state::State;
use crate::vector::Vector;

/// The opcode of `ret`.
const RET: u8 = 0x07;

pub(super) fn vectors(random: &mut Random) -> Vec<Vector> {
    let mut vectors = Vec::new();
    vectors.extend(
        (0..=255)
            .filter(|opcode| is_reserved(&[*opcode]))
            .map(|opcode| Vector::new("reserved", case(vec![opcode, RET], random))),
    );
    vectors.extend(unused_bits(random));
    vectors.extend(cut(random));
    vectors.extend(end_of_space(random));
    vectors
}

fn case(code: Vec<u8>, random: &mut Random) -> Case {
    let mut before = State::with_status(random.chance(80));
    for index in 0..3 {
        before.set((RegisterSize::A8, index), Some(vec![7 * index + 1]));
        before.set((RegisterSize::A16, index), Some(vec![index, 0]));
        before.set((RegisterSize::S16, index), Some(vec![b'a'; 3]));
    }
    Case::of_code(before, code)
}

fn is_reserved(code: &[u8]) -> bool {
    matches!(decode(code, 0, &[]), Decoded::Reserved)
}

/// Each form with fixed bits, with others in their place, where that is no other form.
fn unused_bits(random: &mut Random) -> Vec<Vector> {
    let mut vectors = Vec::new();
    for form in FORMS {
        let has_fixed = form.fields.iter().any(|field| matches!(field.kind, FieldKind::Fixed(_)));
        for _ in 0..if has_fixed { 40 } else { 0 } {
            let mut code = encode(form, |_| random.below(4));
            let at = 1 + random.below(code.len() as u64 - 1) as usize;
            code[at] ^= 1 << random.below(8);
            if is_reserved(&code) {
                code.push(RET);
                vectors.push(Vector::new("unused-bit", case(code, random)));
            }
        }
    }
    vectors
}

/// Each form cut to each length; the bytes that are missing are zeros.
fn cut(random: &mut Random) -> Vec<Vector> {
    let mut vectors = Vec::new();
    for form in FORMS.iter().filter(|form| form.cost < 1000) {
        for left in 1..length(form) {
            let mut code = vec![0xFF; random.below(3) as usize];
            let instruction = encode(form, |field| match field.kind {
                FieldKind::Index => random.below(3),
                _ => random.below(2),
            });
            code.extend(&instruction[..left]);
            vectors.push(Vector::new("cut", case(code, random)));
        }
    }
    vectors
}

/// Code of the greatest length, at whose end stand instructions: some reach offset 2^16, some pass it.
fn end_of_space(random: &mut Random) -> Vec<Vector> {
    let mut vectors = Vec::new();
    for form in FORMS.iter().filter(|form| form.cost < 100 && form.opcode != 0x07) {
        let instruction = encode(form, |_| random.below(2));
        let begin = M + 1 - instruction.len() + random.below(3) as usize;
        if begin >= M || !random.chance(80) {
            continue;
        }
        let [low, high] = (begin as u16).to_le_bytes();
        let mut code = vec![0x02, low, high];
        code.resize(begin, 0);
        code.extend(&instruction);
        code.truncate(M);
        code.resize(M, 0);
        vectors.push(Vector::new("end", case(code, random)));
    }
    vectors
}
