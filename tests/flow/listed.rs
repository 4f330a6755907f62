//! A list of instructions, as an assembler has it before the bytes are laid out, is analysed as the library that is
//! made of it: the same blocks, the same states everywhere, the same findings and summaries.

use std::ops::Range;

use aluvm_core::codec::decode_for;
use aluvm_core::flow::{
    Before, Callee, Callees, Declared, Definedness, Flow, Instruction, Interface, Problem,
    RegisterSet, Signature, Summary, Surroundings, Turn,
};
use aluvm_core::isa::{
    FORMS, FieldKind, Form, Given, Instr, InstructionSet, Register, RegisterSize,
};
use aluvm_core::library::{Isae, Lib, LibId, LibSite, Libs};
use aluvm_core::profile::Profile;
use aluvm_tests::{Random, cases};

use crate::claims::HalfInstr;

/// An instruction and the half byte with which it begins.
struct Placed {
    form: Option<&'static Form>,
    is_extension: bool,
    word: u128,
    length: usize,
    begins: usize,
}

impl Placed {
    fn halves(&self, profile: &Profile) -> usize {
        let is_short = *profile != Profile::SPEC && self.form.is_some_and(Form::ends_with_half);
        2 * self.length - usize::from(is_short)
    }

    fn is_shifted(&self) -> bool {
        self.begins % 2 == 1
    }
}

/// Every offset of a constant has so many zeros behind it, which are a value in each register.
const DATA: usize = 3000;

/// The libraries that `call` and `exec` reach: of the routine of one its interface is known.
fn libs() -> Libs {
    Libs::new([LibId::from_bytes([1; 32]), LibId::from_bytes([2; 32])]).expect("two")
}

/// What is known of the routine at offset 0 of the first library.
fn callees(random: &mut Random) -> Callees {
    let mut some = || {
        let registers = RegisterSize::ALL
            .iter()
            .flat_map(|size| (0..3).map(|index| Register::Value { size: *size, index }));
        registers.filter(|_| random.chance(10)).collect::<RegisterSet>()
    };
    let signature = Signature { inputs: some(), outputs: some(), ..Signature::default() };
    let writes = some().union(signature.outputs);
    let summary = Summary { writes, returns_false: random.chance(50), ..Summary::UNKNOWN };
    let mut callees = Callees::new();
    callees.add_at(LibSite::new(LibId::from_bytes([1; 32]), 0), Interface { signature, summary });
    callees
}

/// Whether a machine with a profile has an instruction, read as its word says.
fn has(profile: &Profile, form: &Form, word: u128) -> bool {
    let bytes = &word.to_le_bytes()[..form.length()];
    let decoded = decode_for::<HalfInstr>(profile, bytes, 0).map(|decoded| decoded.instr);
    decoded.is_some() && decoded == Instr::from_word(word, Given::Nothing)
}

fn form_of(opcode: u8) -> &'static Form {
    FORMS.iter().find(|form| form.opcode == opcode).expect("a row")
}

/// What ends with half a byte.
fn look(random: &mut Random) -> Placed {
    let form = &HalfInstr::FORMS[0];
    let keys = if random.chance(80) { 8 } else { 16 };
    let key = random.below(keys);
    let word = form.fixed_bits() | u128::from(key) << 8;
    Placed { form: Some(form), is_extension: true, word, length: form.length(), begins: 0 }
}

/// An instruction with any arguments; jumps go to offset 0 as yet.
fn any(random: &mut Random, profile: &Profile, can_shift: bool, is_shifted: bool) -> Placed {
    let shiftable = [0x11, 0x22, 0x33].map(form_of);
    let control = &FORMS[..8];
    loop {
        match random.below(20) {
            0 => {
                let word = u128::from(0x41 + random.below(60) as u8);
                return Placed { form: None, is_extension: false, word, length: 1, begins: 0 };
            }
            1..=6 if can_shift => return look(random),
            kind => {
                let form = match kind {
                    // The machine looks for the family of the byte in which such an opcode begins, which these have.
                    7..=15 if is_shifted => *random.pick(&shiftable),
                    7..=9 => random.pick(control),
                    _ => random.pick(FORMS),
                };
                let mut word = form.fixed_bits();
                for (number, field) in form.fields.iter().enumerate() {
                    let bits = match field.kind {
                        FieldKind::Fixed(_) | FieldKind::Offset => continue,
                        FieldKind::Library => random.below(2),
                        FieldKind::Index => random.below(3),
                        FieldKind::RegisterData => random.below(1000),
                        FieldKind::StringData => random.below(1000) << 16 | random.below(1000),
                        _ => random.next_number(),
                    };
                    let bits = bits & (u64::MAX >> (64 - field.bits));
                    word |= u128::from(bits) << form.field_shift(number);
                }
                if has(profile, form, word) {
                    let length = form.length();
                    let form = Some(form);
                    return Placed { form, is_extension: false, word, length, begins: 0 };
                }
            }
        }
    }
}

