//! What failing calls are and say. The messages are pinned whole, because people read them whole.

use aluvm_core::call::{CallError, CallErrorKind, Contract, Reason};
use aluvm_core::contract::description::ContractError;
use aluvm_core::isa::NoExtension;
use aluvm_core::library::LibId;
use aluvm_core::vm::{Failure, Registers, Stop, Vm};

use crate::draft::{Draft, contract, lay_out, plain};
use crate::vault::{self, Output, Refusal};

/// The error of a call without inputs and outputs.
fn error_of(contract: &'static Contract<NoExtension>) -> CallError {
    let run = contract.call(&mut Vm::new(), 0, &mut (), |_| Ok(()), |_| Some(()));
    run.expect_err("it fails")
}

/// A message without its first line, which names the routine.
fn says(text: &'static str, expected: &str) {
    let message = error_of(plain(text)).to_string();
    let expected: Vec<&str> = expected.trim().lines().map(str::trim).collect();
    let found: Vec<&str> = message.lines().map(str::trim).collect();
    let is_there = found.windows(expected.len()).any(|lines| lines == expected);
    assert!(is_there, "{message}\n\nshould have:\n{}", expected.join("\n"));
}

#[test]
fn a_call_sets_inputs_and_reads_outputs() {
    let mut vm = Vm::new();
    assert_eq!(vault::withdraw(&mut vm, 500, 499, 6).expect("succeeds"), Output { rest: 1 });
    // What the machine had before is gone, but for the limit.
    vm.registers_mut().set_a64(9, 1).expect("exists");
    vm.registers_mut().set_cl0(100);
    assert_eq!(vault::withdraw(&mut vm, 7, 7, 7).expect("succeeds"), Output { rest: 0 });
    assert_eq!((vm.registers().a64(9), vm.registers().cl0()), (None, Some(100)));
    let outcome = vault::withdraw(&mut vm, 7, 8, 7).expect_err("overspent").outcome();
    assert_eq!(outcome.map(|outcome| outcome.stop), Some(Stop::Failed(Failure::Test)));
    vm.registers_mut().set_cl0(5);
    let limited = vault::withdraw(&mut vm, 7, 7, 7).expect_err("limited");
    assert_eq!(limited.outcome().map(|outcome| outcome.stop), Some(Stop::ComplexityLimit));
    assert_eq!(limited.refusal::<Refusal>(), None);
}

#[test]
fn a_refusal_has_the_variant_of_the_enum() {
    let mut vm = Vm::new();
    let overspent = vault::withdraw(&mut vm, 500, 501, 6).expect_err("overspent");
    assert_eq!(vault::ID, vault::CONTRACT.module().lib.id());
    assert_eq!(overspent.refusal(), Some(Refusal::Overspent));
    let early = vault::withdraw(&mut vm, 500, 501, 5).expect_err("too early");
    assert_eq!(early.refusal(), Some(Refusal::TooEarly));
    let CallErrorKind::Refused(refused) = early.kind() else { panic!("{early}") };
    assert_eq!((refused.lib, refused.number), (vault::ID, 1));
    let names = [refused.library, refused.routine, refused.error, refused.name];
    assert_eq!(names, ["vault", "withdraw", "Refusal", "TooEarly"]);
    assert_eq!(refused.docs, "The vault has not rested for long enough.");
    let place = early.place().expect("known");
    assert_eq!((place.file.as_str(), place.line, place.column), ("tests/calls/vault.rs", 23, 13));
    assert_eq!(place.statement, "require sub.uc age, a32[1] => TooEarly");
}

/// An enum of another library with the same name.
#[derive(Debug, PartialEq)]
struct Other;

impl ContractError for Other {
    const LIB: LibId = LibId::from_bytes([1; 32]);
    const NAME: &'static str = Refusal::NAME;

    fn from_number(_: u64) -> Option<Other> {
        Some(Other)
    }
}

