//! Text that means nothing, and programs with mistakes: each is read, or refused with places that are
//! in the text.

use aluvm_core::asm::{parse, parse_library};
use aluvm_core::isa::{FORMS, Given, Instr, NoExtension};
use aluvm_core::library::{Lib, LibId, LibSite};
use aluvm_tests::{CASES, Random, cases, instruction};

/// Pieces of the language, and of what is none.
const PIECES: &[&str] = &[
    "put",
    "putif",
    "add.uc",
    "add",
    ".n",
    "jif",
    "call",
    "exec",
    "ret",
    "inv",
    "del.e",
    "splt.nn",
    "a8",
    "a16[0]",
    "a1024[31]",
    "f64[1]",
    "f512[0]",
    "r160[2]",
    "s16[3]",
    "s16",
    "st0",
    "[",
    "]",
    "{",
    "}",
    "(",
    ")",
    ",",
    ";",
    ":",
    ".",
    "@",
    "#",
    "!",
    "-",
    "+",
    "=",
    "'",
    "\"",
    "\\",
    "let",
    "next",
    "next:",
    "label",
    "0",
    "1",
    "256",
    "65536",
    "-1",
    "0x",
    "0xFF",
    "0b2",
    "1e400",
    "1e-400",
    "1.5",
    "inf",
    "-inf",
    "nan",
    "true",
    "\"text\"",
    "b\"\\x00\"",
    "b'x'",
    "r#\"raw\"#",
    "LIMIT",
    "path::to",
    "// note",
    "/* open",
    "/* closed */",
    "\n",
    "\t",
    "\r\n",
    "\u{feff}",
    "ä",
    "💥",
    "\0",
    "999999999999999999999999999999999999999999",
    "alu1qqqq",
    ".byte",
    ".data",
    ".isae",
    ".lib",
    "1_000",
    "1u8",
    "a16[99]",
    "A8[0]",
    "Put",
    "0x1.8p3",
    "99999999999e99999999999",
    "$",
    "///",
    "//!",
];

fn pieces(random: &mut Random) -> String {
    let mut text = String::new();
    for _ in 0..random.below(30) {
        text.push_str(random.pick::<&str>(PIECES));
        if random.chance(70) {
            text.push(' ');
        }
    }
    text
}

/// A program as it is printed.
fn program(random: &mut Random) -> String {
    let mut text = String::new();
    for number in 0..random.below(8) {
        let form = random.pick(FORMS);
        let word = instruction::word(form, u128::from(random.next_number()) << 8);
        let instr = Instr::from_word(word, Given::Nothing).expect("a row");
        if random.chance(20) {
            text += &format!("label{number}: ");
        }
        text += &format!("{instr};\n");
    }
    text
}

/// Changes, removes and inserts characters.
fn mutate(text: &str, random: &mut Random) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    for _ in 0..=random.below(4) {
        let at = random.below(characters.len() as u64 + 1) as usize;
        let other = random.pick(PIECES).chars().next().unwrap_or('x');
        match random.below(4) {
            0 if at < characters.len() => characters[at] = other,
            1 if at < characters.len() => drop(characters.remove(at)),
            2 => characters.insert(at, other),
            _ => {
                let piece = random.pick(PIECES).chars();
                characters.splice(at..at, piece);
            }
        }
    }
    characters.into_iter().collect()
}

fn check(text: &str) -> bool {
    let result = parse(text);
    if let Err(errors) = &result {
        assert!(errors.iter().len() > 0, "{text}");
        let lines = text.split('\n').count() as u32;
        for error in errors.iter() {
            assert!((1..=lines).contains(&error.span.line), "{text}");
            assert!(error.span.column >= 1, "{text}");
            let (start, end) = (error.span.start as usize, error.span.end as usize);
            assert!(start <= end && end <= text.len(), "{text}");
            assert!(text.get(start..end).is_some(), "a place within a character: {text}");
        }
        assert!(errors.to_string().starts_with("error: "));
    }
    let _ = parse_library::<NoExtension>(text).is_ok_and(|source| source.encode().is_ok());
    let _ = (text.parse::<Instr>(), text.parse::<LibId>(), text.parse::<LibSite>());
    result.is_ok()
}

#[test]
fn any_text_is_read_or_refused_at_a_place() {
    let mut random = Random::new(31);
    let (mut read, mut refused) = (0, 0);
    for _ in 0..cases(CASES) {
        let text = match random.below(3) {
            0 => pieces(&mut random),
            1 => {
                let program = program(&mut random);
                assert!(check(&program), "{program}");
                mutate(&program, &mut random)
            }
            _ => String::from_utf8_lossy(&random.bytes(60)).into_owned(),
        };
        if check(&text) {
            read += 1;
        } else {
            refused += 1;
        }
    }
    let all = cases(CASES);
    assert!(read > all / 200 && refused > all / 20, "{read} {refused}");
}

/// Deep brackets, long tokens and many errors do not exhaust the stack or the patience of anyone.
#[test]
fn long_text_is_no_danger() {
    for piece in ["(", "{", "[", "/*", "\"", "put ", "a8[", "::", "1", "-", ";", "a.b.", "let x = "]
    {
        assert!(!check(&format!("nop {}", piece.repeat(50_000))), "{piece}");
    }
    assert!(check(&"nop; ".repeat(65_535)));
    assert!(!check(&format!("put f512[0], 1e{};", "9".repeat(20_000))));
    assert!(check(&format!("put a1024[0], {}1;", "0".repeat(20_000))));
    assert!(check(&format!("put f64[0], 0.{}1;", "0".repeat(20_000))));
    // What text costs is counted by benches/hostile/check: none of it grows with the square of its length.
    assert!(!check(&format!("put s16[0], r{}{}", "#".repeat(300_000), "\"".repeat(300_000))));
    let names =
        |number: usize| format!("let p{number} = a8[0]; inc q{number}; put a8[0], r{number};");
    assert!(!check(&(0..20_000).map(names).collect::<String>()));
    let text = "nop; ".repeat(20_000);
    let lib: Lib = text.parse().expect("well-formed");
    assert_eq!(lib.code().len(), 20_000);
}
