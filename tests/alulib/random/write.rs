//! Writes the random contracts as Rust: each in the macro, and a call of each routine by hand and by type.

use std::fmt::Write;

use aluvm_core::contract::TextLibrary;
use aluvm_tests::Random;
use aluvm_tests::contract::{LIMIT, RandomContract, RandomImport, RandomParameter, RandomRoutine};

/// How many contracts there are.
pub const COUNT: usize = 36;

/// A contract that is written in the macro too.
pub struct Written {
    /// The name of its module.
    pub name: String,
    /// The contract.
    pub contract: RandomContract,
    /// Whether its constants are values that only the compiler knows.
    is_late: bool,
}

impl Written {
    /// The contract with a number, which calls some of the ones before it.
    pub fn new(random: &mut Random, number: usize, before: &[RandomImport]) -> Written {
        let imports = match number % 3 {
            0 => &before[..0],
            _ => &before[before.len() - number % 3..],
        };
        let contract = RandomContract::new(random, imports);
        Written { name: format!("c{number}"), contract, is_late: number % 2 == 1 }
    }

    /// What later contracts can call.
    pub fn import(&self, library: &TextLibrary) -> RandomImport {
        let routines = library.interface.routines.iter().flatten();
        RandomImport {
            name: self.name.clone(),
            id: library.lib.id(),
            routines: routines.map(|routine| (routine.name.clone(), routine.offset)).collect(),
        }
    }

    /// The inside of the library in the macro.
    fn inside(&self) -> String {
        let lines = self.contract.text.lines().map(|line| {
            let file = line.strip_prefix("use ").and_then(|rest| rest.rsplit_once(" as "));
            match file {
                Some((_, name)) => format!("use super::{name}"),
                None if self.is_late => line.replace(LIMIT, "super::LIMIT"),
                None => line.into(),
            }
        });
        lines.map(|line| format!("        {line}\n")).collect()
    }

    fn made(&self) -> String {
        let name = &self.name;
        let routines = self.contract.routines.iter().map(|routine| {
            let path = format!("{name}::{}", routine.name);
            format!(
                "(\"{}\", {path}::OFFSET, {path}::COMPLEXITY, {path}::SIGNATURE), ",
                routine.name
            )
        });
        let routines: String = routines.collect();
        format!(
            "        Made {{ id: {name}::ID, lib: &{name}::LIB, routines: vec![{routines}] }},\n"
        )
    }

    /// The check of a routine.
    fn call(&self, routine: &RandomRoutine) -> String {
        let path = format!("{}::{}", self.name, routine.name);
        let mut out =
            format!("\nfn {}_{}(random: &mut Random) -> End {{\n", self.name, routine.name);
        let mut sets = String::new();
        for RandomParameter { name, register: (size, index), is_optional } in &routine.inputs {
            let rust_type = rust_type(size);
            let rust_type = match is_optional {
                true => format!("Option<{rust_type}>"),
                false => rust_type.into(),
            };
            writeln!(out, "    let {name}: {rust_type} = Any::any(random);")
                .expect("a string grows");
            match (*size, is_optional) {
                ("s16", true) => writeln!(
                    sets,
                    "            if let Some({name}) = &{name} {{ r.set_s16({index}, {name}.clone()).map_err(|error| (\"{name}\", error))?; }}"
                ),
                ("s16", false) => writeln!(
                    sets,
                    "            r.set_s16({index}, {name}.clone()).map_err(|error| (\"{name}\", error))?;"
                ),
                _ => writeln!(
                    sets,
                    "            r.set_{size}({index}, {name}).map_err(|error| (\"{name}\", error))?;"
                ),
            }
            .expect("a string grows");
        }
        let arguments = routine.inputs.iter().map(|input| format!(", {}.clone()", input.name));
        let arguments: String = arguments.collect();
        let outputs = routine.outputs.iter().map(|output| {
            let RandomParameter { name, register: (size, index), is_optional } = output;
            let get = match *size {
                "s16" => format!("r.s16({index}).cloned()"),
                _ => format!("r.{size}({index})"),
            };
            // An undefined output without `?` is none.
            let by_hand = match is_optional {
                true => format!("shown({get})"),
                false => format!("{get}.and_then(shown)"),
            };
            (format!("(\"{name}\", shown(out.{name})), "), format!("(\"{name}\", {by_hand}), "))
        });
        let (typed, by_hand): (String, String) = outputs.unzip();
        let (out_name, registers) = match routine.outputs.is_empty() {
            true => ("_", "_"),
            false => ("out", "r"),
        };
        let set_registers = if sets.is_empty() { "_" } else { "r" };
        write!(
            out,
            "    check(\n        {}::program(),\n        {path}::SITE,\n        |{set_registers}| {{\n{sets}            Ok(())\n        }},\n        \
             |vm| {path}(vm{arguments}).map(|{out_name}| vec![{typed}]),\n        |{registers}| vec![{by_hand}],\n    )\n}}\n",
            self.name
        )
        .expect("a string grows");
        out
    }
}

fn rust_type(size: &str) -> &'static str {
    match size {
        "a8" => "u8",
        "a16" => "u16",
        "a64" => "u64",
        "a256" => "U256",
        "a1024" => "U1024",
        "f16" => "f16",
        "f32" => "f32",
        "f80" => "[u8; 10]",
        "r160" => "[u8; 20]",
        "s16" => "ByteString",
        other => panic!("no input is in {other}"),
    }
}

/// The file.
pub fn file<'w>(all: impl Iterator<Item = &'w Written> + Clone) -> String {
    let mut out = String::from(
        "//! Random contracts. Written by `ALUVM_BLESS=1 cargo test -p aluvm-tests --test alulib`.\n\n\
         #![allow(clippy::clone_on_copy, unused_imports, unused_variables)]\n\n\
         use aluvm::alulib;\n\nuse super::*;\n\n",
    );
    writeln!(out, "const LIMIT: u32 = {LIMIT};").expect("a string grows");
    for written in all.clone() {
        let (name, inside) = (&written.name, written.inside());
        writeln!(out, "\nalulib! {{\n    mod {name} {{\n{inside}    }}\n}}")
            .expect("a string grows");
    }
    let made: String = all.clone().map(Written::made).collect();
    writeln!(out, "\npub fn made() -> Vec<Made> {{\n    vec![\n{made}    ]\n}}")
        .expect("a string grows");
    let routines =
        all.flat_map(|written| written.contract.routines.iter().map(move |one| (written, one)));
    let calls = routines
        .clone()
        .map(|(written, routine)| format!("        {}_{}(random),\n", written.name, routine.name));
    let calls: String = calls.collect();
    writeln!(
        out,
        "\npub fn calls(random: &mut Random) -> Vec<End> {{\n    vec![\n{calls}    ]\n}}"
    )
    .expect("a string grows");
    out.extend(routines.map(|(written, routine)| written.call(routine)));
    out
}