#[test]
fn a_refusal_is_told_by_its_library_and_its_place() {
    let overspent = vault::withdraw(&mut Vm::new(), 500, 501, 6).expect_err("overspent");
    assert_eq!(overspent.refusal::<Other>(), None);
    // The number of an earlier `require` is still there when another instruction stops the run.
    let error = vault::stale(&mut Vm::new(), 7).expect_err("fails");
    assert_eq!(error.refusal::<Refusal>(), None);
    let Some(outcome) = error.outcome() else { panic!("{error}") };
    assert_eq!(error.kind(), CallErrorKind::Failed(outcome));
}

#[test]
fn the_message_of_a_refusal() {
    let error = vault::withdraw(&mut Vm::new(), 500, 501, 7).expect_err("overspent");
    let expected = "\
vault::withdraw refused: Overspent (2)
    The vault holds less.
  --> tests/calls/vault.rs:24:13, in `withdraw`
    24 | require sub.uc balance, amount => Overspent
  st0 became false here: 500 - 501 does not fit an unsigned a64
    balance a64[0] = 500
    amount a64[1]  = 501
  called with balance = 500, amount = 501, age = 7
  the 7 steps:
    22 | put     a32[1], MATURITY                   a32[1] = 6
    23 | put     a8[0], 1                           a8[0] = 1
    23 | sub.uc  age, a32[1]                        a32[1]: 6 -> 1
    23 | test
    24 | put     a8[0], 2                           a8[0]: 1 -> 2
    24 | sub.uc  balance, amount                    amount: 501 -> undefined, st0: true -> false
    24 | test";
    assert_eq!(error.to_string(), expected);
    // A failed `unwrap` shows it so.
    assert_eq!(format!("{error:?}"), expected);
}

#[test]
fn the_message_of_a_call_that_was_not_started() {
    let run = |value: f64| {
        let inputs = |r: &mut Registers| r.set_f64(0, value).map_err(CallError::input("rate"));
        plain("ret;").call(&mut Vm::new(), 0, &mut (), inputs, |_| Some(()))
    };
    assert!(run(1.5).is_ok());
    let error = run(f64::NAN).expect_err("a NaN");
    assert!(matches!(error.kind(), CallErrorKind::Input(input) if input.name == "rate"));
    assert_eq!(
        error.to_string(),
        "plain::run was not started: input `rate`: a register f64 cannot hold this pattern, which is \
         not a number"
    );
    assert!(error.case().is_none() && error.outcome().is_none() && error.place().is_none());
}

#[test]
fn the_message_of_a_program_that_cannot_be_built() {
    let draft = Draft { name: "run", inputs: "", outputs: "", text: "ret;" };
    let (lib, description) = lay_out::<NoExtension>("strange", vec![], 1, &[draft]);
    let isae = "ALU STRANGE".parse().expect("a set");
    let lib = aluvm_core::library::Lib::new(isae, lib.code(), lib.data(), lib.libs().clone());
    let error = error_of(contract((lib.expect("short"), description), &[]));
    assert!(matches!(error.kind(), CallErrorKind::Program(_)));
    let message = error.to_string();
    assert!(message.starts_with("strange::run was not started: library alu1"), "{message}");
    assert!(message.ends_with("needs the ISA extension STRANGE, which is not supported"));
}

#[test]
fn an_undefined_output_is_an_error() {
    let draft = Draft {
        name: "half",
        inputs: "x: a8[0]",
        outputs: "y: a8[1]",
        text: "put a8[1], 2;
            div.uc a8[0], a8[1];
            add.uc a8[1], a8[2];
            eq.e a8[3], a8[4];
            mov a8[2], a8[1];
            ret;",
    };
    let contract =
        contract::<NoExtension>(lay_out::<NoExtension>("maths", vec![], 1, &[draft]), &[]);
    let inputs = |r: &mut Registers| r.set_a8(0, 9).map_err(CallError::input("x"));
    let error =
        contract.call(&mut Vm::new(), 0, &mut (), inputs, |r| r.a8(1)).expect_err("undefined");
    assert_eq!(error.kind(), CallErrorKind::Undefined { output: "y".into() });
    let expected = "\
maths::half succeeded, but its output `y` is undefined
  it became undefined at tests/calls/vault.rs:7:13, `mov a8[2], a8[1]`: a8[2] is undefined
    a8[2] = undefined
  nothing has set a8[2] before
  called with x = 9
  the 6 steps:
     3 | put a8[1], 2                               y = 2
     4 | div.uc a8[0], a8[1]                        y: 2 -> 4
     5 | add.uc a8[1], a8[2]                        st0: true -> false
     6 | eq.e a8[3], a8[4]                          st0: false -> true
     7 | mov a8[2], a8[1]                           y: 4 -> undefined
     8 | ret";
    assert_eq!(error.to_string(), expected);
}

