//! Every form that statements and operands have, each against what it means.

#![deny(warnings)]

use aluvm::{Instr, aluasm};

const LIMIT: u16 = 1000;
const BYTES: [u8; 2] = [0xE8, 3];
const SLICE: &[u8] = &[0xE8, 3];
const TEXT: &str = "text";
const HALF: f64 = 0.5;
const SINGLE: f32 = 0.5;
const WIDE: u128 = u128::MAX;
const STEP: i8 = -7;
const FLAG: bool = true;

mod limits {
    pub const LEAST: i64 = -3;
}

/// The instructions of the two sides are the same.
macro_rules! same {
    ({$($left:tt)*} {$($right:tt)*}) => {
        assert_eq!(aluasm! { $($left)* }.as_slice(), aluasm! { $($right)* }.as_slice());
    };
}

fn main() {
    // Statements.
    same!({ let counter = a16[0]; inc counter; } { inc a16[0]; });
    same!({ loop: jmp loop; } { jmp 0; });
    same!({ test: jmp test; a16: jmp a16; } { jmp 0; jmp 3; });
    same!({ /// The start of all.
            /** In two comments. */ start: jmp start; /* comment */ } { jmp 0; });
    same!({ r#fn: jmp r#fn; jmp fn; } { jmp 0; jmp 0; });
    same!({ ret; last: jmp last; } { ret; jmp 1; });
    same!({ self: jmp self; crate: jmp crate; super: jmp super; true: jmp true; } { jmp 0; jmp 3; jmp 6; jmp 9; });
    same!({ LAST: jmp LAST; LIMIT: jmp LIMIT; } { jmp 0; jmp 3; });
    same!({ jmp end; end: } { jmp 3; });
    // Registers.
    same!({ inc a8[0x1F]; } { inc a8[31]; });
    same!({ inc a8[0b11]; inc a8[0o7]; inc a8[1_0]; } { inc a8[3]; inc a8[7]; inc a8[10]; });
    // Integers.
    same!({ put a8[0], 0xFF; put a8[0], -1; put a8[0], 0b1111_1111; } { put a8[0], 255; put a8[0], 255; put a8[0], 0o377; });
    same!({ put a8[0], b'x'; put a16[0], b'\n'; } { put a8[0], 120; put a16[0], 10; });
    same!({ put a128[0], -1; } { put a128[0], 340282366920938463463374607431768211455; });
    same!(
        { put a1024[0], -1; }
        { put a1024[0], 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF; }
    );
    same!({ put r128[0], 0x0102; } { put r128[0], b"\x02\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0"; });
    same!({ put a16[0], b"\xE8\x03"; } { put a16[0], 1000; });
    // Floats, each rounded in its own format.
    same!({ put f32[0], 16777217; put f16b[0], 2.13; } { put f32[0], 16777216; put f16b[0], 2.125; });
    same!({ put f64[0], 5e-3; put f64[0], 7; put f32[0], -inf; } { put f64[0], 0.005; put f64[0], 7.0; put f32[0], b"\x00\x00\x80\xFF"; });
    same!({ put f32[0], 1.00000005960464477539062501; } { put f32[0], b"\x01\x00\x80\x3F"; });
    same!({ put f32[0], -0.0; put f64[0], 2.; put f256[0], 1e-70_0; } { put f32[0], b"\0\0\0\x80"; put f64[0], 2; put f256[0], 1e-700; });
    // Strings.
    same!({ put s16[0], "añ\u{41}"; put s16[0], r"\n"; } { put s16[0], b"a\xC3\xB1A"; put s16[0], "\\n"; });
    // The immediate first.
    same!({ put 5, a16[8]; add 5, a16[4]; sub 5, a16[4]; putif 5, r128[1]; put "x", s16[1]; }
          { put a16[8], 5; add a16[4], 5; sub a16[4], 5; putif r128[1], 5; put s16[1], "x"; });
    same!({ inc a8[0]; dec a8[0]; } { add a8[0], 1; sub a8[0], 1; });
    same!({ put LIMIT, a16[8]; } { put a16[8], 1000; });
    // Constants.
    same!({ put a16[0], LIMIT; put a16[0], BYTES; put a16[0], SLICE; put a16[0], { &BYTES }; }
          { put a16[0], 1000; put a16[0], 1000; put a16[0], 1000; put a16[0], 1000; });
    same!({ put a8[0], limits::LEAST; put a512[0], limits::LEAST; put a8[0], self::limits::LEAST; put a8[0], { 2 - 5 }; }
          { put a8[0], -3; put a512[0], -3; put a8[0], -3; put a8[0], -3; });
    same!({ put a128[0], WIDE; put r256[0], WIDE; put a64[0], u64::MAX; put a8[0], i8::MIN; }
          { put a128[0], -1; put r256[0], 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF; put a64[0], -1; put a8[0], -128; });
    same!({ put s16[0], TEXT; put s16[0], BYTES; put s16[0], SLICE; } { put s16[0], "text"; put s16[0], b"\xE8\x03"; put s16[0], b"\xE8\x03"; });
    same!({ put f32[0], HALF; put f80[0], SINGLE; put f512[0], HALF; } { put f32[0], 0.5; put f80[0], 0.5; put f512[0], 0.5; });
    same!({ add a8[0], STEP; sub a8[0], STEP; add STEP, a8[0]; } { add a8[0], -7; sub a8[0], -7; add a8[0], -7; });
    same!({ del.n s16[0], s16[1], a8[0], a8[1], FLAG, { !FLAG }; } { del.n s16[0], s16[1], a8[0], a8[1], true, false; });
    same!({ jmp LIMIT; jif { LIMIT / 2 }; routine { nine() }; } { jmp 1000; jif 500; routine 9; });
}

const fn nine() -> u16 {
    9
}

const _: [Instr; 1] = aluasm! { ret; };
