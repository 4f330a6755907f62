//! Nothing that is claimed of code is ever wrong, in random programs.

use aluvm_core::isa::FORMS;
use aluvm_core::library::{Isae, Lib, Libs};
use aluvm_core::profile::Profile;
use aluvm_tests::{Random, cases};
use proptest::prelude::*;

use crate::claims::{Told, holds};
use crate::programs::{Libraries, libraries, structured};

fn told() -> impl Strategy<Value = Told> {
    prop_oneof![Just(Told::Nothing), Just(Told::Inputs), Just(Told::Signatures)]
}

/// Bytes of which many end with half a byte, and code that goes on in the middle of one.
fn shifted() -> impl Strategy<Value = Libraries> {
    any::<u64>().prop_map(|seed| {
        let mut random = Random::new(seed);
        let mut code = Vec::new();
        let length = 4 + random.below(24);
        while (code.len() as u64) < length {
            match random.below(6) {
                0 | 1 => code.extend([0xD3, random.next_number() as u8]),
                // Moves, which are found in the middle of a byte more often than others.
                2 => code.extend([0x11, 0x11, random.next_number() as u8]),
                3 => code.extend([2 + random.below(2) as u8, random.below(20) as u8, 0]),
                _ => {
                    let form = random.pick(FORMS);
                    code.push(form.opcode);
                    code.extend((1..form.length()).map(|_| random.next_number() as u8));
                }
            }
        }
        let isae: Isae = "ALU BPDIGEST HALF".parse().expect("a set");
        let lib = Lib::new(isae, code, [], Libs::default()).expect("short");
        let entry = lib.id();
        Libraries { entry, libs: [(entry, lib)].into() }
    })
}

fn profile() -> impl Strategy<Value = Profile> {
    prop_oneof![4 => Just(Profile::SPEC), 1 => Just(Profile::RGB_0_11), 1 => Just(Profile::RGB_0_11_SECP256K1)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(10_000)))]

    #[test]
    fn claims_hold_in_random_programs(
        libraries in libraries(), begin in 0u16..6, seed in any::<u64>(), told in told(),
        profile in profile(),
    ) {
        prop_assert_eq!(holds(&libraries, begin, seed, told, profile), Ok(()));
    }

    #[test]
    fn claims_hold_in_programs_with_loops_and_routines(
        libraries in structured(true), seed in any::<u64>(), told in told(), profile in profile(),
    ) {
        prop_assert_eq!(holds(&libraries, 0, seed, told, profile), Ok(()));
    }

    #[test]
    fn claims_hold_in_the_middle_of_bytes(
        libraries in shifted(), seed in any::<u64>(), told in told(),
    ) {
        prop_assert_eq!(holds(&libraries, 0, seed, told, Profile::RGB_0_11), Ok(()));
    }
}
