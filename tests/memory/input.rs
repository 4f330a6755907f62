//! The memory that reading input of strangers takes: a few bytes for each byte, whatever it says of its
//! own length.

use aluvm_core::asm::parse;
use aluvm_core::contract::parse_text;
use aluvm_core::isa::NoExtension;
use aluvm_core::library::{Lib, Libs};
use aluvm_core::limits::{CODE_MAX, DATA_MAX, DECODED_DATA_MAX, LIB_FILE_MAX};

use crate::{allocated, turn};

/// Bytes handed out while a text with mistakes is read and all of them are reported, for each of its
/// bytes.
const REPORTED: usize = 600;

/// The same of structured statements.
const STRUCTURED: usize = 1_600;

/// The greatest library, of constants that each name nearly all of the data.
fn greatest() -> Lib {
    let put = |number: usize| {
        let [low, high, ..] = (DATA_MAX - number % 256).to_le_bytes();
        [0x30, 0, 0, 0, low, high]
    };
    let code: Vec<u8> = (0..CODE_MAX / 6).flat_map(put).collect();
    let isae = "ALU".parse().expect("a set");
    Lib::new(isae, code, vec![0x80; DATA_MAX], Libs::default()).expect("short")
}

#[test]
fn a_file_takes_what_it_is_long() {
    let _turn = turn();
    let file = greatest().to_bytes();
    let (stats, lib) = allocated(|| Lib::from_bytes(&file).expect("a library"));
    assert!(stats.bytes_allocated <= 2 * LIB_FILE_MAX, "{}", stats.bytes_allocated);
    drop(lib);
    // Lengths that are not there take nothing.
    for length in [0, 1, 6, 20] {
        let (stats, result) =
            allocated(|| Lib::from_bytes(&[&file[..length], &[0xFF; 8]].concat()));
        assert!(result.is_err());
        assert!(stats.bytes_allocated <= 1024, "{}", stats.bytes_allocated);
    }
}

#[test]
fn disassembly_and_listing_are_bounded() {
    let _turn = turn();
    let lib = greatest();
    let (stats, instrs) = allocated(|| lib.disassemble::<NoExtension>());
    let most = DECODED_DATA_MAX + 128 * CODE_MAX;
    assert!(stats.bytes_allocated <= most, "{}", stats.bytes_allocated);
    drop(instrs);
    // A byte of a constant becomes `\x80`, and the text grows by doubling.
    let (stats, text) = allocated(|| lib.to_string());
    let most = DECODED_DATA_MAX + 2 * 4 * DECODED_DATA_MAX + 1024 * CODE_MAX;
    assert!(stats.bytes_allocated <= most, "{} for {}", stats.bytes_allocated, text.len());
}

/// Text of 100,000 bytes, good and bad, with the messages for all mistakes.
#[test]
fn text_takes_a_bounded_amount_for_each_byte() {
    let _turn = turn();
    let pieces = [
        "nop;",
        "(",
        "/*",
        "r#\"",
        "@",
        "x y z;",
        "a8[99] ",
        "put a8[0], 999;",
        "let a = a8[0];",
        "l:",
        "jif nowhere;",
        "'",
        "\\",
        "add.uc a8[0], a16[0];",
        "ä",
        "1e9 ",
        "::",
        "\"\n",
        ";\n",
        "mul\n",
    ];
    for piece in pieces {
        let text = piece.repeat(100_000 / piece.len());
        let (stats, message) =
            allocated(|| parse(&text).map_or_else(|errors| errors.to_string(), |_| String::new()));
        let per_byte = stats.bytes_allocated / text.len();
        println!("{piece:?}: {per_byte} bytes a byte, {} bytes of message", message.len());
        assert!(
            per_byte <= REPORTED,
            "{piece:?}: {} bytes for {}",
            stats.bytes_allocated,
            text.len()
        );
    }
}

/// Contracts of 50,000 bytes, good and bad, verified, with the messages for all mistakes. Each beginning and
/// each end stands once, and each piece as often as it fits.
#[test]
fn a_contract_takes_a_bounded_amount_for_each_byte() {
    let _turn = turn();
    let contracts = [
        ("pub fn f() { ", "nop; ", "ret; }"),
        ("pub fn f(x: a8[0]) { ", "again: ifz x; jif again; inc x; ", "ret; }"),
        ("pub fn f() { ret; } ", "pub fn f() { ret; } ", ""),
        ("pub fn f() { ret; } ", "const C: a64 = C; ", ""),
        ("pub enum E in a16[0] { V = 1 } pub fn f() { ", "require st0 => V; ", "ret; }"),
        ("pub enum E in a16[0] { ", "V = 1, ", "} pub fn f() { ret; }"),
        ("pub fn f(", "x: a8[0], ", ") { ret; }"),
        ("pub fn f() { ", "jmp nowhere; ", "ret; }"),
        ("pub fn f() { ", "inc a8[2]; ", "ret; }"),
        ("pub fn f() { ", "loop { ", ""),
        ("", "use \"file\" as file; ", ""),
        ("", "#[allow(unused)] ", ""),
        ("", "func f() { } ", ""),
        ("", "(", ""),
        ("", "{", ""),
        ("", "/*", ""),
        ("", "@", ""),
        ("", "ä", ""),
    ];
    for (beginning, piece, end) in contracts {
        let text = [beginning, &piece.repeat(50_000 / piece.len()), end].concat();
        check_contract(piece, &text, REPORTED);
    }
}

