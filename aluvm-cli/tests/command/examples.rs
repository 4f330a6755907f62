//! The contracts of `examples/files`, and a host's own command.

use std::fs;
use std::path::Path;

use snapbox::cmd::Command;
use snapbox::str;

use crate::host;
use crate::world::World;

/// A copy of a folder of the repository.
fn copy(name: &str, folder: &str) -> (World, Vec<String>) {
    let world = World::new(name);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder);
    for entry in fs::read_dir(&folder).expect("a folder") {
        let path = entry.expect("a file").path();
        let file = path.file_name().expect("a name").to_string_lossy().into_owned();
        world.write(&file, fs::read(&path).expect("readable"));
    }
    let sources = world.files().into_iter().filter(|file| file.ends_with(".aluasm")).collect();
    (world, sources)
}

#[test]
fn examples_do_what_they_promise() {
    let (world, sources) = copy("examples", "examples/files");
    assert!(sources.len() >= 8, "{sources:?}");
    let all = sources.join(" ");
    world.alu(&format!("check {all}")).assert().code(0).stderr_eq(str![""]);
    world.alu(&format!("fmt --check {all}")).assert().code(0).stdout_eq(str![""]);
    world.alu(&format!("test {all}")).assert().code(0).stderr_eq(str![""]).stdout_eq(str![[r#"
51 passed

"#]]);
    for name in ["arithmetic", "checkout", "miner", "pedersen", "power"] {
        assert!(world.files().contains(&format!("{name}.case")), "{name} has cases");
    }
}

#[test]
fn an_example_runs_with_inputs() {
    let (world, _) = copy("examples_run", "examples/files");
    world.alu("run power.aluasm base=3 exponent=5").assert().code(0).stdout_eq(str![[r#"
power=243
st0=true stop=finished ca0=63 cy0=6

"#]]);
    world
        .alu("run checkout.aluasm price=1000 pieces=3 discount_thousandths=100 --get total")
        .assert()
        .code(0)
        .stdout_eq(str![[r#"
3213

"#]]);
    world
        .alu("run miner.aluasm#mine text=\"aluvm\" target=2^248 nonce=0 --get nonce")
        .assert()
        .code(0)
        .stdout_eq(str![[r#"
85

"#]]);
}

#[test]
fn a_host_has_all_of_it_with_its_own_instructions() {
    let (world, _) = copy("examples_host", "aluvm-cli/examples/host");
    let host = host::command("host");
    let alu = |arguments: &str| {
        Command::new(&host).current_dir(&world.directory).args(arguments.split_whitespace())
    };
    alu("test vault.aluasm").assert().code(0).stderr_eq(str![""]).stdout_eq(str![[r#"
4 passed

"#]]);
    alu("build vault.aluasm").assert().code(0).stderr_eq(str![""]);
    alu("fmt --check vault.aluasm").assert().code(0);
    let output = alu("dis --bytes vault.alu").output().expect("runs").stdout;
    let text = String::from_utf8(output).expect("text");
    assert!(text.contains("        require sload s16[0], balance => NoVault;"), "{text}");
    let library = world.read("vault.alu");
    for text in [text, {
        let output = alu("dis -").stdin(library.clone()).output().expect("runs").stdout;
        String::from_utf8(output).expect("text")
    }] {
        assert!(text.contains("sage"), "{text}");
        world.write("again.aluasm", &text);
        alu("build again.aluasm").assert().code(0).stderr_eq(str![""]);
        assert_eq!(world.read("again.alu"), library, "{text}");
    }
    alu("run vault.alu amount=500 maturity=6").assert().code(0).stdout_eq(str![[r#"
balance=500
st0=true stop=finished ca0=427 cy0=0

"#]]);
    alu("explain sload").assert().code(0);
    // Without the host nobody knows the instructions.
    world.alu("check vault.aluasm").assert().code(3).stdout_eq(str![""]);
    world.alu("run vault.alu amount=500 maturity=6").assert().code(4).stdout_eq(str![""]);
}

#[test]
fn a_host_gives_its_state() {
    let (world, _) = copy("examples_state", "aluvm-cli/examples/host");
    let host = host::command("state");
    let alu = |vault: &str, arguments: &str| {
        world.write("vault.txt", vault);
        let command = Command::new(&host).current_dir(&world.directory).env("VAULT", "vault.txt");
        command.args(arguments.split_whitespace())
    };
    let state = include_str!("../../examples/state/vault.txt");
    alu(state, "run vault.aluasm amount=700 maturity=6 --get balance").assert().code(0).stdout_eq(
        str![[r#"
700

"#]],
    );
    // The cases are those of a vault of 500.
    alu(state, "test vault.aluasm").assert().code(1);
    alu("106\nvault 500\n", "test vault.aluasm").assert().code(0);
    let run = "run vault.aluasm amount=1 maturity=6";
    let said = alu("106\n", run).assert().code(1).get_output().stderr.clone();
    let said = String::from_utf8(said).expect("text");
    assert!(said.contains("NoVault"), "{said}");
    world.write("script", "G\nset amount=701\nG\n");
    let shown = alu(state, "debug vault.aluasm amount=700 maturity=6 -x script");
    let shown =
        String::from_utf8(shown.assert().code(0).get_output().stdout.clone()).expect("text");
    assert!(shown.contains("    701\n"), "{shown}");
    assert!(shown.contains("run again"), "{shown}");
}
