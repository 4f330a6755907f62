use std::process::Stdio;

use aluvm_core::contract::parse_text;
use aluvm_core::isa::NoExtension;
use aluvm_core::library::Lib;
use snapbox::str;

use crate::world::{MATH, USER, VAULT, World};

/// The library of a text that imports nothing.
fn lib(text: &str) -> Lib {
    let none = &mut |_: &str| Err("nothing to import".into());
    parse_text::<NoExtension>(text, "", "", none).expect("a right text").lib
}

#[test]
fn a_library_lies_beside_its_source() {
    let world = World::with("build_beside", &[("vault.aluasm", VAULT)]);
    world.alu("build vault.aluasm").assert().code(0).stdout_eq(str![""]).stderr_eq(str![""]);
    assert_eq!(world.files(), ["vault.alu", "vault.aluasm", "vault.aludbg"]);
    assert_eq!(world.read("vault.alu"), lib(VAULT).to_bytes());
    // One line, since it can be long, and is read by programs.
    let debug = world.text("vault.aludbg");
    assert_eq!(debug.lines().count(), 1);
    let debug: serde_json::Value = serde_json::from_str(&debug).expect("JSON");
    snapbox::assert_data_eq!(
        format!("{debug:#}\n"),
        str![[r#"
{
  "aliases": [],
  "constants": [
    {
      "docs": "How many blocks it has to rest.",
      "name": "MATURITY",
      "public": true,
      "size": "a32",
      "value": "6"
    }
  ],
  "docs": "A vault that pays out late.",
  "errors": [
    {
      "docs": "Why a withdrawal is refused.",
      "name": "Refusal",
      "register": "a8[0]",
      "variants": [
        {
          "docs": "The vault has not rested for long enough.",
          "name": "TooEarly",
          "number": 1
        },
        {
          "docs": "The vault holds less.",
          "name": "Overspent",
          "number": 2
        }
      ]
    }
  ],
  "file": "vault.aluasm",
  "id": "alu1e2uqp8rawswpxfls972hlkqyc6llsgre8avklsdgv5cv6jwpgfdqpn2cxx",
  "interface": "alu1e2uqp8rawswpxfls972hlkqyc6llsgre8avklsdgv5cv6jwpgfdqpn2cxx 1 withdraw 0 3 balance 768 0 amount 769 0 age 512 0 1 rest 769 0 3 0 513 769 1 0 1 14 14 14 14 0",
  "name": "vault",
  "routines": [
    {
      "aliases": [],
      "docs": "Takes `amount` out of `balance`.",
      "inputs": [
        {
          "name": "balance",
          "optional": false,
          "register": "a64[0]"
        },
        {
          "name": "amount",
          "optional": false,
          "register": "a64[1]"
        },
        {
          "name": "age",
          "optional": false,
          "register": "a32[0]"
        }
      ],
      "labels": [],
      "name": "withdraw",
      "offset": 0,
      "outputs": [
        {
          "name": "rest",
          "optional": false,
          "register": "a64[1]"
        }
      ],
      "public": true,
      "statements": [
        [
          0,
          4,
          16,
          9,
          "put a32[1], MATURITY"
        ],
        [
          4,
          8,
          17,
          9,
          "require sub.uc age, a32[1] => TooEarly",
          [
            "Refusal",
            "TooEarly"
          ]
        ],
        [
          12,
          8,
          18,
          9,
          "require sub.uc balance, amount => Overspent",
          [
            "Refusal",
            "Overspent"
          ]
        ],
        [
          20,
          1,
          19,
          9,
          "ret"
        ]
      ]
    }
  ],
  "version": 3
}

"#]]
    );
}

#[test]
fn forms_go_to_standard_output() {
    let world = World::with("build_forms", &[("math.aluasm", MATH)]);
    world.alu("build --emit hex math.aluasm").assert().code(0).stdout_eq(str![[r#"
0103414c55040020046007000000

"#]]);
    world.alu("build --emit text math.aluasm").assert().code(0).stdout_eq(str![[r##"
#![isae("ALU")]

/// Twice as much.
pub fn double(value: a64[0]) -> (value: a64[0]) {
        add.uw  value, value;
        ret;
}

"##]]);
    world.alu("build --emit rust math.aluasm").assert().code(0).stdout_eq(str![[r#"
/// The library `math`, alu1d4258gmwltlv37xhyafcv0uknnl938ht7ucfcnycvq5c26s268uqmhs79d, in the form that `Lib::from_bytes` reads.
pub static MATH: [u8; 14] = [
    0x01, 0x03, 0x41, 0x4c, 0x55, 0x04, 0x00, 0x20, 0x04, 0x60, 0x07, 0x00, 0x00, 0x00,
];

"#]]);
    assert_eq!(world.files(), ["math.aluasm"]);
    let output = world.alu("build -").stdin(MATH).output().expect("runs");
    assert_eq!(output.stdout, lib(MATH).to_bytes());
    assert_eq!(world.files(), ["math.aluasm"]);
}

#[test]
fn disassemblies_and_libraries_build_to_themselves() {
    let world = World::with("build_again", &[("vault.aluasm", VAULT)]);
    world.alu("build vault.aluasm -o a.alu").assert().code(0);
    world.alu("build --emit text vault.aluasm -o a.txt").assert().code(0);
    world.alu("build a.txt -o b.alu").assert().code(0);
    world.alu("build a.alu -o c.alu").assert().code(0);
    assert_eq!(world.read("a.alu"), world.read("b.alu"));
    assert_eq!(world.read("a.alu"), world.read("c.alu"));
    assert_eq!(world.text("a.aludbg"), world.text("c.aludbg"));
}

#[test]
fn files_import_files() {
    let world = World::with("build_imports", &[("lib/math.aluasm", MATH)]);
    world.write("user.aluasm", USER.replace("math.aluasm", "lib/math.aluasm"));
    world.alu("build user.aluasm").assert().code(0).stderr_eq(str![""]);
    let math = lib(MATH);
    let user = Lib::from_bytes(&world.read("user.alu")).expect("a library");
    assert_eq!(user.libs().as_slice(), [math.id()]);
    let expected = format!("call 0x0000 @ \"{0}\"; call 0x0000 @ \"{0}\"; ret;", math.id());
    assert_eq!(Ok(&user), expected.parse().as_ref());
    // The library in the binary form does as well, if it says what its routines are called.
    world.alu("build lib/math.aluasm").assert().code(0);
    world.write("binary.aluasm", USER.replace("math.aluasm", "lib/math.alu"));
    world.alu("build binary.aluasm").assert().code(0).stderr_eq(str![""]);
    assert_eq!(world.read("binary.alu"), world.read("user.alu"));
    std::fs::remove_file(world.directory.join("lib/math.aludbg")).expect("is there");
    world.alu("build binary.aluasm").assert().code(3).stderr_eq(str![[r#"
error: nothing says what the routines of this library are called: there is no .aludbg of it beside it
 --> binary.aluasm:1:5
  |
1 | use "lib/math.alu" as math;
  |     ^^^^^^^^^^^^^^

"#]]);
}

#[test]
fn one_file_is_read_once_however_often_it_is_imported() {
    let world = World::with("build_diamond", &[("math.aluasm", MATH), ("left.aluasm", USER)]);
    world.write("right.aluasm", USER.replace("quadruple", "again"));
    let top = "use \"left.aluasm\" as left; use \"./right.aluasm\" as right;\n\
               pub fn both(value: a64[0]) -> (value: a64[0]) { call left::quadruple; call right::again; ret; }";
    world.write("top.aluasm", top);
    world.alu("build top.aluasm").assert().code(0).stderr_eq(str![""]);
    world.write("math.aluasm", "pub fn double() { ret }");
    world.alu("build top.aluasm").assert().code(3).stderr_eq(str![[r#"
error: expected `;` behind this, found the end
 --> math.aluasm:1:19
  |
1 | pub fn double() { ret }
  |                   ^^^

"#]]);
}

#[test]
fn circles_are_shown() {
    let world = World::new("build_circles");
    let text = |other: &str| {
        format!("use \"{other}.aluasm\" as other;\npub fn run() {{ call other::run; ret; }}\n")
    };
    world.write("a.aluasm", text("b"));
    world.write("b.aluasm", text("c"));
    world.write("c.aluasm", text("b"));
    world.write("self.aluasm", text("self"));
    world.alu("build a.aluasm").assert().code(3).stderr_eq(str![[r#"
error: these files import each other: b.aluasm -> c.aluasm -> b.aluasm
 --> c.aluasm:1:5
  |
1 | use "b.aluasm" as other;
  |     ^^^^^^^^^^

"#]]);
    world.alu("build self.aluasm").assert().code(3).stderr_eq(str![[r#"
error: these files import each other: self.aluasm -> self.aluasm
 --> self.aluasm:1:5
  |
1 | use "self.aluasm" as other;
  |     ^^^^^^^^^^^^^

"#]]);
    assert_eq!(world.files(), ["a.aluasm", "b.aluasm", "c.aluasm", "self.aluasm"]);
}

#[test]
fn a_long_chain_of_imports_needs_no_stack() {
    let world = World::new("build_chain");
    world.write("0.aluasm", "pub fn run() { ret; }");
    for number in 1..1000 {
        let text = format!(
            "use \"{}.aluasm\" as other; pub fn run() {{ call other::run; ret; }}",
            number - 1
        );
        world.write(&format!("{number}.aluasm"), text);
    }
    world.alu("build 999.aluasm").assert().code(0).stderr_eq(str![""]);
}

#[test]
fn imports_that_are_not_there() {
    let world = World::with("build_missing", &[("user.aluasm", USER)]);
    world.alu("build user.aluasm").assert().code(3).stderr_eq(str![[r#"
error: cannot read math.aluasm: No such file or directory (os error 2)
 --> user.aluasm:1:5
  |
1 | use "math.aluasm" as math;
  |     ^^^^^^^^^^^^^

"#]]);
}

#[test]
fn pins() {
    let world = World::with("build_pins", &[("math.aluasm", MATH), ("user.aluasm", USER)]);
    world.alu("build --locked user.aluasm").assert().code(3).stderr_eq(str![[r#"
error: `math.aluasm` is imported without its id
 --> user.aluasm:1:5
  |
1 | use "math.aluasm" as math;
  |     ^^^^^^^^^^^^^
  |
  = help: write `= "alu1d4258gmwltlv37xhyafcv0uknnl938ht7ucfcnycvq5c26s268uqmhs79d"` behind its name, or let `alu build --update` do it

"#]]);
    assert_eq!(world.files(), ["math.aluasm", "user.aluasm"]);
    world.alu("build --update user.aluasm").assert().code(0).stderr_eq(str![""]);
    let pinned = world.text("user.aluasm");
    assert_eq!(pinned, USER.replace("as math", &format!("as math = \"{}\"", lib(MATH).id())));
    world.alu("build --locked user.aluasm").assert().code(0).stderr_eq(str![""]);
    // The imported library changes.
    let changed = MATH.replace("add.uw", "sub.uw");
    world.write("math.aluasm", &changed);
    world.alu("build user.aluasm").assert().code(3).stderr_eq(str![[r#"
error: the library has the id `alu16zhdqk84qsayvz9ryq55f85csmh4z8p54rfkrwdq9lymhxx3rwaql2k0er`, not `alu1d4258gmwltlv37xhyafcv0uknnl938ht7ucfcnycvq5c26s268uqmhs79d`
 --> user.aluasm:1:29
  |
1 | use "math.aluasm" as math = "alu1d4258gmwltlv37xhyafcv0uknnl938ht7ucfcnycvq5c26s268uqmhs79d";
  |                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

"#]]);
    world.alu("build --update user.aluasm").assert().code(0);
    let id = lib(&changed).id();
    assert_eq!(world.text("user.aluasm"), USER.replace("as math", &format!("as math = \"{id}\"")));
    // An id in the other form is right too, and stays.
    let other = USER.replace("as math", &format!("as math = \"{}\"", id.baid64()));
    world.write("user.aluasm", &other);
    world.alu("build --update user.aluasm").assert().code(0);
    assert_eq!(world.text("user.aluasm"), other);
}

#[test]
fn the_id_of_a_library_is_updated_too() {
    let world = World::new("build_own_id");
    let wrong = lib("pub fn other() { nop; ret; }").id();
    world.write("math.aluasm", format!("#![id = \"{wrong}\"]\n{MATH}"));
    world.write("user.aluasm", USER);
    world.alu("build math.aluasm").assert().code(3).stderr_eq(str![[r#"
error: the id of this library is `alu1d4258gmwltlv37xhyafcv0uknnl938ht7ucfcnycvq5c26s268uqmhs79d`
 --> math.aluasm:1:9
  |
1 | #![id = "alu1s6rvus7e29uuqtt0k0fku4z9pyd9ps0ug6cxu62kwtvvtd2zu54sqzpye8"]
  |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: write `#![id = "alu1d4258gmwltlv37xhyafcv0uknnl938ht7ucfcnycvq5c26s268uqmhs79d"]`

"#]]);
    world.alu("build --update user.aluasm").assert().code(0).stderr_eq(str![""]);
    assert_eq!(world.text("math.aluasm"), format!("#![id = \"{}\"]\n{MATH}", lib(MATH).id()));
}

#[test]
fn nothing_is_written_if_one_of_several_files_is_wrong() {
    let world =
        World::with("build_several", &[("math.aluasm", MATH), ("wrong.aluasm", "pub fn a() { }")]);
    world.alu("build math.aluasm wrong.aluasm").assert().code(3).stderr_eq(str![[r#"
error: the routine `a` has no instruction
 --> wrong.aluasm:1:8
  |
1 | pub fn a() { }
  |        ^
  |
  = help: a routine ends with `ret;`

"#]]);
    assert_eq!(world.files(), ["math.aluasm", "wrong.aluasm"]);
    world.write("out/empty", "");
    world.write("vault.aluasm", VAULT);
    world.alu("build math.aluasm vault.aluasm -o out").assert().code(0);
    assert_eq!(world.read("out/vault.alu"), lib(VAULT).to_bytes());
    world.alu("build math.aluasm vault.aluasm -o one.alu").assert().code(2).stderr_eq(str![[r#"
alu: `-o` of several files names a directory that exists

"#]]);
}

#[test]
fn what_cannot_be_written_is_said_and_leaves_nothing() {
    let world = World::with("build_unwritable", &[("math.aluasm", MATH)]);
    world
        .alu("build math.aluasm -o missing/math.alu")
        .assert()
        .code(5)
        .stdout_eq(str![""])
        .stderr_eq(str![[r#"
alu: cannot write missing/math.alu: No such file or directory (os error 2)

"#]]);
    #[cfg(target_os = "linux")]
    world.alu("build --emit hex math.aluasm -o /dev/full").assert().code(5).stderr_eq(str![[r#"
alu: cannot write /dev/full: No space left on device (os error 28)

"#]]);
    assert_eq!(world.files(), ["math.aluasm"]);
}

#[test]
fn whoever_closes_the_pipe_has_read_enough() {
    let world = World::with("build_pipe", &[("math.aluasm", MATH)]);
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_alu"));
    command.current_dir(&world.directory).args(["build", "--emit", "text", "math.aluasm"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("ends");
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
}

#[test]
fn the_longest_library() {
    let world = World::new("build_longest");
    let statements = |count: usize| format!("pub fn run() {{ {} ret; }}", "nop;\n".repeat(count));
    world.write("longest.aluasm", statements(65_534));
    world.alu("build longest.aluasm").assert().code(0).stderr_eq(str![""]);
    assert_eq!(world.read("longest.alu").len(), 1 + 4 + 2 + 65_535 + 2 + 1);
    world.write("longer.aluasm", statements(65_535));
    world.alu("build longer.aluasm").assert().code(3).stderr_eq(str![[r#"
error: the code has 65536 bytes, a library holds at most 65535
     --> longer.aluasm:65536:2
      |
65536 |  ret; }
      |  ^^^
      |
      = help: split it over several libraries, which `call` and `exec` connect

"#]]);
}
