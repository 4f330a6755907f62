//! What a host reads from strangers: libraries as files, as text, and by serde; and what it does with
//! them before they run. Each input comes in two lengths, so that a cost that grows by more than the
//! length is seen.

#[path = "../../../tests/flow/hostile.rs"]
mod hard;

use std::hint::black_box;

use aluvm_core::asm::parse;
use aluvm_core::contract::parse_text;
use aluvm_core::flow;
use aluvm_core::isa::NoExtension;
use aluvm_core::library::{Lib, Libs, Program};
use aluvm_core::vm::Vm;

/// A kind of input.
pub struct Input {
    pub name: &'static str,
    /// Makes one of about a number of bytes.
    pub make: fn(usize) -> Vec<u8>,
    /// Reads it; whether it is good.
    pub read: fn(&[u8]) -> bool,
    /// The length of the shorter one; the longer one is twice as long.
    pub length: usize,
    /// Whether it is good.
    pub is_good: bool,
}

/// A library of code and data.
fn library(code: Vec<u8>, data: Vec<u8>) -> Vec<u8> {
    let isae = "ALU BPDIGEST".parse().expect("a set");
    Lib::new(isae, code, data, Libs::default()).expect("short").to_bytes()
}

fn repeated(piece: &str, length: usize) -> Vec<u8> {
    piece.repeat(length / piece.len()).into_bytes()
}

fn numbered(length: usize, piece: fn(usize) -> String) -> Vec<u8> {
    let each = piece(10_000).len();
    (0..length / each).flat_map(|number| piece(number).into_bytes()).collect()
}

fn file(bytes: &[u8]) -> Option<Lib> {
    Lib::from_bytes(bytes).ok()
}

/// The program, and a run, before which all is decoded that it can reach.
fn build(bytes: &[u8]) -> bool {
    file(bytes).and_then(|lib| Program::new(lib).ok()).is_some_and(|program| {
        let _ = black_box(Vm::new().run(&program));
        true
    })
}

fn assemble(bytes: &[u8]) -> bool {
    let text = str::from_utf8(bytes).expect("text");
    parse(text).is_ok_and(|instrs| Lib::assemble(&instrs).is_ok())
}

/// The analysis of the code, with what it finds.
fn analyse(bytes: &[u8]) -> bool {
    file(bytes).is_some_and(|lib| {
        black_box(flow::check(&lib));
        true
    })
}

/// As it is, and the text of all errors.
fn read_text(bytes: &[u8]) -> bool {
    match parse(str::from_utf8(bytes).expect("text")) {
        Ok(_) => true,
        Err(errors) => errors.to_string().is_empty(),
    }
}

/// The same of a contract, which is verified as well.
fn read_contract(bytes: &[u8]) -> bool {
    let text = str::from_utf8(bytes).expect("text");
    let mut resolve = |_: &str| Err("no file".into());
    match parse_text::<NoExtension>(text, "contract", "contract.aluasm", &mut resolve) {
        Ok(_) => true,
        Err(errors) => errors.to_string().is_empty(),
    }
}

fn between(before: &str, inside: Vec<u8>, behind: &str) -> Vec<u8> {
    [before.as_bytes(), &inside, behind.as_bytes()].concat()
}

/// A routine that calls the one before it.
fn caller(number: usize) -> String {
    match number.checked_sub(1) {
        Some(before) => format!("pub fn g{number}() {{ routine g{before}; ret; }}"),
        None => "pub fn g0() { ret; }".into(),
    }
}

/// Instructions of one byte, of which no two are joined.
fn nops(length: usize) -> Vec<u8> {
    library(vec![0xFF; length], Vec::new())
}

/// Each byte begins an instruction: `sha2` of two bytes from every offset.
fn overlapping(length: usize) -> Vec<u8> {
    let code = [&[0x03, 4, 0][..], &vec![0x81; length - 3]].concat();
    library(code, Vec::new())
}

/// Conditional jumps to everywhere.
fn jumps(length: usize) -> Vec<u8> {
    let jump = |number: usize| {
        let [low, high, ..] = (number * 7919 % length).to_le_bytes();
        [0x03, low, high]
    };
    library((0..length / 3).flat_map(jump).collect(), Vec::new())
}

