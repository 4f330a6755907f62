//! The memory of programs: what one byte of code can become, and the largest program there is.

use aluvm_core::library::{Isae, Lib, LibId, LibSite, Libs, Program};
use aluvm_core::limits::{CODE_MAX, DATA_MAX, LIBS_MAX, PROGRAM_LIBS_MAX};
use aluvm_core::vm::{Stop, Vm};

use crate::{allocated, kept, turn};

/// Bytes kept for a byte of code at most: an operation, its place, its complexity, and the instruction
/// itself. Lists grow by doubling, so that twice as much can be handed out.
const KEPT: usize = 64;

/// A library of the greatest size that calls others, and is another one for each number. Its code is
/// a pattern, read from the first byte and from the second.
fn lib(number: usize, pattern: &[u8], names: &[LibId]) -> Lib {
    let names = Libs::new(names.iter().copied()).expect("few");
    let calls = (0..names.len()).flat_map(|index| [0x05, 0, 0, index as u8]);
    let mut code: Vec<u8> = calls.collect();
    let [low, high] = (code.len() as u16 + 4).to_le_bytes();
    code.extend([0x03, low, high]);
    code.extend(pattern.iter().copied().cycle().take(CODE_MAX - 5 - code.len()));
    // Two ends, and what no run comes to.
    code.extend([0x07, 0x07, 0x07]);
    code.extend((number as u16).to_le_bytes());
    let isae = "ALU BPDIGEST".parse().expect("a set");
    Lib::new(isae, code, vec![7; DATA_MAX], names).expect("short")
}

/// Codes that may cost most: instructions of one byte, and longer ones that begin at each offset.
const PATTERNS: [(&str, &[u8]); 6] = [
    ("nop", &[0xFF]),
    ("sha2", &[0x81]),
    ("rev", &[0x3F]),
    ("del", &[0x3E]),
    ("jif", &[0x03, 0x11, 0x23, 0x03, 0x47, 0x91, 0x03, 0xC3, 0xEF]),
    ("put", &[0x30, 0x00, 0x00, 0x00, 0xFF, 0xFE]),
];

fn check(name: &str, pattern: &[u8], libs: Vec<Lib>) {
    let (entry, others) = libs.split_last().expect("an entry");
    let code: usize = libs.iter().map(|lib| lib.code().len()).sum();
    let (entry, others) = (entry.clone(), others.to_vec());
    let (stats, program) = allocated(|| {
        let program = Program::with_libs(entry, others).expect("complete");
        program.decode_all();
        program
    });
    let count = program.libs().count();
    assert_eq!(count, libs.len(), "{name}");
    let (kept, handed_out) = (kept(&stats), stats.bytes_allocated);
    println!(
        "| {count} | {name} {pattern:02x?} | {kept} | {:.1} | {handed_out} |",
        kept as f64 / code as f64
    );
    let tables = 4096 * count;
    assert!(kept <= KEPT * 2 * code + tables, "{name}: {kept} bytes for {code} bytes of code");
    assert!(handed_out <= KEPT * 3 * code + tables, "{name}: {handed_out} bytes handed out");
}

#[test]
fn a_byte_of_code_takes_a_bounded_amount() {
    let _turn = turn();
    for (name, pattern) in PATTERNS {
        check(name, pattern, vec![lib(0, pattern, &[])]);
    }
}

/// Blocks of code of which each jumps back to the one before it, and runs on into the one behind it, which was decoded
/// before.
#[test]
fn code_that_leads_into_other_code_is_decoded_once() {
    let _turn = turn();
    let block = |number: u16| {
        let [low, high] = (8 * number.saturating_sub(1)).to_le_bytes();
        [0x03, low, high, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]
    };
    let count = 1000;
    let code: Vec<u8> = (0..count).flat_map(block).chain([0x07]).collect();
    let most = KEPT * 2 * code.len() + 4096;
    let lib = Lib::new("ALU".parse().expect("a set"), code, [], Libs::default()).expect("fits");
    let entry = LibSite::new(lib.id(), 8 * (count - 1));
    let (stats, program) = allocated(|| {
        let program: Program = Program::link(entry, [lib]).expect("complete");
        program.decode_all();
        program
    });
    let kept = kept(&stats);
    assert!(kept <= most, "{kept} bytes for {} bytes of code", 8 * count);
    // Each jump is taken, from the last block to the first, and that one jumps to itself.
    assert_eq!(Vm::new().run(&program).stop, Stop::JumpLimit);
}

