//! Checks the proof of work of Bitcoin block headers inside the virtual machine.
//!
//! The contract gets an 80-byte header and, where it is known, the hash of the header before. It succeeds
//! if the header's double SHA-256, read as a little-endian number, is at most the target that the header's
//! `nBits` field expands to, and if the header links to the one before. It gives the header's hash.
//!
//! Run it with `cargo run --release --example block_pow`. It prints a line for each header and exits
//! with an error if one fails, or if the contract accepts one with a single bit flipped. A file of
//! other headers can be named: `cargo run --release --example block_pow -- my-headers.txt`, with height,
//! header and hash in each line.

mod contract;

use std::collections::HashMap;
use std::error::Error;
use std::process::ExitCode;

use aluvm::Vm;
use contract::proof_of_work;

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

/// How many headers that differ from this one in a single bit the contract accepts.
fn accepted_forgeries(vm: &mut Vm, header: &Header, previous: Option<[u8; 32]>) -> usize {
    let is_accepted = |bit: &usize| {
        let mut forged = header.bytes.clone();
        forged[bit / 8] ^= 1 << (bit % 8);
        proof_of_work::verify(vm, forged, previous).is_ok()
    };
    (0..header.bytes.len() * 8).filter(is_accepted).count()
}

fn displayed(hash: [u8; 32]) -> String {
    hash.iter().rev().map(|byte| format!("{byte:02x}")).collect()
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
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
        let forgeries = accepted_forgeries(&mut vm, &header, previous);

        let (is_valid, says) = match proof_of_work::verify(&mut vm, &header.bytes[..], previous) {
            Ok(output) => {
                hashes.insert(header.height, output.hash);
                let displayed = displayed(output.hash);
                (displayed == header.displayed_hash && forgeries == 0, displayed)
            }
            Err(error) => (false, error.to_string()),
        };
        println!(
            "block {:>6}  {}  {}  complexity {}, {} of {} forgeries accepted",
            header.height,
            if is_valid { "valid  " } else { "INVALID" },
            says,
            vm.registers().ca0(),
            forgeries,
            header.bytes.len() * 8,
        );
        failures += usize::from(!is_valid);
    }
    Ok(if failures == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
