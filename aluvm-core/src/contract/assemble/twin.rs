//! The twins of routines, and what is said of a routine that should have one and has none.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use super::AssembledRoutine;
use crate::contract::error::{Faults, LanguageErrorKind};
use crate::contract::expansion::Expansion;
use crate::contract::item::{Attribute, Inside, ItemKind, Meaning};
use crate::contract::twin::{NoTwin, Step, TwinCallee};
use crate::profile::Profile;

/// Gives routines their twins, but those that permit calls to overwrite their registers: variables of Rust keep their
/// values. Returns why the others have none, by their items, with the token that shows it.
pub(super) fn twins(
    inside: &Inside<'_>,
    routines: &mut [AssembledRoutine],
    expansions: Vec<Option<Expansion<'_>>>,
    profile: &Profile,
    clobbered: &BTreeSet<usize>,
) -> BTreeMap<usize, (Option<usize>, NoTwin)> {
    let mut none = BTreeMap::new();
    let mut expansions: BTreeMap<usize, Expansion<'_>> =
        expansions.into_iter().enumerate().filter_map(|(item, one)| Some((item, one?))).collect();
    for routine in &mut *routines {
        let source = inside.items.get(routine.item).map(|item| &item.kind);
        let twin = match expansions.remove(&routine.item) {
            Some(_) if *profile != Profile::SPEC => Err((None, NoTwin::Profile)),
            Some(_) if clobbered.contains(&routine.item) => Err((None, NoTwin::Clobbered)),
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
    leave_callers(inside, routines, &mut none);
    none
}

/// Takes the twins of routines that call one which lost its own to a permit.
fn leave_callers(
    inside: &Inside<'_>,
    routines: &mut [AssembledRoutine],
    none: &mut BTreeMap<usize, (Option<usize>, NoTwin)>,
) {
    let mut is_done = false;
    while !is_done {
        is_done = true;
        for routine in &mut *routines {
            let steps = routine.twin.iter().flat_map(|twin| &twin.steps);
            let mut callees = steps.filter_map(|step| match step {
                Step::Call { callee: TwinCallee::Own(item), .. } => Some(*item),
                _ => None,
            });
            let Some(callee) = callees.find(|callee| none.contains_key(callee)) else { continue };
            let name = inside.items.get(callee).and_then(|item| item.name);
            let name = name.map_or("", |name| name.text).into();
            routine.twin = None;
            none.insert(routine.item, (None, NoTwin::Callee { name }));
            is_done = false;
        }
    }
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
