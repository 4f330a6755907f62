//! Nothing that is claimed of code is ever wrong, in random programs.

use aluvm_core::flow::{BlockId, Definedness, Flow, Surroundings};
use aluvm_core::isa::{FORMS, NoExtension, Register, RegisterSize};
use aluvm_core::library::{Isae, Lib, Libs};
use aluvm_core::profile::Profile;
use aluvm_tests::{Random, cases};
use proptest::prelude::*;

use crate::claims::{Told, holds};
use crate::hostile::wandering_through_blocks;
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

/// A library whose code goes on in another.
fn caller(opcode: u8, callee: &[u8]) -> Libraries {
    let isae: Isae = "ALU BPDIGEST HOST".parse().expect("a set");
    let callee = Lib::new(isae.clone(), callee, [], Libs::default()).expect("short");
    let libs = Libs::new([callee.id()]).expect("one");
    let caller = Lib::new(isae, [opcode, 0, 0, 0, 0x07], [], libs).expect("short");
    let entry = caller.id();
    Libraries { entry, libs: [(entry, caller), (callee.id(), callee)].into() }
}

/// Every instruction, whole and cut short, at the end of a library that another one calls.
#[test]
fn claims_hold_where_the_callee_ends_at_once() {
    let profiles = [Profile::SPEC, Profile::RGB_0_11, Profile::RGB_0_11_SECP256K1];
    let lengths = FORMS.iter().flat_map(|form| (1..=form.length()).map(move |cut| (form, cut)));
    for (form, cut) in lengths {
        let word = form.fixed_bits().to_le_bytes();
        for opcode in [0x05, 0x06] {
            let libraries = caller(opcode, &word[..cut]);
            for profile in profiles {
                let name = profile.name();
                for (seed, told) in (0..4).zip([Told::Nothing, Told::Inputs].into_iter().cycle()) {
                    let held = holds(&libraries, 0, seed, told, profile);
                    assert_eq!(held, Ok(()), "{form:?} cut to {cut}, {name}, seed {seed}");
                }
            }
        }
    }
}

/// The search for states ends although each of many blocks changes again with each register that another one reaches.
#[test]
fn claims_hold_where_the_analysis_gives_up() {
    let isae: Isae = "ALU".parse().expect("a set");
    let first = Register::Value { size: RegisterSize::A8, index: 0 };
    for (count, gives_up) in [(100, false), (20_000, true)] {
        let code = wandering_through_blocks(count);
        let lib = Lib::new(isae.clone(), code, [], Libs::default()).expect("short");
        let flow = Flow::of_lib::<NoExtension>(&lib, &Surroundings::default());
        let graph = flow.graph();
        // What stands before the loop keeps what is known of it.
        let before = flow.before(graph.offset(BlockId(1))).expect("reached");
        assert_eq!(before.register(first), Definedness::Undefined);
        for block in (2..count as u32).step_by(97).map(BlockId) {
            let before = flow.before(graph.offset(block)).expect("reached");
            assert_eq!(before.defined().contains(first), !gives_up, "{count}: {block:?}");
            assert!(before.can_be(false) && before.can_be(true));
        }
        let libraries = Libraries { entry: lib.id(), libs: [(lib.id(), lib)].into() };
        for seed in 0..4 {
            for told in [Told::Nothing, Told::Inputs] {
                assert_eq!(holds(&libraries, 0, seed, told, Profile::SPEC), Ok(()));
            }
        }
    }
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
