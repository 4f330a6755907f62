//! The other virtual machines, each reduced to "run this program and give its result".

pub mod evm;
pub mod pulley;
pub mod wasm;
