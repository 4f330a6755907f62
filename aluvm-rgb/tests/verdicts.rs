//! Random operations before each script of the schemas, in the network's machine and in ours: the verdict,
//! all registers and the mints that are asked for are equal.
//!
//! `ALUVM_CASES` sets how many there are for each script. The network's machine takes milliseconds for one
//! without optimisation: `ALUVM_CASES=20000 cargo test --release` takes about as long as the 300 of a debug build.

use std::ops::ControlFlow;

use aluvm::{LibId, LibSite, Vm};
use aluvm_rgb::{Operation, State};
use aluvm_rgb_tests::random::{Random, operation};
use aluvm_rgb_tests::schemas::Script;
use aluvm_rgb_tests::{cases, here, schemas, there};
use amplify::ByteArray;

const ORDINARY: u64 = 300;

/// How many operations a script accepts.
fn compare(script: &Script, seed: u64) -> u64 {
    let libs: Vec<_> = script.libs.values().map(here::lib).collect();
    let id = LibId::from_bytes(script.site.lib.to_byte_array());
    let program = here::program(&libs, LibSite::new(id, script.site.pos));
    let mut vm = Vm::with_extension();
    let mut random = Random(seed);
    let mut accepted = 0;
    for case in 0..cases(ORDINARY) {
        // So that about half are accepted.
        let wrong = if accepted * 2 > case { 3 + random.below(10) } else { random.below(2) };
        let mut given = operation(&script.name, script.transition, wrong, &mut random);
        let there = there::run(&mut given, &script.libs, script.site);
        let (here, _) = here::run(&mut given, &program, &mut vm);
        assert_eq!(here, there, "{}, case {case}: {given:#?}", script.name);
        accepted += u64::from(here.accepts);
    }
    accepted
}

#[test]
fn equal() {
    let scripts = schemas::all();
    assert!(scripts.len() >= 15, "{} scripts", scripts.len());
    let mut one_sided = Vec::new();
    for (seed, script) in scripts.iter().enumerate() {
        let accepted = compare(script, seed as u64);
        println!("{}: accepts {accepted} of {}", script.name, cases(ORDINARY));
        if !(30..70).contains(&(accepted * 100 / cases(ORDINARY))) {
            one_sided.push(&script.name);
        }
    }
    assert!(one_sided.is_empty(), "accept nearly all or nearly none: {one_sided:?}");
}

/// What sums assignments asks for all of a type at once: it is shown what stands at each index.
#[test]
fn at_once_as_by_index() {
    let mut random = Random(99);
    for script in schemas::all() {
        for wrong in 0..40 {
            let given = operation(&script.name, script.transition, wrong / 4, &mut random);
            for ty in given.inputs.keys().chain(given.outputs.keys()).copied().chain([1]) {
                let (mut inputs, mut outputs) = (Vec::new(), Vec::new());
                let _ = given.each_input(ty, &mut |state| {
                    inputs.push(format!("{state:?}"));
                    ControlFlow::Continue(())
                });
                let _ = given.each_output(ty, &mut |state| {
                    outputs.push(format!("{state:?}"));
                    ControlFlow::Continue(())
                });
                let one = |state: Option<State<'_>>| format!("{:?}", state.expect("counted"));
                let count = given.input_count(ty);
                assert!(inputs.into_iter().eq((0..count).map(|at| one(given.input(ty, at)))));
                let count = given.output_count(ty);
                assert!(outputs.into_iter().eq((0..count).map(|at| one(given.output(ty, at)))));
            }
        }
    }
}
