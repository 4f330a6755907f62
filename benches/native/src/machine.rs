//! What both ways share: the eight instructions that the two loops need, what a run begins and ends with, and the
//! loops themselves.

/// The times that each loop goes round: a run can take no more jumps.
pub(crate) const ROUNDS: u64 = 65_535;

/// The instructions of a round.
pub(crate) const ROUND: u64 = 6;

/// What each instruction adds to the complexity.
pub(crate) const COST: i64 = 2;

/// An instruction, on registers by their numbers.
#[derive(Clone, Copy)]
pub(crate) enum Instr {
    /// A constant, by limbs.
    Put(usize, [u64; 4]),
    /// The first is added to the second, without a carry.
    Add(usize, usize),
    /// Exclusive or of the first two into the third.
    Xor(usize, usize, usize),
    /// The second is multiplied by the first, without a carry.
    Mul(usize, usize),
    /// Adds one; where that has a carry, the interpreter does it.
    Inc(usize),
    /// Whether the first is less than the second, without signs.
    Lt(usize, usize),
    /// Goes to the instruction with a number if the last comparison held.
    Jif(usize),
    Ret,
}

/// What a run begins and ends with. Native code has all of it in its own registers, and writes it back when it leaves.
#[repr(C)]
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Machine {
    pub(crate) registers: [[u64; 4]; REGISTERS],
    /// A bit for each register that is undefined.
    pub(crate) undefined: u64,
    pub(crate) st0: u64,
    /// Jumps that may be taken.
    pub(crate) turns: u64,
    pub(crate) complexity: u64,
}

/// The registers that the loops use.
pub(crate) const REGISTERS: usize = 5;

impl Machine {
    /// One that has not run, and may take all jumps that there are.
    pub(crate) fn new() -> Machine {
        let registers = [[0; 4]; REGISTERS];
        Machine { registers, undefined: u64::MAX, st0: 1, turns: ROUNDS, complexity: 0 }
    }
}

/// The loop over 64-bit integers of the table.
pub(crate) fn u64_loop() -> Vec<Instr> {
    let put = |dst, value| Instr::Put(dst, [value, 0, 0, 0]);
    vec![
        put(0, 0),
        put(1, 0),
        put(2, 0),
        put(3, 0),
        put(4, ROUNDS),
        Instr::Add(0, 1),
        Instr::Xor(1, 2, 2),
        Instr::Add(2, 3),
        Instr::Inc(0),
        Instr::Lt(0, 4),
        Instr::Jif(5),
        Instr::Ret,
    ]
}

pub(crate) const FIRST: [u64; 4] =
    [0x1D8E4E27C47D124F, 0x589965CC75374CC3, 0x8EBC6AF09C88C6E3, 0xE7037ED1A0B428DB];
pub(crate) const SECOND: [u64; 4] =
    [0xE7037ED1A0B428DB, 0xA0761D6478BD642F, 0x2127599BF4325C37, 0xEB44ACCAB455D165];
pub(crate) const FACTOR: [u64; 4] =
    [0xA0761D6478BD642F, 0xD6E8FEB86659FD93, 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F];

/// The loop over 256-bit integers.
pub(crate) fn u256_loop() -> Vec<Instr> {
    vec![
        Instr::Put(0, [0; 4]),
        Instr::Put(1, FIRST),
        Instr::Put(2, SECOND),
        Instr::Put(3, FACTOR),
        Instr::Put(4, [ROUNDS, 0, 0, 0]),
        Instr::Mul(3, 1),
        Instr::Mul(3, 2),
        Instr::Add(2, 1),
        Instr::Inc(0),
        Instr::Lt(0, 4),
        Instr::Jif(5),
        Instr::Ret,
    ]
}
