//! Constants of Rust among structured statements: their types are those of where they stand.

use aluvm::alulib;

const SMALL: u8 = 200;
const WIDE: u64 = 1;

alulib! {
    mod constants {
        const OWN: u16 = 3 + 4;

        pub fn bytes(a: i8, b: u8) -> (x: i8, y: u8) {
            x = { 200u8 };
            x = super::SMALL;
            y = { -1i8 };
            y = super::SMALL;
            y = { super::SMALL - 100 };
            require a < { super::SMALL } || b == super::SMALL;
        }

        pub fn others(a: i16, b: u32, c: i64, d: u128) -> (e: i32, f: u16, g: i128) {
            require a == { 1u16 };
            require b == { 1i32 };
            require c == super::WIDE;
            require d == { super::WIDE };
            e = { super::WIDE as u32 };
            f = OWN + { 1u8 };
            g = { u128::MAX };
        }
    }
}

fn main() {}
