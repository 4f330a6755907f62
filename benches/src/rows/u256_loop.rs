//! A loop of 256-bit arithmetic: two multiplications, an addition, a counter step, a comparison and
//! a jump, all of them, the counter too, in 256 bits.

use std::hint::black_box;

use aluvm_core::isa::RegisterSize;
use revm_interpreter::primitives::{U256, uint};

use crate::Guest;
use crate::peer::evm::{Code, Evm, dup, swap};
use crate::row::{Bound, Kind, Pace, Row, fold};

const ITERATIONS: u64 = 65_535;
const FEW: u64 = 100;
const OPERATIONS: u64 = 6;

/// Odd and as wide as can be: no product ever becomes short.
const FACTOR: U256 =
    uint!(0xC2B2AE3D27D4EB4F_9E3779B97F4A7C15_D6E8FEB86659FD93_A0761D6478BD642F_U256);
const FIRST: U256 =
    uint!(0xE7037ED1A0B428DB_8EBC6AF09C88C6E3_589965CC75374CC3_1D8E4E27C47D124F_U256);
const SECOND: U256 =
    uint!(0xEB44ACCAB455D165_2127599BF4325C37_A0761D6478BD642F_E7037ED1A0B428DB_U256);

/// What the loop begins with.
#[derive(Clone, Copy, Debug)]
pub struct Start {
    factor: U256,
    first: U256,
    second: U256,
    iterations: u64,
}

/// All 256 bits count.
pub const WIDE: Start =
    Start { factor: FACTOR, first: FIRST, second: SECOND, iterations: ITERATIONS };
/// Without overflow, for the deployed machine, which cannot wrap.
const SMALL: Start = Start {
    factor: U256::ONE,
    first: uint!(0x1D8E4E27C47D124F_U256),
    second: uint!(0xE7037ED1A0B428DB_U256),
    iterations: FEW,
};

impl Start {
    /// The same with so many iterations.
    pub fn short(self, iterations: u64) -> Start {
        Start { iterations, ..self }
    }
}

pub fn rows() -> Vec<Row> {
    let bounds =
        [Bound::Nanoseconds(3.0, Pace::Contender("revm", 7.1)), Bound::Times(1.0 / 2.3, "revm")];
    let mut row = Row::new("u256 loop, 65,535 × (2 mul, 2 add, compare, jump)", bounds);
    let expected = result(native(WIDE));
    let all = ITERATIONS * OPERATIONS;

    row.add(Kind::Native, "ruint", all, expected, || result(native(black_box(WIDE))));
    let mut evm = Evm::new(evm());
    row.add(Kind::Peer, "revm", all, expected, move || result(evm.run()));
    let deployed = guest(SMALL).deployed();
    let few = result(native(SMALL));
    row.add(Kind::Deployed, "rgb-aluvm", FEW * OPERATIONS, few, move || deployed.run());
    let mut ours = guest(WIDE).ours();
    row.add(Kind::Ours, "aluvm", all, expected, move || ours.run());
    vec![row]
}

fn result(number: U256) -> u64 {
    fold(number.to_le_bytes::<32>())
}

pub fn guest(start: Start) -> Guest {
    let Start { factor, first, second, iterations } = start;
    let text = format!(
        "   put     a256[0], 0;             // counter
            put     a256[1], {first};
            put     a256[2], {second};
            put     a256[3], {factor};
            put     a256[4], {iterations};
        next:
            mul.uw  a256[3], a256[1];
            mul.uw  a256[3], a256[2];
            add.uw  a256[2], a256[1];
            inc     a256[0];
            lt.u    a256[0], a256[4];
            jif     next;
            ret;"
    );
    Guest::new(&text, RegisterSize::A256, 1)
}

fn native(start: Start) -> U256 {
    let Start { factor, mut first, mut second, iterations } = start;
    let (mut counter, iterations) = (U256::ZERO, U256::from(iterations));
    loop {
        first = first.wrapping_mul(factor);
        second = second.wrapping_mul(factor);
        first = first.wrapping_add(second);
        counter = counter.wrapping_add(U256::ONE);
        if counter >= iterations {
            return first;
        }
    }
}

/// The stack holds, from below, factor, second, first, counter.
fn evm() -> Vec<u8> {
    let start = Code::default().push(FACTOR).push(SECOND).push(FIRST).push(U256::ZERO);
    let next = start.here();
    start
        .ops(&[Code::JUMPDEST, swap(1), dup(4), Code::MUL])
        .ops(&[swap(2), dup(4), Code::MUL])
        .ops(&[swap(2), dup(3), Code::ADD, swap(1)])
        .push(U256::ONE)
        .ops(&[Code::ADD])
        .push(U256::from(ITERATIONS))
        .ops(&[dup(2), Code::LT])
        .push(next)
        .ops(&[Code::JUMPI, swap(1), Code::STOP])
        .into_bytes()
}