#[test]
fn arithmetic_that_has_no_result() {
    says(
        "put a8[0], 200; put a8[1], 56; add.uc a8[0], a8[1]; test;",
        "st0 became false here: 200 + 56 does not fit an unsigned a8",
    );
    says(
        "put a8[0], -100; put a8[1], 100;
        sub.sc a8[0], a8[1];
        test;",
        "st0 became false at tests/calls/vault.rs:4:13, `sub.sc a8[0], a8[1]`: \
         -100 - 100 does not fit a signed a8",
    );
    says("put a8[0], 0; div.uc a8[0], a8[0]; ret;", "st0 became false here: 0 / 0 divides by zero");
    says(
        "put a8[0], 250;\nadd a8[0], 9;\ntest;",
        "st0 became false at tests/calls/vault.rs:4:13, `add a8[0], 9`: 250 +9 does not fit an unsigned a8",
    );
    says(
        "put a8[0], -128;\nneg a8[0];\ntest;",
        "st0 became false at tests/calls/vault.rs:4:13, `neg a8[0]`: the result of `neg` for -128 does not fit a8",
    );
    says(
        "put f32[0], inf;\nsub.n f32[0], f32[0];\ntest;",
        "st0 became false at tests/calls/vault.rs:4:13, `sub.n f32[0], f32[0]`: inf - inf is no number",
    );
}

#[test]
fn comparisons_that_do_not_hold() {
    let pair = "put a8[0], 5; put a8[1], 200;";
    for (instr, sentence) in [
        ("gt.u a8[0], a8[1]", "5 > 200 does not hold"),
        ("lt.s a8[0], a8[1]", "5 < -56 does not hold"),
        ("eq.n a8[0], a8[1]", "5 = 200 does not hold"),
        ("ifz a8[0]", "5 is not zero"),
        ("ifn a8[0]", "the register is defined"),
        ("gt.u a8[0], a8[9]", "a8[9] is undefined"),
        ("eq.e a8[0], a8[9]", "5 = undefined does not hold"),
        ("put a8[2], 1; shr.u a8[2], a8[1]", "the bit that it looks at is 0"),
        ("cpy a8[1], a16[0]; put a16[0], 300; cpy a16[0], a8[3]", "300 does not fit a8"),
        ("putif a8[0], 3", "the register had a value already"),
    ] {
        let text: &'static str = String::leak(format!("{pair} {instr}; test;"));
        says(text, &format!("st0 became false here: {sentence}"));
    }
}

#[test]
fn what_an_instruction_does_is_told_where_it_is_the_reason() {
    says(
        "put a8[0], 128; put a16[0], 1; shl a16[0], a8[0]; inv st0; test;",
        "st0 became false here: the bit that was looked at is 1",
    );
    says(
        "put s16[0], \"text\"; put s16[1], \"\"; find s16[0], s16[1], a16[0]; test;",
        "st0 became false here: it is not possible with these values (An empty second string gives an \
         undefined result and sets `st0` to false)",
    );
    let cleared =
        error_of(plain("put a8[0], 1;\nclr a8[0];\nlt.u a8[0], a8[0];\ntest;")).to_string();
    let told = cleared.lines().find(|line| line.ends_with("that is what it does"));
    assert!(told.is_some_and(|line| line.contains("`clr a8[0]`")), "{cleared}");
}

