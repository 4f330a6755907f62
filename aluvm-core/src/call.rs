//! Typed calls: what the functions that `alulib!` makes of routines call, and what they answer when the
//! routine fails.
//!
//! A call that succeeds costs what a run by hand costs. One that fails keeps what it takes to run it
//! again, a [`Case`]; everything that its [`CallError`] tells comes out of the repeated run and out of
//! the [descriptions](crate::contract::description) of the libraries.

mod case;
#[cfg(feature = "std")]
pub mod coverage;
mod error;
mod explain;
mod message;
#[doc(hidden)]
pub mod native;
#[cfg(feature = "std")]
mod observe;
#[cfg(feature = "proptest")]
pub mod strategy;
mod typed;

use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use once_cell::race::OnceBox;

pub use self::case::{Case, CaseError, CaseErrorKind, Source};
pub use self::error::{CallError, CallErrorKind, InputError, Place, Refused};
pub use self::explain::{Executed, Explanation, LAST_STEPS, Origin, Reason};
#[doc(hidden)]
pub use self::typed::{Argument, Bytes, Outputs, output, parameter};
use crate::isa::NoExtension;
use crate::library::{Lib, LibSite, Program, ProgramError};
use crate::profile::Profile;
use crate::vm::{Effects, Extension, Outcome, Registers, Vm};

/// A library as Rust has it: its segments, its description, and the libraries that it calls.
#[derive(Debug)]
pub struct Module {
    /// The library.
    pub lib: &'static Lib,
    /// The binary form of its [`Description`](crate::contract::description::Description).
    pub description: &'static [u8],
    /// The libraries that it names.
    pub imports: &'static [&'static Module],
}

impl Module {
    /// This module and all that it needs, each once, itself first.
    pub fn all(&'static self) -> Vec<&'static Module> {
        let mut known = BTreeSet::from([self.lib.id()]);
        let mut all = Vec::from([self]);
        let mut at = 0;
        while let Some(module) = all.get(at) {
            at += 1;
            let new: Vec<_> =
                module.imports.iter().filter(|import| known.insert(import.lib.id())).collect();
            all.extend(new);
        }
        all
    }
}

/// A library with routines for a machine with the extension `E`: the static behind a module that
/// `alulib!` makes.
///
/// ```
/// use aluvm_core::call::{CallError, Contract, Module};
/// use aluvm_core::isa::NoExtension;
/// use aluvm_core::library::{IsaId, Isae, Lib, LibId, Libs};
/// use aluvm_core::vm::Vm;
///
/// // What `alulib!` writes for `pub fn double(x: a8[0]) -> (y: a8[0]) { add.uc x, x; ret; }`.
/// const ID: LibId = LibId::from_bytes([
///     0xb3, 0x45, 0xee, 0xf9, 0x3c, 0x22, 0x50, 0x69, 0x30, 0x4a, 0xb8, 0x1f, 0xbf, 0xba, 0x65, 0x2c,
///     0x4c, 0xe4, 0x81, 0xf3, 0x0e, 0x7c, 0xfa, 0x8b, 0x05, 0xf5, 0xe1, 0x02, 0xae, 0x3f, 0x5a, 0xe9,
/// ]);
/// static LIB: Lib = Lib::from_static(
///     Isae::from_static(&[IsaId::ALU]), &[0x20, 0x00, 0x00, 0x07], &[], Libs::from_static(&[]), ID,
/// );
/// static CONTRACT: Contract =
///     Contract::new(Module { lib: &LIB, description: &[], imports: &[] }, &[0]);
///
/// fn double(vm: &mut Vm, x: u8) -> Result<u8, CallError> {
///     let inputs = |r: &mut aluvm_core::vm::Registers| {
///         r.set_a8(0, x).map_err(CallError::input("x"))
///     };
///     CONTRACT.call(vm, 0, &mut (), inputs, |r| r.a8(0))
/// }
///
/// let mut vm = Vm::new();
/// assert_eq!(double(&mut vm, 21)?, 42);
/// assert!(double(&mut vm, 200).is_err());
/// # Ok::<(), CallError>(())
/// ```
#[derive(Debug)]
pub struct Contract<E: 'static = NoExtension> {
    module: Module,
    entries: &'static [u16],
    profile: Profile,
    program: OnceBox<Program<E>>,
}

impl<E> Contract<E> {
    /// A library whose program begins at the first of some offsets, and can be called at each.
    pub const fn new(module: Module, entries: &'static [u16]) -> Contract<E> {
        Contract::with_profile(module, entries, Profile::SPEC)
    }

    /// The same for a machine with a profile.
    pub const fn with_profile(
        module: Module,
        entries: &'static [u16],
        profile: Profile,
    ) -> Contract<E> {
        Contract { module, entries, profile, program: OnceBox::new() }
    }

    /// The library, and those that it calls.
    pub const fn module(&self) -> &Module {
        &self.module
    }
}

