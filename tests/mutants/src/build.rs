//! A copy of the repository in which all mutants are compiled, each behind its switch. What was found to compile is kept
//! beside it, so that nothing is compiled again while the sources are the same.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::list::{Genre, Mutant};
use crate::site::{self, Parts, Site};
use crate::switch::{Choice, MODULE, Switched};

/// What became of the mutants, and the copy.
pub(crate) struct Copy {
    pub(crate) folder: PathBuf,
    /// Those that do not compile.
    pub(crate) unviable: BTreeSet<usize>,
    /// Those in constant evaluation, which no switch reaches, or at no place that is known here.
    pub(crate) constant: BTreeSet<usize>,
}

const LIB: &str = "aluvm-core/src/lib.rs";

struct File<'a> {
    name: &'a str,
    text: String,
    sites: Vec<Site>,
}

/// What does not change keeps its time, and is not compiled again.
fn write(path: &Path, content: &[u8]) -> Result<(), Box<dyn Error>> {
    if fs::read(path).ok().is_none_or(|old| old != content) {
        fs::write(path, content)?;
    }
    Ok(())
}

/// Copies what git knows of, files that are not committed yet among it, but for what is written with switches.
fn copy(root: &Path, folder: &Path, but: &BTreeSet<&str>) -> Result<(), Box<dyn Error>> {
    let output = Command::new("git")
        .current_dir(root)
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .output()?;
    for name in String::from_utf8(output.stdout)?.split('\0').filter(|name| !name.is_empty()) {
        let to = folder.join(name);
        fs::create_dir_all(to.parent().ok_or("a file without a folder")?)?;
        // A file that was deleted is still in git's list.
        if let Ok(content) = fs::read(root.join(name))
            && !but.contains(name)
        {
            write(&to, &content)?;
        }
    }
    Ok(())
}

/// Makes the copy, and leaves mutants out until the rest compiles.
pub(crate) fn build(
    root: &Path,
    folder: &Path,
    mutants: &[Mutant],
) -> Result<Copy, Box<dyn Error>> {
    let mut switched: BTreeSet<&str> = mutants.iter().map(|mutant| mutant.file.as_str()).collect();
    switched.insert(LIB);
    copy(root, folder, &switched)?;
    let mut choice = Choice::default();
    let mut constant = BTreeSet::new();
    let mut of_file: BTreeMap<&str, BTreeMap<usize, &Mutant>> = BTreeMap::new();
    for (number, mutant) in mutants.iter().enumerate() {
        of_file.entry(&mutant.file).or_default().insert(number, mutant);
    }
    let mut files = Vec::new();
    for (name, mutants) in of_file {
        let text = fs::read_to_string(root.join(name))?;
        let found = site::find(&text, &mutants)?;
        constant.extend(found.rest);
        choice.left_out.extend(found.chains);
        files.push(File { name, text, sites: found.sites });
    }
    write(&folder.join("aluvm-core/src/mutants.rs"), MODULE.as_bytes())?;
    let lib = fs::read_to_string(root.join(LIB))?;
    let lib = lib.replace("#[cfg(feature = \"std\")]\nextern crate std;", "extern crate std;");
    write(&folder.join(LIB), (lib + "mod mutants;\n").as_bytes())?;

    let kept = folder.join("../choice.json");
    let fingerprint = fingerprint(&files, mutants);
    if let Some(found) = read_found(&kept)?.filter(|found| found.fingerprint == fingerprint) {
        (choice, constant) = (found.choice, found.constant);
    }
    for round in 1.. {
        for file in &files {
            let switched =
                Switched { text: &file.text, sites: &file.sites, mutants, choice: &choice };
            write(&folder.join(file.name), switched.render().as_bytes())?;
        }
        let errors = errors(folder)?;
        eprintln!("round {round}: {} errors", errors.len());
        if errors.is_empty() {
            break;
        }
        for error in &errors {
            trace(error, folder, &files, mutants, &mut choice, &mut constant)?;
        }
    }
    let unviable = choice.left_out.difference(&constant).copied().collect();
    let found = Found { fingerprint, choice, constant };
    fs::write(&kept, serde_json::to_vec(&found)?)?;
    let constant = found.constant;
    Ok(Copy { folder: folder.to_owned(), unviable, constant })
}

/// Which mutants compile, of sources with this fingerprint.
#[derive(Serialize, Deserialize)]
struct Found {
    fingerprint: u64,
    choice: Choice,
    constant: BTreeSet<usize>,
}

