//! The subcommands as somebody at a shell sees them: results, messages and exit codes, on good and bad
//! input. `SNAPSHOTS=overwrite` writes the expected output anew; read the diff.

mod bad_input;
mod build;
mod check;
mod debug;
mod dis;
mod examples;
mod fmt;
mod help;
#[path = "../host/mod.rs"]
mod host;
mod id;
mod info;
#[path = "../../../tests/language"]
#[allow(dead_code, unreachable_pub, reason = "it belongs to other tests")]
mod language {
    pub(crate) mod maker;
    pub(crate) mod program;
    pub(crate) mod text;
    pub(crate) mod types;
}
mod mutated;
mod new;
mod profile;
mod run;
mod statements;
mod test;
mod world;

use language::{program, text, types};
