//! What the pages for readers name is there: the files that they link to, the paths and the tests.

use std::fs;
use std::path::{Path, PathBuf};

use aluvm::profile::Profile;

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