impl<E: Extension> Contract<E> {
    /// The program of this library with all that it calls, built when it is first asked for.
    ///
    /// # Errors
    /// If the libraries need an ISA extension that neither this build nor the host has, or are more
    /// than a program can have.
    pub fn program(&'static self) -> Result<&'static Program<E>, ProgramError> {
        self.program.get_or_try_init(|| {
            let id = self.module.lib.id();
            let entries = self.entries.iter().map(|offset| LibSite::new(id, *offset));
            let libs = self.module.all().into_iter().map(|module| module.lib.clone());
            Program::link_with_profile(entries, libs, self.profile).map(Box::new)
        })
    }

    /// Calls a routine on a machine, which is reset first; its complexity limit stays.
    ///
    /// `inputs` sets the inputs, and is called again where a failure is to be explained. `outputs` reads
    /// the outputs after a success; it gives none if one is undefined that must not be.
    ///
    /// # Errors
    /// If the inputs cannot be set, the program cannot be built, or the routine fails.
    pub fn call<T>(
        &'static self,
        vm: &mut Vm<E>,
        offset: u16,
        context: &mut E::Context<'_>,
        inputs: impl Fn(&mut Registers) -> Result<(), InputError>,
        outputs: impl FnOnce(&Registers) -> Option<T>,
    ) -> Result<T, CallError> {
        let mut outputs = Some(outputs);
        let mut output = None;
        self.call_erased(vm, offset, context, &inputs, &mut |registers| {
            output = outputs.take().and_then(|outputs| outputs(registers));
            output.is_some()
        })?;
        Ok(output.expect("a success has its outputs"))
    }

    /// The same without a type of its own for each routine, so that a crate compiles it once. `outputs`
    /// says whether there are all.
    fn call_erased(
        &'static self,
        vm: &mut Vm<E>,
        offset: u16,
        context: &mut E::Context<'_>,
        inputs: &dyn Fn(&mut Registers) -> Result<(), InputError>,
        outputs: &mut dyn FnMut(&Registers) -> bool,
    ) -> Result<(), CallError> {
        let sources = || self.module.all().into_iter().map(Source::from).collect();
        let entry = LibSite::new(self.module.lib.id(), offset);
        let outputs = |registers: &Registers| outputs(registers).then_some(());
        match self.program() {
            Ok(program) => call(vm, program, entry, context, sources, inputs, outputs),
            Err(error) => Err(CallError::not_started(sources(), entry, error.into())),
        }
    }
}

#[doc(hidden)]
impl Contract<NoExtension> {
    /// [`Contract::program`] for macros, compiled here and not again in each crate with a library.
    pub fn program_plain(&'static self) -> Result<&'static Program, ProgramError> {
        self.program()
    }
}

/// Calls a routine of a program on a machine, as [`Contract::call`] does.
///
/// # Errors
/// If the inputs cannot be set, or the routine fails.
pub fn call<E: Extension, T, const LIBS_MAX: usize>(
    vm: &mut Vm<E>,
    program: &Program<E, LIBS_MAX>,
    entry: LibSite,
    context: &mut E::Context<'_>,
    sources: impl Fn() -> Vec<Source>,
    inputs: impl Fn(&mut Registers) -> Result<(), InputError>,
    outputs: impl FnOnce(&Registers) -> Option<T>,
) -> Result<T, CallError> {
    let limit = vm.registers().cl0();
    vm.reset();
    vm.registers_mut().set_cl0(limit);
    if let Err(error) = inputs(vm.registers_mut()) {
        return Err(CallError::not_started(sources(), entry, error.into()));
    }
    let (outcome, effects) = run(vm, program, entry, context, &sources);
    if outcome.is_success()
        && let Some(output) = outputs(vm.registers())
    {
        return Ok(output);
    }
    let mut before = Registers::new();
    before.set_cl0(limit);
    // They could be set before.
    let _ = inputs(&mut before);
    let inputs = before.defined().collect();
    let profile = *program.profile();
    let case = Case { sources: sources(), entry, profile, inputs, limit, effects, outcome };
    let error = CallError::failed(case, vm.registers());
    #[cfg(feature = "std")]
    if let Some(observer) = observe::observer() {
        observer.failed(&error);
    }
    Err(error)
}

/// Runs a routine, and records what the host's instructions do if that is wanted.
#[cfg_attr(not(feature = "std"), allow(unused_variables, unused_mut))]
fn run<E: Extension, const LIBS_MAX: usize>(
    vm: &mut Vm<E>,
    program: &Program<E, LIBS_MAX>,
    entry: LibSite,
    context: &mut E::Context<'_>,
    sources: impl Fn() -> Vec<Source>,
) -> (Outcome, Option<Effects>) {
    let mut is_recorded = cfg!(debug_assertions);
    #[cfg(feature = "std")]
    if let Some(observer) = observe::observer() {
        if let Some(recorder) = &observer.coverage {
            let (outcome, effects, counts) = coverage::run(vm, program, entry, context);
            observer.complain(recorder.directory(), recorder.add(&counts, &sources()));
            return (outcome, Some(effects).filter(Effects::is_complete));
        }
        is_recorded |= observer.wants_cases();
    }
    let mut effects = Effects::new();
    // Without an extension a run can be repeated from its inputs alone.
    if E::FORMS.is_empty() {
        (vm.run_at(program, entry, context), Some(effects))
    } else if is_recorded {
        let outcome = vm.run_recorded(program, entry, context, &mut effects);
        (outcome, Some(effects).filter(Effects::is_complete))
    } else {
        (vm.run_at(program, entry, context), None)
    }
}
