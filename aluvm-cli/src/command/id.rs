//! `alu id`: the ids of libraries.

use std::path::PathBuf;

use aluvm_core::isa::InstructionSet;
use aluvm_core::library::LibId;
use aluvm_core::profile::Profile;
use clap::ValueEnum;

use crate::console::Console;
use crate::failure::Failure;
use crate::output;
use crate::progress::Progress;
use crate::report::{MessageFormat, report};
use crate::sources::{Options, Sources};

/// Prints the ids of libraries and of what sources build to.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Sources (.aluasm) and libraries (.alu).
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The form of the ids.
    #[arg(long, value_enum, default_value_t)]
    form: Form,
}

/// A form of ids.
#[derive(Clone, Copy, Default, ValueEnum)]
enum Form {
    /// `alu1…`, which tells each mistyped character.
    #[default]
    Bech32m,
    /// `alu:…#…`, that of the network.
    Baid64,
    /// The 32 bytes.
    Hex,
}

impl Form {
    fn write(self, id: LibId) -> String {
        match self {
            Form::Bech32m => id.to_string(),
            Form::Baid64 => id.baid64().to_string(),
            Form::Hex => output::hex(id.as_bytes()),
        }
    }
}

pub(crate) fn run<E: InstructionSet>(
    arguments: &Arguments,
    profile: Profile,
    console: &Console,
) -> Result<(), Failure> {
    let mut sources = Sources::<E>::new(Options::of(profile));
    let mut lines = String::new();
    let progress = Progress::new();
    progress.add(arguments.files.len());
    for path in &arguments.files {
        if let Some(loaded) = sources.load(path)? {
            lines.push_str(&arguments.form.write(loaded.id));
            lines.push('\n');
        }
        progress.step();
    }
    drop(progress);
    report(&sources.diagnostics, MessageFormat::Human, console);
    match sources.diagnostics.is_empty() {
        true => output::print(lines.as_bytes()),
        false => Err(Failure::Refused),
    }
}
