//! `alu man`: the manual of the command, made of what `--help` shows.

use std::fs;
use std::path::PathBuf;

use clap::Command;
use clap_mangen::Man;

use crate::failure::Failure;
use crate::output;

/// Writes the pages of the manual, one for each subcommand.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The folder, such as ~/.local/share/man/man1.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let folder = &arguments.folder;
    fs::create_dir_all(folder).map_err(Failure::file("make", folder))?;
    let mut command = crate::interface();
    // Gives subcommands the names of their pages.
    command.build();
    let subcommands = command.get_subcommands().filter(|one| one.get_name() != "help");
    let mut names = String::new();
    for command in std::iter::once(&command).chain(subcommands) {
        let path = folder.join(format!("{}.1", page(command)));
        let mut text = Vec::new();
        let written = Man::new(command.clone()).render(&mut text);
        written.map_err(Failure::file("write", &path))?;
        output::write(&path, &text)?;
        names.push_str(&format!("{}\n", path.display()));
    }
    output::print(names.as_bytes())
}

fn page(command: &Command) -> &str {
    command.get_display_name().unwrap_or(command.get_name())
}
