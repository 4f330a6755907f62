//! What the user has chosen: on the command line, when the editor begins, and while it runs.

use serde_json::{Value, json};

use crate::client::{Client, part};

/// Arithmetic whose status nobody reads, and a label that nothing jumps to.
const LOOSE: &str = "\
pub fn sum(x: a64[0], y: a64[1]) -> (x: a64[0]) {
        add.uc  x, y;
        put     a8[1], 1;
        eq.n    a8[1], a8[1];
        test;
    label:
        clr     a8[1];
        ret;
}
";

/// An instruction that the network's machine does not have under its first profile.
const CURVE: &str = "\
pub fn negated(point: r512[0]) -> (result: r512[1]?) {
        secpneg r512[0], r512[1];
        ret;
}
";

fn codes(mistakes: &[Value]) -> Vec<String> {
    let codes = mistakes.iter().map(|one| one["code"].as_str().unwrap_or("error").to_owned());
    let mut codes: Vec<String> = codes.collect();
    codes.sort();
    codes
}

fn configure(client: &mut Client, settings: Value) {
    client.tell("workspace/didChangeConfiguration", json!({ "settings": settings }));
}

/// The mistakes of a text that is opened after all that was chosen.
fn of(client: &mut Client, file: &str, text: &str) -> Vec<String> {
    client.open(file, text);
    codes(&client.mistakes(file, 1))
}

#[test]
fn findings_are_permitted_and_asked_for() {
    let mut client = Client::with("settings_none", &[]);
    assert_eq!(of(&mut client, "a.aluasm", LOOSE), ["unused_label"]);
    // Named alone or as `alu`, as editors do.
    configure(&mut client, json!({ "alu": { "deny": ["unread_status"] } }));
    assert_eq!(of(&mut client, "b.aluasm", LOOSE), ["unread_status", "unused_label"]);
    configure(&mut client, json!({ "allow": ["unused_label"] }));
    assert_eq!(of(&mut client, "c.aluasm", LOOSE), ["unread_status"]);
    configure(&mut client, json!({ "alu": { "allow": [], "deny": [] } }));
    assert_eq!(of(&mut client, "d.aluasm", LOOSE), ["unused_label"]);
    client.end();

    let mut client =
        Client::started("settings_line", &["-D", "unread_status", "-A", "unused_label"]);
    client.begin(&[]);
    assert_eq!(of(&mut client, "a.aluasm", LOOSE), ["unread_status"]);
    client.end();

    let mut client = Client::new("settings_begin");
    client.begin_with(&[], json!({ "allow": ["unused_label"] }));
    assert_eq!(of(&mut client, "a.aluasm", LOOSE), Vec::<String>::new());
    client.end();
}

#[test]
fn a_profile_says_what_the_machine_has() {
    let mut client = Client::with("settings_profile", &[]);
    assert_eq!(of(&mut client, "a.aluasm", CURVE), Vec::<String>::new());
    configure(&mut client, json!({ "alu": { "profile": "rgb-0.11" } }));
    assert_eq!(of(&mut client, "b.aluasm", CURVE).len(), 1);
    client.end();
    let mut client = Client::started("settings_flag", &["--profile", "rgb-0.11"]);
    client.begin(&[]);
    assert_eq!(of(&mut client, "a.aluasm", CURVE).len(), 1);
    configure(&mut client, json!({ "alu": { "profile": "spec" } }));
    assert_eq!(of(&mut client, "b.aluasm", CURVE), Vec::<String>::new());
    client.end();
}

#[test]
fn what_is_wrong_with_a_setting_is_said() {
    let mut client = Client::new("settings_wrong");
    client.begin_with(&[], json!({ "profile": "rgb-0.99" }));
    let said = client.shown();
    assert!(
        said.starts_with("alu.profile: there is no profile `rgb-0.99`; there are spec"),
        "{said}"
    );
    configure(&mut client, json!({ "alu": { "allow": ["unused_lable"] } }));
    let said = client.shown();
    assert_eq!(said, "alu.allow: nothing is found that is called `unused_lable`");
    configure(&mut client, json!({ "alu": { "deny": 5 } }));
    assert!(client.shown().starts_with("the settings of alu are wrong"));
    configure(&mut client, json!(null));
    assert_eq!(of(&mut client, "a.aluasm", LOOSE), ["unused_label"]);
    client.end();
}

#[test]
fn a_disassembly_has_findings_where_its_instructions_stand() {
    let mut client = Client::with("settings_listing", &[]);
    let text = "// A list.\n.isae   \"ALU\";\n\nfirst: clr a8[1];\n        add.uc  a8[1], a8[0];\n        jif first; ret;\n        fail;\n";
    client.open("list.aluasm", text);
    let mistakes = client.mistakes("list.aluasm", 1);
    let undefined = mistakes.iter().find(|one| one["code"] == "undefined_read").expect("one");
    assert_eq!(part(text, &undefined["range"]), "add.uc  a8[1], a8[0]");
    client.end();
}

#[test]
fn a_rename_is_checked_however_many_mistakes_there_are() {
    let mut client = Client::with("settings_rename", &[]);
    let wrong = "        put a8[0], nothing;\n".repeat(150);
    let text = format!(
        "{wrong_head}{wrong}        inc one;\n        ret;\n}}\n",
        wrong_head = "pub fn f() {\n        let one = a8[1]; let two = a8[2];\n        put one, 1; put two, 2;\n"
    );
    client.open("many.aluasm", &text);
    let at = text.rfind("one").expect("a name");
    let mut params = client.at("many.aluasm", &crate::client::position(&text, at));
    params["newName"] = json!("two");
    let message = client.refused("textDocument/rename", params, -32803);
    assert!(message.contains("defined twice"), "{message}");
    client.end();
}
