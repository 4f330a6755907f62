//! Random contracts, written twice: in the language, and as the plain assembly that the language says each
//! form stands for. Both are the same library.

use aluvm_core::contract::FINDINGS;
use aluvm_core::library::Lib;
use aluvm_tests::{Random, cases};

use crate::read;

/// A contract and what it stands for.
#[derive(Default)]
struct Twice {
    contract: String,
    plain: String,
}

impl Twice {
    /// The same text in both.
    fn both(&mut self, text: &str) {
        self.contract.push_str(text);
        self.plain.push_str(text);
    }

    fn apart(&mut self, contract: &str, plain: &str) {
        self.contract.push_str(contract);
        self.plain.push_str(plain);
    }
}

const ROUTINES: [&str; 5] = ["first", "second", "third", "fourth", "fifth"];

/// Errors with their numbers.
type Variants = [(&'static str, &'static str); 2];

/// The enums of each contract: the register and its errors.
const ENUMS: [(&str, &str, Variants); 3] = [
    ("Refusal", "a8[9]", [("TooEarly", "1"), ("Overspent", "0xFF")]),
    ("Other", "a64[9]", [("Wide", "0xFFFF_FFFF_FFFF_FFFF"), ("Zero", "0")]),
    ("Third", "a8[9]", [("Byte", "b'x'"), ("Two", "2")]),
];

fn pick<'p, T: ?Sized>(random: &mut Random, all: &[&'p T]) -> &'p T {
    all[random.below(all.len() as u64) as usize]
}

/// An instruction that sets `st0` and goes on, in both writings.
fn condition(random: &mut Random) -> (String, String) {
    let (name, register) = [("counter", "a16[3]"), ("total", "a64[3]")][random.below(2) as usize];
    let number = random.below(120);
    let plain = match random.below(6) {
        0 => format!("eq.n {register}, {register}"),
        1 => format!("ifz {register}"),
        2 => format!("add {register}, {number}"),
        3 => format!("inc {register}"),
        4 => format!("put {register}, {number}"),
        _ => format!("sub.uw {register}, {register}"),
    };
    (plain.replace(register, name), plain)
}

fn statement(random: &mut Random, twice: &mut Twice, routine: usize, number: usize) {
    let (written, plain) = condition(random);
    let (_, register, errors) = ENUMS[random.below(3) as usize];
    let (error, value) = errors[random.below(2) as usize];
    let put = format!("put {register}, {value}; ");
    let other = pick(random, &ROUTINES);
    match random.below(13) {
        0 => twice
            .apart(&format!("require {written} => {error};\n"), &format!("{put}{plain}; test;\n")),
        1 => twice.apart(
            &format!("require not {written} => {error};\n"),
            &format!("{put}{plain}; inv st0; test;\n"),
        ),
        2 => twice.apart(&format!("require st0 => {error};\n"), &format!("{put}test;\n")),
        3 => twice
            .apart(&format!("require not st0 => {error};\n"), &format!("{put}inv st0; test;\n")),
        4 => twice.apart(&format!("require {written};\n"), &format!("{plain}; test;\n")),
        5 => {
            twice.apart(&format!("require not {written};\n"), &format!("{plain}; inv st0; test;\n"))
        }
        6 => twice.apart(&format!("refuse {error};\n"), &format!("{put}fail;\n")),
        7 => twice.apart(
            &format!("mark{number}: jif mark{number};\n"),
            &format!("r{routine}m{number}: jif r{routine}m{number};\n"),
        ),
        8 => twice.both(&format!("jif {other};\n")),
        9 => twice.both(&format!("routine {other};\n")),
        10 => twice.apart("put a32[4], LIMIT;\n", "put a32[4], 100_000;\n"),
        11 => twice.apart("put s16[2], GREETING;\n", "put s16[2], \"good day\";\n"),
        _ => twice.apart(&format!("{written};\n"), &format!("{plain};\n")),
    }
}

fn contract(random: &mut Random) -> Twice {
    let mut twice = Twice::default();
    let permitted = FINDINGS.join(", ");
    twice.contract.push_str(&format!("#![allow({permitted})]\n"));
    twice.contract.push_str("const LIMIT: a32 = 100_000;\nconst GREETING: s16 = \"good day\";\n");
    twice.contract.push_str("let counter = a16[3];\nlet total = a64[3];\n");
    for (name, register, errors) in ENUMS {
        let variants = errors.map(|(name, number)| format!("{name} = {number},")).concat();
        twice.contract.push_str(&format!("pub enum {name} in {register} {{ {variants} }}\n"));
    }
    for (number, name) in ROUTINES.iter().enumerate() {
        let public = if number == 0 || random.below(2) == 0 { "pub " } else { "" };
        let inputs = ["", "x: a64[0]", "x: a64[0], y: f32[1]?"][random.below(3) as usize];
        let outputs =
            ["", "-> (z: a64[2])", "-> (z: a64[2]?, t: s16[1])"][random.below(3) as usize];
        twice.apart(&format!("{public}fn {name}({inputs}) {outputs} {{\n"), &format!("{name}:\n"));
        for statement_number in 0..random.below(12) as usize {
            statement(random, &mut twice, number, statement_number);
        }
        twice.apart("ret;\n}\n", "ret;\n");
    }
    twice
}

#[test]
fn contracts_are_what_their_forms_stand_for() {
    let mut random = Random::new(0xC047);
    for _ in 0..cases(2_000) {
        let Twice { contract, plain } = contract(&mut random);
        let library = read(&contract).unwrap_or_else(|errors| panic!("{contract}\n{errors}"));
        let expected: Lib = plain.parse().unwrap_or_else(|errors| panic!("{plain}\n{errors}"));
        assert_eq!(library.lib, expected, "{contract}\n{plain}");
        assert_eq!(library.lib.id(), expected.id());
    }
}
