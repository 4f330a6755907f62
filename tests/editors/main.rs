//! The grammars for editors say what the instruction table says. `ALUVM_BLESS=1` writes them anew.

mod helix;
mod textmate;
mod vim;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use aluvm_core::isa::{FORMS, FieldKind, Form, OperandForm, RegisterSize, Syntax};
use serde_json::Value;

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../editors").join(name)
}

fn read(name: &str) -> String {
    fs::read_to_string(file(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Compares a file with what it should be, or writes it.
fn check(name: &str, expected: &str) {
    if std::env::var_os("ALUVM_BLESS").is_some() {
        fs::write(file(name), expected).expect("it can be written");
    }
    assert!(read(name) == expected, "{name} is not what the table says: ALUVM_BLESS=1 writes it");
}

fn syntaxes() -> impl Iterator<Item = (&'static Form, &'static Syntax)> {
    FORMS.iter().flat_map(|form| form.syntaxes.iter().map(move |syntax| (form, syntax)))
}

/// All mnemonics, those that change the way of a program apart.
fn mnemonics() -> (BTreeSet<&'static str>, BTreeSet<&'static str>) {
    let is_way = |(_, syntax): &(&Form, &Syntax)| {
        let mut operands = syntax.operands.iter();
        syntax.operands.is_empty()
            || operands.any(|one| matches!(one, OperandForm::Target(_) | OperandForm::Site { .. }))
    };
    let (ways, others): (Vec<_>, Vec<_>) = syntaxes().partition(is_way);
    let words = |all: Vec<(&Form, &'static Syntax)>| {
        all.into_iter().map(|(_, syntax)| syntax.mnemonic).collect()
    };
    (words(ways), words(others))
}

/// The mnemonics that have the same flags, by these.
fn flags() -> BTreeMap<BTreeSet<&'static str>, BTreeSet<&'static str>> {
    let mut of_mnemonics: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (form, syntax) in syntaxes() {
        let Some(field) = syntax.flags else { continue };
        let FieldKind::Flags(flags) = form.fields[field].kind else { continue };
        of_mnemonics.entry(syntax.mnemonic).or_default().extend(flags.iter().map(|flag| flag.text));
    }
    let mut all: BTreeMap<BTreeSet<&str>, BTreeSet<&str>> = BTreeMap::new();
    for (mnemonic, flags) in of_mnemonics {
        all.entry(flags).or_default().insert(mnemonic);
    }
    all
}

/// Words as a pattern, longer ones before those that they begin with.
fn alternatives<'w>(words: impl IntoIterator<Item = &'w &'w str>) -> String {
    let mut words: Vec<&str> = words.into_iter().copied().collect();
    words.sort_by_key(|word| (std::cmp::Reverse(word.len()), *word));
    words.join("|")
}

fn sizes() -> Vec<&'static str> {
    RegisterSize::ALL.iter().map(|size| size.name()).collect()
}

#[test]
fn textmate_grammars_are_of_the_table() {
    for (name, grammar) in [("aluasm", textmate::grammar()), ("aluasm-rust", textmate::injection())]
    {
        let text = serde_json::to_string_pretty(&grammar).expect("JSON");
        let name = format!("vscode/syntaxes/{name}.tmLanguage.json");
        if std::env::var_os("ALUVM_BLESS").is_some() {
            fs::write(file(&name), text + "\n").expect("it can be written");
        }
        // The order of the keys is that of a feature which other packages choose.
        let written: Value = serde_json::from_str(&read(&name)).expect("JSON");
        assert_eq!(written, grammar, "{name}: ALUVM_BLESS=1 writes it");
    }
}

#[test]
fn the_vim_syntax_is_of_the_table() {
    check("vim/syntax/aluasm.vim", &vim::syntax());
}

#[test]
fn the_queries_of_helix_are_of_the_table() {
    check("helix/runtime/queries/aluasm/highlights.scm", &helix::highlights());
}

/// Each file that the manifest of the extension names is there, and each grammar is the scope that it says.
#[test]
fn the_extension_has_its_files() {
    let manifest: Value = serde_json::from_str(&read("vscode/package.json")).expect("JSON");
    let mut named = vec![manifest["main"].clone()];
    let contributes = &manifest["contributes"];
    for language in contributes["languages"].as_array().expect("a list") {
        named.push(language["configuration"].clone());
    }
    for grammar in contributes["grammars"].as_array().expect("a list") {
        let path = grammar["path"].as_str().expect("a path");
        let text: Value = serde_json::from_str(&read(&format!("vscode/{path}"))).expect("JSON");
        assert_eq!(text["scopeName"], grammar["scopeName"]);
        named.push(grammar["path"].clone());
    }
    for name in named {
        let name = name.as_str().expect("a path");
        assert!(file("vscode").join(name).is_file(), "{name}");
    }
    let extension = read("vscode/extension.js");
    for command in contributes["commands"].as_array().expect("a list") {
        let command = command["command"].as_str().expect("a name");
        assert!(extension.contains(&format!("\"{command}\"")), "{command}");
    }
}
