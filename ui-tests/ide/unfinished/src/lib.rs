//! Blocks in which someone is typing.

mod constant;
mod mnemonic;
mod operand;
mod register;
