//! The client: messages with their headers over the pipes of the command, and places of a text by what stands
//! there.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

/// How long an answer may take on a machine that has much to do.
const PATIENCE: Duration = Duration::from_secs(120);

pub(crate) struct Client {
    child: Child,
    input: Option<ChildStdin>,
    messages: Receiver<Value>,
    next: i64,
    /// What was said without a question.
    told: Vec<Value>,
    pub(crate) directory: PathBuf,
}

impl Client {
    /// A client that has asked nothing yet, in a directory of its own.
    pub(crate) fn new(name: &str) -> Client {
        Client::started(name, &[])
    }

    /// The same of a server that is told something on its command line.
    pub(crate) fn started(name: &str, arguments: &[&str]) -> Client {
        let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("lsp").join(name);
        let _ = fs::remove_dir_all(&directory);
        fs::create_dir_all(&directory).expect("a directory for the test");
        let directory = fs::canonicalize(directory).expect("the directory");
        let mut child = Command::new(env!("CARGO_BIN_EXE_alu"))
            .arg("lsp")
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the command starts");
        let input = child.stdin.take();
        let mut output = BufReader::new(child.stdout.take().expect("a pipe"));
        let (sender, messages) = channel();
        thread::spawn(move || {
            while let Some(message) = read(&mut output) {
                if sender.send(message).is_err() {
                    break;
                }
            }
        });
        Client { child, input, messages, next: 0, told: Vec::new(), directory }
    }

    /// A client that has begun, with places in UTF-16, and whose files are there.
    pub(crate) fn with(name: &str, files: &[(&str, &str)]) -> Client {
        let mut client = Client::new(name);
        for (file, text) in files {
            fs::write(client.directory.join(file), text).expect("a file");
        }
        client.begin(&[]);
        client
    }

    /// Begins, and gives what the server says that it can.
    pub(crate) fn begin(&mut self, encodings: &[&str]) -> Value {
        self.begin_with(encodings, Value::Null)
    }

    /// The same with what the user has chosen.
    pub(crate) fn begin_with(&mut self, encodings: &[&str], options: Value) -> Value {
        let folder = self.uri("");
        let params = json!({
            "processId": null,
            "rootUri": null,
            "workspaceFolders": [{ "uri": folder.trim_end_matches('/'), "name": "all" }],
            "capabilities": { "general": { "positionEncodings": encodings } },
            "initializationOptions": options,
        });
        let result = self.ask("initialize", params);
        self.tell("initialized", json!({}));
        result
    }

    pub(crate) fn uri(&self, file: &str) -> String {
        format!("file://{}/{file}", self.directory.display())
    }

