//! Random contracts and libraries, torn apart and with comments in between, become the same library.

use aluvm_core::asm::{Token, TokenKind, lex};
use aluvm_core::contract::parse_text;
use aluvm_core::isa::NoExtension;
use aluvm_core::library::{Isae, Lib, Libs};
use aluvm_tests::contract::RandomContract;
use aluvm_tests::{Random, cases};

use crate::laid_out;

/// White space and comments, of which each has a number of its own.
struct Gaps<'r> {
    random: &'r mut Random,
    comments: Vec<String>,
}

impl Gaps<'_> {
    /// What can stand between two tokens that must not touch.
    fn gap(&mut self) -> String {
        let mut gap = String::new();
        for _ in 0..=self.random.below(3) {
            let space =
                *self.random.pick(&[" ", "\n", "\t", "  ", "\n\n", "\r\n", "\n\n\n", " \n"]);
            gap.push_str(space);
            if self.random.chance(15) {
                gap.push_str(&self.comment());
            }
        }
        gap
    }

    fn comment(&mut self) -> String {
        let number = self.comments.len();
        let comment = match self.random.below(4) {
            0 => format!("/* ; {{ {number} */"),
            1 => format!("/* {number} /* inner */\n  }} */"),
            2 => format!("/*{number}*/"),
            _ => format!("// {number} ; {{ \""),
        };
        self.comments.push(comment.clone());
        let is_line = comment.starts_with("//");
        comment + if is_line { "  \n" } else { "" }
    }

    /// The text with gaps between its tokens, also where there is none.
    fn torn(&mut self, text: &str) -> String {
        let mut torn = String::new();
        for Token { span, .. } in lex(text).expect("tokens") {
            let (start, end) = (span.start as usize, span.end as usize);
            let is_apart = start > 0 && text.as_bytes()[start - 1].is_ascii_whitespace();
            if is_apart || self.random.chance(10) {
                torn.push_str(&self.gap());
            }
            torn.push_str(&text[start..end]);
        }
        torn + &self.gap()
    }
}

/// The tokens of a text without commas behind the last of a list, and however its lines end.
fn kinds(text: &str) -> Vec<TokenKind<'static>> {
    let text = text.replace("\r\n", "\n");
    let tokens = lex(&text).expect("tokens").into_iter();
    let mut kinds: Vec<TokenKind<'_>> = tokens.map(|token| token.into_owned().kind).collect();
    let is_close = |kind: Option<&TokenKind<'_>>| matches!(kind, Some(TokenKind::Close(_)));
    let is_last: Vec<bool> = (0..kinds.len()).map(|at| is_close(kinds.get(at + 1))).collect();
    let mut is_last = is_last.into_iter();
    kinds.retain(|kind| !(is_last.next() == Some(true) && *kind == TokenKind::Punct(',')));
    kinds
}

/// Checks that the comments stand in a text, in this order.
fn check_comments(text: &str, comments: &[String]) {
    let mut rest = text;
    for comment in comments {
        let at = rest.find(comment.as_str());
        let at = at.unwrap_or_else(|| panic!("{comment} is not in its place of\n{text}"));
        rest = &rest[at + comment.len()..];
    }
}

/// Tears a text apart, and gives its layout.
fn check(random: &mut Random, text: &str) -> String {
    let mut gaps = Gaps { random, comments: vec![] };
    let torn = gaps.torn(text);
    let after = laid_out(&torn);
    let has_no_return: Vec<String> =
        gaps.comments.iter().map(|one| one.replace('\r', "")).collect();
    check_comments(&after.replace('\r', ""), &has_no_return);
    assert_eq!(kinds(&after), kinds(&torn), "{torn}\n{after}");
    after
}

#[test]
fn contracts_stay_the_same_library() {
    let mut random = Random::new(0xF0_47);
    let build = |text: &str| {
        let none = &mut |_: &str| Err("nothing".into());
        let library = parse_text::<NoExtension>(text, "contract", "contract.aluasm", none);
        library.unwrap_or_else(|errors| panic!("{text}\n{errors}")).lib
    };
    for _ in 0..cases(1_000) {
        let RandomContract { text, .. } = RandomContract::new(&mut random, &[]);
        let expected = build(&text);
        assert_eq!(build(&check(&mut random, &text)), expected);
        assert_eq!(build(&laid_out(&text)), expected);
    }
}

#[test]
fn disassemblies_are_laid_out_already() {
    let mut random = Random::new(0xD15);
    let isae: Isae = "ALU BPDIGEST ED25519 SECP256K".parse().expect("known");
    for _ in 0..cases(1_000) {
        let (mut code, data) = (random.bytes(80), random.bytes(40));
        code.push(0);
        let libs = Libs::new([]).expect("few");
        let lib = Lib::new(isae.clone(), code, data, libs).expect("short");
        let text = lib.to_string();
        assert_eq!(laid_out(&text), text);
        let after = check(&mut random, &text);
        assert_eq!(after.parse::<Lib>().as_ref(), Ok(&lib), "{after}");
    }
}

#[test]
fn text_that_means_nothing_keeps_its_tokens() {
    const WORDS: [&str; 39] = [
        "pub", "fn", "enum", "const", "let", "use", "name", "put", ".", "byte", "uc", ":", ":",
        ";", ";", ";", ",", ",", "=", ">", "-", "5", "0x1F", "\"a\nb\"", "b'x'", "#", "!", "@",
        "?", "+", "<", "&", "/", "require", "as", "()", "[0]", "{}", "{ ret; }",
    ];
    let mut random = Random::new(0x7E47);
    for _ in 0..cases(5_000) {
        let mut text = String::new();
        let mut open = Vec::new();
        for _ in 0..random.below(30) {
            match random.below(12) {
                0 => {
                    let (bracket, close) = *random.pick(&[("(", ")"), ("[", "]"), ("{", "}")]);
                    text.push_str(bracket);
                    open.push(close);
                }
                1 => text.push_str(open.pop().unwrap_or_default()),
                _ => text.push_str(random.pick::<&str>(&WORDS)),
            }
            text.push(' ');
        }
        while let Some(close) = open.pop() {
            text.push_str(close);
        }
        if lex(&text).is_ok() {
            check(&mut random, &text);
        }
    }
}
