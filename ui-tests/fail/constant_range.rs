//! Rust constants that do not fit. The compiler stops to evaluate a block at its first error.

use aluvm::{Instr, aluasm};

const LARGE: u32 = 70_000;
const NEGATIVE: i8 = -1;
const KEY: [u8; 20] = [7; 20];
const THIRD: f64 = 1.0 / 3.0;
const LONG: &[u8] = &[0; 65536];

struct Contract;

impl Contract {
    const LIMIT: u16 = 256;
    const CODE: [Instr; 2] = aluasm! {
        put     a16[0], Self::LIMIT;
        put     a8[0], Self::LIMIT;
    };
}

static INTEGER: [Instr; 1] = aluasm! { put a16[0], LARGE; };
static GENERAL: [Instr; 1] = aluasm! { put r256[0], NEGATIVE; };
static EXPRESSION: [Instr; 1] = aluasm! { put a8[0], { LARGE as i64 - 70_200 }; };
static TARGET: [Instr; 1] = aluasm! { jmp LARGE; };
static STEP: [Instr; 1] = aluasm! { add a8[0], { 64 + 64 }; };
static NEGATED_STEP: [Instr; 1] = aluasm! { sub a8[0], { -128 }; };
static BYTES: [Instr; 1] = aluasm! { put r256[0], KEY; };
static FLOAT: [Instr; 1] = aluasm! { put f32[0], THIRD; };
static STRING: [Instr; 1] = aluasm! { put s16[0], LONG; };

fn main() {
    let _ = Contract::CODE;
}
