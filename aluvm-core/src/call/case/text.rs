//! Recorded runs as text, in lines that a person can read and change:
//!
//! ```text
//! # vault::withdraw refused: Overspent (2)
//! library 0103414c55…
//! about 01057661756c74…
//! a64[0]=500 a64[1]=501 a32[0]=7 | 0 @ "alu1…" | st0=false stop=test at=24
//! host 4 200 | a64[1]=500 st0=true
//! ```
//!
//! - `#` begins a comment. `library` is the binary form of a library in hexadecimal, the first that of the
//!   routine; `about` is the binary form of its description.
//! - The row has the notation of `conformance/`, with an entry point for a program: the registers before
//!   the run, where it begins, how it ended. `in=` is the library in which it stopped, if it was another;
//!   `cl0=` on the left side the complexity limit.
//! - `host` is what an instruction of the host did, in the order of the run: the length of the instruction,
//!   its complexity, and what it changed; `stop` there says that it stopped the program, and
//!   `cl0=` which limit it set. `host unknown` says that it was not recorded.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::error::Error;
use core::fmt::{self, Display, Formatter, Write};
use core::str::FromStr;

use super::{Case, Source};
use crate::isa::{Register, RegisterNameError};
use crate::library::{Hex, Lib, LibFileError, LibId, LibIdError, LibSite, LibSiteError};
use crate::profile::{Profile, UnknownProfile};
use crate::vm::{Effect, Effects, Outcome, Stop, Value, ValueError, from_hex};

impl Display for Case {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for source in &self.sources {
            writeln!(f, "library {}", Hex(&source.lib.to_bytes()))?;
            if !source.description.is_empty() {
                writeln!(f, "about {}", Hex(&source.description))?;
            }
        }
        if self.profile != Profile::SPEC {
            writeln!(f, "profile {}", self.profile)?;
        }
        for (register, value) in &self.inputs {
            write!(f, "{register}={} ", value.notation(*register))?;
        }
        if let Some(limit) = self.limit {
            write!(f, "cl0={limit} ")?;
        }
        let Outcome { status, stop, site } = self.outcome;
        let name = stop.name();
        write!(f, "| {} | st0={status} stop={name} at={}", self.entry, site.offset)?;
        if site.lib != self.entry.lib {
            write!(f, " in={}", site.lib)?;
        }
        writeln!(f)?;
        let Some(effects) = &self.effects else { return writeln!(f, "host unknown") };
        effects.iter().try_for_each(|effect| write_effect(f, &effect))
    }
}

fn write_effect(f: &mut Formatter<'_>, effect: &Effect) -> fmt::Result {
    write!(f, "host {} {} |", effect.length, effect.cost)?;
    for (register, value) in &effect.changes {
        match value {
            Some(value) => write!(f, " {register}={}", value.notation(*register))?,
            None => write!(f, " {register}=none")?,
        }
    }
    match effect.limit {
        Some(Some(limit)) => write!(f, " cl0={limit}")?,
        Some(None) => f.write_str(" cl0=none")?,
        None => {}
    }
    writeln!(f, "{}", if effect.stops { " stop" } else { "" })
}

impl FromStr for Case {
    type Err = CaseError;

    fn from_str(text: &str) -> Result<Case, CaseError> {
        let mut reader = Reader::default();
        for (number, line) in text.lines().enumerate() {
            let line = line.trim();
            if !line.is_empty() && !line.starts_with('#') {
                reader.line(line).map_err(|kind| CaseError { line: number + 1, kind })?;
            }
        }
        let end = text.lines().count().max(1);
        reader.finish().ok_or(CaseError { line: end, kind: CaseErrorKind::NoRow })
    }
}

#[derive(Default)]
struct Reader {
    sources: Vec<Source>,
    profile: Profile,
    row: Option<Row>,
    effects: Effects,
    is_unknown: bool,
}

struct Row {
    entry: LibSite,
    inputs: Vec<(Register, Value)>,
    limit: Option<u64>,
    outcome: Outcome,
}

impl Reader {
    fn line(&mut self, line: &str) -> Result<(), CaseErrorKind> {
        match line.split_once(' ').map_or((line, ""), |(word, rest)| (word, rest.trim())) {
            ("library", digits) => {
                let lib = Lib::from_bytes_of_any_profile(&hex(digits)?);
                let lib = lib.map_err(CaseErrorKind::Library)?;
                self.sources.push(Source { lib, description: Cow::Borrowed(&[]) });
            }
            ("about", digits) => {
                let description = hex(digits)?;
                let source = self.sources.last_mut().ok_or(CaseErrorKind::NoLibrary)?;
                source.description = Cow::Owned(description);
            }
            ("profile", name) => self.profile = name.parse().map_err(CaseErrorKind::Profile)?,
            ("host", "unknown") => self.is_unknown = true,
            ("host", rest) => self.effects.push(&effect(rest)?),
            _ if self.row.is_some() => return Err(CaseErrorKind::Form),
            _ => self.row = Some(row(line)?),
        }
        Ok(())
    }

    fn finish(self) -> Option<Case> {
        let Row { entry, inputs, limit, outcome } = self.row?;
        let is_known = !self.is_unknown && self.effects.is_complete();
        let effects = is_known.then_some(self.effects);
        let Reader { sources, profile, .. } = self;
        Some(Case { sources, entry, profile, inputs, limit, effects, outcome })
    }
}

fn hex(digits: &str) -> Result<Vec<u8>, CaseErrorKind> {
    from_hex(digits).ok_or(CaseErrorKind::Hex)
}

