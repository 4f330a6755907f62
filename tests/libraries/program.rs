//! Programs of given libraries: which of them a program holds, and what is wrong with others.

use std::collections::BTreeSet;

use aluvm_core::isa::{InstructionSet, NoExtension};
use aluvm_core::library::{Lib, LibId, LibSite, Libs, Program, ProgramError};
use aluvm_core::profile::Profile;
use aluvm_core::vm::{Failure, Stop, Vm};
use aluvm_tests::Random;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::extension::TestInstr;

/// A library that sets `a16[0]` to a number. It names others, and does not call them.
fn library(number: usize, names: &[LibId]) -> Lib {
    let calls: String = names.iter().map(|id| format!("call 0 @ \"{id}\"; ")).collect();
    format!("put a16[0], {number}; ret; {calls}").parse().expect("a library")
}

fn start(lib: &Lib) -> LibSite {
    LibSite::start(lib.id())
}

fn link<const LIBS_MAX: usize>(entries: &[&Lib], libs: &[&Lib]) -> Result<(), ProgramError> {
    let entries = entries.iter().map(|lib| start(lib));
    let libs = libs.iter().map(|&lib| lib.clone());
    Program::<NoExtension, LIBS_MAX>::link_entries(entries, libs).map(|_| ())
}

proptest! {
    /// Whether they are few or many, in any order, and whether some are given twice.
    #[test]
    fn a_program_holds_just_what_its_entries_reach(
        names in vec(vec(any::<Index>(), 0..3), 1..32),
        entries in vec(any::<Index>(), 1..3),
        again in vec(any::<Index>(), 0..4),
        seed: u64,
    ) {
        let mut libs: Vec<Lib> = Vec::new();
        let mut named: Vec<Vec<usize>> = Vec::new();
        for (number, names) in names.iter().enumerate() {
            let names = names.iter().filter(|_| number > 0).map(|index| index.index(number));
            let names: Vec<usize> = names.collect();
            let ids: Vec<LibId> = names.iter().map(|&name| libs[name].id()).collect();
            libs.push(library(number, &ids));
            named.push(names);
        }
        let entries: Vec<usize> = entries.iter().map(|index| index.index(libs.len())).collect();
        let mut reached = BTreeSet::new();
        let mut open = entries.clone();
        while let Some(number) = open.pop() {
            if reached.insert(number) {
                open.extend(&named[number]);
            }
        }

        let again = again.iter().map(|index| index.index(libs.len()));
        let mut given: Vec<Lib> = (0..libs.len()).chain(again).map(|at| libs[at].clone()).collect();
        let mut random = Random::new(seed);
        given.sort_by_cached_key(|_| random.next_number());
        let sites = entries.iter().map(|&number| start(&libs[number]));
        let program: Program = Program::link_entries(sites, given).expect("complete");
        prop_assert_eq!(program.libs().next(), Some(&libs[entries[0]]));
        prop_assert_eq!(program.libs().len(), reached.len());
        for (number, lib) in libs.iter().enumerate() {
            let outcome_site = start(lib);
            let mut vm = Vm::new();
            let outcome = vm.run_at(&program, outcome_site, &mut ());
            if reached.contains(&number) {
                prop_assert_eq!(program.lib(lib.id()), Some(lib));
                prop_assert_eq!(outcome.stop, Stop::Finished);
                prop_assert_eq!(vm.registers().a16(0), Some(number as u16));
            } else {
                prop_assert_eq!(program.lib(lib.id()), None);
                prop_assert_eq!(outcome.stop, Stop::Failed(Failure::MissingLibrary));
                prop_assert_eq!(outcome.site, outcome_site);
            }
        }
    }
}

/// The caller, which is reached second, changes places with the first copy of what is given twice, of which the second
/// copy then stands where it is to go.
#[test]
fn a_library_that_is_given_twice_is_held_once() {
    let [first, twice] = [library(1, &[]), library(2, &[])];
    let caller = library(3, &[twice.id()]);
    let entry = library(0, &[first.id(), twice.id()]);
    let others: Vec<Lib> = (4..12).map(|number| library(number, &[])).collect();
    let given = [&[entry.clone(), twice.clone(), twice.clone()][..], &others];
    let given = [&given.concat()[..], &[first.clone(), caller.clone()]].concat();
    let sites = [&entry, &caller, &twice].map(start);
    let program = Program::<NoExtension, 4>::link_entries(sites, given).expect("four of them");
    let held: Vec<LibId> = program.libs().map(Lib::id).collect();
    assert_eq!(held, [&entry, &caller, &twice, &first].map(Lib::id));
}

