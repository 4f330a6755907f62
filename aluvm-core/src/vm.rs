//! The virtual machine: registers, what instructions do to them, and running programs.
//!
//! [`Vm::run`] executes a [`Program`], of which each place is decoded once, when a run comes near it. A
//! [`Vm`] can run any number of programs one after the other:
//!
//! - Registers keep their values between runs, so that a host sets inputs before a run and reads
//!   results after it, and can hand results of one program to the next. [`Vm::reset`] makes them all
//!   undefined.
//! - Each run begins with an empty call stack, with `cy0` and `ca0` zero, and with `st0` true, unless
//!   the host has set `st0` after the last run. The complexity limit `cl0` stays.

mod effect;
mod effects;
mod exec;
mod extension;
mod image;
mod op;
mod outcome;
mod registers;
mod run;
mod session;
mod step;
mod trace;

use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;
use core::ops::ControlFlow;

pub use self::effect::Effect;
pub use self::effects::Effects;
pub use self::exec::{Failure, Next, execute, execute_for};
pub use self::extension::Extension;
use self::image::Position;
pub(crate) use self::image::{Image, Place, SHIFTED};
use self::op::{Cause, Exit, Host, Named};
pub use self::outcome::{Outcome, Stop};
pub(crate) use self::registers::{Content, banks, from_hex};
pub use self::registers::{Notation, RegisterError, Registers, Value, ValueError, ValueErrorKind};
pub use self::session::Session;
use self::step::Walk;
use self::trace::Before;
pub use self::trace::{Change, Step};
use crate::isa::{ExtensionInstr, InstructionSet, NoExtension};
use crate::library::{LibSite, Linked, Program};

/// A virtual machine, with the extension of the host `E`.
///
/// ```
/// use aluvm_core::library::Program;
/// use aluvm_core::vm::Vm;
///
/// let program = Program::new("mul.uc a16[0], a16[1]; ret;".parse()?)?;
/// let mut vm = Vm::new();
/// vm.registers_mut().set_a16(0, 6)?;
/// vm.registers_mut().set_a16(1, 7)?;
/// assert!(vm.run(&program).is_success());
/// assert_eq!(vm.registers().a16(1), Some(42));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub struct Vm<E = NoExtension> {
    registers: Registers,
    /// The call stack of the fast loop, kept for its memory.
    stack: Vec<u32>,
    extension: PhantomData<fn() -> E>,
}

impl Vm {
    /// A machine of the base instruction set, all of whose registers are undefined.
    pub fn new() -> Vm {
        Vm::with_extension()
    }
}

impl Default for Vm {
    fn default() -> Vm {
        Vm::new()
    }
}

impl<E: Extension> Vm<E> {
    /// A machine with the extension `E`, all of whose registers are undefined.
    pub fn with_extension() -> Vm<E> {
        Vm { registers: Registers::new(), stack: Vec::new(), extension: PhantomData }
    }

    /// The registers: results of the last run.
    pub fn registers(&self) -> &Registers {
        &self.registers
    }

    /// The registers, to set inputs of the next run.
    pub fn registers_mut(&mut self) -> &mut Registers {
        &mut self.registers
    }

    /// Makes the machine as good as new, without giving its memory back.
    pub fn reset(&mut self) {
        self.registers.reset();
    }

    /// Runs a program to its end.
    pub fn run<const LIBS_MAX: usize>(&mut self, program: &Program<E, LIBS_MAX>) -> Outcome
    where
        E: for<'c> Extension<Context<'c> = ()>,
    {
        self.run_with(program, &mut ())
    }

    /// Runs a program to its end. Instructions of the extension get the context.
    pub fn run_with<const LIBS_MAX: usize>(
        &mut self,
        program: &Program<E, LIBS_MAX>,
        context: &mut E::Context<'_>,
    ) -> Outcome {
        let mut host = host::<E>(context);
        let image = program.image().widest();
        self.run_from(program.linked(), image, image.start(), &mut host)
    }

    /// Runs a program to its end from another place than its first entry point. At one of its other
    /// [entry points](Program::entries) nothing is decoded twice; what a run from another place comes to is
    /// decoded for this run.
    ///
    /// A place in a library that is not part of the program fails.
    pub fn run_at<const LIBS_MAX: usize>(
        &mut self,
        program: &Program<E, LIBS_MAX>,
        entry: LibSite,
        context: &mut E::Context<'_>,
    ) -> Outcome {
        self.run_place(program, entry, &mut host::<E>(context))
    }

    /// The same, and records what the host's instructions did.
    pub(crate) fn run_recorded<const LIBS_MAX: usize>(
        &mut self,
        program: &Program<E, LIBS_MAX>,
        entry: LibSite,
        context: &mut E::Context<'_>,
        effects: &mut Effects,
    ) -> Outcome {
        let mut host = host::<E>(context);
        self.run_place(program, entry, &mut |instr, registers| {
            let effect = Effect::observe(instr, registers, &mut host);
            let flow = effect.flow();
            effects.push(&effect);
            flow
        })
    }

    fn run_place<const LIBS_MAX: usize>(
        &mut self,
        program: &Program<E, LIBS_MAX>,
        entry: LibSite,
        host: Host<'_>,
    ) -> Outcome {
        let linked = program.linked();
        let Some(place) = linked.place(entry) else { return self.missing(linked, entry) };
        let image = program.image().widest();
        if let Some(start) = image.entry(place) {
            return self.run_from(linked, image, start, host);
        }
        let image = Image::decode::<E>(linked, place, Vec::new());
        self.run_from(linked, &image, image.start(), host)
    }

