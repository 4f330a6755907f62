//! Vectors: a case and how it ends, as a line of JSON. `conformance/VECTORS.md` explains the form.

use std::fmt::Write;

use serde_json::Value;

use crate::case::Case;
use crate::library::Lib;
use crate::run::{End, Site, Stop};
use crate::state::{State, named};

/// A case, what it is a vector of, and how it ends.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Vector {
    /// The name of a form, with its flag behind a dot, or another word for the kind of the case.
    pub of: String,
    pub case: Case,
    pub end: End,
}

impl Vector {
    /// The vector of a case by the judge.
    pub fn new(of: impl Into<String>, case: Case) -> Vector {
        let end = case.judge();
        Vector { of: of.into(), case, end }
    }

    /// The line of JSON, without its end.
    pub fn to_json(&self) -> String {
        let Vector { of, case, end } = self;
        let mut before = format!(r#""st0":{}"#, case.before.st0);
        if let Some(limit) = case.before.cl0 {
            let _ = write!(before, r#","cl0":{limit}"#);
        }
        for ((size, index), value) in case.before.registers() {
            let _ = write!(before, r#","{size}[{index}]":"{}""#, text(value));
        }
        let State { st0, cy0, ca0, .. } = end.state;
        let mut after = format!(r#""st0":{st0},"cy0":{cy0},"ca0":{ca0}"#);
        for ((size, index), value) in case.before.differences(&end.state) {
            let value = value.map_or("null".into(), |value| format!(r#""{}""#, text(value)));
            let _ = write!(after, r#","{size}[{index}]":{value}"#);
        }
        let libs: Vec<String> = case.libs.iter().map(lib_to_json).collect();
        let at = case.libs.iter().position(|lib| lib.id() == end.site.lib);
        format!(
            r#"{{"of":"{of}","before":{{{before}}},"libs":[{}],"entry":{},"after":{{{after}}},"stop":"{}","at":[{},{}]}}"#,
            libs.join(","),
            case.entry,
            end.stop.name(),
            at.expect("the site is in a library"),
            end.site.offset,
        )
    }

    /// Reads a line.
    ///
    /// # Panics
    ///
    /// If it is malformed.
    pub fn from_json(line: &str) -> Vector {
        let json: Value = serde_json::from_str(line).expect("a line of JSON");
        let mut before = State::default();
        for (name, value) in json["before"].as_object().expect("an object") {
            match name.as_str() {
                "cl0" => before.cl0 = value.as_u64(),
                _ => assign(&mut before, name, value),
            }
        }
        let mut after = before.clone();
        for (name, value) in json["after"].as_object().expect("an object") {
            match name.as_str() {
                "cy0" => after.cy0 = number(value) as u16,
                "ca0" => after.ca0 = number(value),
                _ => assign(&mut after, name, value),
            }
        }
        let libs: Vec<Lib> = json["libs"].as_array().expect("a list").iter().map(lib_of).collect();
        let stop = Stop::ALL.into_iter().find(|stop| json["stop"] == stop.name());
        let lib = libs[number(&json["at"][0]) as usize].id();
        let site = Site { lib, offset: number(&json["at"][1]) as usize };
        let entry = number(&json["entry"]) as u16;
        Vector {
            of: json["of"].as_str().expect("a name").into(),
            case: Case { before, libs, entry },
            end: End { state: after, stop: stop.expect("a way to stop"), site },
        }
    }
}

fn lib_to_json(lib: &Lib) -> String {
    let libs: Vec<String> = lib.libs.iter().map(|id| format!(r#""{}""#, text(id))).collect();
    let (code, data) = (text(&lib.code), text(&lib.data));
    let libs = libs.join(",");
    format!(r#"{{"isae":"{}","code":"{code}","data":"{data}","libs":[{libs}]}}"#, lib.isae)
}

fn lib_of(json: &Value) -> Lib {
    let ids = json["libs"].as_array().expect("a list").iter();
    Lib {
        isae: json["isae"].as_str().expect("extensions").into(),
        code: bytes(&json["code"]),
        data: bytes(&json["data"]),
        libs: ids.map(|id| bytes(id).try_into().expect("32 bytes")).collect(),
    }
}

fn assign(state: &mut State, name: &str, value: &Value) {
    if name == "st0" {
        state.st0 = value.as_bool().expect("true or false");
        return;
    }
    let register = named(name).unwrap_or_else(|| panic!("there is no register {name}"));
    state.set(register, (!value.is_null()).then(|| bytes(value)));
}

fn number(value: &Value) -> u64 {
    value.as_u64().expect("a number")
}

/// The least number of equal bytes that are written once with their number.
const RUN: usize = 8;

/// Bytes in hexadecimal in their order; `61*65535` stands for so many equal ones, and `+` between pieces.
fn text(bytes: &[u8]) -> String {
    let mut text = String::new();
    let mut was_run = false;
    for (index, run) in bytes.chunk_by(|a, b| a == b).enumerate() {
        let is_run = run.len() >= RUN;
        if index > 0 && (is_run || was_run) {
            text.push('+');
        }
        let digits = format!("{:02x}", run[0]);
        match is_run {
            true => text += &format!("{digits}*{}", run.len()),
            false => text += &digits.repeat(run.len()),
        }
        was_run = is_run;
    }
    text
}

fn bytes(value: &Value) -> Vec<u8> {
    let text = value.as_str().expect("bytes in hexadecimal");
    let pieces = text.split('+').flat_map(|piece| {
        let (digits, count) = piece.split_once('*').unwrap_or((piece, "1"));
        let byte = |at| u8::from_str_radix(&digits[at..at + 2], 16).expect("hexadecimal digits");
        let bytes: Vec<u8> = (0..digits.len()).step_by(2).map(byte).collect();
        bytes.repeat(count.parse().expect("a number"))
    });
    pieces.collect()
}
