//! Random contracts, written twice: in the language, and as the plain assembly that the language says each
//! form stands for. What the language verifies is permitted, so that they do anything.

use std::fmt::Write;

use aluvm_core::contract::FINDINGS;
use aluvm_core::library::LibId;

use crate::Random;

/// A contract and what it stands for.
#[derive(Default)]
pub struct RandomContract {
    /// The inside of the library, with imports of files.
    pub text: String,
    /// The plain assembly.
    pub plain: String,
    /// The routines that others may call.
    pub routines: Vec<RandomRoutine>,
}

/// A routine that others may call.
pub struct RandomRoutine {
    /// Its name.
    pub name: &'static str,
    /// Its inputs.
    pub inputs: Vec<RandomParameter>,
    /// Its outputs.
    pub outputs: Vec<RandomParameter>,
}

/// An input or output.
pub struct RandomParameter {
    /// Its name.
    pub name: &'static str,
    /// The size and the index of its register.
    pub register: (&'static str, u8),
    /// Whether it may be undefined.
    pub is_optional: bool,
}

/// A library that a contract can call.
pub struct RandomImport {
    /// The name of its module, and of its file without the extension.
    pub name: String,
    /// Its id.
    pub id: LibId,
    /// The routines, with their offsets.
    pub routines: Vec<(String, u16)>,
}

/// The value of the constant `LIMIT` of each contract, as it is written.
pub const LIMIT: &str = "100_000";

const ROUTINES: [&str; 5] = ["first", "second", "third", "fourth", "fifth"];

/// Errors with their numbers.
type Variants = [(&'static str, &'static str); 2];

/// The enums of each contract: the register and its errors.
pub const ENUMS: [(&str, &str, Variants); 3] = [
    ("Refusal", "a8[9]", [("TooEarly", "1"), ("Overspent", "0xFF")]),
    ("Other", "a64[9]", [("Wide", "0xFFFF_FFFF_FFFF_FFFF"), ("Zero", "0")]),
    ("Third", "a8[9]", [("Byte", "b'x'"), ("Two", "2")]),
];

const INPUTS: [(&str, (&str, u8)); 10] = [
    ("x", ("a64", 0)),
    ("y", ("f32", 1)),
    ("byte", ("a8", 2)),
    ("wide", ("a256", 4)),
    ("digest", ("r160", 5)),
    ("text", ("s16", 6)),
    ("half", ("f16", 7)),
    ("widest", ("a1024", 8)),
    ("extended", ("f80", 2)),
    ("count_in", ("a16", 3)),
];

const OUTPUTS: [(&str, (&str, u8)); 6] = [
    ("x", ("a64", 0)),
    ("z", ("a64", 2)),
    ("told", ("s16", 1)),
    ("count_out", ("a16", 3)),
    ("real", ("f64", 4)),
    ("long", ("r2048", 5)),
];

/// Statements that stand for themselves.
const STATEMENTS: [&str; 18] = [
    "dup a64[0], a64[2];",
    "add.uw a64[2], a64[0];",
    "put a64[2], 0x1_0000;",
    "put s16[1], \"told\";",
    "rev s16[6], s16[1];",
    "mov f64[4], f64[5];",
    "put f64[4], 0.5;",
    "cnv f32[1], f64[4];",
    "put r2048[5], 0xFF;",
    "len s16[6], a16[3];",
    "eq.e a8[2], a8[2];",
    "inv st0;",
    "clr a64[2];",
    "test;",
    "ret;",
    "let spare = a128[1]; inc spare;",
    "put s16[1], \"\";",
    "put a64[5], 0;",
];

impl RandomContract {
    /// A contract that can call the imported libraries.
    pub fn new(random: &mut Random, imports: &[RandomImport]) -> RandomContract {
        let mut contract = RandomContract::default();
        contract.items(imports);
        for (number, name) in ROUTINES.iter().enumerate() {
            contract.routine(random, imports, number, name);
        }
        contract
    }

    /// The same text in both.
    fn both(&mut self, text: &str) {
        self.apart(text, text);
    }

    fn apart(&mut self, text: &str, plain: &str) {
        self.text.push_str(text);
        self.plain.push_str(plain);
    }

    fn items(&mut self, imports: &[RandomImport]) {
        let permitted = FINDINGS.join(", ");
        let mut text = format!("#![allow({permitted})]\n");
        for RandomImport { name, .. } in imports {
            writeln!(text, "use \"{name}.aluasm\" as {name};").expect("a string grows");
        }
        write!(
            text,
            "const LIMIT: a32 = {LIMIT};\nconst GREETING: s16 = \"good day\";\n\
             let counter = a16[3];\nlet total = a64[3];\n"
        )
        .expect("a string grows");
        for (name, register, errors) in ENUMS {
            let variants = errors.map(|(name, number)| format!("{name} = {number},")).concat();
            writeln!(text, "pub enum {name} in {register} {{ {variants} }}")
                .expect("a string grows");
        }
        self.text.push_str(&text);
    }

