//! The items that carry the documentation of mnemonics say what the instruction table says.
//!
//! `ALUVM_BLESS=1 cargo test -p aluvm-tests --test mnemonics` writes them anew.

use std::collections::BTreeMap;
use std::fmt::Write;

use aluvm_core::isa::FORMS;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../aluvm-core/src/expansion/mnemonic.rs");

const HEADER: &str = r#"//! An item for each mnemonic that carries its documentation: the expansion of `aluasm!` mentions it
//! with the mnemonic's span, so that hovering the mnemonic shows it. Written from the instruction
//! table by `tests/mnemonics.rs`.

macro_rules! mnemonics {
    ($($name:ident $doc:literal;)*) => {$(
        #[doc = $doc]
        #[allow(non_upper_case_globals)]
        pub const $name: () = ();
    )*};
}

mnemonics! {
"#;

fn generated() -> String {
    let mut docs: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for form in FORMS {
        for syntax in form.syntaxes {
            let doc = form.doc.join("\n").trim().replace("\n ", "\n");
            let docs = docs.entry(syntax.mnemonic).or_default();
            if !docs.contains(&doc) {
                docs.push(doc);
            }
        }
    }
    let mut text = HEADER.to_owned();
    for (mnemonic, docs) in docs {
        writeln!(text, "    {mnemonic} {:?};", docs.join("\n\n")).expect("a string");
    }
    text.push_str("}\n");
    text
}

#[test]
fn mnemonic_items_are_those_of_the_table() {
    let expected = generated();
    if std::env::var_os("ALUVM_BLESS").is_some() {
        std::fs::write(PATH, &expected).expect("a writable file");
    }
    let found = std::fs::read_to_string(PATH).expect("a readable file");
    assert!(found == expected, "run this test with ALUVM_BLESS=1");
}
