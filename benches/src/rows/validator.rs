//! What a validator does: it reads many small libraries, checks their ids, builds programs, and runs each a few
//! times.

use std::hint::black_box;

use aluvm_core::isa::NoExtension;
use aluvm_core::library::{Lib, LibId, LibSite, Libs, Program};
use aluvm_core::profile::Profile;
use aluvm_core::vm::Vm;
use aluvm_counted::Run;
use deployed::isa::Instr as DeployedInstr;
use deployed::library::{Lib as DeployedLib, LibId as DeployedId, LibSeg, LibSite as DeployedSite};
use sha2::{Digest, Sha256};

use super::library_id::committed;
use crate::guest::{assemble, deployed_lib};
use crate::row::{Bound, Kind, Pace, Row};
use crate::scaling::building::BODY;

/// A machine runs a small program so often.
const RUNS: u64 = 10_000;
/// The deployed machine, which takes microseconds to begin.
const FEW: u64 = 100;

pub fn rows() -> Vec<Row> {
    let twenty = from_bytes(
        "library of 20 bytes: read, check id, build, run",
        20,
        Bound::Nanoseconds(400.0, Pace::Clock),
    );
    let large = from_bytes(
        "library of 3,000 bytes: read, check id, build, run",
        3_000,
        Bound::Times(1.6, "sha2"),
    );
    let mut rows = vec![twenty, large, small_runs(), typed()];
    rows.extend(std::env::var("ALUVM_LIBRARIES").ok().map(|path| published(&path)));
    rows
}

/// A library that begins with a few instructions, from which the rest can be reached but is not.
fn library(length: usize) -> Lib {
    let begin = "put a64[0], 2; put a64[1], 5; gt.u a64[0], a64[1]; jif 0x0010; inv st0; ret;";
    let begin = assemble(begin);
    // The deployed library names one extension.
    let body: String = BODY.lines().filter(|line| !line.contains("sha2")).collect();
    let body = assemble(&body);
    let rest = body.code().iter().copied().cycle();
    let mut code: Vec<u8> = begin.code().iter().copied().chain(rest).take(length - 1).collect();
    code.push(0x07);
    Lib::new("ALU".parse().expect("an id"), code, begin.data(), Libs::default()).expect("it fits")
}

/// From the segments of a library to the result of its first instructions.
fn from_bytes(work: &'static str, length: usize, bound: Bound) -> Row {
    let mut row = Row::new(work, [bound]);
    let lib = library(length);
    let hashed = committed(&lib);
    let first = u64::from(Sha256::digest(&hashed)[0]);
    row.add(Kind::Native, "sha2", 1, first, move || Sha256::digest(black_box(&hashed))[0].into());
    row.add(Kind::Ours, "aluvm", 1, 5, read_and_run(&lib));
    let (code, data, id) = (lib.code().to_vec(), lib.data().to_vec(), deployed_lib(&lib).id());
    row.add(Kind::Deployed, "rgb-aluvm", 1, 1, move || {
        let (code, data) = black_box((code.clone(), data.clone()));
        let lib = DeployedLib::with("ALU", code, data, Default::default()).expect("it fits");
        assert_eq!(lib.id(), id);
        let mut vm = deployed::Vm::<DeployedInstr>::new();
        vm.exec(DeployedSite::with(0, id), |_| Some(&lib), &()).into()
    });
    row
}

fn read_and_run(lib: &Lib) -> impl FnMut() -> u64 + use<> {
    let (id, code, data) = (lib.id(), lib.code().to_vec(), lib.data().to_vec());
    let isae = lib.isae().clone();
    let mut vm = Vm::new();
    move || {
        let (code, data) = black_box((code.clone(), data.clone()));
        let lib = Lib::new(isae.clone(), code, data, Libs::default()).expect("it fits");
        // A program knows the ids of its libraries.
        let program = Program::new(lib).expect("all there is");
        assert_eq!(program.entry().lib, id);
        vm.reset();
        assert!(vm.run(&program).is_success());
        vm.registers().a64(1).expect("a constant")
    }
}

/// The library of 20 bytes, for the count of instructions.
pub fn small() -> Run {
    Box::new(read_and_run(&library(20)))
}

