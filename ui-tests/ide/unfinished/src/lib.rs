//! Blocks in which someone is typing.

mod constant;
mod method;
mod library;
mod mnemonic;
mod nothing;
mod operand;
mod register;
mod statements;
