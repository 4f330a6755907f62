//! An exchange of two assets, made of four libraries.
//!
//! `cargo run --release --example exchange` swaps in a pool, shows what each swap costs the machine, and what a
//! refused one says.

mod contract;

use std::error::Error;

use aluvm::Vm;
use contract::{exchange, fee, fraction, pool};

fn main() -> Result<(), Box<dyn Error>> {
    println!("exchange {}", exchange::ID);
    for (name, id) in [("fee", fee::ID), ("pool", pool::ID), ("fraction", fraction::ID)] {
        println!("  with {name:<8} {id}");
    }
    println!(
        "{} libraries, complexity {}\n",
        exchange::program()?.libs().count(),
        exchange::swap::COMPLEXITY
    );

    let mut vm = Vm::new();
    let (mut gold, mut silver) = (1_000_000, 80_000_000);
    for offered in [1_000, 50_000, 250_000] {
        let bought = exchange::swap(&mut vm, offered, gold, silver, 0)?.bought;
        println!("{offered:>7} gold buy {bought:>9} silver, complexity {}", vm.registers().ca0());
        (gold, silver) = (gold + offered, silver - bought);
    }

    // The price of the pool before the fee.
    let price = 1_000 * silver / gold;
    let refused = exchange::swap(&mut vm, 1_000, gold, silver, price);
    let error = refused.err().ok_or("the fee makes it less than the price")?;
    println!("\n{error}");
    match error.refusal() {
        Some(exchange::Refusal::WorsePrice) => Ok(()),
        None => Err("refused for another reason".into()),
    }
}
