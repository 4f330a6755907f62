//! Random libraries.

use crate::Segments;

/// A small generator of random numbers (splitmix64).
pub struct Random(pub u64);

impl Random {
    /// A number of 64 bits.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below another.
    pub fn below(&mut self, end: u64) -> u64 {
        self.number() % end
    }

    /// A byte that is not 0xFF, which the other side never gets past.
    fn byte(&mut self) -> u8 {
        self.below(0xFF) as u8
    }

    /// A library, half of whose instructions are the extension's.
    pub fn library(&mut self) -> Segments {
        let mut code = Vec::new();
        for _ in 0..self.below(30) {
            let opcode = match self.below(8) {
                0..4 => 0x83 + self.below(0x7C) as u8,
                4 => self.below(0x10) as u8,
                _ => self.below(0x40) as u8,
            };
            code.push(opcode);
            // Small numbers are jumps into the code, and data that is there.
            for _ in 0..self.below(4) {
                let byte =
                    if self.below(2) == 0 { self.byte() } else { self.below(40) as u8 & !0x20 };
                code.push(byte);
            }
        }
        let data = (0..self.below(40)).map(|_| self.byte()).collect();
        let libs = (0..self.below(3)).map(|number| [number as u8 + 1; 32]).collect();
        Segments { isae: "ALU BPDIGEST PROBE".to_owned(), code, data, libs }
    }
}