#[test]
fn the_way_of_an_undefined_value_is_told() {
    says(
        "put a64[0], 2;
        put a64[1], 3;
        sub.uc a64[0], a64[1];
        dup a64[1], a64[5];
        ifn a64[5];
        lt.u a64[0], a64[5];
        test;",
        "st0 became false at tests/calls/vault.rs:8:13, `lt.u a64[0], a64[5]`: a64[5] is undefined
        a64[0] = 2
        a64[5] = undefined
        nothing has set a64[5] before",
    );
    says(
        "put a64[0], 2;
        put a64[5], 7;
        put a64[1], 3;
        sub.uc a64[0], a64[1];
        dup a64[1], a64[5];
        ifn a64[5];
        lt.u a64[0], a64[5];
        test;",
        "st0 became false at tests/calls/vault.rs:9:13, `lt.u a64[0], a64[5]`: a64[5] is undefined
        a64[0] = 2
        a64[5] = undefined
        a64[5] became undefined at tests/calls/vault.rs:7:13, `dup a64[1], a64[5]`: a64[1] is undefined
        a64[1] = undefined
        a64[1] became undefined at tests/calls/vault.rs:6:13, `sub.uc a64[0], a64[1]`: 2 - 3 does not fit an unsigned a64
        a64[0] = 2
        a64[1] = 3
        called without inputs",
    );
}

#[test]
fn an_inverted_status_says_what_held() {
    says(
        "put a8[0], 5;
        gt.u a8[0], a8[1];
        put a8[1], 4;
        gt.u a8[0], a8[1];
        inv st0;
        test;",
        "st0 became false at tests/calls/vault.rs:7:13, `inv st0`: 5 > 4 holds
        st0 became true at tests/calls/vault.rs:6:13, `gt.u a8[0], a8[1]`
        a8[0] = 5
        a8[1] = 4
        called without inputs",
    );
}

#[test]
fn a_false_status_that_stays_is_traced_to_what_set_it_last() {
    // `len` of a short string neither makes it false nor true; the comparison did.
    let error = error_of(plain(
        "put s16[0], \"ab\"; ifn s; ret;"
            .replace("ifn s;", "put a8[0], 1;\nifn a8[0];\nlen s16[0], a16[0];")
            .leak(),
    ));
    let explanation = error.case().and_then(|case| case.explain()).expect("repeatable");
    let origin = explanation.status.expect("st0 is false");
    assert_eq!(
        (origin.step.instr.to_string().as_str(), origin.reason),
        ("ifn     a8[0]", Reason::DoesNotHold)
    );
    assert_eq!(explanation.steps, 5);
}

#[test]
fn what_asks_whether_a_register_is_undefined_does_not_lack_it() {
    let code = "put a8[0], 1;\nclr a8[1];\neq.e a8[0], a8[1];\ntest;";
    let explanation = error_of(plain(code)).case().and_then(|case| case.explain());
    let origin = explanation.and_then(|explanation| explanation.status).expect("st0 is false");
    assert_eq!(origin.reason, Reason::DoesNotHold);
    let code = "put a8[0], 1;\nclr a8[1];\neq.n a8[0], a8[1];\ntest;";
    let explanation = error_of(plain(code)).case().and_then(|case| case.explain());
    let origin = explanation.and_then(|explanation| explanation.status).expect("st0 is false");
    assert!(matches!(origin.reason, Reason::Undefined { .. }), "{:?}", origin.reason);
}

#[test]
fn a_string_operation_that_is_not_possible_says_when() {
    let message = error_of(plain(
        "put s16[0], \"abc\";\nput a16[0], 9;\nput a16[1], 1;\nfind s16[1], s16[0], a16[0];\ntest;",
    ))
    .to_string();
    assert!(message.contains("s16[1] is undefined\n    s16[1] = undefined"), "{message}");
    assert!(message.contains("    s16[0] = \"abc\""), "{message}");
}

#[test]
fn long_values_and_runs_are_cut() {
    let error = error_of(plain(
        "put s16[0], \"0123456789\";
        put a8[0], 200;
    again:
        join s16[0], s16[0], s16[1];
        swp s16[0], s16[1];
        dec a8[0];
        put a8[1], 195;
        gt.u a8[0], a8[1];
        jif again;
        fail;",
    ));
    let message = error.to_string();
    assert!(message.contains("the program failed by `fail`"), "{message}");
    assert!(message.contains("the last 10 of 33 steps:"), "{message}");
    assert!(message.contains("… (320 bytes)"), "{message}");
    assert!(!message.contains("st0 became false"), "`fail` does not look at it: {message}");
    assert!(message.lines().all(|line| line.chars().count() < 300), "{message}");
}
