//! Definitions, references, and other names, over files.

use std::fs;

use serde_json::{Value, json};

use crate::client::{Client, edited, part, place};
use crate::{MATH, VAULT};

fn client(name: &str) -> Client {
    let mut client = Client::with(name, &[("math.aluasm", MATH)]);
    client.open("vault.aluasm", VAULT);
    client
}

#[test]
fn a_name_leads_to_where_it_is_given() {
    let mut client = client("definition");
    // What is asked at, how often it stands before, and where it is given.
    let names = [
        ("MATURITY", 1, "MATURITY", 0),
        ("needed", 1, "needed", 0),
        ("age", 1, "age: a32[0]", 0),
        ("amount", 2, "amount: a64[1]", 0),
        ("TooEarly", 1, "TooEarly = 1", 0),
        ("Overspent", 1, "Overspent = 2", 0),
        ("enough", 0, "enough:", 0),
        ("tidy", 0, "tidy()", 0),
        ("spare", 1, "spare", 0),
        ("tidy", 1, "tidy()", 0),
        ("math", 2, "math;", 0),
    ];
    for (what, nth, given, at) in names {
        let found = client.ask_at("definition", "vault.aluasm", &place(VAULT, what, nth));
        assert_eq!(found["uri"], client.uri("vault.aluasm"), "{what}");
        assert_eq!(found["range"]["start"], place(VAULT, given, at), "{what}");
    }
    // A routine of another library is given there, and the import is that file.
    let found = client.ask_at("definition", "vault.aluasm", &place(VAULT, "double", 0));
    assert_eq!(found["uri"], client.uri("math.aluasm"));
    assert_eq!(part(MATH, &found["range"]), "double");
    for nth in [0, 1] {
        let found = client.ask_at("definition", "vault.aluasm", &place(VAULT, "math", nth));
        assert_eq!(found["uri"], client.uri("math.aluasm"));
    }
    for what in ["put", "uc", "a8[0]", "=>", "Pays"] {
        let place = place(VAULT, what, 0);
        assert_eq!(client.ask_at("definition", "vault.aluasm", &place), Value::Null, "{what}");
    }
    client.end();
}

#[test]
fn references_are_found_in_all_files() {
    let mut client = client("references");
    let other = "use \"math.aluasm\" as m;\npub fn four(v: a64[0]) -> (v: a64[0]) {\n call m::double; ret;\n}\n";
    fs::write(client.directory.join("other.aluasm"), other).expect("a file");
    let mut ask = |file: &str, place: &Value, declaration: bool| {
        let mut params = client.at(file, place);
        params["context"] = json!({ "includeDeclaration": declaration });
        let found = client.ask("textDocument/references", params);
        let mut found: Vec<(String, String)> = found
            .as_array()
            .expect("a list")
            .iter()
            .map(|one| {
                let uri = one["uri"].as_str().expect("text");
                let file = uri.rsplit('/').next().expect("a name").to_string();
                let text = match file.as_str() {
                    "vault.aluasm" => VAULT,
                    "math.aluasm" => MATH,
                    _ => other,
                };
                (part(text, &one["range"]), file)
            })
            .collect();
        found.sort();
        found
    };
    let double = |file: &str| ("double".to_string(), file.to_string());
    let all = [double("math.aluasm"), double("other.aluasm"), double("vault.aluasm")];
    assert_eq!(ask("vault.aluasm", &place(VAULT, "double", 0), true), all);
    assert_eq!(ask("math.aluasm", &place(MATH, "double", 0), true), all);
    assert_eq!(ask("math.aluasm", &place(MATH, "double", 0), false), all[1..]);
    for (what, count) in [
        ("MATURITY", 2),
        ("needed", 3),
        ("TooEarly", 2),
        ("Overspent", 3),
        ("enough", 2),
        ("amount: ", 2),
    ] {
        let found = ask("vault.aluasm", &place(VAULT, what, 0), true);
        assert_eq!(found.len(), count, "{what}: {found:?}");
    }
    client.end();
}