/// What is missing counts with what is there, each library once.
#[test]
fn a_program_that_names_too_many_libraries_is_refused_whether_they_are_there_or_not() {
    let [first, second] = [1, 2].map(|byte| LibId::from_bytes([byte; 32]));
    let entry = library(0, &[first, second]);
    let missing = ProgramError::MissingLibrary { lib: first, caller: Some(entry.id()) };
    assert_eq!(link::<2>(&[&entry], &[&entry]), Err(ProgramError::TooManyLibs { max: 2 }));
    assert_eq!(link::<3>(&[&entry], &[&entry]), Err(missing));

    let callee = library(1, &[first]);
    let entry = library(0, &[first, callee.id()]);
    let missing = ProgramError::MissingLibrary { lib: first, caller: Some(entry.id()) };
    assert_eq!(link::<3>(&[&entry], &[&entry, &callee]), Err(missing));
}

/// The first fault in the order in which a program comes to its libraries: the entries, then what they name.
#[test]
fn the_first_fault_is_told() {
    let empty = Lib::new("ALU".parse().expect("a set"), [], [], Libs::default()).expect("short");
    let absent = library(1, &[]);
    let without_code = ProgramError::EmptyCode { lib: empty.id() };
    let missing = ProgramError::MissingLibrary { lib: absent.id(), caller: None };
    assert_eq!(link::<9>(&[&empty, &absent], &[&empty]), Err(without_code));
    assert_eq!(link::<9>(&[&absent, &empty], &[&empty]), Err(missing));
    assert_eq!(missing.to_string(), format!("the entry library {} is missing", absent.id()));

    let caller = library(2, &[absent.id()]);
    let missing = ProgramError::MissingLibrary { lib: absent.id(), caller: Some(caller.id()) };
    assert_eq!(link::<9>(&[&caller, &empty], &[&caller, &empty]), Err(without_code));
    assert_eq!(link::<9>(&[&caller], &[&caller]), Err(missing));
    let text = format!("library {}, which {} names, is missing", absent.id(), caller.id());
    assert_eq!(missing.to_string(), text);
}

/// A host runs libraries that name its own extension, and no others.
#[test]
fn extensions_are_those_of_the_host() {
    fn link<E: InstructionSet>(isae: &str) -> Result<(), ProgramError> {
        let lib = Lib::new(isae.parse().expect("a set"), [0x07], [], Libs::default());
        let lib = lib.expect("short");
        Program::<E>::link(start(&lib), [lib]).map(|_| ())
    }
    assert_eq!(link::<TestInstr>("ALU TEST"), Ok(()));
    for (isa, result) in [
        ("OTHER", link::<TestInstr>("ALU OTHER TEST")),
        ("OTHER", link::<TestInstr>("ALU OTHER")),
        ("TEST", link::<NoExtension>("ALU TEST")),
    ] {
        let error = result.expect_err(isa);
        let is_named = matches!(error, ProgramError::UnsupportedExtension { isa: found, .. } if found.as_str() == isa);
        assert!(is_named, "{error}");
        assert!(error.to_string().contains(&format!("the ISA extension {isa}")), "{error}");
    }
}

/// A build with all features has what each profile needs.
#[test]
fn each_profile_makes_a_program() {
    let lib = library(7, &[]);
    for profile in Profile::ALL {
        let program =
            Program::<NoExtension>::link_with_profile([start(&lib)], [lib.clone()], profile);
        let program = program.unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(program.profile(), &profile);
        let mut vm = Vm::new();
        assert!(vm.run(&program).is_success(), "{profile}");
        assert_eq!(vm.registers().a16(0), Some(7), "{profile}");
    }
}

#[test]
fn debugging_shows_entries_and_libraries() {
    let callee = library(1, &[]);
    let entry = library(2, &[callee.id()]);
    let sites = [LibSite::new(entry.id(), 4), start(&entry)];
    let program: Program = Program::link_entries(sites, [callee.clone(), entry.clone()]).unwrap();
    assert_eq!(program.entries(), sites);
    let shown = format!("{program:?}");
    let [entry, callee] = [entry.id(), callee.id()];
    let expected = format!(
        "Program {{ entries: [LibSite {{ lib: LibId({entry}), offset: 4 }}, \
         LibSite {{ lib: LibId({entry}), offset: 0 }}], libs: [LibId({entry}), LibId({callee})] }}"
    );
    assert_eq!(shown, expected);
}
