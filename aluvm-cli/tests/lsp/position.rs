//! Places in lines with characters of several units, in each encoding, and changes of parts.

use serde_json::{Value, json};

use crate::client::Client;

/// The name stands behind characters of 2 and 4 bytes, 1 and 2 units.
const TEXT: &str = "//! ä\r\npub fn f() {\r\n/* äß𝔸 */ next: jif next; ret;\r\n}\r\n";

fn found(encodings: &[&str], expected: &str, column: u32, to: (u32, u32)) {
    let mut client = Client::new(&format!("encoding-{expected}"));
    let able = client.begin(encodings);
    assert_eq!(able["capabilities"]["positionEncoding"], expected);
    client.open("a.aluasm", TEXT);
    let asked = json!({ "line": 2, "character": column });
    let found = client.ask_at("definition", "a.aluasm", &asked);
    let range = json!({
        "start": { "line": 2, "character": to.0 }, "end": { "line": 2, "character": to.1 },
    });
    assert_eq!(found["range"], range, "{expected}");
    client.end();
}

#[test]
fn each_encoding_counts_its_units() {
    // `/* äß𝔸 */ next: jif next` in bytes, units of 16 bits, and characters.
    found(&["utf-16", "utf-8"], "utf-8", 25, (15, 19));
    found(&["utf-16"], "utf-16", 21, (11, 15));
    found(&[], "utf-16", 21, (11, 15));
    found(&["utf-32"], "utf-32", 20, (10, 14));
    found(&["ebcdic"], "utf-16", 21, (11, 15));
}

#[test]
fn parts_are_changed_one_behind_the_other() {
    for (encoding, comment) in [("utf-8", (3, 11)), ("utf-16", (3, 7)), ("utf-32", (3, 6))] {
        let mut client = Client::new(&format!("parts-{encoding}"));
        client.begin(&[encoding]);
        client.open("a.aluasm", TEXT);
        let range = |line: u32, from: u32, to: u32| json!({ "start": { "line": line, "character": from }, "end": { "line": line, "character": to } });
        let changes = json!([
            { "range": range(1, 7, 8), "text": "first" },
            { "range": range(2, comment.0, comment.1), "text": "ß" },
            // Behind the end of a line is its end, and behind that of the text the end.
            { "range": range(3, 1, 999), "text": " pub fn second() { ret; }" },
            { "range": range(99, 0, 0), "text": "// the end" },
        ]);
        client.edit("a.aluasm", 2, changes);
        let symbols = client.ask_of("documentSymbol", "a.aluasm");
        let names: Vec<&Value> =
            symbols.as_array().expect("a list").iter().map(|one| &one["name"]).collect();
        assert_eq!(names, ["first", "second"], "{encoding}");
        let label = &symbols[0]["children"][0];
        let column = if encoding == "utf-8" { 9 } else { 8 };
        assert_eq!(label["selectionRange"]["start"], json!({ "line": 2, "character": column }));
        assert_eq!(client.mistakes("a.aluasm", 2), Vec::<Value>::new(), "{encoding}");
        client.end();
    }
}

#[test]
fn a_lone_carriage_return_ends_a_line() {
    let mut client = Client::new("carriage");
    client.begin(&[]);
    client.open("a.aluasm", "pub fn f() {\r  ret;\r}\rpub fn g() {\r  ret;\r}\r");
    let symbols = client.ask_of("documentSymbol", "a.aluasm");
    assert_eq!(symbols[1]["selectionRange"]["start"], json!({ "line": 3, "character": 7 }));
    client.end();
}
