//! `alu debug`: a run of a routine, or a recorded one, in the debugger.

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use aluvm_core::call::{Case, Source};
use aluvm_core::contract::description::Description;
use aluvm_core::isa::NoExtension;
use aluvm_core::library::LibSite;
use aluvm_core::profile::Profile;
use aluvm_core::vm::{Effects, Extension};

use crate::console::Console;
use crate::debugger::{self, Debugger, Known};
use crate::failure::Failure;
use crate::host::Host;
use crate::input::{Input, is_standard};
use crate::libraries::Libraries;
use crate::progress::Progress;
use crate::report::{Diagnostic, MessageFormat, report};
use crate::routine::{Inputs, target};
use crate::sources::{Loaded, Options, Sources};

/// Debugs a routine, or a recorded run, forward and back.
///
/// In the terminal `?` lists the keys. A recorded run is a file that a test wrote with ALUVM_CASES; it needs
/// neither the sources nor the host.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The source or library, and behind `#` the name or the offset of a routine; or a recorded run.
    #[arg(value_name = "FILE[#ROUTINE] | CASE")]
    target: String,
    /// Inputs by name or by register: `balance=500`, `a64[0]=500`.
    #[arg(value_name = "NAME=VALUE")]
    inputs: Vec<String>,
    /// Does the commands in a file, a line each, without a terminal, and prints what they show.
    #[arg(short = 'x', value_name = "SCRIPT")]
    script: Option<PathBuf>,
    /// Stops when the complexity, `ca0`, reaches this.
    #[arg(long, value_name = "NUMBER")]
    limit: Option<u64>,
    /// A directory in which libraries (.alu) are found by their ids.
    #[arg(short = 'L', value_name = "DIR")]
    libraries: Vec<PathBuf>,
}

pub(crate) fn run<E: Extension>(
    arguments: &Arguments,
    host: Host<'_, '_, E>,
    profile: Profile,
    console: &Console,
) -> Result<(), Failure> {
    let (path, routine) = target(&arguments.target);
    let script = match &arguments.script {
        Some(script) if is_standard(script) && is_standard(&path) => {
            return Err(Failure::Usage("only one of them can be standard input".into()));
        }
        Some(script) => Some(script_text(script, console)?),
        None => {
            #[cfg(feature = "tui")]
            let is_there = debugger::is_there();
            #[cfg(not(feature = "tui"))]
            let is_there = false;
            if !is_there {
                let message = "there is no terminal to debug in; `-x SCRIPT` does without one";
                return Err(Failure::Usage(message.into()));
            }
            None
        }
    };
    let script = script.as_ref().map(|(name, text)| (name.as_str(), text.as_str()));
    match path.extension().is_some_and(|extension| extension == "case") {
        true => recorded(&path, arguments, script, console),
        false => {
            let options = Options::of(profile);
            routine_of((&path, routine), host, arguments, options, script, console)
        }
    }
}

/// Debugs a routine.
fn routine_of<E: Extension>(
    (path, routine): (&Path, Option<&str>),
    host: Host<'_, '_, E>,
    arguments: &Arguments,
    options: Options<'_>,
    script: Option<(&str, &str)>,
    console: &Console,
) -> Result<(), Failure> {
    let mut sources = Sources::<E>::new(options);
    let loaded = sources.load_or_say(path, console)?;
    let description = loaded.description();
    let inputs = Inputs::of(&description, routine)?;
    let registers = inputs.registers(&arguments.inputs, arguments.limit)?;
    let entry = LibSite::new(loaded.id, inputs.offset);
    let all: Vec<Rc<Loaded>> = sources.libraries().cloned().collect();
    let libraries = Libraries::new(&loaded, all.iter().cloned(), &arguments.libraries)?;
    let program = libraries.program::<E>([entry], loaded.profile);
    let program = program.inspect_err(|_| libraries.complain(console))?;
    let known = libraries.to_sources().into_iter().map(|source| {
        let loaded = all.iter().find(|loaded| loaded.id == source.lib.id());
        known(source, loaded.map(Rc::as_ref), path)
    });
    let title = [std::slice::from_ref(&arguments.target), &arguments.inputs].concat().join(" ");
    let debugger = Debugger::new(title, (&program, host), entry, registers, Effects::new(), known);
    debug(debugger, script, console)
}

