//! Which places are decoded, and the operations there.

use alloc::collections::BTreeMap;
use alloc::collections::btree_map::Entry;
use alloc::vec;
use alloc::vec::Vec;

use super::place::{Place, Spot};
use crate::library::Linked;

/// The operations at the places that are decoded.
pub(super) enum Seen {
    /// A program that begins has few operations, in whose list places are looked for.
    Few,
    /// For each library the operation at each offset of its code, plus one; empty for libraries not seen
    /// yet. Beside them the operations at places past the end of the code, and half a byte behind an offset.
    Many { libs: Vec<Vec<u32>>, outside: BTreeMap<Place, u32> },
}

impl Seen {
    /// A table of the places of operations.
    pub(super) fn table(linked: &Linked, spots: &[Spot]) -> Seen {
        let mut seen =
            Seen::Many { libs: vec![Vec::new(); linked.count()], outside: BTreeMap::new() };
        for (number, spot) in spots.iter().enumerate() {
            if spot.is_met()
                && let Some(place) = spot.place()
            {
                seen.meet(linked, place, &[], number as u32);
            }
        }
        seen
    }

    /// The operation at a place, among these if they are few.
    #[inline]
    pub(super) fn get(&self, place: Place, spots: &[Spot]) -> Option<u32> {
        match self {
            Seen::Few => {
                spots.iter().position(|spot| spot.is_met_at(place)).map(|number| number as u32)
            }
            Seen::Many { libs, outside } => {
                let lib = libs.get(usize::from(place.lib));
                match lib.and_then(|lib| lib.get(usize::from(place.offset))) {
                    Some(number) => number.checked_sub(1),
                    None => outside.get(&place).copied(),
                }
            }
        }
    }

    /// The operation at a place, among these if they are few; remembers another if there is none.
    #[inline]
    pub(super) fn meet(
        &mut self,
        linked: &Linked,
        place: Place,
        spots: &[Spot],
        number: u32,
    ) -> Option<u32> {
        let Seen::Many { libs, outside } = self else { return self.get(place, spots) };
        if let Some(lib) = libs.get_mut(usize::from(place.lib)) {
            if lib.is_empty() {
                *lib = vec![0; linked.lib(place.lib).map_or(0, |lib| lib.code().len())];
            }
            if let Some(entry) = lib.get_mut(usize::from(place.offset)) {
                let met = entry.checked_sub(1);
                *entry = met.unwrap_or(number) + 1;
                return met;
            }
        }
        match outside.entry(place) {
            Entry::Occupied(entry) => Some(*entry.get()),
            Entry::Vacant(entry) => {
                entry.insert(number);
                None
            }
        }
    }
}
