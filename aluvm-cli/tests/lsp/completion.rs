//! What is offered where something is being written.

use serde_json::Value;

use crate::client::{Client, edited, position};
use crate::{MATH, VAULT};

struct Writer {
    client: Client,
    version: i32,
}

impl Writer {
    fn new(name: &str) -> Writer {
        let mut client = Client::with(name, &[("math.aluasm", MATH)]);
        client.open("vault.aluasm", VAULT);
        Writer { client, version: 1 }
    }

    /// What is offered at the `|` of a text, with the text.
    fn offered(&mut self, text: &str) -> (String, Value) {
        let at = text.find('|').expect("a place");
        let text = text.replacen('|', "", 1);
        self.version += 1;
        self.client.change("vault.aluasm", self.version, &text);
        let items = self.client.ask_at("completion", "vault.aluasm", &position(&text, at));
        (text, items)
    }

    /// The words that are offered where one part of the vault is replaced.
    fn words(&mut self, old: &str, new: &str) -> Vec<String> {
        assert!(VAULT.contains(old), "{old}");
        let (_, items) = self.offered(&VAULT.replacen(old, new, 1));
        labels(&items)
    }
}

fn labels(items: &Value) -> Vec<String> {
    let items = items.as_array().into_iter().flatten();
    items.map(|item| item["label"].as_str().expect("text").into()).collect()
}

/// Checks that words are offered and others not.
#[track_caller]
fn check(words: &[String], has: &[&str], lacks: &[&str]) {
    let is_there = |word: &&str| words.iter().any(|other| other == word);
    let missing: Vec<_> = has.iter().filter(|word| !is_there(word)).collect();
    let wrong: Vec<_> = lacks.iter().filter(|word| is_there(word)).collect();
    assert!(missing.is_empty() && wrong.is_empty(), "{missing:?} {wrong:?} {words:?}");
}

#[test]
fn beginnings_of_statements_and_items() {
    let mut writer = Writer::new("beginnings");
    let words = writer.words("        put ", "        |\n        put ");
    check(
        &words,
        &["add", "put", "require", "refuse", "let", "ret", "if", "age"],
        &["fn", "a8[0]"],
    );
    let words = writer.words("        put ", "        re|\n        put ");
    check(&words, &["require", "rev", "ret"], &["enough"]);
    let words = writer.words("jif     enough;", "jif     enough; sub|");
    check(&words, &["sub"], &["enough"]);
    let words = writer.words("fn tidy", "|\nfn tidy");
    check(&words, &["fn", "pub", "const", "enum", "let", "use"], &["add", "tidy"]);
    let words = writer.words("pub fn", "pub |fn");
    check(&words, &["fn", "const", "enum"], &["add"]);
    let words = writer.words("require sub.uc age", "require | age");
    check(&words, &["not", "st0", "sub", "eq"], &["fail", "jmp", "ret", "mov", "inv", "require"]);
    writer.client.end();
}

#[test]
fn operands_are_those_that_the_instruction_takes() {
    let mut writer = Writer::new("operands");
    // Of the size of the operand before it.
    let words = writer.words("sub.uc age, needed", "sub.uc age, |");
    check(
        &words,
        &["needed", "age", "a32[0]", "a32[31]"],
        &["balance", "amount", "a64[0]", "MATURITY"],
    );
    let words = writer.words("sub.uc age, needed", "sub.uc |, needed");
    check(&words, &["needed", "balance", "a8[0]", "a1024[0]"], &["f32[0]", "r128[0]", "s16[0]"]);
    let words = writer.words("put     needed, MATURITY", "put     needed, |");
    check(&words, &["MATURITY"], &["needed", "a32[0]"]);
    let words = writer.words("clr     spare", "blake3 |");
    check(&words, &["s16[0]"], &["spare", "a8[0]", "r256[0]"]);
    let words = writer.words("clr     spare", "blake3 s16[0], |");
    check(&words, &["r256[0]"], &["spare", "r128[0]", "s16[0]"]);
    let words = writer.words("clr     spare", "clr sp|are");
    check(&words, &["spare"], &["age", "MATURITY"]);
    let words = writer.words("clr     spare", "inv |");
    assert_eq!(words, ["st0"]);
    // Without a semicolon, before the next statement and before the end.
    let words = writer.words("sub.uc age, needed => TooEarly;", "sub.uc age, |");
    check(&words, &["needed", "a32[0]"], &["balance"]);
    let words = writer.words("clr     a32[1];\n        ret;\n}", "mul.uc a8[0], |");
    check(&words, &["a8[0]"], &["spare", "a32[0]"]);
    writer.client.end();
}

