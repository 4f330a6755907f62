//! Programs of random libraries: building them gives a program or an error, and a program runs to its
//! end.

use aluvm_core::isa::{FORMS, NoExtension};
use aluvm_core::library::{Isae, Lib, LibId, LibSite, Libs, Program, ProgramError};
use aluvm_core::vm::{Registers, Stop, Vm};
use aluvm_tests::{CASES, Random, cases, instruction};

/// Code: any bytes; low bytes, which are opcodes; or rows of the table with any arguments.
fn code(random: &mut Random) -> Vec<u8> {
    let mut code = match random.below(8) {
        0 => random.bytes(200),
        1 => random.bytes(100).iter().map(|byte| byte % 0x40).collect(),
        _ => {
            let count = random.below(50);
            (0..count).flat_map(|_| instr(random)).collect()
        }
    };
    if random.chance(5) {
        code.truncate(random.below(10) as usize);
    }
    code
}

/// An instruction of the table. Its offsets are often near, and its registers few, so that values meet.
fn instr(random: &mut Random) -> Vec<u8> {
    let form = random.pick(FORMS);
    let arguments = u128::from(random.next_number());
    let arguments = match random.below(4) {
        0 => arguments,
        1 => arguments & 0x0101_003F,
        2 => arguments & 0x2121_2100_003F,
        _ => arguments & 0x4242_2121,
    };
    instruction::bytes(form, arguments)
}

/// Libraries, most of which name those before them.
fn libs(random: &mut Random) -> Vec<Lib> {
    let mut libs: Vec<Lib> = Vec::new();
    for _ in 0..=random.below(4) {
        let mut names: Vec<LibId> = libs.iter().map(Lib::id).collect();
        if random.chance(4) {
            names.push(LibId::from_bytes([random.next_number() as u8; 32]));
        }
        if random.chance(10) {
            names.clear();
        }
        let isae = match random.below(20) {
            0 => "ALU REBICA",
            1 => "",
            2 => "TOKEN",
            _ => "ALU BPDIGEST ED25519 SECP256K",
        };
        let isae: Isae = isae.parse().expect("a set");
        let names = Libs::new(names).expect("few");
        libs.push(Lib::new(isae, code(random), random.bytes(300), names).expect("short"));
    }
    libs
}

/// What a machine begins with: a few values in most sizes.
fn registers(random: &mut Random) -> Registers {
    let mut registers = Registers::new();
    let number = random.next_number();
    for index in 0..4 {
        let small = random.below(40);
        let set = [
            registers.set_a8(index, small as u8),
            registers.set_a16(index, if random.chance(50) { small as u16 } else { number as u16 }),
            registers.set_a64(index, number),
            registers.set_a256(index, aluvm_core::num::integer::U256::from(small)),
            registers.set_f64(index, small as f64 - 20.0),
            registers.set_r128(index, [small as u8; 16]),
            registers.set_r512(index, [number as u8; 64]),
            registers.set_s16(index, random.bytes(30)),
        ];
        assert!(set.iter().all(Result::is_ok));
    }
    registers
}

/// What came of a number of cases.
#[derive(Default)]
struct Tally {
    refused: [u32; 4],
    stops: Vec<(Stop, u32)>,
}

impl Tally {
    fn refused(&mut self, error: ProgramError) {
        assert!(!error.to_string().is_empty());
        let kind = match error {
            ProgramError::Empty | ProgramError::NoEntry => 0,
            ProgramError::EmptyCode { .. } => 1,
            ProgramError::MissingLibrary { .. } => 2,
            ProgramError::UnsupportedExtension { .. } => 3,
            ProgramError::TooManyLibs { .. } | ProgramError::MissingFeature { .. } => {
                panic!("{error}")
            }
        };
        self.refused[kind] += 1;
    }

    fn stopped(&mut self, stop: Stop) {
        match self.stops.iter_mut().find(|(known, _)| *known == stop) {
            Some((_, count)) => *count += 1,
            None => self.stops.push((stop, 1)),
        }
    }
}

/// The greatest complexity of an instruction.
const DEAREST: u64 = 1000;

