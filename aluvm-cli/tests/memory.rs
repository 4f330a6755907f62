//! The memory that the debugger takes for the worst that a run of a million steps can be: as deep in calls as
//! jumps allow, with every string as long as it can be, and a register of each size; and for one in which a host
//! does something in every second step.

#![cfg(target_os = "linux")]

mod host;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use aluvm_core::isa::RegisterSize;

/// The address space that the process may have, in KiB: all that it could take as memory.
const SPACE: u32 = 256 << 10;

#[test]
fn the_worst_run_of_a_million_steps_stays_within_256_mib() {
    let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("memory");
    fs::create_dir_all(&directory).expect("a directory");
    let text = format!(
        ".isae \"ALU\"; again: {} dec a16[1]; ifz a16[1]; jif out; routine again; ret; \
         out: put a8[1], 1; put a8[2], 2; gt.u a8[1], a8[2]; test; ret;",
        "put a8[0], 1; clr a8[0];".repeat(6)
    );
    fs::write(directory.join("deep.aluasm"), text).expect("a file");
    fs::write(directory.join("script"), "G\nu\nw s16[3]\n").expect("a file");
    let mut inputs: Vec<String> =
        (0..16).map(|index| format!("s16[{index}]=\"{index:02}\"*32767")).collect();
    let sizes = RegisterSize::ALL.iter().filter(|size| size.bytes() > 0);
    inputs.extend(sizes.map(|size| format!("{size}[31]=1")));
    inputs.push("a16[1]=65000".into());
    let printed = debugged(Path::new(env!("CARGO_BIN_EXE_alu")), &directory, &inputs);
    assert!(printed.contains("step 1040003 of 1040003"), "{printed}");
    assert!(printed.contains("in 64987 calls > 0x002E > 0x002E > "), "{printed}");
    assert!(printed.contains("1 > 2 does not hold"), "{printed}");
    assert!(printed.contains("no instruction before wrote s16[3]: it is an input"), "{printed}");
}

#[test]
fn a_run_of_a_million_steps_with_a_host_stays_within_256_mib() {
    let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("memory_host");
    fs::create_dir_all(&directory).expect("a directory");
    let text = format!(
        ".isae \"ALU STATE\"; put s16[0], \"vault\"; again: {} dec a16[1]; ifz a16[1]; jif out; \
         routine again; ret; \
         out: put a8[1], 1; put a8[2], 2; gt.u a8[1], a8[2]; test; ret;",
        "clr a64[0]; sload s16[0], a64[0];".repeat(6)
    );
    fs::write(directory.join("deep.aluasm"), text).expect("a file");
    fs::write(directory.join("script"), "G\nu\nw a64[0]\nset a8[9]=1\nG\nu\n").expect("a file");
    let sizes = RegisterSize::ALL.iter().filter(|size| size.bytes() > 0);
    let mut inputs: Vec<String> = sizes.map(|size| format!("{size}[31]=1")).collect();
    inputs.push("a16[1]=65000".into());
    let printed = debugged(&host::command("host"), &directory, &inputs);
    assert!(printed.contains("step 1040004 of 1040004"), "{printed}");
    assert_eq!(printed.matches("1 > 2 does not hold").count(), 2, "{printed}");
}

/// What the debugger prints of a script in so much space.
fn debugged(command: &Path, directory: &Path, inputs: &[String]) -> String {
    let output = Command::new("/bin/sh")
        .args(["-c", &format!("ulimit -v {SPACE} && exec \"$@\""), "sh"])
        .arg(command)
        .args(["debug", "deep.aluasm", "-x", "script"])
        .args(inputs)
        .current_dir(directory)
        .output()
        .expect("runs");
    let said = String::from_utf8_lossy(&output.stderr);
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}\n{printed}");
    printed
}
