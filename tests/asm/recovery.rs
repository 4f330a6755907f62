//! After an error the block goes on: every error is found, none follows from another, and each
//! instruction statement keeps its place.

use aluvm_core::asm::{TextSpan, assemble, lex, parse};

fn count(source: &str) -> (usize, usize) {
    let tokens = lex(source).expect("tokens");
    let block = assemble::<TextSpan>(&tokens, &[]);
    (block.instrs.len(), block.errors.len())
}

#[test]
fn each_instruction_statement_has_an_entry() {
    assert_eq!(count("nop; nop; nop;"), (3, 0));
    assert_eq!(count("foo; bar a8[1]; nop;"), (3, 2));
    assert_eq!(count("add.uc a8[99], a8[1]; nop; next: ret;"), (3, 1));
    assert_eq!(count("nop\nadd.uc a8[1], a8[2]\nret;"), (3, 2));
    assert_eq!(count("let x = a8[0]; inc x; let y = 5; inc y;"), (2, 1));
    assert_eq!(count(".byte 1, 2; .byte 300; .byte; nop;"), (4, 2));
    assert_eq!(count("add.uc a8[1], ?, a8[3]; nop;"), (2, 1));
    assert_eq!(count("put a8[1], a b c; nop;").0, 2);
}

#[test]
fn errors_behind_the_hundredth_are_counted() {
    assert_eq!(count(&"foo;".repeat(100)), (100, 100));
    for (more, message) in [(1, "there is one more error"), (900, "there are 900 more errors")] {
        let source = "foo;".repeat(100 + more);
        assert_eq!(count(&source), (100 + more, 101));
        // In text that has no tokens as well.
        for (source, piece) in [(source, 4), ("`".repeat(100 + more), 1)] {
            let errors = parse(&source).expect_err("errors");
            let last = errors.iter().last().expect("a hundred and one");
            assert_eq!((errors.iter().len(), last.to_string()), (101, message.into()));
            assert_eq!(last.span.start, 100 * piece);
        }
    }
}

#[test]
fn all_errors_are_found() {
    let source = "ad.uc a8[1], a8[2]; add.uc a8[40], a16[2]; jmp nowhere; put a8[0], 256; ret";
    assert_eq!(count(source), (5, 6));
    // Two errors of one statement.
    assert_eq!(count("add.xx a8[40], a8[2];"), (1, 2));
    assert_eq!(count("neg a8[32]; neg a8[16];"), (2, 2));
}

#[test]
fn no_error_follows_from_another() {
    let one = [
        // The definition is wrong, not its uses.
        "let x = q8[0]; inc x; add.uc x, x;",
        "let x a8[0]; inc x;",
        "let x = ; inc x;",
        "let x = a8[50]; inc x;",
        "let add = a8[0]; inc a8[1];",
        // The statement is wrong, not the label in it or behind it.
        "foo next: jmp next;",
        "next nop; jmp next;",
        "inc a8[0] ? ; next: jmp next;",
        // Nothing more is known of these operands.
        "foo a8[99], 5u8, nowhere;",
        "put q8[0], 256;",
        "add.uc a8[1] a8[2];",
        "inc a8[1] a8[2];",
        "jmp nowhere; jmp nowhere;",
        "add. a8[1], a8[2];",
        "add.u.c a8[1], a8[2];",
    ];
    for source in one {
        assert_eq!(count(source).1, 1, "{source}\n{}", parse(source).expect_err(source));
    }
}

#[test]
fn errors_stand_in_the_order_of_the_source() {
    let source = "jmp nowhere;\nfoo;\nput a8[0], LIMIT;\njmp there;\nbar;\n";
    let errors = parse(source).expect_err("errors");
    let lines: Vec<u32> = errors.iter().map(|error| error.span.line).collect();
    assert_eq!(lines, [1, 2, 3, 4, 5]);
}

#[test]
fn nothing_hangs_or_panics_on_nonsense() {
    let pieces = [
        "add", ".", "uc", "a8", "[", "]", "1", ",", ";", ":", "let", "=", "{", "}", "@", "-",
        "\"x\"", "::", "LIMIT", "#", "!", "(", ")", "next", ".byte", "b'x'", "'", "put", "call",
        "5.", "5e", "0x", "r#", "st0", "inf", "?", "$", "\\", "\n", "/*", "*/", "//", "é",
    ];
    let mut state = 1u64;
    for _ in 0..40_000 {
        let mut source = String::new();
        let length = (state >> 40) % 12;
        for _ in 0..=length {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            source.push_str(pieces[(state >> 33) as usize % pieces.len()]);
            if state >> 63 == 0 {
                source.push(' ');
            }
        }
        if let Err(errors) = parse(&source) {
            assert!(errors.iter().len() > 0);
            assert!(!errors.to_string().is_empty());
        }
    }
    for piece in pieces {
        let source = piece.repeat(10_000);
        let _ = parse(&source);
    }
}