/// Instructions behind each other, of which jumps go to each other's beginnings, half a byte behind the offset where they
/// themselves begin so, or behind the end.
fn list(random: &mut Random, profile: &Profile, can_shift: bool) -> Vec<Placed> {
    let mut list = Vec::new();
    let (count, mut begins) = (2 + random.below(14), 0);
    while list.len() < count as usize || begins % 2 == 1 {
        let mut one = match begins {
            0 if can_shift && random.chance(70) => look(random),
            _ => any(random, profile, can_shift, begins % 2 == 1),
        };
        one.begins = begins;
        begins += one.halves(profile);
        list.push(one);
    }
    let end = begins / 2;
    let starts: Vec<usize> = list.iter().map(|one| one.begins).collect();
    for one in &mut list {
        let Some(form) = one.form else { continue };
        let is_call = matches!(form.name, "Call" | "Exec");
        for (number, field) in form.fields.iter().enumerate() {
            if !matches!(field.kind, FieldKind::Offset) {
                continue;
            }
            let like: Vec<&usize> =
                starts.iter().filter(|start| *start % 2 == one.begins % 2).collect();
            let target = match random.below(8) {
                _ if is_call => random.below(2) as usize,
                0 => end + random.below(9) as usize,
                _ => **random.pick(&like) / 2,
            };
            one.word |= (target as u128) << form.field_shift(number);
        }
    }
    list
}

/// The bytes that a list is, each half byte behind the other.
fn code(list: &[Placed], profile: &Profile) -> Vec<u8> {
    let halves = list
        .iter()
        .flat_map(|one| (0..one.halves(profile)).map(|half| (one.word >> (4 * half) & 0xF) as u8));
    let halves: Vec<u8> = halves.collect();
    halves.chunks(2).map(|pair| pair[0] | pair[1] << 4).collect()
}

/// The list as the analysis takes it. It may lack immediates, if nothing is shifted.
fn instructions(list: &[Placed], callees: &Callees, lacks_immediates: bool) -> Vec<Instruction> {
    let view = |one: &Placed| {
        let mut word = one.word;
        let mut callee = Callee::Unknown;
        if let Some(form) = one.form {
            let field = |kind: fn(&FieldKind) -> bool| {
                let number = form.fields.iter().position(|field| kind(&field.kind));
                number.map(|number| form.field_bits(word, number))
            };
            let library = field(|kind| matches!(kind, FieldKind::Library));
            let target = field(|kind| matches!(kind, FieldKind::Offset));
            if let (Some(library), Some(target)) = (library, target) {
                let id = libs().get(library as u8).expect("one of two");
                callee = callees.at(LibSite::new(id, target as u16));
            }
            for (number, Range { start, end }) in immediates(form) {
                if lacks_immediates && !matches!(form.fields[number].kind, FieldKind::Offset) {
                    word &= !(((1_u128 << (end - start)) - 1) << start);
                }
            }
        }
        Instruction {
            offset: (one.begins / 2) as u16,
            is_shifted: one.is_shifted(),
            length: one.length as u8,
            form: one.form,
            is_extension: one.is_extension,
            word,
            callee,
        }
    };
    list.iter().map(view).collect()
}

/// The fields of a form that are numbers, with their bits.
fn immediates(form: &Form) -> impl Iterator<Item = (usize, Range<u32>)> {
    form.fields.iter().enumerate().filter_map(|(number, field)| {
        let shift = form.field_shift(number);
        let is_number = matches!(
            field.kind,
            FieldKind::RegisterData | FieldKind::StringData | FieldKind::Library
        );
        is_number.then_some((number, shift..shift + field.bits))
    })
}

