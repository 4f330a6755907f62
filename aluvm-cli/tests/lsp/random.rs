//! No text, no change and no question ends the server: random texts, random changes, and every question at
//! random places.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::client::Client;
use crate::{MATH, VAULT};

/// What texts are made of.
const PIECES: [&str; 62] = [
    "pub ",
    "fn ",
    "f",
    "g",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    "a64[0]",
    "a8[1]",
    "f32[2]",
    "s16[3]",
    "add",
    ".uc ",
    "put ",
    "require ",
    "not ",
    "refuse ",
    "=> ",
    "E",
    "enum ",
    "in ",
    "= ",
    "1",
    ",",
    ";",
    ":",
    "::",
    "use ",
    "\"math.aluasm\"",
    " as ",
    "m",
    "call ",
    "jmp ",
    "jif ",
    "routine ",
    "let ",
    "const ",
    "N",
    "a16",
    "?",
    "-> ",
    "@ ",
    "#[allow(unreachable)]",
    "#![id = \"",
    "\"",
    "'",
    "/*",
    "*/",
    "// ä𝔸\n",
    "/// ß\n",
    "\n",
    "\r\n",
    "\r",
    " ",
    "\u{FEFF}",
    "ret;",
    "0x",
    "st0",
    "lib.isae",
];

/// The last place before one at which a character begins.
fn boundary(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        12 => prop::sample::select(PIECES.to_vec()).prop_map(String::from),
        1 => any::<char>().prop_map(String::from),
    ];
    let pieces = prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat());
    let cut = (0..VAULT.len(), 0..VAULT.len()).prop_map(|(from, to)| {
        let (from, to) = (boundary(VAULT, from), boundary(VAULT, to));
        [&VAULT[..from], &VAULT[to..]].concat()
    });
    let mixed = (cut.clone(), pieces.clone(), 0..VAULT.len()).prop_map(|(text, pieces, at)| {
        let at = boundary(&text, at);
        [&text[..at], &pieces, &text[at..]].concat()
    });
    prop_oneof![pieces, cut, mixed]
}

fn position() -> impl Strategy<Value = Value> {
    let line = prop_oneof![9 => 0..35u32, 1 => any::<u32>()];
    let character = prop_oneof![9 => 0..90u32, 1 => any::<u32>()];
    (line, character).prop_map(|(line, character)| json!({ "line": line, "character": character }))
}

/// A change of the whole text or a part, also with an end before its beginning.
fn change() -> impl Strategy<Value = Value> {
    let part = (position(), position(), text()).prop_map(
        |(start, end, text)| json!({ "range": { "start": start, "end": end }, "text": text }),
    );
    prop_oneof![1 => text().prop_map(|text| json!({ "text": text })), 3 => part]
}

fn ask_all(client: &mut Client, place: &Value, end: &Value) {
    let file = "vault.aluasm";
    let document = json!({ "uri": client.uri(file) });
    for method in ["hover", "completion", "definition", "prepareRename"] {
        client.ask_at(method, file, place);
    }
    for method in ["documentSymbol", "semanticTokens/full", "codeLens"] {
        client.ask_of(method, file);
    }
    let mut params = client.at(file, place);
    params["context"] = json!({ "includeDeclaration": true });
    client.ask("textDocument/references", params);
    for name in ["other", "E", "1"] {
        let mut params = client.at(file, place);
        params["newName"] = json!(name);
        client.ask_any("textDocument/rename", params);
    }
    let options = json!({ "tabSize": 8, "insertSpaces": true });
    let params = json!({ "textDocument": document, "options": options });
    client.ask("textDocument/formatting", params);
    let range = json!({ "start": place, "end": end });
    let params = json!({ "textDocument": document, "range": range });
    client.ask("textDocument/inlayHint", params);
    let context = json!({ "diagnostics": [] });
    let params = json!({ "textDocument": document, "range": range, "context": context });
    client.ask("textDocument/codeAction", params);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn every_question_is_answered(
        first in text(),
        changes in prop::collection::vec((prop::collection::vec(change(), 1..4), position(), position()), 1..6),
        encoding in prop::sample::select(vec!["utf-8", "utf-16", "utf-32"]),
    ) {
        let mut client = Client::new("random");
        std::fs::write(client.directory.join("math.aluasm"), MATH).expect("a file");
        client.begin(&[encoding]);
        client.open("vault.aluasm", &first);
        let mut version = 1;
        for (changes, place, end) in changes {
            ask_all(&mut client, &place, &end);
            version += 1;
            client.edit("vault.aluasm", version, changes.into());
            ask_all(&mut client, &place, &end);
        }
        client.mistakes("vault.aluasm", version);
        client.end();
    }
}
