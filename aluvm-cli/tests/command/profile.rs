use snapbox::str;

use crate::world::World;

#[test]
fn code_that_ends_is_run_as_the_profile_says() {
    let world = World::with("profile_end", &[("end.aluasm", ".isae \"ALU\";\nput a8[0], 7;\n")]);
    world.alu("run end.aluasm --get a8[0]").assert().code(1);
    world.alu("run end.aluasm --profile rgb-0.11").assert().code(0).stderr_eq(str![""]).stdout_eq(
        str![[r#"
a8[0]=7
st0=true stop=code_ended ca0=2 cy0=0

"#]],
    );
    world.alu("build --profile rgb-0.11 end.aluasm").assert().code(0);
    world.alu("--profile rgb-0.11 run end.alu --get a8[0]").assert().code(0).stdout_eq(str![[r#"
7

"#]]);
    world.alu("run end.aluasm --profile mainnet").assert().code(2).stderr_eq(str![[r#"
error: invalid value 'mainnet' for '--profile <NAME>': there is no such profile; there are `spec`, `rgb-0.11`, `rgb-0.11-secp256k1`

For more information, try '--help'.

"#]]);
}

#[test]
fn libraries_of_a_network_name_its_extensions() {
    let text = "#![profile(\"rgb-0.11\")]\n\npub fn get() -> (seven: a8[0]) {\n    put seven, 7;\n    ret;\n}\n";
    let world = World::with(
        "profile_isae",
        &[
            ("seven.aluasm", text),
            ("end.aluasm", "pub fn get() -> (seven: a8[0]) {\n    put seven, 7;\n}\n"),
            ("hash.aluasm", ".isae \"ALU BPDIGEST\";\nblake3 s16[0], r256[0];\n"),
        ],
    );
    for command in ["info seven.aluasm", "info --profile rgb-0.11 end.aluasm"] {
        let shown = world.alu(command).output().expect("it runs").stdout;
        let shown = String::from_utf8(shown).expect("text");
        assert!(shown.contains("extensions  ALU BPDIGEST\n"), "{command}: {shown}");
    }
    // There the code may end without `ret`.
    world.alu("check end.aluasm").assert().code(3);
    world.alu("check --profile rgb-0.11 end.aluasm").assert().code(0);
    world.alu("build --profile rgb-0.11 hash.aluasm").assert().code(3).stderr_eq(str![[r#"
error: `blake3` does not run with the profile `rgb-0.11`
 --> hash.aluasm:2:1
  |
2 | blake3 s16[0], r256[0];
  | ^^^^^^
  |
  = help: leave it out, or take a profile whose machine has it

"#]]);
}

#[test]
fn what_a_network_lacks_is_shown_where_it_is_written() {
    let text = "/// A point.\npub fn make(scalar: r256[0]) -> (point: r512[0]) {\n        secpgen scalar, point;\n        nop;\n        ret;\n}\n";
    let world = World::with("profile_lacks", &[("point.aluasm", text)]);
    world.alu("check point.aluasm").assert().code(0);
    world.alu("check --profile rgb-0.11 point.aluasm").assert().code(3).stderr_eq(str![[r#"
error: `secpgen` does not run with the profile `rgb-0.11`
 --> point.aluasm:3:9
  |
3 |         secpgen scalar, point;
  |         ^^^^^^^
  |
  = help: leave it out, or take a profile whose machine has it

error: `nop` does not run with the profile `rgb-0.11`
 --> point.aluasm:4:9
  |
4 |         nop;
  |         ^^^
  |
  = help: leave it out, or take a profile whose machine has it

"#]]);
}

#[test]
fn a_disassembly_says_what_runs_instead() {
    let text = ".isae \"ALU BPDIGEST\";\nadd.sc a8[0], a8[1];\n.byte 0x34, 0x10, 0x00;\nret;\n";
    let world = World::with("profile_dis", &[("odd.aluasm", text)]);
    world.alu("build --profile rgb-0.11 odd.aluasm").assert().code(0);
    world.alu("dis --profile rgb-0.11 odd.alu").assert().code(0).stdout_eq(str![[r#"
.isae   "ALU BPDIGEST";

/* 0x0000 */ add.sc  a8[0], a8[1]; // runs as: add.sw  a8[0], a8[1]
/* 0x0003 */ .byte 0x34, 0x10, 0x00; // runs as: len     s16[0], a8[0]
/* 0x0006 */ ret;

"#]]);
}

/// The names of 20 extensions take 179 bytes, where the instruction set allows 128.
#[test]
fn a_network_bounds_the_number_of_extensions_only() {
    let ids: Vec<String> = (0..20).map(|number| format!("EXTEND{number:02}")).collect();
    let (isae, network) = (ids.join(" "), "#![profile(\"rgb-0.11\")]\n");
    let seven = "pub fn seven() -> (number: a8[0]) {\n    put number, 7;\n    ret;\n}\n";
    let user = "use \"seven.alu\" as seven;\npub fn get() -> (number: a8[0]) {\n    exec seven::seven;\n}\n";
    let world = World::with(
        "profile_long",
        &[
            ("seven.aluasm", &format!("#![isae(\"{isae}\")]\n{seven}")),
            ("named.aluasm", &format!("#![isae(\"{isae}\")]\n{network}{seven}")),
            ("raw.aluasm", &format!(".isae \"{isae}\";\nput a8[0], 7;\nret;\n")),
            ("user.aluasm", &format!("{network}{user}")),
            ("plain.aluasm", user),
        ],
    );
    let message = "ISA extension ids take 179 bytes of text, at most 128 are possible";
    let refused = |command: &str| {
        let run = world.alu(command).output().expect("it runs");
        let said = String::from_utf8(run.stderr).expect("text");
        assert_eq!(run.status.code(), Some(3), "{command}: {said}");
        assert!(said.contains(message), "{command}: {said}");
    };
    let runs = |command: &str| {
        let run = world.alu(command).output().expect("it runs");
        let said = String::from_utf8(run.stderr).expect("text");
        assert_eq!(run.status.code(), Some(0), "{command}: {said}");
        String::from_utf8(run.stdout).expect("text")
    };
    for text in ["seven.aluasm", "raw.aluasm"] {
        refused(&format!("check {text}"));
        runs(&format!("check --profile rgb-0.11 {text}"));
        runs(&format!("build --profile rgb-0.11 {text}"));
    }
    runs("check named.aluasm");
    // Binaries are read for the profile as well: alone, from a directory, and as imports of a text that names it.
    for binary in ["seven.alu", "raw.alu"] {
        refused(&format!("info {binary}"));
        assert!(runs(&format!("info --profile rgb-0.11 {binary}")).contains(&isae), "{binary}");
        let text = runs(&format!("dis --profile rgb-0.11 {binary}"));
        world.write("again.aluasm", text);
        runs("build --profile rgb-0.11 again.aluasm");
        assert_eq!(world.read("again.alu"), world.read(binary), "{binary}");
    }
    refused("check plain.aluasm");
    runs("build user.aluasm");
    runs("run user.aluasm");
    world.write("libs/seven.alu", world.read("seven.alu"));
    runs("run --profile rgb-0.11 user.alu -L libs");
}
