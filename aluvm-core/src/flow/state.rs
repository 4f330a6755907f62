//! What can be true at a place: two states, one in which `st0` is true and one in which it is false.
//! Either can be impossible; in each a register is defined, undefined, left over or either.
//!
//! A register takes two bits. Those of all registers lie side by side in words, so that ways meet with
//! a few operations for 64 registers. Only registers that the code names have bits.

use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use super::register_set::{REGISTERS, RegisterSet, number, register};
use crate::isa::Register;

/// Whether a register is defined.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Definedness {
    /// It is.
    Defined,
    /// It is not.
    Undefined,
    /// The routine has not set it and it is no input: it counts as undefined, but may hold what a caller
    /// has left.
    LeftOver,
    /// It may be or not.
    Either,
}

impl Definedness {
    /// Whether it can in fact be defined.
    pub fn can_be_defined(self) -> bool {
        self != Definedness::Undefined
    }

    /// Whether it can in fact be undefined.
    pub fn can_be_undefined(self) -> bool {
        self != Definedness::Defined
    }

    /// Whether nothing on any way has made it defined.
    pub fn counts_as_undefined(self) -> bool {
        matches!(self, Definedness::Undefined | Definedness::LeftOver)
    }

    /// What it is where two ways meet.
    pub fn join(self, other: Definedness) -> Definedness {
        use Definedness::*;
        match (self, other) {
            _ if self == other => self,
            (Undefined, LeftOver) | (LeftOver, Undefined) => LeftOver,
            _ => Either,
        }
    }

    fn from_bits(holds: bool, lacks: bool) -> Definedness {
        match (holds, lacks) {
            (true, false) => Definedness::Defined,
            (false, true) => Definedness::Undefined,
            (false, false) => Definedness::LeftOver,
            (true, true) => Definedness::Either,
        }
    }

    fn to_bits(self) -> (bool, bool) {
        match self {
            Definedness::Defined => (true, false),
            Definedness::Undefined => (false, true),
            Definedness::LeftOver => (false, false),
            Definedness::Either => (true, true),
        }
    }
}

impl fmt::Display for Definedness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Definedness::Defined => "defined",
            Definedness::Undefined => "undefined",
            Definedness::LeftOver => "left over",
            Definedness::Either => "either",
        })
    }
}

/// The registers that have bits, numbered in the order in which the code names them.
#[derive(Clone, Debug)]
pub(super) struct Tracked {
    /// For each register its bit; [`UNTRACKED`] if it has none.
    bits: Vec<u16>,
    /// For each bit its register.
    registers: Vec<u16>,
}

/// The bit of a register without one. Nothing is known of it, ever.
const UNTRACKED: u16 = u16::MAX;

impl Tracked {
    /// The registers of a list, at most `limit` of them.
    pub(super) fn new(numbers: impl Iterator<Item = u16>, limit: usize) -> Tracked {
        let mut tracked = Tracked { bits: vec![UNTRACKED; REGISTERS], registers: Vec::new() };
        for number in numbers {
            let bit = &mut tracked.bits[usize::from(number)];
            if *bit != UNTRACKED {
                continue;
            }
            if tracked.registers.len() < limit {
                *bit = tracked.registers.len() as u16;
                tracked.registers.push(number);
            }
        }
        tracked
    }

    /// Words of a set with a bit for each register.
    pub(super) fn words(&self) -> usize {
        self.registers.len().div_ceil(64)
    }

    /// The bit of a register by its number.
    pub(super) fn bit(&self, number: u16) -> usize {
        usize::from(self.bits[usize::from(number)])
    }

    /// The bit of a register.
    pub(super) fn bit_of(&self, register: Register) -> usize {
        number(register).map_or(usize::from(UNTRACKED), |number| self.bit(number as u16))
    }

    /// Whether a register has a bit.
    pub(super) fn has(&self, register: Register) -> bool {
        self.bit_of(register) != usize::from(UNTRACKED)
    }

