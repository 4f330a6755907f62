//! A search for bytes without the machine, which brings one in linear time along: the crate serves the macro
//! then, which is not optimised, and whose own compile time counts.

use alloc::vec::Vec;

/// The bytes of a segment by what they are. What has been added stays as it is.
pub(super) struct Links {
    /// How often each byte stands there, where first, and where last.
    bytes: [Byte; 256],
    /// For each place the next one with the same byte.
    next: Vec<u32>,
}

#[derive(Clone, Copy)]
struct Byte {
    count: u32,
    first: u32,
    last: u32,
}

/// What stands for no place.
const END: u32 = u32::MAX;

impl Default for Links {
    fn default() -> Links {
        Links { bytes: [Byte { count: 0, first: END, last: END }; 256], next: Vec::new() }
    }
}

impl Links {
    /// The first place of `needle` in `haystack`, which begins with what it was before.
    pub(super) fn find(&mut self, haystack: &[u8], needle: &[u8]) -> Option<usize> {
        for byte in haystack.get(self.next.len()..).unwrap_or_default() {
            self.push(*byte);
        }
        let count = |byte: &u8| self.bytes[usize::from(*byte)].count;
        // Looks where the byte of it stands that is the rarest.
        let Some((at, rarest)) = needle.iter().enumerate().min_by_key(|(_, byte)| count(byte))
        else {
            return Some(0);
        };
        let mut place = self.bytes[usize::from(*rarest)].first;
        while place != END {
            let start = (place as usize).checked_sub(at);
            if let Some(start) = start
                && haystack.get(start..start + needle.len()) == Some(needle)
            {
                return Some(start);
            }
            place = self.next[place as usize];
        }
        None
    }

    fn push(&mut self, byte: u8) {
        let place = self.next.len() as u32;
        let byte = &mut self.bytes[usize::from(byte)];
        match byte.last {
            END => byte.first = place,
            before => self.next[before as usize] = place,
        }
        byte.last = place;
        byte.count += 1;
        self.next.push(END);
    }
}

#[cfg(test)]
mod tests {
    use super::Links;
    use alloc::vec::Vec;

    /// Each piece of up to five bytes, and such as are not there, in what grows by a few bytes of two or three kinds.
    #[test]
    fn the_first_place_is_found_while_bytes_are_added() {
        let mut state = 7_u32;
        let mut next = |below: u32| {
            state = state.wrapping_mul(1_103_515_245).wrapping_add(12345);
            (state >> 16) % below
        };
        for kinds in 2..4 {
            let (mut links, mut haystack) = (Links::default(), Vec::new());
            for _ in 0..40 {
                let more = next(6);
                haystack.extend((0..more).map(|_| next(kinds) as u8));
                for length in 0..6 {
                    let needle: Vec<u8> = (0..length).map(|_| next(kinds + 1) as u8).collect();
                    let first =
                        (0..=haystack.len()).find(|at| haystack[*at..].starts_with(&needle));
                    assert_eq!(links.find(&haystack, &needle), first, "{needle:?} in {haystack:?}");
                }
            }
        }
    }
}
