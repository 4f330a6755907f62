//! Transfers of the NIA schema, validated by the network's machine and by ours, with equal verdicts: prints the rows of
//! `docs/performance.md`. The contenders run in turns, and the fastest of their rounds counts: noise only adds.
//!
//! Half of them are refused. What each is validated with is made beforehand: the operation and what `rgb-consensus` hands to its
//! machine. That takes a fresh machine for each validation, and computes the id of the library whenever it enters it. Ours is given
//! the operation as maps, as `rgb-consensus` has it, and as a plain list.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use aluvm::bytes::ByteString;
use aluvm::profile::Profile;
use aluvm::{Lib, LibId, LibSite, Program, Vm};
use aluvm_rgb::{Operation, RgbInstr, See, Signature, State, validate};
use aluvm_rgb_tests::given::{Given, Owned};
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

/// An operation as a host can have it that keeps no maps: all assignments behind each other. A transfer has nothing else.
struct Plain<'g> {
    inputs: Vec<(u16, State<'g>)>,
    outputs: Vec<(u16, State<'g>)>,
}

impl<'g> Plain<'g> {
    fn new(given: &'g Given) -> Plain<'g> {
        let list = |assignments: &'g BTreeMap<u16, Vec<Owned>>| {
            let states =
                assignments.iter().flat_map(|(ty, list)| list.iter().map(|one| (*ty, one)));
            states.map(|(ty, owned)| (ty, owned.state())).collect()
        };
        Plain { inputs: list(&given.inputs), outputs: list(&given.outputs) }
    }
}

/// The states of one type.
fn of_type<'s>(list: &'s [(u16, State<'s>)], wanted: u16) -> impl Iterator<Item = State<'s>> {
    list.iter().filter(move |(ty, _)| *ty == wanted).map(|(_, state)| *state)
}

impl Operation for Plain<'_> {
    fn input_count(&self, assignment: u16) -> usize {
        of_type(&self.inputs, assignment).count()
    }

    fn input(&self, assignment: u16, index: usize) -> Option<State<'_>> {
        of_type(&self.inputs, assignment).nth(index)
    }

    fn each_input(&self, assignment: u16, see: See<'_>) -> ControlFlow<()> {
        of_type(&self.inputs, assignment).try_for_each(see)
    }

    fn output_count(&self, assignment: u16) -> usize {
        of_type(&self.outputs, assignment).count()
    }

    fn output(&self, assignment: u16, index: usize) -> Option<State<'_>> {
        of_type(&self.outputs, assignment).nth(index)
    }

    fn each_output(&self, assignment: u16, see: See<'_>) -> ControlFlow<()> {
        of_type(&self.outputs, assignment).try_for_each(see)
    }

    fn global_count(&self, _: u16) -> usize {
        0
    }

    fn global(&self, _: u16, _: usize) -> Option<&[u8]> {
        None
    }

    fn contract_global_count(&self, _: u16) -> usize {
        0
    }

    fn contract_global(&self, _: u16, _: usize) -> Option<ByteString> {
        None
    }

    fn metadata(&self, _: u16) -> Option<&[u8]> {
        None
    }

    fn signature(&self) -> Option<Signature> {
        None
    }

    fn require_mint(&mut self, _: u64, _: u64) {}
}

/// Our verdict on one transfer.
fn verdict(
    vm: &mut Vm<RgbInstr>,
    program: &Program<RgbInstr>,
    ty: u16,
    operation: &mut dyn Operation,
) -> bool {
    validate(vm, program, program.entry(), Some(ty), operation).is_ok()
}

/// A program of a library that came as bytes, and has the id that the schema names. Linking computes it.
fn program(bytes: &[u8], site: LibSite) -> Program<RgbInstr> {
    let lib = Lib::from_bytes_for(bytes, &Profile::RGB_0_11).expect("a library");
    let program = Program::link_with_profile([site], [lib], Profile::RGB_0_11).expect("complete");
    assert!(program.lib(site.lib).is_some(), "another id");
    program
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
        assert_eq!(verdict(&mut vm, &once, ty, &mut Plain::new(given)), expected);
        assert_eq!(verdict(&mut vm, &once, ty, given), expected);
        assert_eq!(verdict(&mut Vm::with_extension(), &once, ty, given), expected);
        assert_eq!(verdict(&mut vm, &program(&bytes, site), ty, given), expected);
        accepted += usize::from(expected);
    }
    assert!((COUNT * 4 / 10..COUNT * 6 / 10).contains(&accepted), "{accepted} of {COUNT} accepted");

    let copies = given.clone();
    let mut plain: Vec<Plain<'_>> = copies.iter().map(Plain::new).collect();
    let mut times = [Duration::MAX; 8];
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
            for context in &contexts {
                let lib: deployed::library::Lib = decoded(&bytes);
                assert_eq!(lib.id(), script.site.lib);
                black_box(there::execute(context, Some(ty), |_| Some(&lib), script.site));
            }
        });
        ours(&mut given, 2, &mut time, &once, &bytes, ty);
        ours(&mut plain, 5, &mut time, &once, &bytes, ty);
    }
    let micros = times.map(|time| time.as_secs_f64() * 1e6 / COUNT as f64);
    println!(
        "| a transfer | rgb-aluvm | aluvm, maps | | aluvm, plain | |\n|---|---:|---:|---:|---:|---:|"
    );
    for (name, there, row) in [
        ("built once", micros[0], 2),
        ("built once, a fresh machine for each", micros[0], 3),
        ("from bytes, with the id checked", micros[1], 4),
    ] {
        let (maps, plain) = (micros[row], micros[row + 3]);
        println!(
            "| {name} | {there:.1} µs | {maps:.2} µs | {:.0}× | {plain:.2} µs | {:.0}× |",
            there / maps,
            there / plain
        );
    }
}

/// The three ways in which ours validates all operations, from a row on.
fn ours<O: Operation>(
    operations: &mut [O],
    row: usize,
    time: &mut impl FnMut(usize, &mut dyn FnMut()),
    once: &Program<RgbInstr>,
    bytes: &[u8],
    ty: u16,
) {
    let mut vm = Vm::with_extension();
    time(row, &mut || {
        for operation in &mut *operations {
            black_box(verdict(&mut vm, once, ty, operation));
        }
    });
    time(row + 1, &mut || {
        for operation in &mut *operations {
            black_box(verdict(&mut Vm::with_extension(), once, ty, operation));
        }
    });
    let site = once.entry();
    time(row + 2, &mut || {
        for operation in &mut *operations {
            black_box(verdict(&mut vm, &program(bytes, site), ty, operation));
        }
    });
}
