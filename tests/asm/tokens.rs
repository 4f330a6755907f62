//! Text falls into the tokens of rustc: `proc-macro2` reads it as the judge. Where that takes what rustc
//! refuses, the rule stands here.

use std::str::FromStr;

use aluvm_core::asm::{Delimiter, TokenKind, lex, parse};
use aluvm_core::isa::Data;
use aluvm_tests::cases;
use proc_macro2::{Spacing, TokenStream, TokenTree};
use proptest::collection::vec;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// The tokens that the assembler reads; none if it refuses the text.
fn ours(text: &str) -> Option<Vec<TokenKind<'_>>> {
    lex(text).ok().map(|tokens| tokens.into_iter().map(|token| token.kind).collect())
}

/// The tokens of rustc; none if it refuses the text.
fn rustc(text: &str) -> Option<Vec<TokenKind<'static>>> {
    let mut tokens = Vec::new();
    flatten(text, TokenStream::from_str(text).ok()?, &mut tokens)?;
    Some(tokens)
}

fn flatten(text: &str, stream: TokenStream, tokens: &mut Vec<TokenKind<'_>>) -> Option<()> {
    let mut is_lifetime = false;
    for tree in stream {
        let behind = &text[tree.span().byte_range().end..];
        match tree {
            TokenTree::Group(group) => {
                let delimiter = match group.delimiter() {
                    proc_macro2::Delimiter::Parenthesis => Delimiter::Parenthesis,
                    proc_macro2::Delimiter::Bracket => Delimiter::Bracket,
                    _ => Delimiter::Brace,
                };
                tokens.push(TokenKind::Open(delimiter));
                flatten(text, group.stream(), tokens)?;
                tokens.push(TokenKind::Close(delimiter));
            }
            TokenTree::Ident(ident) => {
                let name = ident.to_string();
                let is_raw = name.starts_with("r#");
                // `'r#a'` is a wrong character.
                if is_raw && is_lifetime && behind.starts_with('\'') {
                    return None;
                }
                if !is_raw && !is_lifetime && behind.starts_with(['"', '\'', '#']) {
                    return None;
                }
                let name: String = name.trim_start_matches("r#").nfc().collect();
                tokens.push(TokenKind::Ident(name.into()));
            }
            TokenTree::Punct(punct) => {
                if punct.as_char() == '#' && behind.starts_with(['#', '"']) {
                    return None;
                }
                is_lifetime = punct.as_char() == '\'' && punct.spacing() == Spacing::Joint;
                tokens.push(TokenKind::Punct(punct.as_char()));
                continue;
            }
            TokenTree::Literal(literal) => {
                let literal = literal.to_string();
                if is_no_number(&literal, behind) {
                    return None;
                }
                tokens.push(TokenKind::Literal(literal.into()));
            }
        }
        is_lifetime = false;
    }
    Some(())
}

/// Whether rustc finds no number in what begins like one: a float with a prefix, an exponent without digits.
fn is_no_number(literal: &str, behind: &str) -> bool {
    if !literal.starts_with(|first: char| first.is_ascii_digit()) {
        return false;
    }
    let mut next = behind.chars();
    let is_fraction = next.next() == Some('.')
        && next.next().is_none_or(|c| c != '.' && c != '_' && !unicode_ident::is_xid_start(c));
    match literal.as_bytes() {
        [b'0', b'x', ..] => is_fraction,
        [b'0', b'b' | b'o', digits @ ..] => {
            let suffix = digits.iter().find(|byte| **byte != b'_' && !byte.is_ascii_digit());
            is_fraction || matches!(suffix, Some(b'e' | b'E'))
        }
        _ => {
            let mut parts = literal.splitn(2, ['e', 'E']);
            let is_whole =
                |text: &str| text.bytes().all(|b| matches!(b, b'_' | b'.' | b'0'..=b'9'));
            let is_float = parts.next().is_some_and(is_whole);
            let exponent = parts.next().map(|text| text.trim_start_matches(['+', '-', '_']));
            let is_exponent = |text: &str| {
                let suffix = text.trim_start_matches(|c: char| c == '_' || c.is_ascii_digit());
                text.starts_with(|c: char| c.is_ascii_digit())
                    && suffix.chars().next().is_none_or(unicode_ident::is_xid_start)
            };
            is_float && exponent.is_some_and(|text| !is_exponent(text))
        }
    }
}

