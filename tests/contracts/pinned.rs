//! The ids and the bytes of the examples' libraries, as they always were: they are consensus.

use aluvm::num::float::FloatFormat;
use aluvm::{Lib, NoExtension};
use aluvm_core::flow::{Finding, Flow, Surroundings};

use crate::block_pow::contract as block_pow;
use crate::pedersen::contract as pedersen;
use crate::schnorr::contract as schnorr;
use crate::statements;

#[allow(dead_code)]
#[path = "../../examples/extension.rs"]
mod extension;
#[allow(dead_code)]
#[path = "../../examples/mandelbrot/contract.rs"]
mod mandelbrot;

/// Name, id, and the bytes of the file in hex.
const PINNED: &str = include_str!("pinned.txt");

/// The library of an example in each format of the floats.
fn picture(format: FloatFormat) -> Lib {
    let view = mandelbrot::View { centre: ["0".into(), "0".into()], depth: 1 };
    let painter = mandelbrot::Painter::new(format, &view).expect("a picture");
    painter.program.libs().next().expect("one").clone()
}

/// The libraries of the examples by name.
fn libraries() -> Vec<(String, Lib)> {
    let mut libs = vec![
        ("block_pow".to_string(), block_pow::proof_of_work::LIB.clone()),
        ("extension".into(), extension::vault::LIB.clone()),
        ("pedersen commit".into(), pedersen::commitment::LIB.clone()),
        ("pedersen balance".into(), pedersen::balance::LIB.clone()),
        ("schnorr".into(), schnorr::schnorr::LIB.clone()),
    ];
    libs.extend(statements::libraries());
    libs.extend(
        FloatFormat::ALL.map(|format| (format!("mandelbrot {}", format.name()), picture(format))),
    );
    libs
}

#[test]
fn libraries_of_examples_keep_their_bytes() {
    let libs = libraries();
    let lines: Vec<String> = libs
        .iter()
        .map(|(name, lib)| {
            let bytes: String = lib.to_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
            format!("{name} | {} | {bytes}", lib.id())
        })
        .collect();
    let pinned: Vec<&str> = PINNED.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(lines == pinned, "the libraries are\n{}", lines.join("\n"));
}

/// What is found where nothing is known of the registers at the beginning, but for what is reported on
/// request: they compare inputs, or what comes of them.
const FOUND: [&str; 14] = [
    "extension 0x0012 negated_undefined",
    "auction 0x0070 negated_undefined",
    "auction 0x0088 negated_undefined",
    "threshold 0x0022 negated_undefined",
    "threshold 0x0035 negated_undefined",
    "threshold 0x0048 negated_undefined",
    "threshold 0x00a2 negated_undefined",
    "threshold 0x00b3 negated_undefined",
    "token 0x0004 negated_undefined",
    "token 0x0010 negated_undefined",
    "token 0x006b negated_undefined",
    "vesting 0x000b negated_undefined",
    "vesting 0x0021 negated_undefined",
    "vesting 0x002c negated_undefined",
];

#[test]
fn libraries_of_examples_are_right() {
    let mut found = Vec::new();
    for (name, lib) in libraries() {
        let surroundings = Surroundings::default();
        let flow = match name.as_str() {
            "extension" => Flow::of_lib::<extension::StateInstr>(&lib, &surroundings),
            _ => Flow::of_lib::<NoExtension>(&lib, &surroundings),
        };
        for Finding { offset, problem, .. } in flow.findings() {
            if !problem.is_on_request() {
                found.push(format!("{name} {offset:#06x} {}", problem.name()));
            }
        }
    }
    assert_eq!(found, FOUND);
}
