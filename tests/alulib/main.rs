//! Libraries that `alulib!` makes: what Rust gets of them, held against the text form and against runs by hand.

mod cases;
mod extension;
mod imports;
mod layout;
mod profile;
mod random;
mod statements;
mod strategy;
mod types;
mod vault;
