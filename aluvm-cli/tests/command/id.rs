use snapbox::str;

use crate::world::{MATH, USER, World};

#[test]
fn ids_in_all_forms() {
    let world = World::with("id_forms", &[("math.aluasm", MATH), ("user.aluasm", USER)]);
    world
        .alu("id math.aluasm user.aluasm")
        .assert()
        .code(0)
        .stdout_eq(str![[r#"
alu1d4258gmwltlv37xhyafcv0uknnl938ht7ucfcnycvq5c26s268uqmhs79d
alu16g65mqygt39u9zxzptgjvvnzwjtrq59w4x6dh6fy5eehhrpamkmszppvnc

"#]])
        .stderr_eq(str![""]);
    world.alu("id --form baid64 math.aluasm").assert().code(0).stdout_eq(str![[r#"
alu:bVVDo276-~sj41yd-Thj_WnP-5Ynuv3M-JxMmGAp-hWoK0fg#regular-optimal-halt

"#]]);
    world.alu("id --form hex math.aluasm").assert().code(0).stdout_eq(str![[r#"
6d5543a36efafec8f8d72753863f969cfe589eebf7309c4c986029856a0ad1f8

"#]]);
    world.alu("build math.aluasm").assert().code(0);
    let bytes = world.read("math.alu");
    let id = world.alu("id math.aluasm").output().expect("runs").stdout;
    assert_eq!(world.alu("id math.alu").output().expect("runs").stdout, id);
    assert_eq!(world.alu("id -").stdin(bytes).output().expect("runs").stdout, id);
    assert_eq!(world.alu("id -").stdin(MATH).output().expect("runs").stdout, id);
}

#[test]
fn nothing_is_printed_if_something_is_wrong() {
    let world = World::with("id_wrong", &[("math.aluasm", MATH)]);
    world.alu("id math.aluasm -").stdin("pub fn").assert().code(3).stdout_eq(str![""]).stderr_eq(
        str![[r#"
error: expected the name of a routine, found the end
 --> <stdin>:1:5
  |
1 | pub fn
  |     ^^

"#]],
    );
}

#[test]
fn the_help_names_the_exit_codes() {
    let world = World::new("id_help");
    world.alu("--help").assert().code(0).stdout_eq(str![[r#"
Tools for AluVM contracts

Usage: alu [OPTIONS] <COMMAND>

Commands:
  build     Builds libraries of sources, after the files that these import
  check     Says what is wrong with sources and libraries
  id        Prints the ids of libraries and of what sources build to, a line each
  dis       Prints a library as text: as a contract if its .aludbg is beside it, else instruction by instruction
  info      Prints what is known of a library: its segments, what it calls, routines, costs and findings
  run       Runs a routine of a source or a library, and prints its outputs
  test      Runs the cases that lie beside sources, and says what differs
  explain   Prints what an instruction does: how it is written, when it fails, its flags and its cost
  new       Makes a folder with a contract and its cases, to begin with
  coverage  Writes what tests covered of contracts as LCOV, which genhtml and editors show
  help      Print this message or the help of the given subcommand(s)

Options:
      --color <WHEN>  When messages have colours; `auto` obeys NO_COLOR, and asks whether a terminal shows them [default: auto] [possible values: auto, always, never]
  -h, --help          Print help
  -V, --version       Print version

Where a file is read, `-` is standard input.

Exit codes:
  0  yes
  1  the verdict is no
  2  the command line is wrong
  3  a text or a library was refused
  4  a program cannot be built
  5  input or output failed

"#]]).stderr_eq(str![""]);
    world.alu("frobnicate").assert().code(2).stdout_eq(str![""]);
}
