//! All rows, in the order of the table.

use crate::row::Row;

pub mod assembly;
mod call;
pub mod counted;
pub mod curve;
pub mod digest;
pub mod float;
mod host;
pub mod library_id;
pub mod start;
pub mod u256_loop;
pub mod u64_loop;
mod validator;
pub mod wide;

/// A function that prepares some rows.
pub type Prepare = fn() -> Vec<Row>;

/// By name, so that a part can be measured alone.
pub const ALL: &[(&str, Prepare)] = &[
    ("u64_loop", u64_loop::rows),
    ("u256_loop", u256_loop::rows),
    ("wide", wide::rows),
    ("digest", digest::rows),
    ("curve", curve::rows),
    ("float", float::rows),
    ("start", start::rows),
    ("validator", validator::rows),
    ("host", host::rows),
    ("assembly", assembly::rows),
    ("library_id", library_id::rows),
];
