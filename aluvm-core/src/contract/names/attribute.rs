//! What the attributes of a library say, and what those of its parts permit.

use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

use crate::asm::error::AsmErrorKind;
use crate::asm::parse;
use crate::asm::resolve::{Resolved, lacking, nearest};
use crate::asm::token::{Span, Text, Tokens, text};
use crate::contract::error::{Faults, OPEN_STATUS, SourceErrorKind, Unused};
use crate::contract::item::{Attribute, Inside, Meaning, Name};
use crate::contract::parse::names as parse_names;
use crate::flow::Problem;
use crate::library::{Isae, LibId};
use crate::profile::Profile;

/// The names of all that is verified.
pub const FINDINGS: [&str; Problem::NAMES.len() + Unused::NAMES.len() + 1] = {
    let mut all = [OPEN_STATUS; Problem::NAMES.len() + Unused::NAMES.len() + 1];
    let (flow, names) = all.split_at_mut(Problem::NAMES.len());
    flow.copy_from_slice(Problem::NAMES);
    names.split_at_mut(Unused::NAMES.len()).0.copy_from_slice(Unused::NAMES);
    all
};

/// What is permitted and reported in a file beside what its attributes say. Names are of [`FINDINGS`].
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Levels<'a> {
    /// What is not reported.
    pub allowed: &'a [&'a str],
    /// What is reported if no attribute permits it, even if it is among the allowed.
    pub denied: &'a [&'a str],
    /// What the machine does that runs the file, if no attribute says it.
    pub profile: Profile,
}

/// What the attributes of a library say.
#[derive(Debug, Default)]
pub(in crate::contract) struct Attributes<'t> {
    /// The extensions that it names, and the token that does.
    pub(in crate::contract) isae: Option<(Isae, usize)>,
    /// The pinned id and its token.
    pub(in crate::contract) id: Option<(LibId, usize)>,
    /// What the machine does that runs the library, if something says so.
    pub(in crate::contract) profile: Option<Profile>,
    /// What is permitted everywhere.
    allowed: BTreeSet<&'t str>,
    /// What each item permits.
    items: Vec<BTreeSet<&'t str>>,
    /// Whether an unread status is reported.
    pub(in crate::contract) denies_unread_status: bool,
    is_file: bool,
}

impl<'t> Attributes<'t> {
    /// Reads the attributes of a library.
    pub(in crate::contract) fn of<S: Span>(
        inside: &Inside<'t>,
        tokens: Tokens<'t, S>,
        is_file: bool,
        faults: &mut Faults,
    ) -> Attributes<'t> {
        let mut known = Attributes { is_file, ..Attributes::default() };
        for attribute in &inside.attributes {
            match &attribute.meaning {
                Meaning::Id(token) => match string(tokens, *token, faults).map(|text| text.parse())
                {
                    Some(Ok(id)) => known.id = Some((id, *token)),
                    Some(Err(error)) => {
                        faults.at(*token, SourceErrorKind::LibraryId(Box::new(error)));
                    }
                    None => {}
                },
                Meaning::Profile(token) => {
                    let Some(name) = string(tokens, *token, faults) else { continue };
                    match Profile::from_name(&name) {
                        Some(profile) => known.profile = Some(profile),
                        None => {
                            let name = name.into();
                            faults.at(*token, SourceErrorKind::UnknownProfile { name });
                        }
                    }
                }
                Meaning::Isa if is_file => {
                    let name = "isa".into();
                    faults.at(attribute.tokens.start, SourceErrorKind::MacroAttribute { name });
                }
                Meaning::Deny { findings } => {
                    let denied = |name: &Name<'_>| name.text == "unread_status";
                    known.denies_unread_status |= findings.iter().any(denied);
                    check(findings, faults);
                }
                _ => {}
            }
        }
        known.check_cfg(&inside.attributes, faults);
        known.allowed = allowed(&inside.attributes, faults);
        for item in &inside.items {
            known.check_cfg(&item.attributes, faults);
            known.items.push(allowed(&item.attributes, faults));
        }
        known
    }

    /// Reads the names of extensions. How many are possible depends on the profile.
    pub(in crate::contract) fn read_isae<S: Span>(
        &mut self,
        inside: &Inside<'t>,
        tokens: Tokens<'t, S>,
        profile: &Profile,
        faults: &mut Faults,
    ) {
        for attribute in &inside.attributes {
            let Meaning::Isae(token) = attribute.meaning else { continue };
            let Some(text) = string(tokens, token, faults) else { continue };
            match Isae::from_text_for(&text, profile) {
                Ok(isae) => self.isae = Some((isae, token)),
                Err(error) => faults.at(token, SourceErrorKind::Isae(error)),
            }
        }
    }

    /// Permits and reports what is asked for from outside.
    pub(in crate::contract) fn apply(&mut self, levels: Levels<'_>) {
        let Levels { allowed, denied, profile } = levels;
        if profile != Profile::SPEC {
            self.profile.get_or_insert(profile);
        }
        let is_allowed = |name: &&str| allowed.contains(name) && !denied.contains(name);
        self.allowed.extend(FINDINGS.into_iter().filter(is_allowed));
        self.denies_unread_status |= denied.contains(&"unread_status");
    }

    /// Reports attributes that a file cannot have.
    fn check_cfg(&self, attributes: &[Attribute<'t>], faults: &mut Faults) {
        for attribute in attributes {
            if let (Meaning::Cfg, true) = (&attribute.meaning, self.is_file) {
                let name = "cfg".into();
                faults.at(attribute.tokens.start, SourceErrorKind::MacroAttribute { name });
            }
        }
    }

    /// Whether the library or an item of it permits what is called so.
    pub(in crate::contract) fn allows(&self, item: usize, finding: &str) -> bool {
        self.allowed.contains(finding)
            || self.items.get(item).is_some_and(|allowed| allowed.contains(finding))
    }
}

