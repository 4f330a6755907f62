//! Constants of Rust that do not suit: all are said in one compile.

use aluvm::alulib;

const NUMBER: u16 = 300;

alulib! {
    mod operands {
        pub fn run() {
                put     a8[0], super::NUMBER;
                put     a8[1], { super::NUMBER - 1 };
                put     a8[2], super::NUMBER;
                add     a8[0], { super::NUMBER };
                put     s16[0], super::NUMBER;
                put     a8[0], super::MISSING;
                put     a16[0], super::NUMBER;
                ret;
        }
    }
}

alulib! {
    mod items {
        const NARROW: a8 = super::NUMBER;
        const LARGE: a8 = 256;
        const NEGATIVE: a128 = -1;
        const WIDE: r128 = { super::NUMBER as u128 };
        const TEXT: s16 = super::NUMBER;
        pub const UNTYPED: usize = 5;
        pub fn run() {
                put     a8[0], NARROW;
                put     a8[0], LARGE;
                put     a128[0], NEGATIVE;
                put     r128[0], WIDE;
                put     s16[0], TEXT;
                ret;
        }
    }
}

fn main() {}
