//! What the command line asks for.

use std::error::Error;
use std::time::Duration;

use crate::list::{AREAS, Area, Mutant};

/// Most mutants are noticed by what is quick.
const LONGEST: Duration = Duration::from_secs(20);

/// The arguments of the command; the head of `main.rs` says what they mean.
pub(crate) struct Options {
    pub(crate) area: &'static Area,
    pub(crate) part: usize,
    pub(crate) parts: usize,
    /// Tests that take longer are left out.
    pub(crate) longest: Duration,
    pub(crate) resume: bool,
    pub(crate) known: bool,
    /// Beginnings of names of files, if not all are asked for.
    only: Option<Vec<String>>,
}

impl Options {
    /// Reads the arguments behind the name of the program.
    pub(crate) fn parse(
        mut arguments: impl Iterator<Item = String>,
    ) -> Result<Self, Box<dyn Error>> {
        let name = arguments.next().unwrap_or_default();
        let area = AREAS.iter().find(|area| area.name == name).ok_or(
            "name an area: codec, bytes, num, vm, flow or library, and perhaps a part, 0/10",
        )?;
        let mut options = Self {
            area,
            part: 0,
            parts: 1,
            longest: LONGEST,
            resume: false,
            known: false,
            only: None,
        };
        for argument in arguments {
            if argument == "--resume" {
                options.resume = true;
            } else if argument == "--known" {
                options.known = true;
            } else if let Some(files) = argument.strip_prefix("--only=") {
                options.only = Some(files.split(',').map(str::to_owned).collect());
            } else if let Some(seconds) = argument.strip_prefix("--longest=") {
                options.longest = Duration::from_secs(seconds.parse()?);
            } else {
                let (part, parts) = argument.split_once('/').ok_or("a part is written 0/10")?;
                options.part = part.parse()?;
                options.parts = parts.parse::<usize>()?.max(1);
            }
        }
        Ok(options)
    }

    /// Whether a mutant with a place in the list of all is to be judged.
    pub(crate) fn is_asked(&self, number: usize, mutant: &Mutant) -> bool {
        let title = mutant.title();
        let is_file = |files: &Vec<String>| files.iter().any(|file| title.starts_with(file));
        mutant.is_in(self.area)
            && number % self.parts == self.part
            && self.only.as_ref().is_none_or(is_file)
    }

    /// The name of the file of results.
    pub(crate) fn results(&self) -> String {
        let kind = if self.only.is_some() { "-only" } else { "" };
        format!("{}-{}-of-{}{kind}.txt", self.area.name, self.part, self.parts)
    }
}