/// What attributes permit. Reports what is nearly the name of something that is verified.
pub(in crate::contract) fn allowed<'t>(
    attributes: &[Attribute<'t>],
    faults: &mut Faults,
) -> BTreeSet<&'t str> {
    let mut allowed = BTreeSet::new();
    for attribute in attributes {
        if let Meaning::Allow { findings } = &attribute.meaning {
            check(findings, faults);
            allowed.extend(findings.iter().map(|name| name.text));
        }
    }
    allowed
}

/// What the attributes of a statement permit.
pub(in crate::contract) fn allowed_by<'t, S: Span>(
    attributes: &[parse::Attribute<'t>],
    tokens: Tokens<'t, S>,
    faults: &mut Faults,
) -> Vec<&'t str> {
    let mut allowed = Vec::new();
    for attribute in attributes.iter().filter(|attribute| attribute.name == Some("allow")) {
        let names = parse_names(tokens, &attribute.tokens);
        for name in &names {
            if !FINDINGS.contains(&name.text) {
                let nearest = nearest(name.text, FINDINGS.into_iter());
                let error = SourceErrorKind::UnknownFinding { name: name.text.into(), nearest };
                faults.at(name.token, error);
            }
        }
        allowed.extend(names.iter().map(|name| name.text));
    }
    allowed
}

/// Reports names that are nearly those of something that is verified; others are lints of Rust.
fn check(names: &[Name<'_>], faults: &mut Faults) {
    for name in names.iter().filter(|name| !FINDINGS.contains(&name.text)) {
        if let Some(near) = nearest_finding(name.text) {
            let error =
                SourceErrorKind::UnknownFinding { name: name.text.into(), nearest: Some(near) };
            faults.at(name.token, error);
        }
    }
}

/// The name of a finding that a word, which is none, is taken for.
pub fn nearest_finding(word: &str) -> Option<&'static str> {
    if is_lint(word) || FINDINGS.contains(&word) {
        return None;
    }
    nearest(word, FINDINGS.into_iter())
}

/// Those lints.
const LINTS: [&str; 26] = [
    "unnameable_types",
    "unreachable_code",
    "unreachable_patterns",
    "unreachable_pub",
    "unused",
    "unused_allocation",
    "unused_assignments",
    "unused_attributes",
    "unused_braces",
    "unused_comparisons",
    "unused_crate_dependencies",
    "unused_doc_comments",
    "unused_extern_crates",
    "unused_features",
    "unused_import_braces",
    "unused_imports",
    "unused_labels",
    "unused_lifetimes",
    "unused_macros",
    "unused_must_use",
    "unused_mut",
    "unused_parens",
    "unused_qualifications",
    "unused_results",
    "unused_unsafe",
    "unused_variables",
];

/// Whether a lint of rustc is nearly called like something that is verified.
fn is_lint(name: &str) -> bool {
    LINTS.contains(&name)
}

/// The text of a string literal.
pub(in crate::contract) fn string<S: Span>(
    tokens: Tokens<'_, S>,
    token: usize,
    faults: &mut Faults,
) -> Option<String> {
    match text(tokens.literal(token)?) {
        Ok(Text::String(bytes)) => String::from_utf8(bytes).ok(),
        Ok(Text::Bytes(_)) => {
            let found = tokens.describe(token);
            faults.at(token, AsmErrorKind::Expected { expected: "a string", found });
            None
        }
        Err(error) => {
            faults.at(token, AsmErrorKind::Literal(error));
            None
        }
    }
}

/// Reports an extension that instructions belong to and the library does not name.
pub(in crate::contract) fn check_isae<'r, S: 'r>(
    attributes: &Attributes<'_>,
    instrs: impl Iterator<Item = &'r Resolved<S>>,
    faults: &mut Faults,
) {
    let Some((isae, token)) = &attributes.isae else { return };
    for kind in lacking(isae, instrs) {
        faults.at(*token, kind);
    }
}
