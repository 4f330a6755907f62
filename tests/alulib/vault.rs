//! The example of the page on contracts.

use aluvm::contract::{Bounds, CallError, CallErrorKind, RegisterSet};
use aluvm::isa::RegisterSize;
use aluvm::{Lib, LibId, LibSite, Vm, alulib};

alulib! {
    /// A vault that pays out late.
    pub mod vault {
        #![id = "alu1e2uqp8rawswpxfls972hlkqyc6llsgre8avklsdgv5cv6jwpgfdqpn2cxx"]

        pub const MATURITY: a32 = 6;

        /// Why a withdrawal is refused.
        pub enum Refusal in a8[0] {
            /// The vault has not rested for long enough.
            TooEarly = 1,
            /// The vault holds less.
            Overspent = 2,
        }

        /// Takes `amount` out of `balance`.
        pub fn withdraw(balance: a64[0], amount: a64[1], age: a32[0]) -> (rest: a64[1]) {
                put     a32[1], MATURITY;
                require sub.uc age, a32[1] => TooEarly;
                require sub.uc balance, amount => Overspent;
                ret;
        }
    }
}

/// What the page says that the statements stand for.
const EXPANSION: &str = "
    put     a32[1], 6;
    put     a8[0], 1;
    sub.uc  a32[0], a32[1];
    test;
    put     a8[0], 2;
    sub.uc  a64[0], a64[1];
    test;
    ret;
";

#[test]
fn the_example_of_the_page_holds() -> Result<(), CallError> {
    let mut vm = Vm::new();
    assert_eq!(vault::withdraw(&mut vm, 500, 499, 6)?.rest, 1);
    let error = vault::withdraw(&mut vm, 500, 501, 6).unwrap_err();
    assert_eq!(error.refusal(), Some(vault::Refusal::Overspent));
    let error = vault::withdraw(&mut vm, 500, 501, 5).unwrap_err();
    assert_eq!(error.refusal(), Some(vault::Refusal::TooEarly));
    const WITHDRAW: LibSite = vault::withdraw::SITE;
    assert_eq!(WITHDRAW, LibSite::new(vault::LIB.id(), 0));
    Ok(())
}

#[test]
fn the_library_is_the_expansion() {
    let lib: Lib = EXPANSION.parse().expect("assembles");
    assert_eq!(vault::LIB, lib);
    const ID: LibId = vault::ID;
    assert_eq!((ID, vault::LIB.id()), (lib.id(), lib.id()));
    assert_eq!(vault::program().expect("links").entries(), [vault::withdraw::SITE]);
    assert!(std::ptr::eq(vault::program().expect("links"), vault::program().expect("links again")));
}

#[test]
fn what_is_known_of_a_routine_is_constant() {
    const MOST: Option<u64> = vault::withdraw::COMPLEXITY.most;
    let mut vm = Vm::new();
    vault::withdraw(&mut vm, 9, 3, 6).expect("enough");
    assert_eq!(MOST, Some(vm.registers().ca0()));
    let signature = vault::withdraw::SIGNATURE;
    let names = signature.inputs.iter().map(|input| (input.name, input.register.to_string()));
    let expected = [("balance", "a64[0]"), ("amount", "a64[1]"), ("age", "a32[0]")];
    assert!(names.eq(expected.map(|(name, register)| (name, register.to_owned()))));
    let written = RegisterSet::of(&[
        RegisterSize::A8.register(0),
        RegisterSize::A32.register(1),
        RegisterSize::A64.register(1),
    ]);
    assert_eq!(signature.writes, written);
    assert_eq!(signature.complexity, vault::withdraw::COMPLEXITY);
    assert_eq!(signature.depth, Some(0));
    assert_eq!(Bounds { least: 14, most: MOST }, vault::withdraw::COMPLEXITY);
}

#[test]
fn constants_and_errors_are_those_of_rust() {
    const MATURITY: u32 = vault::MATURITY;
    assert_eq!(MATURITY, 6);
    let all = [vault::Refusal::TooEarly, vault::Refusal::Overspent];
    assert_eq!(all.map(|one| one as u8), [1, 2]);
    let hashed = std::collections::HashSet::from(all);
    assert_eq!(hashed.len(), 2);
    assert_eq!(format!("{:?}", all[0].clone()), "TooEarly");
}

#[test]
fn an_error_says_where_and_why() {
    let line = line!() + 1;
    let error = vault::withdraw(&mut Vm::new(), 500, 501, 6).unwrap_err();
    let place = error.place().expect("a place");
    assert_eq!(place.file, file!());
    assert!(place.line < line, "{}", place.line);
    let written = "require sub.uc balance, amount => Overspent";
    assert_eq!((place.routine.as_str(), place.statement.as_str()), ("withdraw", written));
    let source = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/alulib/vault.rs"));
    let source = source.expect("this file");
    let line = source.lines().nth(place.line as usize - 1).expect("the line");
    assert!(line[place.column as usize - 1..].starts_with(written));
    let CallErrorKind::Refused(refused) = error.kind() else { panic!("{error}") };
    assert_eq!((refused.lib, refused.library.as_str()), (vault::ID, "vault"));
    assert_eq!((refused.name.as_str(), refused.number), ("Overspent", 2));
    assert_eq!(refused.docs, "The vault holds less.");
}