#[test]
fn another_name_changes_all_that_use_it_and_no_more() {
    let mut client = client("rename");
    for (what, nth, new) in [
        ("MATURITY", 0, "RIPE"),
        ("needed", 2, "least"),
        ("enough", 0, "go_on"),
        ("Overspent", 1, "Empty"),
        ("Refusal", 0, "Reason"),
        ("tidy", 0, "clean"),
        ("spare", 1, "größer"),
        ("amount: ", 0, "sum"),
        ("math", 1, "m"),
    ] {
        let mut params = client.at("vault.aluasm", &place(VAULT, what, nth));
        params["newName"] = json!(new);
        let changes = client.ask("textDocument/rename", params)["changes"].clone();
        let changed = edited(VAULT, &changes[client.uri("vault.aluasm")]);
        // As whole words, outside of strings and comments, each of these names has one meaning there.
        let old = what.trim_end_matches(": ");
        let expected: String = VAULT
            .split_inclusive('\n')
            .map(|line| match line.trim_start().starts_with("//") || line.contains('"') {
                true => line.replace("as math", if old == "math" { "as m" } else { "as math" }),
                false => words_replaced(line, old, new),
            })
            .collect();
        assert_eq!(changed, expected, "{what}");
    }
    client.end();
}

fn words_replaced(line: &str, old: &str, new: &str) -> String {
    let mut result = String::new();
    let mut word = String::new();
    for character in line.chars().chain(['\n']) {
        if character.is_alphanumeric() || character == '_' {
            word.push(character);
            continue;
        }
        result.push_str(if word == old { new } else { &word });
        word.clear();
        result.push(character);
    }
    result.pop();
    result
}

#[test]
fn a_routine_gets_another_name_in_two_files() {
    let mut client = client("files");
    for (file, place) in
        [("vault.aluasm", place(VAULT, "double", 0)), ("math.aluasm", place(MATH, "double", 0))]
    {
        let mut params = client.at(file, &place);
        let asked = client.ask("textDocument/prepareRename", params.clone());
        assert_eq!(asked["placeholder"], "double");
        params["newName"] = json!("twice");
        let changes = client.ask("textDocument/rename", params)["changes"].clone();
        let vault = edited(VAULT, &changes[client.uri("vault.aluasm")]);
        let math = edited(MATH, &changes[client.uri("math.aluasm")]);
        assert_eq!(vault, VAULT.replace("math::double", "math::twice"));
        assert_eq!(math, MATH.replace("double", "twice"));
    }
    // Together the changed texts are right.
    client.open("math.aluasm", &MATH.replace("double", "twice"));
    client.change("vault.aluasm", 2, &VAULT.replace("math::double", "math::twice"));
    assert_eq!(client.mistakes("vault.aluasm", 2), Vec::<Value>::new());
    client.end();
}

#[test]
fn a_name_that_cannot_be_is_refused_with_the_reason() {
    let mut client = client("refused");
    let failed = -32803;
    for (what, nth, new, said) in [
        ("enough", 0, "tidy", "the name `tidy` is defined twice"),
        ("needed", 0, "MATURITY", "defined twice"),
        ("spare", 0, "add", "a mnemonic"),
        ("balance:", 0, "amount", "defined twice"),
        ("tidy", 0, "ret", "a mnemonic"),
        ("MATURITY", 0, "match", "a keyword of Rust"),
        ("MATURITY", 0, "two words", "is no name"),
        ("MATURITY", 0, "", "is no name"),
        ("MATURITY", 0, "1st", "is no name"),
    ] {
        let mut params = client.at("vault.aluasm", &place(VAULT, what, nth));
        params["newName"] = json!(new);
        let message = client.refused("textDocument/rename", params, failed);
        assert!(message.contains(said), "{what} to {new}: {message}");
    }
    let mut params = client.at("vault.aluasm", &place(VAULT, "put", 0));
    assert_eq!(client.ask("textDocument/prepareRename", params.clone()), Value::Null);
    params["newName"] = json!("place");
    let message = client.refused("textDocument/rename", params, failed);
    assert_eq!(message, "no name stands here that could be changed");
    client.end();
}
