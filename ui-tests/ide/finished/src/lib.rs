//! Blocks and an extension without a fault: nothing may be reported here.

pub mod block;
pub mod extension;
pub mod library;
pub mod statements;