    fn routine(
        &mut self,
        random: &mut Random,
        imports: &[RandomImport],
        number: usize,
        name: &'static str,
    ) {
        let is_public = number == 0 || random.chance(50);
        let (inputs, outputs) = (parameters(random, &INPUTS), parameters(random, &OUTPUTS));
        let head = head(name, &inputs, &outputs);
        let visibility = if is_public { "pub " } else { "" };
        self.apart(&format!("{visibility}{head} {{\n"), &format!("{name}:\n"));
        if is_public {
            self.routines.push(RandomRoutine { name, inputs, outputs });
        }
        for statement in 0..random.below(12) {
            self.statement(random, imports, (number, statement));
        }
        self.apart("ret;\n}\n", "ret;\n");
    }

    fn statement(
        &mut self,
        random: &mut Random,
        imports: &[RandomImport],
        (routine, number): (usize, u64),
    ) {
        let (written, plain) = condition(random);
        let (_, register, errors) = *random.pick(&ENUMS);
        let (error, value) = *random.pick(&errors);
        let put = format!("put {register}, {value}; ");
        let other = random.pick(&ROUTINES);
        let (text, plain) = match random.below(20) {
            0 => (format!("require {written} => {error};"), format!("{put}{plain}; test;")),
            1 => (
                format!("require not {written} => {error};"),
                format!("{put}{plain}; inv st0; test;"),
            ),
            2 => (format!("require st0 => {error};"), format!("{put}test;")),
            3 => (format!("require not st0 => {error};"), format!("{put}inv st0; test;")),
            4 => (format!("require {written};"), format!("{plain}; test;")),
            5 => (format!("require not {written};"), format!("{plain}; inv st0; test;")),
            6 => (format!("jif over{number}; refuse {error}; over{number}:"), {
                let over = format!("r{routine}o{number}");
                format!("jif {over}; {put}fail; {over}:")
            }),
            7 => (
                format!("mark{number}: jif mark{number};"),
                format!("r{routine}m{number}: jif r{routine}m{number};"),
            ),
            8 => (format!("jif {other};"), format!("jif {other};")),
            9 => (format!("routine {other};"), format!("routine {other};")),
            10 => ("put a32[4], LIMIT;".into(), format!("put a32[4], {LIMIT};")),
            11 => ("put s16[2], GREETING;".into(), "put s16[2], \"good day\";".into()),
            12 => match call(random, imports) {
                Some(call) => call,
                None => return,
            },
            13 | 14 => (format!("{written};"), format!("{plain};")),
            _ => {
                let statement = *random.pick(&STATEMENTS);
                let plain = statement.replace("spare", &format!("r{routine}s{number}"));
                (statement.replace("spare", &format!("spare{number}")), plain)
            }
        };
        self.apart(&text, &plain);
        self.both("\n");
    }
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

/// A call of another library's routine, in both writings.
fn call(random: &mut Random, imports: &[RandomImport]) -> Option<(String, String)> {
    let RandomImport { name, id, routines } = imports.first().map(|_| random.pick(imports))?;
    let (routine, offset) = random.pick(routines);
    let mnemonic = *random.pick(&["call", "call", "exec"]);
    Some((format!("{mnemonic} {name}::{routine};"), format!("{mnemonic} {offset} @ \"{id}\";")))
}

fn parameters(
    random: &mut Random,
    all: &[(&'static str, (&'static str, u8))],
) -> Vec<RandomParameter> {
    let chosen = all.iter().filter_map(|(name, register)| {
        let is_optional = random.chance(30);
        random.chance(25).then_some(RandomParameter { name, register: *register, is_optional })
    });
    chosen.collect()
}

fn head(name: &str, inputs: &[RandomParameter], outputs: &[RandomParameter]) -> String {
    let [inputs, outputs] = [inputs, outputs].map(|all| {
        let all =
            all.iter().map(|RandomParameter { name, register: (size, index), is_optional }| {
                format!("{name}: {size}[{index}]{}", if *is_optional { "?" } else { "" })
            });
        all.collect::<Vec<_>>().join(", ")
    });
    match outputs.is_empty() {
        true => format!("fn {name}({inputs})"),
        false => format!("fn {name}({inputs}) -> ({outputs})"),
    }
}
