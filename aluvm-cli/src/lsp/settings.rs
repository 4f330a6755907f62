//! What the editor's user has chosen: on the command line, when the editor begins, and later.

use aluvm_core::contract::{FINDINGS, Levels};
use aluvm_core::profile::Profile;
use serde::Deserialize;
use serde_json::Value;

/// What is permitted and reported, and what the machine does that runs the texts.
#[derive(Clone, Default, Debug)]
pub(crate) struct Settings {
    pub(crate) profile: Profile,
    pub(crate) allowed: Vec<String>,
    pub(crate) denied: Vec<String>,
}

/// The same as editors write it. What is missing stays as it is.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Written {
    profile: Option<String>,
    allow: Option<Vec<String>>,
    deny: Option<Vec<String>>,
}

impl Settings {
    /// The names of findings, for who reads texts.
    pub(super) fn names(names: &[String]) -> Vec<&str> {
        names.iter().map(String::as_str).collect()
    }

    /// What is permitted and reported, with the names of the findings.
    pub(super) fn levels<'l>(
        &self,
        (allowed, denied): (&'l [&'l str], &'l [&'l str]),
    ) -> Levels<'l> {
        Levels { allowed, denied, profile: self.profile }
    }

    /// Takes what an editor says, alone or as `alu`, and tells what is wrong with it.
    pub(super) fn take(&mut self, value: &Value) -> Vec<String> {
        let value = value.get("alu").unwrap_or(value);
        if value.is_null() {
            return Vec::new();
        }
        let Written { profile, allow, deny } = match Written::deserialize(value) {
            Ok(written) => written,
            Err(error) => return vec![format!("the settings of alu are wrong: {error}")],
        };
        let mut wrong = Vec::new();
        if let Some(name) = profile {
            match Profile::from_name(&name) {
                Some(profile) => self.profile = profile,
                None => wrong.push(format!(
                    "alu.profile: there is no profile `{name}`; there are {}",
                    Profile::ALL.map(|profile| profile.to_string()).join(", ")
                )),
            }
        }
        for (setting, names, own) in
            [("allow", allow, &mut self.allowed), ("deny", deny, &mut self.denied)]
        {
            let Some(names) = names else { continue };
            for name in names.iter().filter(|name| !FINDINGS.contains(&name.as_str())) {
                wrong.push(format!("alu.{setting}: nothing is found that is called `{name}`"));
            }
            *own = names;
        }
        wrong
    }
}
