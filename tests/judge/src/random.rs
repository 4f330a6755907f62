//! Random numbers and bytes, the same in every run, for loops of so many cases that a strategy would
//! take longer than what is tested.

use num_bigint::BigInt;

/// SplitMix64 (Steele, Lea and Flood 2014).
pub struct Random(u64);

impl Random {
    /// The numbers that belong to a seed.
    pub fn new(seed: u64) -> Random {
        Random(seed)
    }

    /// Any number.
    pub fn next_number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut word = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        word ^ (word >> 31)
    }

    /// A number below a bound, which is not zero.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.next_number() % bound
    }

    /// A number of a range, both ends included.
    pub fn between(&mut self, low: i32, high: i32) -> i32 {
        low + self.below((high - low + 1) as u64) as i32
    }

    /// A number of at most so many bits.
    pub fn integer(&mut self, bits: u32) -> BigInt {
        let digits = (0..bits.div_ceil(64))
            .fold(BigInt::ZERO, |number, _| (number << 64_u32) + self.next_number());
        digits % (BigInt::from(1) << bits)
    }

    /// Whether an event of this chance, in percent, happens.
    pub fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// Less than `bound` bytes.
    pub fn bytes(&mut self, bound: u64) -> Vec<u8> {
        let length = self.below(bound);
        (0..length).map(|_| self.next_number() as u8).collect()
    }

    /// One of some things.
    pub fn pick<'a, T>(&mut self, things: &'a [T]) -> &'a T {
        &things[self.below(things.len() as u64) as usize]
    }
}
