//! BIP-340 in statements beside the contract of `examples/schnorr`, which a person wrote in instructions: what the rules of
//! the language cost.

use std::error::Error;
use std::time::{Duration, Instant};

use aluvm::{Lib, NoExtension, Vm};

use crate::bip340::bip340 as statements;
use crate::bytes;
use crate::schnorr::{VECTORS, schnorr as instructions};

/// Prints the table of `docs/language.md`.
pub(crate) fn print() -> Result<(), Box<dyn Error>> {
    let row = VECTORS.lines().nth(2).ok_or("no vectors")?.split(',').collect::<Vec<_>>();
    let [_, _, key, _, message, signature, ..] = row[..] else {
        return Err("a row of less".into());
    };
    let (key, message, signature) = (bytes(key)?, bytes(message)?, bytes(signature)?);
    println!(
        "| BIP-340 | instructions | code | data | complexity | time |\n|---|--:|--:|--:|--:|--:|"
    );
    measure("by hand", &instructions::LIB, |vm| {
        instructions::verify(vm, key.clone(), message.clone(), signature.clone())?;
        Ok(())
    })?;
    measure("in statements", &statements::LIB, |vm| {
        statements::verify(vm, key.clone(), message.clone(), signature.clone())?;
        Ok(())
    })
}

/// A contract, with the least time of many calls that find the signature valid.
fn measure(
    name: &str,
    lib: &Lib,
    verify: impl Fn(&mut Vm) -> Result<(), Box<dyn Error>>,
) -> Result<(), Box<dyn Error>> {
    let mut vm = Vm::new();
    let mut least = Duration::MAX;
    for _ in 0..500 {
        let start = Instant::now();
        verify(&mut vm)?;
        least = least.min(start.elapsed());
    }
    println!(
        "| {name} | {} | {} | {} | {} | {:.1} µs |",
        lib.disassemble::<NoExtension>().len(),
        lib.code().len(),
        lib.data().len(),
        vm.registers().ca0(),
        least.as_nanos() as f64 / 1000.0,
    );
    Ok(())
}
