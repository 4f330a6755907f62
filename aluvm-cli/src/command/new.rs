//! `alu new`: a folder to begin with.

use std::fs;
use std::path::PathBuf;

use crate::failure::Failure;
use crate::output;

/// Makes a folder with a contract and its cases, to begin with.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The folder, whose name is that of the contract.
    #[arg(value_name = "NAME")]
    folder: PathBuf,
}

const CONTRACT: &str = include_str!("new/contract.aluasm");
const CASES: &str = include_str!("new/contract.case");

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let folder = &arguments.folder;
    let Some(name) = folder.file_name().map(PathBuf::from) else {
        return Err(Failure::Usage(format!("{} is no name", folder.display())));
    };
    fs::create_dir(folder).map_err(Failure::file("make", folder))?;
    let mut text = String::new();
    for (extension, content) in [("aluasm", CONTRACT), ("case", CASES)] {
        let mut file = name.clone().into_os_string();
        file.push(".");
        file.push(extension);
        let path = folder.join(file);
        output::write(&path, content.as_bytes())?;
        text.push_str(&format!("{}\n", path.display()));
    }
    output::print(text.as_bytes())
}
