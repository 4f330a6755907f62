//! Checks the proof of work of Bitcoin block headers inside the virtual machine.
//!
//! The contract gets an 80-byte header in `s16[0]` and, where it is known, the hash of the header
//! before in `r256[1]`. It succeeds if the header's double SHA-256, read as a little-endian number,
//! is at most the target that the header's `nBits` field expands to, and if the header links to the
//! one before. It leaves the hash in `r256[0]`.
//!
//! Run it with `cargo run --release --example block_pow`. It prints a line for each header and exits
//! with an error if one fails, or if the contract accepts one with a single bit flipped. A file of
//! other headers can be named: `cargo run --release --example block_pow -- my-headers.txt`, with height,
//! header and hash in each line.

mod contract;

use std::collections::HashMap;
use std::error::Error;
use std::process::ExitCode;

use aluvm::{Lib, Program, Vm};

/// A line of the data.
struct Header {
    height: u32,
    bytes: Vec<u8>,
    /// The hash as it is displayed, which is its bytes in reverse.
    displayed_hash: String,
}

fn parse(line: &str) -> Result<Header, Box<dyn Error>> {
    let mut words = line.split_whitespace();
    let mut word = || words.next().ok_or("a line needs height, header and hash");
    let height = word()?.parse()?;
    let hex = word()?;
    let bytes = (0..hex.len())
        .step_by(2)
        .map(|i| u8::from_str_radix(hex.get(i..i + 2).unwrap_or_default(), 16))
        .collect::<Result<_, _>>()?;
    Ok(Header { height, bytes, displayed_hash: word()?.to_owned() })
}

/// Runs the contract over a header: the hash that it computed, if it accepts.
fn accepted_hash(
    vm: &mut Vm,
    program: &Program,
    header: &[u8],
    previous: Option<[u8; 32]>,
) -> Result<Option<[u8; 32]>, Box<dyn Error>> {
    vm.reset();
    vm.registers_mut().set_s16(0, header)?;
    vm.registers_mut().set_r256(1, previous)?;
    let outcome = vm.run(program);
    Ok(vm.registers().r256(0).filter(|_| outcome.is_success()))
}

/// How many headers that differ from this one in a single bit the contract accepts.
fn accepted_forgeries(
    vm: &mut Vm,
    program: &Program,
    header: &Header,
    previous: Option<[u8; 32]>,
) -> Result<usize, Box<dyn Error>> {
    let mut accepted = 0;
    for bit in 0..header.bytes.len() * 8 {
        let mut forged = header.bytes.clone();
        forged[bit / 8] ^= 1 << (bit % 8);
        accepted += usize::from(accepted_hash(vm, program, &forged, previous)?.is_some());
    }
    Ok(accepted)
}

fn displayed(hash: [u8; 32]) -> String {
    hash.iter().rev().map(|byte| format!("{byte:02x}")).collect()
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let program = Program::new(Lib::assemble(&contract::PROOF_OF_WORK)?)?;
    let lines = match std::env::args_os().nth(1) {
        Some(path) => std::fs::read_to_string(path)?,
        None => contract::HEADERS.to_owned(),
    };
    let mut vm = Vm::new();
    let mut hashes: HashMap<u32, [u8; 32]> = HashMap::new();
    let mut failures = 0;
    for line in lines.lines().filter(|line| !line.starts_with('#')) {
        let header = parse(line)?;
        let previous = header.height.checked_sub(1).and_then(|height| hashes.get(&height)).copied();
        let forgeries = accepted_forgeries(&mut vm, &program, &header, previous)?;

        let mut instructions = 0;
        vm.reset();
        vm.registers_mut().set_s16(0, &header.bytes[..])?;
        vm.registers_mut().set_r256(1, previous)?;
        let outcome = vm.trace(&program, program.entry(), &mut (), |_| instructions += 1);
        let hash = vm.registers().r256(0).unwrap_or_default();
        let is_valid = outcome.is_success()
            && displayed(hash) == header.displayed_hash
            && accepted_hash(&mut vm, &program, &header.bytes, previous)? == Some(hash)
            && forgeries == 0;

        println!(
            "block {:>6}  {}  {}  {} instructions, complexity {}, {} of {} forgeries accepted",
            header.height,
            displayed(hash),
            if is_valid { "valid  " } else { "INVALID" },
            instructions,
            vm.registers().ca0(),
            forgeries,
            header.bytes.len() * 8,
        );
        failures += usize::from(!is_valid);
        hashes.insert(header.height, hash);
    }
    Ok(if failures == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
