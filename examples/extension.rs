//! A host's own instructions: an ISA extension that reads the state of a contract.
//!
//! The host keeps its state in a key-value store. Two instructions let programs look into it: `sload`
//! reads the value under a key, `sage` how many blocks ago it was written. They are written in
//! `aluasm!` like all others, with the same checks, and run with the store as their context.
//!
//! `cargo run --release --example extension` lets a contract decide on withdrawals from a vault.

use std::collections::BTreeMap;
use std::error::Error;
use std::ops::ControlFlow;
use std::process::ExitCode;

use aluvm::isa::{Idx16, Idx32};
use aluvm::{Extension, Registers, Vm, alulib, isa_extension};

isa_extension! {
    /// Instructions that read the state of a contract.
    pub enum StateInstr: "STATE" {
        /// Sets an integer register to the value under the key in a string register. A key without a
        /// value gives an undefined result and sets `st0` to false.
        Load = 0x90 [key: Idx16, #0/4, dst: Idx32, #0/3]
            "sload" (s16 key, a64 dst)
            reads(s16 key) writes(a64 dst, st0) cost 200;
        /// Sets an integer register to how many blocks ago the value under a key was written. A key
        /// without a value gives an undefined result and sets `st0` to false.
        Age = 0x91 [key: Idx16, #0/4, dst: Idx32, #0/3]
            "sage" (s16 key, a32 dst)
            reads(s16 key) writes(a32 dst, st0) cost 200;
    }
}

/// The state of contracts: for each key its value and the height at which it was written.
pub struct Store {
    height: u32,
    entries: BTreeMap<Vec<u8>, (u64, u32)>,
}

/// A vault of 500 that was written six blocks ago.
impl Default for Store {
    fn default() -> Store {
        Store::new(106, 100, [("vault", 500)])
    }
}

impl Store {
    /// The state at a height, whose entries were written at an earlier one.
    pub fn new<'k>(
        height: u32,
        written: u32,
        entries: impl IntoIterator<Item = (&'k str, u64)>,
    ) -> Store {
        let entries = entries.into_iter().map(|(key, value)| (key.into(), (value, written)));
        Store { height, entries: entries.collect() }
    }

    fn entry(&self, registers: &Registers, key: Idx16) -> Option<(u64, u32)> {
        let key = registers.s16(key.byte())?;
        self.entries.get(key.as_ref()).copied()
    }
}

impl Extension for StateInstr {
    type Context<'c> = Store;

    fn execute(&self, registers: &mut Registers, store: &mut Store) -> ControlFlow<()> {
        let (key, dst) = match self {
            StateInstr::Load { key, dst } | StateInstr::Age { key, dst } => (*key, *dst),
        };
        let entry = store.entry(registers, key);
        if entry.is_none() {
            registers.set_st0(false);
        }
        match self {
            StateInstr::Load { .. } => registers.put_a64(dst, entry.map(|(value, _)| value)),
            StateInstr::Age { .. } => {
                registers.put_a32(dst, entry.map(|(_, height)| store.height - height));
            }
        }
        ControlFlow::Continue(())
    }
}

alulib! {
    /// A vault whose balance the host keeps.
    pub(crate) mod vault {
        #![isa(super::StateInstr)]

        /// The least age in blocks of the state that a withdrawal relies on.
        pub const MATURITY: a32 = 6;

        /// Why a withdrawal is refused.
        pub enum Refusal in a8[0] {
            /// There is no vault.
            NoVault = 1,
            /// The vault holds less.
            Overspent = 2,
            /// The vault has not been left alone for long enough.
            TooEarly = 3,
        }

        /// Permits to withdraw the amount if the vault holds as much and has rested.
        pub fn withdraw(amount: a64[0]) -> (balance: a64[1]) {
                put     s16[0], "vault";
                require sload s16[0], balance => NoVault;
                require not gt.u amount, balance => Overspent;
                require sage s16[0], a32[0] => NoVault;
                put     a32[1], MATURITY;
                require not lt.u a32[0], a32[1] => TooEarly;
                ret;
        }
    }
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    println!("library {} needs {}\n", vault::ID, vault::LIB.isae());

    let mut store = Store::default();
    let mut vm = Vm::<StateInstr>::with_extension();
    let mut failures = 0;
    let mut withdraw = |amount, store: &mut Store, expected: Option<vault::Refusal>| {
        let refusal = match vault::withdraw(&mut vm, store, amount) {
            Ok(output) => {
                println!("withdraw {amount} of {} at {}: permitted", output.balance, store.height);
                None
            }
            Err(error) => {
                println!("withdraw {amount} at {}: {error}", store.height);
                error.refusal()
            }
        };
        failures += usize::from(refusal != expected);
    };
    withdraw(500, &mut store, None);
    withdraw(501, &mut store, Some(vault::Refusal::Overspent));
    store.height = 105;
    withdraw(1, &mut store, Some(vault::Refusal::TooEarly));
    store.entries.clear();
    withdraw(1, &mut store, Some(vault::Refusal::NoVault));
    Ok(if failures == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
