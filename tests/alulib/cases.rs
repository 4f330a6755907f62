//! The cases of `ui-tests`, held against the list of what is verified: each name is found in a contract that
//! does not compile, and permitted in one that does.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use aluvm_core::contract::FINDINGS;

/// What the names of files begin with that are about contracts.
const CONTRACTS: &str = "alulib_";

/// The texts of the files in a folder of `ui-tests` about contracts.
fn texts(folder: &str, ending: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui-tests").join(folder);
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
        if name.starts_with(CONTRACTS) && name.ends_with(ending) {
            texts.push(fs::read_to_string(path).expect("a text"));
        }
    }
    assert!(!texts.is_empty(), "no contracts in {ending}");
    texts
}

/// All that a text permits in attributes that begin so.
fn permitted(texts: &[String], attribute: &str) -> BTreeSet<String> {
    let lists = texts.iter().flat_map(|text| text.split(attribute).skip(1));
    let names =
        lists.filter_map(|rest| rest.split_once(")]")).flat_map(|(list, _)| list.split(','));
    names.map(|name| name.trim().to_owned()).collect()
}

#[test]
fn each_finding_does_not_compile_and_can_be_permitted() {
    let errors = texts("fail", ".stderr").concat();
    let sources = texts("pass", ".rs");
    let (inner, outer) = (permitted(&sources, "#![allow("), permitted(&sources, "#[allow("));
    for name in FINDINGS {
        assert!(
            errors.contains(&format!("help: `#[allow({name})]` permits it")),
            "no contract in ui-tests/fail shows `{name}`"
        );
        assert!(outer.contains(name), "no item or statement in ui-tests/pass permits `{name}`");
        assert!(
            inner.contains(name) || name == "unread_status",
            "no library in ui-tests/pass permits `{name}`"
        );
    }
}

/// The page says what is verified, and nothing else.
#[test]
fn the_page_has_a_row_for_each_finding() {
    let page = include_str!("../../docs/contracts.md");
    let (_, table) = page.split_once("| name | found |\n").expect("a table");
    let rows = table.lines().take_while(|line| line.starts_with('|')).skip(1);
    let names = rows.filter_map(|row| row.split('|').nth(1));
    let names: BTreeSet<&str> =
        names.flat_map(|cell| cell.split(',')).map(|name| name.trim().trim_matches('`')).collect();
    assert_eq!(names, BTreeSet::from(FINDINGS));
}
