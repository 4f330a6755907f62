//! The commands of hosts, which are examples.

use std::path::{Path, PathBuf};

/// An example, built as the test is that asks for it.
pub(crate) fn command(example: &str) -> PathBuf {
    let test = std::env::current_exe().expect("a path");
    let profile = test.parent().and_then(Path::parent).expect("a folder of the profile");
    let mut cargo = std::process::Command::new(env!("CARGO"));
    cargo.args(["build", "--quiet", "--package", "aluvm-cli", "--example", example]);
    cargo.arg("--target-dir").arg(profile.parent().expect("the target folder"));
    cargo.current_dir(env!("CARGO_MANIFEST_DIR"));
    if profile.ends_with("release") {
        cargo.arg("--release");
    }
    assert!(cargo.status().expect("cargo runs").success());
    profile.join("examples").join(format!("{example}{}", std::env::consts::EXE_SUFFIX))
}
