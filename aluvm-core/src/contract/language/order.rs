//! The order in which routines are expanded: what one calls comes before it, so that its registers are known. Routines
//! that call each other in a circle come together.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::routines::Known;

/// Routines that call each other in a circle, or one.
pub(super) struct Group {
    /// Their items.
    pub(super) items: Vec<usize>,
    /// Whether a routine calls itself, directly or not.
    pub(super) is_circle: bool,
}

/// Where a routine stands in the search.
#[derive(Clone, Copy)]
struct Visited {
    number: usize,
    /// The least number that it leads back to.
    least: usize,
    is_open: bool,
}

/// All routines, those that are called first (Tarjan's components, without recursion).
pub(super) fn groups(routines: &BTreeMap<usize, Known<'_>>) -> Vec<Group> {
    let mut visited: BTreeMap<usize, Visited> = BTreeMap::new();
    let (mut open, mut groups) = (Vec::new(), Vec::new());
    let callees = |item: usize| -> Vec<usize> {
        let known = routines.get(&item);
        known.map(|known| known.calls.iter().copied().collect()).unwrap_or_default()
    };
    for root in routines.keys().copied() {
        if visited.contains_key(&root) {
            continue;
        }
        let mut path = alloc::vec![(root, callees(root).into_iter())];
        enter(root, &mut visited, &mut open);
        while let Some((item, rest)) = path.last_mut() {
            let item = *item;
            if let Some(next) = rest.next() {
                match visited.get(&next).copied() {
                    None => {
                        enter(next, &mut visited, &mut open);
                        path.push((next, callees(next).into_iter()));
                    }
                    Some(found) if found.is_open => lower(item, found.number, &mut visited),
                    Some(_) => {}
                }
                continue;
            }
            path.pop();
            let Some(own) = visited.get(&item).copied() else { continue };
            if let Some((caller, _)) = path.last() {
                lower(*caller, own.least, &mut visited);
            }
            if own.least == own.number {
                groups.push(close(item, routines, &mut visited, &mut open));
            }
        }
    }
    groups
}

fn enter(item: usize, visited: &mut BTreeMap<usize, Visited>, open: &mut Vec<usize>) {
    let number = visited.len();
    visited.insert(item, Visited { number, least: number, is_open: true });
    open.push(item);
}

fn lower(item: usize, least: usize, visited: &mut BTreeMap<usize, Visited>) {
    if let Some(own) = visited.get_mut(&item) {
        own.least = own.least.min(least);
    }
}

/// Takes the group that begins with a routine from those that are open.
fn close(
    first: usize,
    routines: &BTreeMap<usize, Known<'_>>,
    visited: &mut BTreeMap<usize, Visited>,
    open: &mut Vec<usize>,
) -> Group {
    let mut items = Vec::new();
    while let Some(item) = open.pop() {
        if let Some(own) = visited.get_mut(&item) {
            own.is_open = false;
        }
        items.push(item);
        if item == first {
            break;
        }
    }
    let calls_itself = routines.get(&first).is_some_and(|known| known.calls.contains(&first));
    let is_circle = items.len() > 1 || calls_itself;
    items.sort_unstable();
    Group { items, is_circle }
}
