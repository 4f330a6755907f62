//! The rows of `conformance/`: registers before, a program, registers after. What a row does not name
//! must not change.

use aluvm_core::asm::parse;
use aluvm_core::isa::{Family, RegisterSize};

use crate::case::Case;
use crate::library::Lib;
use crate::run::{End, Stop};
use crate::state::{State, named, sizes};
use crate::value::{bytes, integer};

macro_rules! files {
    ($($name:literal)+) => {
        /// The files of rows, each a name and its text.
        pub const FILES: &[(&str, &str)] = &[
            $(($name, include_str!(concat!("../../../conformance/", $name, ".txt")))),+
        ];
    };
}

files! {
    "control" "put" "movement" "compare" "arithmetic" "float" "bitwise" "string" "digest" "curve"
}

/// The text of a file of rows.
///
/// # Panics
///
/// If there is no such file.
pub fn file(name: &str) -> &'static str {
    let file = FILES.iter().find(|(file, _)| *file == name);
    file.unwrap_or_else(|| panic!("there are no rows called {name}")).1
}

/// A row for one size of registers.
#[derive(Clone, Debug)]
pub struct Row {
    /// The number of its line in the file, from one.
    pub line: usize,
    pub text: String,
    /// What `BITS` stands for in it.
    pub bits: u32,
    pub before: State,
    pub lib: Lib,
    after: State,
    stop: Stop,
    at: Option<usize>,
    jumps: Option<u16>,
    complexity: Option<u64>,
}

/// All rows of a file.
///
/// # Panics
///
/// If one is malformed.
pub fn rows(file: &str) -> Vec<Row> {
    let lines = file.lines().enumerate();
    let lines = lines.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
    let rows = lines.flat_map(|(number, line)| {
        instances(line).into_iter().map(move |(text, size)| {
            let bits = size.map_or(0, |size| 8 * size.bytes() as u32);
            let row = Row::new(number + 1, &text, bits);
            row.unwrap_or_else(|error| panic!("line {}: {text}\n    {error}", number + 1))
        })
    });
    rows.collect()
}

/// A row for each size that its `aN`, `fN`, `fI`, `rN` or `xN` stands for.
fn instances(line: &str) -> Vec<(String, Option<RegisterSize>)> {
    let ieee = |size: &RegisterSize| *size != RegisterSize::F512;
    let templates = [
        ("aN[", sizes(Family::A)),
        ("fN[", sizes(Family::F)),
        ("fI[", sizes(Family::F).into_iter().filter(ieee).collect()),
        ("rN[", sizes(Family::R)),
        ("xN[", [sizes(Family::A), sizes(Family::R)].concat()),
    ];
    let Some((name, sizes)) = templates.into_iter().find(|(name, _)| line.contains(name)) else {
        return vec![(line.to_string(), None)];
    };
    let instance = |(code, size): (usize, RegisterSize)| {
        let line = line.replace(name, &format!("{size}["));
        (line.replace("{SIZE}", &code.to_string()), Some(size))
    };
    sizes.into_iter().enumerate().map(instance).collect()
}

/// The words of a side of a row, which are `name=value`.
fn assignments(side: &str) -> Result<Vec<(&str, &str)>, String> {
    side.split_whitespace()
        .map(|word| word.split_once('=').ok_or(format!("`{word}` is no assignment")))
        .collect()
}

fn assign(state: &mut State, name: &str, text: &str, bits: u32) -> Result<(), String> {
    if name == "st0" {
        state.st0 = text == "true";
        return Ok(());
    }
    let (size, index) = named(name).ok_or(format!("there is no {name}"))?;
    state.set((size, index), (text != "none").then(|| bytes(text, size, bits)));
    Ok(())
}

/// A library of the program, whose last instruction is `ret` unless it ends with `!`.
fn assemble(program: &str, bits: u32) -> Result<Lib, String> {
    let mut text = String::new();
    let mut rest = program;
    while let Some((plain, tail)) = rest.split_once('{') {
        let (expression, tail) = tail.split_once('}').ok_or("`{` without `}`")?;
        text += plain;
        text += &integer(expression, bits, bits).to_string();
        rest = tail;
    }
    text += rest;
    let text = match text.strip_suffix('!') {
        Some(text) => format!("{text};"),
        None => format!("{text}; ret;"),
    };
    let instrs = parse(&text).map_err(|errors| errors.to_string())?;
    let lib = aluvm_core::library::Lib::assemble(&instrs).map_err(|error| error.to_string())?;
    Ok(Lib {
        isae: lib.isae().to_string(),
        code: lib.code().to_vec(),
        data: lib.data().to_vec(),
        libs: Vec::new(),
    })
}

impl Row {
    fn new(line: usize, text: &str, bits: u32) -> Result<Row, String> {
        let [before, program, after] = text.split('|').collect::<Vec<_>>()[..] else {
            return Err("a row is `before | program | after`".into());
        };
        let mut state = State::default();
        for (name, text) in assignments(before)? {
            match name {
                "cl0" => state.cl0 = Some(text.parse().map_err(|_| "a limit")?),
                _ => assign(&mut state, name, text, bits)?,
            }
        }
        let mut row = Row {
            line,
            text: text.into(),
            bits,
            lib: assemble(program.trim(), bits)?,
            after: state.clone(),
            before: state,
            stop: Stop::Finished,
            at: None,
            jumps: None,
            complexity: None,
        };
        for (name, text) in assignments(after)? {
            let number = || u64::try_from(integer(text, 64, bits)).expect("a small number");
            match name {
                "stop" => {
                    let stop = Stop::ALL.into_iter().find(|stop| stop.name() == text);
                    row.stop = stop.ok_or(format!("there is no stop `{text}`"))?;
                }
                "at" => row.at = Some(number() as usize),
                "cy0" => row.jumps = Some(number() as u16),
                "ca0" => row.complexity = Some(number()),
                _ => assign(&mut row.after, name, text, bits)?,
            }
        }
        Ok(row)
    }

    /// The program with its inputs.
    pub fn case(&self) -> Case {
        Case { before: self.before.clone(), libs: vec![self.lib.clone()], entry: 0 }
    }

    /// Whether a run ended as the row says, and if not, in what it differs.
    pub fn check(&self, end: &End) -> Result<(), String> {
        let End { state, stop, site } = end;
        if *stop != self.stop {
            return Err(format!("stopped by {}, not {}", stop.name(), self.stop.name()));
        }
        if state.st0 != self.after.st0 {
            return Err(format!("st0 is {}", state.st0));
        }
        if let Some((register, value)) = self.after.differences(state).first() {
            let (size, index) = *register;
            return Err(format!("{size}[{index}] is {}", show(*value)));
        }
        if self.at.is_some_and(|at| at != site.offset) {
            return Err(format!("stopped at {}", site.offset));
        }
        if self.jumps.is_some_and(|jumps| jumps != state.cy0) {
            return Err(format!("cy0 is {}", state.cy0));
        }
        if self.complexity.is_some_and(|complexity| complexity != state.ca0) {
            return Err(format!("ca0 is {}", state.ca0));
        }
        Ok(())
    }
}

fn show(bytes: Option<&[u8]>) -> String {
    match bytes {
        None => "undefined".into(),
        Some(bytes) if bytes.len() > 200 => format!("{} bytes", bytes.len()),
        Some(bytes) => {
            let digits: String = bytes.iter().rev().map(|byte| format!("{byte:02X}")).collect();
            format!("0x{digits} ({})", bytes.escape_ascii())
        }
    }
}
