//! The states at many places, in one piece of memory.

use alloc::vec;
use alloc::vec::Vec;

use super::meet::join;
use super::pair::State;

/// Many pairs of states, one behind the other.
#[derive(Clone, Debug)]
pub(in crate::flow) struct States {
    words: usize,
    /// For each pair which of its states are possible.
    possible: Vec<[bool; 2]>,
    bits: Vec<u64>,
}

impl States {
    /// A number of pairs, in which no state is possible.
    pub(in crate::flow) fn new(count: usize, words: usize) -> States {
        States { words, possible: vec![[false; 2]; count], bits: vec![0; 4 * words * count] }
    }

    /// Whether either state is possible.
    pub(in crate::flow) fn is_possible(&self, number: usize) -> bool {
        self.possible[number] != [false; 2]
    }

    /// Which states are possible, that with `st0` false first.
    pub(in crate::flow) fn possible(&self, number: usize) -> [bool; 2] {
        self.possible[number]
    }

    /// A copy of a pair.
    pub(in crate::flow) fn get(&self, number: usize) -> State {
        let mut state = State::impossible(self.words);
        self.copy_to(number, &mut state);
        state
    }

    /// Copies a pair.
    pub(in crate::flow) fn copy_to(&self, number: usize, state: &mut State) {
        state.possible = self.possible[number];
        let size = 4 * self.words;
        state.bits.copy_from_slice(&self.bits[number * size..(number + 1) * size]);
    }

    /// Lets a way meet a pair: only its states with `statuses` come along it. Says whether the pair
    /// changed.
    pub(in crate::flow) fn join(
        &mut self,
        number: usize,
        state: &State,
        statuses: [bool; 2],
    ) -> bool {
        let size = 2 * self.words;
        let mut changed = false;
        for status in [false, true] {
            let side = usize::from(status);
            if !state.possible[side] || !statuses[side] {
                continue;
            }
            let start = 2 * size * number + size * side;
            let into = &mut self.bits[start..start + size];
            let from = &state.bits[size * side..size * (side + 1)];
            if self.possible[number][side] {
                changed |= join(into, from);
            } else {
                self.possible[number][side] = true;
                into.copy_from_slice(from);
                changed = true;
            }
        }
        changed
    }

    /// Makes everything possible.
    pub(in crate::flow) fn give_up(&mut self, number: usize) {
        self.possible[number] = [true; 2];
        let size = 4 * self.words;
        self.bits[number * size..(number + 1) * size].fill(u64::MAX);
    }
}
