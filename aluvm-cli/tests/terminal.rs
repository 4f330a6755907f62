//! The debugger in a real terminal, that of tmux. Where tmux is not installed nothing is tested.

#![cfg(all(unix, feature = "tui"))]

use std::path::PathBuf;
use std::process::{self, Command};
use std::thread::sleep;
use std::time::{Duration, Instant};
use std::{env, fs};

/// How long a screen may take to show something.
const PATIENCE: Duration = Duration::from_secs(20);

/// A terminal with a command in it.
struct Terminal {
    socket: String,
    directory: PathBuf,
}

impl Terminal {
    /// None without tmux.
    fn start(
        name: &str,
        size: (u16, u16),
        arguments: &str,
        files: &[(&str, &str)],
    ) -> Option<Terminal> {
        if Command::new("tmux").arg("-V").output().is_err() {
            eprintln!("skipped: tmux is not installed");
            return None;
        }
        let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("terminal").join(name);
        let _ = fs::remove_dir_all(&directory);
        fs::create_dir_all(&directory).expect("a directory");
        for (file, text) in files {
            fs::write(directory.join(file), text).expect("a file");
        }
        let socket = format!("alu-{name}-{}", process::id());
        let terminal = Terminal { socket, directory };
        let (width, height) = (size.0.to_string(), size.1.to_string());
        // The exit code stays on the screen.
        let shell = format!("'{}' {arguments}; echo \"code $?\"; cat", env!("CARGO_BIN_EXE_alu"));
        let directory = terminal.directory.to_str().expect("text").to_owned();
        terminal.tmux(&[
            "-f",
            "/dev/null",
            "new-session",
            "-d",
            "-x",
            &width,
            "-y",
            &height,
            "-c",
            &directory,
            &shell,
        ]);
        Some(terminal)
    }

    fn tmux(&self, arguments: &[&str]) -> String {
        let mut command = Command::new("tmux");
        command.env("LC_ALL", "C.UTF-8").env_remove("TMUX");
        let output = command.args(["-u", "-L", &self.socket]).args(arguments).output();
        String::from_utf8_lossy(&output.expect("tmux runs").stdout).into_owned()
    }

    fn press(&self, keys: &[&str]) {
        self.tmux(&[&["send-keys"], keys].concat());
    }

    fn screen(&self) -> String {
        self.tmux(&["capture-pane", "-p"])
    }

    /// Waits until the screen shows something.
    fn wait_for(&self, wanted: &str) -> String {
        let begin = Instant::now();
        loop {
            let screen = self.screen();
            if screen.contains(wanted) {
                return screen;
            }
            assert!(begin.elapsed() < PATIENCE, "`{wanted}` is not on the screen:\n{screen}");
            sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.tmux(&["kill-server"]);
    }
}

const VAULT: &str = include_str!("../src/command/new/contract.aluasm");

const ARGUMENTS: &str = "debug vault.aluasm balance=500 amount=501 age=7";

#[test]
fn keys_move_the_run_and_lines_are_commands() {
    let files = [("vault.aluasm", VAULT)];
    let Some(terminal) = Terminal::start("keys", (80, 24), ARGUMENTS, &files) else { return };
    terminal.wait_for("step 0");
    terminal.press(&["6", "j"]);
    let screen = terminal.wait_for("step 6");
    assert!(screen.contains("∅ ← 501") && screen.contains("st0 false ← true"), "{screen}");
    terminal.press(&["k"]);
    terminal.wait_for("step 5");
    terminal.press(&["u"]);
    terminal.wait_for("500 - 501 does not fit an unsigned a64");
    // Unfinished lines are given up, wrong ones say why.
    terminal.press(&[":", "s", "e"]);
    terminal.wait_for(":se");
    terminal.press(&["Escape"]);
    terminal.wait_for("j k step");
    terminal.press(&[":", "set amount", "Enter"]);
    terminal.wait_for("it is written `set NAME=VALUE`");
    terminal.press(&[":", "set amount=1", "Enter"]);
    terminal.press(&["G"]);
    terminal.wait_for("step 8 of 8");
    terminal.press(&["?"]);
    terminal.wait_for("run again with another input");
    // A key takes the help away, and does nothing else.
    terminal.press(&["q"]);
    terminal.wait_for("the program finished");
    terminal.press(&["Tab"]);
    terminal.wait_for("withdraw:");
    terminal.press(&["q"]);
    let screen = terminal.wait_for("code 0");
    assert!(!screen.contains("step 8"), "the screen from before is back:\n{screen}");
}

#[test]
fn statements_are_steps_and_variables_have_names() {
    let text = "\
pub fn owed(paid: i64, price: i64) -> (rest: i64) {
    let debt: i64 = paid - price;
    rest = debt * 2;
}
";
    let files = [("owed.aluasm", text)];
    let arguments = "debug owed.aluasm paid=5 price=8";
    let Some(terminal) = Terminal::start("statements", (80, 24), arguments, &files) else {
        return;
    };
    let screen = terminal.wait_for("step 0");
    assert!(!screen.contains("debt a64[3]"), "{screen}");
    terminal.press(&["J"]);
    let screen = terminal.wait_for("step 3");
    assert!(screen.contains("▶ 3   rest = debt * 2;"), "{screen}");
    assert!(screen.contains("debt  a64[3] -3"), "{screen}");
    terminal.press(&["J"]);
    let screen = terminal.wait_for("step 6");
    assert!(screen.contains("▶ 4 }") && screen.contains("rest  a64[2] -6"), "{screen}");
    terminal.press(&["2", "K"]);
    terminal.wait_for("step 0");
    terminal.press(&["q"]);
    terminal.wait_for("code 0");
}

