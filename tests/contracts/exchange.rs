//! The exchange, tested in the ways that `docs/testing.md` shows; that page quotes this file.

#[path = "../../examples/exchange/contract.rs"]
mod contract;

use aluvm::Vm;
use aluvm::contract::CallError;
use num_bigint::BigUint;
use num_traits::CheckedDiv;
use proptest::prelude::*;

use self::contract::exchange::{self, Refusal};
use self::contract::{fraction, pool};

#[test]
fn half_of_the_pool_for_as_much_as_is_in_it() -> Result<(), CallError> {
    assert_eq!(pool::payout(&mut Vm::new(), 500, 500, 80)?.out, 40);
    Ok(())
}

#[test]
fn a_price_that_is_worse_than_asked_for_is_refused() {
    let error = exchange::swap(&mut Vm::new(), 1_000, 500_000, 500_000, 1_000).unwrap_err();
    assert_eq!(error.refusal(), Some(Refusal::WorsePrice));
    let message = error.to_string();
    assert!(message.contains("st0 became false here: 995 < 1000 holds\n"), "{message}");
}

#[test]
fn a_refusal_of_a_called_library_is_seen_by_its_caller() {
    let error = exchange::swap(&mut Vm::new(), 1_000, 0, 500_000, 0).unwrap_err();
    assert_eq!(error.refusal(), Some(pool::Refusal::Empty));
    assert_eq!(error.refusal::<Refusal>(), None);
}

#[test]
fn what_has_no_quotient_and_what_does_not_fit_is_refused() {
    let error = fraction::of(&mut Vm::new(), 1, 1, 0).unwrap_err();
    assert_eq!(error.refusal(), Some(fraction::Undefined::DividedByZero));
    let error = pool::payout(&mut Vm::new(), u128::MAX, 1, 1).unwrap_err();
    assert_eq!(error.refusal(), Some(pool::Refusal::Full));
}

proptest! {
    #[test]
    fn quotients_are_those_of_big_integers(factor: u128, times: u128, by: u128) {
        let quotient = fraction::of(&mut Vm::new(), factor, times, by);
        let expected = (BigUint::from(factor) * times).checked_div(&by.into());
        match expected.map(u128::try_from) {
            Some(Ok(expected)) => prop_assert_eq!(quotient?.quotient, expected),
            Some(Err(_)) => {
                prop_assert_eq!(quotient.unwrap_err().refusal(), Some(fraction::Undefined::TooLarge));
            }
            None => {
                let refusal = quotient.unwrap_err().refusal();
                prop_assert_eq!(refusal, Some(fraction::Undefined::DividedByZero));
            }
        }
    }

    #[test]
    fn a_swap_never_takes_from_the_pool(
        offered in 0..1u128 << 100,
        reserve_in in 1..1u128 << 100,
        reserve_out in 0..1u128 << 100,
    ) {
        let bought = exchange::swap(&mut Vm::new(), offered, reserve_in, reserve_out, 0)?.bought;
        let before = BigUint::from(reserve_in) * reserve_out;
        let after = BigUint::from(reserve_in + offered) * (reserve_out - bought);
        prop_assert!(after >= before);
    }

    #[test]
    fn a_swap_pays_what_was_asked_for((offered, reserve_in, reserve_out, least) in exchange::swap::inputs()) {
        if let Ok(output) = exchange::swap(&mut Vm::new(), offered, reserve_in, reserve_out, least) {
            prop_assert!(output.bought >= least && output.bought <= reserve_out);
        }
    }
}

/// Known while compiling: a change that makes a swap dearer does not build.
const _: () = assert!(matches!(exchange::swap::COMPLEXITY.most, Some(most) if most <= 6_000));

#[test]
fn a_swap_costs_what_is_said() -> Result<(), CallError> {
    let mut vm = Vm::new();
    exchange::swap(&mut vm, 1_000, 500_000, 500_000, 0)?;
    assert!(exchange::swap::COMPLEXITY.contains(vm.registers().ca0()));
    Ok(())
}
