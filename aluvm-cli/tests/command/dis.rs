use aluvm_core::contract::FINDINGS;
use aluvm_core::library::Lib;
use aluvm_tests::contract::RandomContract;
use aluvm_tests::{Random, cases};
use serde_json::Value;
use snapbox::str;

use crate::world::{MATH, USER, VAULT, World};

#[test]
fn a_contract_prints_as_one_that_builds_to_the_same_bytes() {
    let world = World::with("dis_contract", &[("vault.aluasm", VAULT)]);
    world.alu("build vault.aluasm").assert().code(0);
    world.alu("dis vault.alu").assert().code(0).stderr_eq(str![""]).stdout_eq(str![[r#"
//! A vault that pays out late.

#![isae("ALU")]

/// How many blocks it has to rest.
pub const MATURITY: a32 = 6;

/// Why a withdrawal is refused.
pub enum Refusal in a8[0] {
    /// The vault has not rested for long enough.
    TooEarly = 1,
    /// The vault holds less.
    Overspent = 2,
}

/// Takes `amount` out of `balance`.
pub fn withdraw(balance: a64[0], amount: a64[1], age: a32[0]) -> (rest: a64[1]) {
        put     a32[1], MATURITY;
        require sub.uc age, a32[1] => TooEarly;
        require sub.uc balance, amount => Overspent;
        ret;
}

"#]]);
    world.alu("dis --bytes --offsets vault.alu").assert().code(0).stdout_eq(str![[r#"
//! A vault that pays out late.

#![isae("ALU")]

/// How many blocks it has to rest.
pub const MATURITY: a32 = 6;

/// Why a withdrawal is refused.
pub enum Refusal in a8[0] {
    /// The vault has not rested for long enough.
    TooEarly = 1,
    /// The vault holds less.
    Overspent = 2,
}

/// Takes `amount` out of `balance`.
pub fn withdraw(balance: a64[0], amount: a64[1], age: a32[0]) -> (rest: a64[1]) {
/* 0x0000 */ put     a32[1], MATURITY;  // 0b 0a 00 00
/* 0x0004 */ require sub.uc age, a32[1] => TooEarly;    // 0b 00 04 00 21 00 41 01
/* 0x000C */ require sub.uc balance, amount => Overspent;       // 0b 00 05 00 21 00 61 01
/* 0x0014 */ ret;                       // 07
}

"#]]);
    for arguments in ["dis vault.alu", "dis --bytes vault.alu", "dis --offsets --bytes vault.alu"] {
        let text = world.alu(arguments).output().expect("runs").stdout;
        world.write("again.aluasm", text);
        world.alu("build again.aluasm").assert().code(0).stderr_eq(str![""]);
        assert_eq!(world.read("again.alu"), world.read("vault.alu"), "{arguments}");
    }
}

#[test]
fn without_names_it_prints_instructions() {
    let world = World::with("dis_instructions", &[("vault.aluasm", VAULT)]);
    world.alu("build vault.aluasm").assert().code(0);
    let library = world.read("vault.alu");
    world.alu("dis -").stdin(library.clone()).assert().code(0).stdout_eq(str![[r#"
.isae   "ALU";

/* 0x0000 */ put     a32[1], 6;
/* 0x0004 */ put     a8[0], 1;
/* 0x0008 */ sub.uc  a32[0], a32[1];
/* 0x000B */ test;
/* 0x000C */ put     a8[0], 2;
/* 0x0010 */ sub.uc  a64[0], a64[1];
/* 0x0013 */ test;
/* 0x0014 */ ret;

"#]]);
    world.alu("dis --bytes -").stdin(library.clone()).assert().code(0).stdout_eq(str![[r#"
.isae   "ALU";

/* 0x0000 */ put     a32[1], 6;         // 0b 0a 00 00
/* 0x0004 */ put     a8[0], 1;          // 0b 00 04 00
/* 0x0008 */ sub.uc  a32[0], a32[1];    // 21 00 41
/* 0x000B */ test;                      // 01
/* 0x000C */ put     a8[0], 2;          // 0b 00 05 00
/* 0x0010 */ sub.uc  a64[0], a64[1];    // 21 00 61
/* 0x0013 */ test;                      // 01
/* 0x0014 */ ret;                       // 07

"#]]);
    for arguments in ["dis -", "dis --bytes --offsets -"] {
        let text = world.alu(arguments).stdin(library.clone()).output().expect("runs").stdout;
        let text = String::from_utf8(text).expect("text");
        assert_eq!(text.parse::<Lib>().map(|lib| lib.to_bytes()), Ok(library.clone()));
    }
    // What is about another library is as good as nothing.
    world.write("vault.alu", Lib::to_bytes(&"ret;".parse().expect("a library")));
    world.alu("dis vault.alu").assert().code(0).stdout_eq(str![[r#"
.isae   "ALU";

/* 0x0000 */ ret;

"#]]);
}

/// Labels, aliases, constants of all kinds, permitted findings, calls, private routines and long texts.
fn varied() -> String {
    format!(
        "use \"math.aluasm\" as math;
const TEXT: s16 = \"a \\\"b\\\"\\n\";
pub const HALF: f64 = -0.5;
const BIG: a256 = 0x1_0000_0000_0000_0000;
let counter = a16[3];
/// Several
/// lines.
pub fn first(x: a64[0], _y: a64[1]?) -> (x: a64[0], z: f64[2]?) {{
    let total = a64[5];
    put counter, 0; put s16[0], TEXT; put a256[1], BIG;
  next:
    inc counter; lt.u counter, counter; jif next;
    put s16[1], \"{}\";
    #[allow(undefined_read)] add.uc total, a64[7];
    routine helper;
    put f64[2], HALF;
    call math::double;
    jmp helper;
}}
fn helper() {{ #[allow(unreachable)] st.s a8[1]; ret; }}
",
        "long ".repeat(100)
    )
}

#[test]
fn whatever_a_contract_has_reads_back() {
    let world = World::with("dis_varied", &[("math.aluasm", MATH), ("user.aluasm", USER)]);
    world.write("varied.aluasm", varied());
    for name in ["varied", "user"] {
        world.alu(&format!("build {name}.aluasm")).assert().stderr_eq(str![""]).code(0);
        let output = world.alu(&format!("dis {name}.alu")).output().expect("runs");
        let text = String::from_utf8(output.stdout).expect("text");
        assert!(text.contains("pub fn "), "{text}");
        world.write("again.aluasm", &text);
        world.alu("build again.aluasm").assert().stderr_eq(str![""]).code(0);
        assert_eq!(world.read("again.alu"), world.read(&format!("{name}.alu")), "{text}");
    }
    world.alu("dis user.alu").assert().stdout_eq(str![[r##"
#![isae("ALU")]

/// Four times as much.
pub fn quadruple(value: a64[0]) -> (value: a64[0]) {
        call    0x0000 @ "alu1d4258gmwltlv37xhyafcv0uknnl938ht7ucfcnycvq5c26s268uqmhs79d";
        call    0x0000 @ "alu1d4258gmwltlv37xhyafcv0uknnl938ht7ucfcnycvq5c26s268uqmhs79d";
        #[allow(maybe_undefined)]
        ret;
}

"##]]);
}

/// A contract that imports two libraries, calls a third, and has a mistake that it permits.
const SHOP: &str = "\
use \"math.aluasm\" as math;
use \"lib/price.aluasm\" as price;

/// What so many cost.
pub fn total(count: a64[0]) -> (sum: a64[0]) {
        call math::double;
        call price::charge;
        ret;
}

/// What no more than two cost.
fn few(count: a64[0]) -> (sum: a64[0]) {
        exec price::charge;
}

pub fn pair(count: a64[0]) -> (sum: a64[0]) {
        routine few;
        ret;
}
";

const PRICE: &str = "\
pub fn charge(count: a64[0]) -> (sum: a64[0]) { put a64[1], 3; mul.uc count, a64[1]; ret; }
";

#[test]
fn known_libraries_are_imported() {
    let files = [("shop.aluasm", SHOP), ("math.aluasm", MATH), ("lib/price.aluasm", PRICE)];
    let world = World::with("dis_imports", &files);
    world
        .alu("build math.aluasm lib/price.aluasm shop.aluasm")
        .assert()
        .stderr_eq(str![""])
        .code(0);
    let printed = world.alu("dis -L . -L lib shop.alu").output().expect("runs");
    let printed = String::from_utf8(printed.stdout).expect("text");
    snapbox::assert_data_eq!(
        &printed,
        str![[r##"
#![isae("ALU")]

use "math.alu" as math = "alu1d4258gmwltlv37xhyafcv0uknnl938ht7ucfcnycvq5c26s268uqmhs79d";
use "lib/price.alu" as price = "alu1mdr52wdg9zk4cmxm7f9txpxxvquxhwqtatyfz0k225f43u29n33sjparpu";

/// What so many cost.
pub fn total(count: a64[0]) -> (sum: a64[0]) {
        call    math::double;
        call    price::charge;
        ret;
}

/// What no more than two cost.
fn few(count: a64[0]) -> (sum: a64[0]) {
        exec    price::charge;
}

pub fn pair(count: a64[0]) -> (sum: a64[0]) {
        routine few;
        ret;
}

"##]]
    );
    // The text stands where its imports are found, and builds to the same.
    world.write("again.aluasm", &printed);
    world.alu("build --locked again.aluasm").assert().stderr_eq(str![""]).code(0);
    assert_eq!(world.read("again.alu"), world.read("shop.alu"));
    // A directory that has one of them alone, one that has none, and none.
    world.alu("dis -L lib shop.alu").assert().code(0).stdout_eq(str![[r##"
#![isae("ALU")]

use "lib/price.alu" as price = "alu1mdr52wdg9zk4cmxm7f9txpxxvquxhwqtatyfz0k225f43u29n33sjparpu";

/// What so many cost.
pub fn total(count: a64[0]) -> (sum: a64[0]) {
        call    0x0000 @ "alu1d4258gmwltlv37xhyafcv0uknnl938ht7ucfcnycvq5c26s268uqmhs79d";
        #[allow(maybe_undefined)]
        call    price::charge;
        ret;
}

/// What no more than two cost.
fn few(count: a64[0]) -> (sum: a64[0]) {
        exec    price::charge;
}

pub fn pair(count: a64[0]) -> (sum: a64[0]) {
        routine few;
        ret;
}

"##]]);
    world.write("empty/note.txt", "");
    let bare = world.alu("dis shop.alu").output().expect("runs").stdout;
    world.alu("dis -L empty shop.alu").assert().code(0).stdout_eq(bare.clone());
    world.write("bare.aluasm", &bare);
    world.alu("build bare.aluasm").assert().stderr_eq(str![""]).code(0);
    assert_eq!(world.read("bare.alu"), world.read("shop.alu"));
    world.alu("dis -L missing shop.alu").assert().code(5);
}

/// A random contract in which items and statements permit what is found, but for arithmetic whose status nobody
/// reads, of which some statements permit it.
fn permitting(random: &mut Random) -> String {
    let text = RandomContract::new(random, &[]).text;
    let (_, items) = text.split_once('\n').expect("the attribute of the library");
    let others = FINDINGS.into_iter().filter(|name| *name != "unread_status");
    let others = others.collect::<Vec<_>>().join(", ");
    let mut text = String::from("#![allow(dead_code)]\n");
    let mut is_inside = false;
    for line in items.lines() {
        let is_head = ["pub ", "fn ", "const ", "let "].iter().any(|word| line.starts_with(word));
        match is_head && !is_inside {
            true if line.contains("enum") => {
                text += &line.replace("{ ", &format!("{{ #[allow({others})] "));
                text += "\n";
                continue;
            }
            true => text += &format!("#[allow({others})]\n"),
            false if is_inside && line != "}" && random.chance(40) => {
                text += "#[allow(unread_status)]\n";
            }
            false => {}
        }
        is_inside = line.ends_with('{') || is_inside && line != "}";
        text += line;
        text.push('\n');
    }
    text.replace("unused_error, unused", "unused")
        .replace("Zero = 0", "#[allow(unused_error)] Zero = 0")
        .replace("pub enum", "#[allow(unused_error)]\npub enum")
}

/// What a text says of its bytes, but for where it stands.
fn known(world: &World, name: &str) -> Value {
    fn without_places(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                for field in ["line", "column", "file", "name"] {
                    let is_place = field != "name" || fields.contains_key("version");
                    if is_place {
                        fields.remove(field);
                    }
                }
                let rows = fields.get_mut("statements").and_then(Value::as_array_mut);
                for row in rows.into_iter().flatten().filter_map(Value::as_array_mut) {
                    // Offset, length, line, column, text.
                    assert!(row.len() >= 5 && row[2].is_u64() && row[3].is_u64(), "{row:?}");
                    row.drain(2..4);
                }
                fields.values_mut().for_each(without_places);
            }
            Value::Array(all) => all.iter_mut().for_each(without_places),
            _ => {}
        }
    }
    let mut value = serde_json::from_str(&world.text(&format!("{name}.aludbg"))).expect("JSON");
    without_places(&mut value);
    value
}

/// What is found in a text if all is reported.
fn found(world: &World, name: &str) -> Vec<(String, String)> {
    let command = format!("check -D unread_status --message-format=json {name}.aluasm");
    let output = world.alu(&command).output().expect("runs");
    let text = String::from_utf8(output.stderr).expect("text");
    let told = text.lines().map(|line| {
        let value: Value = serde_json::from_str(line).expect("JSON");
        (value["finding"].to_string(), value["message"].to_string())
    });
    told.collect()
}

#[test]
fn a_random_contract_reads_back_with_all_that_is_known_and_found() {
    let world = World::new("dis_random");
    let mut random = Random::new(0xD15A);
    let mut findings = 0;
    for _ in 0..cases(40) {
        let text = permitting(&mut random);
        world.write("one.aluasm", &text);
        let built = world.alu("build one.aluasm").output().expect("runs");
        let said = String::from_utf8_lossy(&built.stderr);
        assert!(built.status.success(), "{said}\n{text}");
        let printed = world.alu("dis one.alu").output().expect("runs").stdout;
        let printed = String::from_utf8(printed).expect("text");
        assert!(printed.contains("fn first("), "{printed}");
        world.write("two.aluasm", &printed);
        world.alu("build two.aluasm").assert().stderr_eq(str![""]).code(0);
        assert_eq!(world.read("two.alu"), world.read("one.alu"), "{text}\n{printed}");
        assert_eq!(known(&world, "two"), known(&world, "one"), "{text}\n{printed}");
        let all = found(&world, "one");
        assert_eq!(found(&world, "two"), all, "{text}\n{printed}");
        findings += all.len();
    }
    assert!(findings > 0 || cases(40) < 40);
}

#[test]
fn garbage_is_refused() {
    let world = World::new("dis_garbage");
    world
        .alu("dis -")
        .stdin(b"\x01\x03AL".to_vec())
        .assert()
        .code(3)
        .stdout_eq(str![""])
        .stderr_eq(str![[r#"
error: library file at byte 2, ISA extension 0: 3 bytes needed, 2 left
--> <stdin>

"#]]);
    world.alu("dis missing.alu").assert().code(5).stdout_eq(str![""]).stderr_eq(str![[r#"
alu: cannot read missing.alu: No such file or directory (os error 2)

"#]]);
    world.alu("dis").assert().code(2).stdout_eq(str![""]);
}

#[test]
fn damaged_names_are_as_good_as_none() {
    let world = World::with("dis_damaged", &[("vault.aluasm", VAULT)]);
    world.alu("build vault.aluasm").assert().code(0);
    let debug = world.text("vault.aludbg");
    let bare = world.alu("dis -").stdin(world.read("vault.alu")).output().expect("runs").stdout;
    for damaged in [
        debug.replace("[12,8,", "[70000,8,"),
        debug.replace("\"version\":3", "\"version\":1"),
        debug.replace("a64[0]", "a64[99]"),
        debug.replace("MATURITY\"", "ret;\""),
        debug.replace("require", "}} fn x() {"),
        debug.replace(",\"TooEarly\"]", ",\"None\"]"),
        debug[..debug.len() / 2].into(),
        "[]".into(),
        "[".repeat(100_000),
        String::new(),
    ] {
        assert_ne!(damaged, debug);
        world.write("vault.aludbg", &damaged);
        let output = world.alu("dis vault.alu").output().expect("runs");
        assert_eq!(
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&bare),
            "{damaged}"
        );
    }
}