#[test]
fn any_size_and_any_change_of_it_is_survived() {
    let files = [("vault.aluasm", VAULT)];
    let Some(terminal) = Terminal::start("sizes", (120, 40), ARGUMENTS, &files) else { return };
    terminal.wait_for("step 0");
    for (width, height) in [("2", "2"), ("200", "3"), ("10", "50"), ("1", "1"), ("40", "12")] {
        terminal.tmux(&["resize-window", "-x", width, "-y", height]);
        terminal.press(&["j"]);
        sleep(Duration::from_millis(100));
    }
    terminal.tmux(&["resize-window", "-x", "80", "-y", "24"]);
    terminal.wait_for("step 5");
    terminal.press(&["C-c"]);
    terminal.wait_for("code 0");
}

#[test]
fn long_work_says_how_far_it_is() {
    // A minute of digests, on whatever machine.
    let (string, steps) = ("text".repeat(15_000), "sha2 s16[0], r256[0]; ".repeat(50));
    let begin = format!(".isae \"ALU BPDIGEST\"; put s16[0], \"{string}\";");
    let text = format!("{begin} again: {steps} jmp again;");
    let cases = "| 0x0000 | st0=true\n".repeat(3);
    let files = [("long.aluasm", text.as_str()), ("long.case", cases.as_str())];
    let Some(terminal) = Terminal::start("run", (80, 24), "run long.aluasm", &files) else {
        return;
    };
    terminal.wait_for("2 s");
    let Some(terminal) = Terminal::start("test", (80, 24), "test long.aluasm", &files) else {
        return;
    };
    terminal.wait_for("] 0/3");
    // What is soon done says nothing of it.
    let Some(terminal) = Terminal::start("soon", (80, 24), "id long.aluasm", &files) else {
        return;
    };
    let screen = terminal.wait_for("code 0");
    assert!(!screen.contains('['), "{screen}");
}

#[test]
fn a_long_run_answers_keys() {
    let steps = "inc a8[0]; clr a8[0]; put a8[0], 1; ".repeat(5);
    let text = format!("again: {steps} jmp again;");
    let text = format!(".isae \"ALU\"; put a64[5], 7; {text}");
    let files = [("long.aluasm", text.as_str())];
    let Some(terminal) = Terminal::start("long", (80, 24), "debug long.aluasm", &files) else {
        return;
    };
    terminal.wait_for("step 0");
    terminal.press(&["G"]);
    terminal.wait_for("the program jumped too often");
    terminal.press(&["k"]);
    terminal.wait_for("step 1048576 of 1048577");
    terminal.press(&[":", "w a64[5]", "Enter"]);
    terminal.wait_for("step 1 of");
    terminal.press(&["q"]);
    terminal.wait_for("code 0");
}