#[test]
fn code_that_is_not_run_takes_nothing() {
    let _turn = turn();
    let begin: Lib = "inv st0; jif 0x0010; inv st0; jmp 0x0020;".parse().expect("valid");
    let mut code = begin.code().to_vec();
    code.resize(0x20, 0);
    code.push(0x07);
    code.resize(CODE_MAX, 0x3F);
    let lib = Lib::new(begin.isae().clone(), code, [], Libs::default()).expect("fits");
    let (stats, program) = allocated(|| Program::new(lib).expect("complete"));
    assert!(stats.bytes_allocated <= 4096, "{} bytes", stats.bytes_allocated);
    // A table of 4 bytes for each byte of code is given back.
    let (stats, outcome) = allocated(|| Vm::new().run(&program));
    assert!(outcome.is_success());
    assert!(kept(&stats) <= 8 << 10, "{} bytes", kept(&stats));
    let (stats, _) = allocated(|| Vm::new().run(&program));
    assert_eq!(stats.bytes_allocated, 0);
}

/// What a host decodes before its runs, no run has to wait for.
#[test]
fn runs_of_a_decoded_program_decode_nothing() {
    let _turn = turn();
    let text = "nop; ".repeat(1000) + "ret;";
    let lib: Lib = text.parse().expect("valid");
    // What starts the tests may allocate meanwhile, but not each time.
    let least = |decode: fn(&Program)| {
        let bytes = (0..10).map(|_| {
            let program = Program::new(lib.clone()).expect("complete");
            decode(&program);
            let (stats, outcome) = allocated(|| Vm::new().run(&program));
            assert!(outcome.is_success());
            stats.bytes_allocated
        });
        bytes.min().unwrap_or(0)
    };
    assert_eq!(least(Program::decode_all), 0);
    assert!(least(|_| ()) > 0);
}

/// The set that nearly each library names is held once for all of them.
#[test]
fn the_base_set_takes_nothing() {
    let _turn = turn();
    let least = |text: &str| {
        let kept = (0..10).map(|_| {
            let (stats, set) = allocated(|| text.parse::<Isae>());
            assert!(set.is_ok());
            kept(&stats)
        });
        kept.min().unwrap_or(0)
    };
    assert_eq!(least("ALU"), 0);
    assert!(least("ALU RGB") > 0);
}

/// A library that names others, which name the rest, as many as a program can have.
fn tree(pattern: &[u8], count: usize) -> Vec<Lib> {
    let mut libs: Vec<Lib> =
        (0..count - 1 - count.div_ceil(256)).map(|number| lib(number, pattern, &[])).collect();
    let leaves: Vec<LibId> = libs.iter().map(Lib::id).collect();
    let inner: Vec<Lib> = leaves.chunks(LIBS_MAX).map(|names| lib(2000, pattern, names)).collect();
    let names: Vec<LibId> = inner.iter().map(Lib::id).collect();
    libs.extend(inner);
    libs.push(lib(3000, pattern, &names));
    libs
}

#[test]
fn programs_grow_by_their_libraries() {
    let _turn = turn();
    for (name, pattern) in [PATTERNS[0], PATTERNS[1]] {
        check(name, pattern, tree(pattern, 16));
    }
}

/// Takes nine gigabytes: `cargo test --release -p aluvm-tests --test memory -- --ignored --nocapture`.
#[test]
#[ignore = "takes nine gigabytes"]
fn the_largest_program_takes_a_bounded_amount() {
    let _turn = turn();
    for (name, pattern) in [PATTERNS[0], PATTERNS[1]] {
        check(name, pattern, tree(pattern, PROGRAM_LIBS_MAX));
    }
}
