use snapbox::str;

use crate::world::{MATH, USER, VAULT, World};

#[test]
fn a_right_file_is_silent() {
    let world = World::with(
        "check_right",
        &[("vault.aluasm", VAULT), ("math.aluasm", MATH), ("user.aluasm", USER)],
    );
    world
        .alu("check vault.aluasm user.aluasm")
        .assert()
        .code(0)
        .stdout_eq(str![""])
        .stderr_eq(str![""]);
    world.alu("check -").stdin(VAULT).assert().code(0).stdout_eq(str![""]).stderr_eq(str![""]);
}

const WRONG: &str = "\
pub enum Refusal in a8[0] { Overspent = 1 }

pub fn withdraw(balance: a64[0], amount: a64[1]) -> (rest: a64[1]) {
        require sub.uc balance, amount => Overspend;
        Ret;
        sbu.uc  balance, amount;
}

pub fn withdraw() { ret; }
";

#[test]
fn mistakes_are_shown_with_their_lines() {
    let world = World::with("check_wrong", &[("vault.aluasm", WRONG)]);
    world.alu("check vault.aluasm").assert().code(3).stdout_eq(str![""]).stderr_eq(str![[r#"
error: no error is called `Overspend`, did you mean `Overspent`?
 --> vault.aluasm:4:43
  |
4 |         require sub.uc balance, amount => Overspend;
  |                                           ^^^^^^^^^

error: mnemonics, flags and register names are lower case: write `ret`
 --> vault.aluasm:5:9
  |
5 |         Ret;
  |         ^^^

error: unknown mnemonic `sbu`, did you mean `sub`?
 --> vault.aluasm:6:9
  |
6 |         sbu.uc  balance, amount;
  |         ^^^

error: the name `withdraw` is defined twice
 --> vault.aluasm:9:8
  |
3 | pub fn withdraw(balance: a64[0], amount: a64[1]) -> (rest: a64[1]) {
  |        -------- first defined here
...
9 | pub fn withdraw() { ret; }
  |        ^^^^^^^^

"#]]);
}

#[test]
fn programs_get_an_object_a_line() {
    let world = World::with("check_json", &[("vault.aluasm", WRONG)]);
    world
        .alu("check --message-format json vault.aluasm")
        .assert()
        .code(3)
        .stdout_eq(str![""])
        .stderr_eq(str![[r#"
{"file":"vault.aluasm","help":[],"level":"error","message":"no error is called `Overspend`, did you mean `Overspent`?","span":{"end":{"byte":165,"column":52,"line":4},"start":{"byte":156,"column":43,"line":4}},"suggestion":{"end":165,"replacement":"Overspent","start":156}}
{"file":"vault.aluasm","help":[],"level":"error","message":"mnemonics, flags and register names are lower case: write `ret`","span":{"end":{"byte":178,"column":12,"line":5},"start":{"byte":175,"column":9,"line":5}},"suggestion":{"end":178,"replacement":"ret","start":175}}
{"file":"vault.aluasm","help":[],"level":"error","message":"unknown mnemonic `sbu`, did you mean `sub`?","span":{"end":{"byte":191,"column":12,"line":6},"start":{"byte":188,"column":9,"line":6}},"suggestion":{"end":191,"replacement":"sub","start":188}}
{"file":"vault.aluasm","help":[],"level":"error","message":"the name `withdraw` is defined twice","note":{"message":"first defined here","span":{"end":{"byte":60,"column":16,"line":3},"start":{"byte":52,"column":8,"line":3}}},"span":{"end":{"byte":231,"column":16,"line":9},"start":{"byte":223,"column":8,"line":9}}}

"#]]);
}

#[test]
fn suggestions_mend_the_text() {
    let world = World::with("check_suggestions", &[]);
    let mut text = WRONG.replace("pub fn withdraw() { ret; }\n", "");
    let output =
        world.alu("check --message-format json -").stdin(text.as_str()).output().expect("runs");
    let said = String::from_utf8(output.stderr).expect("text");
    let said = said
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("an object"));
    let mut suggestions: Vec<_> = said.map(|one| one["suggestion"].clone()).collect();
    assert_eq!(suggestions.len(), 3);
    while let Some(one) = suggestions.pop() {
        let place = |key: &str| one[key].as_u64().expect("a place") as usize;
        text.replace_range(
            place("start")..place("end"),
            one["replacement"].as_str().expect("text"),
        );
    }
    assert!(text.contains("=> Overspent;\n        ret;\n        sub.uc  balance"), "{text}");
}

const FINDINGS: &str = "\
pub fn pay(amount: a64[0]) -> (rest: a64[1]) {
        add.uc  a64[1], a64[0];
        sub.uc  a64[1], a64[0];
        ret;
}
";

#[test]
fn findings_are_permitted_and_asked_for_by_name() {
    let world = World::with("check_findings", &[("pay.aluasm", FINDINGS)]);
    world.alu("check pay.aluasm").assert().code(3).stderr_eq(str![[r#"
error: no way through the routine sets output a64[1]
 --> pay.aluasm:1:32
  |
1 | pub fn pay(amount: a64[0]) -> (rest: a64[1]) {
  |                                ^^^^
  |
  = help: `rest` is a64[1]
  = help: set it, or remove it from the outputs
  = help: `#[allow(unset_output)]` permits it

error: a64[1] is undefined on every way to here
 --> pay.aluasm:2:17
  |
2 |         add.uc  a64[1], a64[0];
  |                 ^^^^^^
  |
  = help: `rest` is a64[1]
  = help: set it before, or make it an input
  = help: `#[allow(undefined_read)]` permits it

"#]]);
    world
        .alu("check -A unset_output -A undefined_read pay.aluasm")
        .assert()
        .code(0)
        .stderr_eq(str![""]);
    world
        .alu("check -A unset_output -A undefined_read -D unread_status pay.aluasm")
        .assert()
        .code(3)
        .stderr_eq(str![[r#"
error: st0 is overwritten before anything looks at whether this failed
 --> pay.aluasm:2:9
  |
2 |         add.uc  a64[1], a64[0];
  |         ^^^
  |
  = help: look at st0 with `test`, `jif`, `inv` or `st`
  = help: `#[allow(unread_status)]` permits it

"#]]);
    world
        .alu("check -A undefined pay.aluasm")
        .assert()
        .code(2)
        .stdout_eq(str![""])
        .stderr_eq(str![[r#"
error: invalid value 'undefined' for '--allow <NAME>'
  [possible values: end_of_code, unreachable, undefined_read, maybe_undefined, unset_output, unused_input, false_status, negated_undefined, clobbered, endless_loop, unread_status, unused_label, unused_alias, unused_variable, unused_const, unused_error, open_status]

  tip: a similar value exists: 'undefined_read'

For more information, try '--help'.

"#]]);
}

#[test]
fn libraries_as_bytes_are_analysed() {
    let world = World::with(
        "check_bytes",
        &[("bad.txt", ".isae \"ALU\"; clr a8[0]; add.uc a8[0], a8[1]; ret;")],
    );
    world.alu("build bad.txt -o bad.alu").assert().code(0).stderr_eq(str![""]);
    world.alu("check bad.alu").assert().code(3).stderr_eq(str![[r#"
error: a8[0] is undefined on every way to here
--> bad.alu at 0x0002
 = help: set it before, or make it an input

"#]]);
    world.alu("check bad.txt").assert().code(3).stderr_eq(str![[r#"
error: a8[0] is undefined on every way to here
 --> bad.txt:1:25
  |
1 | .isae "ALU"; clr a8[0]; add.uc a8[0], a8[1]; ret;
  |                         ^^^^^^^^^^^^^^^^^^^
  |
  = help: set it before, or make it an input

"#]]);
    world.alu("check -A undefined_read bad.alu").assert().code(0).stderr_eq(str![""]);
}

#[test]
fn what_cannot_be_read_is_said() {
    let world = World::new("check_unreadable");
    world.write("latin.aluasm", b"// caf\xe9\n");
    world.write("garbage.alu", b"\x07\xff\x00garbage");
    world.write("bom.aluasm", format!("\u{FEFF}{}", VAULT.replace('\n', "\r\n")));
    world.write("empty.aluasm", "");
    world.alu("check missing.aluasm").assert().code(5).stdout_eq(str![""]).stderr_eq(str![[r#"
alu: cannot read missing.aluasm: No such file or directory (os error 2)

"#]]);
    world.alu("check .").assert().code(5).stdout_eq(str![""]).stderr_eq(str![[r#"
alu: cannot read .: Is a directory (os error 21)

"#]]);
    world.alu("check latin.aluasm").assert().code(3).stderr_eq(str![[r#"
error: this is no text: byte 6, in line 1, is not UTF-8
--> latin.aluasm

"#]]);
    world.alu("check garbage.alu").assert().code(3).stderr_eq(str![[r#"
error: library file at byte 2, ISA extension 0: 255 bytes needed, 8 left
--> garbage.alu

"#]]);
    world.alu("check empty.aluasm").assert().code(3).stderr_eq(str![[r#"
error: a library has a routine that others can call
 --> empty.aluasm:1:1
  |
1 |
  | ^
  |
  = help: `pub fn name() { ret; }`

"#]]);
    world.alu("check bom.aluasm").assert().code(0).stderr_eq(str![""]);
    world.alu("check").assert().code(2).stdout_eq(str![""]);
}

#[test]
fn carriage_returns_move_no_mark() {
    let world = World::new("check_crlf");
    world.write("crlf.aluasm", "pub fn pay() {\r\n    ret;\r\n    rett;\r\n}\r\n");
    world.alu("check crlf.aluasm").assert().code(3).stderr_eq(str![[r#"
error: unknown mnemonic `rett`, did you mean `ret`?
 --> crlf.aluasm:3:5
  |
3 |     rett;
  |     ^^^^

"#]]);
}

#[test]
fn colours_are_asked_for() {
    let world = World::new("check_colours");
    let said = |arguments: &str| {
        let output = world.alu(arguments).stdin("pub fn pay() { rett; }").output().expect("runs");
        String::from_utf8(output.stderr).expect("text")
    };
    assert!(said("check --color always -").contains("\x1b["));
    for arguments in ["check -", "check --color never -", "check --color auto -"] {
        assert!(!said(arguments).contains("\x1b["), "{arguments}");
    }
}

#[test]
fn many_mistakes_are_cut() {
    let world = World::new("check_many");
    let text = format!("pub fn pay() {{ {} ret; }}", "rett;\n".repeat(5000));
    let output = world.alu("check -").stdin(text).output().expect("runs");
    let said = String::from_utf8(output.stderr).expect("text");
    assert_eq!(said.matches("error: ").count(), 101);
    assert!(said.contains("4900"), "{}", &said[said.len() - 300..]);
}
