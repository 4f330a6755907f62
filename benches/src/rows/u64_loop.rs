//! A loop of 64-bit arithmetic: 65,535 times two additions, an exclusive or, a counter step, a
//! comparison and a jump. The sums stay below 2^64, so that checked and wrapping additions agree.

use std::hint::black_box;

use aluvm_core::isa::RegisterSize;
use pulley_interpreter::regs::{BinaryOperands, XReg};
use pulley_interpreter::{
    BrIfXult64, Op, PcRelOffset, Ret, XBxor64, Xadd64, Xadd64U8, Xconst8, Xmov,
};
use revm_interpreter::primitives::U256;

use crate::Guest;
use crate::peer::evm::{Code, Evm, dup, swap};
use crate::peer::pulley::Pulley;
use crate::peer::wasm::Wasm;
use crate::row::{Bound, Kind, Pace, Row, fold};

/// As many as the jump limit allows.
const ITERATIONS: u64 = 65_535;
/// Enough for the deployed machine, which takes microseconds for an instruction.
const FEW: u64 = 300;
const OPERATIONS: u64 = 6;

pub fn rows() -> Vec<Row> {
    let bounds =
        [Bound::Nanoseconds(1.3, Pace::Contender("wasmi", 0.50)), Bound::Times(2.6, "wasmi")];
    let mut row = Row::new("u64 loop, 65,535 × (4 add/xor, compare, jump)", bounds);
    let expected = native(ITERATIONS);
    let all = ITERATIONS * OPERATIONS;

    row.add(Kind::Native, "Rust", all, expected, || native(black_box(ITERATIONS)));
    row.add(Kind::Native, "Rust, `black_box`", all, expected, || observed(black_box(ITERATIONS)));

    let mut wasm = wasm().instance();
    row.add(Kind::Peer, "wasmi", all, expected, move || wasm.run(ITERATIONS));
    let mut pulley = Pulley::new(pulley());
    row.add(Kind::Peer, "Pulley", all, expected, move || pulley.run(ITERATIONS));
    let mut evm = Evm::new(evm());
    row.add(Kind::Peer, "revm", all, expected, move || evm.run().as_limbs()[0]);

    let deployed = guest("uw", FEW).deployed();
    let few = fold(native(FEW).to_le_bytes());
    row.add(Kind::Deployed, "rgb-aluvm", FEW * OPERATIONS, few, move || deployed.run());
    let ours = fold(expected.to_le_bytes());
    for (name, flag) in [("aluvm", "uw"), ("aluvm, checked", "uc")] {
        let mut guest = guest(flag, ITERATIONS).ours();
        row.add(Kind::Ours, name, all, ours, move || guest.run());
    }
    vec![row]
}

/// The guest's loop, with additions of the given flag.
pub fn guest(flag: &str, iterations: u64) -> Guest {
    Guest::new(&aluvm_counted::u64_loop(flag, iterations), RegisterSize::A64, 3)
}

fn native(iterations: u64) -> u64 {
    let (mut counter, mut sum, mut mix, mut result) = (0u64, 0u64, 0u64, 0u64);
    loop {
        sum = sum.wrapping_add(counter);
        mix ^= sum;
        result = result.wrapping_add(mix);
        counter += 1;
        if counter >= iterations {
            return result;
        }
    }
}

/// As a machine must do it that keeps its registers: every value is observed.
fn observed(iterations: u64) -> u64 {
    let (mut counter, mut sum, mut mix, mut result) = (0u64, 0u64, 0u64, 0u64);
    loop {
        sum = black_box(sum.wrapping_add(counter));
        mix = black_box(mix ^ sum);
        result = black_box(result.wrapping_add(mix));
        counter = black_box(counter + 1);
        if counter >= iterations {
            return result;
        }
    }
}

fn wasm() -> Wasm {
    Wasm::new(
        "(module
            (func (export \"run\") (param $n i64) (result i64)
                (local $i i64) (local $sum i64) (local $mix i64) (local $result i64)
                (loop $next
                    (local.set $sum (i64.add (local.get $sum) (local.get $i)))
                    (local.set $mix (i64.xor (local.get $mix) (local.get $sum)))
                    (local.set $result (i64.add (local.get $result) (local.get $mix)))
                    (local.set $i (i64.add (local.get $i) (i64.const 1)))
                    (br_if $next (i64.lt_u (local.get $i) (local.get $n))))
                (local.get $result)))",
    )
}

/// Five instructions an iteration: it compares and jumps in one.
fn pulley() -> Vec<Op> {
    let [limit, counter, sum, mix, result] = [XReg::x0, XReg::x1, XReg::x2, XReg::x3, XReg::x4];
    let body = [
        Xadd64 { operands: BinaryOperands::new(sum, sum, counter) }.into(),
        XBxor64 { operands: BinaryOperands::new(mix, mix, sum) }.into(),
        Xadd64 { operands: BinaryOperands::new(result, result, mix) }.into(),
        Xadd64U8 { dst: counter, src1: counter, src2: 1 }.into(),
    ];
    let back: i32 = body.iter().map(|op: &Op| i32::from(op.width())).sum();
    let mut ops: Vec<Op> =
        [counter, sum, mix, result].map(|dst| Xconst8 { dst, imm: 0 }.into()).into();
    ops.extend(body);
    ops.push(BrIfXult64 { a: counter, b: limit, offset: PcRelOffset::from(-back) }.into());
    ops.push(Xmov { dst: XReg::x0, src: result }.into());
    ops.push(Ret {}.into());
    ops
}

/// The stack holds, from below, result, mix, sum, counter.
fn evm() -> Vec<u8> {
    let zero = U256::ZERO;
    let start = Code::default().push(zero).push(zero).push(zero).push(zero);
    let next = start.here();
    start
        .ops(&[Code::JUMPDEST, dup(1), swap(2), Code::ADD])
        .ops(&[dup(1), swap(3), Code::XOR])
        .ops(&[dup(1), swap(4), Code::ADD])
        .ops(&[swap(3), swap(2), swap(1)])
        .push(U256::from(1))
        .ops(&[Code::ADD])
        .push(U256::from(ITERATIONS))
        .ops(&[dup(2), Code::LT])
        .push(next)
        .ops(&[Code::JUMPI, swap(3), Code::STOP])
        .into_bytes()
}
