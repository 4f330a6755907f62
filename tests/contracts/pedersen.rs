//! Pedersen commitments and the check that a transfer balances.

#[path = "../../examples/pedersen/contract.rs"]
pub(crate) mod contract;

use aluvm::Vm;
use num_bigint::BigUint;
use proptest::array::uniform32;
use proptest::collection::vec;
use proptest::prelude::*;
use secp256k1::constants::CURVE_ORDER;
use secp256k1::{PublicKey, Scalar, SecretKey};

use self::contract::{balance, commitment};

/// A blinding factor as the register has it.
fn little_endian(number: &BigUint) -> [u8; 32] {
    let mut bytes = number.to_bytes_le();
    bytes.resize(32, 0);
    bytes.try_into().expect("below the group order")
}

fn order() -> BigUint {
    BigUint::from_bytes_be(&CURVE_ORDER)
}

/// The commitment that the contract makes; none if it fails.
fn commit(amount: u64, blinding: &BigUint) -> Option<[u8; 64]> {
    let output = commitment::commit(&mut Vm::new(), amount, little_endian(blinding));
    output.ok().map(|output| output.commitment)
}

/// The verdict of the contract on a transfer.
fn balances(spent: &[u8], created: &[u8]) -> bool {
    balance::check(&mut Vm::new(), spent, created).is_ok()
}

/// The commitment by the library: H is lifted from its X coordinate as BIP-341 gives it.
fn library_commit(amount: u64, blinding: &BigUint) -> [u8; 64] {
    let mut h = vec![2];
    h.extend(crate::bytes("50929b74c1a04954b78b4b6035e97a5e078a5a0f28ec96d547bfee9ace803ac0"));
    let h = PublicKey::from_slice(&h).expect("a point");
    let mut big_endian = little_endian(blinding);
    big_endian.reverse();
    let mut sum = SecretKey::from_secret_bytes(big_endian).expect("a scalar").public_key();
    if amount > 0 {
        let mut scalar = [0; 32];
        scalar[..8].copy_from_slice(&amount.to_le_bytes());
        let amount = Scalar::from_le_bytes(scalar).expect("a scalar");
        sum = sum.combine(&h.mul_tweak(&amount).expect("a point")).expect("a point");
    }
    sum.serialize_uncompressed()[1..].try_into().expect("64 of 65 bytes")
}

fn blinding() -> impl Strategy<Value = BigUint> {
    uniform32(any::<u8>()).prop_map(|bytes| BigUint::from_bytes_le(&bytes) % (order() - 1u8) + 1u8)
}

/// Some coins: amounts and blinding factors.
fn coins() -> impl Strategy<Value = Vec<(u64, BigUint)>> {
    vec((prop_oneof![Just(0u64), 1..1u64 << 40], blinding()), 1..5)
}

fn commitments(coins: &[(u64, BigUint)]) -> Vec<u8> {
    coins.iter().flat_map(|(amount, blinding)| commit(*amount, blinding).expect("valid")).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_commitment_is_the_sum_of_amount_and_blinding(amount in any::<u64>(), blinding in blinding()) {
        prop_assert_eq!(commit(amount, &blinding), Some(library_commit(amount, &blinding)));
        prop_assert_eq!(commit(0, &blinding), Some(library_commit(0, &blinding)));
    }

    #[test]
    fn transfers_balance_exactly_if_their_sums_do(
        spent in coins(),
        mut created in coins(),
        surplus in 1u64..1000,
        surplus_of_blinding in blinding(),
    ) {
        // One more coin takes what is left of amounts and factors.
        let amounts = |coins: &[(u64, BigUint)]| coins.iter().map(|coin| coin.0).sum::<u64>();
        let factors = |coins: &[(u64, BigUint)]| {
            coins.iter().map(|coin| &coin.1).sum::<BigUint>() % order()
        };
        let (mut spent, all) = (spent, amounts(&created));
        if amounts(&spent) < all {
            spent[0].0 += all - amounts(&spent);
        }
        let rest = (factors(&spent) + order() - factors(&created)) % order();
        prop_assume!(rest != BigUint::ZERO);
        created.push((amounts(&spent) - all, rest));
        prop_assert!(balances(&commitments(&spent), &commitments(&created)));
        created.reverse();
        prop_assert!(balances(&commitments(&spent), &commitments(&created)));

        let mut forged = created.clone();
        forged[0].0 += surplus;
        prop_assert!(!balances(&commitments(&spent), &commitments(&forged)));
        let factor = (&created[0].1 + surplus_of_blinding) % order();
        prop_assume!(factor != BigUint::ZERO);
        created[0].1 = factor;
        prop_assert!(!balances(&commitments(&spent), &commitments(&created)));
    }
}

#[test]
fn blinding_factors_are_from_one_to_the_order_less_one() {
    assert_eq!(commit(1, &BigUint::ZERO), None);
    assert_eq!(commit(1, &order()), None);
    assert!(commit(1, &(order() - 1u8)).is_some());
    assert!(commit(u64::MAX, &BigUint::from(1u8)).is_some());
}

#[test]
fn misshapen_transfers_are_refused() {
    let coin = commit(5, &BigUint::from(6u8)).expect("a commitment");
    let mut damaged = coin;
    damaged[63] ^= 1;
    let two = [coin, coin].concat();
    assert!(balances(&coin, &coin));
    assert!(balances(&two, &two));
    for (spent, created) in [
        (&[][..], &[][..]),
        (&coin, &[]),
        (&[], &coin),
        (&coin[..63], &coin[..63]),
        (&two[..127], &two[..127]),
        (&two, &coin),
        (&damaged, &damaged),
        (&[coin, damaged].concat(), &[coin, damaged].concat()),
    ] {
        assert!(!balances(spent, created), "{} and {} bytes", spent.len(), created.len());
    }
    let mut vm = Vm::new();
    assert!(
        !vm.run(balance::program().expect("a program")).is_success(),
        "strings that are undefined"
    );
}