/// One program with other inputs each time, on a machine that ran before.
fn small_runs() -> Row {
    let mut row = Row::new("a run of 5 instructions with inputs", []);
    let text = "add.uc a64[0], a64[1]; mul.uc a64[0], a64[1]; gt.u a64[1], a64[0]; test; ret;";
    let lib = assemble(text);
    let sum = |runs| (0..runs).map(|input| (input + 1 + 7) * (input + 1)).sum::<u64>();
    let (program, mut vm) = (crate::guest::program(&lib), Vm::new());
    row.add(Kind::Ours, "aluvm", RUNS, sum(RUNS), move || {
        let run = |input: u64| {
            vm.reset();
            vm.registers_mut().set_a64(0, input + 1).expect("a register");
            vm.registers_mut().set_a64(1, 7).expect("a register");
            assert!(vm.run(&program).is_success());
            vm.registers().a64(1).expect("a result")
        };
        (0..RUNS).map(run).sum()
    });
    let lib = deployed_lib(&lib);
    let entry = DeployedSite::with(0, lib.id());
    row.add(Kind::Deployed, "rgb-aluvm", FEW, FEW, move || {
        let run = |input: u64| -> u64 {
            let mut vm = deployed::Vm::<DeployedInstr>::new();
            let registers = &mut vm.registers;
            registers.set_n(deployed::reg::RegA::A64, deployed::reg::Reg32::Reg0, input + 1);
            registers.set_n(deployed::reg::RegA::A64, deployed::reg::Reg32::Reg1, 7u64);
            vm.exec(entry, |_| Some(&lib), &()).into()
        };
        (0..FEW).map(run).sum()
    });
    row
}

/// A call of a routine by its function, and the same run by hand.
fn typed() -> Row {
    let mut row = Row::new("a typed call", []);
    row.add(Kind::Native, "by hand", 1, 5, super::call::by_hand());
    row.add(Kind::Ours, "aluvm", 1, 5, super::call::typed());
    row.add(Kind::Deployed, "rgb-aluvm", 1, 5, super::call::deployed());
    row
}

/// Libraries of the live network, which are not part of this project: a file with one in each line, as
/// `ALUVM_LIBRARIES` of the tests.
fn published(path: &str) -> Row {
    let file = std::fs::read_to_string(path).expect("ALUVM_LIBRARIES names a file");
    let libs: Vec<(LibId, Lib)> = file.lines().filter_map(library_of_line).collect();
    let count = libs.len() as u64;
    let mut row = Row::new("a published library: check id, build, disassemble", []);
    let expected = libs.iter().map(|(_, lib)| instructions(lib)).sum();
    let given = libs.clone();
    row.add(Kind::Ours, "aluvm", count, expected, move || {
        let one = |(id, lib): &(LibId, Lib)| {
            let (entry, profile) = (LibSite::start(*id), Profile::RGB_0_11);
            // It has an entry only if the library has this id.
            let program: Result<Program, _> =
                Program::link_with_profile([entry], [lib.clone()], profile);
            assert!(black_box(program).expect("it can be built").lib(*id).is_some());
            instructions(lib)
        };
        given.iter().map(one).sum()
    });
    // It has no programs, and without the network's instructions it takes their bytes for others: in some of these libraries it
    // panics over that, in others it does not end. So it checks the id alone.
    let libs: Vec<(DeployedId, DeployedLib)> =
        libs.iter().map(|(id, lib)| (DeployedId::from(id.to_bytes()), whole(lib))).collect();
    row.add(Kind::Deployed, "rgb-aluvm, the id alone", count, count, move || {
        let one = |(id, lib): &(DeployedId, DeployedLib)| u64::from(black_box(lib).id() == *id);
        libs.iter().map(one).sum()
    });
    row
}

/// The same library for the deployed code, with all its segments.
fn whole(lib: &Lib) -> DeployedLib {
    let (code, data) = (lib.code().to_vec(), lib.data().to_vec());
    let ids = lib.libs().iter().map(|id| DeployedId::from(id.to_bytes()));
    let libs = LibSeg::try_from_iter(ids).expect("few");
    DeployedLib::with(&lib.isae().to_string(), code, data, libs).expect("it fits")
}

fn instructions(lib: &Lib) -> u64 {
    black_box(black_box(lib).disassemble::<NoExtension>()).len() as u64
}

/// The id and the library of a line of JSON; none where there is none.
fn library_of_line(line: &str) -> Option<(LibId, Lib)> {
    let field = |name: &str| {
        let (_, rest) = line.split_once(&format!("\"{name}\": \""))?;
        Some(rest.split_once('"')?.0)
    };
    let id = |text: &str| Some(LibId::from_bytes(bytes(text)?.try_into().ok()?));
    let (_, libs) = line.split_once("\"libs\": [")?;
    let libs = Libs::new(libs.split('"').filter_map(id)).ok()?;
    let isae = field("isae")?.parse().ok()?;
    let lib = Lib::new(isae, bytes(field("code")?)?, bytes(field("data")?)?, libs).ok()?;
    Some((id(field("id_hex")?)?, lib))
}

/// Bytes in hexadecimal.
fn bytes(text: &str) -> Option<Vec<u8>> {
    let (pairs, _) = text.as_bytes().as_chunks::<2>();
    let byte = |pair: &[u8; 2]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    pairs.iter().map(byte).collect()
}
