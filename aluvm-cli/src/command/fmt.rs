//! `alu fmt`: sources in one layout.

use std::path::PathBuf;
use std::rc::Rc;

use crate::console::Console;
use crate::failure::Failure;
use crate::format::format;
use crate::input::{Input, Text, is_standard};
use crate::output;
use crate::progress::Progress;
use crate::report::{Diagnostic, MessageFormat, report};

/// Writes sources in one layout; what they build to stays the same.
///
/// Columns are those of the disassembler. Comments stay where they are, and empty lines one at a time. What
/// comes from standard input goes to standard output. Nothing is written if one of the texts cannot be read.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Sources (.aluasm) and disassemblies.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Writes nothing, and prints what would be changed; the exit code is 1 if something would.
    #[arg(long)]
    check: bool,
}

pub(crate) fn run(arguments: &Arguments, console: &Console) -> Result<(), Failure> {
    let mut wrong = Vec::new();
    let mut texts = Vec::new();
    let progress = Progress::new();
    progress.add(arguments.files.len());
    for path in &arguments.files {
        match laid_out(Input::read(path)?) {
            Ok((text, after)) => texts.push((path, text, after)),
            Err(diagnostics) => wrong.extend(diagnostics),
        }
        progress.step();
    }
    drop(progress);
    report(&wrong, MessageFormat::Human, console);
    if !wrong.is_empty() {
        return Err(Failure::Refused);
    }
    if arguments.check {
        let changes = texts.iter().map(|(_, text, after)| changes(&text.name, &text.text, after));
        let changes: String = changes.collect();
        output::print(changes.as_bytes())?;
        return if changes.is_empty() { Ok(()) } else { Err(Failure::No) };
    }
    for (path, text, after) in texts {
        if is_standard(path) || after != text.text {
            output::write(path, after.as_bytes())?;
        }
    }
    Ok(())
}

/// A text before and after, or what is wrong with it.
fn laid_out(input: Input) -> Result<(Rc<Text>, String), Vec<Diagnostic>> {
    if input.is_binary() {
        let message = "this is a library; `alu dis` prints it as text".into();
        return Err(vec![Diagnostic::of_file(&input.name(), message)]);
    }
    let name = input.name();
    let text = input.into_text().map_err(|message| vec![Diagnostic::of_file(&name, message)])?;
    match format(&text.text) {
        Ok(after) => Ok((text, after)),
        Err(errors) => Err(Diagnostic::of_text(&text, &errors, |_| None)),
    }
}

/// The lines that change, between those at the beginning and at the end that do not.
fn changes(name: &str, before: &str, after: &str) -> String {
    if before == after {
        return String::new();
    }
    // An empty line behind the last says whether anything ends that.
    let [old, new] = [before, after].map(|text| text.split('\n').collect::<Vec<_>>());
    let same = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let most = old.len().min(new.len()) - same;
    let behind = old.iter().rev().zip(new.iter().rev()).take(most);
    let behind = behind.take_while(|(old, new)| old == new).count();
    let changed = |sign: char, lines: &[&str]| -> String {
        let lines = lines.get(same..lines.len() - behind).unwrap_or_default();
        lines.iter().map(|line| format!("{sign}{line}\n")).collect()
    };
    format!("{name}:{}\n{}{}", same + 1, changed('-', &old), changed('+', &new))
}
