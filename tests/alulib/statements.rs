//! Structured statements in the macro: the same library as of a file with the same text, types of Rust for integers with
//! a sign, calls of other libraries, constants that Rust evaluates.

use std::collections::BTreeMap;

use aluvm::contract::CallError;
use aluvm::num::integer::U256;
use aluvm::{Lib, Vm, alulib};
use aluvm_core::contract::{Interface, TextLibrary, parse_text};

/// A library in the macro, and its text, but for the imports.
macro_rules! both {
    ($(#$attribute:tt)* pub mod $name:ident { $(use $path:path;)* --- $($inside:tt)* }) => {
        alulib! {
            pub mod $name { $(use $path;)* $($inside)* }
        }
        pub(super) mod text {
            pub(in super::super) const $name: &str = stringify!($($inside)*);
        }
    };
}

mod ledger_text {
    #![allow(non_upper_case_globals)]
    use super::*;

    both! {
        pub mod ledger {
            ---
            pub const DEBT_MAX: i64 = -1_000;
            pub const CAP: u64 = 5_000;
            const STEPS: a16 = 12;

            pub enum Refusal in a8[0] { Overdrawn = 1, Capped = 2 }

            /// Moves a balance, which may be a debt.
            pub fn move_balance(balance: i64, by: i64) -> (rest: i64) {
                rest = balance + by else Capped;
                require rest >= DEBT_MAX => Overdrawn;
                require rest <= CAP as i64 => Capped;
            }

            pub fn optional_sign(x: i32?, y: i16) -> (z: i32?, y: i16) {
                let long: i32 = y as i32;
                if long < 0 {
                    y = -y;
                }
                dup x, z;
            }

            pub fn wide(x: i256, y: i128) -> (sum: i256) {
                sum = x + y as i256;
            }

            pub fn sum_to(n: u16) -> (sum: u64) {
                let at: u16 = 0;
                let cap: u16 = STEPS;
                require n <= cap => Capped;
                sum = 0;
                while at < n {
                    at += 1;
                    if at % 2 == 0 && at != 4 || at == 3 { continue; }
                    sum += double(at as u64);
                }
            }

            fn double(x: u64) -> (y: u64) { y = x * 2; }

            pub fn is_even(x: u8) { return x & 1 == 0; }
        }
    }
}
use ledger_text::ledger;

mod caller_text {
    #![allow(non_upper_case_globals)]
    use super::*;

    both! {
        pub mod caller {
            use super::ledger;
            ---
            pub fn twice(balance: i64, by: i64) -> (rest: i64) {
                let first: i64 = ledger::move_balance(balance, by);
                rest = ledger::move_balance(first, by);
            }

            pub fn even_sum(n: u16) -> (sum: u64) {
                sum = ledger::sum_to(n);
                require ledger::is_even(n.truncate());
            }
        }
    }
}
use caller_text::caller;

fn read(text: &str, files: &BTreeMap<&str, Interface>) -> TextLibrary {
    let mut find = |name: &str| files.get(name).cloned().ok_or_else(|| name.into());
    let library = parse_text::<aluvm::isa::NoExtension>(text, "text", "text.aluasm", &mut find);
    library.unwrap_or_else(|errors| panic!("{text}\n{errors}"))
}

#[test]
fn a_file_with_the_same_text_is_the_same_library() {
    let math = read(ledger_text::text::ledger, &BTreeMap::new());
    assert_eq!(math.lib, ledger::LIB);
    let files = BTreeMap::from([("ledger.aluasm", math.interface)]);
    let text = format!("use \"ledger.aluasm\" as ledger; {}", caller_text::text::caller);
    let own = read(&text, &files);
    assert_eq!(own.lib, caller::LIB);
    assert_eq!(own.lib.libs().iter().collect::<Vec<_>>(), [ledger::ID]);
}

#[test]
fn integers_with_a_sign_are_those_of_rust() -> Result<(), CallError> {
    let mut vm = Vm::new();
    let rest: i64 = ledger::move_balance(&mut vm, -400, -600)?.rest;
    assert_eq!(rest, ledger::DEBT_MAX);
    let error = ledger::move_balance(&mut vm, -400, -601).expect_err("too deep");
    assert_eq!(error.refusal(), Some(ledger::Refusal::Overdrawn));
    let error = ledger::move_balance(&mut vm, i64::MAX, 1).expect_err("too great");
    assert_eq!(error.refusal(), Some(ledger::Refusal::Capped));
    let out = ledger::optional_sign(&mut vm, Some(-7), -3)?;
    assert_eq!((out.z, out.y), (Some(-7i32), 3i16));
    let out = ledger::optional_sign(&mut vm, None, 5)?;
    assert_eq!((out.z, out.y), (None, 5));
    // Wider ones are as registers hold them.
    let sum = ledger::wide(&mut vm, U256::from(5u8), -5)?.sum;
    assert_eq!(sum, U256::from(0u8));
    Ok(())
}

#[test]
fn signatures_have_the_sign() {
    let all = ledger::move_balance::SIGNATURE.inputs.iter();
    let types: Vec<String> =
        all.map(|input| input.signed_type().expect("a sign").to_string()).collect();
    assert_eq!(types, ["i64", "i64"]);
    assert!(ledger::sum_to::SIGNATURE.inputs.iter().all(|input| !input.is_signed));
    let inputs = ledger::optional_sign::SIGNATURE.inputs.iter();
    let flags = inputs.map(|input| (input.is_signed, input.is_optional));
    assert_eq!(flags.collect::<Vec<_>>(), [(true, true), (true, false)]);
}

#[test]
fn libraries_call_each_other_with_types() -> Result<(), CallError> {
    let mut vm = Vm::new();
    assert_eq!(caller::twice(&mut vm, 10, -20)?.rest, -30);
    // 1, 4, 5, 7 and 9 are taken, twice each.
    assert_eq!(caller::even_sum(&mut vm, 10)?.sum, 52);
    assert!(caller::even_sum(&mut vm, 9).is_err());
    let error = caller::twice(&mut vm, 0, -501).expect_err("too deep");
    assert!(error.to_string().contains("move_balance"), "{error}");
    Ok(())
}

const LIMIT: u64 = 40 + 2;

macro_rules! limited {
    ($name:ident, $limit:expr, $step:literal) => {
        alulib! {
            pub mod $name {
                const OWN: u64 = super::LIMIT;
                const LEAST: i32 = -(1 << 4);
                const WIDE: i256 = { -(1i128 << 100) };

                pub fn run(x: u64, y: i32) -> (z: u64) {
                    require x <= $limit;
                    require x < OWN && y >= LEAST;
                    z = x + { super::LIMIT / 2 } + $step;
                    z += OWN;
                }

                pub fn wide() -> (z: i256) { z = WIDE; }
            }
        }
    };
}

limited!(constants, { 10 * 4 }, 3);

#[test]
fn constants_can_be_those_of_rust() -> Result<(), CallError> {
    let mut vm = Vm::new();
    assert_eq!(constants::run(&mut vm, 40, -16)?.z, 40 + 21 + 3 + 42);
    assert!(constants::run(&mut vm, 41, 0).is_err());
    assert!(constants::run(&mut vm, 1, -17).is_err());
    let lib = "put a64[2], 40; gt.u a64[0], a64[2]; inv st0; test;".parse::<Lib>();
    let first = lib.expect("plain assembly").code().to_vec();
    assert!(constants::LIB.code().starts_with(&first));
    let minus = constants::wide(&mut vm)?.z;
    assert_eq!(minus + U256::from(1u128 << 100), U256::from(0u8));
    Ok(())
}