/// Pieces that touch each other in surprising ways.
const PIECES: &[&str] = &[
    "a", "b", "c", "r", "br", "cr", "e", "E", "x", "u8", "_", "__", "é", "e\u{301}", "ﬁ", "Å",
    "京", "ª", "\u{B7}", "0", "1", "7", "9", "10", "0x", "0b", "0o", "0B", "0x1F", "1.", "1.5",
    "1e", "1e5", "1e_5", "1E-3", ".", "..", "+", "-", "*", "/", "%", "#", "!", "$", "&", "|", "=",
    "<", ">", "~", "?", "@", "^", ",", ";", ":", "::", "'", "\"", "\\", "`", "'a", "'a'", "'\\''",
    "'static", "'r#a", "r#", "r#a", "r#self", "r#\"", "\"#", "b'", "b'x'", "b\"", "\"\"", "\"x\"",
    "r\"x\"", "c\"x\"", "\\\"", "\\n", "\\x41", "\\u{41}", "(", ")", "[", "]", "{", "}", "()",
    "[]", "{}", " ", " ", "\n", "\t", "\r\n", "\r", "\u{200E}", "\u{2028}", "\u{85}", "\u{FEFF}",
    "/* */", "/*", "*/", "//", "// x\n", "\0", "\u{7F}", "\u{301}", "\u{200D}", "👍", "…", "“",
];

fn soup() -> impl Strategy<Value = String> {
    vec(prop::sample::select(PIECES), 0..8).prop_map(|pieces| pieces.concat())
}

/// Any characters, more often those that can belong to a name.
fn unicode() -> impl Strategy<Value = String> {
    vec(
        prop_oneof!["[a-zA-Z0-9_'\"#.]", any::<char>().prop_map(String::from), "\\p{L}", "\\p{M}"],
        0..8,
    )
    .prop_map(|pieces| pieces.concat())
}

/// Whether there is something in a text of which `proc-macro2` says nothing about rustc: doc comments become
/// attributes, it takes for white space what rustc does not, and `'r"x"` for a quote before a raw string.
fn is_beside(text: &str) -> bool {
    let prefixes = ["b", "c", "r", "br", "cr"];
    let is_behind_quote = |prefix: &str| {
        text.contains(&format!("'{prefix}\"")) || text.contains(&format!("'{prefix}#"))
    };
    let is_white_space_of_rustc = |c: char| {
        matches!(
            c,
            '\t'..='\r' | ' ' | '\u{85}' | '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}'
        )
    };
    text.chars().any(|c| c.is_whitespace() && !is_white_space_of_rustc(c))
        || prefixes.iter().any(|prefix| is_behind_quote(prefix))
        || ["///", "//!", "/**", "/*!"].iter().any(|doc| text.contains(doc))
}

/// Whether a literal of ours has a value, in the place that its kind is for.
fn has_value(literal: &str) -> bool {
    let register = match literal.as_bytes() {
        [b'0'..=b'9', ..] if literal.contains(['.', 'e', 'E']) => "f256[0]",
        [b'0'..=b'9', ..] | [b'b', b'\'', ..] => "a1024[0]",
        _ => "s16[0]",
    };
    parse(&format!("put {register}, {literal};")).is_ok()
}

