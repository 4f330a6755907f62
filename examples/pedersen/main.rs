//! Checks inside the virtual machine that a transfer of hidden amounts creates no money.
//!
//! `cargo run --release --example pedersen` commits to amounts, and lets the contract compare the sums
//! of what a transfer spends and what it creates.

mod contract;

use std::error::Error;
use std::process::ExitCode;

use aluvm::Vm;
use aluvm::contract::CallError;
use contract::{balance, commitment};

/// An amount and its blinding factor. The real thing draws factors at random below the group order.
struct Coin {
    amount: u64,
    blinding: u64,
}

const fn coin(amount: u64, blinding: u64) -> Coin {
    Coin { amount, blinding }
}

/// A transfer: what it is, what it spends, what it creates, and whether it must pass.
type Transfer = (&'static str, &'static [Coin], &'static [Coin], bool);

const TRANSFERS: &[Transfer] = &[
    ("one coin into two", &[coin(100, 77)], &[coin(60, 33), coin(40, 44)], true),
    ("two coins into one", &[coin(7, 1), coin(5, 2)], &[coin(12, 3)], true),
    ("a coin of nothing", &[coin(9, 30)], &[coin(9, 10), coin(0, 20)], true),
    ("more comes out", &[coin(100, 77)], &[coin(60, 33), coin(41, 44)], false),
    ("less comes out", &[coin(100, 77)], &[coin(60, 33), coin(39, 44)], false),
    ("wrong blinding", &[coin(100, 77)], &[coin(60, 33), coin(40, 45)], false),
    ("nothing created", &[coin(100, 77)], &[], false),
];

/// The commitments to these coins, one behind the other.
fn commitments(vm: &mut Vm, coins: &[Coin]) -> Result<Vec<u8>, CallError> {
    let mut all = Vec::new();
    for coin in coins {
        let mut blinding = [0; 32];
        blinding[..8].copy_from_slice(&coin.blinding.to_le_bytes());
        all.extend(commitment::commit(vm, coin.amount, blinding)?.commitment);
    }
    Ok(all)
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let mut vm = Vm::new();
    let mut failures = 0;
    for (name, spent, created, must_pass) in TRANSFERS {
        let spent = commitments(&mut vm, spent)?;
        let created = commitments(&mut vm, created)?;
        let passes = balance::check(&mut vm, spent, created).is_ok();
        println!(
            "{name:<20} {:<9} {}",
            if passes { "balances" } else { "refused" },
            if passes == *must_pass { "as it must" } else { "WRONG" },
        );
        failures += usize::from(passes != *must_pass);
    }
    Ok(if failures == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
