//! Random programs in the macro, each with `#[twin]`, which holds its twin against the machine, as `random` holds the machine
//! against what programs mean.
//!
//! `twins/programs.rs` is written by `ALUVM_BLESS=1 cargo test -p aluvm-tests --test language`.

#[rustfmt::skip]
mod programs;

use std::fmt::Write;
use std::{env, fs};

use aluvm_tests::Random;

use crate::naive::{Rows, expand};
use crate::program::Program;
use crate::random::other;
use crate::text;

const COUNT: usize = 60;

/// A library in the macro.
fn library(text: &mut String, name: &str, inside: &str) {
    let inside = inside.replace("use \"other.aluasm\" as other;", "use super::other;");
    let inside = inside.replace("\npub fn ", "\n#[twin]\npub fn ").replace('\n', "\n        ");
    let _ = writeln!(
        text,
        "alulib! {{\n    pub mod {name} {{\n        {}\n    }}\n}}\n",
        inside.trim()
    );
}

fn file() -> String {
    let mut text = String::from(
        "//! Written by `ALUVM_BLESS=1 cargo test -p aluvm-tests --test language`.\n\n\
         #![allow(dead_code, unused_imports)]\n\nuse aluvm::alulib;\n\n",
    );
    library(&mut text, "other", &format!("\n{}", text::other()));
    let mut random = Random::new(0x7714);
    let (_, other) = other();
    let mut number = 0;
    while number < COUNT {
        let program = Program::random(&mut random);
        let inside = program.text();
        // With instructions among the statements there is no twin.
        let is_mixed = inside.contains("; test;") || inside.contains("; jif ");
        if is_mixed || expand(&program, &other, &mut Rows::new()).highest > 15 {
            continue;
        }
        library(&mut text, &format!("program_{number}"), &inside);
        number += 1;
    }
    text
}

#[test]
fn the_programs_are_up_to_date() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/language/twins/programs.rs");
    let text = file();
    if env::var_os("ALUVM_BLESS").is_some() {
        fs::write(path, &text).expect("the file can be written");
    }
    let current = fs::read_to_string(path).unwrap_or_default();
    assert!(
        current == text,
        "ALUVM_BLESS=1 cargo test -p aluvm-tests --test language writes {path} anew"
    );
}