/// Compares the readers, but for hexadecimal floats, which Rust does not have. A literal that is no literal for rustc may be one here as long as it has no value.
fn compare(text: &str) -> Result<(), TestCaseError> {
    let has_hexadecimal_float = text.contains("0x") && text.contains(['.', 'p', 'P']);
    if is_beside(text) || has_hexadecimal_float {
        return Ok(());
    }
    match (ours(text), rustc(text)) {
        (ours, Some(rustc)) => prop_assert_eq!(ours, Some(rustc), "{:?}", text),
        (None, None) => {}
        (Some(tokens), None) => {
            let is_refused = |token: &TokenKind<'_>| matches!(token, TokenKind::Literal(text) if !has_value(text));
            prop_assert!(tokens.iter().any(is_refused), "{:?} is {:?}", text, tokens);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(20_000)))]

    #[test]
    fn pieces_of_rust(text in soup()) {
        compare(&text)?;
    }

    #[test]
    fn any_characters(text in unicode()) {
        compare(&text)?;
    }

    #[test]
    fn strings(
        prefix in prop::sample::select(vec!["", "b", "r", "br", "r#", "br##"]),
        pieces in vec(prop::sample::select(vec![
            "a", "'", "\"", "\"#", "é", "\\n", "\\r", "\\t", "\\0", "\\\\", "\\'", "\\\"", "\\q", "\\x41", "\\x7f",
            "\\x80", "\\xFF", "\\x4", "\\xg0", "\\u{41}", "\\u{1F600}", "\\u{1_F6__00_}", "\\u{_41}", "\\u{}",
            "\\u{D800}", "\\u{110000}", "\\u{0000041}", "\\u", "\\u{41", "\\\n  ", "\\\r\n\t", "\n", "\r\n",
            "\t", "\0", "#", " ",
        ]), 0..5),
    ) {
        let hashes = "#".repeat(prefix.matches('#').count());
        let literal = format!("{prefix}\"{}\"{hashes}", pieces.concat());
        let found = parse(&format!("put s16[0], {literal};")).ok();
        let found = found.map(|instrs| instrs[0].data().and_then(Data::bytes).map(<[u8]>::to_vec));
        // rustc makes the ends of lines the same before anything else, `syn` in some strings only.
        let expected = match syn::parse_str::<syn::Lit>(&literal.replace("\r\n", "\n")) {
            Ok(syn::Lit::Str(text)) if text.suffix().is_empty() => Some(text.value().into_bytes()),
            Ok(syn::Lit::ByteStr(text)) if text.suffix().is_empty() => Some(text.value()),
            _ => None,
        };
        prop_assert_eq!(found, expected.map(Some), "{:?}", literal);
    }

    #[test]
    fn bytes(pieces in vec(prop::sample::select(vec![
        "a", "ab", "'", "\\'", "\"", "é", "\\n", "\\0", "\\\\", "\\q", "\\x41", "\\xFF", "\\x4", "\\u{41}", "\n", "\r",
        "\t", "/", " ", "",
    ]), 0..3)) {
        let literal = format!("b'{}'", pieces.concat());
        let found = parse(&format!("put a8[0], {literal};")).ok();
        let found = found.map(|instrs| instrs[0].data().and_then(Data::bytes).map(<[u8]>::to_vec));
        let expected = match syn::parse_str::<syn::Lit>(&literal) {
            // These are written as escapes, which `syn` does not ask for.
            _ if ["b'\n'", "b'\t'", "b'\r'", "b'''"].contains(&literal.as_str()) => None,
            Ok(syn::Lit::Byte(byte)) if byte.suffix().is_empty() => Some(vec![byte.value()]),
            _ => None,
        };
        prop_assert_eq!(found, expected.map(Some), "{:?}", literal);
    }
}

#[test]
fn each_character_is_what_it_is_in_rust() {
    for character in '\0'..=char::MAX {
        for text in [format!("{character}"), format!("a{character}"), format!("1{character}")] {
            compare(&text).unwrap_or_else(|error| panic!("{error}"));
        }
    }
}

#[test]
fn white_space_is_that_of_patterns() {
    let is_space = |character: &char| ours(&character.to_string()) == Some(Vec::new());
    let found: String = ('\0'..=char::MAX).filter(is_space).collect();
    // A byte order mark is one only where the text begins.
    assert_eq!(found, "\t\n\u{B}\u{C}\r \u{85}\u{200E}\u{200F}\u{2028}\u{2029}\u{FEFF}");
    assert_eq!(ours("a\u{FEFF}"), None);
    assert_eq!(ours("\u{FEFF}\u{FEFF}"), None);
}