/// Debugs a recorded run.
fn recorded(
    path: &Path,
    arguments: &Arguments,
    script: Option<(&str, &str)>,
    console: &Console,
) -> Result<(), Failure> {
    let text = Input::read(path)?.into_text().map_err(|message| refuse(path, message, console))?;
    let case: Case = text.text.parse().map_err(|error| {
        let message = format!("this is no recorded run: {error}");
        refuse(path, message, console)
    })?;
    let program = case.program().map_err(Failure::Program)?;
    let Some(effects) = case.effects.clone() else {
        let message = "it was not recorded what the host's instructions did";
        return Err(refuse(path, message.into(), console));
    };
    let description = case.sources.first().map(Source::describe).unwrap_or_default();
    let offset = format!("0x{:X}", case.entry.offset);
    let inputs = Inputs::of(&description, Some(&offset))?;
    let registers = inputs.changed(case.registers(), &arguments.inputs, arguments.limit)?;
    let known = case.sources.iter().map(|source| known(source.clone(), None, path));
    let title = arguments.target.clone();
    let host = Host::<NoExtension>::new(&Box::default);
    let debugger = Debugger::new(title, (&program, host), case.entry, registers, effects, known);
    debug(debugger, script, console)
}

/// Says what is wrong with a file.
fn refuse(path: &Path, message: String, console: &Console) -> Failure {
    let diagnostic = Diagnostic::of_file(&Input::name_of(path), message);
    report(&[diagnostic], MessageFormat::Human, console);
    Failure::Refused
}

fn script_text(path: &Path, console: &Console) -> Result<(String, String), Failure> {
    let text = Input::read(path)?.into_text().map_err(|message| refuse(path, message, console))?;
    Ok((text.name.clone(), text.text.clone()))
}

/// What there is to show of a library. The source of one that was built before is looked for where the
/// description says, and beside the file that is debugged.
fn known(source: Source, loaded: Option<&Loaded>, beside: &Path) -> Known {
    let description = source.describe();
    let own = loaded.and_then(|loaded| loaded.text.as_ref()).map(|text| text.text.clone());
    let text = own.or_else(|| {
        let file = Path::new(description.file);
        let name = file.file_name()?;
        [file.to_owned(), beside.with_file_name(name)].into_iter().find_map(|path| {
            (!path.as_os_str().is_empty()).then(|| fs::read_to_string(path).ok()).flatten()
        })
    });
    let labels = loaded.map(|loaded| labels(loaded, &description)).unwrap_or_default();
    Known { source, text, labels }
}

fn labels(loaded: &Loaded, description: &Description<'_>) -> Vec<(String, u16)> {
    let Some(debug) = &loaded.debug else { return Vec::new() };
    let labels = description.routines.iter().flat_map(|one| debug.labels(one));
    labels.map(|(name, offset)| (name.to_owned(), offset)).collect()
}

fn debug<E: Extension>(
    mut debugger: Debugger<'_, '_, E>,
    script: Option<(&str, &str)>,
    console: &Console,
) -> Result<(), Failure> {
    let Some((name, text)) = script else {
        #[cfg(feature = "tui")]
        return debugger::run_terminal(&mut debugger, console.is_colored());
        #[cfg(not(feature = "tui"))]
        return Ok(());
    };
    let shown = Progress::beside_results();
    let done = debugger::run_script(&mut debugger, text)?;
    drop(shown);
    let Some(error) = done else { return Ok(()) };
    let place = format!("{name}:{}", error.line);
    report(&[Diagnostic::of_file(&place, error.message())], MessageFormat::Human, console);
    Err(Failure::Refused)
}
