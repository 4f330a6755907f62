//! `alu build`: libraries of sources.

mod rust;

use std::path::{Path, PathBuf};

use aluvm_core::contract::{contract_tokens, imported_files};
use aluvm_core::isa::InstructionSet;
use aluvm_core::profile::Profile;
use clap::ValueEnum;

use super::dis::{Importable, Shown, text};
use crate::console::Console;
use crate::failure::Failure;
use crate::input::is_standard;
use crate::output;
use crate::progress::Progress;
use crate::report::{MessageFormat, report};
use crate::sources::{Loaded, Options, Sources};

/// Builds libraries of sources, after the files that these import.
///
/// A library is written beside its source as .alu, which is exactly what its id commits to, with a .aludbg
/// that says what the source does: names, lines, errors. Other forms go to standard output. Nothing is
/// written if a source has a mistake.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Sources (.aluasm), disassemblies and libraries.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Where to write; of several files a directory.
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,
    /// The form of what is built.
    #[arg(long, value_enum, value_name = "FORM", default_value_t)]
    emit: Emit,
    /// Refuses imports that are not pinned to an id.
    #[arg(long, conflicts_with = "update")]
    locked: bool,
    /// Writes the ids of imports, and changed ids of libraries, into the sources.
    #[arg(long)]
    update: bool,
    /// The form of the messages.
    #[arg(long, value_enum, value_name = "FORM", default_value_t)]
    message_format: MessageFormat,
}

/// The form of what is built.
#[derive(Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Emit {
    /// The library, with its .aludbg.
    #[default]
    Lib,
    /// The library in hexadecimal.
    Hex,
    /// Its text, as `alu dis` prints it.
    Text,
    /// A static of Rust.
    Rust,
}

impl Emit {
    fn extension(self) -> &'static str {
        match self {
            Emit::Lib => "alu",
            Emit::Hex => "hex",
            Emit::Text => "txt",
            Emit::Rust => "rs",
        }
    }

    fn form<E: InstructionSet>(self, loaded: &Loaded, imported: &[Importable]) -> Vec<u8> {
        match self {
            Emit::Lib => loaded.lib.to_bytes(),
            Emit::Hex => (output::hex(&loaded.lib.to_bytes()) + "\n").into_bytes(),
            Emit::Text => text::<E>(loaded, imported, Shown::default()).into_bytes(),
            Emit::Rust => rust::source(loaded).into_bytes(),
        }
    }
}

pub(crate) fn run<E: InstructionSet>(
    arguments: &Arguments,
    profile: Profile,
    console: &Console,
) -> Result<(), Failure> {
    let is_read = arguments.files.iter().any(|path| is_standard(path));
    if arguments.update && is_read {
        return Err(Failure::Usage("`--update` writes into files, not into standard input".into()));
    }
    if arguments.files.len() > 1 && arguments.output.as_deref().is_some_and(|out| !out.is_dir()) {
        return Err(Failure::Usage("`-o` of several files names a directory that exists".into()));
    }
    let options =
        Options { is_locked: arguments.locked, updates: arguments.update, ..Options::of(profile) };
    let mut sources = Sources::<E>::new(options);
    let mut built = Vec::new();
    let progress = Progress::new();
    progress.add(arguments.files.len());
    for path in &arguments.files {
        built.extend(sources.load(path)?.map(|loaded| (path, loaded)));
        progress.step();
    }
    drop(progress);
    report(&sources.diagnostics, arguments.message_format, console);
    if !sources.diagnostics.is_empty() {
        return Err(Failure::Refused);
    }
    for (path, loaded) in built {
        let target = target(arguments, path, &loaded.name);
        let imported = match arguments.emit {
            Emit::Text => imported(&mut sources, path, &loaded)?,
            Emit::Lib | Emit::Hex | Emit::Rust => Vec::new(),
        };
        output::write(&target, &arguments.emit.form::<E>(&loaded, &imported))?;
        if let (Emit::Lib, false, Some(debug)) =
            (arguments.emit, is_standard(&target), &loaded.debug)
        {
            let text = debug.to_json(loaded.id);
            output::write(&target.with_extension("aludbg"), text.as_bytes())?;
        }
    }
    Ok(())
}

/// What a source imports, under the names that it has for these files.
fn imported<E: InstructionSet>(
    sources: &mut Sources<'_, E>,
    source: &Path,
    loaded: &Loaded,
) -> Result<Vec<Importable>, Failure> {
    let text = loaded.text.as_ref().map_or("", |text| &text.text);
    let mut all = Vec::new();
    for import in contract_tokens(text).as_deref().map(imported_files).unwrap_or_default() {
        let path = source.parent().unwrap_or(Path::new("")).join(&import.file);
        if let Some(library) = sources.load(&path)? {
            let interface = library.interface.clone();
            all.push(Importable { file: import.file.into(), interface });
        }
    }
    Ok(all)
}

/// Where the library of a source is written.
fn target(arguments: &Arguments, source: &Path, name: &str) -> PathBuf {
    let Arguments { output, emit, .. } = arguments;
    match output {
        Some(output) if output.is_dir() => output.join(name).with_extension(emit.extension()),
        Some(output) => output.clone(),
        None if *emit == Emit::Lib && !is_standard(source) => source.with_extension("alu"),
        None => "-".into(),
    }
}
