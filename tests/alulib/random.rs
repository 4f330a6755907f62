//! Random contracts, each in the macro, in a file, and as the plain assembly that it stands for: one library.
//! Their routines, called by Rust and run by hand, do the same.
//!
//! `contracts.rs` is written by `ALUVM_BLESS=1 cargo test -p aluvm-tests --test alulib`.

#[rustfmt::skip]
mod contracts;
mod write;

use std::collections::BTreeMap;
use std::{env, fs};

use aluvm::bytes::ByteString;
use aluvm::contract::{Bounds, CallError, CallErrorKind, Signature};
use aluvm::num::integer::{U256, U1024};
use aluvm::{Lib, LibId, LibSite, NoExtension, Program, ProgramError, Registers, Vm};
use aluvm_core::contract::{Interface, TextLibrary, parse_text};
use aluvm_core::vm::RegisterError;
use aluvm_tests::Random;
use half::f16;

use write::{COUNT, Written};

/// A library that the macro made, with what its module says of each routine.
struct Made {
    id: LibId,
    lib: &'static Lib,
    routines: Vec<(&'static str, u16, Bounds, Signature<'static>)>,
}

/// All contracts, with the libraries that they are as files.
fn all() -> Vec<(Written, TextLibrary)> {
    let mut files: BTreeMap<String, Interface> = BTreeMap::new();
    let mut all = Vec::new();
    let mut random = Random::new(0xA1_0B);
    let mut imports = Vec::new();
    for number in 0..COUNT {
        let written = Written::new(&mut random, number, &imports);
        let text = &written.contract.text;
        let mut resolve = |name: &str| files.get(name).cloned().ok_or_else(|| "no file".into());
        let library = parse_text::<NoExtension>(text, &written.name, "file.aluasm", &mut resolve);
        let library = library.unwrap_or_else(|errors| panic!("{text}\n{errors}"));
        files.insert(format!("{}.aluasm", written.name), library.interface.clone());
        imports.push(written.import(&library));
        all.push((written, library));
    }
    all
}

#[test]
fn the_contracts_are_up_to_date() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/alulib/random/contracts.rs");
    let text = write::file(all().iter().map(|(written, _)| written));
    if env::var_os("ALUVM_BLESS").is_some() {
        fs::write(path, &text).expect("the file can be written");
    }
    let current = fs::read_to_string(path).unwrap_or_default();
    assert!(
        current == text,
        "ALUVM_BLESS=1 cargo test -p aluvm-tests --test alulib writes {path} anew"
    );
}

#[test]
fn libraries_are_those_of_files_and_of_plain_assembly() {
    let made = contracts::made();
    assert_eq!(made.len(), COUNT);
    for (Made { id, lib, .. }, (written, file)) in made.into_iter().zip(all()) {
        let plain: Lib = written.contract.plain.parse().expect("plain assembly");
        for other in [&file.lib, &plain] {
            assert_eq!(lib, other, "{}", written.name);
            assert_eq!((id, lib.id()), (other.id(), other.id()), "{}", written.name);
            assert_eq!((lib.code(), lib.data()), (other.code(), other.data()));
            assert_eq!((lib.isae(), lib.libs()), (other.isae(), other.libs()));
        }
    }
}

#[test]
fn signatures_are_those_of_files() {
    for (made, (written, file)) in contracts::made().into_iter().zip(all()) {
        let routines = file.interface.routines.expect("routines");
        assert_eq!(made.routines.len(), routines.len());
        for ((name, offset, complexity, signature), routine) in made.routines.iter().zip(routines) {
            let name = (&written.name, *name);
            assert_eq!((name.1, *offset), (&*routine.name, routine.offset), "{name:?}");
            let bounds = routine.summary.succeeding.unwrap_or(Bounds { least: 0, most: Some(0) });
            assert_eq!((*complexity, signature.complexity), (bounds, bounds), "{name:?}");
            assert_eq!(signature.writes, routine.summary.writes, "{name:?}");
            assert_eq!(signature.depth, routine.summary.depth, "{name:?}");
            let pairs = [(signature.inputs, routine.inputs), (signature.outputs, routine.outputs)];
            for (typed, written) in pairs {
                let typed = typed.iter().map(|one| (one.name, one.register, one.is_optional));
                let written = written.iter().map(|one| (&*one.name, one.register, one.is_optional));
                assert!(typed.eq(written), "{name:?}");
            }
        }
    }
}

