//! A client of the language server protocol, as much of it as an editor asks here.

use std::error::Error;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

use crate::marks::Source;

/// A running rust-analyzer.
pub(crate) struct Client {
    server: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    last_id: u64,
    is_quiet: bool,
}

impl Client {
    /// Starts the server on a package.
    pub(crate) fn start(package: &Path) -> Result<Client, Box<dyn Error>> {
        let mut server = Command::new("rust-analyzer")
            .current_dir(package)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("rust-analyzer does not start: {error}"))?;
        let input = server.stdin.take().ok_or("no input")?;
        let output = BufReader::new(server.stdout.take().ok_or("no output")?);
        let mut client = Client { server, input, output, last_id: 0, is_quiet: false };
        let root = format!("file://{}", package.display());
        client.request(
            "initialize",
            json!({
                "processId": std::process::id(),
                "rootUri": root,
                "workspaceFolders": [{ "uri": root, "name": "package" }],
                "capabilities": {
                    "general": { "positionEncodings": ["utf-8"] },
                    "textDocument": {
                        "completion": { "completionItem": {
                            "documentationFormat": ["markdown"],
                            "resolveSupport": { "properties": ["documentation"] },
                        } },
                        "hover": { "contentFormat": ["markdown"] },
                        "rename": { "prepareSupport": true },
                    },
                    "experimental": { "serverStatusNotification": true },
                },
                "initializationOptions": {
                    "checkOnSave": false,
                    "cachePriming": { "enable": false },
                    "completion": { "limit": null, "autoimport": { "enable": false } },
                },
            }),
        )?;
        client.notify("initialized", json!({}))?;
        Ok(client)
    }

    pub(crate) fn open(&mut self, source: &Source) -> io::Result<()> {
        self.notify(
            "textDocument/didOpen",
            json!({ "textDocument": {
                "uri": source.uri(), "languageId": "rust", "version": 1, "text": source.text,
            } }),
        )
    }

    /// Reads until the server has loaded the package and built its macros.
    pub(crate) fn wait_until_quiet(&mut self) -> Result<(), Box<dyn Error>> {
        while !self.is_quiet {
            let message = self.receive()?;
            self.answer(&message)?;
        }
        Ok(())
    }

    /// What the server answers to a request; its error if it answers with one.
    pub(crate) fn request(&mut self, method: &str, parameters: Value) -> io::Result<Value> {
        loop {
            self.last_id += 1;
            let id = self.last_id;
            self.send(json!({
                "jsonrpc": "2.0", "id": id, "method": method, "params": parameters,
            }))?;
            let mut response = loop {
                let message = self.receive()?;
                if message["id"] == id && message.get("method").is_none() {
                    break message;
                }
                self.answer(&message)?;
            };
            // It is about to change its mind; so are we.
            const CONTENT_MODIFIED: i64 = -32801;
            if response["error"]["code"] != CONTENT_MODIFIED {
                let error = response["error"].take();
                return Ok(if error.is_null() { response["result"].take() } else { error });
            }
        }
    }

    pub(crate) fn stop(mut self) -> io::Result<()> {
        self.request("shutdown", Value::Null)?;
        self.notify("exit", Value::Null)?;
        self.server.wait().map(drop)
    }

    fn notify(&mut self, method: &str, parameters: Value) -> io::Result<()> {
        self.send(json!({ "jsonrpc": "2.0", "method": method, "params": parameters }))
    }

    /// Notes the server's status, and says nothing to what it asks.
    fn answer(&mut self, message: &Value) -> io::Result<()> {
        if message["method"] == "experimental/serverStatus" {
            self.is_quiet = message["params"]["quiescent"] == true;
        }
        match message.get("id") {
            Some(id) if message.get("method").is_some() => {
                self.send(json!({ "jsonrpc": "2.0", "id": id, "result": null }))
            }
            _ => Ok(()),
        }
    }

    fn send(&mut self, message: Value) -> io::Result<()> {
        let text = message.to_string();
        write!(self.input, "Content-Length: {}\r\n\r\n{text}", text.len())?;
        self.input.flush()
    }

    fn receive(&mut self) -> io::Result<Value> {
        let mut length = 0;
        loop {
            let mut line = String::new();
            if self.output.read_line(&mut line)? == 0 {
                return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "rust-analyzer ended"));
            }
            match line.trim_end() {
                "" => break,
                header => {
                    if let Some(number) = header.strip_prefix("Content-Length: ") {
                        length = number.parse().map_err(io::Error::other)?;
                    }
                }
            }
        }
        let mut text = vec![0; length];
        self.output.read_exact(&mut text)?;
        serde_json::from_slice(&text).map_err(io::Error::other)
    }
}
