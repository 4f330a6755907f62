//! `alu check`: says what is wrong with files, and makes nothing.

use std::path::PathBuf;

use aluvm_core::contract::{FINDINGS, Levels};
use aluvm_core::isa::InstructionSet;
use aluvm_core::profile::Profile;
use clap::builder::PossibleValuesParser;

use crate::console::Console;
use crate::failure::Failure;
use crate::findings::findings;
use crate::progress::Progress;
use crate::report::{MessageFormat, report};
use crate::sources::{Options, Sources};

/// Says what is wrong with sources and libraries.
///
/// Of a library in the binary form it is what the analysis of its flow finds. Names of findings are those of
/// docs/flow.md.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Sources (.aluasm) and libraries (.alu).
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The form of the messages.
    #[arg(long, value_enum, value_name = "FORM", default_value_t)]
    message_format: MessageFormat,
    #[command(flatten)]
    levels: LevelArguments,
}

/// What is permitted and reported.
#[derive(clap::Args)]
pub(super) struct LevelArguments {
    /// Reports a finding that is reported on request only.
    #[arg(short = 'D', long, value_name = "NAME", value_parser = names())]
    pub(super) deny: Vec<String>,
    /// Permits a finding.
    #[arg(short = 'A', long, value_name = "NAME", value_parser = names())]
    pub(super) allow: Vec<String>,
}

fn names() -> PossibleValuesParser {
    PossibleValuesParser::new(FINDINGS)
}

pub(crate) fn run<E: InstructionSet>(
    arguments: &Arguments,
    profile: Profile,
    console: &Console,
) -> Result<(), Failure> {
    let Arguments { files, message_format, levels } = arguments;
    let allowed: Vec<&str> = levels.allow.iter().map(String::as_str).collect();
    let denied: Vec<&str> = levels.deny.iter().map(String::as_str).collect();
    let levels = Levels { allowed: &allowed, denied: &denied, profile };
    let options = Options { levels, ..Options::default() };
    let mut sources = Sources::<E>::new(options);
    let progress = Progress::new();
    progress.add(files.len());
    for path in files {
        if let Some(loaded) = sources.load(path)?
            && loaded.is_raw
        {
            sources.diagnostics.extend(findings::<E>(&loaded, options.levels, path));
        }
        progress.step();
    }
    drop(progress);
    report(&sources.diagnostics, *message_format, console);
    if sources.diagnostics.is_empty() { Ok(()) } else { Err(Failure::Refused) }
}
