//! The verifier of BIP-340: the official vectors row by row, and libsecp256k1 as an oracle for others.

#[path = "../../examples/schnorr/contract.rs"]
pub(crate) mod contract;

use aluvm::Vm;
use aluvm::contract::CallError;
use proptest::array::uniform32;
use proptest::collection::vec;
use proptest::prelude::*;
use secp256k1::schnorr::{Signature, sign_with_aux_rand, verify};
use secp256k1::{Keypair, SecretKey, XOnlyPublicKey};

use self::contract::schnorr;
use crate::bytes;

fn run(key: &[u8], message: &[u8], signature: &[u8]) -> Result<(), CallError> {
    schnorr::verify(&mut Vm::new(), key, message, signature).map(drop)
}

/// Runs the verifier over a row of the test vectors of BIP-340.
fn check_row(index: usize) {
    let row = contract::VECTORS.lines().nth(index + 1).expect("a row");
    let columns: Vec<&str> = row.splitn(8, ',').collect();
    assert_eq!(columns[0], index.to_string());
    let outcome = run(&bytes(columns[2]), &bytes(columns[4]), &bytes(columns[5]));
    assert_eq!(outcome.is_ok(), columns[6] == "TRUE", "{}: {outcome:?}", columns[7]);
}

macro_rules! rows {
    ($($name:ident $index:literal)*) => {$(
        #[test]
        fn $name() {
            check_row($index);
        }
    )*};
}

rows! {
    row_0 0
    row_1 1
    row_2 2
    row_3 3
    row_4 4
    row_5 5
    row_6 6
    row_7 7
    row_8 8
    row_9 9
    row_10 10
    row_11 11
    row_12 12
    row_13 13
    row_14 14
}

#[test]
fn the_vectors_are_those_fifteen() {
    assert_eq!(contract::VECTORS.lines().count(), 1 + 15);
}

/// What the library says of key and signature as bytes.
fn library_accepts(key: &[u8; 32], message: &[u8], signature: &[u8; 64]) -> bool {
    let Ok(key) = XOnlyPublicKey::from_byte_array(*key) else { return false };
    verify(&Signature::from_byte_array(*signature), message, &key).is_ok()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_librarys_signatures_are_valid_and_damaged_ones_are_not(
        secret in uniform32(any::<u8>()),
        auxiliary in uniform32(any::<u8>()),
        mut message in vec(any::<u8>(), 0..200),
        damage in 0usize..3,
        bit in any::<prop::sample::Index>(),
    ) {
        let Ok(secret) = SecretKey::from_secret_bytes(secret) else { return Ok(()) };
        let pair = Keypair::from_secret_key(&secret);
        let mut key = pair.x_only_public_key().0.to_byte_array();
        let mut signature = sign_with_aux_rand(&message, &pair, &auxiliary).to_byte_array();
        let outcome = run(&key, &message, &signature);
        prop_assert!(outcome.is_ok(), "{:?}", outcome);

        let damaged: &mut [u8] = match damage {
            0 => &mut key,
            1 if !message.is_empty() => &mut message,
            _ => &mut signature,
        };
        let bit = bit.index(8 * damaged.len());
        damaged[bit / 8] ^= 1 << (bit % 8);
        prop_assert!(!library_accepts(&key, &message, &signature));
        prop_assert!(run(&key, &message, &signature).is_err());
    }
}

#[test]
fn missing_and_misshapen_inputs_are_refused() {
    let row = contract::VECTORS.lines().nth(1).expect("a row");
    let columns: Vec<&str> = row.splitn(8, ',').collect();
    let [key, message, signature] = [2, 4, 5].map(|column| bytes(columns[column]));
    assert!(run(&key, &message, &signature).is_ok());
    let longer = |bytes: &[u8]| [bytes, &[0]].concat();
    assert!(run(&key[1..], &message, &signature).is_err());
    assert!(run(&longer(&key), &message, &signature).is_err());
    assert!(run(&key, &message, &signature[1..]).is_err());
    assert!(run(&key, &message, &longer(&signature)).is_err());
    assert!(run(&key, &vec![0; 65535], &signature).is_err());
    let program = schnorr::program().expect("a program");
    for missing in 0..3 {
        let mut vm = Vm::new();
        for (register, bytes) in [(0, &key), (1, &message), (2, &signature)] {
            if register != missing {
                vm.registers_mut().set_s16(register, &bytes[..]).expect("a register");
            }
        }
        assert!(!vm.run(program).is_success(), "s16[{missing}] is undefined");
    }
}
