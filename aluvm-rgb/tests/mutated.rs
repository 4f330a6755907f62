//! The scripts of the schemas with mutated code and in mutated libraries, in the network's machine and in
//! ours: no verdict that only one side accepts, and equal registers and mints, unless the network's machine
//! panics or hangs, where ours stops of its own.
//!
//! `ALUVM_CASES=100000 cargo test --release` runs as many of each.

use std::collections::BTreeMap;

use aluvm::codec::decode_for;
use aluvm::profile::Profile;
use aluvm::vm::{Failure, Stop};
use aluvm::{LibId, LibSite, Program, Vm};
use aluvm_rgb::{RgbInstr, strict};
use aluvm_rgb_tests::mutation::{self, Mutated, entry_library, mutate_bytes};
use aluvm_rgb_tests::random::{Random, operation};
use aluvm_rgb_tests::schemas::Script;
use aluvm_rgb_tests::{cases, here, schemas, there};
use amplify::ByteArray;
use amplify::confinement::U24;
use strict_encoding::{StrictDecode, StrictEncode, StrictReader, StrictWriter};

const ORDINARY: u64 = 2000;

/// How cases ended.
#[derive(Default, Debug)]
struct Ends {
    accepted: u64,
    refused: u64,
    /// Where the network's machine panics, by the mnemonic at which ours stops.
    panics: BTreeMap<String, u64>,
    /// Where it would run for ever.
    hangs: u64,
    /// What takes the network's machine seconds without optimisation.
    skipped: u64,
    /// Bytes that are no library.
    malformed: u64,
}

impl Ends {
    fn report(&self, what: &str) {
        let panics: u64 = self.panics.values().sum();
        let Ends { accepted, refused, hangs, skipped, malformed, .. } = self;
        println!(
            "{what}: {accepted} accepted and {refused} refused by both, {panics} panics and {hangs} hangs \
             there, {malformed} no library, {skipped} left out; panics by instruction: {:?}",
            self.panics
        );
        assert!(*accepted > 0 && *refused > 0, "{what}: all verdicts are one");
    }
}

/// Runs a mutated script on both sides.
fn compare(script: &Script, mutated: &Mutated, random: &mut Random, ends: &mut Ends) {
    let libs: Vec<_> = mutated.libs.iter().map(here::lib).collect();
    let id = LibId::from_bytes(mutated.site.lib.to_byte_array());
    let program = here::program(&libs, LibSite::new(id, mutated.site.pos));
    let wrong = random.below(2);
    let mut given = operation(&script.name, script.transition, wrong, random);
    if let Some(ty) = given.transition {
        // Signs the operation.
        there::transition(&mut given, ty);
    }
    let (ours, verdict) = here::run(&mut given, &program, &mut Vm::with_extension());
    let outcome = verdict.err().map(|refused| refused.outcome);
    let stop = outcome.map(|outcome| outcome.stop);
    match stop {
        Some(Stop::Failed(Failure::Hang)) => return ends.hangs += 1,
        Some(Stop::JumpLimit) if cfg!(debug_assertions) => return ends.skipped += 1,
        _ => {}
    }
    let theirs = there::try_run(&mut given, &mutated.by_id(), mutated.site);
    let says = || format!("{}, {stop:?}, code {:02x?}, {given:#?}", script.name, libs[0].code());
    match (theirs, stop, outcome) {
        (None, Some(Stop::Failed(Failure::Panic)), Some(outcome)) => {
            *ends.panics.entry(instruction_at(&program, outcome.site)).or_default() += 1;
        }
        (None, ..) => panic!("a panic there: {}", says()),
        (Some(_), Some(Stop::Failed(Failure::Panic)), _) => panic!("no panic there: {}", says()),
        (Some(theirs), ..) => {
            assert_eq!(ours, theirs, "{}", says());
            match ours.accepts {
                true => ends.accepted += 1,
                false => ends.refused += 1,
            }
        }
    }
}

/// The name of the instruction at a place.
fn instruction_at(program: &Program<RgbInstr>, site: LibSite) -> String {
    let code = program.lib(site.lib).map_or(&[][..], |lib| lib.code());
    let found = decode_for::<RgbInstr>(&Profile::RGB_0_11, code, site.offset.into());
    found.and_then(|found| found.instr.form()).map_or("none", |form| form.name).into()
}

/// Mutates scripts in turn.
fn run(what: &str, seed: u64, mutate: impl Fn(&Script, &mut Random) -> Option<Mutated>) {
    let scripts = schemas::all();
    let mut random = Random(seed);
    let mut ends = Ends::default();
    for script in scripts.iter().cycle().take(cases(ORDINARY) as usize) {
        match mutate(script, &mut random) {
            Some(mutated) => compare(script, &mutated, &mut random, &mut ends),
            None => ends.malformed += 1,
        }
    }
    ends.report(what);
}

#[test]
fn code() {
    run("code", 1, |script, random| Some(mutation::of_code(script, random)));
}

#[test]
fn libraries() {
    run("libraries", 2, |script, random| match random.chance(50) {
        true => Some(mutation::of_library(script, random)),
        false => from_bytes(script, random),
    });
}

/// A library from mutated bytes in strict encoding, which both sides take or none.
fn from_bytes(script: &Script, random: &mut Random) -> Option<Mutated> {
    let mut bytes = encoded(entry_library(script));
    for _ in 0..1 + random.below(2) {
        bytes = mutate_bytes(bytes, random);
    }
    let theirs: Option<deployed::library::Lib> = decoded(&bytes);
    let ours: Option<strict::Lib> = decoded(&bytes);
    assert_eq!(ours.is_some(), theirs.is_some(), "{}: {bytes:02x?}", script.name);
    let (ours, theirs) = ours.zip(theirs)?;
    assert_eq!(encoded(&ours), encoded(&theirs), "{}: {bytes:02x?}", script.name);
    let ours = aluvm::Lib::try_from(&ours).expect("the same limits");
    assert_eq!(ours, here::lib(&theirs));
    assert_eq!(ours.id().to_bytes(), theirs.id().to_byte_array());
    Some(Mutated::new(script, theirs, script.site.pos))
}

fn encoded(value: &impl StrictEncode) -> Vec<u8> {
    let writer = StrictWriter::in_memory::<U24>();
    value.strict_encode(writer).expect("in memory").unbox().unconfine()
}

fn decoded<T: StrictDecode>(bytes: &[u8]) -> Option<T> {
    T::strict_decode(&mut StrictReader::in_memory::<U24>(bytes)).ok()
}
