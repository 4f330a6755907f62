//! `alu run`: runs a routine of a library.

mod trace;

use std::path::PathBuf;

use aluvm_core::call::CallError;
use aluvm_core::library::LibSite;
use aluvm_core::profile::Profile;
use aluvm_core::vm::Extension;
use clap::ValueEnum;

use crate::console::Console;
use crate::execution::Run;
use crate::failure::Failure;
use crate::host::Host;
use crate::libraries::Libraries;
use crate::output;
use crate::progress::Progress;
use crate::routine::{Inputs, notation, target};
use crate::sources::{Options, Sources};

/// Runs a routine of a source or a library, and prints its outputs.
///
/// The exit code is 0 if it ends with `st0` true, and 1 if not; then it says why.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The source or library, and behind `#` the name or the offset of a routine; without it the first that
    /// others can call.
    #[arg(value_name = "FILE[#ROUTINE]")]
    target: String,
    /// Inputs by name or by register: `balance=500`, `a64[0]=500`.
    #[arg(value_name = "NAME=VALUE")]
    inputs: Vec<String>,
    /// Prints the value of this output or register, and nothing else.
    #[arg(long, value_name = "NAME")]
    get: Vec<String>,
    /// Stops when the complexity, `ca0`, reaches this.
    #[arg(long, value_name = "NUMBER")]
    limit: Option<u64>,
    /// A directory in which libraries (.alu) are found by their ids.
    #[arg(short = 'L', value_name = "DIR")]
    libraries: Vec<PathBuf>,
    /// Prints what was called and what it cost, or each step as JSON.
    #[arg(long, value_enum, num_args = 0..=1, require_equals = true, default_missing_value = "calls")]
    trace: Option<Trace>,
}

/// What is printed of a run.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Trace {
    /// The tree of calls.
    Calls,
    /// An object a line for each step.
    Json,
}

pub(crate) fn run<E: Extension>(
    arguments: &Arguments,
    host: Host<'_, '_, E>,
    profile: Profile,
    console: &Console,
) -> Result<(), Failure> {
    let (path, routine) = target(&arguments.target);
    let mut sources = Sources::<E>::new(Options::of(profile));
    let loaded = sources.load_or_say(&path, console)?;
    let description = loaded.description();
    let inputs = Inputs::of(&description, routine)?;
    let registers = inputs.registers(&arguments.inputs, arguments.limit)?;
    let asked = arguments.get.iter().map(|name| inputs.register(name).map(|one| (name, one)));
    let asked = asked.collect::<Result<Vec<_>, _>>()?;
    let entry = LibSite::new(loaded.id, inputs.offset);
    let libraries = Libraries::new(&loaded, sources.libraries().cloned(), &arguments.libraries)?;
    let program = libraries.program::<E>([entry], loaded.profile);
    let program = program.inspect_err(|_| libraries.complain(console))?;
    let mut run = Run::new(&program, host, entry, registers);
    let ended = match arguments.trace {
        Some(Trace::Calls) => trace::calls(&mut run, &libraries)?,
        Some(Trace::Json) => trace::json(&mut run)?,
        None => {
            let _progress = Progress::new();
            run.finish()
        }
    };
    if arguments.trace != Some(Trace::Json) {
        let lines = match asked.is_empty() {
            true => inputs.results(&run.registers, &ended.registers, &ended.outcome),
            false => asked.iter().map(|(_, one)| notation(&ended.registers, *one) + "\n").collect(),
        };
        output::print(lines.as_bytes())?;
    }
    if ended.outcome.is_success() {
        return Ok(());
    }
    let case = run.into_case(libraries.to_sources(), ended.outcome);
    console.write(&format!("{}\n", CallError::failed(case, &ended.registers)));
    Err(Failure::No)
}
