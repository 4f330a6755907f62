//! Scripts from a file, whose path the variable `ALUVM_SCRIPTS` gives: ids, and the disassembly of the network's crate read
//! as ours. The file is a list of objects with `isae`, `code`, `data`, `libs` and `id`; it is not part of the repository.

use aluvm::asm::parse_instr_with;
use aluvm_rgb::{RgbInstr, assemble};
use aluvm_rgb_tests::here;
use aluvm_rgb_tests::there::Contract;
use deployed::isa::Instr;
use deployed::library::{Lib, LibId, LibSeg};
use rgbcore::vm::RgbIsa;

fn bytes(hex: &serde_json::Value) -> Vec<u8> {
    let digits = hex.as_str().expect("hexadecimal");
    let pairs = (0..digits.len() / 2).map(|at| &digits[2 * at..2 * at + 2]);
    pairs.map(|pair| u8::from_str_radix(pair, 16).expect("hexadecimal")).collect()
}

fn library(script: &serde_json::Value) -> Lib {
    let ids = script["libs"].as_array().expect("a list").iter();
    let ids = ids.map(|id| LibId::from(<[u8; 32]>::try_from(bytes(id)).expect("an id")));
    let libs = LibSeg::try_from_iter(ids).expect("few");
    let isae = script["isae"].as_str().expect("names");
    Lib::with(isae, bytes(&script["code"]), bytes(&script["data"]), libs).expect("short")
}

#[test]
#[ignore = "needs a file of scripts"]
fn equal() {
    let path = std::env::var("ALUVM_SCRIPTS").expect("the path of the file");
    let text = std::fs::read_to_string(path).expect("the file");
    let scripts: Vec<serde_json::Value> = serde_json::from_str(&text).expect("a list");
    let (mut unchanged, mut read) = (0, 0);
    for script in &scripts {
        let name = &script["function"];
        let lib = library(script);
        assert_eq!(format!("{:#}", lib.id()), script["id"].as_str().expect("an id"), "{name}");

        // Scripts of older instructions have bits that mean nothing today, and end within an instruction.
        let Ok(instrs) = lib.disassemble::<Instr<RgbIsa<Contract>>>() else { continue };
        let again = Lib::assemble(&instrs).expect("a short library");
        if (&again.code, &again.data) != (&lib.code, &lib.data) {
            continue;
        }
        unchanged += 1;

        // The text is assembled to the same library here. An opcode that is none today is no text of an assembler.
        let mut listing = Vec::new();
        lib.print_disassemble::<RgbIsa<Contract>>(&mut listing).expect("in memory");
        let listing = String::from_utf8(listing).expect("text");
        let lines = listing.lines().map(|line| line.split_once(": ").expect("an offset").1);
        let is_unknown = |line: &str| {
            line.starts_with("fail ") || line.starts_with(|c: char| c.is_ascii_digit())
        };
        if lines.clone().any(is_unknown) {
            continue;
        }
        let ours: Result<Vec<_>, _> = lines.map(parse_instr_with::<RgbInstr>).collect();
        let ours = ours.unwrap_or_else(|errors| panic!("{name}: {errors}"));
        assert_eq!(assemble(&ours).expect("a short library"), here::lib(&again), "{name}");
        read += 1;
    }
    println!("{} scripts, {unchanged} laid out again as they were, {read} read", scripts.len());
    assert!(scripts.len() > 30 && unchanged > 10 && read > 10, "{unchanged}, {read}");
}