/// All that is said of code, as text. Of what the machine takes for another instruction half a byte behind an offset and
/// fails at, a list has the length that it was to have, and bytes have one.
fn said(flow: &Flow, list: &[Placed], can_be_misread: bool) -> Vec<String> {
    let graph = flow.graph();
    let mut said = Vec::new();
    for (id, block) in graph.blocks() {
        said.push(format!("{id:?} {:?} {:?} {}", block.exit, graph.body(id), graph.offset(id)));
        for node in graph.nodes(id) {
            let is_misread = can_be_misread && node.is_shifted && node.turn == Turn::Stop;
            let length = (!is_misread).then(|| (node.length, node.behind(), node.falls_shifted()));
            said.push(format!("{} {} {length:?} {:?}", node.offset, node.is_shifted, node.effect));
        }
    }
    said.extend(graph.routines().map(|(id, routine)| format!("{id:?} {routine:?}")));
    for one in list {
        let offset = (one.begins / 2) as u16;
        let before =
            if one.is_shifted() { flow.before_shifted(offset) } else { flow.before(offset) };
        said.push(format!("{offset} {}", before.as_ref().map_or("unreached".into(), known)));
    }
    said.extend(flow.summaries().iter().map(|summary| format!("{summary:?}")));
    for finding in flow.findings() {
        if !(can_be_misread && matches!(finding.problem, Problem::Unreachable { .. })) {
            said.push(format!("{finding:?}"));
        }
    }
    if !can_be_misread {
        said.push(format!("dead {:?} of {}", flow.dead(), graph.end()));
    }
    said
}

/// What is known before an instruction, as text.
fn known(before: &Before<'_>) -> String {
    let states = [false, true].map(|status| {
        let kinds = [Definedness::Defined, Definedness::Undefined, Definedness::LeftOver];
        before.can_be(status).then(|| kinds.map(|kind| before.all_where(status, kind)))
    });
    format!("{states:?}")
}

/// Whether some instruction is found half a byte behind its offset as another one, at which the machine fails.
fn is_misread(flow: &Flow) -> bool {
    let mut nodes = flow.graph().blocks().flat_map(|(id, _)| flow.graph().nodes(id));
    nodes.any(|node| node.is_shifted && node.turn == Turn::Stop && node.length > 1)
}

/// Analyses a random list, and the library of it. Says how many instructions half a byte behind an offset were
/// reached that do something.
fn compare(random: &mut Random, profile: Profile, can_shift: bool) -> usize {
    let list = list(random, &profile, can_shift);
    let callees = callees(random);
    let lacks_immediates = !can_shift && random.chance(50);
    let instructions = instructions(&list, &callees, lacks_immediates);
    let isae: Isae = "ALU BPDIGEST SECP256K ED25519 HALF".parse().expect("a set");
    let lib = Lib::new(isae, code(&list, &profile), vec![0; DATA], libs()).expect("short");
    let declared = |one: &Placed, signature| Declared {
        offset: (one.begins / 2) as u16,
        is_public: true,
        signature,
        begins_true: false,
    };
    let starts = list.iter().filter(|one| !one.is_shifted());
    let routines = match random.below(3) {
        // Then code begins at what nothing reaches, which is not a list's first byte where another one is misread.
        0 if !can_shift => Vec::new(),
        1 => vec![declared(&list[0], Some(Signature::default()))],
        _ => {
            let some = starts.filter(|one| one.begins == 0 || random.chance(30));
            some.map(|one| declared(one, None)).collect()
        }
    };
    let surroundings = Surroundings { routines, callees, profile };
    // Wherever nothing leads to an instruction, that is where code begins.
    let undeclared = Surroundings { routines: Vec::new(), ..surroundings.clone() };
    let begins = Flow::of_instructions(&instructions, &undeclared);
    assert!(begins.graph().routines().all(|(_, routine)| routine.entry.is_some()));
    let of_list = Flow::of_instructions(&instructions, &surroundings);
    let of_bytes = Flow::of_lib::<HalfInstr>(&lib, &surroundings);
    let is_misread = is_misread(&of_list);
    let nodes = of_list.graph().blocks().flat_map(|(id, _)| of_list.graph().nodes(id));
    let shifted = nodes.filter(|node| node.is_shifted && node.turn != Turn::Stop).count();
    let (of_list, of_bytes) =
        (said(&of_list, &list, is_misread), said(&of_bytes, &list, is_misread));
    assert_eq!(of_list, of_bytes, "{} {:02x?}", profile.name(), lib.code());
    shifted
}

#[test]
fn lists_of_instructions_are_analysed_as_their_bytes() {
    let mut random = Random::new(71);
    for _ in 0..cases(10_000) {
        let profiles = [Profile::SPEC, Profile::RGB_0_11, Profile::RGB_0_11_SECP256K1];
        let profile = *random.pick(&profiles);
        assert_eq!(compare(&mut random, profile, false), 0);
    }
}

#[test]
fn lists_are_analysed_as_their_bytes_where_those_are_shifted() {
    let mut random = Random::new(72);
    let count = cases(20_000) as usize;
    let shifted = (0..count).map(|_| compare(&mut random, Profile::RGB_0_11, true));
    let shifted: usize = shifted.sum();
    assert!(shifted > count / 2, "{shifted} instructions in {count} lists");
}
