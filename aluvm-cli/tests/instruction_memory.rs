//! The memory that an instruction of a long text takes in the commands that build, check, lay out and print it.

#![cfg(target_os = "linux")]

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

/// Runs the command with no more address space than so many KiB.
fn run_within(space: usize, directory: &Path, arguments: &[&str]) -> Output {
    Command::new("/bin/sh")
        .args(["-c", &format!("ulimit -v {space} && exec \"$@\""), "sh"])
        .arg(env!("CARGO_BIN_EXE_alu"))
        .args(arguments)
        .current_dir(directory)
        .output()
        .expect("runs")
}

/// The instructions of a routine.
const ROUTINE: usize = 50;

/// A contract of so many routines, in whose flow nothing is found.
fn contract(routines: usize) -> String {
    let mut text = String::new();
    for number in 0..routines {
        let head = format!("pub fn routine_{number}(x: a64[0], rounds: a16[0]) -> (x: a64[0])");
        let _ = writeln!(text, "/// Does something.\n{head} {{\n        let y = a64[1];");
        let _ = writeln!(text, "        put     y, 0x{:x};", 40503 * number + 0x10_0000);
        let _ = writeln!(text, "        put     s16[0], \"routine {number}\";");
        text += "        put     a16[1], 1000;\n        put     a64[2], 7;\n";
        for place in 0..5 {
            let _ = writeln!(text, "    next_{place}:");
            text += "        add.uw  x, y;\n        xor     x, y, a64[3];\n        mul.uw  a64[2], y;\n";
            text += "        dup     y, a64[4];\n        and     a64[3], a64[4], a64[5];\n";
            text += "        inc     rounds;\n        lt.u    rounds, a16[1];\n";
            let _ = writeln!(text, "        jif     next_{place};\n        sub.uw  a64[5], y;");
        }
        text += "        ret;\n}\n";
    }
    text
}

/// The least address space with which the command succeeds, in KiB.
fn least_space(directory: &Path, arguments: &[&str]) -> usize {
    let (mut too_little, mut enough) = (0, 1 << 20);
    assert!(run_within(enough, directory, arguments).status.success(), "{arguments:?}");
    while enough - too_little > 128 {
        let middle = (too_little + enough) / 2;
        match run_within(middle, directory, arguments).status.success() {
            true => enough = middle,
            false => too_little = middle,
        }
    }
    enough
}

#[test]
fn an_instruction_takes_little_memory() {
    let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("instructions");
    fs::create_dir_all(&directory).expect("a directory");
    let many = 400;
    for (name, routines) in [("few", 1), ("many", many)] {
        fs::write(directory.join(name).with_extension("aluasm"), contract(routines))
            .expect("a file");
        let file = format!("{name}.aluasm");
        let built = run_within(1 << 20, &directory, &["build", &file]);
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    }
    // In bytes.
    for (command, file, bound) in [
        ("build", "aluasm", 1200),
        ("check", "aluasm", 1200),
        ("fmt", "aluasm", 1200),
        ("dis", "alu", 1300),
        ("check", "alu", 400),
    ] {
        let arguments = |name: &str| [command.to_owned(), format!("{name}.{file}")];
        let least = arguments("few");
        let least = least_space(&directory, &least.each_ref().map(String::as_str));
        let space = least + bound * (many - 1) * ROUTINE / 1024;
        let all = arguments("many");
        let ran = run_within(space, &directory, &all.each_ref().map(String::as_str));
        assert!(ran.status.success(), "{command} of .{file} takes more than {bound} bytes");
    }
}
