use aluvm_core::isa::FORMS;
use snapbox::str;

use crate::world::World;

#[test]
fn a_new_contract_passes_its_cases() {
    let world = World::new("new");
    world.alu("new vault").assert().code(0).stderr_eq(str![""]).stdout_eq(str![[r#"
vault/vault.aluasm
vault/vault.case

"#]]);
    world.alu("check vault/vault.aluasm").assert().code(0).stderr_eq(str![""]);
    world.alu("test vault/vault.aluasm").assert().code(0).stdout_eq(str![[r#"
4 passed

"#]]);
    world.alu("new sub/v1.2").assert().code(5).stdout_eq(str![""]);
    world.alu("new v1.2").assert().code(0);
    world.alu("test v1.2/v1.2.aluasm").assert().code(0).stdout_eq(str![[r#"
4 passed

"#]]);
}

#[test]
fn nothing_is_overwritten() {
    let world = World::with("new_again", &[("vault/vault.aluasm", "mine")]);
    world.alu("new vault").assert().code(5).stdout_eq(str![""]).stderr_eq(str![[r#"
alu: cannot make vault: File exists (os error 17)

"#]]);
    assert_eq!(world.text("vault/vault.aluasm"), "mine");
    world.alu("new ..").assert().code(2).stdout_eq(str![""]);
}

#[test]
fn every_mnemonic_is_explained() {
    let world = World::new("explain");
    for syntax in FORMS.iter().flat_map(|form| form.syntaxes) {
        let output = world.alu(&format!("explain {}", syntax.mnemonic)).output().expect("runs");
        let text = String::from_utf8(output.stdout).expect("text");
        assert!(output.status.success() && text.starts_with(syntax.mnemonic), "{text}");
    }
    world.alu("explain sub.uc").assert().code(0).stdout_eq(str![[r#"
sub.uc aN[i], aN[j]
    Subtracts the second integer from the first; the difference replaces the second. `st0` says
    whether it is defined.
    .uc   unsigned, overflow gives an undefined result
    .sc   signed, overflow gives an undefined result
    .uw   unsigned, result modulo two to the width
    .sw   signed, result modulo two to the width
    3 bytes, costs 1

sub.z fN[i], fN[j]
    Subtracts the second float from the first; the difference replaces the second. `st0` says
    whether it is defined.
    .z    round toward zero
    .n    round to nearest, ties to even
    .f    round toward negative infinity
    .c    round toward positive infinity
    3 bytes, costs 10

sub aN[i], step
    Adds a small signed constant to an unsigned integer. Overflow gives an undefined result;
    `st0` says whether the result is defined.
    3 bytes, costs 1

"#]]);
    world.alu("explain sbu").assert().code(2).stdout_eq(str![""]).stderr_eq(str![[r#"
alu: unknown mnemonic `sbu`, did you mean `sub`?

"#]]);
    world.alu("explain SUB").assert().code(2).stdout_eq(str![""]).stderr_eq(str![[r#"
alu: mnemonics, flags and register names are lower case: write `sub`

"#]]);
}