fn read_found(path: &Path) -> Result<Option<Found>, Box<dyn Error>> {
    match fs::read(path) {
        Ok(bytes) => Ok(serde_json::from_slice(&bytes).ok()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn fingerprint(files: &[File], mutants: &[Mutant]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for file in files {
        (file.name, &file.text).hash(&mut hasher);
    }
    for mutant in mutants {
        mutant.title().hash(&mut hasher);
    }
    hasher.finish()
}

/// The errors of the compiler.
fn errors(folder: &Path) -> Result<Vec<Value>, Box<dyn Error>> {
    let output = Command::new("cargo").current_dir(folder).stderr(Stdio::null())
        .env("RUSTFLAGS", "--cap-lints=warn -Awarnings -Aarithmetic_overflow -Aunconditional_panic -Aunconditional_recursion")
        .args(["check", "--locked", "--package", "aluvm-core", "--all-features", "--message-format=json", "--target-dir"])
        .arg(folder.join("../check")).output()?;
    let lines = String::from_utf8(output.stdout)?;
    let errors: Vec<Value> = lines
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|line| line["reason"] == "compiler-message" && line["message"]["level"] == "error")
        .map(|line| line["message"].clone())
        .filter(|message| message["spans"].as_array().is_some_and(|spans| !spans.is_empty()))
        .collect();
    if errors.is_empty() && !output.status.success() {
        return Err("aluvm-core does not compile, and the compiler names no place".into());
    }
    Ok(errors)
}

/// Leaves out the mutant that an error is about; if it is about a site as a whole, writes that in the other way, and if
/// it was, leaves all its mutants out.
fn trace(
    error: &Value,
    folder: &Path,
    files: &[File],
    mutants: &[Mutant],
    choice: &mut Choice,
    constant: &mut BTreeSet<usize>,
) -> Result<(), Box<dyn Error>> {
    let is_constant = matches!(error["code"]["code"].as_str(), Some("E0015" | "E0658" | "E0493"))
        && error["message"].as_str().is_some_and(|message| message.contains("const"));
    let spans = error["spans"].as_array().into_iter().flatten();
    // The primary place comes first.
    let (first, others): (Vec<_>, Vec<_>) = spans.partition(|span| span["is_primary"] == true);
    for span in first.into_iter().chain(others) {
        let Some(file) = files.iter().find(|file| span["file_name"] == file.name) else { continue };
        let text = fs::read_to_string(folder.join(file.name))?;
        let (Some(start), Some(end)) = (span["byte_start"].as_u64(), span["byte_end"].as_u64())
        else {
            continue;
        };
        let range = usize::try_from(start)?..usize::try_from(end)?;
        if !is_constant && let Some(number) = innermost(&text, &range, "/*<", "*/", ">*/") {
            choice.left_out.insert(number);
            return Ok(());
        }
        if let Some(name) = innermost(&text, &range, "/*{", "*/", "}*/") {
            let site = file
                .sites
                .iter()
                .find(|site| site.mutants[0] == name)
                .ok_or("a site without a name")?;
            if is_constant || !choice.repeated.insert(name) {
                choice.left_out.extend(&site.mutants);
                if is_constant {
                    constant.extend(&site.mutants);
                }
            }
            return Ok(());
        }
    }
    if error["code"]["code"] == "E0004" && leave_arms(error, folder, files, mutants, choice)? {
        return Ok(());
    }
    Err(format!("no mutant is the cause of {}", error["rendered"].as_str().unwrap_or("")).into())
}

/// Keeps the arms of a `match` without which it is not exhaustive: all of them. Whether there were any.
fn leave_arms(
    error: &Value,
    folder: &Path,
    files: &[File],
    mutants: &[Mutant],
    choice: &mut Choice,
) -> Result<bool, Box<dyn Error>> {
    let before = choice.left_out.len();
    let spans = error["spans"].as_array().into_iter().flatten();
    for span in spans.filter(|span| span["is_primary"] == true) {
        let Some(file) = files.iter().find(|file| span["file_name"] == file.name) else { continue };
        let text = fs::read_to_string(folder.join(file.name))?;
        let start = usize::try_from(span["byte_end"].as_u64().unwrap_or(0))?;
        let (mut depth, mut rest) = (0, text.get(start..).unwrap_or(""));
        while let Some(at) = rest.find(['{', '}']) {
            let is_site = rest[..at].ends_with("/*");
            let is_open = rest[at..].starts_with('{');
            rest = &rest[at + 1..];
            if is_site && is_open && depth == 1 {
                let name = rest.split("*/").next().and_then(|name| name.parse::<usize>().ok());
                let site = file.sites.iter().find(|site| Some(site.mutants[0]) == name);
                if let Some(site) = site.filter(|site| matches!(site.parts, Parts::Arm { .. })) {
                    let of_arms = site
                        .mutants
                        .iter()
                        .filter(|&&number| mutants[number].genre == Genre::MatchArm);
                    choice.left_out.extend(of_arms);
                }
            }
            depth += if is_open { 1 } else { -1 };
            if depth == 0 {
                break;
            }
        }
    }
    Ok(choice.left_out.len() > before)
}

/// The number of the innermost pair of comments around a range.
fn innermost(
    text: &str,
    range: &std::ops::Range<usize>,
    open: &str,
    behind: &str,
    close: &str,
) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    for (at, _) in text[..range.start.min(text.len())].match_indices(open) {
        let rest = &text[at + open.len()..];
        let Some(number) =
            rest.split(behind).next().and_then(|number| number.parse::<usize>().ok())
        else {
            continue;
        };
        let Some(end) = rest.find(&format!("/*{number}{close}")) else { continue };
        if at + open.len() + end >= range.end && best.is_none_or(|(start, _)| start < at) {
            best = Some((at, number));
        }
    }
    best.map(|(_, number)| number)
}
