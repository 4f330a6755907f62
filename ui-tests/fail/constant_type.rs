//! Rust constants of a type that the operand does not take, or that do not exist.

use aluvm::{Instr, LibId, aluasm};

const FLAG: bool = true;
const TEXT: &str = "text";
const SIZE: u16 = 5;
const ID: LibId = LibId::from_bytes([1; 32]);
static COUNTER: u16 = 5;

static CODE: [Instr; 9] = aluasm! {
    put     a16[0], FLAG;
    put     r256[0], TEXT;
    put     f32[0], SIZE;
    put     s16[0], SIZE;
    jmp     TEXT;
    call    ID;
    call    0 @ SIZE;
    del.n   s16[0], s16[1], a8[0], a8[1], SIZE, false;
    put     a16[0], MISSING;
};

fn main() {
    let _ = COUNTER;
}
