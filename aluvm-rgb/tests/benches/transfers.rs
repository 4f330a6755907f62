//! Transfers of the NIA schema, validated by the network's machine and by ours, with equal verdicts: prints the rows of
//! `docs/performance.md`. The contenders run in turns, and the fastest of their rounds counts: noise only adds.
//!
//! Half of them are refused. What each is validated with is made beforehand: the operation and what `rgb-consensus` hands to its
//! machine. That takes a fresh machine for each validation, and computes the id of the library whenever it enters it.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::{Duration, Instant};

use aluvm::profile::Profile;
use aluvm::{Lib, LibId, LibSite, Program, Vm};
use aluvm_rgb::{RgbInstr, strict, validate};
use aluvm_rgb_tests::given::Given;
use aluvm_rgb_tests::random::{Random, operation};
use aluvm_rgb_tests::{here, schemas, there};
use amplify::ByteArray;
use amplify::confinement::U24;
use rgbcore::vm::OrdOpRef;
use strict_encoding::{StrictDecode, StrictDumb, StrictEncode, StrictReader, StrictWriter};

const COUNT: usize = 10_000;
const ROUNDS: usize = 12;

fn decoded<T: StrictDecode>(bytes: &[u8]) -> T {
    T::strict_decode(&mut StrictReader::in_memory::<U24>(bytes)).expect("a library")
}

/// Our verdict on one transfer.
fn verdict(vm: &mut Vm<RgbInstr>, program: &Program<RgbInstr>, ty: u16, given: &mut Given) -> bool {
    validate(vm, program, program.entry(), Some(ty), given).is_ok()
}

/// A program of a library that came as bytes, and has the id that the schema names.
fn program(bytes: &[u8], site: LibSite) -> Program<RgbInstr> {
    let lib = Lib::try_from(&decoded::<strict::Lib>(bytes)).expect("the same limits");
    assert_eq!(lib.id(), site.lib);
    Program::link_with_profile([site], [lib], Profile::RGB_0_11).expect("complete")
}

fn main() {
    let script = schemas::all().into_iter().find(|script| script.name == "NIA transfer");
    let script = script.expect("a transition of the schema");
    let ty = script.transition.expect("a transition");
    let theirs = &script.libs[&script.site.lib];
    let site = LibSite::new(LibId::from_bytes(script.site.lib.to_byte_array()), script.site.pos);
    let writer = StrictWriter::in_memory::<U24>();
    let bytes = theirs.strict_encode(writer).expect("in memory").unbox().unconfine();

    let mut random = Random(1);
    let mut given: Vec<Given> = (0..COUNT)
        .map(|number| {
            operation(&script.name, script.transition, (number % 2) as u64 * 20, &mut random)
        })
        .collect();
    let transitions: Vec<_> = given.iter_mut().map(|given| there::transition(given, ty)).collect();
    let operations: Vec<_> = transitions
        .iter()
        .map(|one| OrdOpRef::Transition(one, StrictDumb::strict_dumb(), StrictDumb::strict_dumb()))
        .collect();
    let inputs: Vec<_> = given.iter().map(there::inputs).collect();
    let contexts: Vec<_> = operations
        .iter()
        .zip(&inputs)
        .zip(&given)
        .map(|((operation, inputs), given)| {
            there::context(operation, inputs, there::contract(given))
        })
        .collect();

    let once = here::program(&[here::lib(theirs)], site);
    let mut vm = Vm::with_extension();
    let mut accepted = 0;
    for (context, given) in contexts.iter().zip(&mut given) {
        let expected = there::execute(context, Some(ty), |id| script.libs.get(&id), script.site);
        let lib: deployed::library::Lib = decoded(&bytes);
        let libs = BTreeMap::from([(lib.id(), lib)]);
        assert_eq!(there::execute(context, Some(ty), |id| libs.get(&id), script.site), expected);
        assert_eq!(verdict(&mut vm, &once, ty, given), expected);
        assert_eq!(verdict(&mut Vm::with_extension(), &once, ty, given), expected);
        assert_eq!(verdict(&mut vm, &program(&bytes, site), ty, given), expected);
        accepted += usize::from(expected);
    }
    assert!((COUNT * 4 / 10..COUNT * 6 / 10).contains(&accepted), "{accepted} of {COUNT} accepted");

    let mut times = [Duration::MAX; 5];
    let mut time = |row: usize, round: &mut dyn FnMut()| {
        let start = Instant::now();
        round();
        times[row] = times[row].min(start.elapsed());
    };
    for _ in 0..ROUNDS {
        time(0, &mut || {
            for context in &contexts {
                let resolve = |id| script.libs.get(&id);
                black_box(there::execute(context, Some(ty), resolve, script.site));
            }
        });
        time(1, &mut || {
            for given in &mut given {
                black_box(verdict(&mut vm, &once, ty, given));
            }
        });
        time(2, &mut || {
            for given in &mut given {
                black_box(verdict(&mut Vm::with_extension(), &once, ty, given));
            }
        });
        time(3, &mut || {
            for context in &contexts {
                let lib: deployed::library::Lib = decoded(&bytes);
                assert_eq!(lib.id(), script.site.lib);
                black_box(there::execute(context, Some(ty), |_| Some(&lib), script.site));
            }
        });
        time(4, &mut || {
            for given in &mut given {
                black_box(verdict(&mut vm, &program(&bytes, site), ty, given));
            }
        });
    }
    let micros = times.map(|time| time.as_secs_f64() * 1e6 / COUNT as f64);
    println!("| a transfer | rgb-aluvm | aluvm | |\n|---|---:|---:|---:|");
    for (name, there, here) in [
        ("built once", micros[0], micros[1]),
        ("built once, a fresh machine for each", micros[0], micros[2]),
        ("from bytes, with the id checked", micros[3], micros[4]),
    ] {
        println!("| {name} | {there:.1} µs | {here:.2} µs | {:.0}× |", there / here);
    }
}