    /// The registers that have bits.
    pub(super) fn registers(&self) -> impl Iterator<Item = Register> {
        self.registers.iter().map(|number| register(usize::from(*number)))
    }

    /// A set as words.
    pub(super) fn words_of(&self, set: &RegisterSet) -> Vec<u64> {
        let mut words = vec![0; self.words()];
        for (bit, number) in self.registers.iter().enumerate() {
            if set.contains(register(usize::from(*number))) {
                words[bit / 64] |= 1 << (bit % 64);
            }
        }
        words
    }

    /// Words as a set.
    pub(super) fn set_of(&self, words: &[u64]) -> RegisterSet {
        let mut set = RegisterSet::EMPTY;
        for (number, word) in words.iter().enumerate() {
            let mut rest = *word;
            while rest != 0 {
                let bit = 64 * number + rest.trailing_zeros() as usize;
                // Words that stand for everything have bits beyond the last register.
                let Some(number) = self.registers.get(bit) else { break };
                set = set.with_number(usize::from(*number));
                rest &= rest - 1;
            }
        }
        set
    }
}

/// Many pairs of states, one behind the other.
#[derive(Clone, Debug)]
pub(super) struct States {
    words: usize,
    /// For each pair which of its states are possible.
    possible: Vec<[bool; 2]>,
    bits: Vec<u64>,
}

impl States {
    /// A number of pairs, in which no state is possible.
    pub(super) fn new(count: usize, words: usize) -> States {
        States { words, possible: vec![[false; 2]; count], bits: vec![0; 4 * words * count] }
    }

    /// Whether either state is possible.
    pub(super) fn is_possible(&self, number: usize) -> bool {
        self.possible[number] != [false; 2]
    }

    /// Which states are possible, that with `st0` false first.
    pub(super) fn possible(&self, number: usize) -> [bool; 2] {
        self.possible[number]
    }

    /// A copy of a pair.
    pub(super) fn get(&self, number: usize) -> State {
        let mut state = State::impossible(self.words);
        self.copy_to(number, &mut state);
        state
    }

    /// Copies a pair.
    pub(super) fn copy_to(&self, number: usize, state: &mut State) {
        state.possible = self.possible[number];
        let size = 4 * self.words;
        state.bits.copy_from_slice(&self.bits[number * size..(number + 1) * size]);
    }

    /// Lets a way meet a pair: only its states with `statuses` come along it. Says whether the pair
    /// changed.
    pub(super) fn join(&mut self, number: usize, state: &State, statuses: [bool; 2]) -> bool {
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
    pub(super) fn give_up(&mut self, number: usize) {
        self.possible[number] = [true; 2];
        let size = 4 * self.words;
        self.bits[number * size..(number + 1) * size].fill(u64::MAX);
    }
}

/// Lets two states meet; says whether the first changed. The words are first those of `holds`, then
/// those of `lacks`; see [`Definedness::to_bits`].
fn join(into: &mut [u64], from: &[u64]) -> bool {
    let words = into.len() / 2;
    let (into_holds, into_lacks) = into.split_at_mut(words);
    let (from_holds, from_lacks) = from.split_at(words);
    let mut difference = 0;
    for i in 0..words {
        let (a, b) = (into_holds[i], into_lacks[i]);
        let (c, d) = (from_holds[i], from_lacks[i]);
        let holds = a | c;
        let both_defined = a & !b & c & !d;
        let lacks = holds & !both_defined | !holds & b & d;
        difference |= holds ^ a | lacks ^ b;
        into_holds[i] = holds;
        into_lacks[i] = lacks;
    }
    difference != 0
}

/// The two states at a place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct State {
    /// Which are possible, that with `st0` false first.
    possible: [bool; 2],
    /// Words of the state with `st0` false, then of that with `st0` true; of each first those of
    /// registers that may hold a value, then of those that may lack one.
    bits: Vec<u64>,
}

