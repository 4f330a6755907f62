//! Random programs of the whole instruction set on the machine with the deployed one's profile: the same
//! registers and `st0` at the end, or a panic there and a failure of its own here.

use std::collections::BTreeMap;

use aluvm_core::codec::encode;
use aluvm_core::isa::{Data, FORMS, Form, Instr, NoExtension};
use aluvm_core::library::{Lib, LibId, LibSite, Libs, Program};
use aluvm_core::vm::{Failure, Stop, Vm};
use aluvm_tests::{Random, cases};

use crate::compare::{PROFILE, compare, here};
use crate::programs::{instr, of_size};
use crate::state::State;

fn lib(code: Vec<u8>, data: Vec<u8>, libs: impl IntoIterator<Item = LibId>) -> Lib {
    let isae = "ALU BPDIGEST SECP256K".parse().expect("a set");
    Lib::new(isae, code, data, Libs::new(libs).expect("few")).expect("short")
}

pub fn laid_out(instrs: &[Instr]) -> Lib {
    let segments = encode(instrs, &[], Default::default()).expect("short");
    lib(segments.code, segments.data, [])
}

/// The first instruction that differs, and how.
pub fn explain(instrs: &[Instr]) -> (String, String) {
    for length in 0..=instrs.len() {
        let program = [&instrs[..length], &[Instr::Ret]].concat();
        if let Err(difference) = compare(&[laid_out(&program)]) {
            let before = [&instrs[..length - 1], &[Instr::Ret]].concat();
            let (_, state) = here(&[laid_out(&before)]);
            let last = &instrs[length - 1];
            let mnemonic = last.form().map_or("none", |form| form.name).to_string();
            let read = last.reads().map(|register| {
                let aluvm_core::isa::Register::Value { size, index } = register else {
                    return format!("st0={}", state.st0);
                };
                let bytes = state.registers.get(&(size, index));
                let digits = bytes.map(|bytes| {
                    bytes.iter().rev().map(|byte| format!("{byte:02x}")).collect::<String>()
                });
                format!("{register}={digits:?}")
            });
            let read: Vec<String> = read.collect();
            return (mnemonic, format!("{last} of {}: {difference}", read.join(" ")));
        }
    }
    ("none".into(), "only the end differs".into())
}

/// A float that is at an edge of its format.
pub fn special(bytes: &mut [u8], random: &mut Random) {
    let fill = if random.chance(50) { 0xFF } else { 0 };
    let kept = random.below(bytes.len() as u64) as usize;
    bytes[kept..].fill(fill);
    if random.chance(50) {
        bytes[..kept].fill(0);
    }
    if let Some(top) = bytes.last_mut() {
        *top = *top & 0x7F | (random.next_number() as u8 & 0x80);
    }
}

fn program(random: &mut Random) -> Vec<Instr> {
    let puts: Vec<&Form> = FORMS.iter().filter(|form| form.name.starts_with("Put")).collect();
    let all: Vec<&Form> = FORMS
        .iter()
        .filter(|form| (0x08..0x40).contains(&form.opcode) || form.opcode > 0x7F)
        .collect();
    let size = random.next_number();
    let length = 12 + random.below(10);
    let mut instrs = Vec::new();
    for number in 0..length {
        let form = if number < 8 { random.pick(&puts) } else { random.pick(&all) };
        let rare = form.cost >= 1000 || form.name == "Nop" || form.isae == "ED25519";
        let panics = ["Splt", "Ins", "Del", "Inj", "Join", "Fill"].contains(&form.name);
        if rare && !random.chance(5) || panics && !random.chance(30) {
            continue;
        }
        let mut instr = instr(form, random);
        if random.chance(80) {
            instr = of_size(form, &instr, size, random);
        }
        if let Instr::PutF { value, .. } = &mut instr
            && random.chance(30)
            && let Some(bytes) = value.0.bytes()
        {
            let mut bytes = bytes.to_vec();
            special(&mut bytes, random);
            value.0 = Data::new(bytes);
        }
        instrs.push(instr);
    }
    instrs
}

#[test]
fn random_programs_end_alike() {
    let mut random = Random::new(71);
    let mut ends: BTreeMap<&str, u32> = BTreeMap::new();
    let mut differences: BTreeMap<String, String> = BTreeMap::new();
    for _ in 0..cases(20_000) {
        let mut instrs = program(&mut random);
        if random.chance(50) {
            instrs.push(Instr::Ret);
        }
        match compare(&[laid_out(&instrs)]) {
            Ok(stop) => *ends.entry(stop.name()).or_default() += 1,
            Err(_) => {
                let (name, difference) = explain(&instrs);
                differences.entry(name).or_insert(difference);
            }
        }
    }
    assert!(differences.is_empty(), "{differences:#?}");
    for (end, least) in [("finished", 4), ("code_ended", 4), ("panic", 20), ("hang", 500)] {
        let count = ends.get(end).copied().unwrap_or(0);
        assert!(count >= cases(20_000) / least / 2, "{end}: {ends:?}");
    }
}

/// Bytes as code, of which many are instructions that go elsewhere or fall off the end.
fn bytes(random: &mut Random, libs: usize) -> Vec<u8> {
    let mut code = Vec::new();
    let length = random.below(40);
    while (code.len() as u64) < length {
        let form = random.pick(FORMS);
        match random.below(8) {
            0 => code.push(random.next_number() as u8),
            1 => code.extend([2 + random.below(3) as u8, random.below(60) as u8, 0]),
            2 if libs > 0 => {
                let index = random.below(libs as u64 + 2) as u8;
                code.extend([5 + random.below(2) as u8, random.below(30) as u8, 0, index]);
            }
            // A `put` of the data that there is.
            3 => {
                let opcode = 0x0B + random.below(5) as u8;
                code.extend([opcode, random.next_number() as u8, random.below(20) as u8, 0]);
            }
            4 => code.extend([0x30, random.next_number() as u8, random.below(9) as u8, 0, 3, 0]),
            // Curves are slow, and the rest hides what is behind it.
            _ if form.cost >= 1000 || form.opcode == 0xFF || form.opcode < 2 => {}
            _ => {
                code.push(form.opcode);
                code.extend((1..form.length()).map(|_| random.next_number() as u8));
            }
        }
    }
    code
}

