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

        // Instructions are laid out as they were, but for bits that mean nothing, which older scripts have.
        let instrs = lib.disassemble::<Instr<RgbIsa<Contract>>>().expect("whole instructions");
        let again = Lib::assemble(&instrs).expect("a short library");
        assert_eq!((&again.code.len(), &again.data), (&lib.code.len(), &lib.data), "{name}");
        unchanged += usize::from(again.id() == lib.id());

        // The text is assembled to the same library here. Older scripts have opcodes that are none today, which the
        // host prints as no text of an assembler.
        let mut listing = Vec::new();
        lib.print_disassemble::<RgbIsa<Contract>>(&mut listing).expect("in memory");
        let listing = String::from_utf8(listing).expect("text");
        let lines = listing.lines().map(|line| line.split_once(": ").expect("an offset").1);
        let ours: Result<Vec<_>, _> = lines.map(parse_instr_with::<RgbInstr>).collect();
        let unknown = listing.contains(": fail    ");
        assert_eq!(ours.is_err(), unknown, "{name}: {ours:?}");
        if let Ok(ours) = ours {
            assert_eq!(assemble(&ours).expect("a short library"), here::lib(&again), "{name}");
            read += 1;
        }
    }
    println!("{} scripts, {unchanged} without bits that mean nothing, {read} read", scripts.len());
    assert!(scripts.len() > 30 && unchanged > 20 && read > 20);
}
