//! What the pages for readers name is there: the files that they link to, the paths, tests, packages and features.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use aluvm::profile::Profile;
use toml::Value;

/// The folders whose paths the pages give from the root of the repository.
const FOLDERS: &[&str] = &[
    ".ci/",
    "aluvm-core/",
    "aluvm-macros/",
    "benches/",
    "conformance/",
    "docs/",
    "editors/",
    "examples/",
    "fuzz/",
    "platforms/",
    "tests/",
    "ui-tests/",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Each page and its text.
fn pages() -> Vec<(PathBuf, String)> {
    let mut pages = Vec::new();
    for folder in ["", "docs", "conformance"] {
        for entry in fs::read_dir(root().join(folder)).expect("a folder") {
            let path = entry.expect("a file").path();
            if path.extension().is_some_and(|extension| extension == "md") {
                let text = fs::read_to_string(&path).expect("a page is text");
                pages.push((path, text));
            }
        }
    }
    assert!(pages.len() >= 9, "{} pages", pages.len());
    pages
}

#[test]
fn links_lead_to_files() {
    let mut links = 0;
    for (page, text) in pages() {
        for link in text.split("](").skip(1) {
            let target = link.split([')', '#']).next().expect("a first part");
            if target.is_empty() || target.contains("://") {
                continue;
            }
            let path = page.parent().expect("a folder").join(target);
            assert!(path.exists(), "{} links to {target}", page.display());
            links += 1;
        }
    }
    assert!(links >= 8, "{links} links");
}

/// Of a path with a name behind `::` the file has a function of that name.
#[test]
fn paths_and_tests_are_there() {
    let mut paths = 0;
    for (page, text) in pages() {
        let quoted = text.split('`').skip(1).step_by(2);
        for word in quoted.filter_map(|code| code.split_whitespace().next()) {
            if !FOLDERS.iter().any(|folder| word.starts_with(folder)) {
                continue;
            }
            let (path, function) = word.split_once("::").unwrap_or((word, ""));
            let path = root().join(path);
            assert!(path.exists(), "{} names {word}", page.display());
            if !function.is_empty() {
                let file = fs::read_to_string(path).expect("a file of tests");
                let is_there = file.contains(&format!("fn {function}("));
                assert!(is_there, "{} names {word}", page.display());
            }
            paths += 1;
        }
    }
    assert!(paths >= 20, "{paths} paths");
}

/// The page on testing shows no other code than that which runs.
#[test]
fn the_page_on_testing_quotes_what_runs() {
    let page = fs::read_to_string(root().join("docs/testing.md")).expect("a page");
    let source = fs::read_to_string(root().join("tests/contracts/exchange.rs")).expect("a test");
    let mut quotes = 0;
    for block in page.split("```rust\n").skip(1) {
        let code = block.split("```").next().expect("a first part");
        assert!(source.contains(code.trim_end()), "tests/contracts/exchange.rs has not\n{code}");
        quotes += 1;
    }
    assert!(quotes >= 5, "{quotes} quotes");
}

#[test]
fn the_page_on_the_network_has_each_choice_of_its_profile() {
    let page = fs::read_to_string(root().join("docs/network.md")).expect("a page");
    let rows: Vec<&str> =
        page.lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next()).collect();
    let specified = Profile::SPEC.choices();
    for (choice, specified) in Profile::RGB_0_11.choices().zip(specified) {
        assert_ne!(choice.answer, specified.answer, "{}", choice.name);
        assert_eq!(rows.iter().filter(|row| **row == choice.name).count(), 1, "{}", choice.name);
    }
    for profile in Profile::ALL {
        assert!(rows.contains(&format!("`{profile}`").as_str()), "{profile}");
    }
}

fn manifest(folder: &Path) -> Value {
    let text = fs::read_to_string(folder.join("Cargo.toml")).expect("a manifest");
    toml::from_str(&text).expect("a manifest is TOML")
}

/// The folders of the packages of the workspace, by name.
fn packages() -> BTreeMap<String, PathBuf> {
    let members = manifest(&root())["workspace"]["members"].clone();
    let members = members.as_array().expect("a list").iter();
    members
        .map(|member| member.as_str().expect("a path"))
        .chain([""])
        .map(|member| {
            let folder = root().join(member);
            let name = manifest(&folder)["package"]["name"].clone();
            (name.as_str().expect("a name").to_owned(), folder)
        })
        .collect()
}

/// Whether a package has a `test` or an `example`: in its manifest, or where cargo finds it without.
fn has_target(package: &Path, kind: &str, name: &str) -> bool {
    let folder = package.join(format!("{kind}s"));
    let manifest = manifest(package);
    let listed = manifest.get(kind).and_then(Value::as_array);
    listed.is_some_and(|targets| targets.iter().any(|target| target["name"].as_str() == Some(name)))
        || folder.join(format!("{name}.rs")).exists()
        || folder.join(name).join("main.rs").exists()
}

/// The words behind each of an option's places in a command.
fn values<'a>(words: &'a [&'a str], option: &'a str) -> impl Iterator<Item = &'a str> {
    words.windows(2).filter(move |pair| pair[0] == option).map(|pair| pair[1])
}

#[test]
fn commands_name_packages_tests_and_examples_that_are_there() {
    let packages = packages();
    let mut named = 0;
    for (page, text) in pages() {
        let commands = text.split('`').skip(1).step_by(2).flat_map(str::lines);
        for command in commands.filter(|command| command.contains("cargo ")) {
            let words: Vec<&str> = command.split_whitespace().collect();
            let mut folders: Vec<PathBuf> = values(&words, "--manifest-path")
                .map(|manifest| root().join(manifest.trim_end_matches("Cargo.toml")))
                .collect();
            for package in values(&words, "-p") {
                let folder = packages.get(package);
                assert!(folder.is_some(), "{}: no package {package}: {command}", page.display());
                folders.extend(folder.cloned());
            }
            if folders.is_empty() {
                folders.push(root());
            }
            for kind in ["test", "example"] {
                for name in values(&words, &format!("--{kind}")) {
                    let is_there = folders.iter().any(|folder| has_target(folder, kind, name));
                    assert!(is_there, "{}: no {kind} {name}: {command}", page.display());
                    named += 1;
                }
            }
        }
    }
    assert!(named >= 40, "{named} tests and examples");
}

#[test]
fn the_readme_has_each_feature() {
    let manifest = manifest(&root());
    let features = manifest["features"].as_table().expect("a table");
    let default = features["default"].as_array().expect("a list");
    let readme = fs::read_to_string(root().join("README.md")).expect("a page");
    for name in features.keys().filter(|name| *name != "default") {
        let is_default = default.iter().any(|feature| feature.as_str() == Some(name));
        let row = format!("| `{name}` | {} |", if is_default { "yes" } else { "no" });
        assert!(readme.contains(&row), "README.md has no {row}");
    }
}
