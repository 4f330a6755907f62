//! The commands of hosts, which are examples.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// An example, built as the test is that asks for it.
///
/// The tests of a whole package build its examples, so that one is mostly there; building it once more by itself
/// would compile all that it depends on again, with other features.
pub(crate) fn command(example: &str) -> PathBuf {
    let test = std::env::current_exe().expect("a path");
    let profile = test.parent().and_then(Path::parent).expect("a folder of the profile");
    let built = profile.join("examples").join(format!("{example}{}", std::env::consts::EXE_SUFFIX));
    if !is_fresh(&built) {
        build(example, profile);
    }
    built
}

/// Whether no source that cargo lists beside a command changed after the command was built.
fn is_fresh(built: &Path) -> bool {
    let modified = |path: &Path| -> Option<SystemTime> { path.metadata().ok()?.modified().ok() };
    let Some(of_command) = modified(built) else { return false };
    let Ok(list) = std::fs::read_to_string(built.with_extension("d")) else { return false };
    // A space in a path is written `\ `, which makes two paths that do not exist.
    let sources: Vec<&str> = list.split_whitespace().skip(1).collect();
    !sources.is_empty()
        && sources.iter().all(|source| {
            modified(Path::new(source)).is_some_and(|of_source| of_source <= of_command)
        })
}

fn build(example: &str, profile: &Path) {
    let mut cargo = std::process::Command::new(env!("CARGO"));
    cargo.args(["build", "--quiet", "--package", "aluvm-cli", "--example", example]);
    cargo.arg("--target-dir").arg(profile.parent().expect("the target folder"));
    cargo.current_dir(env!("CARGO_MANIFEST_DIR"));
    if profile.ends_with("release") {
        cargo.arg("--release");
    }
    assert!(cargo.status().expect("cargo runs").success());
}
