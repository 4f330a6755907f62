//! The manifest: what cargo needs to take the drop-in for the crate of the registry.

use std::process::Command;

/// The crate as cargo sees it.
fn package() -> serde_json::Value {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml");
    let arguments = ["metadata", "--no-deps", "--format-version", "1", "--manifest-path", manifest];
    let output = Command::new(env!("CARGO")).args(arguments).output().expect("cargo runs");
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    metadata["packages"][0].clone()
}

#[test]
fn names() {
    let package = package();
    assert_eq!(package["name"], "rgb-aluvm");
    assert_eq!(package["version"], "0.11.2-rc.1");
    assert_eq!(package["targets"][0]["name"], "aluvm");
}

/// With `secp256k1`, which any crate of a wallet could ask for, all libraries that a wallet assembles would have other
/// ids: a build that asks for it fails, since there is no such feature.
#[test]
fn features() {
    let package = package();
    let features = package["features"].as_object().expect("a table");
    let names: Vec<&str> = features.keys().map(String::as_str).collect();
    assert_eq!(names, ["default", "log", "rgb-ascii-armor", "serde", "std", "stl"]);
    assert_eq!(features["default"], serde_json::json!(["std"]));
}

#[test]
fn type_library() {
    let ours = compat::stl::aluvm_stl();
    assert_eq!(
        ours.id().to_string(),
        "stl:myo90uZg-uGl~PpV-Wyevvqm-yuOJvS2-bKHJDWN-fgv9sjE#jargon-gorilla-poetic"
    );
    assert_eq!(ours, aluvm::stl::aluvm_stl());
}
