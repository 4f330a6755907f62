//! Verifies BIP-340 Schnorr signatures inside the virtual machine.
//!
//! `cargo run --release --example schnorr` runs the contract over the official test vectors, those that
//! must verify and those that must fail, and exits with an error if it disagrees with one.

mod contract;

use std::error::Error;
use std::process::ExitCode;

use aluvm::Vm;
use contract::schnorr;

fn bytes(hex: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    (0..hex.len())
        .step_by(2)
        .map(|i| Ok(u8::from_str_radix(hex.get(i..i + 2).ok_or("an odd number of digits")?, 16)?))
        .collect()
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let mut vm = Vm::new();
    let mut failures = 0;
    for row in contract::VECTORS.lines().skip(1).filter(|row| !row.is_empty()) {
        let columns: Vec<&str> = row.splitn(8, ',').collect();
        let [index, _, key, _, message, signature, verdict, comment] = columns[..] else {
            return Err("a row of the test vectors has eight columns".into());
        };
        let (key, message, signature) = (bytes(key)?, bytes(message)?, bytes(signature)?);
        let is_valid = schnorr::verify(&mut vm, key, message, signature).is_ok();

        let is_right = is_valid == (verdict == "TRUE");
        println!(
            "row {index:>2}  {:<8}{}  complexity {:>6}, {:>3} jumps  {comment}",
            if is_valid { "valid" } else { "invalid" },
            if is_right { "as it must be" } else { "WRONG" },
            vm.registers().ca0(),
            vm.registers().cy0(),
        );
        failures += usize::from(!is_right);
    }
    Ok(if failures == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
