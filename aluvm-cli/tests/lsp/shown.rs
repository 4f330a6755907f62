//! What is shown beside a text: documentation, symbols, kinds of words, costs, and what runs a routine.

use serde_json::{Value, json};

use crate::client::{Client, edited, part, place};
use crate::{MATH, VAULT};

fn client(name: &str, text: &str) -> Client {
    let mut client = Client::with(name, &[("math.aluasm", MATH)]);
    client.open("vault.aluasm", text);
    client
}

fn hover(client: &mut Client, text: &str, what: &str, nth: usize) -> String {
    let shown = client.ask_at("hover", "vault.aluasm", &place(text, what, nth));
    shown["contents"]["value"].as_str().unwrap_or_default().into()
}

#[test]
fn words_are_explained() {
    let mut client = client("hover", VAULT);
    for (what, nth, parts) in [
        // Of the row of the table that the operands choose.
        (
            "sub.uc",
            0,
            &["sub.uc aN[i], aN[j]", "Subtracts the second integer", "- `.uc` unsigned"][..],
        ),
        ("uc", 0, &["`.uc` unsigned, overflow gives an undefined result"]),
        ("clr     spare", 0, &["Makes an integer register undefined", "2 bytes, costs 2"]),
        ("a32[1]", 1, &["`a32[1]`", "let needed = a32[1]"]),
        ("needed", 1, &["let needed = a32[1]"]),
        ("age,", 0, &["age: a32[0]"]),
        ("MATURITY", 1, &["const MATURITY: a32 = 6"]),
        ("TooEarly", 1, &["TooEarly = 1 in a8[0]", "of `Refusal`", "Not yet."]),
        (
            "double",
            0,
            &["pub fn double(value: a64[0]) -> (value: a64[0])", "costs 3", "Twice as much."],
        ),
        ("tidy", 0, &["fn tidy()", "costs 6"]),
        ("withdraw(", 0, &["pub fn withdraw(balance: a64[0], amount", "costs ", "Takes `amount`"]),
        ("enough", 0, &["enough: at 0x"]),
        ("math", 2, &["use \"math.aluasm\" as math"]),
    ] {
        let shown = hover(&mut client, VAULT, what, nth);
        for part in parts {
            assert!(shown.contains(part), "{what}: {shown}");
        }
    }
    // One row and not those of floats.
    assert!(!hover(&mut client, VAULT, "sub.uc", 0).contains("float"));
    for what in ["Größer", "=> TooEarly", "6;"] {
        assert_eq!(hover(&mut client, VAULT, what, 0), "", "{what}");
    }
    client.end();
}

#[test]
fn unfinished_text_is_explained_too() {
    let text = VAULT.replace("        ret;\n}\n\nfn tidy", "        add.uc balance, \n\nfn tidy");
    let mut client = client("unfinished", &text);
    assert!(hover(&mut client, &text, "double", 0).contains("Twice as much."));
    assert!(hover(&mut client, &text, "spare", 1).contains("let spare = a16[3]"));
    assert!(hover(&mut client, &text, "tidy", 0).contains("fn tidy()"));
    // All that it can be.
    let shown = hover(&mut client, &text, "add.uc", 0);
    assert!(shown.contains("add.uc") && shown.contains("Adds"), "{shown}");
    let symbols = client.ask_of("documentSymbol", "vault.aluasm");
    let names: Vec<&Value> =
        symbols.as_array().expect("a list").iter().map(|one| &one["name"]).collect();
    assert_eq!(names, ["math", "MATURITY", "needed", "Refusal", "withdraw", "tidy"]);
    client.end();
}

#[test]
fn symbols_are_a_tree() {
    let mut client = client("symbols", VAULT);
    let symbols = client.ask_of("documentSymbol", "vault.aluasm");
    let names = |list: &Value| -> Vec<String> {
        let list = list.as_array().into_iter().flatten();
        list.map(|one| one["name"].as_str().expect("text").into()).collect()
    };
    assert_eq!(names(&symbols), ["math", "MATURITY", "needed", "Refusal", "withdraw", "tidy"]);
    assert_eq!(names(&symbols[3]["children"]), ["TooEarly", "Overspent"]);
    let inner = names(&symbols[4]["children"]);
    assert_eq!(inner, ["balance", "amount", "age", "rest", "enough"]);
    assert_eq!(names(&symbols[5]["children"]), ["spare"]);
    let withdraw = part(VAULT, &symbols[4]["range"]);
    assert!(
        withdraw.starts_with("pub fn withdraw(") && withdraw.ends_with("ret;\n}"),
        "{withdraw}"
    );
    assert_eq!(part(VAULT, &symbols[4]["selectionRange"]), "withdraw");
    client.end();
}

