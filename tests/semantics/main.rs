//! What each instruction does, by its description in the instruction set.

mod machine;

use machine::run;

#[test]
fn a_program_adds_and_returns() {
    let (vm, outcome) = run("put a8[1], 2; put a8[2], 3; add.uc a8[1], a8[2]; ret;");
    assert!(outcome.is_success());
    assert_eq!(vm.registers().a8(2), Some(5));
    assert_eq!(vm.registers().ca0(), 7);
}
