//! The language of contracts as files have it: what each form stands for, what is refused and where, and
//! random contracts against the expansion that the language states.

mod diagnostics;
mod expansion;
mod floats;
mod imports;
mod outline;
mod places;
mod random;
mod verification;

use std::collections::BTreeMap;

use aluvm_core::asm::TextSpan;
use aluvm_core::contract::{ContractErrors, Interface, TextLibrary, parse_text};
use aluvm_core::isa::NoExtension;

/// Reads a contract that may import others, by the names of their files.
fn read_with(text: &str, files: &BTreeMap<&str, Interface>) -> Result<TextLibrary, ContractErrors> {
    parse_text::<NoExtension>(text, "contract", "contract.aluasm", &mut |name| {
        files.get(name).cloned().ok_or_else(|| format!("there is no file `{name}`").into())
    })
}

/// Reads a contract that stands alone.
fn read(text: &str) -> Result<TextLibrary, ContractErrors> {
    read_with(text, &BTreeMap::new())
}

/// The reports of the errors of a contract in which `«»` enclose what each of them must point at, in order.
fn reports(marked: &str, files: &BTreeMap<&str, Interface>) -> Vec<String> {
    let source = marked.replace(['«', '»'], "");
    let errors = match read_with(&source, files) {
        Ok(_) => panic!("{source}\nhas no errors"),
        Err(errors) => errors,
    };
    let found: Vec<(usize, &str)> = errors
        .iter()
        .map(|error| (error.span.start as usize, error.span.end as usize))
        .map(|(start, end)| (start, &source[start..end]))
        .collect();
    let mut expected = Vec::new();
    let (mut rest, mut length) = (marked, 0);
    while let Some((before, behind)) = rest.split_once('«') {
        let (inside, behind) = behind.split_once('»').expect("closed mark");
        length += before.len();
        expected.push((length, inside));
        length += inside.len();
        rest = behind;
    }
    assert_eq!(found, expected, "{errors}");
    assert_moved(&source, files, &errors);
    errors.iter().map(|error| error.report()).collect()
}

/// Checks that the errors of a contract move with it when a comment stands before it.
fn assert_moved(source: &str, files: &BTreeMap<&str, Interface>, errors: &ContractErrors) {
    const COMMENT: &str = "// A comment.\n";
    let behind = read_with(&format!("{COMMENT}{source}"), files).expect_err(source);
    let moved = |span: TextSpan| TextSpan {
        line: span.line + 1,
        start: span.start + COMMENT.len() as u32,
        end: span.end + COMMENT.len() as u32,
        ..span
    };
    let expected: Vec<_> =
        errors.iter().map(|error| (error.kind.clone(), moved(error.span))).collect();
    let found: Vec<_> = behind.iter().map(|error| (error.kind.clone(), error.span)).collect();
    assert_eq!(found, expected, "{source}");
}

/// Checks that a contract has the one error that is marked, and that its report has all `parts`.
#[track_caller]
fn check(marked: &str, parts: &[&str]) {
    let reports = reports(marked, &BTreeMap::new());
    let [report] = reports.as_slice() else { panic!("{marked}: {} errors", reports.len()) };
    for part in parts {
        assert!(report.contains(part), "{marked}\n{report}\nlacks {part:?}");
    }
}
