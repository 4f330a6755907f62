//! What the command says of itself.

use snapbox::str;

use crate::world::World;

#[test]
fn help_is_one_screen() {
    let world = World::new("help");
    for arguments in ["help", "--help", "-h"] {
        let output = world.alu(arguments).output().expect("runs");
        let text = String::from_utf8(output.stdout).expect("text");
        assert!(text.lines().count() <= 32, "{text}");
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
        for part in ["\n  build ", "\n  run ", "`-` is standard input", "Exit codes: 0 yes, 1 "] {
            assert!(text.contains(part), "{part}\n{text}");
        }
    }
    world.alu("").assert().code(2).stdout_eq(str![""]);
    world.alu("frobnicate").assert().code(2).stdout_eq(str![""]);
}

#[test]
fn shells_complete_every_subcommand() {
    let world = World::new("completions");
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let output = world.alu(&format!("completions {shell}")).output().expect("runs");
        let text = String::from_utf8(output.stdout).expect("text");
        for word in subcommands(&world).iter().map(String::as_str).chain(["tolerance", "bech32m"]) {
            let is_value = word == "bech32m" && shell == "elvish" || shell == "powershell";
            assert!(is_value || text.contains(word), "{shell}: {word}");
        }
    }
    world.alu("completions csh").assert().code(2).stdout_eq(str![""]);
    world.alu("completions").assert().code(2).stdout_eq(str![""]);
}

/// The script does what it is for, where there is such a shell.
#[cfg(unix)]
#[test]
fn bash_completes_a_command_line() {
    let bash = std::path::Path::new("/bin/bash");
    if !bash.exists() {
        eprintln!("skipped: there is no {}", bash.display());
        return;
    }
    let world = World::new("completions_bash");
    world.write("alu.bash", world.alu("completions bash").output().expect("runs").stdout);
    let complete =
        "source alu.bash; COMP_WORDS=(alu co); COMP_CWORD=1; _alu alu co alu; echo ${COMPREPLY[@]}";
    let bash = snapbox::cmd::Command::new(bash).current_dir(&world.directory);
    bash.args(["-c", complete]).assert().code(0).stderr_eq(str![""]).stdout_eq(str![[r#"
coverage completions

"#]]);
}

#[test]
fn each_subcommand_has_a_page_of_the_manual() {
    let world = World::new("man");
    world.alu("man pages/man1").assert().code(0).stderr_eq(str![""]);
    let pages = subcommands(&world);
    assert!(pages.len() > 12, "{pages:?}");
    for name in &pages {
        let page = world.text(&format!("pages/man1/alu-{name}.1"));
        assert!(page.contains(&format!("alu\\-{name}")), "{page}");
        assert!(page.contains(".SH SYNOPSIS"), "{page}");
    }
    let page = world.text("pages/man1/alu.1");
    assert!(page.contains("alu\\-build(1)") && page.contains("Exit codes"), "{page}");
    world.write("file", "");
    world.alu("man file").assert().code(5).stdout_eq(str![""]).stderr_eq(str![[r#"
alu: cannot make file: File exists (os error 17)

"#]]);
    world.alu("man").assert().code(2).stdout_eq(str![""]);
}

/// The subcommands that the help lists.
fn subcommands(world: &World) -> Vec<String> {
    let output = world.alu("help").output().expect("runs");
    let text = String::from_utf8(output.stdout).expect("text");
    let lines = text.lines().skip_while(|line| *line != "Commands:").skip(1);
    let names =
        lines.take_while(|line| !line.is_empty()).filter_map(|line| line.split_whitespace().next());
    names.filter(|name| *name != "help").map(str::to_owned).collect()
}
