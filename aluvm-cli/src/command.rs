//! The subcommands.

mod build;
mod check;
mod completions;
mod coverage;
mod debug;
mod dis;
mod explain;
mod fmt;
mod id;
mod info;
mod lsp;
mod man;
mod new;
mod run;
mod test;

use aluvm_core::profile::Profile;
use aluvm_core::vm::Extension;
use clap::Subcommand;

use crate::console::Console;
use crate::failure::Failure;
use crate::host::Host;

/// What `alu` can do.
#[derive(Subcommand)]
pub(crate) enum Command {
    Build(build::Arguments),
    Check(check::Arguments),
    Id(id::Arguments),
    Dis(dis::Arguments),
    Fmt(fmt::Arguments),
    Info(info::Arguments),
    Run(run::Arguments),
    Test(test::Arguments),
    Debug(debug::Arguments),
    Explain(explain::Arguments),
    New(new::Arguments),
    Lsp(lsp::Arguments),
    Coverage(coverage::Arguments),
    Completions(completions::Arguments),
    Man(man::Arguments),
}

impl Command {
    /// Does it.
    pub(crate) fn run<E: Extension>(
        self,
        host: Host<'_, '_, E>,
        profile: Profile,
        console: &Console,
    ) -> Result<(), Failure> {
        match self {
            Command::Build(arguments) => build::run::<E>(&arguments, profile, console),
            Command::Check(arguments) => check::run::<E>(&arguments, profile, console),
            Command::Id(arguments) => id::run::<E>(&arguments, profile, console),
            Command::Dis(arguments) => dis::run::<E>(&arguments, profile, console),
            Command::Fmt(arguments) => fmt::run(&arguments, console),
            Command::Info(arguments) => info::run::<E>(&arguments, profile, console),
            Command::Run(arguments) => run::run(&arguments, host, profile, console),
            Command::Test(arguments) => test::run(&arguments, host, profile, console),
            Command::Debug(arguments) => debug::run(&arguments, host, profile, console),
            Command::Explain(arguments) => explain::run::<E>(&arguments),
            Command::New(arguments) => new::run(&arguments),
            Command::Lsp(arguments) => lsp::run::<E>(arguments, profile),
            Command::Coverage(arguments) => coverage::run(&arguments, console),
            Command::Completions(arguments) => completions::run(&arguments),
            Command::Man(arguments) => man::run(&arguments),
        }
    }
}
