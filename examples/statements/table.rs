//! BIP-340 in statements beside the contract of `examples/schnorr`, which a person wrote in instructions: what the rules of
//! the language cost. Then routines beside their twins.

use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

use aluvm::contract::CallError;
use aluvm::num::integer::U256;
use aluvm::{Lib, NoExtension, Vm, alulib};

use crate::bip340::bip340 as statements;
use crate::bytes;
use crate::schnorr::{VECTORS, schnorr as instructions};
use crate::token::token;

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
    })?;
    println!("\n| | on the machine | its twin |\n|---|--:|--:|");
    let mut vm = Vm::new();
    let native = statements::verify::native;
    compare(
        "BIP-340",
        || statements::verify(&mut vm, key.clone(), message.clone(), signature.clone()),
        || native(key.clone(), message.clone(), signature.clone()),
    )?;
    let mut vm = Vm::new();
    compare(
        "10,000 rounds over `u64`",
        || rounds::mix(&mut vm, black_box(7), 10_000),
        || rounds::mix::native(black_box(7), 10_000),
    )?;
    let mut vm = Vm::new();
    let seed = U256::from(7u8);
    compare(
        "1,000 rounds over `u256`",
        || rounds::mix_wide(&mut vm, black_box(seed), 1_000),
        || rounds::mix_wide::native(black_box(seed), 1_000),
    )?;
    let mut vm = Vm::new();
    compare(
        "a transfer (`token.rs`)",
        || token::transfer(&mut vm, black_box(10_000), 50, 2_000, 25, 5_000),
        || token::transfer::native(black_box(10_000), 50, 2_000, 25, 5_000),
    )
}

alulib! {
    mod rounds {
        pub fn mix(seed: u64, rounds: u32) -> (state: u64) {
                state = seed;
                let round: u32 = 0;
                while round < rounds {
                        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(round as u64);
                        if state & 1 == 1 {
                                state ^= state >> 7;
                        }
                        round += 1;
                }
        }

        pub fn mix_wide(seed: u256, rounds: u32) -> (state: u256) {
                state = seed;
                let round: u32 = 0;
                while round < rounds {
                        state = state.wrapping_mul(6_364_136_223_846_793_005) ^ round as u256;
                        state = state / 3;
                        round += 1;
                }
        }
    }
}

/// A routine on the machine and its twin, with the least times of many calls.
fn compare<T, U>(
    name: &str,
    machine: impl FnMut() -> Result<T, CallError>,
    twin: impl FnMut() -> Result<U, CallError>,
) -> Result<(), Box<dyn Error>> {
    let [machine, twin] = [least(machine)?, least(twin)?];
    println!("| {name} | {machine:.2} µs | {twin:.2} µs |");
    Ok(())
}

/// The least time of many runs, in microseconds.
fn least<T, E>(mut run: impl FnMut() -> Result<T, E>) -> Result<f64, E> {
    let mut least = Duration::MAX;
    for _ in 0..500 {
        let start = Instant::now();
        black_box(run()?);
        least = least.min(start.elapsed());
    }
    Ok(least.as_nanos() as f64 / 1000.0)
}

/// A contract, with the least time of many calls that find the signature valid.
fn measure(
    name: &str,
    lib: &Lib,
    verify: impl Fn(&mut Vm) -> Result<(), Box<dyn Error>>,
) -> Result<(), Box<dyn Error>> {
    let mut vm = Vm::new();
    let time = least(|| verify(&mut vm))?;
    println!(
        "| {name} | {} | {} | {} | {} | {time:.1} µs |",
        lib.disassemble::<NoExtension>().len(),
        lib.code().len(),
        lib.data().len(),
        vm.registers().ca0(),
    );
    Ok(())
}
