//! Checks the proof of work of Bitcoin block headers inside the virtual machine.
//!
//! The contract gets an 80-byte header in `s16[0]` and, where it is known, the hash of the header
//! before in `r256[1]`. It succeeds if the header's double SHA-256, read as a little-endian number,
//! is at most the target that the header's `nBits` field expands to, and if the header links to the
//! one before. It leaves the hash in `r256[0]`.
//!
//! Run it with `cargo run --release --example block_pow`. It exits with an error if a header fails,
//! or if a header with one bit flipped passes.

use std::collections::HashMap;
use std::error::Error;
use std::process::ExitCode;

use aluvm::{Instr, Lib, Program, Vm, aluasm};

/// Bitcoin mainnet headers: height, header and hash, a line each. Public chain data.
const HEADERS: &str = include_str!("headers.txt");

const HEADER_LENGTH: u16 = 80;
const PREVIOUS_HASH_OFFSET: u16 = 4;
const BITS_OFFSET: u16 = 72;

/// The easiest target that mainnet allows: 0xFFFF shifted left by 208 bits, as little-endian bytes.
const TARGET_LIMIT: [u8; 32] = {
    let mut limit = [0; 32];
    limit[26] = 0xFF;
    limit[27] = 0xFF;
    limit
};

/// The contract.
static PROOF_OF_WORK: [Instr; 53] = aluasm! {
    let header = s16[0];
    let hash = r256[0];
    let previous = r256[1];
    let mantissa = a256[0];
    let target = a256[1];
    let exponent = a16[3];
    let shift = a16[4];

        put     a16[0], HEADER_LENGTH;
        len     header, a16[1];
        eq.n    a16[0], a16[1];
        test;

    // Double SHA-256.
        put     a16[0], 0;
        sha2    header, hash;
        put     s16[1], "";
        inj     s16[1], hash, a16[0];
        sha2    s16[1], hash;

    // nBits: one byte of exponent, a sign bit that must be clear, 23 bits of mantissa.
        put     a16[0], BITS_OFFSET;
        extr    header, a32[0], a16[0];
        put     a32[1], 0x0080_0000;
        and     a32[0], a32[1], a32[1];
        ifz     a32[1];
        test;
        put     a32[1], 0x007F_FFFF;
        and     a32[0], a32[1], a32[1];
        cpy     a32[1], mantissa;
        put     a8[0], 24;
        shr.u   a8[0], a32[0];
        cpy     a32[0], exponent;

    // target = mantissa * 256^(exponent - 3)
        put     a16[5], 3;
        dup     mantissa, target;
        lt.u    exponent, a16[5];
        jif     small;
        dup     exponent, shift;
        sub.uc  a16[5], shift;
        put     a16[6], 8;
        mul.uc  a16[6], shift;
        shl     shift, target;
        dup     target, a256[2];
        shr.u   shift, a256[2];
        eq.n    a256[2], mantissa;      // no bit of the mantissa was shifted out
        test;
        jmp     compare;
    small:
        dup     a16[5], shift;
        sub.uc  exponent, shift;
        put     a16[6], 8;
        mul.uc  a16[6], shift;
        shr.u   shift, target;

    compare:
        put     a256[2], TARGET_LIMIT;
        gt.u    target, a256[2];
        inv     st0;
        test;
        dup     hash, r256[2];
        spy     a256[3], r256[2];       // the hash as a number
        gt.u    a256[3], target;
        inv     st0;
        test;

    // The link to the header before, where its hash is known.
        ifn     previous;
        jif     done;
        put     a16[0], PREVIOUS_HASH_OFFSET;
        extr    header, r256[2], a16[0];
        eq.n    r256[2], previous;
        test;
    done:
        ret;
};

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
        .map(|i| u8::from_str_radix(hex.get(i..i + 2).unwrap_or(""), 16))
        .collect::<Result<_, _>>()?;
    Ok(Header { height, bytes, displayed_hash: word()?.to_owned() })
}

/// Runs the contract; the hash that it computed, and whether it accepts the header.
fn check(
    vm: &mut Vm,
    program: &Program,
    header: &[u8],
    previous: Option<[u8; 32]>,
) -> (Option<[u8; 32]>, bool) {
    vm.reset();
    let registers = vm.registers_mut();
    registers.set_s16(0, header);
    registers.set_r256(1, previous);
    let is_valid = vm.run(program).is_success();
    (vm.registers().r256(0), is_valid)
}

/// How many of the headers that differ from this one in a single bit the contract accepts.
fn accepted_forgeries(
    vm: &mut Vm,
    program: &Program,
    header: &Header,
    previous: Option<[u8; 32]>,
) -> usize {
    (0..header.bytes.len() * 8)
        .filter(|bit| {
            let mut forged = header.bytes.clone();
            forged[bit / 8] ^= 1 << (bit % 8);
            check(vm, program, &forged, previous).1
        })
        .count()
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let program = Program::new(Lib::assemble(&PROOF_OF_WORK)?)?;
    let mut vm = Vm::new();
    let mut hashes = HashMap::new();
    let mut failures = 0;
    for line in HEADERS.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let header = parse(line)?;
        let previous = header.height.checked_sub(1).and_then(|height| hashes.get(&height)).copied();
        println!("{}", report);
    }
    Ok(if failures == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
