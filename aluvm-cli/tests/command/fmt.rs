use snapbox::str;

use crate::world::{VAULT, World};

const CROOKED: &str = "\
//! A library.
pub fn double( value:a64[0] )->( value:a64[0] ){ // twice
  add.uw value,value; ret;}
";

const STRAIGHT: &str = "\
//! A library.
pub fn double(value: a64[0]) -> (value: a64[0]) { // twice
        add.uw  value, value;
        ret;
}
";

#[test]
fn files_are_written_in_the_one_layout() {
    let world = World::with("fmt_files", &[("math.aluasm", CROOKED), ("vault.aluasm", VAULT)]);
    world.alu("build math.aluasm").assert().code(0);
    let library = world.read("math.alu");
    world
        .alu("fmt math.aluasm vault.aluasm")
        .assert()
        .code(0)
        .stdout_eq(str![""])
        .stderr_eq(str![""]);
    assert_eq!(world.text("math.aluasm"), STRAIGHT);
    assert_eq!(world.text("vault.aluasm"), VAULT);
    world.alu("build math.aluasm").assert().code(0);
    assert_eq!(world.read("math.alu"), library);
    world.alu("fmt --check math.aluasm vault.aluasm").assert().code(0).stdout_eq(str![""]);
}

#[test]
fn standard_input_goes_to_standard_output() {
    let world = World::new("fmt_stdin");
    world.alu("fmt -").stdin(CROOKED).assert().code(0).stdout_eq(STRAIGHT).stderr_eq(str![""]);
    world.alu("fmt -").stdin(STRAIGHT).assert().code(0).stdout_eq(STRAIGHT);
    world.alu("fmt -").stdin("").assert().code(0).stdout_eq(str![""]);
}

#[test]
fn a_check_says_what_would_change_and_changes_nothing() {
    let world = World::with("fmt_check", &[("math.aluasm", CROOKED), ("vault.aluasm", VAULT)]);
    world
        .alu("fmt --check vault.aluasm math.aluasm")
        .assert()
        .code(1)
        .stderr_eq(str![""])
        .stdout_eq(str![[r#"
math.aluasm:2
-pub fn double( value:a64[0] )->( value:a64[0] ){ // twice
-  add.uw value,value; ret;}
+pub fn double(value: a64[0]) -> (value: a64[0]) { // twice
+        add.uw  value, value;
+        ret;
+}

"#]]);
    assert_eq!(world.text("math.aluasm"), CROOKED);
    world.alu("fmt --check -").stdin("fn f() {\n        ret;\n}").assert().code(1).stdout_eq(str![
        [r#"
<stdin>:4
+

"#]
    ]);
    world.alu("fmt --check -").stdin("fn f() {}\n\n").assert().code(1).stdout_eq(str![[r#"
<stdin>:3
-

"#]]);
}

#[test]
fn lines_and_marks_of_other_systems_stay_or_go() {
    let world = World::new("fmt_lines");
    let other = format!("\u{FEFF}{}", CROOKED.replace('\n', "\r\n"));
    world.write("math.aluasm", &other);
    world.alu("fmt math.aluasm").assert().code(0);
    assert_eq!(world.text("math.aluasm"), STRAIGHT.replace('\n', "\r\n"));
}

#[test]
fn a_disassembly_is_laid_out_already() {
    let world = World::with("fmt_dis", &[("vault.aluasm", VAULT)]);
    world.alu("build vault.aluasm").assert().code(0);
    for arguments in ["dis vault.alu", "dis --bytes vault.alu", "dis --bytes --offsets vault.alu"] {
        let text = world.alu(arguments).output().expect("runs").stdout;
        world.alu("fmt --check -").stdin(text).assert().code(0).stdout_eq(str![""]);
    }
    let library = world.read("vault.alu");
    for arguments in ["dis -", "dis --bytes -"] {
        let text = world.alu(arguments).stdin(library.clone()).output().expect("runs").stdout;
        world.alu("fmt --check -").stdin(text).assert().code(0).stdout_eq(str![""]);
    }
}

#[test]
fn what_is_wrong_is_said_and_nothing_is_written() {
    let world = World::with("fmt_wrong", &[("math.aluasm", CROOKED), ("open.aluasm", "fn f() {")]);
    world.write("bytes.aluasm", b"ret;\n\xFF");
    world.write("library.alu", b"\x01\x03ALU");
    world
        .alu("fmt math.aluasm open.aluasm bytes.aluasm library.alu")
        .assert()
        .code(3)
        .stdout_eq(str![""])
        .stderr_eq(str![[r#"
error: this `{` is not closed
 --> open.aluasm:1:8
  |
1 | fn f() {
  |        ^

error: this is no text: byte 5, in line 2, is not UTF-8
--> bytes.aluasm

error: this is a library; `alu dis` prints it as text
--> library.alu

"#]]);
    assert_eq!(world.text("math.aluasm"), CROOKED);
    world.alu("fmt missing.aluasm").assert().code(5).stdout_eq(str![""]).stderr_eq(str![[r#"
alu: cannot read missing.aluasm: No such file or directory (os error 2)

"#]]);
    world.alu("fmt").assert().code(2).stdout_eq(str![""]);
}
