//! Twins as Rust calls them: what they give and what they say is what typed calls give and say.

use std::collections::BTreeSet;

use aluvm::__private::{Contract, native};
use aluvm::alulib;
use aluvm::contract::{CallError, CallErrorKind};
use aluvm::num::integer::U256;
use aluvm::{Outcome, Stop, Vm};
use aluvm_core::vm::Value;
use proptest::prelude::*;

use crate::statements::{abroad, calls, flow, further, limit};
use crate::values::strings;

/// That two errors say the same.
fn assert_same(twin: &CallError, machine: &CallError) {
    assert_eq!(twin.kind(), machine.kind());
    assert_eq!(twin.outcome(), machine.outcome());
    assert_eq!(twin.place(), machine.place());
    assert_eq!(twin.case(), machine.case());
    assert_eq!(twin.to_string(), machine.to_string());
}

/// How a call ended, without what it takes a run to tell.
fn ended<T>(answer: Result<T, CallError>) -> Result<T, Option<Outcome>> {
    answer.map_err(|error| error.outcome())
}

/// That a twin answers what the machine does.
fn assert_alike<T: PartialEq + std::fmt::Debug>(
    twin: Result<T, CallError>,
    machine: Result<T, CallError>,
) {
    match (twin, machine) {
        (Err(twin), Err(machine)) => assert_same(&twin, &machine),
        (twin, machine) => assert_eq!(twin.expect("as the machine"), machine.expect("as the twin")),
    }
}

alulib! {
    pub mod types {
        #[twin]
        pub fn all(a: i8, b: i128, c: u256, d: f32, e: f80, f: r160, g: bytes, h: f16, i: i256) -> (
            a2: i8, b2: i128, c2: u256, d2: f32, e2: f80, f2: r160, g2: bytes, h2: f16, i2: i256,
        ) {
            a2 = a / -1;
            b2 = -b;
            c2 = c - 1;
            d2 = -d;
            e2 = -e;
            f2 = !f;
            g2 = rev(g);
            h2 = h;
            i2 = i + 1;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(aluvm_tests::cases(300)))]

    #[test]
    fn inputs_and_outputs_have_the_types_of_calls(
        (a, b, c, d, e, f, g, h, i) in types::all::inputs()
    ) {
        assert_alike(
            types::all::native(a, b, c, d, e, f, g.clone(), h, i),
            types::all(&mut Vm::new(), a, b, c, d, e, f, g, h, i),
        );
    }

    #[test]
    fn refusals_are_those_of_calls((a, b) in flow::refusals::inputs()) {
        assert_alike(flow::refusals::native(a, b), flow::refusals(&mut Vm::new(), a, b));
        assert_alike(flow::verdict::native(a), flow::verdict(&mut Vm::new(), a));
    }

    #[test]
    fn refusals_of_other_libraries_are_theirs((total, parts) in calls::split::inputs()) {
        let mut vm = Vm::new();
        assert_alike(abroad::shares::native(total, parts), abroad::shares(&mut vm, total, parts));
        assert_alike(further::far::native(total, parts), further::far(&mut vm, total, parts));
    }
}

#[test]
fn what_a_verdict_says_no_to_is_told() {
    let twin = flow::verdict::native(51).expect_err("odd");
    let machine = flow::verdict(&mut Vm::new(), 51).expect_err("odd");
    assert_same(&twin, &machine);
    let outcome = twin.outcome().expect("it ran");
    assert_eq!((outcome.stop, outcome.status), (Stop::Finished, false));
}

#[test]
fn a_refusal_is_an_error_of_the_contract() {
    let error = flow::refusals::native(0, 1).expect_err("refused");
    assert_eq!(error.refusal(), Some(flow::Refusal::Low));
    let error = further::far::native(5, 0).expect_err("refused");
    let CallErrorKind::Refused(refused) = error.kind() else { panic!("{error}") };
    assert_eq!((refused.library.as_str(), refused.name.as_str()), ("calls", "Theirs"));
}

