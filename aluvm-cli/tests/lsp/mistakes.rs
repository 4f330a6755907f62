//! Mistakes as one types, in the words of `alu check`, and the changes that mend them.

use std::fs;
use std::process::Command;

use serde_json::{Value, json};

use crate::client::{Client, edited, part, place};
use crate::{MATH, VAULT};

/// What `alu check` says of a file: message, help, line and column, finding.
fn checked(client: &Client, file: &str) -> Vec<(String, Value, Value)> {
    let output = Command::new(env!("CARGO_BIN_EXE_alu"))
        .args(["check", "--message-format=json"])
        .arg(client.directory.join(file))
        .output()
        .expect("it runs");
    let text = String::from_utf8(output.stderr).expect("text");
    let said = text.lines().map(|line| {
        let value: Value = serde_json::from_str(line).expect("JSON");
        let help = value["help"].as_array().expect("a list").iter();
        let help = help.map(|hint| format!("\nhelp: {}", hint.as_str().expect("text")));
        let message = value["message"].as_str().expect("text");
        let start = &value["span"]["start"];
        let place = json!([start["line"], start["column"]]);
        (format!("{message}{}", help.collect::<String>()), place, value["finding"].clone())
    });
    said.collect()
}

/// The same of what the server says, for a text whose characters have one unit each.
fn told(mistakes: &[Value]) -> Vec<(String, Value, Value)> {
    let told = mistakes.iter().map(|mistake| {
        let start = &mistake["range"]["start"];
        let count = |key: &str| start[key].as_u64().expect("a number") + 1;
        let place = json!([count("line"), count("character")]);
        let message = mistake["message"].as_str().expect("text").into();
        (message, place, mistake["code"].clone())
    });
    told.collect()
}

#[test]
fn they_are_what_check_says() {
    let mut client = Client::new("words");
    fs::write(client.directory.join("math.aluasm"), MATH).expect("a file");
    // `alu check` counts characters.
    client.begin(&["utf-32"]);
    let texts = [
        VAULT.into(),
        VAULT.replace("=> TooEarly", "=> TooLate"),
        VAULT.replace("sub.uc age", "sub age"),
        VAULT.replace("needed, MATURITY;", "needed, MATURITI;"),
        VAULT.replace("        routine tidy;\n", ""),
        VAULT.replace("clr     a32[1];", "clr     a33[1]; again: add a8[0], a16[0], 5"),
        VAULT.replace("math::double", "math::treble"),
        VAULT.replace("math.aluasm", "maths.aluasm"),
        VAULT.replace(" => Overspent;", " => \"Overspent;"),
        VAULT.replace("fn tidy() {", "fn tidy("),
        VAULT.replace("enum", "enmu"),
        String::new(),
        "\u{FEFF}pub fn one() { ret; }".into(),
        ".isae \"ALU\";\nadd a8[0];".into(),
    ];
    client.open("vault.aluasm", "");
    for (number, text) in texts.iter().enumerate() {
        let version = number as i32 + 2;
        client.change("vault.aluasm", version, text);
        fs::write(client.directory.join("vault.aluasm"), text).expect("a file");
        let said = told(&client.mistakes("vault.aluasm", version));
        assert_eq!(said, checked(&client, "vault.aluasm"), "{text}");
        // Beside the first and that with a byte order mark there is something wrong with each.
        assert_eq!(said.is_empty(), number == 0 || number == 12, "{text}");
    }
    client.end();
}

#[test]
fn they_go_when_they_are_mended() {
    let mut client = Client::with("mended", &[("math.aluasm", MATH)]);
    let wrong = VAULT.replace("=> TooEarly", "=> TooErly");
    client.open("vault.aluasm", &wrong);
    let mistakes = client.mistakes("vault.aluasm", 1);
    assert_eq!(part(&wrong, &mistakes[0]["range"]), "TooErly");
    let uri = client.uri("vault.aluasm");
    let params = json!({
        "textDocument": { "uri": uri },
        "range": mistakes[0]["range"],
        "context": { "diagnostics": mistakes },
    });
    let actions = client.ask("textDocument/codeAction", params);
    assert_eq!(actions[0]["title"], "write `TooEarly`");
    assert_eq!(actions[0]["kind"], "quickfix");
    let mended = edited(&wrong, &actions[0]["edit"]["changes"][&uri]);
    assert_eq!(mended, VAULT);
    client.change("vault.aluasm", 2, &mended);
    assert_eq!(client.mistakes("vault.aluasm", 2), Vec::<Value>::new());
    client.end();
}

#[test]
fn what_is_being_edited_counts_and_not_what_is_on_the_disk() {
    let mut client = Client::with("edited", &[("math.aluasm", "no text of a library")]);
    client.open("math.aluasm", MATH);
    client.open("vault.aluasm", VAULT);
    assert_eq!(client.mistakes("vault.aluasm", 1), Vec::<Value>::new());
    // Another name there is a mistake here.
    client.change("math.aluasm", 2, &MATH.replace("double", "treble"));
    let mistakes = loop {
        let mistakes = client.mistakes("vault.aluasm", 1);
        if !mistakes.is_empty() {
            break mistakes;
        }
    };
    let message = mistakes[0]["message"].as_str().expect("text");
    assert!(message.starts_with("`math` has no public routine `double`"), "{message}");
    client.end();
}

#[test]
fn a_second_place_is_shown_too() {
    let mut client = Client::with("twice", &[("math.aluasm", MATH)]);
    let text = VAULT.replace("fn tidy", "fn withdraw");
    client.open("vault.aluasm", &text);
    let mistakes = client.mistakes("vault.aluasm", 1);
    let twice = mistakes.iter().find(|one| one["relatedInformation"].is_array());
    let related = &twice.expect("one")["relatedInformation"][0]["location"]["range"];
    assert_eq!(related["start"], place(&text, "withdraw", 1));
    client.end();
}

#[test]
fn a_text_in_no_file_is_read_too() {
    let mut client = Client::with("untitled", &[]);
    let document = json!({
        "uri": "untitled:Untitled-1", "languageId": "aluasm", "version": 1, "text": "pub fn f() { rte; }",
    });
    client.tell("textDocument/didOpen", json!({ "textDocument": document }));
    let params = json!({ "textDocument": { "uri": "untitled:Untitled-1" } });
    let symbols = client.ask("textDocument/documentSymbol", params);
    assert_eq!(symbols[0]["name"], "f");
    client.end();
}
