//! AluVM: a register virtual machine for consensus code, with an assembler embedded in Rust.
#![no_std]
#![forbid(unsafe_code)]