#[test]
fn random_bytes_end_alike() {
    let mut random = Random::new(72);
    let mut ends: BTreeMap<&str, u32> = BTreeMap::new();
    for _ in 0..cases(20_000) {
        let data: Vec<u8> = (0..random.below(40)).map(|_| random.next_number() as u8).collect();
        let callee = lib(bytes(&mut random, 0), data.clone(), []);
        let absent = LibId::from([random.next_number() as u8; 32]);
        let code = bytes(&mut random, 2);
        let caller = lib(code, data, [callee.id(), absent]);
        match compare(&[caller.clone(), callee.clone()]) {
            Ok(stop) => *ends.entry(stop.name()).or_default() += 1,
            Err(difference) => {
                panic!("{difference}\n{:02x?}\n{:02x?}", caller.code(), callee.code())
            }
        }
    }
    if cases(20_000) < 20_000 {
        return;
    }
    let never = [Stop::ComplexityLimit, Stop::Failed(Failure::MissingLibrary)];
    for stop in Stop::ALL {
        let is_seen = ends.contains_key(stop.name());
        let is_possible = !never.contains(&stop) && stop != Stop::Failed(Failure::Extension);
        assert!(is_seen == is_possible || !is_possible, "{}: {ends:?}", stop.name());
    }
}

/// Each instruction at the end of the code, whole and cut short behind each of its bytes.
#[test]
fn what_the_end_cuts_short_ends_alike() {
    let mut random = Random::new(74);
    let puts: Vec<&Form> = FORMS.iter().filter(|form| form.name.starts_with("Put")).collect();
    for form in FORMS.iter().filter(|form| form.cost < 1000 && form.opcode != 0xFF) {
        for _ in 0..4 {
            let last = instr(form, &mut random);
            let before = [0, 1, 2].map(|_| {
                let put = random.pick(&puts);
                instr(put, &mut random)
            });
            let whole = [&before[..], std::slice::from_ref(&last)].concat();
            let segments = encode(&whole, &[], Default::default()).expect("short");
            let start = segments.code.len() - last.length();
            for end in start + 1..=segments.code.len() {
                let lib = lib(segments.code[..end].to_vec(), segments.data.clone(), []);
                if let Err(difference) = compare(&[lib]) {
                    panic!("{difference}: {last} cut to {} bytes", end - start);
                }
            }
        }
    }
}

/// Programs share one machine: `st0` and the jumps go on from run to run.
#[test]
fn runs_continue_alike() {
    use amplify::ByteArray;
    use deployed::library::{LibId as DeployedId, LibSite as DeployedSite};
    let texts = [
        "put a16[0], 40000; next: dec a16[0]; jif next; ret;",
        "inc a8[0]; jmp 5; ret;",
        "put a16[0], 30000; next: dec a16[0]; jif next; ret;",
        "jmp 4; ret; ret;",
    ];
    let libs: Vec<Lib> = texts.iter().map(|text| text.parse().expect("well-formed")).collect();
    let (mut vm, mut theirs) = (Vm::new(), deployed::Vm::<deployed::isa::Instr>::new());
    for (number, lib) in libs.iter().enumerate() {
        let entry = LibSite::start(lib.id());
        let program = Program::<NoExtension>::link_with_profile([entry], [lib.clone()], PROFILE);
        let outcome = vm.run(&program.expect("complete"));
        let there = crate::state::deployed_lib(lib);
        let entry = DeployedSite::with(0, DeployedId::from_byte_array(lib.id().to_bytes()));
        let status = theirs.exec(entry, |_| Some(&there), &());
        assert_eq!(outcome.status, status, "{number}: {outcome}");
        assert_eq!(State::of(vm.registers()), State::of_deployed(&theirs), "{number}");
    }
    assert!(!vm.registers().st0());
}

/// An entry library that is not there, no code, and an entry behind the code.
#[test]
fn entries_without_code_end_alike() {
    let ret: Lib = "ret;".parse().expect("well-formed");
    let absent = LibSite::start(LibId::from([3; 32]));
    let run = |entry: LibSite, libs: Vec<Lib>| {
        let program = Program::<NoExtension>::link_with_profile([entry], libs, PROFILE);
        let program = program.expect("it can be built");
        let mut vm = Vm::new();
        let outcome = vm.run(&program);
        assert_eq!(Vm::new().run_at(&program, entry, &mut ()).stop, outcome.stop);
        assert_eq!(Vm::new().trace(&program, entry, &mut (), |_| {}).stop, outcome.stop);
        (outcome.stop, outcome.status)
    };
    assert_eq!(run(absent, vec![ret.clone()]), (Stop::LibraryAbsent, true));
    assert_eq!(run(absent, vec![]), (Stop::LibraryAbsent, true));
    let end = Stop::Failed(Failure::EndOfCode);
    let empty = lib(vec![], vec![], []);
    assert_eq!(run(LibSite::start(empty.id()), vec![empty]), (end, false));
    assert_eq!(run(LibSite::new(ret.id(), 1), vec![ret]), (end, false));
}
