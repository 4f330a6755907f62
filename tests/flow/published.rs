//! What the analysis finds in libraries that contracts on the live network use. The libraries are not part
//! of this project: `ALUVM_LIBRARIES` names a file of them, JSON with `id_hex`, `isae`, `code`, `data` and
//! `libs` in hexadecimal digits for each.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::ControlFlow;

use aluvm::isa::{Idx16, Idx32, Unsigned8, Unsigned16};
use aluvm::{Extension, Lib, LibId, Libs, Registers, isa_extension};
use aluvm_core::flow::{Declared, Finding, Flow, Signature, Surroundings};

isa_extension! {
    /// The instructions of the network, as far as the libraries have them: what they name and how long they
    /// are. Those that verify stop the program if they do not hold.
    enum NetworkInstr: "RGB" {
        /// Some output of the host.
        Output = 0x90 [what: Unsigned8] "output" (what) reads() writes() cost 1;
        /// Counts spent states.
        CountPrevious = 0xC0 [state: Unsigned16, dst: Idx32, #0/3]
            "cnp" (state, a16 dst) reads() writes(a16 dst) cost 2;
        /// Counts new states.
        CountOwned = 0xC1 [state: Unsigned16, dst: Idx32, #0/3]
            "cns" (state, a16 dst) reads() writes(a16 dst) cost 2;
        /// Loads a spent state.
        LoadPrevious = 0xC4 [state: Unsigned16, index: Idx16, dst: Idx16]
            "ldp" (state, a16 index, s16 dst) reads(a16 index) writes(s16 dst) cost 8;
        /// Loads a new state.
        LoadOwned = 0xC5 [state: Unsigned16, index: Idx16, dst: Idx16]
            "lds" (state, a16 index, s16 dst) reads(a16 index) writes(s16 dst) cost 8;
        /// Loads an amount.
        LoadFungible = 0xC6 [state: Unsigned16, index: Idx16, dst: Idx16]
            "ldf" (state, a16 index, a64 dst) reads(a16 index) writes(a64 dst) cost 8;
        /// Loads a state of the operation.
        LoadGlobal = 0xC8 [state: Unsigned16, index: Idx16, dst: Idx16]
            "ldg" (state, a8 index, s16 dst) reads(a8 index) writes(s16 dst) cost 8;
        /// Loads a state of the contract.
        LoadContract = 0xC9 [state: Unsigned16, index: Idx16, dst: Idx16]
            "ldc" (state, a32 index, s16 dst) reads(a32 index) writes(s16 dst) cost 8;
        /// Loads metadata.
        LoadMetadata = 0xCA [kind: Unsigned16, dst: Idx16, #0/4]
            "ldm" (kind, s16 dst) reads() writes(s16 dst) cost 6;
        /// Inputs and outputs are equal.
        VerifySum = 0xD0 [state: Unsigned16] "svs" (state) reads() writes() cost 20;
        /// Outputs are `a64[0]`.
        VerifyOutputs = 0xD1 [state: Unsigned16] "sas" (state) reads() writes() cost 20;
        /// Inputs are `a64[0]`.
        VerifyInputs = 0xD2 [state: Unsigned16] "sps" (state) reads() writes() cost 20;
        /// It takes twelve bits there, so that all behind it is shifted. This is it with the end of the
        /// libraries that have it.
        VerifySignature = 0xD3 [key: Idx16, #1/4, #0x70/8]
            "vts" (s16 key) reads(s16 key) writes() cost 512;
    }
}

isa_extension! {
    /// The one of an earlier version of the network that is longer.
    enum EarlierInstr: "RGB" {
        /// Inputs and outputs are equal.
        VerifySum = 0xD0 [state: Unsigned16] "pcvs" (state) reads() writes() cost 20;
        /// Outputs are the supply that was issued.
        VerifyIssue = 0xD1 [state: Unsigned16, supply: Unsigned16]
            "pcas" (state, supply) reads() writes() cost 20;
    }
}

macro_rules! never_runs {
    ($($Instr:ty),*) => {$(
        impl Extension for $Instr {
            type Context<'c> = ();

            fn execute(&self, _: &mut Registers, _: &mut ()) -> ControlFlow<()> {
                ControlFlow::Break(())
            }
        }
    )*};
}

never_runs!(NetworkInstr, EarlierInstr);

/// The libraries in which `D1` has four bytes behind it, by the beginning of their ids.
const EARLIER: [&str; 3] = ["e60d4182", "9d41cdde", "02706405"];

fn bytes(value: &serde_json::Value) -> Vec<u8> {
    let digits = value.as_str().expect("a string");
    let byte = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).expect("digits");
    (0..digits.len()).step_by(2).map(byte).collect()
}

/// The libraries of the file, each with its id as digits.
fn libraries() -> Vec<(String, Lib)> {
    let path = std::env::var("ALUVM_LIBRARIES").expect("ALUVM_LIBRARIES names a file of libraries");
    let text = std::fs::read_to_string(path).expect("the file");
    let all: Vec<serde_json::Value> = serde_json::from_str(&text).expect("JSON");
    all.iter().map(library).collect()
}

fn library(value: &serde_json::Value) -> (String, Lib) {
    let digits = value["id_hex"].as_str().expect("an id").to_owned();
    let called = value["libs"].as_array().expect("a list");
    let called = called.iter().map(|id| LibId::from_bytes(bytes(id).try_into().expect("32 bytes")));
    let isae = value["isae"].as_str().expect("names").parse().expect("extensions");
    let libs = Libs::new(called).expect("few");
    let lib = Lib::new(isae, bytes(&value["code"]), bytes(&value["data"]), libs).expect("short");
    assert_eq!(lib.id(), LibId::from_bytes(bytes(&value["id_hex"]).try_into().expect("32 bytes")));
    (digits, lib)
}

fn is_earlier(id: &str) -> bool {
    EARLIER.iter().any(|earlier| id.starts_with(earlier))
}

fn flow(id: &str, lib: &Lib, routines: Vec<Declared>) -> Flow {
    let surroundings = Surroundings { routines, ..Surroundings::default() };
    match is_earlier(id) {
        true => Flow::of_lib::<EarlierInstr>(lib, &surroundings),
        false => Flow::of_lib::<NetworkInstr>(lib, &surroundings),
    }
}

/// What is found if nothing is known of the registers at the entries, and if the host begins there with all
/// registers undefined, as that network does.
fn findings(id: &str, lib: &Lib) -> [Vec<Finding>; 2] {
    let unknown = flow(id, lib, Vec::new());
    let declared = |offset| Declared {
        offset,
        is_public: true,
        signature: Some(Signature::default()),
        begins_true: false,
    };
    let entries = unknown.graph().routines().filter(|(_, routine)| routine.is_public);
    let entries = entries.map(|(_, routine)| declared(routine.offset)).collect();
    [unknown.findings(), flow(id, lib, entries).findings()]
}

/// How often each name was found, and in how many libraries.
#[derive(Default)]
struct Counts(BTreeMap<&'static str, [(usize, usize); 2]>);

impl Counts {
    fn add(&mut self, findings: &[Vec<Finding>; 2]) {
        for (column, findings) in findings.iter().enumerate() {
            let mut names: Vec<_> = findings.iter().map(|one| one.problem.name()).collect();
            names.sort_unstable();
            for same in names.chunk_by(|a, b| a == b) {
                let count = &mut self.0.entry(same[0]).or_default()[column];
                *count = (count.0 + same.len(), count.1 + 1);
            }
        }
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "| name | nothing known | in libraries | registers undefined | in libraries |"
        )?;
        writeln!(f, "|---|---:|---:|---:|---:|")?;
        for (name, [unknown, undefined]) in &self.0 {
            let columns = [unknown.0, unknown.1, undefined.0, undefined.1];
            writeln!(f, "| `{name}` | {} |", columns.map(|count| count.to_string()).join(" | "))?;
        }
        Ok(())
    }
}

#[test]
#[ignore = "the libraries are not part of the project: ALUVM_LIBRARIES=file"]
fn libraries_of_the_live_network() {
    let mut counts = Counts::default();
    let libraries = libraries();
    for (id, lib) in &libraries {
        let listing = match is_earlier(id) {
            true => lib.listing::<EarlierInstr>(),
            false => lib.listing::<NetworkInstr>(),
        };
        let findings = findings(id, lib);
        println!("{listing}");
        for (told, findings) in ["nothing known", "undefined"].iter().zip(&findings) {
            findings.iter().for_each(|finding| println!("    {told}: {finding}"));
        }
        counts.add(&findings);
    }
    println!("{} libraries\n\n{counts}", libraries.len());
    assert!(include_str!("../../docs/flow.md").contains(&counts.to_string()), "docs/flow.md");
}
