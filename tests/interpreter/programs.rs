//! Random programs: bytes that mean nothing, and code in which instructions follow each other, loop,
//! call other libraries and jump into the middle of instructions.

// The expression is that of the codec: cleared variable bits, then the fixed ones.
#![allow(clippy::precedence)]

use std::collections::BTreeMap;

use aluvm_core::isa::{FORMS, FieldKind, Form};
use aluvm_core::library::{Isae, Lib, LibId, Libs};
use proptest::collection::vec;
use proptest::prelude::*;

/// An instruction of the table with arguments that make programs interesting: few registers, so that
/// they meet, and jumps to near offsets.
fn instr(form: &Form, choices: &[u32; 10], code_length: u32) -> Vec<u8> {
    let mut word = form.fixed_bits();
    for (number, (field, choice)) in form.fields.iter().zip(choices.iter().cycle()).enumerate() {
        let bits: u128 = match field.kind {
            FieldKind::Fixed(_) => continue,
            FieldKind::Index => (choice % 3).into(),
            // Narrow sizes, where overflow is frequent, half of the time.
            FieldKind::Size(sizes) if choice % 2 == 0 => {
                (choice / 2 % 2 % sizes.len() as u32).into()
            }
            FieldKind::Size(sizes) => (choice / 2 % sizes.len() as u32).into(),
            FieldKind::Offset => (choice % (code_length + 4)).into(),
            FieldKind::Library => (choice % 3).into(),
            FieldKind::RegisterData => (choice % 24).into(),
            FieldKind::StringData => (choice % 24 | (choice / 24 % 24) << 16).into(),
            _ => (*choice).into(),
        };
        let mask = (1u128 << field.bits) - 1;
        word |= (bits & mask) << form.field_shift(number);
    }
    word.to_le_bytes()[..form.length()].to_vec()
}

/// Code of instructions. Curve operations are left out, because they are slow.
fn structured() -> impl Strategy<Value = Vec<u8>> {
    let one = (any::<prop::sample::Index>(), any::<[u32; 10]>(), 0u8..4);
    vec(one, 1..40).prop_map(|instrs| {
        let runnable: Vec<&Form> =
            FORMS.iter().filter(|form| form.cost < 1000 && form.name != "Fail").collect();
        let control: Vec<&Form> = runnable.iter().copied().filter(|form| form.opcode < 8).collect();
        let integers: Vec<&Form> =
            runnable.iter().copied().filter(|form| (0x08..0x30).contains(&form.opcode)).collect();
        let length = 3 * instrs.len() as u32;
        let code = instrs.iter().map(|(row, choices, kind)| {
            let forms = match kind {
                0 => &runnable,
                1 => &control,
                _ => &integers,
            };
            instr(forms[row.index(forms.len())], choices, length)
        });
        code.collect::<Vec<_>>().concat()
    })
}

/// The code of a library.
pub fn code() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        1 => vec(any::<u8>(), 1..64),
        1 => (vec(0u8..0x40, 1..48), structured()).prop_map(|(a, b)| [a, b].concat()),
        1 => (structured(), 0usize..8).prop_map(|(mut code, cut)| {
            code.truncate(code.len().saturating_sub(cut).max(1));
            code
        }),
        5 => structured(),
    ]
}

/// Libraries, each of which names those before it. The last one can reach them all.
#[derive(Clone, Debug)]
pub struct Libraries {
    pub entry: LibId,
    pub libs: BTreeMap<LibId, Lib>,
}

pub fn libraries() -> impl Strategy<Value = Libraries> {
    vec((code(), vec(any::<u8>(), 0..40)), 1..4).prop_map(|parts| {
        let mut libs = BTreeMap::new();
        let mut ids: Vec<LibId> = Vec::new();
        for (code, data) in parts {
            let names = Libs::new(ids.iter().copied()).expect("few");
            let isae: Isae = "ALU BPDIGEST".parse().expect("valid");
            let lib = Lib::new(isae, code, data, names).expect("short");
            ids.push(lib.id());
            libs.insert(lib.id(), lib);
        }
        Libraries { entry: *ids.last().expect("one at least"), libs }
    })
}
