//! Random programs: they stand for what a second expander, written from the page, says, nothing is wrong with them, and
//! the machine does with them what a walk over their trees does.

use aluvm_core::isa::{NoExtension, Register, RegisterSize};
use aluvm_core::library::Program as Machine;
use aluvm_core::library::{Lib, LibSite};
use aluvm_core::vm::{Value, Vm};
use aluvm_tests::{Random, cases};
use num_bigint::{BigInt, Sign};

use crate::evaluate::{Ended, evaluate};
use crate::naive::expand;
use crate::program::{Program, Ty};
use crate::read;

/// The registers of inputs and output, as the page gives them: errors stand in `a8[0]`, and `a64[0]`, `a64[1]` belong to
/// what is called.
fn places(program: &Program, plain: &str) -> Vec<Register> {
    let calls = plain.contains("routine ");
    let mut next = std::collections::BTreeMap::from([(8, 1), (64, if calls { 2 } else { 0 })]);
    let types = &program.types[..=program.inputs];
    types
        .iter()
        .map(|ty| {
            let index = next.entry(ty.bits).or_insert(0);
            *index += 1;
            size(*ty).register(*index - 1)
        })
        .collect()
}

fn size(ty: Ty) -> RegisterSize {
    RegisterSize::from_name(&format!("a{}", ty.bits)).expect("a size")
}

fn run(lib: &Lib, offset: u16, places: &[Register], inputs: &[BigInt], ty: Ty) -> Ended {
    let mut vm = Vm::new();
    for (register, input) in places.iter().zip(inputs) {
        let Register::Value { size, .. } = *register else { panic!("a register") };
        let mut bytes = input.to_signed_bytes_le();
        bytes.resize(size.bytes(), if input.sign() == Sign::Minus { 0xFF } else { 0 });
        bytes.truncate(size.bytes());
        vm.registers_mut().set(*register, Value::Number(bytes.into())).expect("a register");
    }
    let program: Result<Machine<NoExtension>, _> =
        Machine::link(LibSite::new(lib.id(), offset), [lib.clone()]);
    let outcome = vm.run(&program.expect("a program"));
    let error = vm.registers().a8(0);
    let output = vm.registers().get(places[inputs.len()]);
    let output = output.filter(|_| outcome.is_success()).map(|value| {
        let Value::Number(bytes) = value else { panic!("a number") };
        match ty.is_signed {
            true => BigInt::from_signed_bytes_le(&bytes),
            false => BigInt::from_bytes_le(Sign::Plus, &bytes),
        }
    });
    Ended { output, error }
}

#[test]
fn programs_are_what_the_page_says_and_do_what_they_mean() {
    let mut random = Random::new(0x1A46);
    let (mut stopped, mut ended) = (0, 0);
    for _ in 0..cases(400) {
        let program = Program::random(&mut random);
        let text = program.text();
        let library = read(&text).unwrap_or_else(|errors| panic!("{text}\n{errors}"));
        let plain = expand(&program);
        let expected: Lib = plain.parse().unwrap_or_else(|errors| panic!("{plain}\n{errors}"));
        assert_eq!(library.lib, expected, "{text}\n{plain}\n{}", library.lib);
        let offset = library.interface.routines.as_ref().expect("routines")[0].offset;
        let places =
            places(&program, plain.split_once("lt.u a64[0], a64[1]; ret;").expect("both").1);
        for _ in 0..8 {
            let types = &program.types[..program.inputs];
            let inputs: Vec<BigInt> = types.iter().map(|ty| ty.value(&mut random)).collect();
            let meant = evaluate(&program, &inputs);
            let done = run(&library.lib, offset, &places, &inputs, program.types[program.inputs]);
            assert_eq!(done, meant, "{inputs:?}\n{text}\n{}", library.lib);
            *if meant.output.is_some() { &mut ended } else { &mut stopped } += 1;
        }
    }
    // Both happen.
    assert!(stopped > 100 && ended > 100, "{stopped} stopped, {ended} ended");
}
