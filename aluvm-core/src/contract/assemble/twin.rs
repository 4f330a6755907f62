//! The twins of routines, and what is said of a routine that should have one and has none.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::AssembledRoutine;
use crate::contract::error::{Faults, LanguageErrorKind};
use crate::contract::expansion::Expansion;
use crate::contract::item::{Attribute, Inside, ItemKind, Meaning};
use crate::contract::twin::NoTwin;
use crate::profile::Profile;

/// Gives routines their twins. Returns why the others have none, by their items, with the token that shows it.
pub(super) fn twins(
    inside: &Inside<'_>,
    routines: &mut [AssembledRoutine],
    expansions: Vec<Option<Expansion<'_>>>,
    profile: &Profile,
) -> BTreeMap<usize, (Option<usize>, NoTwin)> {
    let mut none = BTreeMap::new();
    let mut expansions: BTreeMap<usize, Expansion<'_>> =
        expansions.into_iter().enumerate().filter_map(|(item, one)| Some((item, one?))).collect();
    for routine in routines {
        let source = inside.items.get(routine.item).map(|item| &item.kind);
        let twin = match expansions.remove(&routine.item) {
            Some(_) if *profile != Profile::SPEC => Err((None, NoTwin::Profile)),
            Some(expansion) => expansion.twin.map_err(|(token, why)| (Some(token), why)),
            None => {
                let body = match source {
                    Some(ItemKind::Routine(source)) => source.body.clone(),
                    _ => None,
                };
                let first = body.filter(|body| !body.is_empty()).map(|body| body.start);
                Err((first, NoTwin::Instruction))
            }
        };
        match twin {
            Ok(twin) => routine.twin = Some(twin),
            Err(why) => {
                none.insert(routine.item, why);
            }
        }
    }
    none
}

/// Reports `#[twin]` before what has none.
pub(super) fn report_twins(
    inside: &Inside<'_>,
    none: &BTreeMap<usize, (Option<usize>, NoTwin)>,
    faults: &mut Faults,
) {
    for (number, item) in inside.items.iter().enumerate() {
        let mut all = item.attributes.iter();
        let is_twin = |attribute: &&Attribute<'_>| matches!(attribute.meaning, Meaning::Twin);
        let Some(attribute) = all.find(is_twin) else { continue };
        // The word behind `#[`.
        let word = attribute.tokens.start + 2;
        if !matches!(item.kind, ItemKind::Routine(_)) {
            faults.at(word, LanguageErrorKind::TwinOfItem);
        } else if let Some((token, why)) = none.get(&number) {
            let why = why.clone();
            faults.at(token.unwrap_or(word), LanguageErrorKind::NoTwin { why });
        }
    }
}
