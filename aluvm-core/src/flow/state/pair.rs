//! The two states at a place.

use alloc::vec;
use alloc::vec::Vec;

use super::definedness::Definedness;
use super::meet::join;

/// The two states at a place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::flow) struct State {
    /// Which are possible, that with `st0` false first.
    pub(super) possible: [bool; 2],
    /// Words of the state with `st0` false, then of that with `st0` true; of each first those of
    /// registers that may hold a value, then of those that may lack one.
    pub(super) bits: Vec<u64>,
}

/// A register that a state has a bit for, or not.
pub(in crate::flow) type Bit = usize;

impl State {
    /// A pair of which neither is possible.
    pub(in crate::flow) fn impossible(words: usize) -> State {
        State { possible: [false; 2], bits: vec![0; 4 * words] }
    }

    /// A pair in which both are possible and all registers are in one state.
    pub(in crate::flow) fn uniform(words: usize, definedness: Definedness) -> State {
        let mut state = State { possible: [true; 2], bits: vec![0; 4 * words] };
        state.fill(false, definedness);
        state.fill(true, definedness);
        state
    }

    fn words(&self) -> usize {
        self.bits.len() / 4
    }

    /// Whether `st0` can be this.
    pub(in crate::flow) fn can_be(&self, status: bool) -> bool {
        self.possible[usize::from(status)]
    }

    /// Whether the place can be reached.
    pub(in crate::flow) fn is_possible(&self) -> bool {
        self.possible != [false; 2]
    }

    /// What a register is where `st0` is this.
    pub(in crate::flow) fn get(&self, status: bool, bit: Bit) -> Definedness {
        let words = self.words();
        if bit / 64 >= words {
            return Definedness::Either;
        }
        let at = 2 * words * usize::from(status) + bit / 64;
        let is_set = |word: u64| word >> (bit % 64) & 1 == 1;
        Definedness::from_bits(is_set(self.bits[at]), is_set(self.bits[at + words]))
    }

    /// What a register is, whatever `st0` is; none where the place is not reached.
    pub(in crate::flow) fn get_any(&self, bit: Bit) -> Option<Definedness> {
        match self.possible {
            [false, false] => None,
            [true, false] => Some(self.get(false, bit)),
            [false, true] => Some(self.get(true, bit)),
            [true, true] => Some(self.get(false, bit).join(self.get(true, bit))),
        }
    }

    pub(in crate::flow) fn set(&mut self, status: bool, bit: Bit, definedness: Definedness) {
        let words = self.words();
        if bit / 64 >= words {
            return;
        }
        let at = 2 * words * usize::from(status) + bit / 64;
        let (holds, lacks) = definedness.to_bits();
        let mask = 1 << (bit % 64);
        for (at, is_set) in [(at, holds), (at + words, lacks)] {
            if is_set {
                self.bits[at] |= mask;
            } else {
                self.bits[at] &= !mask;
            }
        }
    }

    pub(in crate::flow) fn set_both(&mut self, bit: Bit, definedness: Definedness) {
        self.set(false, bit, definedness);
        self.set(true, bit, definedness);
    }

    /// Takes it as a fact that a register is defined where `st0` is this; where it cannot be, the state
    /// is impossible.
    pub(in crate::flow) fn learn_defined(&mut self, status: bool, bit: Bit) {
        match self.get(status, bit) {
            Definedness::Undefined => self.rule_out(status),
            _ => self.set(status, bit, Definedness::Defined),
        }
    }

    /// Takes it as a fact that a register is undefined where `st0` is this.
    pub(in crate::flow) fn learn_undefined(&mut self, status: bool, bit: Bit) {
        match self.get(status, bit) {
            Definedness::Defined => self.rule_out(status),
            _ => self.set(status, bit, Definedness::Undefined),
        }
    }

    /// Which of the two states are possible, that with `st0` false first.
    pub(in crate::flow) fn possible(&self) -> [bool; 2] {
        self.possible
    }

    pub(in crate::flow) fn set_possible(&mut self, possible: [bool; 2]) {
        self.possible = possible;
    }

    /// Puts all registers into one state where `st0` is this.
    pub(in crate::flow) fn fill(&mut self, status: bool, definedness: Definedness) {
        let words = self.words();
        if words == 0 {
            return;
        }
        let (holds, lacks) = definedness.to_bits();
        let start = 2 * words * usize::from(status);
        self.bits[start..start + words].fill(if holds { u64::MAX } else { 0 });
        self.bits[start + words..start + 2 * words].fill(if lacks { u64::MAX } else { 0 });
    }

    /// `st0` cannot be this.
    pub(in crate::flow) fn rule_out(&mut self, status: bool) {
        self.possible[usize::from(status)] = false;
    }

    /// `st0` becomes anything, whatever it was.
    pub(in crate::flow) fn forget_status(&mut self) {
        let possible = self.possible_pair();
        let (first, second) = self.halves();
        match possible {
            (false, false) => {}
            (true, false) => second.copy_from_slice(first),
            (false, true) => first.copy_from_slice(second),
            (true, true) => {
                join(first, second);
                second.copy_from_slice(first);
            }
        }
        self.possible = [self.is_possible(); 2];
    }

    /// Lets `st0` become false where it is true, while it stays where it is as well.
    pub(in crate::flow) fn may_fail(&mut self) {
        let possible = self.possible_pair();
        let (first, second) = self.halves();
        match possible {
            (_, false) => {}
            (false, true) => first.copy_from_slice(second),
            (true, true) => {
                join(first, second);
            }
        }
        self.possible[0] |= self.possible[1];
    }

    /// Exchanges the two states.
    pub(in crate::flow) fn invert(&mut self) {
        let (first, second) = self.halves();
        first.swap_with_slice(second);
        self.possible.swap(0, 1);
    }

    /// The state behind a call: registers of `written` are as the callee leaves them, `left`; the others
    /// as they were here. If the callee keeps `st0`, each state goes on by itself.
    pub(in crate::flow) fn behind_call(
        &mut self,
        left: &State,
        written: &[u64],
        keeps_status: bool,
    ) {
        if !keeps_status {
            self.forget_status();
        }
        let words = self.words();
        for (at, bits) in self.bits.iter_mut().enumerate() {
            let mask = written[at % words];
            *bits = *bits & !mask | left.bits[at] & mask;
        }
        for (possible, left) in self.possible.iter_mut().zip(left.possible) {
            *possible &= left;
        }
    }

    fn possible_pair(&self) -> (bool, bool) {
        (self.possible[0], self.possible[1])
    }

    fn halves(&mut self) -> (&mut [u64], &mut [u64]) {
        let half = self.bits.len() / 2;
        self.bits.split_at_mut(half)
    }
}