/// The words of a side of a row, which are `name=value`.
fn assignments(side: &str) -> impl Iterator<Item = Result<(&str, &str), CaseErrorKind>> {
    side.split_whitespace().map(|word| word.split_once('=').ok_or(CaseErrorKind::Form))
}

fn number<T: FromStr>(text: &str) -> Result<T, CaseErrorKind> {
    text.parse().or(Err(CaseErrorKind::Number))
}

fn row(line: &str) -> Result<Row, CaseErrorKind> {
    let mut sides = line.split('|');
    let (Some(before), Some(entry), Some(after), None) =
        (sides.next(), sides.next(), sides.next(), sides.next())
    else {
        return Err(CaseErrorKind::Form);
    };
    let entry: LibSite = entry.trim().parse().map_err(CaseErrorKind::Site)?;
    let (mut inputs, mut limit) = (Vec::new(), None);
    for assignment in assignments(before) {
        match assignment? {
            ("cl0", text) => limit = Some(number(text)?),
            (name, text) => {
                let register = name.parse().map_err(CaseErrorKind::Register)?;
                let value = Value::parse(register, text).map_err(CaseErrorKind::Value)?;
                inputs.push((register, value));
            }
        }
    }
    let mut outcome = Outcome { status: true, stop: Stop::Finished, site: entry };
    for assignment in assignments(after) {
        match assignment? {
            ("st0", text) => outcome.status = number(text)?,
            ("at", text) => outcome.site.offset = number(text)?,
            ("in", text) => outcome.site.lib = text.parse::<LibId>().map_err(CaseErrorKind::Id)?,
            ("stop", text) => outcome.stop = Stop::from_name(text).ok_or(CaseErrorKind::Stop)?,
            _ => return Err(CaseErrorKind::Form),
        }
    }
    Ok(Row { entry, inputs, limit, outcome })
}

fn effect(line: &str) -> Result<Effect, CaseErrorKind> {
    let (head, changes) = line.split_once('|').ok_or(CaseErrorKind::Form)?;
    let (length, cost) = head.trim().split_once(' ').ok_or(CaseErrorKind::Form)?;
    let (length, cost) = (number(length)?, number(cost.trim())?);
    let mut effect = Effect { length, cost, ..Effect::default() };
    for word in changes.split_whitespace() {
        match word.split_once('=') {
            None if word == "stop" => effect.stops = true,
            None => return Err(CaseErrorKind::Form),
            Some(("cl0", "none")) => effect.limit = Some(None),
            Some(("cl0", text)) => effect.limit = Some(Some(number(text)?)),
            Some((name, text)) => {
                let register: Register = name.parse().map_err(CaseErrorKind::Register)?;
                let value = match text {
                    "none" => None,
                    text => Some(Value::parse(register, text).map_err(CaseErrorKind::Value)?),
                };
                effect.changes.push((register, value));
            }
        }
    }
    Ok(effect)
}

impl Case {
    /// The text of the case behind comments with what it says of the failure.
    pub fn to_text(&self, comment: &str) -> String {
        let mut text = String::new();
        for line in comment.lines() {
            // A string takes what is written into it.
            let _ = writeln!(text, "{}", format!("# {line}").trim_end());
        }
        text + &self.to_string()
    }
}

/// Why a text is not a recorded run.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CaseError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub kind: CaseErrorKind,
}

/// What is wrong with the text of a recorded run.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CaseErrorKind {
    /// The line is neither `library`, `about`, `host` nor a row.
    Form,
    /// There is no row.
    NoRow,
    /// `about` stands before any `library`.
    NoLibrary,
    /// The bytes are not two hexadecimal digits each.
    Hex,
    /// The bytes are no library.
    Library(LibFileError),
    /// It is no entry point.
    Site(LibSiteError),
    /// It is no id of a library.
    Id(LibIdError),
    /// There is no such register.
    Register(RegisterNameError),
    /// The register has no such value.
    Value(ValueError),
    /// It is no number, or too great a one.
    Number,
    /// There is no such stop.
    Stop,
    /// There is no such profile.
    Profile(UnknownProfile),
}

impl Display for CaseError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: ", self.line)?;
        match &self.kind {
            CaseErrorKind::Form => f.write_str(
                "a recorded run has lines `library HEX`, `about HEX`, `host LENGTH COST | CHANGES`, and \
                 one row `registers | OFFSET @ \"LIBRARY\" | st0=… stop=… at=…`",
            ),
            CaseErrorKind::NoRow => f.write_str("the row with the registers before the run is missing"),
            CaseErrorKind::NoLibrary => f.write_str("`about` stands behind the `library` it is about"),
            CaseErrorKind::Hex => f.write_str("bytes are two hexadecimal digits each"),
            CaseErrorKind::Library(error) => Display::fmt(error, f),
            CaseErrorKind::Profile(error) => Display::fmt(error, f),
            CaseErrorKind::Site(error) => Display::fmt(error, f),
            CaseErrorKind::Id(error) => Display::fmt(error, f),
            CaseErrorKind::Register(error) => Display::fmt(error, f),
            CaseErrorKind::Value(error) => Display::fmt(error, f),
            CaseErrorKind::Number => f.write_str("this is no number, or too great a one"),
            CaseErrorKind::Stop => {
                f.write_str("a run stops by ")?;
                for (number, stop) in Stop::ALL.iter().enumerate() {
                    write!(f, "{}`{}`", if number == 0 { "" } else { ", " }, stop.name())?;
                }
                Ok(())
            }
        }
    }
}

impl Error for CaseError {}
