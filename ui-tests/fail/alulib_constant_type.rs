//! Constants of Rust that have another type, or are not there.

use aluvm::alulib;

const LIMIT: u16 = 300;
const TEXT: &str = "text";

alulib! {
    mod library {
        pub const NUMBER: a16 = super::TEXT;
        pub const OTHER: a32 = super::LIMIT;
        pub const MISSING: a8 = NOTHING;
        pub const DIGEST: r128 = super::TEXT;

        pub fn one() -> (x: a8[0]) {
            put     x, super::TEXT;
            put     x, MISSED;
            ret;
        }
    }
}

fn main() {}