#[test]
fn inputs_that_no_register_holds_are_refused_alike() {
    let nan = f32::NAN;
    let (wide, own) = (U256::from(1u8), [0; 10]);
    let half = half::f16::from_f32(1.0);
    let mut vm = Vm::new();
    assert_alike(
        types::all::native(1, 1, wide, nan, own, [0; 20], b"", half, wide),
        types::all(&mut vm, 1, 1, wide, nan, own, [0; 20], b"", half, wide),
    );
    let long = vec![0; 65_536];
    assert_alike(strings::copies::native(long.clone()), strings::copies(&mut vm, long));
}

#[test]
fn jumps_run_out_at_the_same_one() {
    let mut vm = Vm::new();
    for n in [32_766, 32_767, 32_768, 65_533, 65_534, 65_535, 65_536] {
        let twin = ended(limit::counts::native(n));
        assert_eq!(twin.is_ok(), n < 65_535, "{n}");
        assert_eq!(twin, ended(limit::counts(&mut vm, n)));
    }
    let mut places = BTreeSet::new();
    for n in 0..64 {
        for (twin, machine) in [
            (ended(limit::edges::native(n)).map(drop), ended(limit::edges(&mut vm, n)).map(drop)),
            (
                ended(limit::endless::native(n)).map(drop),
                ended(limit::endless(&mut vm, n)).map(drop),
            ),
        ] {
            assert_eq!(twin, machine, "{n}");
            places.extend(twin.err().flatten().map(|outcome| outcome.site));
        }
    }
    assert!(places.len() > 5, "{places:?}");
}

#[test]
fn what_fails_behind_the_last_jump_is_not_told() {
    let (mut vm, mut places) = (Vm::new(), BTreeSet::new());
    for n in [20, 28, 30, 31, 32, 33, 34, 35] {
        for which in 0..16 {
            for parts in [0, 3] {
                let twin = ended(limit::late::native(n, which, parts));
                places.extend(
                    twin.as_ref()
                        .err()
                        .copied()
                        .flatten()
                        .map(|outcome| (outcome.stop == Stop::JumpLimit, outcome.site)),
                );
                assert_eq!(
                    twin,
                    ended(limit::late(&mut vm, n, which, parts)),
                    "{n} {which} {parts}"
                );
            }
        }
    }
    let of_jumps = places.iter().filter(|(is_of_jumps, _)| *is_of_jumps).count();
    assert!(of_jumps > 4 && places.len() - of_jumps > 3, "{places:?}");
}

alulib! {
    pub mod doubled {
        pub fn double(a: u8) -> (b: u8) { b = a.wrapping_add(a); }
    }
}

/// The test that `#[twin]` makes shows for which inputs a twin differs, and what both make of them.
#[test]
fn a_twin_that_differs_is_shown() {
    let (inputs, outputs) = (doubled::double::SIGNATURE.inputs, doubled::double::SIGNATURE.outputs);
    let module = Contract::module(&doubled::ALUVM_CONTRACT);
    let differs = |twin: fn(u8) -> Option<u8>| {
        let checked = std::panic::catch_unwind(|| {
            native::check(module, 0, (inputs, outputs), &|run, before, after| {
                let Some(Value::Number(a)) = before.get(inputs[0].register) else {
                    panic!("an input")
                };
                let Some(b) = twin(a[0]) else { return run.end(true) };
                native::put(&b, after, outputs[0].register.to_code());
                run.end(true)
            });
        });
        checked.err().map(|message| *message.downcast::<String>().expect("a message"))
    };
    assert_eq!(differs(|a| Some(a.wrapping_mul(2))), None);
    let message = differs(|_| None).expect("it gives nothing");
    for part in
        ["the machine and the twin differ\n  inputs\n    a = ", "the machine: ", "b has no value"]
    {
        assert!(message.contains(part), "{message}");
    }
    let message = differs(|a| Some(a.wrapping_mul(2) & 0x7F)).expect("it differs from 64 on");
    let number = |title: &str, name: &str| -> u8 {
        let (_, behind) = message.split_once(title).expect("the title");
        let (_, behind) = behind.split_once(&format!("{name} = ")).expect("the name");
        let digits = behind.trim_start_matches("0x").split_whitespace().next();
        u8::from_str_radix(digits.expect("a number"), 16).expect("a number")
    };
    let (a, machine) = (number("inputs", "a"), number("the machine: ", "b"));
    assert_eq!(machine, a.wrapping_mul(2));
    assert_eq!(number("the twin: ", "b"), machine & 0x7F);
}
