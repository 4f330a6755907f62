//! The command `alu`: tools for contracts and libraries as files. Each subcommand is a file in `command/`.
//!
//! It is a library so that a host can have it with its own instructions: [`main`] of its extension is the
//! whole command, and [`main_with`] gives these instructions the state of the host.

mod command;
mod console;
mod cost;
mod debug;
mod debugger;
mod execution;
mod failure;
mod findings;
mod format;
mod host;
mod input;
mod lcov;
mod libraries;
mod lsp;
mod output;
mod progress;
mod report;
mod routine;
mod sources;

use std::process::ExitCode;

use aluvm_core::profile::Profile;
use aluvm_core::vm::Extension;
use clap::{ColorChoice, CommandFactory, Parser};

use crate::command::Command;
use crate::console::Console;
pub use crate::format::format;
use crate::host::Host;

/// Tools for AluVM contracts.
#[derive(Parser)]
#[command(name = "alu", version, after_help = EXIT_CODES)]
struct Arguments {
    /// Colours: auto, which obeys NO_COLOR, always or never.
    #[arg(long, global = true, value_name = "WHEN", default_value_t = ColorChoice::Auto)]
    #[arg(hide_default_value = true, hide_possible_values = true)]
    color: ColorChoice,
    /// The profile of the machine: spec or rgb-0.11.
    #[arg(long, global = true, value_name = "NAME", default_value_t = Profile::SPEC)]
    #[arg(hide_default_value = true)]
    profile: Profile,
    #[command(subcommand)]
    command: Command,
}

const EXIT_CODES: &str = "\
Where a file is read, `-` is standard input.

Exit codes: 0 yes, 1 the verdict is no, 2 the command line is wrong, 3 a text or
a library was refused, 4 a program cannot be built, 5 input or output failed.";

/// The command line.
pub(crate) fn interface() -> clap::Command {
    Arguments::command()
}

/// Runs the command with the instructions of the extension `E` beside those of the base set. Each run of a
/// program gets a context of its own, the `Default` of its type.
pub fn main<E: Extension<Context<'static>: Default>>() -> ExitCode {
    main_with::<E>(Box::default)
}

/// The same with contexts that the host makes. `context` is called where a run begins: once for `alu run`, for
/// each case of `alu test`, and for each time that a debugger begins anew, so that no run sees what another left
/// behind. A context may borrow from the host.
///
/// ```no_run
/// use std::ops::ControlFlow;
/// use std::process::ExitCode;
///
/// use aluvm::isa::Idx32;
/// use aluvm::{Extension, Registers, isa_extension};
///
/// isa_extension! {
///     pub enum Chain: "CHAIN" {
///         /// Sets an integer register to the height of the chain.
///         Height = 0x90 [dst: Idx32, #0/3] "height" (a32 dst) reads() writes(a32 dst) cost 10;
///     }
/// }
///
/// impl Extension for Chain {
///     type Context<'c> = &'c u32;
///
///     fn execute(&self, registers: &mut Registers, height: &mut &u32) -> ControlFlow<()> {
///         let Chain::Height { dst } = self;
///         registers.put_a32(*dst, Some(**height));
///         ControlFlow::Continue(())
///     }
/// }
///
/// fn main() -> ExitCode {
///     let height = 800_000;
///     aluvm_cli::main_with::<Chain>(|| Box::new(&height))
/// }
/// ```
pub fn main_with<'h, E: Extension>(context: impl Fn() -> Box<E::Context<'h>>) -> ExitCode {
    keep_memory();
    let arguments = Arguments::parse();
    let console = Console::new(arguments.color);
    match arguments.command.run(Host::<E>::new(&context), arguments.profile, &console) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if let Some(message) = failure.message() {
                console.say(&message);
            }
            failure.code()
        }
    }
}

/// Lets the allocator keep what is freed. That of glibc gives the memory of each large list back to the system, and
/// then the next list costs a fault for each of its pages again, a tenth of the time of `alu build`. It stops doing so
/// for lists of a size of which one has been freed. Nothing is written here, so that this costs no memory itself.
fn keep_memory() {
    const LARGEST: usize = 31 << 20;
    drop(std::hint::black_box(Vec::<u8>::with_capacity(LARGEST)));
}
