//! Runs libraries on the machine with the deployed one's profile and on the deployed one, and says what they
//! came to or how they differ.

use aluvm_core::isa::NoExtension;
use aluvm_core::library::{Lib, LibSite, Program};
use aluvm_core::profile::Profile;
use aluvm_core::vm::{Failure, Outcome, Stop, Vm};

use crate::state::{State, there};

/// The deployed machine as its crate is tested here, with curves.
pub const PROFILE: Profile = Profile::RGB_0_11_SECP256K1;

/// The state after this machine has run the first of the libraries, by the fast loop and step by step.
pub fn here(libs: &[Lib]) -> (Outcome, State) {
    let entry = LibSite::start(libs[0].id());
    let program =
        Program::<NoExtension>::link_with_profile([entry], libs.to_vec(), PROFILE).expect("linked");
    let mut vm = Vm::new();
    let outcome = vm.run(&program);
    let mut stepped = Vm::new();
    assert_eq!(stepped.trace(&program, entry, &mut (), |_| {}), outcome, "step by step");
    assert!(stepped.registers() == vm.registers(), "registers step by step");
    (outcome, State::of(vm.registers()))
}

/// What a program comes to on both machines, or how they differ.
pub fn compare(libs: &[Lib]) -> Result<Stop, String> {
    let (outcome, here) = here(libs);
    match outcome.stop {
        // There it would run for ever.
        Stop::Failed(Failure::Hang) => return Ok(outcome.stop),
        Stop::Failed(Failure::Panic) => {
            return match there(libs) {
                None => Ok(outcome.stop),
                Some(_) => Err("no panic there".into()),
            };
        }
        _ => {}
    }
    let Some(there) = there(libs) else { return Err(format!("a panic there, {outcome} here")) };
    for register in here.registers.keys().chain(there.registers.keys()) {
        let (ours, theirs) = (here.registers.get(register), there.registers.get(register));
        if ours != theirs {
            return Err(format!("{register:?}: {ours:02x?} here, {theirs:02x?} there"));
        }
    }
    match here.st0 == there.st0 {
        true => Ok(outcome.stop),
        false => Err(format!("st0: {} here, {} there", here.st0, there.st0)),
    }
}
