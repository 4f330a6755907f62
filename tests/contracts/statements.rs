//! The examples in statements, held against the same rules in Rust, the vectors of BIP-340, and the contract of
//! instructions that verifies the same.

#[path = "../../examples/statements/auction.rs"]
mod auction;
#[path = "../../examples/statements/bip340.rs"]
mod bip340;
#[path = "../../examples/statements/threshold.rs"]
mod threshold;
#[path = "../../examples/statements/token.rs"]
mod token;
#[path = "../../examples/statements/vesting.rs"]
mod vesting;

use aluvm::contract::CallError;
use aluvm::{Lib, Vm};
use proptest::collection::vec;
use proptest::prelude::*;
use secp256k1::schnorr::sign_with_aux_rand;
use secp256k1::{Keypair, SecretKey};

use self::auction::auction as auctions;
use self::bip340::bip340 as signatures;
use self::threshold::threshold as thresholds;
use self::token::token as tokens;
use self::vesting::vesting as grants;
use crate::bytes;
use crate::schnorr::contract;

/// The libraries, with their names.
pub(crate) fn libraries() -> Vec<(String, Lib)> {
    let all = [
        ("auction", &auctions::LIB),
        ("bip340", &signatures::LIB),
        ("threshold", &thresholds::LIB),
        ("token", &tokens::LIB),
        ("vesting", &grants::LIB),
    ];
    all.map(|(name, lib)| (name.to_string(), lib.clone())).into()
}

/// Amounts at edges more often than others.
fn amount() -> impl Strategy<Value = u64> {
    prop_oneof![0..20_000u64, any::<u64>(), u64::MAX - 20_000..=u64::MAX]
}

fn transferred(
    [sender, receiver, amount, cap]: [u64; 4],
    rate: u16,
) -> Result<(u64, u64, u64), tokens::Refusal> {
    use tokens::Refusal::*;
    if amount == 0 {
        return Err(Nothing);
    }
    if rate > tokens::RATE_MAX {
        return Err(Rate);
    }
    let fee = (u128::from(amount) * u128::from(rate)).div_ceil(10_000);
    let fee = fee.min(tokens::FEE_MAX.into()) as u64;
    let sender = sender.checked_sub(amount).and_then(|rest| rest.checked_sub(fee));
    let sender = sender.ok_or(Overdrawn)?;
    let receiver = receiver.checked_add(amount).filter(|sum| *sum <= cap).ok_or(Capped)?;
    Ok((sender, receiver, fee))
}

fn settled(bids: &[u64], reserve: u64) -> Option<(u16, u64)> {
    let mut ranks: Vec<(usize, u64)> = bids.iter().copied().enumerate().collect();
    // Stable, so that of equal bids the first comes first.
    ranks.sort_by_key(|(_, bid)| std::cmp::Reverse(*bid));
    let (winner, highest) = *ranks.first()?;
    let second = ranks.get(1).map_or(0, |(_, bid)| *bid);
    // Where all bids are zero nobody has bid more than nothing, and the first wins.
    (highest >= reserve).then_some((winner as u16, second.max(reserve)))
}

fn vested(
    (total, claimed): (u64, u64),
    (start, now): (i64, i64),
    (cliff, duration): (u32, u32),
) -> Result<(u64, u64), grants::Refusal> {
    use grants::Refusal::*;
    let age = i128::from(now) - i128::from(start);
    if cliff > duration || duration == 0 || i64::try_from(age).is_err() {
        return Err(Schedule);
    }
    if age < cliff.into() {
        return Err(TooEarly);
    }
    let part = u128::from(total) * age as u128 / u128::from(duration);
    let all = if age < duration.into() { part as u64 } else { total };
    if all <= claimed {
        return Err(Nothing);
    }
    Ok((all - claimed, all))
}

