//! Random contracts are the library that the language says they stand for.

use aluvm_core::library::Lib;
use aluvm_tests::contract::RandomContract;
use aluvm_tests::{Random, cases};

use crate::read;

#[test]
fn contracts_are_what_their_forms_stand_for() {
    let mut random = Random::new(0xC047);
    for _ in 0..cases(1_000) {
        let RandomContract { text, plain, .. } = RandomContract::new(&mut random, &[]);
        let library = read(&text).unwrap_or_else(|errors| panic!("{text}\n{errors}"));
        let expected: Lib = plain.parse().unwrap_or_else(|errors| panic!("{plain}\n{errors}"));
        assert_eq!(library.lib, expected, "{text}\n{plain}");
        assert_eq!(library.lib.id(), expected.id());
    }
}