#[test]
fn a_byte_order_mark_takes_no_column() {
    let errors = parse("\u{FEFF}foo;").expect_err("no mnemonic");
    let span = errors.iter().next().map(|error| error.span).expect("an error");
    assert_eq!((span.line, span.column, span.start, span.end), (1, 1, 3, 6));
    let report = "error: unknown mnemonic `foo`\n --> 1:1\n  |\n1 | foo;\n  | ^^^\n";
    assert!(errors.to_string().starts_with(report), "{errors}");
}

#[test]
fn names_that_look_the_same_are_the_same() {
    let text = "let é = a16[3]; inc e\u{301}; jmp ﬁn; ﬁn: ret;";
    assert_eq!(parse(text), parse("let x = a16[3]; inc x; jmp next; next: ret;"));
    assert!(parse("jmp ﬁn; fin: ret;").is_err(), "compatible letters are others");
}

#[test]
fn a_carriage_return_stands_before_a_line_feed() {
    for literal in ["\"\r\"", "b\"\r\"", "r\"\r\"", "br\"\r\"", "\"\r\r\n\"", "\"\\\r\"", "b'\r'"] {
        assert!(parse(&format!("put s16[0], {literal};")).is_err(), "{literal:?}");
    }
    assert_eq!(parse("put s16[0], \"\\\n \r\";"), parse("put s16[0], \"\";"));
}

#[test]
fn floats_have_the_exponents_of_rust() {
    for literal in
        ["1e5", "1e_5", "1e+_5_", "1E5", "1.e5", "1.0e5", "1_0.0_e4", "100_000.", "0x_1.8p0"]
    {
        let found = parse(&format!("put f64[0], {literal};"));
        match literal {
            // `e5` is a name behind this point.
            "1.e5" => assert!(found.is_err()),
            "0x_1.8p0" => assert_eq!(found, parse("put f64[0], 1.5;")),
            _ => assert_eq!(found, parse("put f64[0], 100000;"), "{literal}"),
        }
    }
}

#[test]
fn what_is_no_token_says_why() {
    let all = [
        ("jmp x\"a\";", "`x` is no prefix of a literal; white space must stand behind it", 4..5),
        ("jmp next'a;", "`next` is no prefix of a literal; white space must stand behind it", 4..8),
        ("jmp 'a#;", "`'a` is no prefix of a literal; white space must stand behind it", 4..6),
        ("ret; ## end", "`##` has no meaning in Rust", 5..6),
        ("ret; #\"end\"#", "`#\"` has no meaning in Rust", 5..6),
        ("jmp r#self;", "`self` cannot be written as `r#self`", 4..10),
        ("jmp r##next;", "a raw string has only `#` between its `r` and its quote", 4..7),
        ("jmp '1a;", "neither a character nor a lifetime begins like this", 4..7),
        ("jmp `next;", "unexpected character ``", 4..5),
        ("jmp next\u{A0};", "unexpected character `\\u{a0}`", 8..10),
        ("put a8[0], 0b1.5;", "a number with a fraction or an exponent is decimal", 11..16),
        ("put a8[0], 0o1e5;", "a number with a fraction or an exponent is decimal", 11..16),
        ("put f32[0], 1e;", "the exponent of this number has no digits", 12..14),
        ("put f32[0], 1.0e+;", "the exponent of this number has no digits", 12..17),
        ("put a8[0], 0B1;", "the prefix of a number is lower case: write `0b1`", 11..14),
        ("put a8[0], 0X1F;", "the prefix of a number is lower case: write `0x1F`", 11..15),
        ("put a8[0], b'\t';", "this byte is written as an escape, `\\t`", 11..15),
        ("put a8[0], b''';", "this byte is written as an escape, `\\'`", 11..15),
    ];
    for (text, message, place) in all {
        let errors = parse(text).expect_err(text);
        let error = errors.iter().next().expect("an error");
        let found = error.span.start as usize..error.span.end as usize;
        assert!(error.to_string().starts_with(message), "{text}: {error}");
        assert_eq!(found, place, "{text}");
    }
    let hashes = "#".repeat(256);
    assert!(parse(&format!("put s16[0], r{hashes}\"\"{hashes};")).is_err());
    let fewer = &hashes[1..];
    assert!(parse(&format!("put s16[0], r{fewer}\"\"{fewer};")).is_ok());
}
