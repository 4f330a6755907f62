//! A row of the table: one piece of work, the contenders who do it, and what is demanded of ours.

use std::fmt;

/// Who does the work; the columns of the table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Rust code, compiled, and the library that does this work best.
    Native,
    /// Another virtual machine, or another library for the same arithmetic.
    Peer,
    /// The deployed AluVM, `rgb-aluvm`.
    Deployed,
    /// This project.
    Ours,
}

/// What our column has to reach.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Bound {
    /// At most so many nanoseconds an operation, on the machine where the bounds were set. Another
    /// machine gets as much more or less as its pace tells.
    Nanoseconds(f64, Pace),
    /// At most so many times what the fastest contender with this name takes.
    Times(f64, &'static str),
}

/// What tells how fast this machine is, compared with that where the bounds were set.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Pace {
    /// A contender of the row, and what it took there.
    Contender(&'static str, f64),
    /// A division of 64-bit floats by the processor, [`CLOCK`](crate::measure::CLOCK) there.
    Clock,
}

/// One way of doing the work of a row.
pub struct Contender {
    pub kind: Kind,
    pub name: &'static str,
    /// How many operations a run does; times are given for one of them.
    pub operations: u64,
    /// What a run must return.
    expected: u64,
    run: Box<dyn FnMut() -> u64>,
}

impl Contender {
    /// Does the work once and returns its result, cut to 64 bits.
    pub fn run(&mut self) -> u64 {
        (self.run)()
    }
}

/// One piece of work and all who do it.
pub struct Row {
    pub work: &'static str,
    pub bounds: Vec<Bound>,
    pub contenders: Vec<Contender>,
}

impl Row {
    pub fn new(work: &'static str, bounds: impl Into<Vec<Bound>>) -> Row {
        Row { work, bounds: bounds.into(), contenders: Vec::new() }
    }

    /// Adds a contender whose run does `operations` operations and returns `expected`.
    pub fn add(
        &mut self,
        kind: Kind,
        name: &'static str,
        operations: u64,
        expected: u64,
        run: impl FnMut() -> u64 + 'static,
    ) {
        self.contenders.push(Contender { kind, name, operations, expected, run: Box::new(run) });
    }

    /// Runs everyone once.
    ///
    /// # Errors
    ///
    /// The first whose result is wrong.
    pub fn check(&mut self) -> Result<(), WrongResult> {
        for contender in &mut self.contenders {
            let found = contender.run();
            if found != contender.expected {
                let (work, name) = (self.work, contender.name);
                return Err(WrongResult { work, name, expected: contender.expected, found });
            }
        }
        Ok(())
    }
}

/// A contender did not do the work.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WrongResult {
    pub work: &'static str,
    pub name: &'static str,
    pub expected: u64,
    pub found: u64,
}

impl fmt::Display for WrongResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let WrongResult { work, name, expected, found } = self;
        write!(f, "{work}: {name} gives {found:#x} instead of {expected:#x}")
    }
}

impl std::error::Error for WrongResult {}

/// A value of any width as one number (FNV-1a), so that all results compare alike.
pub fn fold(bytes: impl AsRef<[u8]>) -> u64 {
    bytes.as_ref().iter().fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01B3)
    })
}
