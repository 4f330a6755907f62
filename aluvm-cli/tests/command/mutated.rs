//! Damaged files before each subcommand that reads them: none of it panics, and no file is half written.

use std::fs;

use aluvm_core::library::Lib;
use aluvm_tests::{Random, cases};
use serde_json::Value;

use crate::world::{MATH, USER, VAULT, World};

/// How many files one command reads.
const BATCH: u32 = 50;

const CASE: &str = "balance amount age | withdraw | rest refused\n500 499 6 | | 1 -\n\n\
                    a64[0]=500 a64[1]=501 a32[0]=6 | withdraw | refused=Overspent\n";

/// What the routine takes.
const INPUTS: &str = "a64[0]=500 a64[1]=501 a32[0]=6";

/// Words that mean something somewhere.
const WORDS: [&str; 16] = [
    "require",
    "fn ",
    "pub ",
    "{",
    "}",
    "\"",
    "/*",
    "#[allow(",
    "0xFFFFFFFFFFFFFFFFFF",
    "=>",
    ";",
    "::",
    "a64[99]",
    "\u{0}",
    "ä",
    "1e999",
];

/// Bytes with some of them changed, taken away, doubled or put in.
fn damaged(random: &mut Random, bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=random.below(4) {
        let at = random.below(bytes.len() as u64 + 1) as usize;
        let end = (at + random.below(20) as usize).min(bytes.len());
        match random.below(6) {
            0 if at < bytes.len() => bytes[at] ^= 1 << random.below(8),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let part = bytes[at..end].to_vec();
                bytes.splice(at..at, part);
            }
            3 => bytes.truncate(at),
            4 => bytes.insert(at, random.below(256) as u8),
            _ => {
                let word = random.pick(&WORDS);
                bytes.splice(at..at, word.bytes());
            }
        }
    }
    bytes
}

/// Runs a command, which may refuse what it reads, and no more.
#[track_caller]
fn bears(world: &World, arguments: &str) {
    let output = world.alu(arguments).stdin(Vec::<u8>::new()).output().expect("runs");
    let said = String::from_utf8_lossy(&output.stderr);
    let is_known = output.status.code().is_some_and(|code| code <= 5);
    assert!(is_known && !said.contains("panicked"), "{arguments}: {:?}\n{said}", output.status);
}

#[test]
fn damaged_files_are_borne_by_all_that_reads_them() {
    let world = World::with("mutated", &[("math.aluasm", MATH), ("user.aluasm", USER)]);
    world.write("vault.aluasm", VAULT);
    world.alu("build math.aluasm user.aluasm vault.aluasm").assert().code(0);
    let sources: Vec<Vec<u8>> =
        ["math", "user", "vault"].map(|name| world.read(&format!("{name}.aluasm"))).into();
    let (library, about) = (world.read("vault.alu"), world.read("vault.aludbg"));
    let listing = world.alu("dis -").stdin(library.clone()).output().expect("runs").stdout;
    let mut random = Random::new(0xBAD);
    for _ in 0..cases(2000).div_ceil(BATCH) {
        let mut files = Vec::new();
        for number in 0..BATCH {
            let name = format!("m{number}");
            for ending in ["alu", "aludbg", "aluasm", "case"] {
                let _ = fs::remove_file(world.directory.join(format!("{name}.{ending}")));
            }
            let source = random.pick(&sources).clone();
            let is_binary = number % 5 == 0;
            match (number % 5, number % 2) {
                (0, 0) => world.write(&format!("{name}.alu"), damaged(&mut random, &library)),
                (0, _) => {
                    world.write(&format!("{name}.alu"), &library);
                    world.write(&format!("{name}.aludbg"), damaged(&mut random, &about));
                }
                (1, _) => world.write(&format!("{name}.aluasm"), damaged(&mut random, &listing)),
                (2, 0) => {
                    world.write(&format!("{name}.aluasm"), VAULT);
                    world.write(&format!("{name}.case"), damaged(&mut random, CASE.as_bytes()));
                }
                _ => world.write(&format!("{name}.aluasm"), damaged(&mut random, &source)),
            }
            files.push(format!("{name}.{}", if is_binary { "alu" } else { "aluasm" }));
        }
        let all = files.join(" ");
        let texts: Vec<&str> =
            files.iter().filter(|file| file.ends_with("aluasm")).map(String::as_str).collect();
        for command in ["check", "check --message-format=json", "id", "test"] {
            bears(&world, &format!("{command} {all}"));
        }
        bears(&world, &format!("fmt --check {}", texts.join(" ")));
        let before: Vec<Vec<u8>> = texts.iter().map(|file| world.read(file)).collect();
        for (file, before) in texts.iter().zip(before) {
            if random.chance(10) {
                bears(&world, &format!("fmt {file}"));
                let after = world.read(file);
                assert_eq!(after.is_empty(), before.is_empty(), "{file}");
                bears(&world, &format!("build {file}"));
            }
        }
        for file in ["m0.alu", "m1.aluasm", "m2.aluasm", "m3.aluasm", "m5.alu"] {
            for command in ["dis", "info", "info --json", "info --dot"] {
                bears(&world, &format!("{command} {file}"));
            }
            for command in ["run", "run --trace", "run --trace=json"] {
                bears(&world, &format!("{command} {file} {INPUTS}"));
            }
            bears(&world, &format!("debug {file} {INPUTS} -x -"));
        }
        bears(&world, "debug m2.case -x -");
        // What was written is whole.
        for file in world.files() {
            let is_input = files.contains(&file);
            if file.ends_with(".alu") && !is_input {
                assert!(Lib::from_bytes(&world.read(&file)).is_ok(), "{file}");
                let beside = fs::read(world.directory.join(file.replace(".alu", ".aludbg")));
                let is_whole = |text: Vec<u8>| serde_json::from_slice::<Value>(&text).is_ok();
                assert!(beside.map_or(true, is_whole), "{file}");
            }
            assert!(!file.starts_with('.'), "{file}");
        }
    }
}