#[test]
fn targets_flags_and_errors() {
    let mut writer = Writer::new("targets");
    let words = writer.words("jif     enough", "jif     |");
    check(&words, &["enough", "tidy", "withdraw"], &["age", "spare", "MATURITY"]);
    let words = writer.words("routine tidy", "routine |");
    check(&words, &["tidy", "withdraw"], &["enough"]);
    let words = writer.words("call    math::double", "call    |");
    check(&words, &["math", "math::double"], &["tidy", "enough"]);
    assert_eq!(writer.words("call    math::double", "call    math::|"), ["double"]);
    assert_eq!(writer.words("call    math::double;", "call    math::|"), ["double"]);
    let words = writer.words("sub.uc age", "sub.| age");
    check(&words, &["uc", "sc", "uw", "sw"], &["age", "add"]);
    let words = writer.words("clr     spare", "gt.|");
    check(&words, &["u", "s"], &["uc", "sc"]);
    for (old, new) in [
        ("=> TooEarly;", "=> |;"),
        ("=> TooEarly;", "=> |"),
        ("refuse  Overspent;", "refuse |"),
        ("refuse  Overspent;", "refuse Ov|"),
    ] {
        assert_eq!(writer.words(old, new), ["TooEarly", "Overspent"], "{new}");
    }
    writer.client.end();
}

#[test]
fn registers_and_sizes_of_items() {
    let mut writer = Writer::new("items");
    let words = writer.words("MATURITY: a32", "MATURITY: |");
    check(&words, &["a8", "f64", "r8192", "s16"], &["a8[0]", "needed"]);
    let words = writer.words("age: a32[0]", "age: |");
    check(&words, &["a8[0]", "a64[0]", "s16[0]"], &["MATURITY", "spare"]);
    let words = writer.words("spare = a16[3]", "spare = |");
    check(&words, &["a16[0]", "needed"], &["MATURITY"]);
    let words = writer.words("in a8[0]", "in |");
    check(&words, &["a8[0]"], &["MATURITY"]);
    writer.client.end();
}

#[test]
fn what_is_chosen_replaces_what_is_begun_and_is_documented() {
    let mut writer = Writer::new("chosen");
    let (text, items) = writer.offered(&VAULT.replacen("math::double", "math::dou|", 1));
    let item = &items[0];
    assert_eq!(edited(&text, &Value::from(vec![item["textEdit"].clone()])), VAULT);
    let docs = item["documentation"]["value"].as_str().expect("text");
    assert!(docs.contains("Twice as much.") && docs.contains("costs 3"), "{docs}");
    let (_, items) = writer.offered(&VAULT.replacen("        put ", "        |\n        put ", 1));
    let items = items.as_array().expect("a list");
    let add = items.iter().find(|item| item["label"] == "add").expect("it is offered");
    let docs = add["documentation"]["value"].as_str().expect("text");
    assert!(docs.contains("Adds two integers") && docs.contains("`.uc`"), "{docs}");
    writer.client.end();
}

#[test]
fn nothing_is_offered_where_nothing_can_be() {
    let mut writer = Writer::new("nothing");
    for (old, new) in [
        ("Not yet.", "Not | yet."),
        ("/* 𝔸 */", "/* 𝔸 | */"),
        ("fn tidy", "fn |"),
        ("TooEarly = 1,", "TooEarly = 1, |"),
        ("balance: a64[0], amount", "|: a64[0], amount"),
    ] {
        assert_eq!(writer.words(old, new), Vec::<String>::new(), "{new}");
    }
    writer.client.end();
}

#[test]
fn names_of_files() {
    let mut writer = Writer::new("files_named");
    let folder = writer.client.directory.clone();
    std::fs::create_dir_all(folder.join("inner")).expect("a folder");
    std::fs::write(folder.join("inner/deep.aluasm"), MATH).expect("a file");
    std::fs::write(folder.join("other.alu"), [0]).expect("a file");
    std::fs::write(folder.join("notes.txt"), "").expect("a file");
    let words = writer.words("use \"math.aluasm\" as math;", "use \"|");
    check(
        &words,
        &["math.aluasm", "other.alu", "inner/", "../"],
        &["vault.aluasm", "notes.txt", "add"],
    );
    let (text, items) = writer.offered(&VAULT.replacen("\"math.aluasm\"", "\"inner/de|\"", 1));
    assert_eq!(labels(&items), ["inner/deep.aluasm", "inner/../"]);
    let edits = serde_json::json!([items[0]["textEdit"]]);
    assert!(edited(&text, &edits).contains("use \"inner/deep.aluasm\" as math;"));
    // Behind the name something else is written, and no file elsewhere.
    let words = writer.words("put     needed, MATURITY;", "put     s16[0], \"|");
    check(&words, &[], &["math.aluasm"]);
    writer.client.end();
}
