//! `alu dis`: libraries as text, which builds to the same bytes.

mod contract;
mod listing;

use std::path::{Path, PathBuf};

use aluvm_core::isa::InstructionSet;
use aluvm_core::profile::Profile;

pub(super) use self::contract::Importable;
use crate::console::Console;
use crate::failure::Failure;
use crate::format::before_comment;
use crate::libraries::{Found, found_in};
use crate::output;
use crate::sources::{Loaded, Options, Sources};

/// Prints a library as text, which builds to the same bytes.
///
/// It is a contract if its .aludbg is beside it, else instruction by instruction.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The library (.alu).
    #[arg(value_name = "LIB")]
    file: PathBuf,
    #[command(flatten)]
    shown: Shown,
    /// A directory with libraries (.alu) to import: calls have their names then.
    #[arg(short = 'L', value_name = "DIR")]
    libraries: Vec<PathBuf>,
}

/// What is shown beside the text, in comments.
#[derive(Clone, Copy, Default, clap::Args)]
pub(super) struct Shown {
    /// Shows the bytes of each line.
    #[arg(long)]
    bytes: bool,
    /// Shows the offset of each line, which a text without a contract does anyway.
    #[arg(long)]
    offsets: bool,
}

pub(crate) fn run<E: InstructionSet>(
    arguments: &Arguments,
    profile: Profile,
    console: &Console,
) -> Result<(), Failure> {
    let mut sources = Sources::<E>::new(Options::of(profile));
    let loaded = sources.load_or_say(&arguments.file, console)?;
    let mut importable = Vec::new();
    for directory in &arguments.libraries {
        for Found { path, debug, .. } in found_in(directory, &loaded.profile)?.into_iter().flatten()
        {
            let file = path.strip_prefix(".").map(Path::to_owned).unwrap_or(path);
            let interface = debug.map(|debug| debug.interface);
            importable.extend(interface.map(|interface| Importable { file, interface }));
        }
    }
    output::print(text::<E>(&loaded, &importable, arguments.shown).as_bytes())
}

/// The text of a library, which builds to the same bytes: a contract if enough is known of its source.
pub(super) fn text<E: InstructionSet>(
    loaded: &Loaded,
    importable: &[Importable],
    shown: Shown,
) -> String {
    let contract = contract::text::<E>(loaded, importable, shown);
    contract.unwrap_or_else(|| listing::text::<E>(loaded, shown))
}

/// Bytes of code in a comment at the end of a line.
fn comment(line: &str, bytes: &[u8]) -> String {
    let bytes: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let gap = before_comment(line.chars().count());
    format!("{line}{:gap$}// {}", "", bytes.join(" "))
}
