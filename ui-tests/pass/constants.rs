//! Any const expression whose value suits the operand, with its type left to the compiler.

#![deny(warnings)]

use aluvm::{Instr, LibId, LibSite, aluasm};

const LIMIT: u16 = 1000;
const IS_LARGE: bool = LIMIT > 500;
const TABLE: [u64; 3] = [1, 2, 3];
const LIBRARY: LibId = LibId::from_bytes([7; 32]);

macro_rules! twice {
    ($value:expr) => {
        2 * $value
    };
}

/// The instructions of the two sides are the same.
macro_rules! same {
    ({$($left:tt)*} {$($right:tt)*}) => {
        assert_eq!(aluasm! { $($left)* }.as_slice(), aluasm! { $($right)* }.as_slice());
    };
}

const fn largest(a: u8, b: u8) -> u8 {
    if a > b { a } else { b }
}

fn integers() {
    same!({ put a8[0], { if IS_LARGE { 1 } else { 2 } }; } { put a8[0], 1; });
    same!({ put a8[0], { match LIMIT { 0 => 0, 1..=9 => 1, _ => 3 } }; } { put a8[0], 3; });
    same!({ put a8[0], { let half = 5; half + half }; } { put a8[0], 10; });
    same!({ put a16[0], { let mut sum = 0; let mut i = 0; while i < 9 { sum += i; i += 1; } sum }; } { put a16[0], 36; });
    same!({ put a8[0], { loop { break 4 } }; } { put a8[0], 4; });
    same!({ put a8[0], { twice!(3) }; put a8[0], { twice!(3) + 1 }; } { put a8[0], 6; put a8[0], 7; });
    same!({ put a8[0], { const INNER: u8 = 9; INNER }; } { put a8[0], 9; });
    same!({ put a16[0], { largest(3, 4) as u16 }; put a16[0], { largest(3, 4) as _ }; } { put a16[0], 4; put a16[0], 4; });
    same!({ put a16[0], { LIMIT.wrapping_add(1) }; put a64[0], { TABLE[1] }; } { put a16[0], 1001; put a64[0], 2; });
    same!({ put a8[0], { -1 }; put a8[0], { 2 - 5 }; put a8[0], { !0 }; } { put a8[0], -1; put a8[0], -3; put a8[0], -1; });
    same!({ put a8[0], { 1 + 2 * 3 - (4 / 2) % 3 << 2 ^ 1 }; } { put a8[0], 21; });
    same!({ put a8[0], { b'a' }; put a8[0], { 'a' as u8 }; put a8[0], { "four".len() }; } { put a8[0], 97; put a8[0], 97; put a8[0], 4; });
    same!({ put a8[0], { core::mem::size_of::<u64>() }; } { put a8[0], 8; });
    same!({ put r128[0], { 1 + 1 }; put r256[0], { 0xFF << 8 }; } { put r128[0], 2; put r256[0], 0xFF00; });
}

/// Numbers of all sizes, in arithmetic whose type nothing says.
fn large_integers() {
    same!({ put a64[0], { 5_000_000_000 }; put a64[0], { 5_000_000_000 + 1 }; } { put a64[0], 5000000000; put a64[0], 5000000001; });
    same!({ put a8[0], { 9_000_000_000_000 / 1_000_000_000_000 }; } { put a8[0], 9; });
    same!({ put a64[0], { if IS_LARGE { 0xFFFF_FFFF_FFFF_FFFF } else { 0 } }; } { put a64[0], -1; });
    same!({ put a128[0], { 170141183460469231731687303715884105727 }; } { put a128[0], 170141183460469231731687303715884105727; });
    same!({ put a128[0], { -170141183460469231731687303715884105728 }; } { put a128[0], -170141183460469231731687303715884105728; });
    same!({ put a128[0], { 170141183460469231731687303715884105728 + 1 }; } { put a128[0], 170141183460469231731687303715884105729; });
    same!({ put a128[0], { 0xFFFFFFFF_FFFFFFFF_FFFFFFFF_FFFFFFFF }; } { put a128[0], -1; });
    same!({ put r256[0], { match LIMIT { 1000 => 340282366920938463463374607431768211455, _ => 0 } }; }
          { put r256[0], 340282366920938463463374607431768211455; });
    same!({ put a8[0], { 340282366920938463463374607431768211455 >> 120 }; } { put a8[0], 255; });
    same!({ put a16[0], { (340282366920938463463374607431768211455u128 >> 120) as u16 }; } { put a16[0], 255; });
}

