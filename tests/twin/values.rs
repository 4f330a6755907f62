//! Constants, byte strings and instructions as values.

// The test of each routine stands in its module; nobody calls the functions.
#![allow(dead_code)]

use aluvm::alulib;

/// What only the compiler knows.
pub const LIMIT: u32 = 1_000_000 / 3;

alulib! {
    pub mod constants {
        const SMALL: u8 = 200;
        const DEBT: i64 = -5;
        const WIDE: u256 = 0xFFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF;
        const SIZED: a32 = 70_000;
        const RUST: u32 = super::LIMIT;
        const HALF: f64 = 0.5;
        const NAME: s16 = b"name";
        const HASH: r160 = 12345678901234567890;

        #[twin]
        pub fn numbers(a: u32, b: i64) -> (c: u64, d: i64, e: u256, f: u32) {
            c = SMALL as u64 + SIZED;
            d = b + DEBT * -3;
            e = a as u256 * WIDE;
            f = RUST - a / 7 + { super::LIMIT } % 10;
        }

        #[twin]
        pub fn others(x: f64, text: bytes) -> (y: f64, h: r160, s: bytes) {
            y = x * HALF + 0.25;
            h = HASH;
            s = NAME;
            if text == NAME { s = b"\x00\xFF other"; }
            if text == s { y = -y; }
        }
    }


}

alulib! {
    pub mod strings {
        pub enum Refusal in a8[0] { Form = 1, Missing = 2 }

        #[twin]
        pub fn parts(text: bytes, other: bytes, at: u16) -> (length: u16, joined: bytes, number: u64, back: bytes) {
            length = len(text) else Form;
            joined = join(text, other);
            number = extr(joined, at) else Missing;
            back = rev(joined);
            joined = inj(joined, number, 3);
        }

        #[twin]
        pub fn searched(text: bytes, needle: bytes, byte: u8) -> (at: u16, count: u16) {
            count = cnt(text, byte);
            at = find(text, needle) else Missing;
            at += count;
        }

        #[twin]
        pub fn compared(a: bytes, b: bytes) {
            if a == b { let length: u16 = len(a); return length == 3; }
            return a != b && !(join(a, b) == b);
        }

        #[twin]
        pub fn digests(text: bytes) -> (a: r256, b: r160, c: r512, d: r256) {
            a = sha2(text);
            b = ripemd(text);
            c = sha2(text);
            d = blake3(text);
        }

        #[twin]
        pub fn copies(a: bytes) -> (b: bytes, c: bytes) {
            let own: bytes = a;
            b = own;
            own = join(own, b);
            c = own;
            a = b"";
            c = join(c, a);
        }
    }
}

alulib! {
    pub mod instructions {
        #[twin]
        pub fn of_numbers(a: u64, b: u64, x: f32, y: f32) -> (c: u64, d: u64, z: f32) {
            c = add.uw(a, b);
            d = div.uc(a, b);
            z = mul.z(x, y);
            c = rev(c);
        }

        #[twin]
        pub fn asked(a: u64, b: u64) {
            require lt.u(a, b);
            return eq.e(a, 5) || gt.s(a, b);
        }

        #[twin]
        pub fn points(key: r256, factor: u256) -> (point: r512, other: r512) {
            point = secpgen(key);
            other = secpmul(factor, point);
            other = secpadd(secpneg(other), point);
        }
    }
}