    /// Runs a program step by step from a place, and shows each instruction after its execution. The
    /// run does exactly what [`run_at`](Vm::run_at) does; it takes about a hundred times as long.
    pub fn trace<const LIBS_MAX: usize>(
        &mut self,
        program: &Program<E, LIBS_MAX>,
        entry: LibSite,
        context: &mut E::Context<'_>,
        mut observer: impl FnMut(Step<'_>),
    ) -> Outcome {
        let linked = program.linked();
        let Some(lib) = linked.number(entry.lib) else { return self.missing(linked, entry) };
        step::begin(&mut self.registers, linked.profile());
        let at = Position { lib, offset: entry.offset.into() };
        let walk = Walk::new(linked, at);
        self.walk(walk, &mut host::<E>(context), Some(&mut observer))
    }

    fn missing(&mut self, linked: &Linked, entry: LibSite) -> Outcome {
        step::begin(&mut self.registers, linked.profile());
        step::end(&mut self.registers, Stop::of_missing(linked.profile()), entry)
    }

    /// Runs a program from an operation, and decodes more of it where the run comes to that.
    fn run_from(
        &mut self,
        linked: &Linked,
        mut image: &Image,
        mut start: u32,
        host: Host<'_>,
    ) -> Outcome {
        step::begin(&mut self.registers, linked.profile());
        self.stack.clear();
        let (registers, stack) = (&mut self.registers, &mut self.stack);
        let Exit { cause, number, cost } = loop {
            let exit = run::run(image, start, linked, registers, stack, &mut *host);
            if exit.cause != Cause::Undecoded {
                break exit;
            }
            let Some(wider) = image.wider::<E>(linked, exit.number) else { break exit };
            (image, start) = (wider, exit.number as u32);
        };
        let stop = match cause {
            Cause::Finished => Stop::Finished,
            Cause::Failed(failure) => Stop::Failed(failure),
            Cause::CodeEnded => Stop::CodeEnded,
            Cause::Limited => Stop::ComplexityLimit,
            Cause::Step | Cause::Undecoded | Cause::Again => {
                let at = image.position(number);
                // `ret` comes back behind the call.
                let stack = self.stack.iter().map(|call| image.position(*call as usize + 1));
                let fell = image.is_ended_at(number);
                let walk = Walk { linked, at, fell, stack: stack.collect() };
                return self.walk(walk, host, None);
            }
        };
        self.registers.ca0 = self.registers.ca0.saturating_add(cost);
        let Position { lib, offset } = image.position(number);
        step::end(
            &mut self.registers,
            stop,
            linked.site(lib, u16::try_from(offset).unwrap_or(u16::MAX)),
        )
    }

    /// Goes step by step until the program stops.
    fn walk(
        &mut self,
        mut walk: Walk<'_>,
        host: Host<'_>,
        mut observer: Option<&mut dyn FnMut(Step<'_>)>,
    ) -> Outcome {
        loop {
            let site = walk.site();
            let mut fetched = walk.fetch::<E>();
            let before = observer.is_some().then(|| {
                if let Some(lib) = walk.linked.lib(walk.at.lib) {
                    lib.resolve(&mut fetched.instr);
                }
                Before::new(&fetched.instr, [], &self.registers)
            });
            let stop = walk.execute(&fetched, &mut self.registers, host);
            if let (Some(observer), Some(before)) = (&mut observer, before) {
                let changes = before.changes(&self.registers);
                let registers = &self.registers;
                observer(Step { site, instr: &fetched.instr, changes: &changes, registers });
            }
            if let Some(stop) = stop {
                return step::end(&mut self.registers, stop, site);
            }
        }
    }
}

/// Runs instructions of the extension with a context.
fn host<E: Extension>(
    context: &mut E::Context<'_>,
) -> impl FnMut(ExtensionInstr, &mut Registers) -> ControlFlow<()> {
    |instr, registers| match E::from_word(instr.word()) {
        Some(instr) => instr.execute(registers, context),
        None => ControlFlow::Break(()),
    }
}

/// Shows the registers.
impl<E> fmt::Debug for Vm<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Vm").field("registers", &self.registers).finish_non_exhaustive()
    }
}

/// The operations that a program is made into while all of it is decoded, by name and number of the size, for
/// tests. Functions that do the same can lie at one address in optimised builds; then all their names are given.
#[doc(hidden)]
pub fn operations<E: InstructionSet, const LIBS_MAX: usize>(
    program: &Program<E, LIBS_MAX>,
) -> Vec<(&'static str, Option<u8>)> {
    program.decode_all();
    let handlers: BTreeSet<usize> = (program.image().all())
        .flat_map(|image| image.handlers().map(|handler| handler as usize))
        .collect();
    Named::all()
        .filter(|named| handlers.contains(&(named.handler as usize)))
        .map(|named| (named.name, named.size))
        .collect()
}

/// All operations there are, likewise.
#[doc(hidden)]
pub fn all_operations() -> impl Iterator<Item = (&'static str, Option<u8>)> {
    Named::all().map(|named| (named.name, named.size))
}