fn bytes() {
    same!({ put a16[0], { [1, 2] }; put a16[0], { &[1, 2] }; put a16[0], { [LIMIT as u8, 3] }; }
          { put a16[0], 513; put a16[0], 513; put a16[0], 1000; });
    same!({ put a32[0], { [0; 4] }; put a32[0], { *b"\x01\0\0\0" }; put a32[0], { b"\x01\0\0\0" }; } { put a32[0], 0; put a32[0], 1; put a32[0], 1; });
    same!({ put a16[0], { LIMIT.to_be_bytes() }; put a16[0], { let bytes: &[u8] = &[1, 2]; bytes }; } { put a16[0], b"\x03\xE8"; put a16[0], 513; });
    same!({ put r128[0], { if IS_LARGE { [1; 16] } else { [2; 16] } }; } { put r128[0], 0x01010101010101010101010101010101; });
    same!({ put s16[0], { [97, 98] }; put s16[0], { &[97, 98] }; } { put s16[0], "ab"; put s16[0], "ab"; });
    same!({ put s16[0], { [] }; put s16[0], { "" }; } { put s16[0], ""; put s16[0], ""; });
    same!({ put s16[0], { "ab" }; put s16[0], { concat!("a", 1) }; put s16[0], { stringify!(ab) }; put s16[0], { b"ab" }; }
          { put s16[0], "ab"; put s16[0], "a1"; put s16[0], "ab"; put s16[0], "ab"; });
    same!({ put s16[0], { if IS_LARGE { "large" } else { "small" } }; put s16[0], { let text = "let"; text }; } { put s16[0], "large"; put s16[0], "let"; });
    same!({ put s16[0], { TABLE[1].to_le_bytes() }; put s16[0], { "a".as_bytes() }; }
          { put s16[0], b"\x02\0\0\0\0\0\0\0"; put s16[0], "a"; });
}

fn floats() {
    same!({ put f64[0], { 1.5 }; put f64[0], { 1.5 * 3.0 }; put f32[0], { -0.25 }; } { put f64[0], 1.5; put f64[0], 4.5; put f32[0], -0.25; });
    same!({ put f16b[0], { if IS_LARGE { 2.0 } else { 1e3 } }; put f80[0], { 1e30 }; } { put f16b[0], 2; put f80[0], 1000000000000000019884624838656; });
    same!({ put f64[0], { LIMIT as f64 / 8.0 }; put f128[0], { 1.5f32 }; put f256[0], { f64::INFINITY }; } { put f64[0], 125; put f128[0], 1.5; put f256[0], inf; });
    same!({ put f512[0], { let half = 0.5; half + half }; put f64[0], { f64::MAX * 0.0 }; } { put f512[0], 1; put f64[0], 0; });
}

fn others() {
    same!({ del.n s16[0], s16[1], a8[0], a8[1], { true }, { LIMIT < 5 }; } { del.n s16[0], s16[1], a8[0], a8[1], true, false; });
    same!({ del.n s16[0], s16[1], a8[0], a8[1], IS_LARGE, { if IS_LARGE { false } else { true } }; } { del.n s16[0], s16[1], a8[0], a8[1], true, false; });
    same!({ add a8[0], { 64 + 63 }; sub a8[0], { 100 + 28 }; add a8[0], { if IS_LARGE { -128 } else { 0 } }; } { add a8[0], 127; sub a8[0], 128; add a8[0], -128; });
    same!({ jmp { 1 + 2 }; jif { if IS_LARGE { 60_000 } else { 0 } }; routine { let at = LIMIT; at / 2 }; } { jmp 3; jif 60000; routine 500; });
    same!({ call { 1 + 2 } @ LIBRARY; call 3 @ { LibId::from_bytes([7; 32]) }; call { LibSite { lib: LIBRARY, offset: 3 } }; }
          { call 3 @ LIBRARY; call 3 @ LIBRARY; call 3 @ LIBRARY; });
}

fn generic<const N: usize, T: Copy>() -> [Instr; 3] {
    aluasm! {
        put a64[0], { N };
        put a64[1], { if N > 3 { 1 } else { 2 } };
        put a16[0], { size_of::<T>() + size_of::<[u8; 2]>() };
    }
}

fn main() {
    integers();
    large_integers();
    bytes();
    floats();
    others();
    assert_eq!(generic::<4, u32>(), aluasm! { put a64[0], 4; put a64[1], 1; put a16[0], 6; });
}
