//! A program of three instructions, run once: what a machine costs before it does anything.

use std::hint::black_box;

use aluvm_core::isa::RegisterSize;
use aluvm_core::library::Program;
use aluvm_core::vm::Vm;
use revm_interpreter::primitives::U256;

use crate::Guest;
use crate::peer::evm::{Code, Evm};
use crate::peer::wasm::Wasm;
use crate::row::{Bound, Kind, Pace, Row, fold};

const COUNT: u64 = 64;

pub fn rows() -> Vec<Row> {
    vec![fresh(), reused()]
}

pub fn guest() -> Guest {
    let text = "put a64[0], 2; put a64[1], 3; add.uc a64[0], a64[1]; ret;";
    Guest::new(text, RegisterSize::A64, 1)
}

fn wasm() -> Wasm {
    Wasm::new(
        "(module
            (func (export \"run\") (param $x i64) (result i64)
                (i64.add (local.get $x) (i64.const 3))))",
    )
}

/// The sum of many runs.
fn many(mut run: impl FnMut() -> u64) -> u64 {
    (0..COUNT).fold(0, |sum, _| sum + run())
}

fn fresh() -> Row {
    let mut row =
        Row::new("fresh machine, 3 instructions", [Bound::Nanoseconds(200.0, Pace::Clock)]);
    let expected = 5 * COUNT;
    let code = Code::default().push(U256::from(2)).push(U256::from(3));
    let mut evm = Evm::new(code.ops(&[Code::ADD, Code::STOP]).into_bytes());
    row.add(Kind::Peer, "revm", COUNT, expected, move || many(|| evm.run().as_limbs()[0]));
    let module = wasm();
    row.add(Kind::Peer, "wasmi", COUNT, expected, move || many(|| module.instance().run(2)));
    let deployed = guest().deployed();
    let few = fold(5u64.to_le_bytes());
    row.add(Kind::Deployed, "rgb-aluvm", 1, few, move || deployed.run());
    let program = program();
    row.add(Kind::Ours, "aluvm", COUNT, expected, move || {
        many(|| run(&mut black_box(Vm::new()), &program))
    });
    row
}

fn reused() -> Row {
    let mut row =
        Row::new("machine used before, 3 instructions", [Bound::Nanoseconds(60.0, Pace::Clock)]);
    let expected = 5 * COUNT;
    let mut instance = wasm().instance();
    row.add(Kind::Peer, "wasmi", COUNT, expected, move || many(|| instance.run(2)));
    let (program, mut vm) = (program(), Vm::new());
    row.add(Kind::Ours, "aluvm", COUNT, expected, move || {
        many(|| {
            vm.reset();
            run(&mut vm, &program)
        })
    });
    row
}

fn program() -> Program {
    Program::new(guest().lib().clone()).expect("the library is all there is")
}

fn run(vm: &mut Vm, program: &Program) -> u64 {
    assert!(vm.run(program).is_success());
    vm.registers().a64(1).expect("the sum is defined")
}