proptest! {
    #[test]
    fn transfers_are_those_of_the_rule(
        numbers in [amount(), amount(), amount(), amount()],
        rate in prop_oneof![0..=1_100u16, any::<u16>()],
    ) {
        let [sender, receiver, amount, cap] = numbers;
        let run = tokens::transfer(&mut Vm::new(), sender, receiver, amount, rate, cap);
        let run = run.map(|out| (out.sender, out.receiver, out.fee));
        match transferred(numbers, rate) {
            Ok(expected) => prop_assert_eq!(run.expect("a transfer"), expected),
            Err(refusal) => {
                prop_assert_eq!(run.expect_err("a refusal").refusal(), Some(refusal));
            }
        }
    }

    #[test]
    fn auctions_are_settled_as_the_rule_says(bids in vec(amount(), 0..6), reserve in amount()) {
        let text: Vec<u8> = bids.iter().flat_map(|bid| bid.to_le_bytes()).collect();
        let run = auctions::settle(&mut Vm::new(), text, reserve);
        match settled(&bids, reserve) {
            Some((winner, price)) => {
                let out = run.expect("a settlement");
                prop_assert_eq!((out.winner, out.price), (winner, price));
                prop_assert_eq!((out.house, out.seller), (price / 20, price - price / 20));
            }
            None => {
                let refusal = if bids.is_empty() {
                    auctions::Refusal::Form
                } else {
                    auctions::Refusal::Reserve
                };
                prop_assert_eq!(run.expect_err("a refusal").refusal(), Some(refusal));
            }
        }
    }

    #[test]
    fn grants_vest_as_the_rule_says(
        sums in (amount(), amount()),
        start in prop_oneof![-1_000..1_000i64, any::<i64>()],
        now in prop_oneof![-1_000..1_000i64, any::<i64>()],
        times in (prop_oneof![0..100u32, any::<u32>()], prop_oneof![0..1_500u32, any::<u32>()]),
    ) {
        let ((total, claimed), (cliff, duration)) = (sums, times);
        let run = grants::claim(&mut Vm::new(), total, start, cliff, duration, now, claimed);
        let run = run.map(|out| (out.payout, out.claimed));
        match vested(sums, (start, now), times) {
            Ok(expected) => prop_assert_eq!(run.expect("a payment"), expected),
            Err(refusal) => {
                prop_assert_eq!(run.expect_err("a refusal").refusal(), Some(refusal));
            }
        }
    }
}

#[test]
fn the_vectors_of_bip340_have_their_verdicts() {
    for row in contract::VECTORS.lines().skip(1).filter(|row| !row.is_empty()) {
        let columns: Vec<&str> = row.splitn(8, ',').collect();
        let [key, message, signature] = [2, 4, 5].map(|column| bytes(columns[column]));
        let run = signatures::verify(&mut Vm::new(), key, message, signature);
        assert_eq!(run.is_ok(), columns[6] == "TRUE", "{}: {run:?}", columns[7]);
    }
}

/// The keys of owners, and the signatures of some of them.
fn signed(owners: usize, signers: u16, message: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let (mut keys, mut signatures) = (Vec::new(), Vec::new());
    for owner in 0..owners {
        let secret = SecretKey::from_secret_bytes([owner as u8 + 1; 32]).expect("a key");
        let pair = Keypair::from_secret_key(&secret);
        keys.extend(pair.x_only_public_key().0.to_byte_array());
        if signers >> owner & 1 == 1 {
            signatures.extend(sign_with_aux_rand(message, &pair, &[7; 32]).to_byte_array());
        }
    }
    (keys, signatures)
}

fn check(
    (keys, signatures): (Vec<u8>, Vec<u8>),
    signers: u16,
    least: u8,
    message: &[u8],
) -> Result<(), Option<thresholds::Refusal>> {
    let run: Result<_, CallError> =
        thresholds::check(&mut Vm::new(), keys, signers, signatures, least, message);
    run.map(drop).map_err(|error| error.refusal())
}

#[test]
fn a_threshold_counts_valid_signatures() {
    use thresholds::Refusal::*;
    let message = b"a message".as_slice();
    for signers in 0..8u16 {
        for least in 1..=4u8 {
            let result = check(signed(3, signers, message), signers, least, message);
            let is_enough = signers.count_ones() >= u32::from(least);
            assert_eq!(result, if is_enough { Ok(()) } else { Err(Some(TooFew)) }, "{signers:b}");
        }
    }
    let all = signed(3, 0b101, message);
    assert_eq!(check(all.clone(), 0b101, 0, message), Err(Some(Form)));
    assert_eq!(check(all.clone(), 0b1101, 2, message), Err(Some(Form)));
    assert_eq!(check(all.clone(), 0b001, 1, message), Err(Some(Form)));
    assert_eq!(check(signed(3, 0b011, message), 0b111, 2, message), Err(Some(Form)));
    // A refusal of the other library is its own.
    assert_eq!(check(all.clone(), 0b011, 2, message), Err(None));
    assert_eq!(check(all, 0b101, 2, b"another"), Err(None));
}
