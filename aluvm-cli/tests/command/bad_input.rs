//! Whatever stands in a file: every subcommand that reads one says what is wrong, with its exit code, prints no
//! result, and does not fail in a way of its own.

use std::fs;
use std::process::{Command, Output, Stdio};

use aluvm_core::library::{Isae, Lib, LibId, Libs};

use crate::world::{MATH, VAULT, World};

/// The subcommands that read a file, with `FILE` in its place.
const READERS: [&str; 10] = [
    "build FILE -o -",
    "check FILE",
    "id FILE",
    "dis FILE",
    "fmt FILE",
    "fmt --check FILE",
    "info FILE",
    "run FILE",
    "test FILE",
    "debug -x script FILE",
];

fn run(world: &World, arguments: &str, file: &str) -> Output {
    world.alu(&arguments.replace("FILE", file)).output().expect("runs")
}

/// Checks that each of the subcommands ends with one of these codes, says something and prints nothing.
fn refused(world: &World, file: &str, codes: &[i32]) {
    world.write("script", "G\n");
    let before = world.files();
    for reader in READERS {
        let output = run(world, reader, file);
        let said = String::from_utf8_lossy(&output.stderr);
        let code = output.status.code();
        assert!(
            code.is_some_and(|code| codes.contains(&code)),
            "{reader} {file}: {code:?}\n{said}"
        );
        assert!(!said.is_empty() && !said.contains("panicked"), "{reader} {file}: {said}");
        assert!(output.stdout.is_empty(), "{reader} {file}");
        assert_eq!(world.files(), before, "{reader} {file} leaves nothing");
    }
}

#[test]
fn missing_and_unreadable_files() {
    let world = World::new("bad_missing");
    fs::create_dir(world.directory.join("folder.aluasm")).expect("a folder");
    for file in ["missing.aluasm", "missing.alu", "no/such/folder.aluasm", "folder.aluasm", "."] {
        refused(&world, file, &[5]);
    }
}

#[test]
fn texts_that_are_none() {
    let world = World::new("bad_text");
    let texts: [&[u8]; 6] = [
        b"pub fn f() { \xFF\xFE }",
        b"\xEF\xBB",
        b"\x7FELF\x02\x01\x01\x00\xFF",
        b"pub fn f() {\r\n",
        b"\"",
        b"/* ",
    ];
    for text in texts {
        world.write("bad.aluasm", text);
        refused(&world, "bad.aluasm", &[3]);
    }
}

#[test]
fn libraries_that_are_none() {
    let world = World::new("bad_library");
    let whole = lib(vec![7], vec![1]).to_bytes();
    let mut garbage: Vec<Vec<u8>> = (0..whole.len()).map(|end| whole[..end].to_vec()).collect();
    garbage.push([whole.clone(), vec![0]].concat());
    garbage.push(vec![0xFF; 1000]);
    garbage.push(b"pub fn f() { ret; }".to_vec());
    for bytes in garbage {
        world.write("bad.alu", bytes);
        refused(&world, "bad.alu", &[3]);
    }
}

fn lib(code: Vec<u8>, data: Vec<u8>) -> Lib {
    let libs = Libs::new(Vec::<LibId>::new()).expect("none");
    Lib::new(Isae::default(), code, data, libs).expect("in limits")
}

#[test]
fn the_longest_library_is_read_by_all() {
    let world = World::with("bad_longest", &[("script", "G\n")]);
    let bytes = lib(vec![7; 65_535], vec![0xAB; 65_535]).to_bytes();
    world.write("longest.alu", &bytes);
    for reader in READERS {
        // It is no text, and each of its instructions is a routine that returns.
        let code = if reader.starts_with("fmt") { 3 } else { 0 };
        let output = run(&world, reader, "longest.alu");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{reader}: {said}");
        assert!(!said.contains("panicked"), "{reader}: {said}");
    }
    let text = run(&world, "dis FILE", "longest.alu").stdout;
    world.write("again.aluasm", text);
    assert_eq!(run(&world, "build FILE -o -", "again.aluasm").stdout, bytes);
}

#[test]
fn wrong_ids_and_circles() {
    let world = World::with("bad_imports", &[("math.aluasm", MATH)]);
    let other = lib(vec![7], vec![]).id();
    world.write(
        "pinned.aluasm",
        format!("use \"math.aluasm\" as math = \"{other}\"; pub fn f() {{ ret; }}"),
    );
    world.write("own.aluasm", format!("#![id = \"{other}\"] pub fn f() {{ ret; }}"));
    world.write("self.aluasm", "use \"self.aluasm\" as other; pub fn f() { call other::f; ret; }");
    world.write("absent.aluasm", "use \"absent.alu\" as other; pub fn f() { call other::f; ret; }");
    for file in ["pinned.aluasm", "own.aluasm", "self.aluasm", "absent.aluasm"] {
        world.write("script", "G\n");
        for reader in READERS.iter().filter(|reader| !reader.starts_with("fmt")) {
            let output = run(&world, reader, file);
            let said = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(3), "{reader} {file}: {said}");
            assert!(said.contains(file) && output.stdout.is_empty(), "{reader} {file}: {said}");
        }
        // The layout asks for no meaning.
        assert_eq!(run(&world, "fmt FILE", file).status.code(), Some(0));
    }
}

#[test]
fn lines_of_other_systems_change_nothing() {
    let world = World::with("bad_lines", &[("vault.aluasm", VAULT)]);
    world.write("windows.aluasm", format!("\u{FEFF}{}", VAULT.replace('\n', "\r\n")));
    let id = |file: &str| {
        let output = run(&world, "id FILE", file).stdout;
        String::from_utf8(output).expect("text").split_whitespace().next().map(str::to_owned)
    };
    assert_eq!(id("windows.aluasm"), id("vault.aluasm"));
    for reader in ["check FILE", "info FILE", "dis FILE"] {
        assert_eq!(run(&world, reader, "windows.aluasm").status.code(), Some(0), "{reader}");
    }
}

/// Who reads no more of what is printed does no harm.
#[cfg(unix)]
#[test]
fn standard_output_that_is_closed() {
    let world = World::with("bad_closed", &[("vault.aluasm", VAULT), ("vault.case", "")]);
    world.alu("build vault.aluasm").assert().code(0);
    let inputs = "balance=5 amount=4 age=6";
    for arguments in [
        "build vault.aluasm -o -".to_owned(),
        "id vault.aluasm".to_owned(),
        "dis vault.alu".to_owned(),
        "fmt -".to_owned(),
        "info vault.alu".to_owned(),
        format!("run vault.alu {inputs}"),
        format!("run vault.alu {inputs} --trace=json"),
        "test vault.aluasm".to_owned(),
        "explain add".to_owned(),
        "completions bash".to_owned(),
        "man pages".to_owned(),
        "help".to_owned(),
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_alu"));
        command.current_dir(&world.directory).args(arguments.split_whitespace());
        let source = fs::File::open(world.directory.join("vault.aluasm")).expect("a file");
        command.stdin(source).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("runs");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("ends");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!said.contains("panicked"), "{arguments}: {said}");
        assert_eq!(output.status.code(), Some(0), "{arguments}: {said}");
    }
}