#[test]
fn words_have_kinds() {
    let mut client = Client::new("kinds");
    let able = client.begin(&[]);
    let legend = able["capabilities"]["semanticTokensProvider"]["legend"]["tokenTypes"].clone();
    client.open("vault.aluasm", VAULT);
    let data = client.ask_of("semanticTokens/full", "vault.aluasm")["data"].clone();
    let numbers: Vec<u64> = data
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| one.as_u64().expect("a number"))
        .collect();
    let (mut line, mut column) = (0, 0);
    let mut words = Vec::new();
    for token in numbers.chunks(5) {
        column = if token[0] == 0 { column + token[1] } else { token[1] };
        line += token[0];
        let range = json!({
            "start": { "line": line, "character": column },
            "end": { "line": line, "character": column + token[2] },
        });
        let kind = legend[token[3] as usize].as_str().expect("a kind").to_string();
        words.push((part(VAULT, &range), kind));
    }
    for (word, kind) in [
        ("//! Pays out late. Größer als früher: 𝔸.", "comment"),
        ("use", "keyword"),
        ("\"math.aluasm\"", "string"),
        ("math", "namespace"),
        ("MATURITY", "variable"),
        ("a32", "type"),
        ("6", "number"),
        ("Refusal", "enum"),
        ("TooEarly", "enumMember"),
        ("pub", "keyword"),
        ("withdraw", "function"),
        ("balance", "parameter"),
        ("put", "macro"),
        ("uc", "modifier"),
        ("require", "keyword"),
        ("double", "function"),
        ("enough", "label"),
        ("tidy", "function"),
    ] {
        let kinds: Vec<&str> = words
            .iter()
            .filter(|(found, _)| found == word)
            .map(|(_, kind)| kind.as_str())
            .collect();
        let first = kinds.first().copied();
        assert_eq!(first, Some(kind), "{word}");
        assert!(kinds.iter().all(|other| *other == kind) || word == "a32", "{word}: {kinds:?}");
    }
    client.end();
}

#[test]
fn costs_stand_beside_what_has_them() {
    let mut client = client("costs", VAULT);
    let all =
        json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 99, "character": 0 } });
    let document = json!({ "uri": client.uri("vault.aluasm") });
    let params = json!({ "textDocument": document, "range": all });
    let hints = client.ask("textDocument/inlayHint", params);
    let line_of = |hint: &Value| {
        let line = hint["position"]["line"].as_u64().expect("a number") as usize;
        VAULT.lines().nth(line).expect("a line").trim()
    };
    let hints: Vec<(&str, &str)> = hints
        .as_array()
        .expect("a list")
        .iter()
        .map(|hint| (line_of(hint), hint["label"].as_str().expect("text")))
        .collect();
    for expected in [
        ("put     needed, MATURITY;", "2"),
        // `put`, `sub` and `test`.
        ("require sub.uc age, needed => TooEarly;", "5"),
        // `call`, and what it calls: `add` and `ret`.
        ("call    math::double;", "5"),
        ("fn tidy() {", "costs 6"),
        // `routine`, and the 6 of that.
        ("routine tidy;", "8"),
    ] {
        assert!(hints.contains(&expected), "{expected:?} in {hints:?}");
    }
    client.end();
}

#[test]
fn a_text_gets_its_layout() {
    let rough = VAULT.replace("        call    math", "call  math").replace("a16[3];", "a16 [3] ;");
    let mut client = client("layout", &rough);
    let params = json!({
        "textDocument": { "uri": client.uri("vault.aluasm") },
        "options": { "tabSize": 8, "insertSpaces": true },
    });
    let edits = client.ask("textDocument/formatting", params.clone());
    let laid_out = edited(&rough, &edits);
    assert_eq!(laid_out, aluvm_cli::format(VAULT).expect("it has tokens"));
    assert_ne!(laid_out, rough);
    client.change("vault.aluasm", 2, &laid_out);
    assert_eq!(client.ask("textDocument/formatting", params.clone()), json!([]));
    // Of what cannot be read nothing is moved.
    client.change("vault.aluasm", 3, &rough.replace('}', ""));
    assert_eq!(client.ask("textDocument/formatting", params), Value::Null);
    client.end();
}

#[test]
fn routines_can_be_run() {
    let mut client = client("lenses", VAULT);
    let lenses = client.ask_of("codeLens", "vault.aluasm");
    let argument = json!({
        "uri": client.uri("vault.aluasm"),
        "routine": "withdraw",
        "inputs": ["balance", "amount", "age"],
    });
    for (number, title) in ["run", "debug"].into_iter().enumerate() {
        assert_eq!(part(VAULT, &lenses[number]["range"]), "withdraw");
        let command = &lenses[number]["command"];
        assert_eq!(command["title"], title);
        assert_eq!(command["command"], format!("alu.{title}"));
        assert_eq!(command["arguments"], json!([argument]));
    }
    // What others cannot call, nobody runs.
    assert_eq!(lenses.as_array().map(Vec::len), Some(2));
    client.end();
}