/// Constants that each name nearly all of the data.
fn constants(length: usize) -> Vec<u8> {
    let put = |number: usize| {
        let [low, high, ..] = (0x7FFF - number % 0x100).to_le_bytes();
        [0x30, 0, 0, 0, low, high]
    };
    library((0..length / 6).flat_map(put).collect(), vec![0x80; 0x7FFF])
}

/// The beginning of code that is hard to analyse.
fn hard(name: &str, length: usize) -> Vec<u8> {
    let (_, code) =
        hard::codes().into_iter().find(|(known, _)| *known == name).expect("one of them");
    library(code[..length].to_vec(), Vec::new())
}

macro_rules! inputs {
    ($($name:literal, $length:literal, $is_good:literal, $make:expr, $read:expr;)*) => {
        /// All kinds.
        pub const INPUTS: &[Input] = &[$(
            Input {
                name: $name,
                make: $make,
                read: $read,
                length: $length,
                is_good: $is_good,
            }
        ),*];
    };
}

inputs! {
    "file of a library, its id", 32_000, true, nops, |bytes| file(bytes).is_some_and(|lib| lib.id() == lib.id());
    "file that ends too early", 32_000, false, |length| { let mut file = nops(length); file.pop(); file }, |bytes| file(bytes).is_some();
    "program of one-byte instructions", 32_000, true, nops, build;
    "program of overlapping instructions", 32_000, true, overlapping, build;
    "program of jumps", 32_000, true, jumps, build;
    "disassembly of constants", 8_000, true, constants, |bytes| file(bytes).is_some_and(|lib| lib.disassemble::<NoExtension>().len() > 1);
    "listing of constants", 1_500, true, constants, |bytes| file(bytes).is_some_and(|lib| lib.to_string().len() > 1);
    "analysis of one-byte instructions", 16_000, true, nops, analyse;
    "analysis of overlapping instructions", 16_000, true, overlapping, analyse;
    "analysis of jumps", 16_000, true, jumps, analyse;
    "analysis of calls inside each other", 16_000, true, |length| hard("calls inside each other, with all registers", length), analyse;
    "analysis of a state that wanders", 16_000, true, |length| hard("a register's state that wanders", length), analyse;
    "analysis of loops inside each other", 32_000, true, |length| hard("loops inside each other", length), analyse;
    "analysis of any control flow", 32_000, true, |length| hard("any control flow", length), analyse;
    "text of nop", 20_000, true, |length| repeated("nop; ", length), read_text;
    "text of constants", 18_000, true, |length| numbered(length, |number| format!("put a256[0], {number};")), assemble;
    "text of strings", 20_000, true, |length| numbered(length, |number| format!("put s16[0], \"{number}\";")), assemble;
    "text of labels", 30_000, true, |length| numbered(length, |number| format!("l{number}: jif l{number};")), assemble;
    "text of aliases", 20_000, true, |length| numbered(length, |number| format!("let p{number} = a8[0];")), read_text;
    "text of brackets", 20_000, false, |length| repeated("(", length), read_text;
    "text of comments in comments", 20_000, false, |length| repeated("/*", length), read_text;
    "text of quotes", 20_000, false, |length| repeated("r#\"", length), read_text;
    "text of hashes", 20_000, false, |length| [b"put s16[0], r".to_vec(), repeated("#", length / 2), repeated("\"", length / 2)].concat(), read_text;
    "text of unknown words", 20_000, false, |length| numbered(length, |number| format!("mull{number} a8[0];")), read_text;
    "text of unknown names", 20_000, false, |length| numbered(length, |number| format!("let p{number} = a8[0]; inc q{number};")), read_text;
    "text of one long word", 20_000, false, |length| repeated("a", length), read_text;
    "text of one long number", 20_000, false, |length| [b"put f512[0], 1e".to_vec(), repeated("9", length)].concat(), read_text;
    "text of one long integer", 20_000, false, |length| [b"put a1024[0], ".to_vec(), repeated("9", length)].concat(), read_text;
    "text of one long fraction", 20_000, true, |length| [b"put f64[0], 0.".to_vec(), repeated("7", length), b";".to_vec()].concat(), read_text;
    "contract of nop", 20_000, true, |length| between("pub fn f() {", repeated("nop; ", length), "ret; }"), read_contract;
    "contract of labels", 20_000, true, |length| between("pub fn f(x: a8[0]) {", numbered(length, |number| format!("ifz x; jif l{number}; l{number}: inc x;")), "ret; }"), read_contract;
    "contract of routines", 20_000, true, |length| numbered(length, |number| format!("pub fn g{number}(x: a8[0]) -> (y: a8[0]) {{ inc x; test; ret; }}")), read_contract;
    "contract of calls", 20_000, true, |length| numbered(length, caller), read_contract;
    "contract of statements", 20_000, true, |length| between("pub fn f(x: u64) -> (y: u64) { y = x; ", repeated("y = y * x - x; ", length), "}"), read_contract;
    "contract of blocks", 20_000, true, |length| between("pub fn f(x: u64) -> (y: u64) { y = x; ", repeated("while y < x && x != 7 { y += 1; } ", length), "}"), read_contract;
    "contract of routines in statements", 20_000, true, |length| numbered(length, |number| format!("pub fn g{number}(x: u64) -> (y: u64) {{ let z: u64 = x / 3; if z < x {{ y = z; }} else {{ y = x; }} }}")), read_contract;
    "contract of calls in statements", 20_000, true, |length| between("fn h(p: u64) -> (q: u64) { q = p + 1; } pub fn f(x: u64) -> (y: u64) { y = x; ", repeated("y = h(h(y)); ", length), "}"), read_contract;
    "contract of wrong statements", 20_000, false, |length| between("pub fn f(x: u64) -> (y: u64) { y = x; ", numbered(length, |number| format!("y = z{number}; ")), "}"), read_contract;
    "contract of constants", 20_000, true, |length| between("pub fn f() { ret; }", numbered(length, |number| format!("pub const C{number}: a64 = {number};")), ""), read_contract;
    "contract of constants of constants", 20_000, true, |length| between("pub fn f() { ret; } pub const C0: a64 = 0;", numbered(length, |number| format!("pub const C{}: a64 = C{number};", number + 1)), ""), read_contract;
    "contract of errors", 20_000, true, |length| between("pub fn f() { require st0 => V1; ret; } pub enum E in a16[0] {", numbered(length, |number| format!("#[allow(unused_error)] V{number} = {number},")), "}"), read_contract;
    "contract of refusals", 20_000, true, |length| between("pub enum E in a16[0] { V = 1 } pub fn f() {", repeated("require st0 => V;", length), "ret; }"), read_contract;
    "contract of findings", 20_000, false, |length| numbered(length, |number| format!("pub fn g{number}(x: a8[0]) -> (y: a8[1]) {{ inc a8[2]; nop; }}")), read_contract;
    "contract of unknown names", 20_000, false, |length| between("pub fn f() {", numbered(length, |number| format!("jmp l{number};")), "ret; }"), read_contract;
    "contract of unknown items", 20_000, false, |length| numbered(length, |number| format!("func f{number}() {{ }}")), read_contract;
    "contract of brackets", 20_000, false, |length| repeated("(", length), read_contract;
    "JSON of a library", 64_000, true, |length| serde_json::to_vec(&file(&nops(length / 2)).expect("a library")).expect("text"), |bytes| serde_json::from_slice::<Lib>(bytes).is_ok();
    "JSON of too long code", 140_000, false, |length| format!(r#"{{"isae":"ALU","code":"{}","data":"","libs":[]}}"#, "00".repeat(length / 2)).into_bytes(), |bytes| serde_json::from_slice::<Lib>(bytes).is_ok();
    "JSON of too many ids", 20_000, false, |length| format!(r#"{{"isae":"ALU","code":"","data":"","libs":[{}"#, repeated_id(length)).into_bytes(), |bytes| serde_json::from_slice::<Lib>(bytes).is_ok();
    "postcard of a library", 32_000, true, |length| postcard::to_allocvec(&file(&nops(length)).expect("a library")).expect("bytes"), |bytes| postcard::from_bytes::<Lib>(bytes).is_ok();
}

fn repeated_id(length: usize) -> String {
    let id = file(&nops(1)).expect("a library").id();
    format!("\"{id}\",").repeat(length / 64)
}
