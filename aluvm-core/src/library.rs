//! Libraries: segments of code and data that are named by a hash of all they contain.

mod id;

pub use id::LibId;
