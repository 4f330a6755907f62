//! What contracts with structured statements stand for, as text: it builds to the same library.

use std::fs;
use std::path::Path;

use aluvm_tests::{Random, cases};
use snapbox::str;

use crate::program::Program;
use crate::text::other;
use crate::world::World;

/// A file of the repository.
fn file(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The contracts of `docs/language.md` that are no code of Rust around `alulib!`.
fn of_the_page() -> Vec<String> {
    let page = file("docs/language.md");
    let blocks = page.split("```rust\n").skip(1);
    let blocks = blocks.map(|block| block.split("```").next().expect("an end"));
    blocks.filter(|block| !block.contains("alulib!")).map(str::to_owned).collect()
}

/// A contract of `examples/statements` as a file.
fn example(name: &str) -> String {
    let source = file(&format!("examples/statements/{name}.rs"));
    let (_, inside) = source.split_once(&format!("mod {name} {{\n")).expect("its module");
    let (inside, _) = inside.split_once("\n    }\n").expect("the end of its module");
    inside.replace("use super::super::bip340::bip340;", "use \"bip340.aluasm\" as bip340;")
}

/// Checks that the text of a source, printed by both commands, builds to the same library. Returns it.
#[track_caller]
fn reads_back(world: &World, name: &str) -> String {
    world.alu(&format!("build {name}.aluasm")).assert().stderr_eq(str![""]).code(0);
    let emitted = world.alu(&format!("build --emit text {name}.aluasm")).output().expect("runs");
    let emitted = String::from_utf8(emitted.stdout).expect("text");
    let printed = world.alu(&format!("dis {name}.alu -L .")).output().expect("runs").stdout;
    for text in [emitted.as_bytes(), printed.as_slice()] {
        let text = String::from_utf8_lossy(text);
        assert!(text.contains("fn ") && text.contains("        // }\n"), "{text}");
        world.write("again.aluasm", &*text);
        world.alu("build again.aluasm").assert().stderr_eq(str![""]).code(0);
        assert_eq!(world.read("again.alu"), world.read(&format!("{name}.alu")), "{text}");
        fs::remove_file(world.directory.join("again.alu")).expect("a library");
    }
    emitted
}

#[test]
fn each_statement_stands_before_what_it_stands_for() {
    let world = World::with("statements_text", &[("split.aluasm", &of_the_page()[0])]);
    let text = reads_back(&world, "split");
    snapbox::assert_data_eq!(
        text,
        str![[r##"
#![isae("ALU")]

#[allow(unused_error)]
pub enum Refusal in a8[0] {
    NoParts = 1,
    Impossible = 2,
}

/// Splits `total` into equal shares.
pub fn split(total: a64[0], parts: a16[0]) -> (share: a64[1], rest: a64[2]) {
        // require parts != 0 => NoParts
        put     a8[0], 1;
        ifz     a16[0];
        inv     st0;
        test;
        // let wide: u64 = parts as u64
        cpy     a16[0], a64[3];
        // share = total / wide
        dup     a64[3], a64[1];
        div.uc  a64[0], a64[1];
        test;
        // rest = total - share * wide
        dup     a64[3], a64[2];
        mul.uc  a64[1], a64[2];
        test;
        sub.uc  a64[0], a64[2];
        test;
        // if rest >= wide
        lt.u    a64[2], a64[3];
        jif     L0029;
        inv     st0;
        refuse  Impossible;
    L0029:
        // }
        ret;
}

"##]]
    );
}

#[test]
fn the_contracts_of_the_page_read_back() {
    for (number, text) in of_the_page().into_iter().enumerate() {
        let world = World::with("statements_page", &[("page.aluasm", &text)]);
        let text = reads_back(&world, "page");
        assert!(text.contains("//"), "{number}: {text}");
    }
}

#[test]
fn the_examples_read_back() {
    let world = World::new("statements_examples");
    for name in ["auction", "bip340", "threshold", "token", "vesting"] {
        world.write(&format!("{name}.aluasm"), example(name));
    }
    for name in ["auction", "bip340", "token", "vesting"] {
        reads_back(&world, name);
    }
    let text = reads_back(&world, "threshold");
    assert!(text.contains("\nuse \"bip340.aluasm\" as bip340 = \"alu1"), "{text}");
    assert!(text.contains("        call    bip340::verify;\n"), "{text}");
}

#[test]
fn names_that_labels_would_have_are_left_alone() {
    let world = World::new("statements_names");
    let page = of_the_page()[0].replace("let wide:", "let _part:");
    let text_with = |name: &str| {
        let split = page.replace("wide", name);
        world.write("named.aluasm", format!("const {name}: a64 = 1;\n{split}"));
        reads_back(&world, "named")
    };
    let text = text_with("ONE");
    let (_, label) = text.split_once("jif     ").expect("a jump");
    let (label, _) = label.split_once(';').expect("its end");
    assert!(label.starts_with('L') && text.contains(&format!("\n    {label}:\n")), "{text}");
    let text = text_with(label);
    assert!(text.contains("jif     0x") && !text.contains(&format!("{label}:\n")), "{text}");
}

#[test]
fn random_programs_read_back() {
    let world = World::new("statements_random");
    world.write("other.aluasm", other());
    let mut random = Random::new(0x57A7);
    for _ in 0..cases(12) {
        world.write("random.aluasm", Program::random(&mut random).text());
        reads_back(&world, "random");
    }
}
