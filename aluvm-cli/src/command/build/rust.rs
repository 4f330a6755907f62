//! A library as a static of Rust, for hosts that compile it in.

use std::fmt::Write;

use crate::sources::Loaded;

/// The source of a static with the library.
pub(super) fn source(loaded: &Loaded) -> String {
    let mut name: String = loaded.name.chars().map(in_constant).collect();
    if name.starts_with(|first: char| first.is_ascii_digit()) {
        name.insert(0, '_');
    }
    let bytes = loaded.lib.to_bytes();
    let mut text = String::new();
    // A string takes what is written into it.
    let _ = write!(
        text,
        "/// The library `{}`, {}, in the form that `Lib::from_bytes` reads.\n\
         pub static {name}: [u8; {}] = [\n",
        loaded.name,
        loaded.id,
        bytes.len(),
    );
    for line in bytes.chunks(16) {
        let line: Vec<String> = line.iter().map(|byte| format!("0x{byte:02x}")).collect();
        let _ = writeln!(text, "    {},", line.join(", "));
    }
    text + "];\n"
}

/// A character of a file's name in the name of a static.
fn in_constant(character: char) -> char {
    match character.is_ascii_alphanumeric() {
        true => character.to_ascii_uppercase(),
        false => '_',
    }
}
