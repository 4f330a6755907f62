//! Contracts: libraries with routines, errors and names, and what their source says of their bytes.

pub mod description;
