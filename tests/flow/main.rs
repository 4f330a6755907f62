//! The analysis of code: what it claims holds when the code runs, and it finds what is wrong.

mod findings;
mod source;