/// The same of structured statements, written as short as they can be: what they stand for is longer than the text.
#[test]
fn statements_take_a_bounded_amount_for_each_byte() {
    let _turn = turn();
    let beginning = "fn h(p: u64) -> (q: u64) { q = p + 1; }
        fn g(p: u64) { return p < 10; }
        pub fn f(x: u64) -> (y: u64) { y = x; ";
    for piece in [
        "y+=1;",
        "y=y*x-x;",
        "y=x%x%x;",
        "y=y<<1;",
        "y=y as i8 as u64;",
        "y=h(h(y));",
        "g(y);",
        "require x==y||g(y);",
        "if y<x{y=x;}",
        "while y<x&&x!=7{y+=1;}",
        "loop{break;}",
        "y=z;",
        "y=g(y);",
        "y=f(y);",
        "let y:u64=1;",
    ] {
        let text = [beginning, &piece.repeat(20_000 / piece.len()), "}"].concat();
        check_contract(piece, &text, STRUCTURED);
    }
}

/// A piece of a contract by its number.
type Piece = fn(usize) -> String;

/// The same with many names that are different.
#[test]
fn a_contract_of_many_names_takes_a_bounded_amount_for_each_byte() {
    let _turn = turn();
    let constant = "a".repeat(50_000);
    let long = format!("const C0: s16 = \"{constant}\"; ");
    let contracts: [(&str, &str, Piece); 6] = [
        ("constants of later ones", "", |n| format!("const C{n}: a64 = C{}; ", n + 1)),
        ("constants of earlier ones", &long, |n| format!("const C{}: s16 = C{n}; ", n + 1)),
        ("unknown routines", "", |n| format!("pub fn f{n}() {{ routine g{n}; ret; }} ")),
        ("unknown libraries", "", |n| format!("pub fn f{n}() {{ call g{n}::h; ret; }} ")),
        ("unknown constants", "", |n| {
            format!("const C{n}: a8 = 1; pub fn f{n}() {{ put a8[0], D{n}; ret; }} ")
        }),
        ("unknown errors", "", |n| {
            format!(
                "pub enum E{n} in a16[0] {{ V{n} = 1 }} pub fn f{n}() {{ require st0 => W{n}; ret; }} "
            )
        }),
    ];
    for (name, beginning, piece) in contracts {
        let text = beginning.to_string() + &(0..2_000).map(piece).collect::<String>();
        check_contract(name, &text, REPORTED);
    }
}

/// Checks what a contract takes for each of its bytes.
fn check_contract(name: &str, text: &str, most: usize) {
    let mut resolve = |_: &str| Err("no file".into());
    let (stats, message) = allocated(|| {
        parse_text::<NoExtension>(text, "contract", "contract.aluasm", &mut resolve)
            .map_or_else(|errors| errors.to_string(), |_| String::new())
    });
    let per_byte = stats.bytes_allocated / text.len();
    println!("{name:?}: {per_byte} bytes a byte, {} bytes of message", message.len());
    assert!(per_byte <= most, "{name:?}: {} bytes", stats.bytes_allocated);
}

/// Lengths that serde is told before the content, and more content than a library can have.
#[test]
fn serde_input_takes_what_is_there() {
    let _turn = turn();
    let lengths = [&[0x00][..], &[0xFF; 9], &[0x01]].concat();
    for start in 0..lengths.len() {
        let (stats, result) = allocated(|| postcard::from_bytes::<Lib>(&lengths[start..]).is_ok());
        assert!(!result);
        assert!(stats.bytes_allocated <= 64 << 10, "{}", stats.bytes_allocated);
    }
    let long = "00".repeat(1 << 20);
    let code = format!(r#"{{"isae":"ALU","code":"{long}","data":"","libs":[]}}"#);
    let (stats, result) = allocated(|| serde_json::from_str::<Lib>(&code).is_ok());
    assert!(!result);
    assert!(stats.bytes_allocated <= 2 * code.len(), "{}", stats.bytes_allocated);
    let id = greatest().id();
    let ids = format!("\"{id}\",").repeat(20_000);
    let libs = format!(r#"{{"isae":"ALU","code":"","data":"","libs":[{ids}"#);
    let (stats, result) = allocated(|| serde_json::from_str::<Lib>(&libs).is_ok());
    assert!(!result);
    assert!(stats.bytes_allocated <= 2 * libs.len(), "{}", stats.bytes_allocated);
    let numbers = format!(r#"{{"isae":"{}"#, "A".repeat(1 << 20));
    let (stats, result) = allocated(|| serde_json::from_str::<Lib>(&numbers).is_ok());
    assert!(!result);
    assert!(stats.bytes_allocated <= 2 * numbers.len(), "{}", stats.bytes_allocated);
}