fn check(random: &mut Random, vm: &mut Vm, tally: &mut Tally, limit: Option<u64>) {
    let mut libs = libs(random);
    let last = libs.last().expect("one at least");
    let lib = if random.chance(2) { LibId::from_bytes([1; 32]) } else { last.id() };
    let offset = match random.below(4) {
        0 => random.next_number() as u16,
        1 => random.below(last.code().len() as u64 + 1) as u16,
        _ => 0,
    };
    if random.chance(1) {
        libs.clear();
    }
    let program = match Program::<NoExtension>::link(LibSite::new(lib, offset), libs) {
        Ok(program) => program,
        Err(error) => return tally.refused(error),
    };
    *vm.registers_mut() = registers(random);
    vm.registers_mut().set_cl0(limit);
    let outcome = vm.run(&program);
    assert_eq!(outcome.status, vm.registers().st0());
    assert!(outcome.stop == Stop::Finished || !outcome.status, "{outcome}");
    assert!(!outcome.to_string().is_empty());
    if let Some(limit) = limit {
        assert!(vm.registers().ca0() < limit + DEAREST, "{outcome}");
    }
    assert!(program.lib(outcome.site.lib).is_some(), "{outcome}");
    tally.stopped(outcome.stop);
    // Any place can be an entry point, also of libraries that are not there.
    let site = LibSite::new(lib, random.below(80) as u16);
    vm.registers_mut().set_cl0(500);
    let outcome = vm.run_at(&program, site, &mut ());
    tally.stopped(outcome.stop);
}

#[test]
fn random_programs_run_to_their_end() {
    let (mut random, mut vm, mut tally) = (Random::new(11), Vm::new(), Tally::default());
    for _ in 0..cases(CASES) {
        let limit = 1 + random.below(3000);
        check(&mut random, &mut vm, &mut tally, Some(limit));
    }
    for _ in 0..cases(100) {
        check(&mut random, &mut vm, &mut tally, None);
    }
    // The cases are worth something: each way to end is met, most programs do run.
    assert!(tally.refused.iter().all(|count| *count > 0), "{:?}", tally.refused);
    assert!(tally.stops.len() >= 7, "{:?}", tally.stops);
    let ran: u32 = tally.stops.iter().map(|(_, count)| count).sum();
    assert!(ran > 20 * tally.refused.iter().sum::<u32>() / 10, "{:?}", tally.refused);
}

/// Strings that double at each step meet the maximal length instead of all memory.
#[test]
fn strings_do_not_grow_without_bound() {
    let text = "put s16[0], \"ab\"; next: join s16[0], s16[0], s16[0]; jif next; ret;";
    let lib: Lib = text.parse().expect("well-formed");
    let mut vm = Vm::new();
    assert!(!vm.run(&Program::new(lib).expect("complete")).is_success());
    assert_eq!(vm.registers().s16(0), None);
    // 2 bytes become 32768 by 14 steps; the next one is too much.
    assert_eq!(vm.registers().cy0(), 14);
}

/// A library that names 255 others, which name as many: 1024 are enough.
#[test]
fn programs_of_too_many_libraries_are_refused() {
    let leaf = |n: u16| {
        let [low, high] = n.to_le_bytes();
        Lib::new(Isae::default(), [0x07, low, high], [], Libs::default()).expect("short")
    };
    let leaves: Vec<Lib> = (0..1020).map(leaf).collect();
    let inner = |leaves: &[Lib]| {
        let names = Libs::new(leaves.iter().map(Lib::id)).expect("255");
        Lib::new(Isae::default(), [0x07], [], names).expect("short")
    };
    let outer: Vec<Lib> = leaves.chunks(255).map(inner).collect();
    for (count, is_program) in [(3, true), (4, false)] {
        let entry = inner(&outer[..count]);
        let libs = leaves.iter().chain(&outer).cloned();
        let program = Program::with_libs(entry, libs);
        match program {
            Ok(program) => assert_eq!((is_program, program.libs().count()), (true, 769)),
            Err(error) => {
                assert_eq!(error, ProgramError::TooManyLibs { max: 1024 });
                assert!(!is_program);
            }
        }
    }
}
