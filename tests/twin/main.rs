//! Twins of routines, held against the machine: `#[twin]` before each routine makes the test, on random inputs and inputs
//! at edges. The rows are those of the tables of `docs/language.md`.

mod called;
mod rows;
mod statements;
mod values;
