//! What became of each mutant, kept in a file line by line, so that a run that was stopped can go on.

use std::error::Error;
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::Path;

/// What happened to a mutant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    Caught,
    TimedOut,
    Missed,
    /// No test runs the code.
    Unreached,
    /// It does not compile.
    Unviable,
    /// It is in constant evaluation, which no switch reaches.
    Constant,
    /// It is known that no test can notice it, and it was not run.
    Equivalent,
}

const FATES: [Fate; 7] = [
    Fate::Caught,
    Fate::TimedOut,
    Fate::Missed,
    Fate::Unreached,
    Fate::Unviable,
    Fate::Constant,
    Fate::Equivalent,
];

/// The lines of the file: the fate, the mutant's title and the test that noticed it, with tabs between.
pub(crate) struct Results {
    file: File,
    fates: Vec<(Fate, String)>,
}

impl Results {
    /// Those of an earlier run are kept if this one goes on with it; a line that was not written to its end is not.
    pub(crate) fn open(path: &Path, resume: bool) -> Result<Self, Box<dyn Error>> {
        let text = match fs::read_to_string(path) {
            Ok(text) if resume => text,
            Err(error) if resume && error.kind() != ErrorKind::NotFound => return Err(error.into()),
            _ => String::new(),
        };
        let text = text.rfind('\n').map_or("", |end| &text[..=end]);
        let mut fates = Vec::new();
        for line in text.lines() {
            let mut parts = line.split('\t');
            let word = parts.next().unwrap_or_default();
            let fate = FATES.into_iter().find(|fate| format!("{fate:?}") == word);
            let (Some(fate), Some(title)) = (fate, parts.next()) else {
                return Err(
                    format!("{} has a line that is no result: {line}", path.display()).into()
                );
            };
            fates.push((fate, title.to_owned()));
        }
        let mut file = File::create(path)?;
        file.write_all(text.as_bytes())?;
        Ok(Self { file, fates })
    }

    pub(crate) fn add(&mut self, fate: Fate, title: &str, by: &str) -> Result<(), Box<dyn Error>> {
        writeln!(self.file, "{fate:?}\t{title}\t{by}")?;
        self.fates.push((fate, title.to_owned()));
        Ok(())
    }

    pub(crate) fn len(&self) -> usize {
        self.fates.len()
    }

    pub(crate) fn count(&self, wanted: Fate) -> usize {
        self.fates.iter().filter(|(fate, _)| *fate == wanted).count()
    }

    pub(crate) fn survivors(&self) -> Vec<&str> {
        let survived = |fate| matches!(fate, Fate::Missed | Fate::Unreached);
        self.fates
            .iter()
            .filter(|(fate, _)| survived(*fate))
            .map(|(_, title)| title.as_str())
            .collect()
    }
}
