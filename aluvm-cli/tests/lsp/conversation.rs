//! What can be asked when, and what is said of wrong questions.

use serde_json::{Value, json};

use crate::client::Client;

const INVALID_REQUEST: i32 = -32600;
const METHOD_NOT_FOUND: i32 = -32601;
const INVALID_PARAMS: i32 = -32602;
const NOT_INITIALIZED: i32 = -32002;

#[test]
fn a_conversation_has_its_order() {
    let mut client = Client::new("order");
    let said = client.refused("textDocument/hover", json!({}), NOT_INITIALIZED);
    assert_eq!(said, "`initialize` comes first");
    client.refused("shutdown", Value::Null, NOT_INITIALIZED);
    // Nobody can have opened a file yet.
    client.open("a.aluasm", "fn");
    let said = client.begin(&["utf-8"]);
    assert_eq!(said["serverInfo"]["name"], "alu lsp");
    let said = client.refused("initialize", json!({ "capabilities": {} }), INVALID_REQUEST);
    assert_eq!(said, "`initialize` comes once");
    let said = client.refused("textDocument/moon", json!({}), METHOD_NOT_FOUND);
    assert_eq!(said, "`textDocument/moon` is unknown here");
    client.refused("textDocument/hover", json!({ "textDocument": 3 }), INVALID_PARAMS);
    // A notification has no answer, whatever is wrong with it.
    client.tell("textDocument/didOpen", json!([]));
    client.tell("textDocument/moon", json!({}));
    client.tell("$/cancelRequest", json!({ "id": 1 }));
    assert_eq!(client.ask("shutdown", Value::Null), Value::Null);
    let said = client.refused("textDocument/hover", json!({}), INVALID_REQUEST);
    assert_eq!(said, "nothing comes behind `shutdown` but `exit`");
    client.refused("shutdown", Value::Null, INVALID_REQUEST);
    client.tell("exit", Value::Null);
    assert_eq!(client.wait().code(), Some(0));
}

#[test]
fn an_end_without_goodbye_is_told_by_the_exit_code() {
    let mut client = Client::new("abrupt");
    client.begin(&[]);
    client.tell("exit", Value::Null);
    assert_eq!(client.wait().code(), Some(1));
}

#[test]
fn a_client_that_is_gone_ends_it() {
    let mut client = Client::new("gone");
    client.begin(&[]);
    assert_eq!(client.wait().code(), Some(0));
}

#[test]
fn what_is_no_message_ends_it() {
    for bytes in
        [&b"Content-Length: 3\r\n\r\n{]}"[..], b"Content-Length: x\r\n\r\n", b"\xFF\r\n\r\n"]
    {
        let mut client = Client::new("garbage");
        client.send_raw(bytes);
        assert_eq!(client.wait().code(), Some(5), "{bytes:?}");
    }
}

#[test]
fn files_that_are_not_open_and_not_there_have_no_answers() {
    let mut client = Client::new("absent");
    client.begin(&[]);
    let start = json!({ "line": 0, "character": 0 });
    assert_eq!(client.ask_at("hover", "none.aluasm", &start), Value::Null);
    assert_eq!(client.ask_at("completion", "none.aluasm", &start), Value::Null);
    assert_eq!(client.ask_of("documentSymbol", "none.aluasm"), Value::Null);
    // A change of what was never opened changes nothing.
    client.change("none.aluasm", 2, "fn");
    assert_eq!(client.ask_of("documentSymbol", "none.aluasm"), Value::Null);
    client.end();
}
