//! Structured statements in an editor: variables with their types and places, and each name in its block.

use serde_json::{Value, json};

use crate::client::{Client, edited, part, place, position};

const SPLIT: &str = "\
/// The least share.
const LEAST: u64 = 5;

pub fn split(total: u64, parts: u16, owed: i64) -> (share: u64, rest: u64) {
    let wide: u64 = parts as u64;
    share = total / wide;
    if share < LEAST {
        let loss: u64 = LEAST - share;
        share += loss;
    } else {
        let loss: i64 = owed - 1;
        require loss >= 0;
    }
    add.uc  wide, share;
    test;
    rest = twice(total - share);
}

/// Twice as much.
fn twice(half: u64) -> (whole: u64) {
    whole = half + half;
}
";

fn client(name: &str) -> Client {
    let mut client = Client::with(name, &[]);
    client.open("split.aluasm", SPLIT);
    client
}

#[test]
fn a_variable_shows_its_type_and_its_place() {
    let mut client = client("statements_hover");
    for (what, nth, parts) in [
        ("wide", 0, ["let wide: u64", "a64[6]"]),
        ("wide", 1, ["let wide: u64", "a64[6]"]),
        ("loss", 0, ["let loss: u64", "a64[7]"]),
        ("loss", 1, ["let loss: u64", "a64[7]"]),
        ("loss", 2, ["let loss: i64", "a64[7]"]),
        ("loss", 3, ["let loss: i64", "a64[7]"]),
        ("wide", 2, ["let wide: u64", "a64[6]"]),
        ("owed", 1, ["owed: i64", "a64[3]"]),
        ("parts", 1, ["parts: u16", "a16[0]"]),
        ("LEAST", 1, ["const LEAST: u64", "The least share."]),
        ("twice", 0, ["fn twice(half: u64) -> (whole: u64)", "Twice as much."]),
    ] {
        let shown = client.ask_at("hover", "split.aluasm", &place(SPLIT, what, nth));
        let text = shown["contents"]["value"].as_str().unwrap_or_default();
        for one in parts {
            assert!(text.contains(one), "{what} {nth}: {text:?} lacks {one:?}");
        }
    }
    client.end();
}

#[test]
fn a_variable_is_renamed_and_not_its_namesakes() {
    let mut client = client("statements_rename");
    for (nth, renamed) in [(0, 2), (1, 2), (2, 2), (3, 2)] {
        let mut params = client.at("split.aluasm", &place(SPLIT, "loss", nth));
        params["newName"] = json!("gap");
        let edits = client.ask("textDocument/rename", params);
        let edits = &edits["changes"][client.uri("split.aluasm")];
        let text = edited(SPLIT, edits);
        assert_eq!(text.matches("gap").count(), renamed, "{text}");
        let is_first = nth < 2;
        assert_eq!(text.contains("let gap: u64 = LEAST - share;\n        share += gap;"), is_first);
        assert_eq!(text.contains("let gap: i64 = owed - 1;\n        require gap >= 0;"), !is_first);
    }
    let found = client.ask_at("definition", "split.aluasm", &place(SPLIT, "loss", 3));
    assert_eq!(found["range"]["start"], place(SPLIT, "loss", 2));
    assert_eq!(part(SPLIT, &found["range"]), "loss");
    client.end();
}

/// What is offered in place of a part of the text.
fn offered(client: &mut Client, version: i32, old: &str, new: &str) -> Vec<String> {
    assert!(SPLIT.contains(old), "{old}");
    let text = SPLIT.replacen(old, new, 1);
    let at = text.find('|').expect("a place");
    let text = text.replacen('|', "", 1);
    client.change("split.aluasm", version, &text);
    let items = client.ask_at("completion", "split.aluasm", &position(&text, at));
    let items = items.as_array().into_iter().flatten();
    items.map(|item: &Value| item["label"].as_str().expect("text").into()).collect()
}

#[test]
fn variables_are_offered_where_they_are_known() {
    let mut client = client("statements_completion");
    let whole = ["total", "parts", "owed", "share", "rest", "wide"];
    for (number, (old, new, has, lacks)) in [
        ("total / wide", "total / |", &whole[..], &["loss", "half"][..]),
        ("share += loss", "share += l|", &["loss", "wide", "twice"], &["half"]),
        ("LEAST - share", "LEAST - |", &["share", "LEAST"], &["loss", "half"]),
        ("owed - 1;", "|;", &["owed", "wide"], &["loss"]),
        ("twice(total - share)", "twice(|)", &whole, &["loss"]),
        ("require loss >= 0", "require |", &["loss", "wide"], &[]),
        // In instructions among the statements.
        ("add.uc  wide, share", "add.uc  |, share", &whole, &["loss", "half"]),
        ("add.uc  wide, share", "add.uc  wide, |", &["wide", "share", "total"], &["loss", "parts"]),
        ("    test;", "    test;\n    dup     |", &whole, &["loss", "half"]),
        ("share += loss;", "add.uc  |, share; test;", &["loss", "wide"], &["half"]),
        ("require loss >= 0;", "abs     |", &["loss", "wide"], &["half"]),
        // At the beginning of a statement.
        (
            "    rest = twice",
            "    |\n    rest = twice",
            &["rest", "wide", "twice", "let", "add"],
            &["loss"],
        ),
    ]
    .into_iter()
    .enumerate()
    {
        let words = offered(&mut client, number as i32 + 2, old, new);
        let is_there = |word: &&&str| words.iter().any(|other| other == *word);
        let missing: Vec<_> = has.iter().filter(|word| !is_there(word)).collect();
        let wrong: Vec<_> = lacks.iter().filter(is_there).collect();
        assert!(missing.is_empty() && wrong.is_empty(), "{new}: {missing:?} {wrong:?} {words:?}");
    }
    client.end();
}
