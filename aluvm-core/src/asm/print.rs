//! Instructions and libraries to text, which reads back as the same.

mod instr;
mod listing;

pub use listing::{Listing, listing, listing_for};
