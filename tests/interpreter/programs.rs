//! Random programs: bytes that mean nothing, instructions behind each other with no plan, and code
//! with loops and routines.

use std::collections::BTreeMap;

use aluvm_core::isa::{FORMS, FieldKind, Form};
use aluvm_core::library::{Isae, Lib, LibId, Libs};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::structured::{Source, source};

/// Which operands the instructions of a program prefer, so that they meet.
#[derive(Clone, Copy, Debug)]
pub struct Taste {
    /// The size code that most registers have.
    pub size: u8,
    /// Where jumps go, at most.
    pub code_length: u16,
    /// Where constants lie, at most.
    pub data_length: u16,
}

/// An instruction of the table with arguments that make programs interesting.
pub fn instr(form: &Form, choices: &[u16; 10], taste: Taste) -> Vec<u8> {
    let mut word = form.fixed_bits();
    for (number, (field, choice)) in form.fields.iter().zip(choices.iter().cycle()).enumerate() {
        let choice = u32::from(*choice);
        let bits: u32 = match field.kind {
            FieldKind::Fixed(_) => continue,
            FieldKind::Index if choice % 16 == 0 => choice / 16,
            FieldKind::Index => choice % 3,
            FieldKind::Size(sizes) if choice % 4 != 0 => u32::from(taste.size) % sizes.len() as u32,
            FieldKind::Size(sizes) => choice / 4 % sizes.len() as u32,
            FieldKind::Offset => choice % (u32::from(taste.code_length) + 4),
            FieldKind::Library => choice % 4,
            FieldKind::RegisterData => choice % (u32::from(taste.data_length) + 1),
            FieldKind::StringData => {
                let length = choice / 24 % 24;
                choice % (u32::from(taste.data_length) + 1) + (length << 16)
            }
            _ => choice,
        };
        let mask = (1u128 << field.bits) - 1;
        word |= (u128::from(bits) & mask) << form.field_shift(number);
    }
    word.to_le_bytes()[..form.length()].to_vec()
}

/// Rows that programs are made of. Curve operations are left out, because they are slow.
pub fn rows(wanted: impl Fn(&Form) -> bool) -> Vec<&'static Form> {
    FORMS.iter().filter(|form| form.cost < 1000 && form.name != "Fail" && wanted(form)).collect()
}

/// Instructions behind each other.
fn soup() -> impl Strategy<Value = Vec<u8>> {
    let one = (any::<prop::sample::Index>(), any::<[u16; 10]>(), 0u8..4);
    (vec(one, 1..40), 0u8..8).prop_map(|(instrs, size)| {
        let (all, control) = (rows(|_| true), rows(|form| form.opcode < 8));
        let integers = rows(|form| (0x08..0x30).contains(&form.opcode));
        let taste = Taste { size, code_length: 3 * instrs.len() as u16, data_length: 24 };
        let code = instrs.iter().map(|(row, choices, kind)| {
            let forms = match kind {
                0 => &all,
                1 => &control,
                _ => &integers,
            };
            instr(forms[row.index(forms.len())], choices, taste)
        });
        code.collect::<Vec<_>>().concat()
    })
}

/// A library before it is put together.
#[derive(Clone, Debug)]
enum Draft {
    Bytes { code: Vec<u8>, data: Vec<u8> },
    Source(Source),
}

fn bytes() -> impl Strategy<Value = Draft> {
    let code = prop_oneof![
        1 => vec(any::<u8>(), 1..64),
        1 => (vec(0u8..0x40, 1..48), soup()).prop_map(|(a, b)| [a, b].concat()),
        1 => (soup(), 0usize..8).prop_map(|(mut code, cut)| {
            code.truncate(code.len().saturating_sub(cut).max(1));
            code
        }),
        2 => soup(),
    ];
    (code, vec(any::<u8>(), 0..40)).prop_map(|(code, data)| Draft::Bytes { code, data })
}

/// Libraries, each of which names those before it. The last one can reach them all.
#[derive(Clone, Debug)]
pub struct Libraries {
    pub entry: LibId,
    pub libs: BTreeMap<LibId, Lib>,
}

/// Programs of every kind.
pub fn libraries() -> impl Strategy<Value = Libraries> {
    let draft = prop_oneof![1 => bytes(), 2 => source(true).prop_map(Draft::Source)];
    let flips = vec(any::<(prop::sample::Index, u8)>(), 0..3);
    (vec(draft, 1..4), flips, 0u8..4).prop_map(|(drafts, flips, flipped)| {
        put_together(&drafts, if flipped == 0 { &flips } else { &[] })
    })
}

/// Programs with loops and routines.
pub fn structured(host: bool) -> impl Strategy<Value = Libraries> {
    vec(source(host).prop_map(Draft::Source), 1..4).prop_map(|drafts| put_together(&drafts, &[]))
}

/// Puts libraries together. The flips change bytes of the code of the last one.
fn put_together(drafts: &[Draft], flips: &[(prop::sample::Index, u8)]) -> Libraries {
    let mut libs = BTreeMap::new();
    let mut ids: Vec<LibId> = Vec::new();
    let mut starts = vec![Vec::new(); drafts.len()];
    for (number, draft) in drafts.iter().enumerate() {
        let names = Libs::new(ids.iter().copied()).expect("few");
        // The libs segment is sorted: which draft stands at each of its indexes.
        let order = names.iter().filter_map(|name| ids.iter().position(|id| *id == name));
        let callees: Vec<Vec<u16>> = order.map(|draft| starts[draft].clone()).collect();
        let (mut code, data) = match draft {
            Draft::Bytes { code, data } => (code.clone(), data.clone()),
            Draft::Source(source) => {
                let object = source.assemble(&callees);
                starts[number] = object.starts;
                (object.code, object.data)
            }
        };
        if number + 1 == drafts.len() {
            for (at, change) in flips {
                let at = at.index(code.len());
                code[at] ^= change;
            }
        }
        let isae: Isae = "ALU BPDIGEST HOST".parse().expect("valid");
        let lib = Lib::new(isae, code, data, names).expect("short");
        ids.push(lib.id());
        libs.insert(lib.id(), lib);
    }
    Libraries { entry: *ids.last().expect("one at least"), libs }
}