    pub(crate) fn open(&mut self, file: &str, text: &str) {
        let document =
            json!({ "uri": self.uri(file), "languageId": "aluasm", "version": 1, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": document }));
    }

    /// Gives a file this text.
    pub(crate) fn change(&mut self, file: &str, version: i32, text: &str) {
        self.edit(file, version, json!([{ "text": text }]));
    }

    pub(crate) fn edit(&mut self, file: &str, version: i32, changes: Value) {
        let document = json!({ "uri": self.uri(file), "version": version });
        let params = json!({ "textDocument": document, "contentChanges": changes });
        self.tell("textDocument/didChange", params);
    }

    pub(crate) fn tell(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Asks, and expects an answer.
    #[track_caller]
    pub(crate) fn ask(&mut self, method: &str, params: Value) -> Value {
        let answer = self.ask_any(method, params);
        assert_eq!(answer.get("error"), None, "{method}");
        answer["result"].clone()
    }

    /// Asks, and expects to be refused with this code.
    #[track_caller]
    pub(crate) fn refused(&mut self, method: &str, params: Value, code: i32) -> String {
        let answer = self.ask_any(method, params);
        assert_eq!(answer["error"]["code"], code, "{method}: {answer}");
        answer["error"]["message"].as_str().expect("a message").into()
    }

    /// Asks, and gives the whole answer.
    #[track_caller]
    pub(crate) fn ask_any(&mut self, method: &str, params: Value) -> Value {
        self.next += 1;
        let id = self.next;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        loop {
            let message = self.receive();
            if message["id"] == id {
                return message;
            }
            self.told.push(message);
        }
    }

    /// Asks at a place of a file.
    #[track_caller]
    pub(crate) fn ask_at(&mut self, method: &str, file: &str, position: &Value) -> Value {
        let params = self.at(file, position);
        self.ask(&format!("textDocument/{method}"), params)
    }

    pub(crate) fn at(&self, file: &str, position: &Value) -> Value {
        json!({ "textDocument": { "uri": self.uri(file) }, "position": position })
    }

    /// Asks about a whole file.
    #[track_caller]
    pub(crate) fn ask_of(&mut self, method: &str, file: &str) -> Value {
        let params = json!({ "textDocument": { "uri": self.uri(file) } });
        self.ask(&format!("textDocument/{method}"), params)
    }

    /// The mistakes of a file at this version, as soon as they are told.
    pub(crate) fn mistakes(&mut self, file: &str, version: i32) -> Vec<Value> {
        let uri = self.uri(file);
        loop {
            let at = self.told.iter().position(|told| {
                told["params"]["uri"] == uri && told["params"]["version"] == version
            });
            if let Some(at) = at {
                let told = self.told.remove(at);
                return told["params"]["diagnostics"].as_array().expect("a list").clone();
            }
            let message = self.receive();
            self.told.push(message);
        }
    }

    /// What the server shows its user next.
    pub(crate) fn shown(&mut self) -> String {
        loop {
            let is_shown = |told: &Value| told["method"] == "window/showMessage";
            if let Some(at) = self.told.iter().position(is_shown) {
                let told = self.told.remove(at);
                return told["params"]["message"].as_str().expect("text").into();
            }
            let message = self.receive();
            self.told.push(message);
        }
    }

    /// Sends bytes as they are.
    pub(crate) fn send_raw(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().expect("it is open");
        input.write_all(bytes).expect("it is read");
        input.flush().expect("it is read");
    }

    fn send(&mut self, message: &Value) {
        let text = message.to_string();
        self.send_raw(format!("Content-Length: {}\r\n\r\n{text}", text.len()).as_bytes());
    }

    #[track_caller]
    fn receive(&mut self) -> Value {
        self.messages.recv_timeout(PATIENCE).expect("the server goes on")
    }

    /// Says goodbye, and expects the server to have been well until then.
    #[track_caller]
    pub(crate) fn end(mut self) {
        assert_eq!(self.ask("shutdown", Value::Null), Value::Null);
        self.tell("exit", Value::Null);
        assert_eq!(self.wait().code(), Some(0));
    }

    /// Closes the pipe, and waits for the end.
    pub(crate) fn wait(mut self) -> ExitStatus {
        self.input = None;
        self.child.wait().expect("it ends")
    }
}

/// A message; none at the end.
fn read(output: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end() {
            "" => break,
            header => {
                if let Some(value) = header.strip_prefix("Content-Length: ") {
                    length = value.parse().ok()?;
                }
            }
        }
    }
    let mut bytes = vec![0; length];
    output.read_exact(&mut bytes).ok()?;
    serde_json::from_slice(&bytes).ok()
}

/// The place of the first byte of the nth occurrence of something, from 0, in UTF-16.
#[track_caller]
pub(crate) fn place(text: &str, what: &str, nth: usize) -> Value {
    let (at, _) = text.match_indices(what).nth(nth).unwrap_or_else(|| panic!("no `{what}`"));
    position(text, at)
}

/// The place of a byte, in UTF-16.
pub(crate) fn position(text: &str, at: usize) -> Value {
    let head = &text[..at];
    let line = head.matches('\n').count();
    let column = head.rsplit('\n').next().unwrap_or_default().encode_utf16().count();
    json!({ "line": line, "character": column })
}

/// The part of a text that a range means, in UTF-16.
pub(crate) fn part(text: &str, range: &Value) -> String {
    text[byte(text, &range["start"])..byte(text, &range["end"])].into()
}

/// The text with edits, in UTF-16.
pub(crate) fn edited(text: &str, edits: &Value) -> String {
    let mut edits: Vec<&Value> = edits.as_array().expect("a list").iter().collect();
    edits.sort_by_key(|edit| byte(text, &edit["range"]["start"]));
    let mut text = String::from(text);
    for edit in edits.into_iter().rev() {
        let range = &edit["range"];
        let bytes = byte(&text, &range["start"])..byte(&text, &range["end"]);
        text.replace_range(bytes, edit["newText"].as_str().expect("a text"));
    }
    text
}

fn byte(text: &str, position: &Value) -> usize {
    let number = |key: &str| position[key].as_u64().expect("a number") as usize;
    let start: usize = text.split_inclusive('\n').take(number("line")).map(str::len).sum();
    let mut left = number("character");
    let mut at = start;
    for character in text[start..].chars() {
        if left == 0 {
            break;
        }
        left -= character.len_utf16().min(left);
        at += character.len_utf8();
    }
    at
}
