//! The mutants: what cargo-mutants would change in an area of aluvm-core.

use std::error::Error;
use std::path::Path;
use std::process::Command;

use serde::Deserialize;

const SOURCE: &str = "aluvm-core/src";

/// A module of aluvm-core, and the tests that are to notice its mutants.
pub(crate) struct Area {
    pub(crate) name: &'static str,
    pub(crate) tests: &'static [&'static str],
}

pub(crate) const AREAS: [Area; 6] = [
    Area {
        name: "codec",
        tests: &["codec", "shifted", "semantics", "libraries", "totality", "deployed"],
    },
    Area {
        name: "bytes",
        tests: &["bytes", "semantics", "vectors", "values", "totality", "deployed"],
    },
    Area {
        name: "num",
        tests: &[
            "integers",
            "floats",
            "semantics",
            "vectors",
            "values",
            "asm",
            "contract_language",
            "deployed",
        ],
    },
    Area {
        name: "vm",
        tests: &[
            "semantics",
            "vectors",
            "interpreter",
            "shifted",
            "host",
            "values",
            "calls",
            "totality",
            "threads",
            "memory",
            "alulib",
            "deployed",
        ],
    },
    Area {
        name: "flow",
        tests: &[
            "flow",
            "flow_limits",
            "calls",
            "contract_language",
            "language",
            "contracts",
            "alulib",
        ],
    },
    Area {
        name: "library",
        tests: &[
            "libraries",
            "codec",
            "serialize",
            "semantics",
            "totality",
            "memory",
            "asm",
            "host",
        ],
    },
];

#[derive(Clone, Copy, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

#[derive(Clone, Copy, Deserialize)]
pub(crate) struct Extent {
    pub(crate) start: Place,
    pub(crate) end: Place,
}

/// What is changed.
#[derive(Clone, Copy, Deserialize, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Genre {
    FnValue,
    BinaryOperator,
    UnaryOperator,
    MatchArm,
    MatchArmGuard,
    StructField,
}

/// One change, as cargo-mutants writes it.
#[derive(Deserialize)]
pub(crate) struct Mutant {
    pub(crate) file: String,
    pub(crate) genre: Genre,
    name: String,
    pub(crate) replacement: String,
    pub(crate) span: Extent,
    /// The line where it stands, so that it has a name that does not change when lines move.
    #[serde(skip)]
    pub(crate) line: String,
}

impl Mutant {
    /// The file in the folder of the crate's sources.
    fn path(&self) -> &str {
        self.file.trim_start_matches(SOURCE).trim_start_matches('/')
    }

    pub(crate) fn is_in(&self, area: &Area) -> bool {
        self.path().split(['/', '.']).next() == Some(area.name)
    }

    /// `file: what is changed: the line where it is`.
    pub(crate) fn title(&self) -> String {
        let what = self.name.splitn(4, ':').nth(3).unwrap_or(&self.name).trim();
        let file = self.path();
        format!("{file}: {what}: `{}`", self.line)
    }
}

/// The mutants of all areas.
pub(crate) fn list(root: &Path) -> Result<Vec<Mutant>, Box<dyn Error>> {
    let mut command = Command::new("cargo");
    command.current_dir(root).args(["mutants", "--list", "--json", "--package", "aluvm-core"]);
    for area in &AREAS {
        for pattern in [format!("{SOURCE}/{}.rs", area.name), format!("{SOURCE}/{}/**", area.name)]
        {
            command.args(["--file", &pattern]);
        }
    }
    let output = command.output()?;
    if !output.status.success() {
        return Err(format!(
            "cargo mutants did not run (cargo install --locked cargo-mutants): {}",
            String::from_utf8_lossy(&output.stderr)
        )
        .into());
    }
    let mut mutants: Vec<Mutant> = serde_json::from_slice(&output.stdout)?;
    for mutant in &mut mutants {
        let text = std::fs::read_to_string(root.join(&mutant.file))?;
        let line = text.lines().nth(mutant.span.start.line - 1).unwrap_or("");
        mutant.line = line.trim().to_owned();
    }
    Ok(mutants)
}
