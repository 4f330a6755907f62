//! Typed calls of contracts: what their descriptions say, and what a failing call tells.

mod cases;
mod description;
mod draft;
mod errors;
mod vault;