/// A register that a state has a bit for, or not.
pub(super) type Bit = usize;

impl State {
    /// A pair of which neither is possible.
    pub(super) fn impossible(words: usize) -> State {
        State { possible: [false; 2], bits: vec![0; 4 * words] }
    }

    /// A pair in which both are possible and all registers are in one state.
    pub(super) fn uniform(words: usize, definedness: Definedness) -> State {
        let mut state = State { possible: [true; 2], bits: vec![0; 4 * words] };
        state.fill(false, definedness);
        state.fill(true, definedness);
        state
    }

    fn words(&self) -> usize {
        self.bits.len() / 4
    }

    /// Whether `st0` can be this.
    pub(super) fn can_be(&self, status: bool) -> bool {
        self.possible[usize::from(status)]
    }

    /// Whether the place can be reached.
    pub(super) fn is_possible(&self) -> bool {
        self.possible != [false; 2]
    }

    /// What a register is where `st0` is this.
    pub(super) fn get(&self, status: bool, bit: Bit) -> Definedness {
        let words = self.words();
        if bit / 64 >= words {
            return Definedness::Either;
        }
        let at = 2 * words * usize::from(status) + bit / 64;
        let is_set = |word: u64| word >> (bit % 64) & 1 == 1;
        Definedness::from_bits(is_set(self.bits[at]), is_set(self.bits[at + words]))
    }

    /// What a register is, whatever `st0` is; none where the place is not reached.
    pub(super) fn get_any(&self, bit: Bit) -> Option<Definedness> {
        match self.possible {
            [false, false] => None,
            [true, false] => Some(self.get(false, bit)),
            [false, true] => Some(self.get(true, bit)),
            [true, true] => Some(self.get(false, bit).join(self.get(true, bit))),
        }
    }

    pub(super) fn set(&mut self, status: bool, bit: Bit, definedness: Definedness) {
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

    pub(super) fn set_both(&mut self, bit: Bit, definedness: Definedness) {
        self.set(false, bit, definedness);
        self.set(true, bit, definedness);
    }

    /// Takes it as a fact that a register is defined where `st0` is this; where it cannot be, the state
    /// is impossible.
    pub(super) fn learn_defined(&mut self, status: bool, bit: Bit) {
        match self.get(status, bit) {
            Definedness::Undefined => self.rule_out(status),
            _ => self.set(status, bit, Definedness::Defined),
        }
    }

    /// Takes it as a fact that a register is undefined where `st0` is this.
    pub(super) fn learn_undefined(&mut self, status: bool, bit: Bit) {
        match self.get(status, bit) {
            Definedness::Defined => self.rule_out(status),
            _ => self.set(status, bit, Definedness::Undefined),
        }
    }

    /// Which of the two states are possible, that with `st0` false first.
    pub(super) fn possible(&self) -> [bool; 2] {
        self.possible
    }

    pub(super) fn set_possible(&mut self, possible: [bool; 2]) {
        self.possible = possible;
    }

    /// Puts all registers into one state where `st0` is this.
    pub(super) fn fill(&mut self, status: bool, definedness: Definedness) {
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
    pub(super) fn rule_out(&mut self, status: bool) {
        self.possible[usize::from(status)] = false;
    }

    /// `st0` becomes anything, whatever it was.
    pub(super) fn forget_status(&mut self) {
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
    pub(super) fn may_fail(&mut self) {
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
    pub(super) fn invert(&mut self) {
        let (first, second) = self.halves();
        first.swap_with_slice(second);
        self.possible.swap(0, 1);
    }

    /// The state behind a call: registers of `written` are as the callee leaves them, `left`; the others
    /// as they were here. If the callee keeps `st0`, each state goes on by itself.
    pub(super) fn behind_call(&mut self, left: &State, written: &[u64], keeps_status: bool) {
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
