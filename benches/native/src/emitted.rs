//! Rust functions as `alulib!` could emit them, one for each routine: registers are variables, those that flow analysis
//! knows to be defined are not tested, and the counters are kept. They answer with the number of the instruction at
//! which they left.

use ruint::aliases::U256;

use crate::machine::{COST, FACTOR, FIRST, Machine, ROUND, ROUNDS, SECOND};

const INC: u64 = 8;
const JIF: u64 = 10;
const RET: u64 = 11;

/// Those that are defined when a loop is left.
const DEFINED: u64 = 0x1F;

/// The loop over 64-bit integers.
#[inline(never)]
pub(crate) fn u64_loop(machine: &mut Machine) -> u64 {
    let (mut r0, mut r1, mut r2, mut r3, r4) = (0u64, 0u64, 0u64, 0u64, ROUNDS);
    let (mut turns, mut complexity) = (machine.turns, machine.complexity);
    let (mut st0, at);
    loop {
        r1 = r0.wrapping_add(r1);
        r2 ^= r1;
        r3 = r2.wrapping_add(r3);
        let Some(next) = r0.checked_add(1) else {
            (st0, at) = (true, INC);
            break;
        };
        r0 = next;
        st0 = r0 < r4;
        complexity += ROUND * COST as u64;
        if !st0 {
            at = RET;
            break;
        }
        if turns == 0 {
            at = JIF;
            break;
        }
        turns -= 1;
    }
    for (register, value) in machine.registers.iter_mut().zip([r0, r1, r2, r3, r4]) {
        register[0] = value;
    }
    machine.undefined &= !DEFINED;
    (machine.turns, machine.complexity, machine.st0) = (turns, complexity, st0.into());
    at
}

/// The loop over 256-bit integers.
#[inline(never)]
pub(crate) fn u256_loop(machine: &mut Machine) -> u64 {
    let [mut r0, mut r1, mut r2, r3, r4] =
        [[0; 4], FIRST, SECOND, FACTOR, [ROUNDS, 0, 0, 0]].map(U256::from_limbs);
    let (mut turns, mut complexity) = (machine.turns, machine.complexity);
    let (mut st0, at);
    loop {
        r1 = r3.wrapping_mul(r1);
        r2 = r3.wrapping_mul(r2);
        r1 = r2.wrapping_add(r1);
        let Some(next) = r0.checked_add(U256::ONE) else {
            (st0, at) = (true, INC);
            break;
        };
        r0 = next;
        st0 = r0 < r4;
        complexity += ROUND * COST as u64;
        if !st0 {
            at = RET;
            break;
        }
        if turns == 0 {
            at = JIF;
            break;
        }
        turns -= 1;
    }
    for (register, value) in machine.registers.iter_mut().zip([r0, r1, r2, r3, r4]) {
        *register = *value.as_limbs();
    }
    machine.undefined &= !DEFINED;
    (machine.turns, machine.complexity, machine.st0) = (turns, complexity, st0.into());
    at
}