#[test]
fn typed_calls_do_what_runs_by_hand_do() {
    let mut random = Random::new(0xCA11);
    let mut seen = [0; 5];
    for _ in 0..aluvm_tests::cases(100) {
        for ends in contracts::calls(&mut random) {
            seen[ends as usize] += 1;
        }
    }
    assert!(seen.iter().all(|count| *count > 0), "{seen:?}");
}

/// How a typed call ended.
#[derive(Clone, Copy)]
enum End {
    Outputs,
    Undefined,
    Refused,
    Failed,
    NotStarted,
}

/// The outputs as text, with their names; none is an output that is undefined and has no `?`.
type Outputs = Vec<(&'static str, Option<String>)>;

/// Runs a routine by hand and by its typed call.
fn check(
    program: Result<&'static Program, ProgramError>,
    site: LibSite,
    inputs: impl Fn(&mut Registers) -> Result<(), (&'static str, RegisterError)>,
    call: impl FnOnce(&mut Vm) -> Result<Outputs, CallError>,
    outputs: impl FnOnce(&Registers) -> Outputs,
) -> End {
    let (mut by_hand, mut typed) = (Vm::new(), Vm::new());
    typed.registers_mut().set_cl0(20_000);
    typed.registers_mut().set_a8(31, 5).expect("a register that the call resets");
    let answer = call(&mut typed);
    by_hand.registers_mut().set_cl0(20_000);
    if let Err((name, error)) = inputs(by_hand.registers_mut()) {
        let Err(CallErrorKind::Input(input)) = answer.map_err(|error| error.kind()) else {
            panic!("{name} {error}")
        };
        assert_eq!((input.name, input.error), (name, error));
        return End::NotStarted;
    }
    let outcome = by_hand.run_at(program.expect("links"), site, &mut ());
    assert_eq!(typed.registers(), by_hand.registers());
    if !outcome.is_success() {
        let error = answer.expect_err("a failure by hand");
        assert_eq!(error.outcome(), Some(outcome));
        return match error.kind() {
            CallErrorKind::Refused(refused) => {
                let in_register = match refused.error.as_str() {
                    "Other" => by_hand.registers().a64(9),
                    _ => by_hand.registers().a8(9).map(u64::from),
                };
                assert_eq!(in_register, Some(refused.number), "{refused:?}");
                End::Refused
            }
            CallErrorKind::Failed(failed) => {
                assert_eq!(failed, outcome);
                End::Failed
            }
            other => panic!("{other:?}"),
        };
    }
    let expected = outputs(by_hand.registers());
    match expected.iter().find(|(_, value)| value.is_none()) {
        Some((name, _)) => {
            let kind = answer.expect_err("an undefined output").kind();
            assert_eq!(kind, CallErrorKind::Undefined { output: (*name).into() });
            End::Undefined
        }
        None => {
            assert_eq!(answer.expect("a success by hand"), expected);
            End::Outputs
        }
    }
}

/// A value as text.
fn shown<T: std::fmt::Debug>(value: T) -> Option<String> {
    Some(format!("{value:?}"))
}

/// A random value of an input.
trait Any {
    fn any(random: &mut Random) -> Self;
}

macro_rules! any {
    ($($Type:ty: |$random:ident| $value:expr;)+) => {$(
        impl Any for $Type {
            fn any($random: &mut Random) -> $Type {
                $value
            }
        }
    )+};
}

any! {
    u8: |random| random.next_number() as u8;
    u16: |random| random.below(130) as u16;
    u64: |random| random.next_number() >> random.below(64);
    U256: |random| U256::from(random.next_number());
    U1024: |random| U1024::from(random.next_number());
    f32: |random| f32::from_bits(random.next_number() as u32);
    f16: |random| f16::from_bits(random.next_number() as u16);
    ByteString: |random| random.bytes(100).try_into().expect("short");
}

impl<const LENGTH: usize> Any for [u8; LENGTH] {
    fn any(random: &mut Random) -> [u8; LENGTH] {
        // Of eight patterns of an x87 number one is canonical: a one before the fraction.
        std::array::from_fn(|_| random.next_number() as u8)
    }
}

impl<T: Any> Any for Option<T> {
    fn any(random: &mut Random) -> Option<T> {
        random.chance(70).then(|| T::any(random))
    }
}
