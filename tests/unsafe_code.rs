//! The unsafe code that a program with `aluvm` in it executes is listed in `docs/unsafe.md`, crate by
//! crate and counted, so that an update that brings more of it is seen. `ALUVM_BLESS=1` writes the
//! numbers anew and keeps the reasons.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

const PAGE: &str = "docs/unsafe.md";

/// The line behind which the table stands.
const HEAD: &str =
    "| crate | functions | blocks | implementations | C | why |\n|---|--:|--:|--:|--:|---|\n";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// How often `unsafe` stands before what, and lines of C.
#[derive(Default)]
struct Count {
    functions: usize,
    blocks: usize,
    /// Implementations of traits, and declarations of traits and of foreign functions.
    implementations: usize,
    c_lines: usize,
}

impl Count {
    fn is_none(&self) -> bool {
        self.functions + self.blocks + self.implementations + self.c_lines == 0
    }

    /// Counts the tokens, those in macros and in what other platforms have included.
    fn add(&mut self, tokens: TokenStream) {
        let mut after_unsafe = false;
        for token in tokens {
            if after_unsafe {
                match &token {
                    TokenTree::Ident(word) if word == "fn" => self.functions += 1,
                    TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                        self.blocks += 1;
                    }
                    _ => self.implementations += 1,
                }
            }
            after_unsafe = matches!(&token, TokenTree::Ident(word) if word == "unsafe");
            if let TokenTree::Group(group) = token {
                self.add(group.stream());
            }
        }
    }

    fn add_folder(&mut self, folder: &Path) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("a file").path();
            if path.is_dir() {
                self.add_folder(&path);
                continue;
            }
            let extension = path.extension().and_then(|extension| extension.to_str());
            let Some("rs" | "c" | "h" | "S") = extension else { continue };
            let text = fs::read_to_string(&path).expect("a text");
            if extension == Some("rs") {
                // Templates that are no Rust by themselves have no tokens.
                self.add(text.parse().unwrap_or_default());
            } else {
                self.c_lines += text.lines().filter(|line| !line.trim().is_empty()).count();
            }
        }
    }
}

fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env::var_os("CARGO").expect("cargo runs the tests"))
        .args(arguments)
        .current_dir(root())
        .output()
        .expect("cargo");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "cargo {}: {errors}", arguments.join(" "));
    String::from_utf8(output.stdout).expect("text")
}

/// The crates that `aluvm` with all features consists of, on any platform, without those that run while
/// it is compiled only.
fn crates() -> BTreeSet<(String, String)> {
    let tree = cargo(&[
        "tree",
        "--locked",
        "-p",
        "aluvm",
        "--all-features",
        "--target",
        "all",
        "-e",
        "normal,no-proc-macro",
        "--prefix",
        "none",
    ]);
    let crates = tree.lines().map(|line| {
        let mut words = line.split_whitespace();
        let name = words.next().expect("a name").to_string();
        (name, words.next().expect("a version").trim_start_matches('v').to_string())
    });
    crates.collect()
}

/// The table but for the reasons, a row for each crate.
fn rows() -> BTreeMap<String, Count> {
    let metadata = cargo(&["metadata", "--locked", "--format-version", "1"]);
    let metadata: serde_json::Value = serde_json::from_str(&metadata).expect("JSON");
    let packages = metadata["packages"].as_array().expect("a list");
    let mut rows = BTreeMap::new();
    for (name, version) in crates() {
        let is_it = |package: &&serde_json::Value| {
            package["name"] == *name && package["version"] == *version
        };
        let package = packages.iter().find(is_it).expect("a package of the tree");
        let manifest = Path::new(package["manifest_path"].as_str().expect("a path"));
        let folder = manifest.parent().expect("a folder");
        let mut count = Count::default();
        for source in ["src", "c", "depend/secp256k1/src"] {
            let source = folder.join(source);
            if source.is_dir() {
                count.add_folder(&source);
            }
        }
        rows.insert(format!("`{name}` {version}"), count);
    }
    rows
}

#[test]
fn unsafe_code_is_listed() {
    let page = root().join(PAGE);
    let text = fs::read_to_string(&page).expect("a page");
    let (before, table) = text.split_once(HEAD).expect("the head of the table");
    let reason = |name: &str| {
        let of_crate = |line: &&str| line.split('`').nth(1) == name.split('`').nth(1);
        let line = table.lines().find(of_crate)?;
        line.trim_end_matches(" |").rsplit_once("| ").map(|(_, reason)| reason.to_string())
    };
    let (mut found, mut without) = (String::new(), Vec::new());
    for (name, count) in rows() {
        if count.is_none() {
            without.push(name);
            continue;
        }
        let Count { functions, blocks, implementations, c_lines } = count;
        let reason = reason(&name).unwrap_or_default();
        writeln!(
            found,
            "| {name} | {functions} | {blocks} | {implementations} | {c_lines} | {reason} |"
        )
        .expect("a string");
    }
    writeln!(found, "\nWithout any: {}.", without.join(", ")).expect("a string");
    if env::var_os("ALUVM_BLESS").is_some() {
        fs::write(&page, [before, HEAD, &found].concat()).expect("a page");
    }
    assert_eq!(table, found, "{PAGE} is not up to date: see CONTRIBUTING.md");
    for line in table.lines().take_while(|line| !line.is_empty()) {
        let reason = reason(line).expect("a row");
        assert!(reason.len() > 20, "a reason is missing: {line}");
    }
}
