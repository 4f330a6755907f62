//! The debugger without a terminal: commands from a text, a line each, and after each what there is to
//! see.

use aluvm_core::vm::Extension;

use super::command::Command;
use super::message::Trouble;
use super::text::text;
use super::{Debugger, Flow};
use crate::failure::Failure;
use crate::output;

/// A line of a script that is wrong.
#[derive(Debug)]
pub(crate) struct ScriptError {
    /// The line, from 1.
    pub(crate) line: usize,
    trouble: Trouble,
}

impl ScriptError {
    /// What is wrong.
    pub(crate) fn message(&self) -> String {
        self.trouble.to_string()
    }
}

/// Does what the lines say; empty ones and those that begin with `#` say nothing. It ends at the first
/// that is wrong.
pub(crate) fn run<E: Extension>(
    debugger: &mut Debugger<'_, '_, E>,
    script: &str,
) -> Result<Option<ScriptError>, Failure> {
    let scene = debugger.scene();
    output::print(format!("{}\n{}", scene.title, text(&scene)).as_bytes())?;
    for (number, line) in script.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let command = Command::parse(line).map_err(Trouble::from);
        match command.and_then(|command| debugger.execute(command, &mut || false)) {
            Ok(Flow::Continue) => {
                let shown = text(&debugger.scene());
                output::print(format!("\n> {line}\n{shown}").as_bytes())?;
            }
            Ok(Flow::Quit) => break,
            Err(trouble) => return Ok(Some(ScriptError { line: number + 1, trouble })),
        }
    }
    Ok(None)
}
