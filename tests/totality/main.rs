//! Whatever bytes and texts come in, nothing panics and nothing runs for ever. `ALUVM_CASES` makes the
//! run longer.

mod codec;
mod run;
mod text;
