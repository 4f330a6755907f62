//! What the compiler says of wrong blocks is what is said of the same text in a file: `ui-tests/fail` has the blocks, and
//! the messages as a compiler shows them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use aluvm::asm;
use aluvm_core::asm::TextSpan;
use aluvm_core::contract::parse_text;
use aluvm_core::isa::NoExtension;

/// An error: the line and column where it begins, and the first line of what it says.
type Said = (u32, u32, String);

/// Sources whose mistakes are those of Rust around the blocks, of macros that make them, or of what only files or only
/// the macros have.
const OTHERWISE: [&str; 13] = [
    "alulib_macro_head",
    "alulib_macro_import",
    "alulib_no_impl",
    "alulib_rules",
    "alulib_several",
    "alulib_syntax",
    "alulib_too_long",
    "extension",
    "extension_path",
    "punctuation",
    "several",
    "too_long",
    "unfinished",
];

/// What is said of text that only the macros read.
const FOR_MACROS: [&str; 5] = [
    "in the macro only",
    "only the macro",
    "which only `alulib!` knows",
    "which only `aluasm!` knows",
    "`#![isa(path::To::Extension)]`",
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui-tests/fail")
}

/// The messages of the compiler about a source.
fn compiled(name: &str) -> BTreeSet<Said> {
    let text = fs::read_to_string(folder().join(name).with_extension("stderr")).expect("messages");
    let mut said = BTreeSet::new();
    let mut message = "";
    for line in text.lines() {
        if let Some(first) = line.strip_prefix("error: ") {
            message = first;
        } else if let Some(place) = line.trim_start().strip_prefix("--> ")
            && !message.is_empty()
        {
            let mut numbers = place.rsplit(':').map(|number| number.parse().expect("a number"));
            let (column, line) =
                (numbers.next().expect("a column"), numbers.next().expect("a line"));
            said.insert((line, column, message.to_owned()));
            message = "";
        }
    }
    said
}

/// A block of a macro: the line at which it begins, and its lines.
type Block<'s> = (usize, Vec<&'s str>);

/// The blocks of a macro in a source.
fn blocks<'s>(source: &'s str, name: &str) -> Vec<Block<'s>> {
    let lines: Vec<&str> = source.lines().collect();
    let begin = format!("{name}! {{");
    // What another macro has made begins with a path.
    let is_begin = |line: &str| line.ends_with(&begin) && !line.contains("::");
    let begins = lines.iter().enumerate().filter(|(_, line)| is_begin(line));
    let block = |(first, line): (usize, &&'s str)| {
        let indent = &line[..line.len() - line.trim_start().len()];
        let is_end =
            |line: &&str| line.strip_prefix(indent).is_some_and(|rest| rest.starts_with('}'));
        let inside = lines[first + 1..].iter().copied().take_while(|line| !is_end(line)).collect();
        (first + 1, inside)
    };
    begins.map(block).collect()
}

/// The lines of a module as those of the file that is its inside: attributes of the module are its own.
fn inside(lines: &[&str]) -> Vec<String> {
    let mut is_inside = false;
    let line = |line: &&str| match line.trim_start() {
        _ if *line == "    }" => String::new(),
        // A space less, so that all stands where it stood.
        text if !is_inside && text.starts_with("#[") => line.replacen(" #[", "#![", 1),
        text if !is_inside && text.trim_start_matches("pub ").starts_with("mod ") => {
            is_inside = true;
            String::new()
        }
        _ => (*line).to_owned(),
    };
    lines.iter().map(line).collect()
}

/// What is said of a text that begins behind so many lines of a source.
fn said(before: usize, lines: &[String], is_library: bool) -> BTreeSet<Said> {
    let text = format!("{}{}", "\n".repeat(before), lines.join("\n"));
    let mut said = BTreeSet::new();
    let mut say = |span: TextSpan, report: String, replacement: Option<String>| {
        // What an editor offers is what the message proposes.
        if let Some(text) = replacement {
            assert!(report.contains(text.trim_matches('"')), "{text}: {report}");
        }
        let first = report.lines().next().expect("a message");
        said.insert((span.line, span.column, first.to_owned()));
    };
    if is_library {
        let resolve = &mut |name: &str| Err(format!("there is no file `{name}`").into());
        if let Err(errors) = parse_text::<NoExtension>(&text, "all", "all.aluasm", resolve) {
            errors.iter().for_each(|error| say(error.span, error.report(), error.replacement()));
        }
    } else if let Err(errors) = asm::parse(&text) {
        errors.iter().for_each(|error| say(error.span, error.report(), error.replacement()));
    }
    said
}

#[test]
fn files_are_told_what_the_compiler_says() {
    let (mut count, mut wrong) = (0, Vec::new());
    for entry in fs::read_dir(folder()).expect("the folder") {
        let path = entry.expect("a file").path();
        let name = path.file_stem().and_then(|name| name.to_str()).expect("a name");
        if path.extension().is_none_or(|extension| extension != "rs") || OTHERWISE.contains(&name) {
            continue;
        }
        let source = fs::read_to_string(&path).expect("a source");
        let compiled = compiled(name);
        let plain = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect();
        let assembly = blocks(&source, "aluasm");
        let libraries = blocks(&source, "alulib");
        let assembly = assembly.iter().map(|(first, lines)| (*first, plain(lines), false));
        let libraries = libraries.iter().map(|(first, lines)| (*first, inside(lines), true));
        for (first, lines, is_library) in assembly.chain(libraries) {
            let said = said(first, &lines, is_library);
            let is_for_macros =
                |(_, _, message): &Said| FOR_MACROS.iter().any(|words| message.contains(words));
            if said.iter().any(is_for_macros) {
                continue;
            }
            let range = first as u32 + 1..=(first + lines.len()) as u32;
            let there = compiled.iter().filter(|(line, ..)| range.contains(line)).cloned();
            let there: BTreeSet<Said> = there.collect();
            wrong.extend(
                said.symmetric_difference(&there).map(|one| (name.to_owned(), one.clone())),
            );
            count += said.len();
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(count > 400, "{count}");
}
