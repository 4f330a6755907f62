//! Constants that are wrong before Rust evaluates them.

use aluvm::alulib;

alulib! {
    mod library {
        pub const A: usize = 1;
        pub const B: String = 1;
        pub const C: a8 = 300;
        pub const D: a8 = -129;
        pub const E: a8 = "x";
        pub const F: f32 = nan;
        pub const G a8 = 1;
        pub const H: a8 = ;
        pub const I: a8;
        pub const : a8 = 1;
        pub const J: a8[0] = 1;
        pub const K: s16 = 5;
        pub const L: r128 = 1.5;
        pub const M: a16 = 0x1_0000;
        pub const N: a8 = 1
        pub static O: a8 = 1;
        pub const P: &str = "";
        pub const Q: a32 = 1.5;
        pub const R: f64 = 1;

        pub fn one() {
            put     a8[0], C;
            ret;
        }
    }
}

alulib! {
    mod used {
        const WIDE: a16 = 300;
        const FLOAT: f64 = 0.1;
        const TEXT: s16 = "text";

        pub fn one() -> (x: a8[0], y: f32[0], z: a64[0], s: s16[0], r: r128[0]) {
            put     x, WIDE;
            put     y, FLOAT;
            put     z, TEXT;
            put     s, WIDE;
            put     r, FLOAT;
            ret;
        }
    }
}

fn main() {}
