//! A directory of files that a test runs the command in.

use std::fs;
use std::path::PathBuf;

use snapbox::cmd::Command;

/// A directory of a test's own.
pub(crate) struct World {
    pub(crate) directory: PathBuf,
}

/// A contract with errors and a constant: that of `alu new`.
pub(crate) const VAULT: &str = include_str!("../../src/command/new/contract.aluasm");

/// A library that others import.
pub(crate) const MATH: &str = "\
/// Twice as much.
pub fn double(value: a64[0]) -> (value: a64[0]) { add.uw value, value; ret; }
";

/// One that imports it.
pub(crate) const USER: &str = "\
use \"math.aluasm\" as math;

/// Four times as much.
pub fn quadruple(value: a64[0]) -> (value: a64[0]) {
        call math::double;
        call math::double;
        ret;
}
";

impl World {
    /// An empty one.
    pub(crate) fn new(name: &str) -> World {
        let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("command").join(name);
        let _ = fs::remove_dir_all(&directory);
        fs::create_dir_all(&directory).expect("a directory for the test");
        World { directory }
    }

    /// One with files.
    pub(crate) fn with(name: &str, files: &[(&str, &str)]) -> World {
        let world = World::new(name);
        for (file, text) in files {
            world.write(file, text);
        }
        world
    }

    pub(crate) fn write(&self, file: &str, content: impl AsRef<[u8]>) {
        let path = self.directory.join(file);
        fs::create_dir_all(path.parent().expect("inside")).expect("a directory");
        fs::write(path, content).expect("a file");
    }

    pub(crate) fn read(&self, file: &str) -> Vec<u8> {
        fs::read(self.directory.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    pub(crate) fn text(&self, file: &str) -> String {
        String::from_utf8(self.read(file)).expect("text")
    }

    /// The names of the files, sorted.
    pub(crate) fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.directory).expect("the directory");
        let name = |entry: std::io::Result<fs::DirEntry>| {
            entry.expect("an entry").file_name().to_string_lossy().into_owned()
        };
        let mut names: Vec<String> = entries.map(name).collect();
        names.sort();
        names
    }

    /// The command with arguments, split at spaces.
    pub(crate) fn alu(&self, arguments: &str) -> Command {
        Command::new(env!("CARGO_BIN_EXE_alu"))
            .current_dir(&self.directory)
            .env_remove("NO_COLOR")
            .args(arguments.split_whitespace())
    }
}
